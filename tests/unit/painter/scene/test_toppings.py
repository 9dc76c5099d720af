"""Toppings and tables as they are painted."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.dishes import DISHES, FORMS
from easel.engines.painter.language import read
from easel.engines.painter.paint import paint
from easel.engines.painter.places import setting_of
from easel.engines.painter.sprites import SPRITES, get
from easel.engines.painter.sprites.toppings import SERVED


@pytest.mark.parametrize(
    "prompt",
    [
        "ramen with egg, pork and green onions",
        "pancakes with blueberries and butter",
        "蛋糕，配三个草莓",
        "pizza with olives",
    ],
)
def test_toppings_are_small_and_within_their_dish(prompt: str) -> None:
    """Each topping is less than half as wide as its dish and over it."""
    dish, *toppings = paint(read(prompt), Size(256, 256), seed=3).regions
    left, top, right, bottom = dish.box
    assert toppings
    for region in toppings:
        middle = 0.5 * (region.box[0] + region.box[2])
        assert left < middle < right
        assert region.box[3] <= bottom
        assert region.box[3] - region.box[1] < 0.5 * (bottom - top)


def test_every_dish_and_form_can_be_drawn() -> None:
    """The tables name sprites that there are."""
    assert all(get(kind) for kind in DISHES)
    assert set(FORMS.values()) <= set(SERVED) | set(SPRITES)


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("a perfume bottle on a marble table", "table_top"),
        ("pizza with mushrooms", "table_top"),
        ("a vase of flowers on a white table", "table_top"),
        ("a jar of flowers on a kitchen table by the window", "kitchen"),
    ],
)
def test_a_still_life_is_seen_on_its_table(prompt: str, setting: str) -> None:
    """Small things on a table are shown from near, not on a floor or in a meadow."""
    assert setting_of(read(prompt)) == setting


def mean_colour(prompt: str, box: tuple[float, float, float, float]) -> np.ndarray:
    """The mean colour of a part of a painted prompt."""
    pixels = paint(read(prompt), Size(128, 128), seed=5).pixels.astype(float)
    left, top, right, bottom = (round(128 * value) for value in box)
    return pixels[top:bottom, left:right].mean((0, 1))


@pytest.mark.parametrize(("colour", "channel"), [("red", 0), ("green", 1), ("blue", 2)])
def test_a_wall_is_painted_in_its_colour(colour: str, channel: int) -> None:
    """Above the heads of those before it, the wall has the named colour."""
    assert int(np.argmax(mean_colour(f"a dog in front of a {colour} wall", (0.1, 0.05, 0.9, 0.3)))) == channel


def test_rain_is_seen_on_the_panes() -> None:
    """A café's window shows another picture when it rains outside."""
    dry, wet = (paint(read(p), Size(128, 128), seed=5).pixels for p in ("a cafe, overcast", "a cafe, rain"))
    assert not np.array_equal(dry, wet)


def test_petals_lie_all_over_the_table() -> None:
    """They are spread, and do not push the bottle aside."""
    regions = {r.kind: r.box for r in paint(read("a perfume bottle on a marble table with rose petals"),
                                            Size(128, 128), seed=5).regions}  # fmt: skip
    assert regions["petals"][2] - regions["petals"][0] > 0.6
    assert abs(0.5 * (regions["perfume"][0] + regions["perfume"][2]) - 0.5) < 0.2


@pytest.mark.parametrize(
    "prompt",
    [
        "夏日西瓜汁，玻璃杯里有冰块，木桌上",
        "热气腾腾的火锅，旁边摆着虾和蔬菜",
        "饺子、鱼、米饭和红酒，圆桌",
    ],
)
def test_a_meal_is_on_a_table(prompt: str) -> None:
    """What is eaten stands in no meadow, whatever the season and whatever of the sea is eaten."""
    assert setting_of(read(prompt)) == "table_top"


def test_food_in_a_restaurant_is_inside() -> None:
    """Nobody serves steak on the pavement before the house."""
    plan = read("steak and a glass of red wine, restaurant")
    assert (plan.setting, "shop" in {thing.kind for thing in plan.things}) == ("cafe", False)


def test_many_things_seen_from_above_are_in_two_rows() -> None:
    """They lie all over the table, not in one line of small things."""
    plan = read("laptop, notebook, coffee and a small cactus on a white desk, top view")
    feet = sorted(region.box[3] for region in paint(plan, Size(128, 128), seed=5).regions)
    assert feet[-1] - feet[0] > 0.2


def test_candles_on_a_cake_stand_above_it() -> None:
    """Five of them can be counted over the cake."""
    regions = paint(read("生日蛋糕上插着五根蜡烛"), Size(128, 128), seed=5).regions
    cake = next(region.box for region in regions if region.kind == "cake")
    candles = [region.box for region in regions if region.kind == "candle"]
    assert len(candles) == 5
    assert all(box[1] < cake[1] + 0.02 for box in candles)


def test_syrup_runs_under_what_lies_on_it() -> None:
    """Berries on a stack of pancakes are seen on the syrup, as blue as they are."""
    picture = paint(read("a stack of pancakes with blueberries and maple syrup"), Size(256, 256), seed=3).pixels
    red, _, blue = np.moveaxis(picture.astype(int), -1, 0)

    assert ((blue - red) > 40).sum() > 60
