"""Pixels on their way in and out of a pipeline: sizes that the model can make, reference pictures, masks."""

from collections.abc import Sequence

from PIL import Image as Pillow

from easel.core.image import Image, Size
from easel.core.job import Role
from easel.engines.diffusers.arguments import Call, references
from easel.engines.diffusers.wire import Order


def canvas(size: Size, multiple: int) -> Size:
    """The smallest size that the model can make and that holds `size`; what is too much is cut off at the end."""
    return Size(-(-size.width // multiple) * multiple, -(-size.height // multiple) * multiple)


def picture_arguments(call: Call, order: Order, size: Size) -> dict[str, object]:
    """The reference pictures of a job as the class takes them, for pictures of `size` (already one the model makes)."""
    used = references(call, order.job)
    if not used:
        return {}
    if call.pictures == "start":
        values: dict[str, object] = {"image": fitted(pillow(used[0].image), order.job.size, size)}
        if call.mask:
            values["mask_image"] = fitted(pillow(used[-1].image), order.job.size, size)
        return values
    pictures = [pillow(reference.image) for reference in used]
    if call.pictures == "row":
        return {"image": pictures[0] if len(pictures) == 1 else row(pictures)}
    return {"image": pictures}


def pillow(image: Image) -> Pillow.Image:
    """A picture for a pipeline: RGB, what is transparent on white; a mask stays grey."""
    mode = image.mode
    opened = Pillow.frombuffer(mode, (image.width, image.height), bytes(image.pixels), "raw", mode, 0, 1)
    if mode != "RGBA":
        return opened
    ground = Pillow.new("RGBA", opened.size, (255, 255, 255, 255))
    return Pillow.alpha_composite(ground, opened).convert("RGB")


def fitted(picture: Pillow.Image, size: Size, made: Size) -> Pillow.Image:
    """A picture scaled to cover `size`, cut at its sides to it, and continued at the edges up to the size `made`."""
    scale = max(size.width / picture.width, size.height / picture.height)
    width, height = max(size.width, round(picture.width * scale)), max(size.height, round(picture.height * scale))
    if (width, height) != picture.size:
        picture = picture.resize((width, height), Pillow.Resampling.LANCZOS)
    left, top = (width - size.width) // 2, (height - size.height) // 2
    picture = picture.crop((left, top, left + size.width, top + size.height))
    if made == size:
        return picture
    return _continued(picture, made)


def _continued(picture: Pillow.Image, made: Size) -> Pillow.Image:
    """The picture at the top left, its last column and row repeated to the right and below."""
    width, height = picture.size
    column = picture.crop((width - 1, 0, width, height)).resize((made.width, height))
    column.paste(picture, (0, 0))
    whole = column.crop((0, height - 1, made.width, height)).resize((made.width, made.height))
    whole.paste(column, (0, 0))
    return whole


def row(pictures: Sequence[Pillow.Image]) -> Pillow.Image:
    """Several pictures side by side, at the height of the first."""
    height = pictures[0].height
    scaled = [p.resize((max(1, round(p.width * height / p.height)), height)) for p in pictures]
    joined = Pillow.new("RGB", (sum(p.width for p in scaled), height))
    left = 0
    for each in scaled:
        joined.paste(each, (left, 0))
        left += each.width
    return joined


def kept(order: Order, call: Call, painted: Pillow.Image) -> Pillow.Image:
    """The painted picture where the mask says so, and the input picture's own pixels where it does not."""
    if not call.mask:
        return painted
    start, mask = (pillow(order.job.images(role)[0]) for role in (Role.INPUT, Role.MASK))
    size = Size(*painted.size)
    return Pillow.composite(painted, fitted(start, size, size).convert("RGB"), fitted(mask, size, size).convert("L"))
