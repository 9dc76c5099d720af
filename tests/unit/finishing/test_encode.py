"""Encoding: right pixels, right formats, valid files."""

import struct
import threading
import time
import zlib

import cv2
import numpy as np
import pytest

from easel.core.image import Image
from easel.finishing.encode import encode
from easel.finishing.metadata import Metadata, read_metadata
from unit.finishing.pictures import array, decoded, flat, noise, photo

META = Metadata(recipe='{"note":"x"}')
SIDES = [(1, 1), (1, 7), (7, 1), (64, 64), (333, 222)]


def quality(of: Image, output_format: str, level: int) -> bytes:
    """A file at this quality."""
    return encode(of, output_format, quality=level, metadata=META).data


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize(("width", "height"), SIDES)
def test_png_is_lossless(width, height, channels):
    """Two independent decoders read exactly the pixels that went in."""
    picture = noise(width, height, channels)
    encoded = encode(picture, "png", quality=0, metadata=META)
    assert "image/png" == encoded.media_type
    assert np.array_equal(array(picture), decoded(encoded.data))
    opened = cv2.imdecode(np.frombuffer(encoded.data, np.uint8), cv2.IMREAD_UNCHANGED).reshape(height, width, channels)
    order = {1: [0], 3: [2, 1, 0], 4: [2, 1, 0, 3]}[channels]
    assert np.array_equal(array(picture), opened[..., order])


def test_png_chunks():
    """The chunks are the right ones in the right order, with right lengths and checksums."""
    data = encode(photo(100, 50), "png", quality=0, metadata=META).data
    assert b"\x89PNG\r\n\x1a\n" == data[:8]
    at, names = 8, []
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        names.append(name)
        assert zlib.crc32(data[at + 4 : at + 8 + length]) == int.from_bytes(data[at + 8 + length : at + 12 + length])
        at += 12 + length
    assert [b"IHDR", b"iTXt", b"IDAT", b"IEND"] == names
    assert len(data) == at


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
@pytest.mark.parametrize("output_format", ["png", "jpeg", "webp"])
def test_pixels_of_any_buffer(kind, output_format):
    """Pixels may lie in any kind of buffer."""
    picture = photo(40, 30)
    other = Image(40, 30, 3, kind(picture.pixels))
    assert quality(picture, output_format, 80) == quality(other, output_format, 80)


@pytest.mark.parametrize("output_format", ["jpeg", "webp"])
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_lossy_is_near(output_format, channels):
    """JPEG and WebP come back in the same colours, RGB not swapped."""
    colour = {1: (90,), 3: (200, 40, 90), 4: (200, 40, 90, 255)}[channels]
    data = quality(flat(64, 48, *colour), output_format, 90)
    seen = decoded(data)
    assert (48, 64) == seen.shape[:2]
    expected = np.array(colour[:3]) if seen.shape[2] >= 3 and channels > 1 else 90
    assert np.abs(seen[..., :3].astype(int) - expected).max() <= 4


def test_webp_keeps_alpha():
    """WebP keeps transparency."""
    pixels = array(photo(64, 64, 4)).copy()
    pixels[..., 3] = np.arange(64, dtype=np.uint8)[np.newaxis] * 4
    seen = decoded(quality(Image(64, 64, 4, pixels.tobytes()), "webp", 90))
    assert np.array_equal(pixels[..., 3], seen[..., 3])


@pytest.mark.parametrize(("alpha", "expected"), [(0, 255), (255, 100), (128, 177)])
def test_jpeg_on_white(alpha, expected):
    """JPEG shows a transparent picture on white."""
    seen = decoded(quality(flat(32, 32, 100, 100, 100, alpha), "jpeg", 100))
    assert (32, 32, 3) == seen.shape
    assert np.abs(seen.astype(int) - expected).max() <= 1


@pytest.mark.parametrize("output_format", ["jpeg", "webp"])
def test_quality(output_format):
    """The quality asked for decides size and likeness, from 0 to 100."""
    picture = photo(128, 128)
    sizes = [len(quality(picture, output_format, level)) for level in (0, 30, 60, 95, 100)]
    assert sorted(sizes) == sizes
    assert len(set(sizes)) == len(sizes)


def test_jpeg_keeps_colour_at_edges():
    """At quality 90 and above, colours are kept at full resolution."""
    stripes = np.zeros((64, 64, 3), np.uint8)
    stripes[:, ::2, 0], stripes[:, 1::2, 2] = 255, 255
    picture = Image(64, 64, 3, stripes.tobytes())
    full, half = decoded(quality(picture, "jpeg", 90)).astype(int), decoded(quality(picture, "jpeg", 89)).astype(int)
    assert np.abs(full - stripes).mean() < 15 < 60 < np.abs(half - stripes).mean()


@pytest.mark.parametrize("output_format", ["png", "jpeg", "webp"])
def test_large(output_format):
    """A picture of 4096 by 4096 pixels with transparency is written whole."""
    rows = np.arange(4096, dtype=np.uint16)
    pixels = np.empty((4096, 4096, 4), np.uint8)
    pixels[...] = (rows % 256).astype(np.uint8)[:, np.newaxis, np.newaxis]
    pixels[..., 3] = 255
    encoded = encode(Image(4096, 4096, 4, memoryview(pixels).cast("B")), output_format, quality=80, metadata=META)
    seen = decoded(encoded.data)
    assert (4096, 4096) == seen.shape[:2]
    assert np.abs(seen[:250, 2000, 1].astype(int) - pixels[:250, 2000, 1]).max() <= 6
    assert META == read_metadata(encoded.data)


def test_others_run_meanwhile():
    """While a large PNG is written, another thread is never kept waiting for long."""
    picture = photo(2048, 2048)
    worker = threading.Thread(target=lambda: [quality(picture, "png", 0) for _ in range(3)])
    longest, last = 0.0, time.perf_counter()
    worker.start()
    while worker.is_alive():
        time.sleep(0.0005)
        longest, last = max(longest, time.perf_counter() - last), time.perf_counter()
    assert longest < 0.25
