"""The record of jobs: what was asked, how it ended, and where its pictures are."""

import time

from sqlalchemy import Connection, insert, select, update

from easel.core.caller import Caller
from easel.core.errors import NotFound
from easel.core.job import Job
from easel.core.model_card import ModelCard
from easel.core.ports import JobRecord
from easel.core.result import Result
from easel.ledger.database import Database
from easel.ledger.schema import jobs, pictures


class Jobs:
    """The jobs of the database."""

    def __init__(self, database: Database):
        self._database = database

    def abandon(self) -> int:
        """Mark the jobs that an earlier process left running as failed; returns how many. Called at the start."""
        stale = update(jobs).where(jobs.c.status == "running")
        values = {"status": "failed", "error": "EngineFailed", "ended": int(time.time())}
        return self._database.run_now(lambda connection: connection.execute(stale.values(values)).rowcount)

    async def open(self, job: Job, card: ModelCard, caller: Caller) -> None:
        """Record a job that was admitted."""
        row = {
            "id": job.id,
            "account_id": caller.account_id,
            "key_id": caller.key_id,
            "model": card.id,
            "dialect": job.dialect,
            "n": job.n,
            "status": "running",
            "created": int(time.time()),
        }
        await self._database.run(lambda connection: connection.execute(insert(jobs).values(row)))

    async def settle(self, result: Result) -> None:
        """Record a job's pictures and its end, in one transaction."""
        rows = [
            {"artifact": p.artifact, "job_id": result.job.id, "position": p.index, "url": p.url}
            for p in result.pictures
        ]

        def work(connection: Connection) -> None:
            if rows:
                connection.execute(insert(pictures), rows)
            _end(connection, result.job.id, status="succeeded", failed=result.failed)

        await self._database.run(work)

    async def void(self, job: Job, error: str) -> None:
        """Record that a job failed, and by which error."""
        await self._database.run(lambda connection: _end(connection, job.id, status="failed", error=error))

    async def find(self, job_id: str, caller: Caller) -> JobRecord:
        """One of the account's own jobs; raises NotFound."""
        return await self._database.run(lambda connection: _find(connection, job_id, caller.account_id))


def _end(connection: Connection, job_id: str, **values: object) -> None:
    ended = update(jobs).where(jobs.c.id == job_id, jobs.c.status == "running")
    connection.execute(ended.values(ended=int(time.time()), **values))


def _find(connection: Connection, job_id: str, account_id: str) -> JobRecord:
    row = connection.execute(select(jobs).where(jobs.c.id == job_id, jobs.c.account_id == account_id)).first()
    if row is None:
        msg = "There is no such task."
        raise NotFound(msg)
    urls = connection.execute(select(pictures.c.url).where(pictures.c.job_id == job_id).order_by(pictures.c.position))
    return JobRecord(row.id, row.model, row.status, row.created, tuple(urls.scalars()), row.failed, row.error)
