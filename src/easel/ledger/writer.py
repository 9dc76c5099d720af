"""Group commit: what waits at the same time shares one commit, and so one flush to the disk.

SQLite has one writer at a time, and most of a small transaction is the wait for the disk. PostgreSQL does this itself.
Callers of the same work share more than the commit: the work gets the items of all of them in one call.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from sqlalchemy import Connection

from easel.core.one_core import keep_here

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

    Where a work raises, all of the round is rolled back and runs again in halves, so that the error comes to the one
    whose item raises it. Nobody hears of success before the commit; when that fails, all hear it.
    """

    def __init__(self, transaction: Callable[[Callable[[Connection], Any]], Any], close: Callable[[], None]):
        """`transaction` runs what it is given in one transaction: committed when that returns, else rolled back.

        `close` is called on the thread after the last one.
        """
        self._transaction = transaction
        self._close = close
        #: A pool of one thread would make a future for each round, and take several locks.
        self._thread = Thread(target=self._run_rounds, name="ledger-write", daemon=True)
        #: True for each time that the thread has to look at what waits, False for the end.
        self._calls: SimpleQueue[bool] = SimpleQueue()
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
        self._calls.put(False)
        if self._thread.ident is not None:
            self._thread.join()

    def _call(self) -> None:
        if not self._waiting:
            self._calling = None
            return
        if self._thread.ident is None:
            self._thread.start()
        self._calls.put(True)

    def _run_rounds(self) -> None:
        keep_here()
        while self._calls.get():
            self._run_waiting()
        self._close()

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
    together: dict[Work, list[_Unit]] = {}
    for unit in units:
        together.setdefault(unit.work, []).append(unit)
    return _run_apart(connection, [unit for same in together.values() for unit in same])


def _run(connection: Connection, units: Iterable[_Unit]) -> list[_Outcome]:
    """The outcome of each unit: those of the same work, which stand together, share one call of it."""
    outcomes = []
    for work, same in groupby(units, key=attrgetter("work")):
        these = list(same)
        results = work(connection, [unit.item for unit in these])
        outcomes += [_Outcome(unit.answer, result) for unit, result in zip(these, results, strict=True)]
    return outcomes


def _run_apart(connection: Connection, units: Sequence[_Unit]) -> list[_Outcome]:
    """The outcome of each unit; one that raises is found by halves, and the others do not notice."""
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
