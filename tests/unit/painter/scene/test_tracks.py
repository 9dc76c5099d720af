"""Trains run on rails that go through the whole picture; in a station they come in along the platform."""

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.begin import begin
from easel.engines.painter.compose import compose
from easel.engines.painter.language import read
from easel.engines.painter.paint import paint
from easel.engines.painter.places import setting_of
from easel.engines.painter.plan import ScenePlan, Thing
from easel.engines.painter.tracks import on_tracks

SIZE = Size(256, 256)
DAY = {"time": "day", "weather": "clear", "season": "summer"}


def plan(kind: str, setting: str, **more: object) -> ScenePlan:
    """One train by day."""
    return ScenePlan(setting=setting, things=(Thing(kind=kind, words=kind, **more),), **DAY)


@pytest.mark.parametrize("kind", ["train", "bullet_train"])
def test_rails_run_from_one_side_to_the_other(kind: str):
    """In the rows under the wheels the grass of both margins has given way to the grey of a track."""
    shown = plan(kind, "meadow")
    item = compose(begin(shown, SIZE, seed=3)[0])[0]
    pixels = paint(shown, SIZE, seed=3).pixels.astype(int)
    under = pixels[int(item.y) + 1 : int(item.y + 0.1 * item.tall)]
    for margin in (under[:, :8], under[:, -8:]):
        assert np.median(np.ptp(margin, axis=2)) < 40


def test_a_train_on_a_bridge_or_in_a_studio_needs_no_track():
    """Tracks are laid on the ground only."""
    for prompt in ("a bullet train on a bridge", "a bullet train on a plain background"):
        scene, _ = begin(read(prompt), SIZE, seed=1)
        assert [] == on_tracks(scene, compose(scene))


def test_trains_alone_are_no_cars():
    """Without a place they are in a meadow, where no road leads through; a car is on its road."""
    assert ["meadow", "meadow", "road"] == [
        setting_of(read(prompt)) for prompt in ("a bullet train", "火车", "a red car")
    ]


def test_a_bullet_train_comes_in_along_the_platform():
    """It is the station's own train, in the colour that is asked for; none stands on the platform."""
    blue = plan("bullet_train", "station", colour="#2f6fd0")
    pixels = paint(blue, SIZE, seed=2).pixels.astype(int)
    left, right = pixels[100:190, :110], pixels[100:190, 150:]
    assert ((left[..., 2] > left[..., 0] + 70) & (left[..., 2] > 120)).mean() > 0.15
    assert ((right[..., 2] > right[..., 0] + 70) & (right[..., 2] > 120)).mean() < 0.02
    assert [] == compose(begin(blue, SIZE, seed=2)[0])
