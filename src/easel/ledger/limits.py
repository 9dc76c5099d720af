"""Rate limits, counted in the database: exact however many processes there are.

Counts are kept by the second, and everything within the last 60 full seconds and the running one is looked at: in no
60 s can a key do more than its limit.
"""

import time
from collections.abc import Callable, Sequence

from sqlalchemy import Connection, Row, delete, insert, select, update

from easel.core.caller import Caller, Limits
from easel.core.errors import RateLimited
from easel.core.failpoint import failpoint
from easel.core.ports import RateStatus
from easel.ledger.database import Database
from easel.ledger.schema import keys, rates

WINDOW_S = 60


class RateLimits:
    """Implements the port Limiter."""

    def __init__(self, database: Database, *, clock: Callable[[], float] = time.time):
        self._database = database
        self._clock = clock
        self._seen: dict[tuple[str, str], Sequence[Row]] = {}

    async def take(self, caller: Caller, model: str, pictures: int) -> None:
        """Count one request for so many pictures; raises RateLimited, and counts nothing then."""
        if not has_limits(caller.limits):
            return
        rows, refusal = await self._database.run(
            lambda connection: _take(connection, caller, model, pictures, int(self._clock()))
        )
        self._seen[caller.key_id, model] = rows
        if refusal:
            raise refusal

    def seen(self, caller: Caller, model: str) -> RateStatus | None:
        """Where the key stands, as far as this process has counted; None when it has not, or the key has no limits."""
        rows = self._seen.get((caller.key_id, model))
        return (
            None if rows is None or not has_limits(caller.limits) else _status(rows, caller.limits, int(self._clock()))
        )


def has_limits(limits: Limits) -> bool:
    """Is anything counted for a key with these limits?"""
    return limits.requests_per_minute is not None or limits.pictures_per_minute is not None


def _take(
    connection: Connection, caller: Caller, model: str, pictures: int, now: int
) -> tuple[Sequence[Row], RateLimited | None]:
    limits, columns = caller.limits, rates.c
    # The key's row is the lock: nobody else counts for this key until the transaction ends.
    connection.execute(select(keys.c.id).where(keys.c.id == caller.key_id).with_for_update(key_share=True))
    of_key = (columns.key_id == caller.key_id, columns.model == model)
    connection.execute(delete(rates).where(*of_key, columns.second < now - WINDOW_S))
    rows = connection.execute(select(rates).where(*of_key).order_by(columns.second)).all()
    # Another process' clock may be ahead: its seconds count as well.
    asked = {"requests": (1, limits.requests_per_minute), "pictures": (pictures, limits.pictures_per_minute)}
    wait_s = max(_wait_s(rows, what, amount, limit, now) for what, (amount, limit) in asked.items())
    if wait_s > 0:
        return rows, _refusal(limits, wait_s)
    second = max([now, *(row.second for row in rows)])
    here = [row for row in rows if row.second == second]
    counts = {"requests": 1, "pictures": pictures}
    if here:
        changed = {name: columns[name] + amount for name, amount in counts.items()}
        connection.execute(update(rates).where(*of_key, columns.second == second).values(changed | _in_force(limits)))
    else:
        row = {"key_id": caller.key_id, "model": model, "second": second}
        connection.execute(insert(rates).values(row | counts | _in_force(limits)))
    failpoint("take-inside")
    return connection.execute(select(rates).where(*of_key)).all(), None


def _in_force(limits: Limits) -> dict[str, int | None]:
    return {"limit_requests": limits.requests_per_minute, "limit_pictures": limits.pictures_per_minute}


def _wait_s(rows: Sequence[Row], what: str, amount: int, limit: int | None, now: int) -> int:
    """Seconds until `amount` more fits under the limit, 0 for now. `rows` are sorted by their second."""
    if limit is None:
        return 0
    if amount > limit:
        return WINDOW_S
    excess = sum(getattr(row, what) for row in rows) + amount - limit
    wait_s = 0
    for row in rows:
        if excess <= 0:
            break
        excess -= getattr(row, what)
        wait_s = row.second + WINDOW_S + 1 - now
    return wait_s


def _refusal(limits: Limits, wait_s: int) -> RateLimited:
    allowed = []
    if limits.requests_per_minute is not None:
        allowed.append(f"{limits.requests_per_minute} requests")
    if limits.pictures_per_minute is not None:
        allowed.append(f"{limits.pictures_per_minute} pictures")
    msg = f"This key may send {' and '.join(allowed)} a minute for each model."
    return RateLimited(msg, retry_after_s=max(1, wait_s))


def _status(rows: Sequence[Row], limits: Limits, now: int) -> RateStatus:
    rows = [row for row in rows if row.second >= now - WINDOW_S]

    def left(limit: int | None, used: int) -> int | None:
        return None if limit is None else max(0, limit - used)

    return RateStatus(
        limit_requests=limits.requests_per_minute,
        remaining_requests=left(limits.requests_per_minute, sum(row.requests for row in rows)),
        limit_pictures=limits.pictures_per_minute,
        remaining_pictures=left(limits.pictures_per_minute, sum(row.pictures for row in rows)),
        reset_s=max([0, *(row.second + WINDOW_S + 1 - now for row in rows)]),
    )
