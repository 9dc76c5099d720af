"""Rate limits, on both databases."""

import asyncio

import pytest

from easel.admission.rate import RateGate
from easel.core.caller import Limits
from easel.core.errors import InvalidField, RateLimited
from easel.core.ports import RateStatus
from easel.ledger import limits
from easel.ledger.audit import audit
from easel.ledger.keys import Keys, Terms
from easel.ledger.limits import RateLimits
from unit.ledger.making import PRICED, job


async def test_requests_a_minute(database, caller_of, clock):
    """The fourth request of a minute is refused, with the time after which it passes; then it does."""
    rates, caller = RateLimits(database, clock=clock), await caller_of(limits=Limits(requests_per_minute=3))
    for _ in range(3):
        await rates.take(caller, "image-01", 9)
        clock.tick(10)
    with pytest.raises(RateLimited) as refused:
        await rates.take(caller, "image-01", 1)
    await rates.take(caller, "another-model", 1)
    clock.tick(refused.value.retry_after_s - 1)
    with pytest.raises(RateLimited):
        await rates.take(caller, "image-01", 1)
    clock.tick(1)
    await rates.take(caller, "image-01", 1)

    assert 31 == refused.value.retry_after_s


@pytest.mark.parametrize("back_s", [3600, 86_400])
async def test_clock_set_back(back_s, database, caller_of, clock):
    """What was counted by a clock that was wrong does not count for as long as that, and the limit holds again."""
    rates, caller = RateLimits(database, clock=clock), await caller_of(limits=Limits(requests_per_minute=2))
    for _ in range(2):
        await rates.take(caller, "image-01", 1)
    clock.tick(-back_s)
    for _ in range(2):
        await rates.take(caller, "image-01", 1)
    with pytest.raises(RateLimited) as refused:
        await rates.take(caller, "image-01", 1)

    assert 60 == refused.value.retry_after_s


async def test_clocks_that_differ(database, caller_of, clock):
    """What another process counted, whose clock is a little ahead, counts."""
    caller = await caller_of(limits=Limits(requests_per_minute=2))
    for ahead_s in (30, 0):
        await RateLimits(database, clock=lambda ahead_s=ahead_s: clock() + ahead_s).take(caller, "image-01", 1)

    with pytest.raises(RateLimited):
        await RateLimits(database, clock=clock).take(caller, "image-01", 1)


async def test_pictures_a_minute(database, caller_of, clock):
    """Pictures are counted by how many are asked for; a refusal counts nothing."""
    rates, caller = RateLimits(database, clock=clock), await caller_of(limits=Limits(pictures_per_minute=10))
    await rates.take(caller, "image-01", 9)
    with pytest.raises(RateLimited):
        await rates.take(caller, "image-01", 2)
    await rates.take(caller, "image-01", 1)
    with pytest.raises(RateLimited, match="10 pictures a minute"):
        await rates.take(caller, "image-01", 11)


async def test_more_at_once_than_a_minute_has(database, caller_of):
    """Such a request would never pass, so it is told which field is too large, and not to come again."""
    caller = await caller_of(limits=Limits(pictures_per_minute=3))
    gate, asked = RateGate(RateLimits(database)), {"n": "generationConfig.candidateCount"}
    with pytest.raises(InvalidField, match=r"generationConfig.candidateCount: must be at most 3: this key"):
        await gate.admit(job(n=4, asked=asked), PRICED, caller)
    await gate.admit(job(n=3, asked=asked), PRICED, caller)


async def test_limits_that_change(database, clock):
    """A key goes by its new limits at once; that it did more under its old ones is no fault of the books."""
    keys, rates = Keys(database, clock=clock), RateLimits(database, clock=clock)
    made = await keys.create("default", Terms(limits=Limits(requests_per_minute=3, pictures_per_minute=50)))
    for limit, requests in ((3, 3), (None, 5), (9, 1)):
        await keys.change(made.key.id, {"requests_per_minute": limit})
        for _ in range(requests):
            await rates.take(await keys.caller(made.secret), "image-01", 1)
        clock.tick(1)
    await keys.change(made.key.id, {"requests_per_minute": 4})
    with pytest.raises(RateLimited, match="4 requests"):
        await rates.take(await keys.caller(made.secret), "image-01", 1)

    assert [] == audit(database, now=clock())


async def test_what_is_remembered_is_bounded(database, caller_of, clock, monkeypatch):
    """Of many keys only the latest are remembered; the limits of all of them hold."""
    monkeypatch.setattr(limits, "SEEN_MAX", 2)
    rates, caller = RateLimits(database, clock=clock), await caller_of(limits=Limits(requests_per_minute=1))
    for model in ("a", "b", "c"):
        await rates.take(caller, model, 1)
    remembered = [rates.seen(caller, model) is not None for model in ("a", "b", "c")]
    with pytest.raises(RateLimited):
        await rates.take(caller, "a", 1)

    assert [False, True, True] == remembered


async def test_what_the_headers_tell(database, caller_of, clock):
    """The status after each request: what is left, and when everything is free again."""
    rates = RateLimits(database, clock=clock)
    caller = await caller_of(limits=Limits(requests_per_minute=2, pictures_per_minute=10))
    before = rates.seen(caller, "image-01")
    gate = RateGate(rates)
    await gate.admit(job(n=4), PRICED, caller)
    first = rates.seen(caller, "image-01")
    clock.tick(30)
    await gate.admit(job(n=4), PRICED, caller)
    with pytest.raises(RateLimited):
        await gate.admit(job(n=1), PRICED, caller)

    assert before is None
    assert RateStatus(limit_requests=2, remaining_requests=1, limit_pictures=10, remaining_pictures=6,
                      reset_s=61) == first  # fmt: skip
    assert RateStatus(limit_requests=2, remaining_requests=0, limit_pictures=10, remaining_pictures=2,
                      reset_s=61) == rates.seen(caller, "image-01")  # fmt: skip


async def test_headers_move_with_the_time(database, caller_of, clock):
    """What is told of a key whose request was not counted, a replay for example, is true at that time."""
    rates = RateLimits(database, clock=clock)
    caller = await caller_of(limits=Limits(requests_per_minute=2))
    await rates.take(caller, "image-01", 1)
    clock.tick(20)
    await rates.take(caller, "image-01", 1)
    told = []
    for _ in range(3):
        told.append((rates.seen(caller, "image-01").remaining_requests, rates.seen(caller, "image-01").reset_s))
        clock.tick(41)

    assert [(0, 61), (1, 20), (2, 0)] == told


async def test_no_limits(database, caller_of):
    """A key without limits is not counted at all."""
    rates, caller = RateLimits(database), await caller_of()
    await rates.take(caller, "image-01", 9)

    assert rates.seen(caller, "image-01") is None


async def test_exact_when_all_come_at_once(database, caller_of, clock):
    """Of sixty requests in one instant exactly as many pass as the limit allows."""
    caller = await caller_of(limits=Limits(requests_per_minute=17))
    processes = [RateLimits(database, clock=clock) for _ in range(4)]
    taking = [rates.take(caller, "image-01", 1) for rates in processes * 15]
    outcomes = await asyncio.gather(*taking, return_exceptions=True)

    assert 17 == outcomes.count(None)
    assert 43 == sum(isinstance(outcome, RateLimited) for outcome in outcomes)
