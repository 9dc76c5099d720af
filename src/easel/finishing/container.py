"""Where the three file formats keep an XMP packet: writing and reading the packet, never the pixels.

Reading walks the container's own chunk lengths, takes at most `MAX_XMP_BYTES`, and answers None or nothing on
files that are foreign, cut short or hostile.
"""

import struct
from collections.abc import Iterator

from isal import isal_zlib

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
#: Longer XMP than this is not read.
MAX_XMP_BYTES = 4 << 20

PNG_KEYWORD = b"XML:com.adobe.xmp"
JPEG_XMP = b"http://ns.adobe.com/xap/1.0/\0"
JPEG_EXTENSION = b"http://ns.adobe.com/xmp/extension/\0"
#: A segment's two length bytes count themselves, so 65,533 bytes remain for name and packet.
JPEG_MAX_PACKET = 65_533 - len(JPEG_XMP)
#: Of an extension's segment, 40 bytes go to the digest, the full length and the offset.
_JPEG_MAX_PART = 65_533 - len(JPEG_EXTENSION) - 40
#: JPEG markers that end the header: start of scan and end of image.
_JPEG_ENDS = (0xDA, 0xD9)


def png_chunk(name: bytes, data: bytes) -> bytes:
    """One PNG chunk: length, name, data, CRC-32."""
    return b"".join(
        (struct.pack(">I", len(data)), name, data, struct.pack(">I", isal_zlib.crc32(data, isal_zlib.crc32(name))))
    )


def png_xmp_chunk(packet: bytes) -> bytes:
    """The iTXt chunk that holds an XMP packet, uncompressed as the XMP specification asks."""
    return png_chunk(b"iTXt", PNG_KEYWORD + b"\0\0\0\0\0" + packet)


def jpeg_with_xmp(jpeg: bytes, packet: bytes, *, digest: bytes = b"", extension: bytes = b"") -> bytes:
    """A JPEG file with an XMP packet of at most `JPEG_MAX_PACKET` bytes and its extension, if there is one.

    `digest` is the extension's MD5 in upper-case hexadecimal, which the packet names too (XMP part 3, 1.1.3.1).
    """
    segments = [_jpeg_segment(JPEG_XMP + packet)]
    for offset in range(0, len(extension), _JPEG_MAX_PART):
        head = JPEG_EXTENSION + digest + struct.pack(">II", len(extension), offset)
        segments.append(_jpeg_segment(head + extension[offset : offset + _JPEG_MAX_PART]))
    # The JFIF segment has to stay the first one.
    at = 4 + int.from_bytes(jpeg[4:6], "big") if jpeg[2:4] == b"\xff\xe0" else 2
    return b"".join((jpeg[:at], *segments, jpeg[at:]))


def _jpeg_segment(payload: bytes) -> bytes:
    return b"\xff\xe1" + struct.pack(">H", len(payload) + 2) + payload


def read_xmp(data: bytes) -> bytes | None:
    """The XMP packet of a PNG, JPEG or WebP file, or None."""
    if data.startswith(PNG_SIGNATURE):
        return _read_png(data)
    if data.startswith(b"\xff\xd8\xff"):
        found = (p[len(JPEG_XMP) :] for p in _jpeg_app1(data) if p.startswith(JPEG_XMP))
        return next(found, None)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _read_webp(data)
    return None


def read_jpeg_extension(data: bytes, digest: bytes) -> bytes | None:
    """The extended XMP with this MD5 digest, put together from a JPEG file's segments, or None.

    The caller compares the digest.
    """
    parts: dict[int, bytes] = {}
    full = 0
    head = len(JPEG_EXTENSION)
    for payload in _jpeg_app1(data):
        if payload.startswith(JPEG_EXTENSION + digest) and len(payload) >= head + 40:
            full, offset = struct.unpack_from(">II", payload, head + 32)
            parts[offset] = payload[head + 40 :]
    whole = b"".join(parts[offset] for offset in sorted(parts))
    return whole if 0 < len(whole) == full <= MAX_XMP_BYTES else None


def _read_png(data: bytes) -> bytes | None:
    at = len(PNG_SIGNATURE)
    while at + 12 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        if name == b"iTXt" and data.startswith(PNG_KEYWORD + b"\0", at + 8) and length <= MAX_XMP_BYTES:
            return _png_text(data[at + 8 : at + 8 + length])
        at += 12 + length
    return None


def _png_text(chunk: bytes) -> bytes | None:
    """The text of an iTXt chunk; None when it is compressed, because that could be a bomb."""
    rest = chunk[len(PNG_KEYWORD) + 1 :]
    if rest[:1] != b"\0":
        return None
    return rest[2:].split(b"\0", 2)[-1]


def _jpeg_app1(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] not in _JPEG_ENDS:
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if length < 2:
            return
        if data[at + 1] == 0xE1:
            yield data[at + 4 : at + 2 + length]
        at += 2 + length


def _read_webp(data: bytes) -> bytes | None:
    at = 12
    while at + 8 <= len(data):
        name, length = struct.unpack_from("<4sI", data, at)
        if name == b"XMP ":
            return data[at + 8 : at + 8 + length] if length <= MAX_XMP_BYTES else None
        at += 8 + length + length % 2
    return None
