"""T1 for several jobs at once: their rows, their idempotency keys and their holds, in one transaction."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, func, select

from easel.core.caller import Caller
from easel.core.errors import TooManyJobs
from easel.core.failpoint import failpoint
from easel.core.ports import Fresh
from easel.ledger import charges
from easel.ledger.charges import Hold, Order
from easel.ledger.idempotency import register
from easel.ledger.prepared import Prepared, PreparedInsert
from easel.ledger.schema import jobs, keys


class Opening(NamedTuple):
    """A job that is to be opened: its row, what it orders, and for whom."""

    row: Mapping[str, object]
    order: Order
    caller: Caller
    fresh: Fresh | None


def open_jobs(connection: Connection, openings: Sequence[Opening]) -> list[Hold]:
    """Record the jobs and their idempotency keys and hold their prices: all of them, or it raises. Returns the holds.

    Raises BalanceTooLow, ModelCannot (no price), TooManyJobs or Conflict.
    """
    failpoint("open-before")
    _INSERT.run_each(connection, [opening.row for opening in openings])
    for opening in openings:
        if opening.fresh and opening.fresh.idempotency_key is not None:
            order = opening.order
            register(connection, opening.fresh, account_id=order.account_id, job_id=order.job_id, now=order.now)
    failpoint("open-job-written")
    _limit_concurrent_jobs(connection, openings)
    holds = charges.hold(connection, [opening.order for opening in openings])
    failpoint("open-held")
    return holds


def _limit_concurrent_jobs(connection: Connection, openings: Sequence[Opening]) -> None:
    """Raise TooManyJobs when the jobs that were just written are too many for their key and model."""
    limits: dict[tuple[str, str], int] = {}
    for opening in openings:
        limit, of_key = opening.caller.limits.concurrent_jobs, (opening.caller.key_id, opening.order.card.id)
        if limit is not None:
            limits[of_key] = min(limit, limits.get(of_key, limit))
    for (key_id, model), limit in limits.items():
        lock_key(connection, key_id)
        if _UNFINISHED.run(connection, {"key_id": key_id, "model": model}).fetchone()[0] > limit:
            raise TooManyJobs(model, limit)


def lock_key(connection: Connection, key_id: str) -> None:
    """Until the transaction ends, nobody else counts for this key: its row is the lock.

    SQLite has one writer at a time, so there is nothing to do.
    """
    if connection.dialect.name != "sqlite":
        _LOCK_KEY.run(connection, {"key_id": key_id})


_LOCK_KEY = Prepared(select(keys.c.id).where(keys.c.id == bindparam("key_id")).with_for_update(key_share=True))
_INSERT = PreparedInsert(jobs)
_UNFINISHED = Prepared(
    select(func.count()).where(
        jobs.c.key_id == bindparam("key_id"), jobs.c.model == bindparam("model"), jobs.c.ended.is_(None)
    )
)
