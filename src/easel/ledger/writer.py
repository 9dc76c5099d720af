"""Group commit: what waits at the same time shares one commit, and so one flush to the disk.

SQLite has one writer at a time, and most of a small transaction is the wait for the disk. PostgreSQL does this itself.
Callers of the same work share more than the commit: the work gets the items of all of them in one call.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection

Item = TypeVar("Item")
T = TypeVar("T")
#: Does something for each item, all or nothing, and returns a result for each.
Work = Callable[[Connection, Sequence[Item]], Sequence[T]]

#: Items that share a commit at most: other processes have to wait for all of them.
MAX_TOGETHER = 256


@dataclass(slots=True, eq=False)
class _Unit:
    work: Work
    item: Any
    answer: asyncio.Future


@dataclass(slots=True, eq=False)
class _Outcome:
    answer: asyncio.Future
    result: Any = None
    error: BaseException | None = None


class GroupWriter:
    """Runs works one after the other on a thread of its own, for each item as if in a transaction of its own.

    A work that raises is rolled back and runs again for each half of its items, so that the error comes to the one
    whose item raises it. Nobody hears of success before the commit; when that fails, all hear it.
    """

    def __init__(self, transaction: Callable[[Callable[[Connection], Any]], Any], close: Callable[[], None]):
        """`transaction` runs what it is given in one transaction: committed when that returns, else rolled back.

        `close` is called on the thread after the last one.
        """
        self._transaction = transaction
        self._close = close
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="ledger-write")
        self._waiting: deque[_Unit] = deque()
        #: The event loop that is about to call the thread, for all that it submits in this round of its own.
        self._calling: asyncio.AbstractEventLoop | None = None

    def submit(self, work: Work[Item, T], item: Item) -> "asyncio.Future[T]":
        """Run `work` for the item in the next transaction; for the event loop, where the outcome comes afterwards.

        What still waits when its future is cancelled is not done.
        """
        loop = asyncio.get_running_loop()
        answer = loop.create_future()
        self._waiting.append(_Unit(work, item, answer))
        if self._calling is not loop:
            self._calling = loop
            loop.call_soon(self._call)
        return answer

    def shutdown(self) -> None:
        """Finish what waits, then end."""
        self._call()
        self._thread.submit(self._close)
        self._thread.shutdown()

    def _call(self) -> None:
        if self._waiting:
            self._thread.submit(self._run_waiting)
        else:
            self._calling = None

    def _run_waiting(self) -> None:
        # Before anything is taken: who comes too late for this round has to see that another is needed.
        self._calling = None
        while self._waiting:
            self._run_round([self._waiting.popleft() for _ in range(min(len(self._waiting), MAX_TOGETHER))])

    def _run_round(self, taken: Sequence[_Unit]) -> None:
        units = [unit for unit in taken if not unit.answer.cancelled()]
        if not units:
            return
        try:
            outcomes = self._transaction(lambda connection: _run_all(connection, units))
        except BaseException as error:  # noqa: BLE001 (whatever it is, it is for those who wait)
            outcomes = [_Outcome(unit.answer, error=error) for unit in units]
        _tell(outcomes)


def _run_all(connection: Connection, units: Sequence[_Unit]) -> list[_Outcome]:
    """The outcome of each unit; raises when the whole transaction cannot be saved."""
    if len(units) == 1:
        return _run(connection, units)
    groups: dict[Work, list[_Unit]] = {}
    for unit in units:
        groups.setdefault(unit.work, []).append(unit)
    return [outcome for group in groups.values() for outcome in _run_apart(connection, group)]


def _run(connection: Connection, units: Sequence[_Unit]) -> list[_Outcome]:
    results = units[0].work(connection, [unit.item for unit in units])
    return [_Outcome(unit.answer, result) for unit, result in zip(units, results, strict=True)]


def _run_apart(connection: Connection, units: Sequence[_Unit]) -> list[_Outcome]:
    """The outcome of each unit of one work; the units of other works do not notice."""
    driver = connection.connection.driver_connection
    driver.execute("SAVEPOINT apart")
    try:
        outcomes, failure = _run(connection, units), None
    except BaseException as error:
        if not driver.in_transaction:
            # A full disk may end the whole transaction, and with it what the units before these wrote.
            raise
        driver.execute("ROLLBACK TO apart")
        outcomes, failure = [_Outcome(units[0].answer, error=error)], error
    driver.execute("RELEASE apart")
    if failure is None or len(units) == 1:
        return outcomes
    half = len(units) // 2
    return _run_apart(connection, units[:half]) + _run_apart(connection, units[half:])


def _tell(outcomes: Iterable[_Outcome]) -> None:
    """Wake those who wait: one call for each event loop."""
    loops: dict[asyncio.AbstractEventLoop, list[_Outcome]] = {}
    for outcome in outcomes:
        loops.setdefault(outcome.answer.get_loop(), []).append(outcome)
    for loop, told in loops.items():
        # A loop that has ended has nobody who waits.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(_set, told)


def _set(outcomes: Iterable[_Outcome]) -> None:
    for outcome in outcomes:
        if outcome.answer.done():
            continue
        if outcome.error is None:
            outcome.answer.set_result(outcome.result)
        else:
            outcome.answer.set_exception(outcome.error)
