"""Group commit: transactions that wait at the same time share one commit, and so one flush to the disk.

SQLite has one writer at a time, and most of a small transaction is the wait for the disk. PostgreSQL does this itself.
"""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from sqlalchemy import Connection

T = TypeVar("T")
Work = Callable[[Connection], T]

#: Transactions that share a commit at most: other processes have to wait for all of them.
MAX_TOGETHER = 256


class GroupWriter:
    """Runs units of work one after the other on a thread of its own, each as if in a transaction of its own.

    A unit that raises is rolled back alone. Nobody hears of success before the commit; when that fails, all hear it.
    """

    def __init__(self, transaction: Callable[[Work], Any]):
        """`transaction` runs a work in one transaction: committed when it returns, rolled back when it raises."""
        self._transaction = transaction
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="ledger-write")
        self._waiting: deque[tuple[Work, Future]] = deque()

    def submit(self, work: Work[T]) -> "Future[T]":
        """Run `work` in the next transaction; its outcome is there once that has been committed or rolled back."""
        future: Future[T] = Future()
        self._waiting.append((work, future))
        self._thread.submit(self._run_waiting)
        return future

    def shutdown(self) -> None:
        """Finish what waits, then end."""
        self._thread.shutdown()

    def _run_waiting(self) -> None:
        # Empty when an earlier round took this one's unit along.
        taken = [self._waiting.popleft() for _ in range(min(len(self._waiting), MAX_TOGETHER))]
        units = [unit for unit in taken if unit[1].set_running_or_notify_cancel()]
        if not units:
            return
        try:
            outcomes = self._transaction(lambda connection: _run_each(connection, [work for work, _ in units]))
        except BaseException as error:  # noqa: BLE001 (whatever it is, it is for those who wait)
            outcomes = [(None, error)] * len(units)
        for (_, future), (result, error) in zip(units, outcomes, strict=True):
            if error is None:
                future.set_result(result)
            else:
                future.set_exception(error)


def _run_each(connection: Connection, works: Sequence[Work]) -> list[tuple[Any, BaseException | None]]:
    """The result or the error of each work; raises when the whole transaction cannot be saved."""
    if len(works) == 1:
        return [(works[0](connection), None)]
    return [_run_one(connection, work) for work in works]


def _run_one(connection: Connection, work: Work) -> tuple[Any, BaseException | None]:
    driver = connection.connection.driver_connection
    driver.execute("SAVEPOINT unit")
    try:
        outcome = work(connection), None
    except BaseException as error:
        if not driver.in_transaction:
            # A full disk may end the whole transaction, and with it what the units before this one wrote.
            raise
        driver.execute("ROLLBACK TO unit")
        outcome = None, error
    driver.execute("RELEASE unit")
    return outcome
