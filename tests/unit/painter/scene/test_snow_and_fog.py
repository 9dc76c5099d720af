"""Snow stays white in any light, fog hides what is far, rooms have their hour, a table has the colour of the words."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter import language
from easel.engines.painter.paint import paint
from easel.engines.painter.palette import lies_under_snow, palette_of
from easel.engines.painter.places import setting_of
from easel.engines.painter.plan import ScenePlan, Thing


def warmth(colour: tuple[float, float, float]) -> float:
    """How much more red than blue a colour has."""
    return colour[0] - colour[2]


def test_snow_takes_the_red_out_of_an_evening_s_light():
    """Under a sunset's sky the light on the ground is less red where snow lies."""
    summer, winter = (
        palette_of(ScenePlan(time="sunset", season=season), np.random.default_rng(1)) for season in ("summer", "winter")
    )

    assert warmth(winter.ambient) < 0.6 * warmth(summer.ambient)
    assert winter.horizon == summer.horizon
    assert lies_under_snow(ScenePlan(setting="snowfield"))
    assert not lies_under_snow(ScenePlan(season="summer"))


def test_fog_hides_what_is_far(painted):
    """Around the horizon hardly any contrast is left, and at the feet much of it."""
    clear, foggy = (
        painted(ScenePlan(setting="street", time="day", weather=weather)).pixels.mean(2) for weather in ("clear", "fog")
    )

    assert foggy[45:70].std() < 0.5 * clear[45:70].std()
    assert foggy[115:].std() > 0.5 * clear[115:].std()


def test_a_table_that_fills_the_foreground_has_its_colour(painted):
    """A blue table is blue, also where only its top is seen."""
    vase = Thing(kind="vase", words="vase")
    wooden, blue = (
        painted(ScenePlan(setting="table_top", things=(Thing(kind="table", words="table", colour=colour), vase))).pixels
        for colour in (None, "#2f6fd0")
    )

    assert warmth(blue[110:, :30].mean((0, 1))) < -30 < 0 < warmth(wooden[110:, :30].mean((0, 1)))


def test_rooms_have_the_light_of_the_hour(painted):
    """A low sun makes a room warmer, and by night its corners are dark."""
    day, evening, night = (
        painted(ScenePlan(setting="bedroom", time=time)).pixels for time in ("day", "golden_hour", "night")
    )

    assert warmth(evening.mean((0, 1))) > warmth(day.mean((0, 1))) + 25
    assert night.mean() < 0.6 * day.mean()
    assert night[:20, :20].mean() < 0.5 * night[50:80, 50:80].mean()


def test_a_motorcycle_in_a_cyberpunk_picture_is_in_a_street():
    """Neon belongs into a city."""
    bike = Thing(kind="motorcycle", words="motorcycle")

    assert setting_of(ScenePlan(things=(bike,), style="cyberpunk")) == "neon_street"
    assert setting_of(ScenePlan(things=(bike,))) == "road"


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("a cozy cabin in snowy mountains", "snowfield"),
        ("雪山里的小木屋", "snowfield"),
        ("sunflowers in front of snowy mountains", "meadow"),
        ("a cabin in snowy mountains in summer", "meadow"),
        ("a cabin by a lake, snowy mountains behind", "lake"),
    ],
)
def test_snowy_mountains_have_snow_around(prompt, setting):
    """Who is in the snowy mountains stands in snow, unless the words name another place, a season or what grows."""
    assert setting == setting_of(language.read(prompt))


@pytest.mark.parametrize("setting", ["street", "square", "market"])
@pytest.mark.parametrize("light", [{"weather": "snow"}, {"season": "winter"}])
def test_snow_lies_on_paving(setting, light):
    """Streets, squares and markets are whiter at one's feet when snow lies."""
    near = slice(170, 250)
    bare, snowy = (
        paint(ScenePlan(setting=setting, **fields), Size(256, 256), seed=4).pixels[near].mean()
        for fields in ({"weather": "overcast"}, light)
    )

    assert snowy > bare + 20
