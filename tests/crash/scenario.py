"""What the child processes of the race tests do."""

import asyncio
import contextlib
import random
import sys

from easel.core.caller import Caller
from easel.core.errors import BalanceTooLow, Clash, Conflict, RateLimited, TimedOut
from easel.core.failpoint import arm
from easel.core.job import Job
from easel.core.ports import Fresh, Replay
from easel.ledger.cancellations import Cancellations
from easel.ledger.database import Database
from easel.ledger.idempotency import Idempotency
from easel.ledger.jobs import Jobs
from easel.ledger.keys import Keys
from easel.ledger.limits import RateLimits
from unit.ledger.making import PRICED, job, result

BODY = "b" * 64
FIRST_KEY = 5
STORM_AT_ONCE = 16
#: About as long as a transaction takes, in seconds.
MOMENT_S = 0.004
#: The shares of orders whose engine fails, and that the client sends twice.
STORM_FAILING, STORM_TWICE = 0.05, 0.05
STORM_FAILPOINTS = (
    "open-before", "open-job-written", "open-held", "open-after", "settle-before", "settle-pictures-written",
    "settle-posted", "settle-after", "purses-changed", "transfer-written",
)  # fmt: skip


def spend(where: str, caller: Caller, requests: int) -> None:
    """Open as many jobs for one picture as asked, whatever the balance says."""
    _repeat(where, requests, lambda jobs, _: jobs.open(job(), PRICED, caller), BalanceTooLow)


def spend_one_key(where: str, caller: Caller, requests: int) -> None:
    """Open the same job under the same idempotency key again and again."""
    fresh = Fresh(BODY, "the-same-key")
    _repeat(where, requests, lambda jobs, _: jobs.open(job(), PRICED, caller, fresh=fresh), Conflict)


def spend_one_key_at_once(where: str, caller: Caller, requests: int) -> None:
    """As `spend_one_key`, all in the same instant."""

    async def work() -> None:
        jobs, fresh = Jobs(database), Fresh(BODY, "the-same-key")
        opening = (jobs.open(job(), PRICED, caller, fresh=fresh) for _ in range(requests))
        outcomes = await asyncio.gather(*opening, return_exceptions=True)
        assert {type(None), Conflict} >= {type(outcome) for outcome in outcomes}

    database = Database(where)
    asyncio.run(work())
    database.close()


def work_and_cancel(where: str, caller: Caller, tasks: list[str], seed: int) -> None:
    """Work off the queue; in the same moment as each task is claimed or ends, its owner cancels one."""
    database, chance = Database(where), random.Random(seed)
    jobs, cancellations = Jobs(database), Cancellations(database)

    async def cancel(task_id: str) -> None:
        await asyncio.sleep(chance.uniform(0, MOMENT_S))
        with contextlib.suppress(Clash):
            await cancellations.cancel(task_id, caller)

    async def settle(claimed: Job) -> None:
        await asyncio.sleep(chance.uniform(0, MOMENT_S))
        with contextlib.suppress(TimedOut):
            await jobs.settle(result(claimed))

    async def work() -> None:
        while True:
            claim, _ = await asyncio.gather(jobs.claim(), cancel(chance.choice(tasks)))
            if claim is None:
                return
            await asyncio.gather(settle(claim.job), cancel(claim.job.id))

    asyncio.run(work())
    database.close()


def storm(where: str, caller: Caller, orders: list[str], failpoint: str, seed: int) -> None:
    """A server's life in a storm: orders, some sent twice, some failing once. May be killed at `failpoint`."""
    arm(failpoint)
    database = Database(where)
    asyncio.run(_storm(database, caller, orders, random.Random(f"{failpoint} {seed}")))
    database.close()


async def _storm(database: Database, caller: Caller, orders: list[str], chance: random.Random) -> None:
    jobs, seen, gate = Jobs(database), Idempotency(database), asyncio.Semaphore(STORM_AT_ONCE)
    jobs.recover()
    await jobs.reap()

    async def send(order: str, *, fails: bool) -> None:
        async with gate:
            with contextlib.suppress(Conflict):
                found = await seen.begin(caller, order, BODY)
                if isinstance(found, Replay):
                    return
                one = job()
                await jobs.open(one, PRICED, caller, fresh=found)
                await (jobs.void(one, "TimedOut") if fails else jobs.settle(result(one)))
        if fails:
            await send(order, fails=False)

    sending = [send(order, fails=chance.random() < STORM_FAILING) for order in orders]
    sending += [send(order, fails=False) for order in orders if chance.random() < STORM_TWICE]
    await asyncio.gather(*sending)


def count(where: str, caller: Caller, requests: int) -> None:
    """Ask for one picture at a time, whatever the limits say."""
    _repeat(where, requests, lambda _, limits: limits.take(caller, PRICED.id, 1), RateLimited)


def start(where: str) -> None:
    """A server's first start; ends with the status FIRST_KEY when it was the one that made the first key."""
    database = Database(where)
    database.migrate()
    first_key = Keys(database).bootstrap(None)
    database.close()
    sys.exit(FIRST_KEY if first_key else 0)


def _repeat(where: str, times: int, act, refusal: type[Exception]) -> None:
    async def work() -> None:
        jobs, limits = Jobs(database), RateLimits(database)
        for _ in range(times):
            with contextlib.suppress(refusal):
                await act(jobs, limits)

    database = Database(where)
    asyncio.run(work())
    database.close()
