"""Which image formats are read, told by their first bytes. Names and media types are never believed."""

#: Bytes that `sniff` needs to see.
MAGIC_BYTES = 12


def sniff(data: bytes) -> str | None:
    """Pillow's name of the format (`PNG`, `JPEG`, `WEBP`), or None for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"RIFF") and data[8:MAGIC_BYTES] == b"WEBP":
        return "WEBP"
    return None
