"""The bench's prompts: enough of them, in both languages, and about things that exist."""

from collections import Counter

from bench.fidelity.manner import TOLD
from bench.fidelity.prompts import CATEGORIES, development, held_out
from bench.fidelity.relations import HOLDS
from bench.fidelity.scenery import IN_SKY, KNOWN_BY

from easel.engines.painter.plan import SETTINGS
from easel.engines.painter.sprites import get


def test_there_are_enough_prompts_in_both_languages():
    """At least 600 to develop with, and 100 held out or none yet, half of them Chinese, in every category."""
    known, apart = development(), held_out()

    assert 600 <= len(known)
    # Held-out prompts that have been looked at join the others; until new ones are written, there are none.
    assert len(apart) in (0, 100)
    for cases in filter(None, (known, apart)):
        assert set(CATEGORIES) == {case.category for case in cases}
        languages = Counter(case.language for case in cases)
        assert 0.45 <= languages["zh"] / len(cases) <= 0.55


def test_no_prompt_stands_twice_or_on_both_sides():
    """Held-out prompts are not among those that the painter is mended by."""
    everything = [(case.prompt, case.instruction) for case in (*development(), *held_out())]

    assert len(everything) == len(set(everything))


def test_everything_expected_can_be_checked():
    """Each sprite, setting, relation, light, thing of the sky and style has its check."""
    for case in (*development(), *held_out()):
        for shown in filter(None, (case.shown, case.after)):
            assert all(get(thing.kind) for thing in shown.things)
            assert all(name in HOLDS or name == "between" for _, name, _ in shown.relations)
            assert shown.style is None or shown.style in TOLD
            checks = {"setting": SETTINGS, "sky": IN_SKY}
            assert all(value in checks.get(field, (*KNOWN_BY, "rain", "snow")) for field, value in shown.scene)
