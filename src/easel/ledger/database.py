"""The connection to the database, and the threads that its work runs on."""

import asyncio
import json
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection, Engine, Insert, Table, create_engine, event, literal, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    InterfaceError,
    NoSuchModuleError,
    OperationalError,
    SQLAlchemyError,
)

from easel.core.errors import ServerFull
from easel.core.threads import pool
from easel.ledger.migrate import migrate, revision
from easel.ledger.writer import GroupWriter, Item, T, Work

BUSY_TIMEOUT_MS = 30_000
CONNECT_TIMEOUT_S = 5
#: PostgreSQL writes side by side; SQLite has one writer at a time.
POSTGRESQL_WRITERS = 8
READERS = 4
RETRY_AFTER_S = 5
#: Any number, the same in every process.
ADVISORY_LOCK = 0x6561_7365_6C
#: Waits between the attempts of `persist`: a database that restarts is back within this time.
ATTEMPTS_AFTER_S = (0.1, 0.3, 1.0, 2.0, 4.0)

#: How a transaction that writes begins on SQLite: the lock is taken at once, not where a lost race would be an error.
BEGIN = "BEGIN IMMEDIATE"
#: SQLite's words for a file that is no database, or not one any more.
DAMAGED = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
UNREACHABLE = (OperationalError, InterfaceError, sqlite3.OperationalError)


class Database:
    """SQLite with WAL and `synchronous=FULL` (a commit survives power loss), or PostgreSQL."""

    def __init__(self, where: Path | str):
        """`where` is the path of a SQLite file or `postgresql://user:password@host/name`; ValueError if neither."""
        self._engine = _engine(where)
        self.is_sqlite = self._engine.dialect.name == "sqlite"
        if self.is_sqlite:
            event.listen(self._engine, "connect", _configure)
            event.listen(self._engine, "begin", _begin)
            self._reading = self._engine.execution_options(easel_reads=True)
        else:
            self._reading = self._engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        if self.is_sqlite:
            line = _Line(self._engine)
            self._writers = GroupWriter(line, line.close)
        else:
            self._writers = pool(POSTGRESQL_WRITERS, "ledger-write")
        self._readers = pool(READERS, "ledger-read")

    def migrate(self) -> None:
        """Bring the tables up to date; raises OSError when the database cannot be used."""

        def work(connection: Connection) -> None:
            one_at_a_time(connection)
            migrate(connection)

        with usable():
            self.run_now(work)

    def probe(self) -> None:
        """Ask for its version; raises OSError when it cannot be used, or ValueError for one of another maker."""
        with usable():
            self.read_now(revision)

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in one transaction: committed when it returns, rolled back when it raises.

        Raises ServerFull when the database does not answer. Cancelling the caller does not stop the transaction. On
        SQLite, works that wait at the same time share a commit; each is still committed or rolled back alone.
        """
        return await self.run_together(lambda connection, _: [work(connection)], None)

    async def run_together(self, work: Work[Item, T], item: Item) -> T:
        """As `run`, for a work that can be done for several items at once, all or nothing; returns its item's result.

        On SQLite, callers with the same work that wait at the same time share its statements. When it raises, each
        still gets what it would have got alone.
        """
        with _answering():
            if self.is_sqlite:
                return await self._writers.submit(work, item)
            alone = self._writers.submit(_in_transaction, self._engine, lambda connection: work(connection, [item])[0])
            return await asyncio.wrap_future(alone)

    async def persist(self, work: Callable[[Connection], T]) -> T:
        """As `run`, again and again for some seconds while the database is away.

        For work that changes nothing the second time: whether a commit that lost its answer happened is unknown.
        """
        return await _again(lambda: self.run(work))

    async def persist_together(self, work: Work[Item, T], item: Item) -> T:
        """`run_together`, as persistently as `persist`."""
        return await _again(lambda: self.run_together(work, item))

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Run `work`, which only reads, on one snapshot of the database; raises ServerFull."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self.read_now, work)

    def run_now(self, work: Callable[[Connection], T]) -> T:
        """As `run`, on the calling thread."""
        with _answering():
            return _in_transaction(self._engine, work)

    def read_now(self, work: Callable[[Connection], T]) -> T:
        """As `read`, on the calling thread."""
        with _answering():
            return _in_transaction(self._reading, work)

    def close(self) -> None:
        """Finish what is under way and let the database go."""
        self._writers.shutdown()
        self._readers.shutdown()
        self._engine.dispose()


def insert_new(connection: Connection, table: Table, **values: Any) -> bool:
    """Insert a row unless its key is taken; was it new? Waits for a transaction that is just inserting the same."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    statement: Insert = dialect.insert(table).values(**values).on_conflict_do_nothing()
    return connection.execute(statement.returning(literal(1))).first() is not None


def one_at_a_time(connection: Connection) -> None:
    """Wait until no other transaction that called this is under way: for rare work that looks before it writes."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": ADVISORY_LOCK})


def _dump(value: object) -> str:
    """JSON text, whatever a prompt holds: orjson knows neither lone surrogates nor numbers beyond 64 bits."""
    try:
        return orjson.dumps(value).decode()
    except TypeError:
        return json.dumps(value)


#: What every engine writes JSON with.
_JSON = {"json_serializer": _dump}


def _engine(where: Path | str) -> Engine:
    if isinstance(where, Path):
        return create_engine(f"sqlite:///{where}", pool_size=READERS + 1, **_JSON)
    try:
        url = make_url(where)
        if url.drivername == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
        if url.drivername == "postgresql+psycopg":
            return create_engine(
                url,
                pool_pre_ping=True,
                pool_size=POSTGRESQL_WRITERS + READERS,
                connect_args={"connect_timeout": CONNECT_TIMEOUT_S, "options": f"-c lock_timeout={BUSY_TIMEOUT_MS}"},
                **_JSON,
            )
        if url.drivername == "sqlite" and url.database:
            return create_engine(url, pool_size=READERS + 1, **_JSON)
    except (ArgumentError, NoSuchModuleError):
        pass
    except ModuleNotFoundError:
        msg = "PostgreSQL needs its driver: pip install 'easel[postgres]'"
        raise ValueError(msg) from None
    msg = "the database URL must be postgresql://user:password@host/name or sqlite:///file"
    raise ValueError(msg)


class _Line:
    """The writer's own connection: what it has read of the file stays known from one transaction to the next.

    It begins and ends transactions itself: SQLAlchemy needs longer for that than SQLite.
    """

    def __init__(self, engine: Engine):
        self._engine = engine.execution_options(easel_begun=True)
        self._connection: Connection | None = None

    def __call__(self, work: Callable[[Connection], T]) -> T:
        """As `_in_transaction`."""
        try:
            self._connection = self._connection or self._engine.connect()
            return self._transaction(self._connection, work)
        except (SQLAlchemyError, sqlite3.Error):
            # It may be broken: the next transaction has another.
            self.close()
            raise

    def close(self) -> None:
        """Let the connection go."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @staticmethod
    def _transaction(connection: Connection, work: Callable[[Connection], T]) -> T:
        driver = connection.connection.driver_connection
        driver.execute(BEGIN)
        try:
            result = work(connection)
            driver.commit()
        except BaseException:
            driver.rollback()
            raise
        finally:
            # What SQLAlchemy believes to be a transaction of its own, once a statement went through it.
            connection.rollback()
        return result


def _in_transaction(engine: Engine, work: Callable[[Connection], T]) -> T:
    with engine.begin() as connection:
        return work(connection)


async def _again(attempt: Callable[[], Awaitable[T]]) -> T:
    for wait_s in ATTEMPTS_AFTER_S:
        try:
            return await attempt()
        except ServerFull:
            await asyncio.sleep(wait_s)
    return await attempt()


@contextmanager
def usable() -> Iterator[None]:
    """Raise OSError with the reason where the database does not answer, or is damaged: for the operator to mend."""
    try:
        yield
    except ServerFull as error:
        reason = error.__cause__
    except DatabaseError as error:
        if getattr(error.orig, "sqlite_errorcode", None) not in DAMAGED:
            raise
        reason = error
    else:
        return
    msg = f"the database cannot be used: {getattr(reason, 'orig', reason)}"
    raise OSError(msg) from reason


@contextmanager
def _answering() -> Iterator[None]:
    """Raise ServerFull where the database does not answer."""
    try:
        yield
    except UNREACHABLE as error:
        if getattr(getattr(error, "orig", error), "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
            # SQLite's word for a fault in a statement, which is ours and will not pass.
            raise
        msg = "The database does not answer: try again shortly."
        raise ServerFull(msg, retry_after_s=RETRY_AFTER_S) from error


def _configure(connection: object, _record: object) -> None:
    # The driver must leave BEGIN to us: its own is deferred and turns a lost race into an error at commit.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        # What a savepoint may have to restore is kept in memory, not in files that are made and deleted each time.
        "temp_store=MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("easel_begun"):
        connection.exec_driver_sql("BEGIN" if options.get("easel_reads") else BEGIN)
