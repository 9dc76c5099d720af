"""Holes filled from the rest of the picture: what is around one goes on in it, texture and all.

Coarse to fine, each pixel of the hole finds the place outside whose surroundings look most like its own (by trying its
neighbours' finds and random ones, as Barnes et al. described in 2009) and takes on the colours of all places that its
neighbours found. At full size the pixels themselves are copied from there.
"""

import cv2
import numpy as np

#: Longer sides at which places are looked for, in pixels, and the rounds at each.
SIDES = {48: 5, 96: 3, 168: 2}
#: Half the width of the surroundings that are compared; random tries in a round.
REACH, TRIES = 2, 4
#: What moving by the picture's whole height costs, as a squared difference of colours: ground stays on the ground.
UPRIGHT = 1.2
#: How much less a guess counts for each pixel that it is farther inside the hole.
TRUST = 1.5
#: Deeper than so many pixels in the hole nothing counts less.
DEEPEST = 24
STEPS = [(dy, dx) for dy in range(-REACH, REACH + 1) for dx in range(-REACH, REACH + 1)]


class _Search:
    """One size: `picture` with a first guess in the hole, the hole's pixels, and where each of them copies from."""

    def __init__(self, picture: np.ndarray, hole: np.ndarray, kept: np.ndarray, rng: np.random.Generator):
        self.picture, self.hole, self.rng = picture, hole, rng
        height, width = hole.shape
        side = 2 * REACH + 1
        apart = cv2.dilate(hole.astype(np.uint8), np.ones((side, side), np.uint8)).astype(bool)
        self.wanted = np.argwhere(apart).astype(np.int32)
        #: Number of each wanted pixel, -1 elsewhere.
        self.number = np.full((height, width), -1, np.int32)
        self.number[tuple(self.wanted.T)] = np.arange(len(self.wanted))
        inner = np.zeros((height, width), bool)
        inner[REACH : height - REACH, REACH : width - REACH] = True
        self.free = ~apart & inner & ~cv2.dilate(kept.astype(np.uint8), np.ones((side, side), np.uint8)).astype(bool)
        self.sources = np.argwhere(self.free).astype(np.int32)
        #: What is known counts fully, a guess the less the deeper in the hole it is (after Wexler et al., 2007).
        depth = cv2.distanceTransform(hole.astype(np.uint8), cv2.DIST_L2, 5)
        self.trust = np.power(np.float32(TRUST), -np.minimum(depth, DEEPEST))
        self.trusts = self._around(self.wanted, self.trust)
        self.trusts /= self.trusts.mean(1, keepdims=True)

    def start(self, moves: np.ndarray | None) -> None:
        """Begin with `moves` (h, w, 2) of a coarser size where they lead anywhere, else at random."""
        count = len(self.wanted)
        self.found = self.sources[self.rng.integers(0, len(self.sources), count)]
        if moves is not None:
            self._offer(self.wanted + moves[tuple(self.wanted.T)], np.full(count, np.inf, np.float32), free=True)
        self.cost = self._costs(self.found, np.arange(count))

    def _around(self, places: np.ndarray, of: np.ndarray) -> np.ndarray:
        height, width = self.hole.shape
        rows = np.clip(places[:, 0, None] + np.array([s[0] for s in STEPS]), 0, height - 1)
        columns = np.clip(places[:, 1, None] + np.array([s[1] for s in STEPS]), 0, width - 1)
        return of[rows, columns]

    def _costs(self, places: np.ndarray, which: np.ndarray) -> np.ndarray:
        mine = self.wanted[which]
        far = (places[:, 0] - mine[:, 0]) / np.float32(self.hole.shape[0])
        unlike = ((self._around(places, self.picture) - self._around(mine, self.picture)) ** 2).sum(2)
        return (unlike * self.trusts[which]).sum(1) + UPRIGHT * np.abs(far)

    def _offer(self, places: np.ndarray, cost: np.ndarray, *, free: bool = False) -> None:
        """Take over the `places` that may be copied from and are better than what was found."""
        height, width = self.hole.shape
        inside = (places >= 0).all(1) & (places[:, 0] < height) & (places[:, 1] < width)
        which = np.flatnonzero(inside)
        which = which[self.free[tuple(places[which].T)]]
        if free:
            self.found[which] = places[which]
            return
        new = self._costs(places[which], which)
        better = new < cost[which]
        self.found[which[better]], cost[which[better]] = places[which[better]], new[better]

    def round(self) -> None:
        """Try the neighbours' places and some at random, then take on the colours of what was found."""
        self.cost = self._costs(self.found, np.arange(len(self.wanted)))
        for step in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            beside = self._numbers(self.wanted - np.array(step, np.int32))
            known = np.where(beside < 0, np.arange(len(beside)), beside)
            self._offer(self.found[known] + np.array(step, np.int32) * (beside >= 0)[:, None], self.cost)
        reach = max(self.hole.shape)
        for _ in range(TRIES):
            self._offer(self.found + self.rng.integers(-reach, reach + 1, self.found.shape, dtype=np.int32), self.cost)
            reach = max(1, reach // 3)
        self._vote()

    def _numbers(self, places: np.ndarray) -> np.ndarray:
        height, width = self.hole.shape
        inside = (places >= 0).all(1) & (places[:, 0] < height) & (places[:, 1] < width)
        numbers = self.number[np.clip(places[:, 0], 0, height - 1), np.clip(places[:, 1], 0, width - 1)]
        return np.where(inside, numbers, -1)

    def _vote(self) -> None:
        height, width = self.hole.shape
        total = np.zeros((len(self.wanted), 3), np.float32)
        weights = np.full(len(self.wanted), 1e-12, np.float32)
        scale = max(1e-4, float(np.percentile(self.cost, 60)))
        for step in STEPS:
            owner = self._numbers(self.wanted - np.array(step, np.int32))
            known = np.flatnonzero(owner >= 0)
            at = self.found[owner[known]] + np.array(step, np.int32)
            weight = np.exp(-self.cost[owner[known]] / scale) * self.trust[tuple(self.wanted[owner[known]].T)]
            colours = self.picture[np.clip(at[:, 0], 0, height - 1), np.clip(at[:, 1], 0, width - 1)]
            total[known] += colours * weight[:, None]
            weights[known] += weight
        missing = self.hole[tuple(self.wanted.T)]
        self.picture[tuple(self.wanted[missing].T)] = (total / weights[:, None])[missing]

    def moves(self) -> np.ndarray:
        """How far each pixel's place is from it: (h, w, 2), 0 outside."""
        moves = np.zeros((*self.hole.shape, 2), np.int32)
        moves[tuple(self.wanted.T)] = self.found - self.wanted
        return moves


def filled(picture: np.ndarray, hole: np.ndarray, kept: np.ndarray | None = None) -> np.ndarray:
    """A copy of a float RGB picture with the pixels of `hole` (bool) copied from outside it; the rest stays.

    Nothing is copied from `kept` (bool): of a subject there is to be one.
    """
    kept = np.zeros_like(hole) if kept is None else kept
    height, width = picture.shape[:2]
    rng, moves, guess = np.random.default_rng(7), None, None
    for side, rounds in SIDES.items():
        factor = min(1.0, side / max(height, width))
        size = (max(2 * REACH + 2, round(width * factor)), max(2 * REACH + 2, round(height * factor)))
        small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
        part = cv2.resize(hole.astype(np.float32), size, interpolation=cv2.INTER_AREA) > 0.02
        if guess is None:
            guess = _level(small, part)
        small[part] = cv2.resize(guess, size, interpolation=cv2.INTER_LINEAR)[part]
        alone = cv2.resize(kept.astype(np.float32), size, interpolation=cv2.INTER_AREA) > 0.2
        search = _Search(small, part, alone, rng)
        if not len(search.sources) or not len(search.wanted):
            result = picture.copy()
            result[hole] = cv2.resize(guess, (width, height))[hole]
            return result
        search.start(None if moves is None else _enlarged(moves, size))
        for _ in range(rounds):
            search.round()
        moves, guess = search.moves(), search.picture
    return _copied(picture, hole, moves, guess)


def _level(small: np.ndarray, hole: np.ndarray) -> np.ndarray:
    """A first guess: every row of the hole goes from what is left of it to what is right of it, as most grounds do."""
    height, width = hole.shape
    guess, columns = small.copy(), np.arange(width)
    rows = [row for row in range(height) if not hole[row].all()]
    for row in rows:
        known = columns[~hole[row]]
        for channel in range(3):
            guess[row, :, channel] = np.interp(columns, known, small[row, known, channel])
    for row in set(range(height)) - set(rows) if rows else ():
        guess[row] = guess[min(rows, key=lambda other: abs(other - row))]
    return guess


def _enlarged(moves: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    grown = np.dstack([cv2.resize(moves[..., k], size, interpolation=cv2.INTER_NEAREST) for k in (0, 1)])
    return np.round(grown * (np.array(size[::-1]) / moves.shape[:2])).astype(np.int32)


def _copied(picture: np.ndarray, hole: np.ndarray, moves: np.ndarray, guess: np.ndarray) -> np.ndarray:
    """At full size: the pixels that lie `moves` away, from the four nearest cells, faded into each other."""
    height, width = picture.shape[:2]
    rows, columns = np.nonzero(hole)
    scale = np.array([height, width], np.float32) / moves.shape[:2]
    cell = np.stack([(rows + 0.5) / scale[0] - 0.5, (columns + 0.5) / scale[1] - 0.5], 1)
    first = np.floor(cell)
    part = cell - first
    total, weights = np.zeros((len(rows), 3), np.float32), np.full(len(rows), 1e-6, np.float32)
    for down, across in ((0, 0), (0, 1), (1, 0), (1, 1)):
        at = np.clip((first + np.array([down, across])).astype(int), 0, np.array(moves.shape[:2]) - 1)
        move = np.round(moves[at[:, 0], at[:, 1]] * scale).astype(int)
        weight = np.abs(1 - down - part[:, 0]) * np.abs(1 - across - part[:, 1])
        y, x = np.clip(rows + move[:, 0], 0, height - 1), np.clip(columns + move[:, 1], 0, width - 1)
        # A cell at the rim may have no place of its own, or lead back into the hole.
        weight = np.where(hole[y, x], 0, weight).astype(np.float32)
        total += picture[y, x] * weight[:, None]
        weights += weight
    result = picture.copy()
    soft = cv2.resize(guess, (width, height), interpolation=cv2.INTER_LINEAR)[rows, columns]
    sure = np.minimum(1.0, weights * 20)[:, None]
    result[rows, columns] = (total / weights[:, None]) * sure + soft * (1 - sure)
    return result
