"""Colours, manners, light and places told from pixels: each check fails on a wrong picture."""

from dataclasses import replace

import numpy as np
import pytest
from bench.fidelity import colours, identity, manner, places
from bench.fidelity.picture import Picture, lab
from bench.fidelity.scenery import shows_in_sky, shows_light

from easel.engines.painter.plan import Relation, ScenePlan, Thing

#: Named colours as people mix them.
PAINTS = {
    "black": "#1d1d1f", "white": "#f6f6f2", "gray": "#8c9097", "red": "#d02a2a", "orange": "#f08a24",
    "yellow": "#f4cf2c", "green": "#3c9a48", "blue": "#2a6ad0", "purple": "#7a48b4", "pink": "#f2a0bc",
    "brown": "#6e4524",
}  # fmt: skip
HOUSE = ScenePlan(things=(Thing(kind="house", words="house"),), setting="meadow")


def paper(colour: str) -> np.ndarray:
    """Lab values of a sheet of one colour."""
    rgb = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return lab(np.full((8, 8, 3), rgb, np.uint8))


def one(kind: str, seed: int = 3, **thing: object) -> Picture:
    """A picture of one thing."""
    return Picture(ScenePlan(things=(Thing(kind=kind, words=kind, **thing),), setting="plain"), seed=seed)


@pytest.mark.parametrize("name", PAINTS)
def test_colours_have_their_names_and_no_others(name: str):
    """A sheet of paint is of its own colour, and of none of the ten others."""
    values, everywhere = paper(PAINTS[name]), np.ones((8, 8), bool)

    assert [name] == [other for other in PAINTS if colours.is_coloured(values, everywhere, other)]


def test_a_car_of_the_wrong_colour_is_found_out():
    """The colour is that of the thing's own pixels."""
    picture = one("car", colour="#d8322c")
    car = picture.copies[0]

    assert colours.is_coloured(picture.lab, car.seen, "red")
    assert not colours.is_coloured(picture.lab, car.seen, "blue")
    assert not colours.is_coloured(picture.lab, ~car.seen, "red")


def test_clothes_of_the_wrong_colour_are_found_out():
    """A woman in red wears nothing green."""
    picture = one("woman", traits=frozenset({"garment:dress", "garment_colour:#d8322c"}))
    woman = picture.copies[0]

    assert colours.is_worn(picture.lab, woman.seen, "red")
    assert not colours.is_worn(picture.lab, woman.seen, "green")


@pytest.mark.parametrize(("kind", "other"), [("cat", "house"), ("car", "tree"), ("teapot", "apple"), ("owl", "horse")])
def test_another_thing_is_not_taken_for_the_right_one(kind: str, other: str):
    """The nearest sprite is the right one for the right thing only."""
    right, wrong = one(kind), one(other)

    assert kind == identity.nearest(right, right.copies[0], kind=kind)
    assert kind != identity.nearest(wrong, wrong.copies[0], kind=kind)


@pytest.mark.parametrize("time", ["day", "night", "sunset"])
def test_a_thing_is_compared_in_the_light_of_its_hour(time: str):
    """A tent is a tent with its lamp lit and without, and in an evening's red light."""
    tent = Picture(ScenePlan(things=(Thing(kind="tent", words="tent"),), setting="meadow", time=time), seed=6)

    assert "tent" == identity.nearest(tent, tent.copies[0], kind="tent")


def test_only_what_is_on_top_is_seen():
    """A cat before a house is seen whole; the house is hidden where the cat stands."""
    things = (
        Thing(kind="cat", words="cat", relations=(Relation("in_front_of", 1),)),
        Thing(kind="house", words="house"),
    )
    cat, house = Picture(ScenePlan(things=things, setting="meadow"), seed=2).copies

    assert cat.share > 0.95
    assert 0.3 < house.share < 0.97
    # Both show in the cat's soft edge.
    assert (cat.seen & house.seen).sum() < 0.05 * cat.seen.sum()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("time", "night"), ("time", "dusk"), ("time", "sunset"), ("time", "sunrise"), ("weather", "rain"),
        ("weather", "storm"), ("weather", "snow"), ("weather", "fog"), ("season", "winter"), ("season", "autumn"),
    ],
)  # fmt: skip
def test_light_and_weather_are_missed_on_a_plain_day(field: str, value: str):
    """The check holds for the scene that has it, and fails for a clear summer day."""
    assert shows_light(Picture(replace(HOUSE, **{field: value}), seed=4), field, value)
    assert not shows_light(Picture(HOUSE, seed=4), field, value)


@pytest.mark.parametrize("time", ["dusk", "sunset", "golden_hour"])
def test_winter_is_seen_in_every_light(time: str):
    """Snow under a red sky or in the dusk is still told from grass."""
    evening = replace(HOUSE, time=time)

    assert shows_light(Picture(replace(evening, season="winter"), seed=4), "season", "winter")
    assert not shows_light(Picture(evening, seed=4), "season", "winter")


def test_a_winter_s_night_is_told_from_its_day():
    """Snow makes a night lighter, but not as light as the same snow by day."""
    day = replace(HOUSE, season="winter", time="day")

    assert shows_light(Picture(replace(day, time="night"), seed=4), "time", "night")
    assert not shows_light(Picture(day, seed=4), "time", "night")


def test_a_storm_by_night_is_more_than_rain():
    """Rain without a storm's darkness is none, nor is the darkness without the rain."""
    storm = ScenePlan(setting="meadow", time="night", weather="storm")

    assert shows_light(Picture(storm, seed=4), "weather", "storm")
    assert not shows_light(Picture(replace(storm, weather="rain"), seed=4), "weather", "storm")
    assert not shows_light(Picture(replace(storm, excluded=frozenset({"rain"})), seed=4), "weather", "storm")


@pytest.mark.parametrize("season", ["autumn", "winter"])
@pytest.mark.parametrize("other", ["spring", "summer"])
def test_a_season_on_the_water_is_not_taken_for_another(season: str, other: str):
    """A sea in autumn or winter is told by what hangs into the picture and lies on the shores."""
    sea = ScenePlan(setting="sea", season=season)

    assert shows_light(Picture(sea, seed=4), "season", season)
    assert not shows_light(Picture(replace(sea, season=other), seed=4), "season", season)


def test_snow_is_seen_by_its_flakes():
    """On a snowfield, which is white anyway, snow falls only where there are flakes."""
    snowing = ScenePlan(setting="snowfield", time="day", weather="snow")

    assert shows_light(Picture(snowing, seed=4), "weather", "snow")
    assert not shows_light(Picture(replace(snowing, excluded=frozenset({"snow"})), seed=4), "weather", "snow")


def test_the_moon_is_missed_where_there_is_none():
    """A moon is a bright spot that is gone without it."""
    night = ScenePlan(setting="lake", time="night", sky={"moon": None})

    assert shows_in_sky(Picture(night, seed=1), "moon")
    assert not shows_in_sky(Picture(replace(night, sky={}, excluded=frozenset({"moon"})), seed=1), "moon")


# The first of these paints what the styles are compared with, every style twelve times.
@pytest.mark.timeout(400)
@pytest.mark.parametrize("style", manner.TOLD)
def test_each_style_is_told_from_all_the_others(style: str):
    """The nearest of all styles is the one that the picture is painted in."""
    plain = Picture(HOUSE, seed=5)

    assert style == manner.nearest(plain.otherwise(style=style).pixels, plain.pixels)


@pytest.mark.timeout(400)
@pytest.mark.parametrize("style", sorted(manner.PLAIN))
def test_a_plain_picture_is_in_no_style(style: str):
    """Neither the picture itself nor one through a lens is taken for a painted one."""
    plain = Picture(HOUSE, seed=5)

    assert "none" == manner.nearest(plain.otherwise(style=style).pixels, plain.pixels)


def test_a_chinese_paper_cut_is_a_paper_cut():
    """The narrower style counts as the wider one, not the other way round."""
    assert manner.is_a("jianzhi", "paper_cut")
    assert not manner.is_a("paper_cut", "jianzhi")


def test_another_place_is_not_taken_for_the_right_one():
    """The nearest setting is the right one for the right place only."""
    other = places.rivals_of("beach")[0]
    right, wrong = (Picture(ScenePlan(setting=name), seed=9) for name in ("beach", other))

    assert "beach" == places.nearest(right, setting="beach", rivals=2)
    assert other == places.nearest(wrong, setting="beach", rivals=2)
