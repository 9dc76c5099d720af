"""Picture files that stay as they are: checked, measured, and given another XMP packet. Pixels are never touched.

The check is of the container: every PNG chunk by its CRC, JPEG and WebP for being whole. Files with a C2PA manifest
are left alone, because its signature covers every byte.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from isal import isal_zlib

from easel.core.image import Size
from easel.finishing.container import JPEG_EXTENSION, JPEG_XMP, PNG_KEYWORD, PNG_SIGNATURE, png_xmp_chunk
from easel.finishing.metadata import Metadata

#: Start-of-frame markers: all of C0 to CF but the tables DHT, JPG and DAC.
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_VP8X_XMP, _VP8X_ALPHA = 0x04, 0x10
_VP8L_ALPHA = 1 << 28


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A whole picture file: `png`, `jpeg` or `webp`. `labels` are where its XMP packets lie, as (start, end)."""

    data: bytes
    format: str
    size: Size
    has_manifest: bool
    labels: tuple[tuple[int, int], ...] = ()

    def with_metadata(self, metadata: Metadata) -> bytes:
        """The same file with this metadata in place of what XMP it had."""
        if self.format == "png":
            # The header's chunk is always the first one and 25 bytes long.
            return b"".join(self._around(len(PNG_SIGNATURE) + 25, png_xmp_chunk(metadata.packet())))
        if self.format == "jpeg":
            return metadata.into_jpeg(b"".join(self._around(2, b"")) if self.labels else self.data)
        return _webp_with_xmp(self, metadata.packet())

    def _around(self, at: int, inserted: bytes) -> Iterator[bytes | memoryview]:
        """The file without its labels, and with `inserted` at a place before all of them."""
        view, start = memoryview(self.data), at
        yield view[:at]
        yield inserted
        for label_start, label_end in self.labels:
            yield view[start:label_start]
            start = label_end
        yield view[start:]


def inspect(data: bytes) -> PictureFile:
    """Check and measure a file; raises ValueError when it is damaged, cut short or no picture."""
    try:
        if data.startswith(PNG_SIGNATURE):
            return _png(data)
        if data.startswith(b"\xff\xd8\xff"):
            return _jpeg(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
    except (struct.error, IndexError) as error:
        raise _damaged() from error
    raise _damaged()


def _damaged() -> ValueError:
    return ValueError("not a whole PNG, JPEG or WebP file")


def _picture(data: bytes, kind: str, size: Size | None, manifest: bool, labels: list[tuple[int, int]]) -> PictureFile:
    if size is None or not size.area:
        raise _damaged()
    return PictureFile(data, kind, size, manifest, tuple(labels))


def _png(data: bytes) -> PictureFile:
    view, at, labels = memoryview(data), len(PNG_SIGNATURE), []
    names = set()
    size = None
    while b"IEND" not in names:
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        (crc,) = struct.unpack_from(">I", data, end - 4)
        if crc != isal_zlib.crc32(view[at + 4 : end - 4]) or bool(names) == (name == b"IHDR"):
            raise _damaged()
        if name == b"IHDR":
            size = Size(*struct.unpack_from(">II", data, at + 8))
        if name == b"iTXt" and data.startswith(PNG_KEYWORD + b"\0", at + 8):
            labels.append((at, end))
        names.add(name)
        at = end
    return _picture(data, "png", size if b"IDAT" in names else None, b"caBX" in names, labels)


def _jpeg(data: bytes) -> PictureFile:
    at, size, manifest, labels = 2, None, False, []
    while data[at + 1] != 0xDA:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + length
        if data[at] != 0xFF or length < 2:
            raise _damaged()
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            size = Size(width, height)
        manifest |= marker == 0xEB and b"c2pa" in data[at:end]
        if marker == 0xE1 and data.startswith((JPEG_XMP, JPEG_EXTENSION), at + 4):
            labels.append((at, end))
        at = end
    if data.rfind(b"\xff\xd9", at) < 0:
        raise _damaged()
    return _picture(data, "jpeg", size, manifest, labels)


def _webp_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Name, start and end of each chunk, padding included; the last one may lack its padding."""
    at, stop = 12, 8 + int.from_bytes(data[4:8], "little")
    if not 20 <= stop <= len(data) + 1:
        raise _damaged()
    while at + 8 <= stop:
        name, length = struct.unpack_from("<4sI", data, at)
        end = at + 8 + length + length % 2
        if end > stop + 1 or at + 8 + length > len(data):
            raise _damaged()
        yield name, at, end
        at = end


def _webp(data: bytes) -> PictureFile:
    size, pixels, manifest, labels = None, False, False, []
    for name, at, end in _webp_chunks(data):
        pixels |= name in (b"VP8 ", b"VP8L", b"ANMF")
        if size is None and name in _WEBP_SIZES:
            size = _WEBP_SIZES[name](data, at + 8)
        manifest |= name == b"C2PA"
        if name == b"XMP ":
            labels.append((at, end))
    return _picture(data, "webp", size if pixels else None, manifest, labels)


def _vp8x_size(data: bytes, at: int) -> Size:
    width, height = (int.from_bytes(data[at + i : at + i + 3], "little") + 1 for i in (4, 7))
    return Size(width, height)


def _vp8_size(data: bytes, at: int) -> Size:
    width, height = struct.unpack_from("<HH", data, at + 6)
    return Size(width & 0x3FFF, height & 0x3FFF)


def _vp8l_size(data: bytes, at: int) -> Size:
    (bits,) = struct.unpack_from("<I", data, at + 1)
    return Size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)


_WEBP_SIZES = {b"VP8X": _vp8x_size, b"VP8 ": _vp8_size, b"VP8L": _vp8l_size}


def _webp_with_xmp(file: PictureFile, packet: bytes) -> bytes:
    """The extended form of the file, which has a place for XMP, behind the pixels."""
    data = file.data
    chunks = [(name, data[at:end]) for name, at, end in _webp_chunks(data) if name != b"XMP "]
    if chunks[0][0] == b"VP8X":
        head = bytearray(chunks.pop(0)[1])
        head[8] |= _VP8X_XMP
    else:
        (bits,) = struct.unpack_from("<I", data, 21) if chunks[0][0] == b"VP8L" else (0,)
        flags = _VP8X_XMP | (_VP8X_ALPHA if bits & _VP8L_ALPHA else 0)
        sides = b"".join((side - 1).to_bytes(3, "little") for side in (file.size.width, file.size.height))
        head = struct.pack("<4sIB3x", b"VP8X", 10, flags) + sides
    parts = [bytes(head), *(chunk + b"\0" * (len(chunk) % 2) for _, chunk in chunks)]
    parts.append(struct.pack("<4sI", b"XMP ", len(packet)) + packet + b"\0" * (len(packet) % 2))
    length = 4 + sum(len(part) for part in parts)
    return b"".join((struct.pack("<4sI4s", b"RIFF", length, b"WEBP"), *parts))
