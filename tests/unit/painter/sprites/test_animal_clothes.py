"""Clothes on animals: seen on all that have a fit, below the head, in their colour, from before and from aside."""

import numpy as np
import pytest
from tests.unit.painter.sprites.test_people import drawn

from easel.engines.painter import language
from easel.engines.painter.brush import Surface, placed, rgb
from easel.engines.painter.sprites import Look, get
from easel.engines.painter.sprites.animal_clothes import FITS
from easel.engines.painter.sprites.hats import HATS, OWN_COLOUR, span_of
from easel.engines.painter.sprites.person import GARMENTS
from easel.engines.painter.sprites.sitters import SITTERS

TALL = 160


def changed(kind, traits, bare=None):
    """Where clothes change an animal, as a mask of pixels."""
    one, other = (drawn(kind, TALL, look).astype(int) for look in (bare or {}, traits))
    return np.abs(one - other).max(-1) > 24


@pytest.mark.parametrize("kind", sorted([*SITTERS, *FITS]))
@pytest.mark.parametrize("garment", ["coat", "sweater", "suit", "hoodie"])
def test_clothes_are_seen_on_the_body_alone(kind, garment):
    """A good part of the body changes, and the face above it does not."""
    sits = {"pose": "sitting"}
    found = changed(kind, sits | {"garment": garment, "garment_colour": "#22c04a"}, sits)

    assert found.mean() > 0.01
    assert not found[: round(1.2 * TALL - 0.66 * TALL), TALL - 20 : TALL + 20].any()


@pytest.mark.parametrize("garment", sorted(GARMENTS))
def test_every_garment_has_a_cut_for_animals(garment):
    """Nothing that people wear is invisible on a cat, sitting or walking."""
    for pose in ("sitting", "walking"):
        assert changed("cat", {"pose": pose, "garment": garment}, {"pose": pose}).sum() > 300


def test_a_spacesuit_comes_with_a_helmet():
    """There is glass over the ears."""
    suit = changed("cat", {"garment": "spacesuit"})

    assert suit[: round(1.2 * TALL - 1.0 * TALL)].any()
    assert not changed("cat", {"garment": "coat"})[: round(1.2 * TALL - 1.0 * TALL)].any()


def test_who_stands_in_clothes_is_upright():
    """A dog that stands in a raincoat looks at us as one that sits."""
    standing, sitting = (drawn("dog", TALL, {"garment": "raincoat", "pose": pose}) for pose in ("standing", "sitting"))

    assert (standing == sitting).all()


@pytest.mark.parametrize(
    ("prompt", "garment"),
    [
        ("a corgi in a yellow raincoat", "raincoat"),
        ("一只穿着宇航服的柴犬", "spacesuit"),
        ("an astronaut cat", "spacesuit"),
        ("a cat dressed as a knight", "armour"),
        ("一只穿西装的狐狸", "suit"),
    ],
)
def test_animals_wear_what_the_words_say(prompt, garment):
    """It is a trait of the animal, and nothing is told as unpainted."""
    plan = language.read(prompt)

    assert (garment, ()) == (plan.things[0].trait("garment"), plan.unpainted)


@pytest.mark.parametrize("hat", [*HATS, "santa", "straw", "toque"])
def test_hats_by_themselves_fill_their_frame(hat):
    """Each stands on its brim and is one unit tall, within a fifth."""
    alpha = drawn("hat", TALL, {"hat": hat})[..., 3]
    rows = np.flatnonzero(alpha.any(1)) - round(1.2 * TALL)

    assert span_of(hat) > 0.5
    assert -1.25 * TALL < rows[0] < -0.8 * TALL
    assert -0.15 * TALL < rows[-1] < 0.25 * TALL


@pytest.mark.parametrize("hat", sorted(OWN_COLOUR))
def test_hats_are_of_the_colour_that_is_asked_for(hat):
    """A blue hat is blue, whichever hat it is."""
    surface = Surface(TALL * 3, TALL * 2)
    with placed(surface.canvas, (TALL * 1.5, TALL * 1.5), scale=TALL):
        get("hat").draw(surface.canvas, np.random.default_rng(1), Look(colour=rgb("#2f4fd0"), traits={"hat": hat}))
    seen = surface.rgba[surface.rgba[..., 3] > 200].astype(int)

    assert np.median(seen[:, 2] - seen[:, 0]) > 40
