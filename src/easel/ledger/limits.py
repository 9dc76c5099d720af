"""Rate limits, counted in the database: exact however many processes there are.

Counts are kept by the second, and everything within the last 60 full seconds and the running one is looked at: in no
60 s can a key do more than its limit.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, delete, select, text

from easel.core.caller import Caller, Limits
from easel.core.counted import counted
from easel.core.errors import RateLimited
from easel.core.failpoint import failpoint
from easel.core.ports import RateStatus
from easel.ledger.database import Database
from easel.ledger.due import AHEAD_S
from easel.ledger.opening import lock_key
from easel.ledger.prepared import Prepared
from easel.ledger.schema import rates

WINDOW_S = 60
#: Of so many keys and models it is remembered where they stand: more than there are requests under way.
SEEN_MAX = 4096


@dataclass(frozen=True, slots=True)
class _Taking:
    caller: Caller
    model: str
    pictures: int


class RateLimits:
    """Implements the port Limiter."""

    def __init__(self, database: Database, *, clock: Callable[[], float] = time.time):
        self._database = database
        self._clock = clock
        self._seen: dict[tuple[str, str], _Window] = {}

    async def take(self, caller: Caller, model: str, pictures: int) -> None:
        """Count one request for so many pictures; raises RateLimited, and counts nothing then."""
        if not has_limits(caller.limits):
            return
        window, refusal = await self._database.run_together(self._take, _Taking(caller, model, pictures))
        self._remember((caller.key_id, model), window)
        if refusal:
            raise refusal

    def seen(self, caller: Caller, model: str) -> RateStatus | None:
        """Where the key stands, as far as this process has counted; None when it has not, or the key has no limits."""
        window = self._seen.get((caller.key_id, model))
        return window.status(caller.limits, int(self._clock())) if window and has_limits(caller.limits) else None

    def _remember(self, of_key: tuple[str, str], window: "_Window") -> None:
        self._seen.pop(of_key, None)
        self._seen[of_key] = window
        if len(self._seen) > SEEN_MAX:
            # The one that was not asked for the longest.
            del self._seen[next(iter(self._seen))]

    def _take(
        self, connection: Connection, takings: Sequence[_Taking]
    ) -> list[tuple["_Window", RateLimited | None]]:  # fmt: skip
        now = int(self._clock())
        windows: dict[tuple[str, str], _Window] = {}
        taken = []
        for taking in takings:
            of_key = (taking.caller.key_id, taking.model)
            if of_key not in windows:
                windows[of_key] = _read(connection, *of_key, now)
            window = windows[of_key]
            taken.append((window, window.take(taking.caller.limits, taking.pictures, now)))
        counted = [window.count for window in windows.values() if window.count]
        if counted:
            _COUNT.run_each(connection, counted)
        failpoint("take-inside")
        return taken


def has_limits(limits: Limits) -> bool:
    """Is anything counted for a key with these limits?"""
    return limits.requests_per_minute is not None or limits.pictures_per_minute is not None


@dataclass(slots=True)
class _Window:
    """What a key did with a model in the last minute: by second, and all together."""

    key_id: str
    model: str
    #: (second, requests, pictures), sorted.
    seconds: list[tuple[int, int, int]]
    requests: int = field(init=False)
    pictures: int = field(init=False)
    #: The last second's row of the table, once something was taken.
    count: dict[str, object] | None = None
    _told: tuple[Limits, int, RateStatus] | None = None

    def __post_init__(self) -> None:
        self.requests = sum(requests for _, requests, _ in self.seconds)
        self.pictures = sum(pictures for _, _, pictures in self.seconds)

    def take(self, limits: Limits, pictures: int, now: int) -> RateLimited | None:
        """Count a request for so many pictures, or say why not."""
        wait_s = max(
            self._wait_s(1, 1, self.requests, limits.requests_per_minute, now),
            self._wait_s(2, pictures, self.pictures, limits.pictures_per_minute, now),
        )
        if wait_s > 0:
            return _refusal(limits, wait_s)
        # Another process' clock may be ahead: its seconds count as well.
        last = self.seconds[-1] if self.seconds else (now, 0, 0)
        if last[0] < now:
            last = (now, 0, 0)
        elif self.seconds:
            del self.seconds[-1]
        last = (last[0], last[1] + 1, last[2] + pictures)
        self.seconds.append(last)
        self.requests += 1
        self.pictures += pictures
        self.count = {
            "key_id": self.key_id, "model": self.model, "second": last[0], "requests": last[1], "pictures": last[2],
            "limit_requests": limits.requests_per_minute, "limit_pictures": limits.pictures_per_minute,
        }  # fmt: skip
        return None

    def status(self, limits: Limits, now: int) -> RateStatus:
        """What is left of the limits, and when everything is free again."""
        if self._told is None or self._told[:2] != (limits, now):
            self._told = (limits, now, _status(self.seconds, limits, now))
        return self._told[2]

    def _wait_s(self, column: int, amount: int, used: int, limit: int | None, now: int) -> int:
        """Seconds until `amount` more fits under the limit, 0 for now."""
        if limit is None or used + amount <= limit:
            return 0
        if amount > limit:
            return WINDOW_S
        excess, wait_s = used + amount - limit, 0
        for second in self.seconds:
            if excess <= 0:
                break
            excess -= second[column]
            wait_s = second[0] + WINDOW_S + 1 - now
        return wait_s


def _read(connection: Connection, key_id: str, model: str, now: int) -> _Window:
    lock_key(connection, key_id)
    of_key = {"key_id": key_id, "model": model}
    # What was counted by a clock that has been set back since would keep its key waiting for as long as that.
    seconds = [tuple(row) for row in _SECONDS.run(connection, of_key).fetchall()]
    counted = [second for second in seconds if now - WINDOW_S <= second[0] <= now + AHEAD_S]
    if len(counted) < len(seconds):
        _FORGET.run(connection, of_key | {"since": now - WINDOW_S, "until": now + AHEAD_S})
    return _Window(key_id, model, counted)


def _refusal(limits: Limits, wait_s: int) -> RateLimited:
    allowed = []
    if limits.requests_per_minute is not None:
        allowed.append(counted(limits.requests_per_minute, "request"))
    if limits.pictures_per_minute is not None:
        allowed.append(counted(limits.pictures_per_minute, "picture"))
    msg = f"This key may send {' and '.join(allowed)} a minute for each model."
    return RateLimited(msg, retry_after_s=max(1, wait_s))


def _status(seconds: Sequence[tuple[int, int, int]], limits: Limits, now: int) -> RateStatus:
    seconds = [second for second in seconds if second[0] >= now - WINDOW_S]

    def left(limit: int | None, used: int) -> int | None:
        return None if limit is None else max(0, limit - used)

    return RateStatus(
        limit_requests=limits.requests_per_minute,
        remaining_requests=left(limits.requests_per_minute, sum(requests for _, requests, _ in seconds)),
        limit_pictures=limits.pictures_per_minute,
        remaining_pictures=left(limits.pictures_per_minute, sum(pictures for _, _, pictures in seconds)),
        reset_s=max([0, *(second + WINDOW_S + 1 - now for second, _, _ in seconds)]),
    )


_columns = rates.c
_of_key = (_columns.key_id == bindparam("key_id"), _columns.model == bindparam("model"))
_SECONDS = Prepared(
    select(_columns.second, _columns.requests, _columns.pictures).where(*_of_key).order_by(_columns.second)
)
_FORGET = Prepared(
    delete(rates).where(*_of_key, (_columns.second < bindparam("since")) | (_columns.second > bindparam("until")))
)
_COUNT = Prepared(
    text(
        """
        INSERT INTO rates (key_id, model, second, requests, pictures, limit_requests, limit_pictures)
        VALUES (:key_id, :model, :second, :requests, :pictures, :limit_requests, :limit_pictures)
        ON CONFLICT (key_id, model, second) DO UPDATE SET requests = excluded.requests,
            pictures = excluded.pictures, limit_requests = excluded.limit_requests,
            limit_pictures = excluded.limit_pictures
        """
    )
)
