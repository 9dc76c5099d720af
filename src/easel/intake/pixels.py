"""From an encoded image file to clean pixels, with Pillow. Runs in the decoder process only.

Only pixels leave: EXIF, GPS, XMP, text, colour profiles and whatever hangs behind the image stay here.
"""

import io
import struct
import warnings
import zlib
from collections.abc import Iterator

# The modules without a use below are imported all the same: the decoder process can open no files later.
from PIL import (
    Image,
    ImageChops,
    ImageCms,
    ImageFile,
    ImageOps,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from easel.intake.formats import MAGIC_BYTES, sniff
from easel.intake.refusal import DAMAGED, NOT_AN_IMAGE, Refused, too_many_pixels

PLUGINS = (JpegImagePlugin, MpoImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin)

MIN_SIDE = 16
#: Easel's own widest pictures are 8:1; the half is for sides that were rounded.
MAX_ASPECT = 8.5
#: Pixels leave in strips of about this many bytes, so that no second copy of the whole picture is made.
STRIP_BYTES = 1 << 20
OPAQUE = 255
START_OF_SCAN = b"\xff\xda"
#: Honest progressive JPEGs have about ten scans; each costs a pass over the whole picture and may be 40 bytes short.
MAX_SCANS = 64
#: Random bytes behind a picture, such as a phone's motion video, look like a scan once in 64 KiB.
BYTES_PER_FALSE_SCAN = 16 * 1024

#: What a decoder may raise for a broken file, and colour management for a broken profile.
FAULTS = (
    ArithmeticError, AttributeError, EOFError, LookupError, OSError, RuntimeError, SyntaxError, TypeError, ValueError,
    struct.error, zlib.error, ImageCms.PyCMSError,
)  # fmt: skip

SRGB = ImageCms.createProfile("sRGB")


def prepare() -> None:
    """Set Pillow's limits for this process and load everything that it would load lazily."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    Image.preinit()
    # Odd metadata is no reason to refuse a picture; its size is.
    warnings.simplefilter("ignore")
    warnings.simplefilter("error", Image.DecompressionBombWarning)


def decode(data: bytes | bytearray, *, mask: bool, max_pixels: int) -> Image.Image:
    """The picture in a PNG, JPEG or WebP file: mode RGB, RGBA or (a mask) L, sRGB, upright, first frame.

    Raises Refused.
    """
    try:
        image = _open(data, max_pixels=max_pixels)
        image.load()
        image = _upright(image)
        alpha = _alpha(image)
        return _mask(image, alpha) if mask else _with_alpha(_srgb(image), alpha)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError, MemoryError):
        raise too_many_pixels(max_pixels) from None
    except FAULTS:
        raise Refused(DAMAGED) from None


def strips(image: Image.Image) -> Iterator[bytes]:
    """The picture's raw pixels from top to bottom, a strip at a time."""
    rows = max(1, STRIP_BYTES // (image.width * len(image.getbands())))
    for top in range(0, image.height, rows):
        yield image.crop((0, top, image.width, min(top + rows, image.height))).tobytes()


def _open(data: bytes | bytearray, *, max_pixels: int) -> Image.Image:
    """Read the file's head and check its size: nothing is decompressed yet."""
    name = sniff(bytes(data[:MAGIC_BYTES]))
    if name is None:
        raise Refused(NOT_AN_IMAGE)
    if name == "JPEG" and data.count(START_OF_SCAN) > MAX_SCANS + len(data) // BYTES_PER_FALSE_SCAN:
        raise Refused(DAMAGED)
    Image.MAX_IMAGE_PIXELS = max_pixels
    image = Image.open(io.BytesIO(data), formats=[name])
    width, height = image.size
    if width * height > max_pixels:
        raise too_many_pixels(max_pixels)
    if min(width, height) < MIN_SIDE:
        msg = f"both sides of the image must be at least {MIN_SIDE} pixels, got {width}x{height}"
        raise Refused(msg)
    if max(width, height) > MAX_ASPECT * min(width, height):
        msg = f"the image's longer side must be at most {MAX_ASPECT:g} times the shorter one, got {width}x{height}"
        raise Refused(msg)
    return image


def _upright(image: Image.Image) -> Image.Image:
    """A turned copy; a copy in any case, so that the file and its decoder's buffers are let go."""
    try:
        return ImageOps.exif_transpose(image)
    except FAULTS:
        return image.copy()


def _alpha(image: Image.Image) -> Image.Image | None:
    """The alpha channel, or None where every pixel is opaque."""
    if not image.has_transparency_data:
        return None
    alpha = (image if image.mode in ("RGBA", "LA") else image.convert("RGBA")).getchannel("A")
    return None if alpha.getextrema() == (OPAQUE, OPAQUE) else alpha


def _mask(image: Image.Image, alpha: Image.Image | None) -> Image.Image:
    """OpenAI's rule: transparent is to be repainted; without any transparency, white is."""
    return ImageChops.invert(alpha) if alpha else _eight_bit(image).convert("L")


def _with_alpha(image: Image.Image, alpha: Image.Image | None) -> Image.Image:
    if alpha:
        image.putalpha(alpha)
    return image


def _eight_bit(image: Image.Image) -> Image.Image:
    """One of the modes 1, L, RGB, CMYK … : 16-bit grey is scaled, since Pillow's own conversion cuts it off."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    return image


def _srgb(image: Image.Image) -> Image.Image:
    """Mode RGB in sRGB; a colour profile that cannot be used is taken for sRGB."""
    profile = image.info.get("icc_profile")
    image = _eight_bit(image)
    if image.mode not in ("L", "RGB", "CMYK"):
        image = image.convert("L" if image.mode == "LA" else "RGB")
    if profile:
        try:
            image = _from_profile(image, profile)
        except FAULTS:
            return image.convert("RGB")
    return image.convert("RGB") if image.mode != "RGB" else image


def _from_profile(image: Image.Image, profile: bytes) -> Image.Image:
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    if ImageCms.getProfileDescription(source).startswith("sRGB"):
        return image
    return ImageCms.profileToProfile(image, source, SRGB, outputMode="RGB")
