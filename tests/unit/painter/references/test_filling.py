"""Holes are filled with what is around them, texture and all; the rest of the picture stays."""

import numpy as np

from easel.engines.painter.references.filling import filled
from easel.engines.painter.references.studio import _emptied


def striped() -> np.ndarray:
    """A blue upper half, and a lower one with upright stripes. Float RGB."""
    picture = np.zeros((96, 128, 3), np.float32)
    picture[:48] = (0.4, 0.6, 0.9)
    picture[48:] = np.where(np.arange(128)[None, :, None] % 8 < 4, 0.2, 0.7)
    return picture


def hole(rows: slice, columns: slice) -> np.ndarray:
    """A box of a 96 x 128 picture."""
    area = np.zeros((96, 128), bool)
    area[rows, columns] = True
    return area


def test_only_the_hole_changes():
    """Pixels outside the hole are the same to the bit."""
    area = hole(slice(40, 70), slice(50, 80))
    result = filled(striped(), area)

    assert np.array_equal(striped()[~area], result[~area])


def test_both_halves_go_on():
    """The filling is blue above and striped below, and nothing of what was in the hole is left."""
    area = hole(slice(30, 70), slice(50, 74))
    spoilt = striped()
    spoilt[area] = (1.0, 0.0, 0.0)
    result = filled(spoilt, area)

    assert np.abs(result[32:44, 54:70] - (0.4, 0.6, 0.9)).mean() < 0.06
    assert result[56:68, 54:70].std() > 0.12
    assert not (result[area] @ (1, -1, -1) > 0.6).any()


def test_a_hole_without_surroundings():
    """Where all is to be filled there is nothing to fill it from, and still a picture comes back."""
    result = filled(striped(), np.ones((96, 128), bool))

    assert striped().shape == result.shape


def test_what_reaches_beyond_a_mask_stays():
    """Of two things, the one inside the mask goes and the stripes that run through it stay."""
    picture = striped()
    picture[20:40, 56:76] = (0.9, 0.1, 0.1)
    area = hole(slice(10, 90), slice(46, 86))
    result = _emptied(picture, area)

    assert not (result[20:40, 56:76] @ (1, -1, -1) > 0.5).any()
    assert result[60:88, 48:84].std() > 0.15


def window() -> np.ndarray:
    """Grey curtains at both sides of sky, far woods and rough ground, over a sill. Float RGB."""
    rng = np.random.default_rng(2)
    picture = np.zeros((192, 192, 3), np.float32)
    picture[:100] = (0.35, 0.65, 0.95)
    picture[100:] = np.float32((0.35, 0.6, 0.25)) + rng.normal(0, 0.07, (92, 192, 1)).astype(np.float32)
    picture[88:112] = (0.55, 0.6, 0.35)
    picture[150:] = np.float32((0.6, 0.45, 0.3)) + rng.normal(0, 0.05, (42, 192, 1)).astype(np.float32)
    for side in (slice(0, 40), slice(152, 192)):
        picture[:150, side] = np.where(np.arange(40)[None, :, None] % 10 < 5, 0.6, 0.75)
    return np.clip(picture, 0, 1)


def test_what_is_behind_goes_on():
    """Someone who stood before a window leaves what is behind: sky, woods, ground and sill, each at its height."""
    area = np.zeros((192, 192), bool)
    area[60:180, 66:126] = True
    spoilt = window()
    spoilt[area] = (0.9, 0.5, 0.1)

    assert np.abs(filled(spoilt, area) - window())[area].mean() < 0.046


def test_nothing_is_copied_from_what_is_kept():
    """There is one subject, also where the picture goes on."""
    picture, subject = window(), np.zeros((192, 192), bool)
    picture[90:150, 40:80] = (0.9, 0.1, 0.1)
    subject[90:150, 40:80] = True
    area = np.zeros((192, 192), bool)
    area[:, 100:] = True
    result = filled(picture, area, subject)

    assert not (result[area] @ (1, -1, -1) > 0.4).any()
