"""The connection to the database, and the thread that all of its work runs on."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, create_engine, event

from easel.ledger.schema import metadata

T = TypeVar("T")

BUSY_TIMEOUT_MS = 30_000


class Database:
    """SQLite with WAL and `synchronous=FULL`: a commit survives power loss, and a few hundred fit into a second."""

    def __init__(self, path: Path):
        self._engine: Engine = create_engine(f"sqlite:///{path}")
        event.listen(self._engine, "connect", _configure)
        event.listen(self._engine, "begin", _begin_immediate)
        # SQLite has one writer at a time anyway; one thread keeps the callers off each other's locks.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="ledger")

    def create(self) -> None:
        """Make the tables that are missing."""
        metadata.create_all(self._engine)

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in one transaction: committed when it returns, rolled back when it raises."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self.run_now, work)

    def run_now(self, work: Callable[[Connection], T]) -> T:
        """As `run`, on the calling thread."""
        with self._engine.begin() as connection:
            return work(connection)

    def close(self) -> None:
        """Finish what is under way and let the file go."""
        self._thread.shutdown()
        self._engine.dispose()


def _configure(connection: object, _record: object) -> None:
    # The driver must leave BEGIN to us: its own is deferred and turns a lost race into an error at commit.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", f"busy_timeout={BUSY_TIMEOUT_MS}", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
