"""Things of stories and feasts: their names, what lights up in them, and who looks out of a box."""

import numpy as np
import pytest
from tests.unit.painter.sprites.test_sprites import drawn

from easel.core.image import Size
from easel.engines.painter import language
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import compose
from easel.engines.painter.sprites import Look


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("a cardboard box", "一个纸箱"), "carton"),
        (("a fish bowl", "一个金鱼缸"), "fishbowl"),
        (("a pumpkin", "一个南瓜"), "pumpkin"),
        (("a jack-o-lantern", "一盏南瓜灯"), "jack_o_lantern"),
        (("a phone booth", "一个红色电话亭"), "phone_booth"),
        (("an airship", "一艘飞艇"), "airship"),
        (("an igloo", "一座冰屋"), "igloo"),
        (("a tree house", "一座树屋"), "tree_house"),
        (("a Peking opera mask", "京剧脸谱"), "opera_mask"),
        (("a chess board", "国际象棋棋盘"), "chessboard"),
        (("a lion dance", "舞狮"), "dancing_lion"),
    ],
)
def test_they_are_known_by_name_in_both_languages(names, kind):
    """Either name gives one thing, and no word is left over."""
    for name in names:
        plan = language.read(name)

        assert [kind] == [thing.kind for thing in plan.things]
        assert () == plan.unpainted


@pytest.mark.parametrize("name", ["airship", "igloo", "phone_booth", "tree_house"])
def test_windows_glow_when_lit(name):
    """By night there is light in them."""
    dark, lit = (drawn(name, 256, Look(lit=on))[0].astype(int) for on in (False, True))
    warm = (lit[..., 0] - lit[..., 2]) - (dark[..., 0] - dark[..., 2])

    assert (warm > 25).sum() > 100


def test_a_carved_pumpkin_has_a_face():
    """The other one has none."""
    plain, carved = (drawn(name, 256)[0].astype(int) for name in ("pumpkin", "jack_o_lantern"))

    assert (np.abs(plain - carved).max(-1) > 60).mean() > 0.02


def test_a_cat_looks_out_of_its_box():
    """Its head is above the rim, its feet are within."""
    scene, _ = begin(language.read("a cat in a box"), Size(256, 256), seed=4)
    items = {item.thing.kind: item for item in compose(scene)}
    cat, box = items["cat"], items["carton"]

    assert cat.y - cat.tall < box.y - box.tall < cat.y <= box.y
    assert abs(cat.x - box.x) < 0.5 * box.tall
