"""What has to be done again and again: renew leases, reap expired ones, forget what has become old."""

import asyncio
import time

import structlog
from sqlalchemy import Connection, delete, exists, update

from easel.core.failpoint import failpoint
from easel.ledger.database import Database
from easel.ledger.idempotency import KEEP_S
from easel.ledger.jobs import Jobs
from easel.ledger.schema import idempotency, jobs, rates

log = structlog.get_logger(__name__)

#: Several times within a lease: one late round must not cost it.
ROUND_S = 5.0
PRUNE_EVERY_ROUNDS = 60
#: Twice the longest window that a limit looks at.
RATES_KEEP_S = 120


async def keep_house(database: Database, ledger: Jobs) -> None:
    """Work until cancelled. A round that fails is logged; the next one tries again."""
    rounds = 0
    while True:
        try:
            await ledger.renew()
            reaped = await ledger.reap()
            if reaped.voided or reaped.requeued:
                log.warning("expired leases", voided=reaped.voided, requeued=reaped.requeued)
            if rounds % PRUNE_EVERY_ROUNDS == 0:
                await database.run(prune)
        except Exception:
            # The boundary: without this loop every job of this process loses its lease.
            log.exception("housekeeping failed")
        rounds += 1
        await asyncio.sleep(ROUND_S)


def prune(connection: Connection) -> None:
    """Forget idempotency keys, prompts and answers after a day, and old counts. Money is never forgotten."""
    now = int(time.time())
    has_ended = exists().where(jobs.c.id == idempotency.c.job_id, jobs.c.ended.is_not(None))
    connection.execute(delete(idempotency).where(idempotency.c.created <= now - KEEP_S, has_ended))
    failpoint("prune-inside")
    kept = jobs.c.request.is_not(None)
    connection.execute(update(jobs).where(kept, jobs.c.ended <= now - KEEP_S).values(request=None, answer=None))
    connection.execute(delete(rates).where(rates.c.second < now - RATES_KEEP_S))
