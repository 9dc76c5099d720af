"""References on pixels: fitting, masks, palettes, cut-outs, areas, light, and repainting by strength."""

from functools import partial
from itertools import pairwise

import cv2
import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import SEASONS, TIMES, WEATHERS, ScenePlan
from easel.engines.painter.references.areas import area_of, sky_area
from easel.engines.painter.references.colour import carry_palette, recolour, similar
from easel.engines.painter.references.frame import array_of, fit, image_of, opaque, to_bytes, to_float
from easel.engines.painter.references.mask import paste
from easel.engines.painter.references.placing import Spot, place, spots
from easel.engines.painter.references.relight import at_time, in_season, in_weather
from easel.engines.painter.references.repaint import repaint
from easel.engines.painter.references.studio import Studio
from easel.engines.painter.references.subject import cut_out, remove, subject_area
from easel.engines.painter.styles.tone import luminance


def photo(width: int = 192, height: int = 160) -> np.ndarray:
    """A synthetic photograph: sky, meadow, a red ball in the middle, sensor noise. uint8 RGB."""
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    picture = np.array([0.3, 0.55, 0.95], np.float32) * (1 - y) + np.array([0.75, 0.88, 1.0], np.float32) * y
    picture = np.repeat(picture, width, axis=1)
    picture[height // 2 :] = (0.32, 0.56, 0.22)
    cv2.circle(picture, (width // 2, height * 11 // 20), height // 5, (0.85, 0.12, 0.1), -1, cv2.LINE_AA)
    picture += np.random.default_rng(1).normal(0, 0.012, picture.shape).astype(np.float32)
    return to_bytes(picture)


def ball(width: int = 192, height: int = 160) -> np.ndarray:
    """Where the ball of `photo` is."""
    area = np.zeros((height, width), np.uint8)
    cv2.circle(area, (width // 2, height * 11 // 20), height // 5, 255, -1)
    return area > 0


def test_image_round_trip():
    """A core image becomes an array and back without a change."""
    picture = photo()

    assert np.array_equal(picture, array_of(image_of(picture)))


def test_fit_covers_the_frame():
    """Fitting crops, never stretches: a circle stays round."""
    fitted = fit(photo(), Size(100, 100))

    red = (fitted[..., 0] > 150) & (fitted[..., 1] < 100)
    assert (100, 100, 3) == fitted.shape
    assert abs(int(red.any(0).sum()) - int(red.any(1).sum())) <= 2


def test_fit_at_the_same_size_keeps_pixels():
    """Nothing is resampled when the size is right."""
    assert np.array_equal(photo(), fit(photo(), Size(192, 160)))


def test_opaque_lays_alpha_on_white():
    """Transparent parts of a picture become white."""
    rgba = np.zeros((4, 4, 4), np.uint8)

    assert 255 == opaque(rgba).min()


def test_outside_the_mask_every_byte_is_kept():
    """Masks feather inwards only."""
    kept, painted = photo(), np.full_like(photo(), 128)
    mask = np.zeros((160, 192), np.uint8)
    mask[40:120, 50:140] = 255

    pasted = paste(kept, painted, mask)

    assert np.array_equal(kept[mask == 0], pasted[mask == 0])
    assert np.array_equal(painted[70:90, 90:100], pasted[70:90, 90:100])


def test_mask_of_another_size_is_fitted():
    """A mask is resized like the picture it belongs to."""
    kept, painted = photo(), np.zeros_like(photo())
    mask = np.zeros((80, 96), np.uint8)
    mask[:40] = 255

    pasted = paste(kept, painted, mask)

    assert np.array_equal(kept[80:], pasted[80:])
    assert 0 == pasted[20:40].max()


def test_palette_is_carried_over():
    """A green picture takes on the mean colour of an orange one, in part for a part of the weight."""
    base = to_float(photo())
    orange = np.full((40, 40, 3), (0.9, 0.5, 0.15), np.float32)

    half, full = (carry_palette(base, orange, weight=w) for w in (0.5, 1.0))

    target = np.array([0.9, 0.5, 0.15])
    distances = [float(np.abs(p.mean((0, 1)) - target).sum()) for p in (base, half, full)]
    assert distances[0] > distances[1] > distances[2]
    assert distances[2] < 0.15


def test_recolour_changes_only_the_area():
    """The red ball turns blue; the meadow stays as it is."""
    picture = to_float(photo())

    blue = recolour(picture, ball().astype(np.float32), (0.1, 0.2, 0.9))

    assert blue[ball()].mean(0).argmax() == 2
    assert np.array_equal(picture[~ball()], blue[~ball()])


def test_similar_finds_a_colour():
    """Red is found where the ball is and nowhere else."""
    found = similar(to_float(photo()), (0.9, 0.1, 0.1))

    assert found[ball()].mean() > 0.85
    assert found[~ball()].mean() < 0.05


def test_subject_is_found():
    """GrabCut with the prior finds the ball."""
    found = subject_area(to_float(photo())) > 0.5

    both, either = (found & ball()).sum(), (found | ball()).sum()
    assert both / either > 0.85


def test_subject_of_a_known_shape():
    """Of two things that stand out as much, the one that has the named thing's shape is found."""
    picture, disc = photo(), np.zeros((41, 41), np.float32)
    cv2.rectangle(picture, (50, 20), (74, 140), (216, 30, 26), -1)
    cv2.circle(disc, (20, 20), 20, 1.0, -1)
    bar = np.ones((60, 12), np.float32)
    rectangle = np.zeros(picture.shape[:2], bool)
    rectangle[20:141, 50:75] = True

    for shape, wanted in ((disc, ball() & ~rectangle), (bar, rectangle)):
        found = subject_area(to_float(picture), shape) > 0.5

        assert (found & wanted).sum() / (found | wanted).sum() > 0.6


def test_what_has_no_drawing_has_no_shape():
    """A word that the painter draws nothing for is looked for by what stands out alone."""
    studio = Studio(plan=ScenePlan(), size=Size(64, 64), seed=9, paint=partial(paint, seed=9))

    assert studio.silhouette("zeppelin") is None


def test_a_plain_background_is_not_cut_out_between_the_legs():
    """On plain paper a table's cut-out has nothing between its legs, and has its white top."""
    picture = np.full((160, 160, 3), (236, 232, 222), np.uint8)
    picture[60:76, 30:130] = (150, 70, 40)
    picture[48:60, 50:110] = (255, 255, 255)
    for left in (34, 116):
        picture[76:140, left : left + 10] = (150, 70, 40)
    area = subject_area(to_float(picture))

    assert area[85:130, 60:100].mean() < 0.1
    assert area[62:74, 34:126].mean() > 0.9
    assert area[85:130, 36:42].mean() > 0.7


def test_cut_out_is_cropped_and_transparent_around():
    """A cut-out is RGBA, as large as its subject, and its corners are empty."""
    cut = cut_out(photo())

    assert 4 == cut.shape[2]
    assert abs(cut.shape[1] - 64) < 12
    assert cut[0, 0, 3] < 40
    assert cut[cut.shape[0] // 2, cut.shape[1] // 2, 3] > 240


@pytest.mark.parametrize("shape", [(1, 1, 3), (2, 3, 3), (90, 90, 3), (50, 400, 3)])
@pytest.mark.parametrize("value", [0, 128, 255])
def test_nothing_stands_out(shape, value):
    """A flat or tiny picture still has a middle to cut out."""
    cut = cut_out(np.full(shape, value, np.uint8))

    assert 4 == cut.shape[2]
    assert min(cut.shape[:2]) >= 1


def test_cut_out_keeps_its_own_alpha():
    """A picture that comes with alpha is cut along it."""
    rgba = np.zeros((50, 60, 4), np.uint8)
    rgba[10:30, 20:50] = (10, 200, 30, 255)

    assert (20, 30, 4) == cut_out(rgba).shape


def test_remove_leaves_the_surroundings():
    """Where the ball was there is sky and meadow, and far from it nothing changed."""
    picture = to_float(photo())

    removed = remove(picture, subject_area(picture))

    red = similar(removed, (0.9, 0.1, 0.1))[ball()]
    assert red.mean() < 0.1
    assert np.array_equal(picture[:, :20], removed[:, :20])


def test_sky_ends_at_the_horizon():
    """The sky is the upper part without the ball."""
    sky = sky_area(to_float(photo()))

    assert sky[:40].mean() > 0.9
    assert sky[100:].mean() < 0.05


@pytest.mark.parametrize("word", ["sky", "天空", "ground", "dress", "头发", "background", "ball"])
def test_areas_have_the_pictures_shape(word):
    """Every word gives a map in [0, 1]."""
    area = area_of(to_float(photo()), word)

    assert ((160, 192), np.float32) == (area.shape, area.dtype)
    assert 0 <= area.min() <= area.max() <= 1


def test_colour_named_in_the_words_finds_the_thing():
    """`the red ball` is where it is red."""
    area = area_of(to_float(photo()), "ball", colour=(0.9, 0.1, 0.1)) > 0.5

    assert (area & ball()).sum() / (area | ball()).sum() > 0.85


@pytest.mark.parametrize("time", TIMES)
def test_times_of_day(time):
    """Every time of day changes the picture and keeps it valid; night is darker than day."""
    picture = to_float(photo())

    lit = at_time(picture, time, seed=2)

    assert (picture.shape, np.float32) == (lit.shape, lit.dtype)
    assert np.abs(lit - picture).mean() > 0.01
    assert luminance(at_time(picture, "night", seed=2)).mean() < 0.6 * luminance(picture).mean()


@pytest.mark.parametrize("weather", WEATHERS)
def test_weathers(weather):
    """Every weather changes the picture and keeps it valid."""
    picture = to_float(photo())

    changed = in_weather(picture, weather, seed=2)

    assert picture.shape == changed.shape
    assert 0 <= changed.min() <= changed.max() <= 1
    assert np.abs(changed - picture).mean() > 0.01


@pytest.mark.parametrize("season", SEASONS)
def test_seasons(season):
    """Seasons turn the greens: autumn to red and yellow, winter to white."""
    picture = to_float(photo())

    changed = in_season(picture, season, seed=2)[120:]

    green = float((changed[..., 1] - changed[..., 0]).mean())
    before = float((picture[120:, :, 1] - picture[120:, :, 0]).mean())
    assert green < before if season in ("autumn", "winter") else green > 0


def test_strength_zero_is_the_input():
    """Nothing is changed, to the byte."""
    same = repaint(photo(), strength=0, plan=ScenePlan(style="oil"), painted=np.zeros_like(photo()))

    assert np.array_equal(photo(), same)


@pytest.mark.parametrize("style", ["none", "watercolor"])
def test_strength_leads_from_input_to_painting(style):
    """The more strength, the further from the input; up to the new painting no step is a jump."""
    base, painted = photo(), to_bytes(in_season(at_time(to_float(photo()), "night", seed=1), "winter", seed=1))
    steps = np.linspace(0, 1, 11)

    shown = [repaint(base, strength=s, plan=ScenePlan(style=style), painted=painted, seed=3).astype(int) for s in steps]

    distance = [np.abs(p - base).mean() for p in shown]
    jumps = [np.abs(b - a).mean() for a, b in pairwise(shown[:6])]
    assert distance[0] < distance[3] < distance[10]
    assert max(jumps) < 0.5 * distance[10] + 8


@pytest.mark.parametrize("strength", [0.62, 0.8, 1.0])
def test_nothing_is_seen_through_a_new_painting(strength):
    """Of the input's stripes nothing is left where all is painted anew."""
    stripes = np.where(np.arange(160) % 8 < 4, 1.0, -1.0)
    base = np.tile((128 + 90 * stripes)[None, :, None], (120, 1, 3)).astype(np.uint8)
    even = np.tile(np.linspace(60, 180, 120)[:, None, None], (1, 160, 3)).astype(np.uint8)

    shown = repaint(base, strength=strength, plan=ScenePlan(), painted=even, seed=3).astype(float)

    assert abs(float((shown[..., 0] * stripes).mean())) < 1


def test_things_that_step_in_hide_what_is_behind_them():
    """Between the two a plan's things stand in the picture as solid things do."""
    base = np.full((120, 160, 3), 40, np.uint8)
    base[:, ::2] = 200
    things = np.zeros((120, 160, 4), np.uint8)
    things[40:80, 60:100] = (220, 60, 50, 255)

    shown = repaint(base, strength=0.45, plan=ScenePlan(), painted=base, things=things, seed=3).astype(float)

    assert np.abs(np.diff(shown[50:70, 70:90], axis=1)).max() < 4


def test_placed_subject_stands_in_the_scene():
    """A cut-out is drawn with its foot at the spot, and the far corner is untouched."""
    cut = np.zeros((40, 20, 4), np.uint8)
    cut[...] = (250, 250, 20, 255)
    cut[-6:, :6] = 0
    cut[-6:, -8:] = 0
    scene = to_float(photo())

    placed = place(scene, cut, Spot(0.25, 0.9, 0.5))

    yellow = (placed[..., 0] > 0.6) & (placed[..., 1] > 0.6) & (placed[..., 2] < 0.35)
    assert abs(int(np.flatnonzero(yellow.any(1))[-1]) - 143) <= 2
    assert np.array_equal(scene[:20, -20:], placed[:20, -20:])


def test_spots_keep_subjects_apart():
    """Several subjects stand side by side inside the frame."""
    places = spots(4)

    assert 4 == len({spot.x for spot in places})
    assert all(0 < spot.x < 1 for spot in places)
