"""Snow lies, leaves turn and fall, a bough tells the season where little grows; hours and skies show everywhere."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.brush import rgb
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import ScenePlan, Thing
from easel.engines.painter.sprites.greenery import leafage
from easel.engines.painter.sprites.sprite import Look

SIZE = Size(192, 192)
SHOP = Thing(kind="shop", words="shop")


def pixels(**fields: object) -> np.ndarray:
    """A picture by day, as numbers that can be subtracted."""
    return paint(ScenePlan(time="day", **fields), SIZE, seed=4).pixels.astype(np.int16)


def redness(picture: np.ndarray) -> float:
    """How much more red than green there is where red is the stronger."""
    return float(np.maximum(picture[..., 0] - picture[..., 1], 0).mean())


@pytest.mark.parametrize("setting", ["desert", "road", "headland", "volcano", "waterfall", "bamboo_grove", "beach"])
def test_snow_lies_on_every_ground(setting):
    """On sand, asphalt, rock, ashes, cliffs and bamboo more is white in winter."""
    bare, white = ((pixels(setting=setting, season=season) > 150).all(2).mean() for season in ("summer", "winter"))

    assert white > bare + 0.08


def test_leaves_fall_onto_the_pavement():
    """Before a row of houses they lie at its foot; none lies on the walls."""
    bare, autumn = (
        paint(ScenePlan(time="day", season=season, setting="street", things=(SHOP,)), SIZE, seed=4).pixels.astype(int)
        for season in ("summer", "autumn")
    )
    changed = np.abs(autumn - bare).max(axis=2) > 40
    assert changed[int(0.86 * SIZE.height) :].mean() > 0.02
    assert changed[int(0.5 * SIZE.height) : int(0.8 * SIZE.height)].mean() < 0.02


@pytest.mark.parametrize("setting", ["sea", "venice", "water_town", "square", "mountain_top"])
def test_a_bough_with_red_leaves_tells_the_autumn(setting):
    """Where nothing turns red by itself there is red in an upper corner, and none in spring or summer."""
    autumn, spring, summer = (pixels(setting=setting, season=season)[:70] for season in ("autumn", "spring", "summer"))

    assert redness(autumn) > redness(summer) + 4
    assert redness(autumn) > redness(spring) + 1


def test_the_words_may_forbid_the_bough():
    """No tree, no bough."""
    bare, without = (
        pixels(setting="sea", season="autumn", excluded=frozenset(names))[:70] for names in ((), ("tree",))
    )

    assert redness(without) < redness(bare) - 4


def test_leaves_have_the_season_s_colour_unless_the_words_give_one():
    """A tree is green in summer and red or yellow in autumn; a blue one stays blue."""
    rng = np.random.default_rng(1)
    summer, autumn = (leafage(Look(traits={"season": name}), "#4c8a3f", rng) for name in ("summer", "autumn"))

    assert summer == rgb("#4c8a3f")
    assert autumn[0] > autumn[1]
    assert rgb("#3050d0") == leafage(Look(colour=rgb("#3050d0"), traits={"season": "autumn"}), "#4c8a3f", rng)


def test_snow_falls_from_a_grey_sky():
    """When it snows the sky has lost its blue."""
    clear, snowy = (pixels(setting="meadow", weather=weather)[:60] for weather in ("clear", "snow"))

    assert (snowy[..., 2] - snowy[..., 0]).mean() < 0.6 * (clear[..., 2] - clear[..., 0]).mean()


@pytest.mark.parametrize("setting", ["square", "bamboo_grove", "market", "forest_floor"])
def test_what_hangs_in_the_sky_is_seen_between_houses_and_trees(setting):
    """A moon is seen over a square, over a market and through a grove."""
    moon, none = (
        paint(ScenePlan(setting=setting, time="night", **fields), SIZE, seed=4).pixels.mean(2)
        for fields in ({"sky": {"moon": None}}, {"sky": {"clouds": None}, "excluded": frozenset({"moon"})})
    )

    assert ((moon > none + 60)[:100]).mean() > 0.004


@pytest.mark.parametrize("setting", ["street", "market", "square"])
def test_lit_windows_do_not_hide_the_night(setting):
    """Between lamps and windows a third of the picture has about half a day's light."""
    day, night = (
        np.quantile(paint(ScenePlan(setting=setting, time=time), SIZE, seed=4).pixels, 0.35)
        for time in ("day", "night")
    )

    assert night < 0.55 * day


@pytest.mark.parametrize("weather", ["snow", "rain", "fog"])
def test_a_low_sun_colours_the_clouds(weather):
    """At sunrise the sky is warmer than by day in the same weather."""
    day, sunrise = (
        paint(ScenePlan(setting="meadow", time=time, weather=weather), SIZE, seed=4).pixels[:80].mean((0, 1))
        for time in ("day", "sunrise")
    )

    assert sunrise[0] - sunrise[2] > day[0] - day[2] + 15


def test_fog_spreads_the_light_of_lamps_by_night():
    """Around a street's lamps and windows it is lighter than where fog is seen without them."""
    foggy = paint(ScenePlan(setting="street", time="night", weather="fog"), SIZE, seed=4).pixels[..., 0]

    assert foggy[40:120, :40].mean() > foggy[40:120, 80:112].mean() + 12
