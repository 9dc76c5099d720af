"""Fixtures: a fresh database of each kind, for every test that asks for `where`."""

from collections.abc import Iterator

import pytest

from unit.ledger.servers import fresh_database, migrated_template, missing, postgres


@pytest.fixture(scope="session")
def postgres_template() -> Iterator[tuple[str, str]]:
    """A PostgreSQL server's URL, and the name of a migrated database on it."""
    if missing():
        pytest.skip(missing())
    with postgres() as server, migrated_template(server) as template:
        yield server, template


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request, tmp_path) -> Iterator[str]:
    """The URL of a fresh database: SQLite, then PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'easel.sqlite'}"
        return
    server, template = request.getfixturevalue("postgres_template")
    with fresh_database(server, template) as url:
        yield url
