"""T3 and T4, the ends of jobs: guarded, so that only the worker that has a job ends it, and only once."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import JSON, BigInteger, Connection, bindparam, case, null, select, update

from easel.core.failpoint import failpoint
from easel.ledger import charges
from easel.ledger.charges import Delivery, Hold
from easel.ledger.prepared import Prepared, PreparedInsert
from easel.ledger.schema import IS_RUNNING, jobs, pictures


class Settlement(NamedTuple):
    """What has become of a job: the rows of its pictures, and its answer for whoever asks again.

    `hold` is what the job holds, where this process knows it.
    """

    job_id: str
    fence: int
    now: int
    failed: int
    cost_micros: int
    answer: Mapping[str, object]
    pictures: Sequence[Mapping[str, object]]
    hold: Hold | None = None


class NotAllRunning(Exception):
    """Not every one of the jobs is still run by the worker that wants to settle it."""


def settle_jobs(connection: Connection, settlements: Sequence[Settlement]) -> list[bool]:
    """Record the pictures, charge what was delivered and give the rest of the holds back: all of them, or it raises.

    False, with no change, for a single job that another worker has, or that has ended in another way; of several
    jobs with such a one among them none is settled, and it raises NotAllRunning.
    """
    ends = [
        _end_row(
            each.job_id, each.fence, now=each.now, status="succeeded", failed=each.failed, answer=each.answer,
            cost_micros=each.cost_micros,
        )
        for each in settlements
    ]  # fmt: skip
    if _END.run_each(connection, ends) < len(ends):
        if len(ends) > 1:
            raise NotAllRunning
        return [_was_settled(connection, settlements[0])]
    rows = [row for each in settlements for row in each.pictures]
    if rows:
        _INSERT_PICTURES.run_each(connection, rows)
    failpoint("settle-pictures-written")
    charges.post(connection, [Delivery(each.job_id, len(each.pictures), each.now, each.hold) for each in settlements])
    failpoint("settle-posted")
    return [True] * len(settlements)


def void_job(
    connection: Connection, job_id: str, fence: int, *, now: int, error: str, cost_micros: int = 0
) -> bool:  # fmt: skip
    """Record the failure and give the hold back; False, with no change, when the job is not this worker's any more."""
    end = _end_row(job_id, fence, now=now, status="failed", error=error, cost_micros=cost_micros)
    if not _END.run(connection, end).rowcount:
        return False
    charges.void(connection, job_id, now=now)
    failpoint("void-voided")
    return True


def _was_settled(connection: Connection, settlement: Settlement) -> bool:
    """Is it this very answer that was written before? Then its commit had got lost on the way back."""
    row = _STATE.run(connection, {"job_id": settlement.job_id}).fetchone()
    return row is not None and tuple(row) == ("succeeded", settlement.fence)


def _end_row(
    job_id: str, fence: int, *, now: int, status: str, cost_micros: int, failed: int = 0, error: str | None = None,
    answer: Mapping[str, object] | None = None,
) -> dict[str, object]:  # fmt: skip
    return {
        "job_id": job_id, "its_fence": fence, "now": now, "new_status": status, "new_failed": failed,
        "new_error": error, "new_answer": answer, "new_cost": cost_micros,
    }  # fmt: skip


_INSERT_PICTURES = PreparedInsert(pictures)
_STATE = Prepared(select(jobs.c.status, jobs.c.fence).where(jobs.c.id == bindparam("job_id")))
_END = Prepared(
    update(jobs)
    .where(jobs.c.id == bindparam("job_id"), jobs.c.status == IS_RUNNING, jobs.c.fence == bindparam("its_fence"))
    .values(
        status=bindparam("new_status"),
        ended=bindparam("now"),
        owner=null(),
        lease_until_ms=null(),
        failed=bindparam("new_failed"),
        error=bindparam("new_error"),
        # What earlier attempts cost is in there.
        cost_micros=jobs.c.cost_micros + bindparam("new_cost", type_=BigInteger),
        # What nobody can ask for again is not kept.
        answer=case((jobs.c.request.is_not(None), bindparam("new_answer", type_=JSON(none_as_null=True)))),
    )
)
