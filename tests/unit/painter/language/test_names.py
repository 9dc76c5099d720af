"""How many things can be asked for by name, and that each of them is something."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.language import read
from easel.engines.painter.language.lexicon import lexicon
from easel.engines.painter.language.script import is_chinese
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import ScenePlan
from easel.engines.painter.sprites import get

NAMES = sorted(form for form, entry in lexicon().forms.items() if entry.is_thing)
#: Every so many names are painted.
EVERY = 700


def named(chinese: bool) -> set[str]:
    """The names of one language that give at least one thing, each with a drawing or an icon, or a laid-out picture."""
    return {
        name
        for name in NAMES
        if any(map(is_chinese, name)) == chinese
        and ((plan := read(name)).things or plan.layout)
        and all(get(thing.kind) for thing in plan.things)
    }


def test_thousands_of_things_have_names_in_both_languages():
    """At least 2,500 names in each language give something to paint, and no name gives nothing."""
    english, chinese = named(chinese=False), named(chinese=True)
    assert (True, True) == (len(english) >= 2500, len(chinese) >= 2500)
    assert [] == sorted(set(NAMES) - english - chinese)


@pytest.mark.parametrize("name", NAMES[::EVERY])
def test_a_name_is_seen(name: str):
    """What is asked for by name changes the picture where it stands."""
    plan = read(name)
    bare = ScenePlan(setting=plan.setting or "meadow", backdrops=plan.backdrops, time=plan.time, weather=plan.weather)
    shown = ScenePlan(**{field: getattr(bare, field) for field in ("setting", "backdrops", "time", "weather")},
                      things=plan.things)  # fmt: skip
    empty, full = (paint(p, Size.parse("96x96"), seed=1).pixels.astype(int) for p in (bare, shown))
    assert np.abs(full - empty).max(axis=2).mean() > 0.5
