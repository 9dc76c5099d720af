"""How two things stand to each other, told from their silhouettes."""

import cv2
import numpy as np
from bench.fidelity.picture import Copy

#: Centroids must be apart by this share of both extents to count as beside or above (GenEval's margin).
MARGIN = 0.1
#: Things touch when they come this near, as a share of the frame.
TOUCHING = 0.02


def left_of(a: Copy, b: Copy) -> bool:
    """`a`'s centroid is clearly left of `b`'s."""
    return a.centre[0] + MARGIN * (a.box.width + b.box.width) < b.centre[0]


def above(a: Copy, b: Copy) -> bool:
    """`a`'s centroid is clearly higher, it ends above `b`'s middle, and the two share columns or nearly do."""
    higher = a.centre[1] + MARGIN * (a.box.height + b.box.height) < b.centre[1]
    return higher and a.box.bottom <= b.centre[1] and _shares_columns(a, b, slack=0.5)


def on(a: Copy, b: Copy) -> bool:
    """`a`'s base rests within `b`, and `a` rises over it."""
    size = b.area.shape[0]
    # The feet of who sits on a bench come down before it.
    rests = b.box.top - TOUCHING * size <= a.box.bottom <= b.box.bottom + TOUCHING * size + 0.12 * a.box.height
    centred = b.box.left <= a.centre[0] <= b.box.right
    higher = a.centre[1] < b.centre[1] or a.box.top < b.box.top
    return rests and centred and higher and touches(a, b)


def under(a: Copy, b: Copy) -> bool:
    """`b` reaches higher, `a` lower or as low, and `a` is within `b`'s columns."""
    lower = a.centre[1] > b.centre[1] and a.box.top > b.box.top
    return lower and a.box.bottom >= b.centre[1] and _shares_columns(a, b, slack=0.15)


def behind(a: Copy, b: Copy) -> bool:
    """`b` hides a part of `a`, or `a` stands farther up the ground while it shares columns with `b`."""
    both = a.area & b.area
    if int(both.sum()) > 0.01 * min(a.area.sum(), b.area.sum()):
        return bool((both & b.seen).sum() > (both & a.seen).sum())
    return a.box.bottom < b.box.bottom and _shares_columns(a, b, slack=0.6)


def inside(a: Copy, b: Copy) -> bool:
    """`a`'s middle is within `b`'s bounds, with a margin above for what looks out."""
    x, y = a.centre
    high = b.box.top - 0.35 * a.box.height
    return b.box.left <= x <= b.box.right and high <= y <= b.box.bottom


def riding(a: Copy, b: Copy) -> bool:
    """`a` is over `b`'s columns, higher, and touches it."""
    return b.box.left <= a.centre[0] <= b.box.right and a.centre[1] < b.centre[1] and touches(a, b)


def holding(a: Copy, b: Copy) -> bool:
    """`b` is within `a`'s reach and touches it."""
    reach = 0.6 * a.box.height
    near = a.box.left - reach <= b.centre[0] <= a.box.right + reach
    return near and touches(a, b)


def wearing(a: Copy, b: Copy) -> bool:
    """`b` is at the upper half of `a`, or sits on top, and touches it."""
    return b.centre[1] < a.box.top + 0.5 * a.box.height and touches(a, b)


def touches(a: Copy, b: Copy) -> bool:
    """Whether the silhouettes come within TOUCHING of each other."""
    reach = 2 * max(1, round(TOUCHING * a.area.shape[0])) + 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    return bool((cv2.dilate(a.area.astype(np.uint8), kernel).astype(bool) & b.area).any())


def _shares_columns(a: Copy, b: Copy, *, slack: float) -> bool:
    """Whether `a`'s middle is over `b`, or beside it by no more than `slack` of `b`'s width or `a`'s."""
    more = slack * max(a.box.width, b.box.width)
    return b.box.left - more <= a.centre[0] <= b.box.right + more


HOLDS = {
    "left_of": left_of, "right_of": lambda a, b: left_of(b, a), "above": above, "below": lambda a, b: above(b, a),
    "on": on, "under": under, "behind": behind, "in_front_of": lambda a, b: behind(b, a), "in": inside,
    "riding": riding, "holding": holding, "wearing": wearing,
}  # fmt: skip


def between(a: Copy, ends: list[Copy]) -> bool:
    """Some of `ends` is clearly left of `a`, and some clearly right of it."""
    return any(left_of(end, a) for end in ends) and any(left_of(a, end) for end in ends)
