"""When a lane is left alone, and when it is tried again."""

from easel.scheduling.breaker import FAILURES, JITTER, PROBE_S, REST_MAX_S, Breaker
from easel.testing import FrozenClock


def dead(clock: FrozenClock) -> Breaker:
    """A breaker that has just opened."""
    breaker = Breaker(clock=clock)
    for _ in range(FAILURES):
        breaker.failed()
    return breaker


def test_opens_after_failures_in_a_row():
    """One failure less, or a success in between, changes nothing."""
    breaker = Breaker(clock=FrozenClock())
    for _ in range(FAILURES - 1):
        breaker.failed()
    breaker.succeeded()
    for _ in range(FAILURES - 1):
        breaker.failed()

    assert ("closed", True) == (breaker.state, breaker.admit())
    breaker.failed()
    assert ("open", False) == (breaker.state, breaker.admit())


def test_opens_at_once():
    """A wrong key does not get better by trying."""
    breaker = Breaker(clock=FrozenClock())
    breaker.failed(at_once=True)

    assert ("open", False) == (breaker.state, breaker.admit())


def test_probes_of_a_dead_lane():
    """A lane that stays dead is given at most twelve jobs a minute, however many come, and even if they hang."""
    for hangs in (False, True):
        clock = FrozenClock()
        breaker, probes = dead(clock), 0
        for _ in range(60 * 100):
            if breaker.admit():
                probes += 1
                if not hangs:
                    breaker.failed()
            clock.tick(0.01)

        assert 60 / (PROBE_S * (1 + JITTER)) - 1 <= probes <= 12


def test_reopens():
    """A lane that lives again is back after one wait, and stays: at most ten seconds after it recovered."""
    clock = FrozenClock()
    breaker = dead(clock)
    clock.tick(PROBE_S * (1 + JITTER))

    assert breaker.admit()
    breaker.succeeded()
    assert ("closed", 0, True) == (breaker.state, breaker.wait_s, breaker.admit())
    assert PROBE_S * (1 + JITTER) <= 10


def test_rest():
    """A lane rests for as long as it asked, with some jitter, and never for longer than the limit."""
    clock = FrozenClock()
    breaker = Breaker(clock=clock)
    breaker.rest(7)

    assert "resting" == breaker.state
    assert 7 <= breaker.wait_s <= 7 * (1 + JITTER)
    breaker.rest(10_000)
    assert breaker.wait_s <= REST_MAX_S * (1 + JITTER)
    clock.tick(REST_MAX_S * (1 + JITTER))
    assert breaker.admit()
