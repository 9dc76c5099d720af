"""The entry: sizes, settings, determinism, stages, finish."""

import hashlib
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import (
    BACKDROPS,
    CAMERAS,
    MOODS,
    SEASONS,
    SETTINGS,
    SKY_THINGS,
    TIMES,
    WEATHERS,
    ScenePlan,
    Thing,
)

CAT = Thing(kind="cat", words="cat")
SCENE = ScenePlan(things=(CAT,), setting="lake", backdrops=("mountains",), time="sunset", weather="rain")


def spread(pixels: np.ndarray) -> float:
    """How much the picture varies: about 0 for an empty one."""
    return float(pixels.astype(np.float32).std())


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_paints_with_and_without_a_thing(painted, setting):
    """Every setting gives an opaque picture, and a thing is seen in it."""
    empty = painted(ScenePlan(setting=setting)).pixels
    with_cat = painted(ScenePlan(setting=setting, things=(CAT,))).pixels

    assert (128, 128, 3) == empty.shape == with_cat.shape
    assert spread(empty) > 4
    assert np.abs(with_cat.astype(int) - empty).max() > 40


@pytest.mark.parametrize(
    "plan",
    [ScenePlan(backdrops=(b,)) for b in BACKDROPS]
    + [ScenePlan(time=t) for t in TIMES]
    + [ScenePlan(weather=w) for w in WEATHERS]
    + [ScenePlan(season=s) for s in SEASONS]
    + [ScenePlan(sky={s: None}) for s in SKY_THINGS]
    + [ScenePlan(mood=m, things=(CAT,)) for m in MOODS]
    + [ScenePlan(camera=c, things=(CAT,)) for c in CAMERAS]
    + [ScenePlan(camera=c, things=(Thing(kind="woman", words="woman"),)) for c in CAMERAS],
    ids=lambda plan: "-".join(
        [*plan.backdrops, *plan.sky, plan.time or "", plan.weather or "", plan.season or "", plan.mood, plan.camera]
    ),
)
def test_every_word_of_the_plan_paints(painted, plan):
    """Every backdrop, time, weather, season, sky thing, mood and framing paints something."""
    assert spread(painted(plan).pixels) > 4


@pytest.mark.parametrize("size", ["64x64", "512x64", "64x512", "96x768", "1024x128", "65x71", "333x127"])
def test_any_size_and_ratio(painted, size):
    """The picture has exactly the size asked for, whatever its shape."""
    wanted = Size.parse(size)
    for setting in ("meadow", "library", "street", "underwater"):
        pixels = painted(ScenePlan(setting=setting, things=(CAT,)), size).pixels

        assert (wanted.height, wanted.width, 3) == pixels.shape
        assert np.uint8 == pixels.dtype


def test_same_seed_same_bytes(painted):
    """The same plan, size and seed give the same bytes."""
    assert painted(SCENE).pixels.tobytes() == painted(SCENE).pixels.tobytes()


def test_same_bytes_in_another_process(painted):
    """Nothing depends on the process: hash seeds, caches, threads."""
    code = (
        "import hashlib; from easel.core.image import Size; from easel.engines.painter.paint import paint;"
        "from easel.engines.painter.plan import ScenePlan, Thing;"
        "plan = ScenePlan(things=(Thing(kind='cat', words='cat', traits=frozenset({'pose:sitting', 'age:young'})),),"
        "setting='street', time='night', sky={'stars': None, 'meteors': None});"
        "print(hashlib.sha256(paint(plan, Size(128, 128), seed=1).pixels.tobytes()).hexdigest())"
    )
    plan = ScenePlan(
        things=(replace(CAT, traits=frozenset({"age:young", "pose:sitting"})),),
        setting="street",
        time="night",
        sky={"stars": None, "meteors": None},
    )
    here = hashlib.sha256(painted(plan).pixels.tobytes()).hexdigest()

    there = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()

    assert here == there


@pytest.mark.parametrize("setting", ["meadow", "lake", "library", "street", "space", "table_top"])
def test_seeds_differ(painted, setting):
    """Two seeds give clearly different pictures of the same plan."""
    plan = ScenePlan(setting=setting, things=(CAT,))
    first, second = painted(plan, seed=1).pixels, painted(plan, seed=2).pixels

    assert np.abs(first.astype(int) - second).mean() > 4


def test_extreme_seeds(painted):
    """Seeds of any size and sign are taken."""
    for seed in (0, -1, 2**63, 9_999_999_999):
        assert (128, 128, 3) == painted(SCENE, seed=seed).pixels.shape


def test_stages_arrive_and_grow(painted):
    """Stages come in order, each the picture's size, and the last is the finished picture."""
    stages: list[np.ndarray] = []
    finished = painted(SCENE, on_stage=stages.append).pixels

    assert 4 == len(stages)
    assert {(128, 128, 3)} == {stage.shape for stage in stages}
    assert all(np.any(a != b) for a, b in pairwise(stages[:3]))
    assert finished.tobytes() == stages[-1].tobytes()


def test_stages_change_nothing(painted):
    """Watching does not change the picture."""
    assert painted(SCENE).pixels.tobytes() == painted(SCENE, on_stage=lambda _: None).pixels.tobytes()


def test_steps_are_finish(painted):
    """More steps refine the same composition: regions stay, pixels change."""
    plan = ScenePlan(setting="meadow", things=(CAT,))
    rough, full = painted(plan, steps=4), painted(plan, steps=28)

    assert rough.regions == full.regions
    assert rough.pixels.tobytes() != full.pixels.tobytes()


def test_quality_and_mood_are_seen(painted):
    """`hd` and `vivid` change the picture."""
    plain = painted(SCENE).pixels
    vivid = painted(SCENE, mood="vivid").pixels
    colourful = [float((p.max(2).astype(int) - p.min(2)).mean()) for p in (plain, vivid)]

    assert np.any(plain != painted(SCENE, quality="hd").pixels)
    assert colourful[0] < colourful[1]


def test_transparent_is_things_only(painted):
    """A transparent picture is clear around the thing and solid within it."""
    painting = painted(ScenePlan(things=(CAT,), setting="meadow"), transparent=True)
    left, top, right, bottom = (round(v * 128) for v in painting.regions[0].box)

    assert (128, 128, 4) == painting.pixels.shape
    assert 0 == painting.pixels[:8, :, 3].max()
    assert 255 == painting.pixels[top:bottom, left:right, 3].max()


def test_style_is_applied(painted):
    """A plan's style changes the picture."""
    plain, ink = painted(SCENE).pixels, painted(replace(SCENE, style="ink_wash")).pixels

    assert np.abs(plain.astype(int) - ink).mean() > 5


def test_large_pictures_have_more_detail():
    """A picture twice as large is not the small one enlarged."""
    plan = ScenePlan(setting="meadow", things=(CAT,))
    small, large = (paint(plan, Size(n, n), seed=3).pixels.astype(np.float32) for n in (256, 1024))
    enlarged = np.repeat(np.repeat(small, 4, 0), 4, 1)

    def fine(picture: np.ndarray) -> float:
        return float(np.abs(np.diff(picture, axis=1)).astype(bool).mean())

    assert fine(large) > 2 * fine(enlarged)
