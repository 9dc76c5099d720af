"""Decoding: which files are read, what becomes of their pixels, and which are refused."""

from collections.abc import AsyncIterator

import numpy as np
import PIL.Image
import pytest
import pytest_asyncio
from PIL import ImageCms

from easel.intake import pixels
from easel.intake.decode import Decoder
from easel.intake.refusal import DAMAGED, NOT_AN_IMAGE, Refused

MAX_PIXELS = 25_000_000


pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def decoder() -> AsyncIterator[Decoder]:
    """One process for all files, good and bad."""
    decoder = Decoder(processes=1)
    await decoder.start()
    yield decoder
    await decoder.close()


def pixels_of(image) -> np.ndarray:
    """The decoded pixels as an array."""
    return np.frombuffer(image.pixels, np.uint8).reshape(image.height, image.width, image.channels)


@pytest.mark.parametrize("options", [("PNG", {}), ("WEBP", {"lossless": True})])
async def test_lossless_formats(decode, options, files):
    """The pixels arrive unchanged."""
    image = await decode(files.encode(files.picture(), options[0], **options[1]))

    assert (64, 48, 3) == (image.width, image.height, image.channels)
    assert files.picture().tobytes() == bytes(image.pixels)


async def test_jpeg(decode, files):
    """JPEG arrives as Pillow decodes it."""
    image = await decode(files.encode(files.picture(), "JPEG", quality=95))

    assert np.abs(pixels_of(image).astype(int) - np.asarray(files.picture()).astype(int)).mean() < 4


async def test_large_pictures_arrive_whole(decode, files):
    """A picture of many strips is put together in order."""
    noise = np.random.default_rng(1).integers(0, 255, (1111, 997, 3), np.uint8)
    image = await decode(files.encode(PIL.Image.fromarray(noise), compress_level=1))

    assert noise.tobytes() == bytes(image.pixels)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
async def test_png_modes(decode, mode, files):
    """Every PNG mode becomes RGB, or RGBA where something is transparent."""
    if mode == "I;16":
        source = PIL.Image.fromarray(np.asarray(files.picture().convert("L")).astype(np.uint16) * 257)
    else:
        source = files.picture().convert(mode)
    image = await decode(files.encode(source))
    expected = files.picture().convert("L") if mode == "I;16" else source

    assert 3 == image.channels
    assert np.abs(pixels_of(image).astype(int) - np.asarray(expected.convert("RGB")).astype(int)).max() <= 1


@pytest.mark.parametrize(("mode", "options"), [("CMYK", {}), ("L", {}), ("RGB", {"progressive": True}),
                                               ("YCbCr", {}), ("RGB", {"subsampling": 0})])  # fmt: skip
async def test_jpeg_modes(decode, mode, options, files):
    """CMYK, grey and progressive JPEGs become RGB."""
    image = await decode(files.encode(files.picture().convert(mode), "JPEG", quality=95, **options))

    assert 3 == image.channels
    assert np.abs(pixels_of(image).astype(int) - np.asarray(files.picture().convert(mode).convert("RGB"))).mean() < 6


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "RGB", "L"])
async def test_transparency(decode, mode, files):
    """Alpha channels and transparent colours alike end up in the alpha channel."""
    if mode in ("RGBA", "LA"):
        source = files.picture().convert(mode)
        alpha = PIL.Image.linear_gradient("L").resize(source.size)
        alpha.paste(0, (0, 0, 8, 8))
        alpha.paste(255, (8, 8, 16, 16))
        source.putalpha(alpha)
        data = files.encode(source)
    else:
        source = PIL.Image.new("RGB", (32, 32), "red").convert(mode)
        colour = source.getpixel((0, 0))
        source.paste({"RGB": (0, 0, 255), "L": 3, "P": 5}[mode], (0, 0, 16, 32))
        data = files.encode(source, transparency=colour)
    image = await decode(data)
    alpha = pixels_of(image)[..., 3]

    assert 4 == image.channels
    assert 0 == alpha.min()
    assert 255 == alpha.max()


async def test_an_opaque_alpha_channel_is_dropped(decode, files):
    """An alpha channel that says nothing is not passed on."""
    assert 3 == (await decode(files.encode(files.picture().convert("RGBA")))).channels


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP"])
async def test_orientation(decode, orientation, file_format, files):
    """A turned photograph is put upright, in every format."""
    exif = PIL.Image.Exif()
    exif[0x0112] = orientation
    source = files.picture()
    image = await decode(files.encode(source, file_format, exif=exif, quality=95))
    turn = (None, 0, 3, 1, 5, 4, 6, 2)[orientation - 1]  # Pillow's Transpose members
    expected = source if turn is None else source.transpose(turn)

    assert expected.size == (image.width, image.height)
    assert np.abs(pixels_of(image).astype(int) - np.asarray(expected).astype(int)).mean() < 4


async def test_colour_profiles(decode, files):
    """Colours of another profile are converted to sRGB; a broken profile is passed over."""
    lab_grey = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    for profile in (srgb, lab_grey, b"nonsense", b"\x00" * 200, srgb[:150]):
        image = await decode(files.encode(files.picture(), icc_profile=profile))
        assert files.picture().tobytes() == bytes(image.pixels)


async def test_a_swapped_profile_is_applied(decode, files):
    """A profile with red and green primaries swapped does change the colours."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.find(b"rXYZ"), profile.find(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    description = profile.find("sRGB".encode("utf-16-be"))
    profile[description : description + 8] = "Swap".encode("utf-16-be")
    image = await decode(files.encode(PIL.Image.new("RGB", (32, 32), (255, 0, 0)), icc_profile=bytes(profile)))

    assert [0, 255, 0] == pytest.approx(list(pixels_of(image)[0, 0]), abs=3)


async def test_masks(decode, files):
    """OpenAI's rule: alpha 0 is repainted; without transparency, white is."""
    shape = PIL.Image.new("L", (64, 48), 255)
    shape.paste(0, (0, 0, 32, 48))
    cut = files.picture()
    cut.putalpha(shape)
    opaque = shape.convert("RGBA")

    for source, left, right in ((cut, 255, 0), (shape, 0, 255), (opaque, 0, 255), (shape.convert("1"), 0, 255)):
        mask = await decode(files.encode(source), mask=True)
        assert (64, 48, 1) == (mask.width, mask.height, mask.channels)
        assert (left, right) == (mask.pixels[0], mask.pixels[-1])


@pytest.mark.parametrize("size", [(1536, 192), (192, 1536), (16, 16), (16, 136), (5000, 5000), (16, 128)])
async def test_good_sizes(decode, size, files):
    """Up to 25 megapixels, 16 pixels and 8.5:1."""
    image = await decode(files.flat_png(*size))

    assert size == (image.width, image.height)


REFUSED_FILES = {
    "PSD": b"8BPS\x00\x01" + bytes(6) + b"\x00\x03\x00\x00\x00\x40\x00\x00\x00\x40\x00\x08\x00\x03" + bytes(64),
    "EPS": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 64 64\n%%EndComments\nshowpage\n",
    "EPS binary": b"\xc5\xd0\xd3\xc6" + bytes(28),
    "PDF": b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF",
    "FITS": b"SIMPLE  =                    T".ljust(80)
    + b"BITPIX  =                    8".ljust(80)
    + b"END".ljust(80),
    "TIFF little": b"II*\x00\x08\x00\x00\x00" + bytes(64),
    "TIFF big": b"MM\x00*\x00\x00\x00\x08" + bytes(64),
    "BigTIFF": b"II+\x00\x08\x00\x00\x00" + bytes(64),
    "ICNS": b"icns\x00\x00\x00\x40" + bytes(64),
    "ICO": b"\x00\x00\x01\x00\x01\x00" + bytes(64),
    "SVG": b'<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>',
    "XML": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><svg>&e;</svg>',
    "GIF": b"GIF89a\x40\x00\x40\x00" + bytes(64),
    "BMP": b"BM" + bytes(64),
    "JPEG 2000": b"\x00\x00\x00\x0cjP  \r\n\x87\n" + bytes(64),
    "AVIF": b"\x00\x00\x00\x1cftypavif" + bytes(64),
    "DDS": b"DDS \x7c\x00\x00\x00" + bytes(120),
    "PPM": b"P6\n64 64\n255\n" + bytes(64 * 64 * 3),
    "TGA": bytes(2) + b"\x02" + bytes(64),
    "WMF": b"\xd7\xcd\xc6\x9a" + bytes(64),
    "RIFF that is no WebP": b"RIFF\x40\x00\x00\x00WAVEfmt " + bytes(64),
    "ZIP": b"PK\x03\x04" + bytes(64),
    "HTML": b"<html><script>alert(1)</script></html>",
    "nothing": b"",
    "half a magic": b"\x89PNG",
}


@pytest.mark.parametrize("name", REFUSED_FILES)
async def test_refused_formats(decode, name):
    """Every other format is refused by its first bytes."""
    with pytest.raises(Refused) as refusal:
        await decode(REFUSED_FILES[name])

    assert NOT_AN_IMAGE == str(refusal.value)


async def test_refused_formats_never_reach_a_plugin(monkeypatch, png, files):
    """Even inside the decoder's process no other plugin of Pillow is asked, and of the three only the right one."""
    PIL.Image.init()
    asked = []
    for name, (factory, accept) in list(PIL.Image.OPEN.items()):

        def note(*args, name=name, factory=factory):
            asked.append(name)
            return factory(*args)

        monkeypatch.setitem(PIL.Image.OPEN, name, (note, accept))
    monkeypatch.setattr(PIL.Image, "MAX_IMAGE_PIXELS", MAX_PIXELS)
    for data in REFUSED_FILES.values():
        with pytest.raises(Refused):
            pixels.decode(data, mask=False, max_pixels=MAX_PIXELS)
    for data in (png, files.encode(files.picture(), "JPEG"), files.encode(files.picture(), "WEBP")):
        pixels.decode(data, mask=False, max_pixels=MAX_PIXELS)

    assert ["PNG", "JPEG", "WEBP"] == asked


@pytest.mark.parametrize("tail", [b"PK\x03\x04 a zip archive", b"<script>alert(1)</script>", b"%PDF-1.7", b"GIF89a"])
@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP"])
async def test_polyglots_lose_their_other_half(decode, tail, file_format, files):
    """What hangs behind an image, or hides in its metadata, does not come along."""
    exif = PIL.Image.Exif()
    exif[0x010E] = tail.decode()
    clean = await decode(files.encode(files.picture(), file_format))
    image = await decode(files.encode(files.picture(), file_format, exif=exif) + tail * 100)

    assert bytes(clean.pixels) == bytes(image.pixels)


@pytest.mark.parametrize("front", [b"%PDF-1.7\n", b"<html>", b"\n", b"GIF89a", b"\xef\xbb\xbf"])
async def test_an_image_behind_something_else_is_none(decode, png, front):
    """Only a file's very first bytes count."""
    with pytest.raises(Refused):
        await decode(front + png)


@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP"])
async def test_cut_files(decode, decoder, file_format, files):
    """A file that ends early is refused in words, wherever it was cut, and the process lives on."""
    data, before = files.encode(files.picture(), file_format, lossless=True), decoder.pids
    for end in (13, 16, 20, 33, 40, len(data) // 2, len(data) * 3 // 4):
        with pytest.raises(Refused) as refusal:
            await decode(data[:end])
        assert DAMAGED == str(refusal.value)

    assert before == decoder.pids


async def test_animations_give_their_first_frame(decode, decoder, files):
    """Of an animated WebP or PNG only the first frame is decoded, however many there are."""
    first = PIL.Image.new("RGB", (64, 64), (200, 10, 10))
    others = [PIL.Image.new("RGB", (64, 64), (0, 0, 5 * index)) for index in range(50)]
    for file_format in ("WEBP", "PNG"):
        image = await decode(files.encode(first, file_format, save_all=True, append_images=others, lossless=True))
        assert [200, 10, 10] == list(pixels_of(image)[32, 32])
