"""Idempotency keys: the same key and body give the same pictures and one charge.

A key belongs to an account and is kept for a day. What fails before the job is open is not kept, and a job that
failed frees its key: the caller may then try again with the same key and body.
"""

import time
from collections.abc import Callable

from sqlalchemy import Connection, select, update

from easel.core.caller import Caller
from easel.core.errors import Conflict, NotFound
from easel.core.ports import Fresh, Replay
from easel.core.result import Result
from easel.ledger.checks import is_line, require
from easel.ledger.database import Database, insert_new
from easel.ledger.schema import idempotency, jobs
from easel.ledger.stored import answer_from_json, job_from_json

KEEP_S = 86_400
MAX_CHARS = 255
OTHER_BODY = "This idempotency key was used before, for another request body."
STILL_RUNNING = "A request with the same body is still running."


class Idempotency:
    """Recognises requests that were made before."""

    def __init__(self, database: Database, *, clock: Callable[[], float] = time.time):
        self._database = database
        self._clock = clock

    async def begin(self, caller: Caller, idempotency_key: str, body_sha256: str) -> Fresh | Replay:
        """Replay when the key has been answered, Fresh (for `open`) when it has not.

        Raises InvalidField for an impossible key, and Conflict when the key is still running or had another body.
        A task is replayed from the moment that it is queued: its id is the answer.
        """
        is_key = is_line(idempotency_key, max_chars=MAX_CHARS)
        require(is_key, "Idempotency-Key", f"must be 1 to {MAX_CHARS} printable characters")
        since = int(self._clock()) - KEEP_S
        query = (
            select(idempotency.c.body_sha256, jobs.c.id, jobs.c.status, jobs.c.durable)
            .join(jobs, jobs.c.id == idempotency.c.job_id)
            .where(idempotency.c.account_id == caller.account_id, idempotency.c.idempotency_key == idempotency_key)
            .where(idempotency.c.created > since)
        )
        row = await self._database.read(lambda connection: connection.execute(query).first())
        if row is not None and row.body_sha256 != body_sha256:
            raise Conflict(OTHER_BODY, other_body=True)
        if row is None or row.status == "failed":
            return Fresh(body_sha256, idempotency_key)
        if row.status == "succeeded" or row.durable:
            return Replay(row.id)
        raise Conflict

    async def recent(self, caller: Caller, body_sha256: str, *, window_s: int) -> Replay | None:
        """The same body from the same key within the last `window_s` seconds, if that has been answered.

        For the retries of an SDK that sends no idempotency key. Raises Conflict while the first is still running.
        """
        since = int(self._clock()) - window_s
        query = (
            select(jobs.c.id, jobs.c.status)
            .where(jobs.c.key_id == caller.key_id, jobs.c.body_sha256 == body_sha256, jobs.c.created >= since)
            .where(jobs.c.status != "failed")
            .order_by(jobs.c.created.desc())
            .limit(1)
        )
        row = await self._database.read(lambda connection: connection.execute(query).first())
        if row is None:
            return None
        if row.status == "succeeded":
            return Replay(row.id)
        raise Conflict(STILL_RUNNING)

    async def answer(self, replay: Replay, caller: Caller) -> Result:
        """What that request was answered with, without the pictures' bytes; raises NotFound when it is gone."""
        own = select(jobs.c.request, jobs.c.answer)
        own = own.where(jobs.c.id == replay.job_id, jobs.c.account_id == caller.account_id)
        row = await self._database.read(lambda connection: connection.execute(own).first())
        if row is None or row.answer is None:
            raise NotFound
        return answer_from_json(row.answer, job_from_json(row.request))


def register(connection: Connection, fresh: Fresh, *, account_id: str, job_id: str, now: int) -> None:
    """Give the idempotency key to a job, within the transaction that opens it; raises Conflict when it is taken."""
    columns = idempotency.c
    values = {"body_sha256": fresh.body_sha256, "job_id": job_id, "created": now}
    row = {"account_id": account_id, "idempotency_key": fresh.idempotency_key}
    if insert_new(connection, idempotency, **row, **values):
        return
    this = (columns.account_id == account_id, columns.idempotency_key == fresh.idempotency_key)
    found = connection.execute(
        select(columns.body_sha256, columns.created, columns.job_id, jobs.c.status)
        .join(jobs, jobs.c.id == columns.job_id)
        .where(*this)
    ).one()
    is_old = found.created <= now - KEEP_S and found.status in ("succeeded", "failed")
    if not is_old and found.body_sha256 != fresh.body_sha256:
        raise Conflict(OTHER_BODY, other_body=True)
    taken_over = update(idempotency).where(*this, columns.job_id == found.job_id).values(values)
    if not (is_old or found.status == "failed") or connection.execute(taken_over).rowcount == 0:
        raise Conflict
