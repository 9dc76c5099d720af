"""Why a reference image is not taken: the few texts a caller may read. They never hold an address or a path."""

#: One text for every blocked, dead or misbehaving address: anything finer would make the server a port scanner.
UNREACHABLE = "the image URL is not reachable or not allowed"
NOT_A_SOURCE = "must be an http(s) URL, a base64 data URL or base64"
NOT_AN_IMAGE = "must be a PNG, JPEG or WebP image"
DAMAGED = "the image is damaged or cannot be decoded"


class Refused(Exception):
    """This reference image is not taken. `str()` of it is for the caller to read, `reason` for the operator."""

    def __init__(self, text: str, *, reason: str = ""):
        super().__init__(text)
        self.reason = reason or text


def too_many_bytes(limit: int) -> Refused:
    """The file is larger than `limit` bytes."""
    return Refused(f"the image file must be at most {limit / 1e6:.4g} MB")


def too_many_pixels(limit: int) -> Refused:
    """The picture has more than `limit` pixels."""
    return Refused(f"the image must have at most {limit / 1e6:.4g} megapixels")
