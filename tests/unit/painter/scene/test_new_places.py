"""Places and figures: a tatami room, a loft, a cellar, a ruined city; a mech, an orc, a samurai; gifts under a tree."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.language import read
from easel.engines.painter.paint import paint


def painted(prompt: str) -> np.ndarray:
    """The picture as signed numbers."""
    return paint(read(prompt), Size(160, 160), seed=3).pixels.astype(int)


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("a Japanese tatami room", "tatami"),
        ("日式茶室", "tatami"),
        ("an industrial brick loft", "loft"),
        ("一间工业风客厅", "loft"),
        ("a wine cellar", "cellar"),
        ("酒窖", "cellar"),
    ],
)
def test_rooms_of_their_own(prompt: str, setting: str):
    """The words name the room, which is no living room."""
    plan = read(prompt)
    assert (plan.setting, plan.things) == (setting, ())
    assert np.abs(painted(prompt) - painted("a living room")).mean() > 20


@pytest.mark.parametrize("prompt", ["a ruined post-apocalyptic city", "城市废墟", "末日废土"])
def test_a_ruined_city(prompt: str):
    """It has its own skyline, without a light at night."""
    assert read(prompt).backdrops == ("ruined_city",)
    sky = np.s_[:70]
    assert np.abs(painted(prompt)[sky] - painted("a road before a city, overcast")[sky]).mean() > 4


@pytest.mark.parametrize(
    ("prompt", "kind", "trait"),
    [
        ("a giant mech robot", "mech", None),
        ("一个机甲", "mech", None),
        ("an orc warrior with an axe", "man", "guise:orc"),
        ("兽人", "man", "guise:orc"),
        ("a samurai in full armour", "man", "garment:yoroi"),
        ("披甲武士", "man", "garment:yoroi"),
    ],
)
def test_fighters(prompt: str, kind: str, trait: str | None):
    """Each has a drawing of its own."""
    thing = read(prompt).things[0]
    assert thing.kind == kind
    assert trait is None or trait in thing.traits


def test_a_samurai_is_armoured():
    """The armour is seen: rows of plates and a crest of gold."""
    armoured, plain = painted("portrait of a samurai in full armour"), painted("portrait of a samurai")
    assert np.abs(armoured - plain).mean() > 8


def test_strings_of_lanterns_are_red():
    """The upper half of a festive street is redder than without lanterns."""
    hung, bare = (painted(prompt)[:80] for prompt in ("古城街道，挂着红灯笼", "古城街道"))
    red = [((p[..., 0] - p[..., 1]) > 90).mean() for p in (hung, bare)]
    assert red[0] > red[1] + 0.02


def test_gifts_are_under_the_tree():
    """Somebody beside a Christmas tree needs no table for the gifts."""
    regions = paint(read("a man, a Christmas tree and two gifts in a street"), Size(192, 192), seed=3).regions
    feet = {kind: max(r.box[3] for r in regions if r.kind == kind) for kind in ("man", "gift")}
    assert feet["gift"] > feet["man"] - 0.1
