"""Statements of the paths that every picture takes, ready for the driver.

SQLAlchemy needs longer to run a small statement than SQLite itself. So its compiled text goes straight to SQLite's
driver, and through SQLAlchemy everywhere else, where a network comes on top.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy import Connection, Executable


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

    def run_each(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run it for each row."""
        if connection.dialect.name != "sqlite":
            connection.execute(self._statement, rows)
            return
        self._driver(connection, rows[0]).executemany(self._text, [self._arguments(row) for row in rows])

    def _driver(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        if self._text is None:
            dialect = connection.dialect
            compiled = self._statement.compile(dialect=dialect, column_keys=list(values))
            writers = {name: bind.type.dialect_impl(dialect).bind_processor(dialect)
                       for name, bind in compiled.binds.items()}  # fmt: skip
            self._writers = {name: writer for name, writer in writers.items() if writer}
            self._constants = compiled.params
            self._places = compiled.positiontup
            self._text = compiled.string
        return connection.connection.driver_connection

    def _arguments(self, values: Mapping[str, Any]) -> list[Any]:
        named = {**self._constants, **values}
        for name, writer in self._writers.items():
            named[name] = writer(named[name])
        return [named[place] for place in self._places]
