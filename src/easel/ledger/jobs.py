"""Jobs and their money: T1 open, T2 claim, T3 settle, T4 void (or retry), each one transaction.

A running job has a lease and a fence. The process that works on it renews the lease; when that process dies, the
lease runs out and the reaper gives a task to another worker, with the next fence, or voids the job. Whoever comes
back with an old fence changes nothing.
"""

import asyncio
import hashlib
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import structlog
from sqlalchemy import Connection, Row, select, update

from easel.core.caller import Caller
from easel.core.errors import Cancelled, EaselError, EngineFailed, NotFound, TimedOut
from easel.core.failpoint import failpoint
from easel.core.job import Job
from easel.core.model_card import ModelCard
from easel.core.ports import Fresh, JobRecord
from easel.core.result import Result
from easel.core.task import Claim
from easel.ledger.charges import Hold, Order, Period, check_credit
from easel.ledger.database import Database
from easel.ledger.ending import Settlement, settle_jobs, void_job
from easel.ledger.opening import Opening, open_jobs
from easel.ledger.process import is_dead, own_name
from easel.ledger.schema import IS_RUNNING, jobs, pictures
from easel.ledger.stored import answer_to_json, job_from_json, job_to_json
from easel.ledger.turns import next_task, turn_of, turn_served

log = structlog.get_logger(__name__)

#: Longer than a writer waits for a locked database: whoever waits must not lose its jobs meanwhile.
LEASE_S = 60.0
#: Waits before a task's second and third attempt. There are no more, whether its engine failed or its worker died:
#: a picture that kills its worker must not do so for ever.
RETRY_AFTER_S = (5, 30)
MAX_ATTEMPTS = 1 + len(RETRY_AFTER_S)
#: Jobs that one call of `reap` handles at most.
REAP_BATCH = 100
JOB_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_GIVEN_UP = "The job was given up before its pictures were finished."
_is_running = jobs.c.status == IS_RUNNING
#: Up to so many bytes of pictures are hashed at once; more on a thread, for the event loop's sake.
HASHED_AT_ONCE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Reaped:
    """How many jobs with expired leases were voided, and how many tasks wait for another worker."""

    voided: int
    requeued: int


class Jobs:
    """Implements the port Ledger."""

    def __init__(
        self, database: Database, *, period: Period = Period.ONCE, most_queued: int = 1000, lease_s: float = LEASE_S,
        retry_after_s: Sequence[float] = RETRY_AFTER_S, clock: Callable[[], float] = time.time,
    ):  # fmt: skip
        """`period` is how often free pictures come; `most_queued` how many tasks of a key may wait.

        `lease_s` is how long a silent worker is waited for, `retry_after_s` the waits before a task's second and
        third attempt, in seconds.
        """
        self._database = database
        self._most_queued = most_queued
        self._period = period
        self._lease_s = lease_s
        self._retry_after_s = retry_after_s
        self._clock = clock
        self._owner = own_name()
        #: The jobs that this process works on, and its fence for each.
        self._fences: dict[str, int] = {}
        #: What those of them hold that were opened here: to settle one, nothing need be read.
        self._holds: dict[str, Hold] = {}

    async def open(
        self, job: Job, card: ModelCard, caller: Caller, *, fresh: Fresh | None = None, queued: bool = False
    ) -> None:
        """T1: record the job and its idempotency key and hold its price.

        `queued` makes it a task for `claim`; any other job is worked on by this process from now on.
        Raises BalanceTooLow, ModelCannot (no price), RateLimited (too many jobs at once or tasks waiting) or Conflict.
        """
        opening = self._opening(job, card, caller, fresh, queued)
        written = asyncio.create_task(self._write(opening, queued))
        try:
            await asyncio.shield(written)
        except asyncio.CancelledError:
            if not queued:
                # The transaction cannot be called back: let it end, then give back what it held.
                await asyncio.shield(self._undo(written, job))
            raise
        failpoint("open-after")

    async def afford(self, job: Job, card: ModelCard, caller: Caller) -> None:
        """Raise what `open` would raise for want of money at this moment; nothing is held."""
        order = self._order(job, card, caller)
        await self._database.read(lambda connection: check_credit(connection, order))

    async def claim(self) -> Claim | None:
        """T2: take the waiting task whose turn it is, with a lease and the next fence; None when there is none."""
        while True:
            row = await self._database.run(self._claim)
            failpoint("claim-after")
            if row is None:
                return None
            self._fences[row.id] = row.fence + 1
            try:
                job = job_from_json(row.request)
            except (KeyError, TypeError, ValueError):
                # Written by another version. It would be as strange at each attempt, so its owner is told now.
                log.exception("task cannot be read", job=row.id)
                await self._end(row.id, EngineFailed.__name__)
                continue
            return Claim(job, Caller(account_id=row.account_id, key_id=row.key_id))

    async def settle(self, result: Result) -> None:
        """T3: record the pictures, charge what was delivered and give the rest of the hold back.

        Raises TimedOut when the job was taken away from this process meanwhile; nothing is written then.
        """
        fence, hold = self._let_go(result.job.id)
        if fence is None:
            raise TimedOut(_GIVEN_UP)
        settlement = Settlement(
            job_id=result.job.id, fence=fence, now=int(self._clock()), failed=result.failed,
            cost_micros=result.cost_micros, answer=answer_to_json(result), pictures=await _picture_rows(result, fence),
            hold=hold,
        )  # fmt: skip
        failpoint("settle-before")
        if not await self._database.persist_together(settle_jobs, settlement):
            await self._add_to_cancelled(result.job.id, fence, result.cost_micros)
            raise TimedOut(_GIVEN_UP)
        failpoint("settle-after")

    async def void(self, job: Job, error: str, *, cost_micros: int = 0) -> None:
        """T4: record the failure, and what it cost the operator all the same, and give the hold back.

        Nothing happens when the job has ended already.
        """
        await self._end(job.id, error, cost_micros=cost_micros)

    async def once(self, job: Job) -> None:
        """From now on a claimed task may have been paid for elsewhere: the reaper voids it, and queues it no more.

        Raises TimedOut when it was taken away from this process meanwhile.
        """
        fence = self._fences.get(job.id)
        mine = update(jobs).where(jobs.c.id == job.id, _is_running, jobs.c.fence == fence)
        if (await self._database.run(lambda connection: connection.execute(mine.values(once=True)))).rowcount == 0:
            raise TimedOut(_GIVEN_UP)

    async def retry(self, job: Job) -> bool:
        """T4, another time: let a claimed task wait for its next attempt; False, with no change, when it was the last.

        Nothing happens when the task was taken away from this process meanwhile.
        """
        fence = self._fences.get(job.id)
        if fence is not None and fence >= MAX_ATTEMPTS:
            return False
        if fence is not None:
            del self._fences[job.id]
            await self._database.persist(lambda connection: self._retry(connection, job.id, fence))
            failpoint("retry-after")
        return True

    async def spend(self, job: Job, cost_micros: int) -> None:
        """Add what a task of this process has cost so far, also to one that was cancelled and has ended."""
        mine = update(jobs).where(jobs.c.id == job.id, jobs.c.fence == self._fences.get(job.id))
        added = mine.values(cost_micros=jobs.c.cost_micros + cost_micros)
        await self._database.run(lambda connection: connection.execute(added))

    async def find(self, job_id: str, caller: Caller) -> JobRecord:
        """One of the account's own jobs; raises NotFound."""
        return await self._database.read(lambda connection: _find(connection, job_id, caller.account_id))

    async def renew(self) -> None:
        """Tell that this process still works on its jobs; call it several times within each lease."""
        if not self._fences:
            return
        mine = update(jobs).where(jobs.c.id.in_(list(self._fences)), jobs.c.owner == self._owner, _is_running)
        until_ms = self._lease_end_ms()

        def work(connection: Connection) -> None:
            connection.execute(mine.values(lease_until_ms=until_ms))
            failpoint("renew-inside")

        await self._database.run(work)

    async def release(self) -> None:
        """Let go of every job of this process at once, for a shutdown: others need not wait for the leases."""
        self._fences.clear()
        self._holds.clear()
        await self._database.run(lambda connection: self._expire(connection, self._owner))
        failpoint("release-inside")
        await self.reap()

    async def reap(self) -> Reaped:
        """Void the jobs whose lease ran out, or queue them again if they are tasks. Any process may do it."""
        voided = requeued = 0
        for job_id in await self._database.read(self._expired):
            outcome = await self._database.run(lambda connection, job_id=job_id: self._reap(connection, job_id))
            voided += outcome == "failed"
            requeued += outcome == "queued"
        return Reaped(voided, requeued)

    def recover(self) -> None:
        """For the start, before anything else: let the leases of dead processes of this machine run out."""

        def work(connection: Connection) -> None:
            owners = connection.execute(select(jobs.c.owner).where(_is_running).distinct()).scalars()
            for owner in [owner for owner in owners if is_dead(owner)]:
                self._expire(connection, owner)
                failpoint("recover-inside")

        self._database.run_now(work)

    def _order(self, job: Job, card: ModelCard, caller: Caller) -> Order:
        now = int(self._clock())
        return Order(
            job_id=job.id, account_id=caller.account_id, key_id=caller.key_id, card=card, n=job.n,
            period=self._period.name_at(now), now=now,
        )  # fmt: skip

    def _opening(self, job: Job, card: ModelCard, caller: Caller, fresh: Fresh | None, queued: bool) -> Opening:
        order = self._order(job, card, caller)
        return Opening(self._row(job, order, fresh, queued), order, caller, fresh)

    async def _write(self, opening: Opening, queued: bool) -> None:
        if not queued:
            hold = await self._database.run_together(open_jobs, opening)
            self._fences[opening.order.job_id] = opening.row["fence"]
            self._holds[opening.order.job_id] = hold
            return

        def work(connection: Connection) -> None:
            turn = turn_of(connection, opening.caller.key_id, now_ms=self._now_ms(), most=self._most_queued)
            open_jobs(connection, [opening._replace(row={**opening.row, "turn": turn})])

        await self._database.run(work)

    def _let_go(self, job_id: str) -> tuple[int | None, Hold | None]:
        """The fence and the hold of a job of this process, which are known no more from now on."""
        return self._fences.pop(job_id, None), self._holds.pop(job_id, None)

    async def _end(self, job_id: str, error: str, *, cost_micros: int = 0) -> None:
        fence, _ = self._let_go(job_id)
        if fence is None:
            return
        failpoint("void-before")
        end = {"now": int(self._clock()), "error": error, "cost_micros": cost_micros}
        if not await self._database.persist(lambda connection: void_job(connection, job_id, fence, **end)):
            await self._add_to_cancelled(job_id, fence, cost_micros)
        failpoint("void-after")

    async def _add_to_cancelled(self, job_id: str, fence: int, cost_micros: int) -> None:
        """Add what a task has cost that was cancelled before anybody here heard of it."""
        if cost_micros:
            mine = update(jobs).where(jobs.c.id == job_id, jobs.c.fence == fence, jobs.c.error == Cancelled.__name__)
            added = mine.values(cost_micros=jobs.c.cost_micros + cost_micros)
            await self._database.run(lambda connection: connection.execute(added))

    async def _undo(self, opening: asyncio.Task[None], job: Job) -> None:
        try:
            await opening
        except EaselError:
            return
        await self.void(job, asyncio.CancelledError.__name__)

    def _row(self, job: Job, order: Order, fresh: Fresh | None, queued: bool) -> dict[str, object]:
        return {
            "id": job.id,
            "account_id": order.account_id,
            "key_id": order.key_id,
            "model": order.card.id,
            "dialect": job.dialect,
            "n": job.n,
            "price_micros": order.card.price_micros or 0,
            "status": "queued" if queued else "running",
            "durable": queued,
            "once": False,
            "fence": 0 if queued else 1,
            "turn": 0,
            "owner": None if queued else self._owner,
            "lease_until_ms": None if queued else self._lease_end_ms(),
            "body_sha256": fresh.body_sha256 if fresh else None,
            # What nobody can ask for again is not kept: it holds the prompt.
            "request": job_to_json(job, sources=queued) if queued or fresh else None,
            "failed": 0,
            "cost_micros": 0,
            "created": order.now,
        }

    def _claim(self, connection: Connection) -> Row | None:
        row = next_task(connection, self._now_ms())
        if row is not None:
            taken = update(jobs).where(jobs.c.id == row.id, jobs.c.status == "queued", jobs.c.fence == row.fence)
            lease = {"owner": self._owner, "lease_until_ms": self._lease_end_ms()}
            connection.execute(taken.values(status="running", fence=row.fence + 1, **lease))
        failpoint("claim-inside")
        return row

    def _expire(self, connection: Connection, owner: str) -> None:
        """End a process' leases at this very moment: the reaper has its time to see it before the audit complains."""
        just_now = self._now_ms() - 1
        connection.execute(update(jobs).where(_is_running, jobs.c.owner == owner).values(lease_until_ms=just_now))

    def _expired(self, connection: Connection) -> list[str]:
        late = select(jobs.c.id).where(_is_running, jobs.c.lease_until_ms < self._now_ms())
        return list(connection.execute(late.order_by(jobs.c.lease_until_ms).limit(REAP_BATCH)).scalars())

    def _reap(self, connection: Connection, job_id: str) -> str | None:
        """What became of the job: failed, queued, or None when it was not to be reaped any more."""
        late = select(jobs).where(jobs.c.id == job_id, _is_running, jobs.c.lease_until_ms < self._now_ms())
        row = connection.execute(late.with_for_update(key_share=True, skip_locked=True)).first()
        if row is None:
            return None
        if row.durable and not row.once and row.fence < MAX_ATTEMPTS:
            self._requeue(connection, job_id, row.fence, due_ms=0)
            failpoint("reap-requeued")
            return "queued"
        void_job(connection, job_id, row.fence, now=int(self._clock()), error="EngineFailed")
        failpoint("reap-voided")
        return "failed"

    def _retry(self, connection: Connection, job_id: str, fence: int) -> None:
        wait_ms = int(self._retry_after_s[fence - 1] * 1000)
        self._requeue(connection, job_id, fence, due_ms=self._now_ms() + wait_ms)
        failpoint("retry-requeued")

    def _requeue(self, connection: Connection, job_id: str, fence: int, *, due_ms: int) -> None:
        claimed = update(jobs).where(jobs.c.id == job_id, _is_running, jobs.c.fence == fence)
        waits = {"status": "queued", "turn": turn_served(connection, self._now_ms()), "due_ms": due_ms}
        connection.execute(claimed.values(owner=None, lease_until_ms=None, once=False, **waits))

    def _now_ms(self) -> int:
        return int(self._clock() * 1000)

    def _lease_end_ms(self) -> int:
        return self._now_ms() + int(self._lease_s * 1000)


async def _picture_rows(result: Result, fence: int) -> list[dict[str, object]]:
    if sum(len(picture.data) for picture in result.pictures) <= HASHED_AT_ONCE:
        hashes = _hashes(result)
    else:
        hashes = await asyncio.to_thread(_hashes, result)
    return [
        {
            "artifact": picture.artifact,
            "job_id": result.job.id,
            "position": picture.index,
            "fence": fence,
            "sha256": sha256,
            "url": picture.url,
        }
        for picture, sha256 in zip(result.pictures, hashes, strict=True)
    ]


def _hashes(result: Result) -> list[str]:
    return [hashlib.sha256(picture.data).hexdigest() for picture in result.pictures]


def _find(connection: Connection, job_id: str, account_id: str) -> JobRecord:
    own = select(jobs).where(jobs.c.id == job_id, jobs.c.account_id == account_id)
    row = connection.execute(own).first() if JOB_ID.fullmatch(job_id) else None
    if row is None:
        msg = "There is no such task."
        raise NotFound(msg)
    urls = connection.execute(select(pictures.c.url).where(pictures.c.job_id == job_id).order_by(pictures.c.position))
    return JobRecord(row.id, row.model, row.status, row.created, tuple(urls.scalars()), row.failed, row.error)
