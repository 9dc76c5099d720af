"""The brush: colours, point texts, shapes, and the surface that NumPy and Skia share."""

import numpy as np
import pytest

from easel.engines.painter import brush as b


def test_a_colour_text_becomes_a_triple() -> None:
    """`#rrggbb` is read with and without its hash."""
    assert (1.0, 0.0, 0.2) == b.rgb("#ff0033") == b.rgb("ff0033")


@pytest.mark.parametrize("text", ["", "#fff", "#ff00zz"])
def test_a_bad_colour_text_is_refused(text: str) -> None:
    """Anything but six hexadecimal digits is a ValueError."""
    with pytest.raises(ValueError):  # noqa: PT011 - int() words it in its own way
        b.rgb(text)


def test_shade_darkens_and_lightens() -> None:
    """Factors below one darken, above one lighten, and no channel leaves [0, 1]."""
    colour = b.rgb("#c8642f")
    assert b.luminance(b.shade(colour, 0.5)) < b.luminance(colour) < b.luminance(b.shade(colour, 1.5))
    assert all(0 <= v <= 1 for v in b.shade(colour, 9.0))


def test_mix_goes_from_one_colour_to_the_other() -> None:
    """A share of 0 is the first colour, 1 the second."""
    assert b.BLACK == b.mix(b.BLACK, b.WHITE, 0)
    assert b.WHITE == b.mix(b.BLACK, b.WHITE, 1)


def test_points_reads_a_point_text() -> None:
    """Corner marks are no part of the numbers."""
    assert [(0.5, -1.0), (0.25, 0.0)] == b.points(".5,-1! .25,0")


def test_a_mirrored_outline_is_symmetrical() -> None:
    """Half an outline makes a whole one."""
    bounds = b.outline("0,-1 .4,-.5 0,0", mirrored=True).getBounds()
    assert bounds.left() == pytest.approx(-bounds.right())


def test_a_surface_gives_back_the_picture_it_was_made_from() -> None:
    """A picture survives the way to Skia and back to within half a step of 8 bits."""
    picture = np.random.default_rng(1).random((5, 7, 3), np.float32)
    assert np.abs(b.Surface.over(picture).pixels() - picture).max() <= 0.51 / 255


def test_drawing_reaches_the_buffer() -> None:
    """A filled rectangle covers exactly its pixels."""
    surface = b.Surface(8, 8)
    b.rectangle(surface.canvas, (2, 2), 4, 4, b.rgb("#ff0000"))
    expected = np.zeros((8, 8), bool)
    expected[2:6, 2:6] = True
    assert np.array_equal(expected, surface.rgba[..., 0] == 255)


def test_both_sides_draws_mirror_images() -> None:
    """The loop's body is drawn twice, mirrored about x = 0."""
    surface = b.Surface(40, 10)
    with b.placed(surface.canvas, (20, 5)):
        signs = [sign for sign in b.both_sides(surface.canvas) if b.circle(surface.canvas, (10, 0), 4, b.WHITE) is None]
    alpha = surface.rgba[..., 3]
    assert signs == [-1, 1]
    assert np.array_equal(alpha, alpha[:, ::-1])
    assert alpha[:, 25:35].max() == 255


def test_a_cut_limb_does_not_reach_below_its_first_joint() -> None:
    """`butt` ends a limb flat, so that trunks stand on the ground."""
    surface = b.Surface(40, 60)
    b.limb(surface.canvas, [(20, 40), (20, 25), (20, 10)], (16, 10, 6), b.WHITE, butt=True)
    assert surface.rgba[42:, :, 3].max() == 0
