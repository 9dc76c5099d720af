"""The circuit breaker of one lane: whom to leave alone, and when to look again."""

import random
import time
from collections.abc import Callable

#: Failures in a row after which a lane is left alone.
FAILURES = 5
#: A dead lane is given one job in so many seconds, to see whether it lives again: at most twelve a minute.
PROBE_S = 5.0
#: Added to each of these waits, as a share of it, so that several servers do not all come at once.
JITTER = 0.2
#: How long a lane that is too busy is left alone when it does not say, in seconds.
REST_S = 1.0
#: No rest is longer, whatever the other side asks for: it may be mistaken.
REST_MAX_S = 60.0


class Breaker:
    """Closed, it lets everything pass; open, one job at a time as a probe. A probe that ends well closes it."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic):
        self._clock = clock
        self._failures = 0
        self._open = False
        self._not_before = 0.0

    @property
    def state(self) -> str:
        """closed, resting (for as long as the other side asked) or open."""
        if self._open:
            return "open"
        return "resting" if self.wait_s else "closed"

    @property
    def wait_s(self) -> float:
        """How long until a job may pass, in seconds; 0 when one may pass now."""
        return max(self._not_before - self._clock(), 0.0)

    def admit(self) -> bool:
        """May a job pass now? Through an open breaker it passes as the probe, and the next one has to wait."""
        if self.wait_s:
            return False
        if self._open:
            self._put_off()
        return True

    def succeeded(self) -> None:
        """A job ended well, or the other side at least answered as it should."""
        self._failures = 0
        self._open = False
        self._not_before = 0.0

    def failed(self, *, at_once: bool = False) -> None:
        """A job failed. `at_once` opens the breaker whatever came before: trying again will not help."""
        self._failures += 1
        if self._open or at_once or self._failures >= FAILURES:
            self._open = True
            self._put_off()

    def rest(self, seconds: float | None) -> None:
        """Leave the lane alone for so long, because it has too much to do."""
        wait_s = min(REST_S if seconds is None else max(seconds, 0.0), REST_MAX_S)
        self._not_before = max(self._not_before, self._clock() + wait_s * random.uniform(1, 1 + JITTER))

    def _put_off(self) -> None:
        self._not_before = max(self._not_before, self._clock() + PROBE_S * random.uniform(1, 1 + JITTER))
