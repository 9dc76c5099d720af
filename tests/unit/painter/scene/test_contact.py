"""Plants around the feet of things: nothing stands in their way, grass grows before them, leaves are seen as leaves."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.begin import begin
from easel.engines.painter.brush import Surface, placed, rgb
from easel.engines.painter.contact import feet_of
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import ScenePlan, Thing
from easel.engines.painter.stamps import Spot, Stamps
from easel.engines.painter.vegetation import broadleaf, conifer, grass

GREEN = (rgb("3f8a3a"),)


@pytest.fixture
def scene():
    """An empty picture of 200 by 200 pixels with a thing in its middle, 60 wide and 80 high, that stands at row 150."""
    scene, _ = begin(ScenePlan(setting="meadow"), Size(200, 200), seed=3)
    scene.contact.feet = feet_of([(70.0, 70.0, 130.0, 150.0)])
    return scene


def painted(scene):
    """Whether anything has been drawn so far."""
    return bool(scene.pixels[..., 3].any())


def test_no_tree_stands_before_a_thing(scene):
    """A tree whose foot is nearer than a thing's, and whose crown would cover it, is left out."""
    Stamps(scene, conifer, GREEN, tall_px=90).stamp([Spot(100, 160, 90)])

    assert not painted(scene)


def test_a_tree_behind_a_thing_is_drawn(scene):
    """A tree that stands farther away is there, whatever stands before it."""
    Stamps(scene, conifer, GREEN, tall_px=90).stamp([Spot(100, 140, 90)])

    assert painted(scene)


def test_grass_before_the_feet_is_drawn_after_the_thing(scene):
    """Low grass just before a thing waits until all that is farther has been drawn."""
    Stamps(scene, grass, GREEN, tall_px=14).stamp([Spot(100, 155, 14)], cover=True)
    scene.contact.catch_up(150)
    before = painted(scene)
    scene.contact.catch_up(200)

    assert (before, painted(scene)) == (False, True)


def test_no_grass_grows_on_a_tree(scene):
    """Ground that is hidden by a nearer tree has no grass."""
    scene.contact.feet = ()
    Stamps(scene, conifer, GREEN, tall_px=90).stamp([Spot(100, 180, 90)])
    before = scene.pixels.copy()
    Stamps(scene, grass, GREEN, tall_px=14).stamp([Spot(100, 150, 14)], cover=True)

    assert np.array_equal(before, scene.pixels)


def test_no_grass_grows_on_a_roof():
    """Of the meadow that is built over, nothing is seen at the feet of who stands on the roofs."""
    plan = ScenePlan(backdrops=("rooftops",), things=(Thing(kind="boy", words="boy"),))
    with_grass, without = (paint(each, Size(256, 256), seed=3) for each in (plan, replace(plan, excluded={"grass"})))

    assert np.array_equal(with_grass.pixels, without.pixels)


@pytest.mark.parametrize("draw", [broadleaf, conifer])
def test_a_large_tree_has_more_detail_than_a_small_one(draw):
    """At four times the size a tree has finer leaves, not larger ones."""
    small, large = (_tree(draw, side) for side in (220, 880))
    enlarged = cv2.resize(small, (880, 880), interpolation=cv2.INTER_CUBIC)
    fine, coarse = (cv2.Laplacian(image, cv2.CV_32F, ksize=3).std() for image in (large, enlarged))

    assert fine > 3 * coarse


def _tree(draw, side):
    surface = Surface(side, side)
    with placed(surface.canvas, (side / 2, side * 0.98), scale=(0.95 * side, 0.95 * side)):
        draw(surface.canvas, np.random.default_rng(1), GREEN[0], False)
    return surface.rgba[..., 1].copy()


def test_falling_petals_have_no_contour():
    """In a drawn style the cherry is outlined, the petals that fall from it are not nothing but outline."""
    plan = ScenePlan(things=(Thing(kind="cherry_tree", words="cherry tree"),), setting="plain", style="anime")
    lower = paint(plan, Size(512, 512), seed=4, guidance_scale=10).pixels[330:420].astype(int)
    dark = (lower.max(2) < 90).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(dark)

    assert (stats[1:, cv2.CC_STAT_AREA] < 60).sum() <= 4
