"""Scattering: many things over an area as chance would have it, none in rows and none upon another.

Each takes the best of a few places drawn by lot. Neighbours that are far enough apart already count as well as any
others: else all of them would keep the same distance, and most would be at the edge.
"""

from collections.abc import Callable, Sequence

import numpy as np

#: Left, top, right, bottom in pixels.
Area = tuple[float, float, float, float]
#: So many places are tried for each, and whole arrangements.
TRIES, ARRANGEMENTS = 24, 4
#: How far apart, in the sum of half their sizes, is far enough.
ENOUGH = 1.45


def scattered(
    rng: np.random.Generator,
    sizes: Sequence[tuple[float, float]],
    areas: Sequence[Area],
    cost: Callable[[float, float, int], float],
) -> tuple[list[tuple[float, float]], float]:
    """The middles of things of these sizes (width, height), each within its area, and how far apart the closest are.

    That is 1 where two touch, and less where they lie upon each other. `cost` says how bad a place is for the thing of
    that number; 1 is as bad as lying upon another.
    """
    found = [_arranged(rng, np.array(sizes), np.array(areas), cost) for _ in range(ARRANGEMENTS)]
    apart, places = max(found, key=lambda each: each[0] - _lopsided(each[1], np.array(areas)))
    return [(float(x), float(y)) for x, y in places], apart


def _arranged(
    rng: np.random.Generator, sizes: np.ndarray, areas: np.ndarray, cost: Callable[[float, float, int], float]
) -> tuple[float, np.ndarray]:
    """How good the worst place of one arrangement is, and the arrangement, the largest thing laid first."""
    places, halves = np.zeros((len(sizes), 2)), 0.5 * sizes
    worst, done = ENOUGH, []
    for index in sorted(range(len(sizes)), key=lambda i: -halves[i].prod()):
        middle = 0.5 * (areas[index, :2] + areas[index, 2:])
        low = np.minimum(areas[index, :2] + halves[index], middle)
        tries = rng.uniform(low, 2 * middle - low, (TRIES, 2))
        good = np.full(TRIES, ENOUGH)
        if done:
            apart = np.abs(tries[:, None] - places[done][None]) / (halves[index] + halves[done])
            good = np.minimum(ENOUGH, apart.max(axis=2).min(axis=1))
        good = good - np.array([cost(float(x), float(y), index) for x, y in tries])
        best = int(good.argmax())
        places[index], worst = tries[best], min(worst, float(good[best]))
        done.append(index)
    return worst, places


def _lopsided(places: np.ndarray, areas: np.ndarray) -> float:
    """How far the middle of them all is from that of the area, in its size."""
    low, high = areas[:, :2].min(axis=0), areas[:, 2:].max(axis=0)
    return float((np.abs(places.mean(axis=0) - 0.5 * (low + high)) / np.maximum(1.0, high - low)).sum())
