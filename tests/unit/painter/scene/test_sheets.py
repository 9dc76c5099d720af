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
