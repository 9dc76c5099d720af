"""The visible label: high enough, legible, in its corner, on any picture."""

from io import BytesIO

import numpy as np
import pytest
from PIL import ImageFont

from easel.core.image import Image
from easel.finishing import label
from unit.finishing.pictures import array, flat, noise

SIDES = [(64, 64), (64, 8192), (8192, 64), (512, 512), (1344, 576), (576, 1344), (1023, 777), (4096, 4096)]


def changed(before: Image, after: Image) -> np.ndarray:
    """Which pixels differ."""
    return (array(before) != array(after)).any(axis=2)


def box(mask: np.ndarray) -> tuple[int, int, int, int]:
    """The bounding box of a mask: left, top, right, bottom."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def luminance(grey: float) -> float:
    """WCAG's relative luminance of a grey in [0, 255]."""
    part = grey / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize(("width", "height"), SIDES)
def test_text_height(width, height):
    """Even the label's lowest glyph, a capital, is at least 5 % of the shorter side high."""
    font = ImageFont.truetype(BytesIO(label._FONT), label._em(width, height), layout_engine=ImageFont.Layout.BASIC)
    for glyph in label.TEXT:
        _, top, _, bottom = font.getbbox(glyph)
        assert bottom - top >= 0.05 * min(width, height)


@pytest.mark.parametrize(("width", "height"), SIDES)
def test_white_text_is_as_high(width, height):
    """The white pixels that are really drawn are at least 5 % of the shorter side high."""
    white = (array(label.draw(flat(width, height, 0, 0, 0))) > 128).any(axis=2)
    _, top, _, bottom = box(white)
    assert bottom - top >= 0.05 * min(width, height)


@pytest.mark.parametrize(("width", "height"), SIDES)
def test_in_the_lower_right_corner(width, height):
    """The label is whole, in the lower right corner, and covers no more than it has to."""
    before = flat(width, height, 255, 255, 255)
    left, top, right, bottom = box(changed(before, label.draw(before)))
    margin = label._MARGIN_EM * label._em(width, height)
    assert pytest.approx((width - margin, height - margin), abs=1) == (right, bottom)
    stamp = label._stamp(label._em(width, height))[0]
    assert stamp.shape[:2] == (bottom - top, right - left)
    assert left >= 0
    assert top >= 0


@pytest.mark.parametrize("grey", [0, 64, 128, 192, 255])
def test_contrast(grey):
    """On every grey, the text has WCAG's contrast of 4.5:1 to its plate."""
    after = array(label.draw(flat(512, 512, grey, grey, grey)))
    left, top, right, bottom = box((after != grey).any(axis=2) if grey else after.any(axis=2))
    inside = after[top + 2 : bottom - 2, left + 2 : right - 2, 0]
    text, plate = luminance(float(inside.max())), luminance(float(np.median(inside)))
    assert (text + 0.05) / (plate + 0.05) >= 4.5


def test_contrast_on_noise():
    """On the busiest picture, the plate is far darker than the text."""
    before = noise(512, 512)
    after = array(label.draw(before))
    left, top, right, bottom = box(changed(before, label.draw(before)))
    edge = after[top + 4 : top + 8, left + 10 : right - 10]
    assert edge.max() <= 0.45 * 255
    assert 255 == after[top:bottom, left:right].max()


def test_the_picture_stays_as_it_is():
    """The picture that was handed in is not touched, nor is anything outside the label."""
    before = noise(256, 256)
    pixels = bytes(before.pixels)
    after = label.draw(before)
    assert pixels == before.pixels
    left, top, _, _ = box(changed(before, after))
    assert np.array_equal(array(before)[:top], array(after)[:top])
    assert np.array_equal(array(before)[:, :left], array(after)[:, :left])


def test_on_transparency():
    """On a transparent picture the text is opaque white, the plate 60 % black, and all else stays transparent."""
    after = array(label.draw(flat(512, 512, 10, 200, 30, 0)))
    assert [10, 200, 30, 0] == after[0, 0].tolist()
    assert [255, 255, 255, 255] == after[after[..., 3] == 255][0].tolist()
    plate = after[after[..., 3] == round(0.6 * 255)]
    assert len(plate) > 1000
    assert 0 == np.percentile(plate[:, :3], 99)


def test_half_transparent_as_composited():
    """Composited on any ground, a labelled picture looks as if the label had been drawn on the composite."""
    before = noise(200, 200, 4)
    after = array(label.draw(before)).astype(float)
    alpha = array(before)[..., 3:] / 255
    composite = np.rint(array(before)[..., :3] * alpha + 90 * (1 - alpha)).astype(np.uint8)
    expected = array(label.draw(Image(200, 200, 3, composite.tobytes())))
    looks = after[..., :3] * after[..., 3:] / 255 + 90 * (1 - after[..., 3:] / 255)
    assert np.abs(expected - looks).max() <= 2.5


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_opaque_colours_agree(channels):
    """Grey, RGB and opaque RGBA pictures get the same label."""
    after = array(label.draw(flat(128, 128, *[*[77] * min(channels, 3), *[255] * (channels == 4)])))
    assert np.array_equal(array(label.draw(flat(128, 128, 77)))[..., 0], after[..., 0])


@pytest.mark.parametrize(("width", "height"), [(1, 1), (1, 300), (300, 1), (16, 16), (17, 4000)])
def test_tiny(width, height):
    """Pictures smaller than any model makes get what fits."""
    after = label.draw(flat(width, height, 255, 255, 255))
    assert (width, height) == (after.width, after.height)
    assert array(after).min() < 255
