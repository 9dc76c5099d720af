"""What the child processes of the crash and race tests do."""

import asyncio
import contextlib
import sys
from dataclasses import replace

from easel.core.caller import Caller
from easel.core.errors import BalanceTooLow, Conflict, RateLimited
from easel.core.failpoint import arm
from easel.core.ports import Fresh, Replay
from easel.ledger.accounts import Accounts
from easel.ledger.database import Database
from easel.ledger.housekeeping import prune
from easel.ledger.idempotency import Idempotency
from easel.ledger.jobs import Jobs
from easel.ledger.keys import Keys
from easel.ledger.limits import RateLimits
from unit.ledger.making import PRICED, job, result

BODY = "b" * 64
ACCOUNT = "payer"
#: Two free pictures, then money: a hold takes from both.
CARD = replace(PRICED, free_pictures=2)
ABANDONED = "nobody waits for this"
GRANT = 1_000_000
FIRST_KEY = 5


def live(where: str, caller: Caller, order: str, failpoint: str) -> None:
    """A server's whole life: start, recover, and answer the same requests as before. May be killed at `failpoint`."""
    arm(failpoint)
    asyncio.run(_live(where, caller, order))


async def _live(where: str, caller: Caller, order: str) -> None:
    database = Database(where)
    database.migrate()
    jobs = Jobs(database, retry_after_s=(0, 0))
    jobs.recover()
    await jobs.reap()
    await Accounts(database).grant(ACCOUNT, GRANT, reference=order)
    await RateLimits(database).take(caller, CARD.id, 1)
    await _leave_behind(database, caller)
    await jobs.reap()
    await _answer(database, jobs, caller, f"{order}-picture", queued=False)
    await _answer(database, jobs, caller, f"{order}-task", queued=True)
    failing = job(n=2)
    await jobs.open(failing, CARD, caller)
    await jobs.void(failing, "EngineFailed")
    await _work(jobs)
    await database.run(prune)
    database.close()


async def _leave_behind(database: Database, caller: Caller) -> None:
    """A job and a task of a worker whose leases have run out."""
    silent = Jobs(database, lease_s=-1)
    await silent.open(job(n=2, prompt=ABANDONED), CARD, caller)
    await silent.open(job(n=2, prompt=ABANDONED), CARD, caller, queued=True)
    await silent.claim()


async def _answer(database: Database, jobs: Jobs, caller: Caller, key: str, *, queued: bool) -> None:
    """Three pictures, of which one is blocked, for a client who repeats the request until it is answered."""
    found = await Idempotency(database).begin(caller, key, BODY)
    if isinstance(found, Replay):
        return
    asked = job(n=3)
    await jobs.open(asked, CARD, caller, fresh=found, queued=queued)
    if not queued:
        await jobs.settle(result(asked, delivered=2))


async def _work(jobs: Jobs) -> None:
    """Work through the tasks until there are none."""
    while claim := await jobs.claim():
        if claim.job.prompt == ABANDONED:
            if not await jobs.retry(claim.job):
                await jobs.void(claim.job, "TimedOut")
        else:
            await jobs.settle(result(claim.job, delivered=2))


def spend(where: str, caller: Caller, requests: int) -> None:
    """Open as many jobs for one picture as asked, whatever the balance says."""
    _repeat(where, requests, lambda jobs, _: jobs.open(job(), PRICED, caller), BalanceTooLow)


def spend_one_key(where: str, caller: Caller, requests: int) -> None:
    """Open the same job under the same idempotency key again and again."""
    fresh = Fresh(BODY, "the-same-key")
    _repeat(where, requests, lambda jobs, _: jobs.open(job(), PRICED, caller, fresh=fresh), Conflict)


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
