"""Pixels around a pipeline: sizes that it can make, reference pictures, masks."""

from PIL import Image as Pillow

from easel.core.image import Image, Size
from easel.core.job import Role
from easel.engines.diffusers.arguments import FAMILIES
from easel.engines.diffusers.pixels import canvas, fitted, kept, picture_arguments, pillow, row
from easel.engines.diffusers.wire import Order


def test_the_canvas_is_the_next_size_that_the_model_makes():
    """Both sides go up to the next multiple, and stay where they are one."""
    assert (Size(1008, 1024), Size(64, 64)) == (canvas(Size(1000, 1024), 16), canvas(Size(64, 64), 16))


def test_a_picture_is_scaled_cut_and_continued():
    """A wide picture covers the size asked for, loses its sides, and its last column and row go on to the canvas."""
    wide = Pillow.new("RGB", (40, 10), (10, 20, 30))
    wide.paste((200, 0, 0), (20, 0, 40, 10))
    made = fitted(wide, Size(20, 20), Size(24, 28))
    assert ((24, 28), (10, 20, 30), (200, 0, 0), (200, 0, 0)) == (
        made.size, made.getpixel((0, 0)), made.getpixel((23, 0)), made.getpixel((19, 27)),
    )  # fmt: skip


def test_what_is_transparent_is_white_to_a_pipeline():
    """A picture with alpha is laid on white, and keeps its colours where it is opaque."""
    image = Image(2, 1, 4, bytes((9, 9, 9, 0, 1, 2, 3, 255)))
    assert [(255, 255, 255), (1, 2, 3)] == [pillow(image).getpixel((x, 0)) for x in range(2)]


def test_several_pictures_become_a_row():
    """Pictures of other heights are scaled to the first one's and stand side by side."""
    joined = row([Pillow.new("RGB", (10, 20), (1, 1, 1)), Pillow.new("RGB", (20, 40), (2, 2, 2))])
    assert ((20, 20), (1, 1, 1), (2, 2, 2)) == (joined.size, joined.getpixel((9, 0)), joined.getpixel((10, 19)))


def test_kontext_sees_all_references_in_one_row(job, refer):
    """Where the class takes one picture, several come as one."""
    asked = job(references=(refer(Role.INPUT, 1), refer(Role.SUBJECT, 2, size=Size(32, 64))))
    call = FAMILIES["FluxKontextPipeline"].call(asked)
    assert (96, 64) == picture_arguments(call, Order(1, asked, 0), Size(64, 64))["image"].size


def test_outside_the_mask_the_picture_keeps_its_own_pixels(job, refer, half_mask):
    """What the mask does not ask for is not repainted by a single bit."""
    start = refer(Role.INPUT, 7)
    asked = job(references=(start, half_mask))
    call = FAMILIES["FluxPipeline"].call(asked)
    whole = kept(Order(1, asked, 0), call, Pillow.new("RGB", (64, 64), (5, 5, 5)))
    original = pillow(start.image)
    assert (original.crop((32, 0, 64, 64)).tobytes(), b"\x05" * 32 * 64 * 3) == (
        whole.crop((32, 0, 64, 64)).tobytes(), whole.crop((0, 0, 32, 64)).tobytes(),
    )  # fmt: skip
