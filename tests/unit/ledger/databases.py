"""Fixtures: a fresh database of each kind, for every test that asks for `where`."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from unit.ledger.servers import NoPostgres, fresh_database, migrated_template, postgres


@pytest.fixture(scope="session")
def postgres_template() -> Iterator[tuple[str, str]]:
    """A PostgreSQL server's URL, and the name of a migrated database on it."""
    with ExitStack() as stack:
        try:
            server = stack.enter_context(postgres())
        except NoPostgres as error:
            pytest.skip(str(error))
        yield server, stack.enter_context(migrated_template(server))


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request, tmp_path) -> Iterator[str]:
    """The URL of a fresh database: SQLite, then PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'easel.sqlite'}"
        return
    server, template = request.getfixturevalue("postgres_template")
    with fresh_database(server, template) as url:
        yield url
