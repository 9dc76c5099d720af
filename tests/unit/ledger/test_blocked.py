"""How many of a key's runs were blocked, on both databases."""

import pytest

from easel.admission.blocked import BlockedGate
from easel.core.errors import RateLimited
from easel.ledger.blocked import WINDOW_S, BlockedRuns
from easel.ledger.jobs import Jobs
from unit.ledger.making import PRICED, job


async def _fail(jobs, caller, error):
    one = job()
    await jobs.open(one, PRICED, caller)
    await jobs.void(one, error)


async def test_gate(database, caller_of):
    """The gate closes for the key with as long a wait as may be told."""
    jobs, caller = Jobs(database), await caller_of(unlimited=True)
    gate = BlockedGate(BlockedRuns(database, most=1))
    await gate.admit(job(), PRICED, caller)
    await _fail(jobs, caller, "PicturesBlocked")
    with pytest.raises(RateLimited) as refused:
        await gate.admit(job(), PRICED, caller)

    assert 60 == refused.value.retry_after_s


async def test_so_many_within_an_hour(database, caller_of, clock):
    """After that many the key waits until the oldest of them is an hour old; other failures and keys do not count."""
    jobs, runs = Jobs(database, clock=clock), BlockedRuns(database, most=2, clock=clock)
    one, other = await caller_of("one", unlimited=True), await caller_of("other", unlimited=True)
    waits = []
    for error in ("PicturesBlocked", "EngineFailed", "PicturesBlocked", "PicturesBlocked"):
        await _fail(jobs, one, error)
        waits.append(await runs.wait_s(one))
        clock.tick(100)
    innocent = await runs.wait_s(other)
    clock.tick(WINDOW_S - 301)
    before = await runs.wait_s(one)
    clock.tick(101)
    after = await runs.wait_s(one)

    # Two are one too many as long as the older of the newest two is younger than an hour.
    assert [0, 0, WINDOW_S - 200, WINDOW_S - 100] == waits
    assert (0, 101, 0) == (innocent, before, after)


async def test_no_look_while_there_is_room(database, caller_of, clock, monkeypatch):
    """The database is asked again when as many runs have passed as may be blocked, or after a second."""
    runs, caller, looks = BlockedRuns(database, most=3, clock=clock), await caller_of(unlimited=True), []
    asked = database.run_together

    async def counted(work, item):
        looks.append(item)
        return await asked(work, item)

    monkeypatch.setattr(database, "run_together", counted)
    for expected in (1, 1, 1, 2):
        assert (0, expected) == (await runs.wait_s(caller), len(looks))
    clock.tick(1)
    assert (0, 3) == (await runs.wait_s(caller), len(looks))
