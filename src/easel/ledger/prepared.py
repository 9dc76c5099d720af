"""Statements of the paths that every picture takes, ready for the driver.

SQLAlchemy needs longer to run a small statement than SQLite itself. So its compiled text goes straight to SQLite's
driver, and through SQLAlchemy everywhere else, where a network comes on top.
"""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any, Protocol

from sqlalchemy import Connection, Executable, Table, insert


class Answer(Protocol):
    """What SQLAlchemy's results and SQLite's cursors have in common. Rows are read by position."""

    rowcount: int

    def fetchone(self) -> Sequence | None:
        """The next row."""

    def fetchall(self) -> Sequence[Sequence]:
        """All rows."""


class Prepared:
    """A statement whose values always have the same names."""

    def __init__(self, statement: Executable):
        self._statement = statement
        self._text: str | None = None

    def run(self, connection: Connection, values: Mapping[str, Any]) -> Answer:
        """Run it once."""
        if connection.dialect.name != "sqlite":
            return connection.execute(self._statement, values)
        return self._driver(connection, values).execute(self._text, self._arguments(values))

    def run_each(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> int:
        """Run it for each row, of which there is at least one; returns how many rows of the table it changed."""
        if connection.dialect.name != "sqlite":
            return connection.execute(self._statement, rows if len(rows) > 1 else rows[0]).rowcount
        arguments = self._arguments
        return self._driver(connection, rows[0]).executemany(self._text, [arguments(row) for row in rows]).rowcount

    def _driver(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        if self._text is None:
            self._compile(connection, values)
        return connection.connection.driver_connection

    def _compile(self, connection: Connection, values: Mapping[str, Any]) -> None:
        dialect = connection.dialect
        compiled = self._statement.compile(dialect=dialect, column_keys=list(values))
        writers = {name: bind.type.dialect_impl(dialect).bind_processor(dialect)
                   for name, bind in compiled.binds.items()}  # fmt: skip
        places = compiled.positiontup or ()
        self._writers = {name: writer for name, writer in writers.items() if writer}
        self._constants = {name: compiled.params[name] for name in places if name not in values}
        self._placed = itemgetter(*places) if len(places) > 1 else lambda named: tuple(named[name] for name in places)
        self._text = compiled.string

    def _arguments(self, values: Mapping[str, Any]) -> Sequence[Any]:
        if self._constants or self._writers:
            values = {**self._constants, **values}
            for name, writer in self._writers.items():
                values[name] = writer(values[name])
        return self._placed(values)


class PreparedInsert(Prepared):
    """An insert whose rows always have the same columns: one statement for all of them."""

    def __init__(self, table: Table):
        super().__init__(insert(table))
        self._table = table

    def run_each(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> int:
        """As Prepared's. SQLite's driver would let go of the interpreter, and wait for it again, twice a row."""
        if connection.dialect.name != "sqlite":
            return super().run_each(connection, rows)
        return self._run_all(connection, rows).rowcount

    def numbered(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """As `run_each`, for a table that numbers its rows by `id`; returns the numbers in the order of the rows."""
        if connection.dialect.name != "sqlite":
            in_order = self._statement.returning(self._table.c.id, sort_by_parameter_order=True)
            return list(connection.execute(in_order, rows).scalars())
        # SQLite numbers the rows one after the other, but need not tell the numbers in that order.
        return sorted(row[0] for row in self._run_all(connection, rows, " RETURNING id").fetchall())

    def _run_all(self, connection: Connection, rows: Sequence[Mapping[str, Any]], ending: str = "") -> Any:
        driver = self._driver(connection, rows[0])
        arguments = [value for row in rows for value in self._arguments(row)]
        return driver.execute(f"{self._text}{self._row * (len(rows) - 1)}{ending}", arguments)

    def _compile(self, connection: Connection, values: Mapping[str, Any]) -> None:
        super()._compile(connection, values)
        self._row = f", {self._text.rpartition(' VALUES ')[2]}"
