"""Nobody stands half hidden behind somebody else."""

import pytest

from easel.core.image import Size
from easel.engines.painter.apart import HIDDEN_MAX, hidden_shares
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import layout_of
from easel.engines.painter.language import read

PROMPTS = [
    "a lighthouse and a sailing ship on a beach",
    "a house, a tent and a campfire",
    "two owls and four mushrooms, sticker sheet",
    "a church with a windmill and a music note",
    "六个和尚",
    "一个男人和一艘帆船，暴风雨",
    "six people in a park and two dogs",
]


@pytest.mark.parametrize("prompt", PROMPTS)
def test_everybody_is_seen(prompt: str):
    """With any seed no more than a good third of anything is behind what is bound to something else."""
    for seed in range(40):
        scene, _ = begin(read(prompt), Size(384, 384), seed=seed)
        layout = layout_of(scene, scene.plan).laid_out()
        assert max(hidden_shares(layout)) <= HIDDEN_MAX, seed


def test_who_carries_moves_with_what_is_carried():
    """A rider keeps the saddle, and stays in the frame, whoever stood before the horse."""
    for seed in range(40):
        scene, _ = begin(read("a knight riding a horse, a castle and a dragon"), Size(384, 384), seed=seed)
        layout = layout_of(scene, scene.plan).laid_out()
        kinds = {item.thing.kind: item for item in layout.placed()}
        assert abs(kinds["knight"].x - kinds["horse"].x) < 0.5 * kinds["horse"].wide
        assert -5 <= kinds["horse"].x <= 389


def test_sides_that_the_words_give_are_kept():
    """What stands left of something else still does."""
    for seed in range(40):
        scene, _ = begin(read("a lighthouse to the left of a sailing ship"), Size(384, 384), seed=seed)
        layout = layout_of(scene, scene.plan).laid_out()
        kinds = {item.thing.kind: item for item in layout.placed()}
        left, right = kinds.pop("lighthouse"), next(iter(kinds.values()))
        assert left.x < right.x
