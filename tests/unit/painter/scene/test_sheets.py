"""Sheets on pixels: flat paper, everything apart and in the frame, patterns all over."""

import itertools

import numpy as np
import pytest

from easel.core.image import Size
from easel.engines.painter.language import read
from easel.engines.painter.paint import paint


@pytest.mark.parametrize("size", [Size(256, 256), Size(384, 192), Size(192, 384)], ids=str)
@pytest.mark.parametrize(
    "words", ["sticker sheet, two owls and four mushrooms", "图标，苹果、香蕉、葡萄、西瓜", "logo of a fox"]
)
def test_things_lie_apart_on_flat_paper(words, size):
    """No two overlap, all are within the frame, and the corners are of one colour."""
    painting = paint(read(words), size, seed=3)
    boxes = [region.box for region in painting.regions]
    corners = [painting.pixels[y, x] for y in (1, -2) for x in (1, -2)]

    assert all(min(box) >= 0 and max(box) <= 1 for box in boxes)
    assert np.ptp(np.array(corners, int), axis=0).max() <= 2
    for one, other in itertools.combinations(boxes, 2):
        apart = max(one[0], other[0]) >= min(one[2], other[2]) or max(one[1], other[1]) >= min(one[3], other[3])
        assert apart, (one, other)


def test_a_pattern_is_all_over():
    """Each sixteenth of the picture has some of it, in as many copies of both things."""
    painting = paint(read("seamless pattern of red apples and green leaves"), Size(384, 384), seed=3)
    paper = painting.pixels[1, 1].astype(int)
    drawn = np.abs(painting.pixels.astype(int) - paper).max(2) > 30
    kinds = [region.kind for region in painting.regions]

    assert all(part.mean() > 0.05 for row in np.vsplit(drawn, 4) for part in np.hsplit(row, 4))
    assert abs(kinds.count("apple") - len(kinds) / 2) <= 2


def test_an_app_icon_is_a_tile_with_round_corners():
    """Screen in the corners, the tile's colour in the middle of each side, and the mark within it."""
    painting = paint(read("app icon of a camera, green background"), Size(256, 256), seed=3)
    pixels = painting.pixels.astype(int)
    (region,) = painting.regions

    assert pixels[36, 36].min() > 200
    assert all(pixels[y, x, 1] > pixels[y, x, 0] + 25 for y, x in ((128, 40), (128, 215), (40, 128), (215, 128)))
    assert 0.2 < region.box[0] < region.box[2] < 0.8


def test_the_sun_of_a_mark_is_behind_its_mountain():
    """They make one view instead of two signs side by side."""
    painting = paint(read("logo of a mountain and a sun"), Size(256, 256), seed=3)
    boxes = {region.kind: region.box for region in painting.regions}
    sun, mountain = boxes["emblem_sun"], boxes["emblem_mountain"]

    assert sun[1] < mountain[1] < sun[3] < mountain[3]
    assert mountain[0] < sun[0] < sun[2] < mountain[2]


def test_what_flies_is_large_before_a_plain_ground():
    """A dragon and a lantern fill a poster instead of hanging in its upper corners."""
    painting = paint(read("海报，一条金色的龙和灯笼，红色背景"), Size(256, 256), seed=3)
    boxes = {region.kind: region.box for region in painting.regions}
    dragon = boxes["chinese_dragon"]

    assert dragon[2] - dragon[0] > 0.5
    assert min(box[1] for box in boxes.values()) > 0.05


def test_goods_of_a_poster_stand_large_in_two_rows():
    """Four of them are each more than a fifth of the frame high."""
    painting = paint(read("海报，一个汉堡和一杯可乐，薯条，披萨，黄色背景"), Size(256, 256), seed=3)

    assert 4 == len(painting.regions)
    assert all(region.box[3] - region.box[1] > 0.2 for region in painting.regions)
