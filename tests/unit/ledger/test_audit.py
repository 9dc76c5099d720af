"""The audit finds every kind of break, and the database refuses most of them before."""

import sys
import time
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

import easel.ledger
from easel.core.ports import Fresh
from easel.ledger.audit import INVARIANTS, _breaks, audit
from easel.ledger.database import Database
from easel.ledger.jobs import Jobs
from easel.ledger.schema import HEAD, IMMUTABLE, metadata
from unit.ledger.making import PRICE, card, job, result


async def _use(database, caller_of):
    jobs, free = Jobs(database), card(free_pictures=1)
    caller = await caller_of(money=20 * PRICE, budget=20 * PRICE)
    paid, failed, running = job(n=3), job(n=2), job(n=2)
    await jobs.open(paid, free, caller, fresh=Fresh("a" * 64, "k"))
    await jobs.settle(result(paid, delivered=2))
    await jobs.open(failed, free, caller)
    await jobs.void(failed, "TimedOut")
    await jobs.open(running, free, caller)
    await jobs.open(job(), free, caller, queued=True)


#: Ways to spoil a database from outside, each with the invariant that must notice. A JOB has the status it names.
SPOILS = (
    ("I1", "UPDATE entries SET amount = amount + 1 WHERE id = (SELECT MIN(id) FROM entries)"),
    ("I2", "UPDATE purses SET available = available + 5, granted = granted + 5 WHERE kind = 'money'"),
    ("I2", "UPDATE purses SET available = available + 1, held = held - 1 WHERE kind = 'money'"),
    ("I4", "DELETE FROM entries WHERE transfer_id IN (SELECT id FROM transfers WHERE kind = 'void');"
           "DELETE FROM transfers WHERE kind = 'void'"),
    ("I4", "UPDATE jobs SET status = 'failed' WHERE status = 'succeeded'"),
    ("I4", "UPDATE jobs SET status = 'succeeded' WHERE status = 'running'"),
    ("I5", "UPDATE entries SET amount = amount * 9 WHERE transfer_id IN "
           "(SELECT id FROM transfers WHERE kind = 'post')"),
    ("I6", "UPDATE jobs SET price_micros = price_micros + 1"),
    ("I6", "DELETE FROM pictures WHERE position = 1"),
    ("I7", "UPDATE jobs SET lease_until_ms = 0 WHERE status = 'running'"),
    ("I8", "UPDATE idempotency SET body_sha256 = 'other'"),
    ("I9", "UPDATE pictures SET fence = 0"),
    ("I10", "INSERT INTO rates SELECT id, 'm', 7, 3, 9, 2, NULL FROM keys"),
    ("I10", "INSERT INTO entries (transfer_id, purse_id, book, amount) "
            "SELECT transfer_id, purse_id, book, amount FROM entries "
            "WHERE purse_id LIKE 'free:%' AND book = 'external'"),
)  # fmt: skip


class Undone(Exception):
    """Rolls a spoilt database back."""


@pytest.mark.parametrize(("invariant", "statements"), SPOILS, ids=[f"{name}-{i}" for i, (name, _) in enumerate(SPOILS)])
async def test_breaks_are_found(database, caller_of, invariant, statements):
    """Whoever changes the database behind the ledger's back, past its triggers, is noticed."""
    await _use(database, caller_of)
    found = []

    def spoil(connection):
        _drop_triggers(connection)
        for statement in statements.split(";"):
            assert connection.execute(text(statement)).rowcount > 0
        found.extend(_breaks(connection, int(time.time() * 1000)))
        raise Undone

    clean = audit(database)
    with pytest.raises(Undone):
        database.run_now(spoil)

    assert [] == clean
    assert invariant in {line.split()[0] for line in found}


async def test_lost_triggers_are_found(database):
    """I12: without its triggers, the ledger's entries could be changed."""

    def spoil(connection):
        _drop_triggers(connection)
        found = _breaks(connection, 0)
        assert 2 == len(found)
        assert all(line.startswith("I12") for line in found)
        raise Undone

    with pytest.raises(Undone):
        database.run_now(spoil)


def test_every_invariant_has_a_spoil():
    """No query of the audit goes untested, I3 aside: the database itself refuses what would break it."""
    assert {invariant.name for invariant in INVARIANTS} - {"I3"} == {name for name, _ in SPOILS}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET amount = 2",
        "DELETE FROM entries",
        "UPDATE transfers SET note = 'x'",
        "DELETE FROM transfers",
        "UPDATE purses SET available = -1, granted = held + spent - 1",
        "UPDATE purses SET available = available + 1",
        "UPDATE purses SET held = held - 999999999, available = available + 999999999",
        "INSERT INTO transfers (account_id, kind, job_id, created) SELECT account_id, 'hold', id, 0 FROM jobs",
        "INSERT INTO transfers (account_id, kind, job_id, created) SELECT account_id, 'post', id, 0 FROM jobs",
    ],
)
async def test_the_database_refuses(database, caller_of, statement):
    """I3, I4 and I12 are walls of the database itself."""
    await _use(database, caller_of)
    with pytest.raises(DBAPIError):
        database.run_now(lambda connection: connection.execute(text(statement)))


def test_migrations_are_the_schema(database):
    """The migrations make the very tables that the code describes."""

    def compare(connection):
        return compare_metadata(MigrationContext.configure(connection), metadata)

    assert [] == database.run_now(compare)


def test_head_is_the_newest_migration():
    """A start may skip Alembic only when the database has the newest migration."""
    folder = Path(easel.ledger.__file__).parent / "migrations"

    assert HEAD == ScriptDirectory(str(folder)).get_current_head()


def test_migrating_twice(where, database, monkeypatch):
    """A second start changes nothing and does not need Alembic."""
    monkeypatch.setitem(sys.modules, "alembic", None)
    again = Database(where)
    again.migrate()
    again.close()


@pytest.mark.parametrize(
    "statement", ["CREATE TABLE accounts (id INTEGER)", "UPDATE alembic_version SET version_num = 'x'"]
)
def test_foreign_databases(tmp_path, statement):
    """Somebody else's tables, and those of a newer Easel, are left alone."""
    opened = Database(tmp_path / "easel.sqlite")
    if "UPDATE" in statement:
        opened.migrate()
    opened.run_now(lambda connection: connection.execute(text(statement)))
    with pytest.raises(ValueError, match="the database has"):
        opened.migrate()
    opened.close()


def test_damaged_databases(tmp_path):
    """A file that is no database is told in one sentence, by the start and by the doctor's question."""
    file = tmp_path / "easel.sqlite"
    file.write_bytes(b"no database" * 100)
    opened = Database(file)
    for use in (opened.migrate, opened.probe):
        with pytest.raises(OSError, match="cannot be used: file is not a database"):
            use()
    opened.close()


def test_unusable_databases(tmp_path):
    """A folder that is not there and a server that does not answer are told in one sentence."""
    for where in (tmp_path / "nowhere" / "easel.sqlite", "postgresql://easel:secret@127.0.0.1:1/easel"):
        opened = Database(where)
        with pytest.raises(OSError, match="cannot be used") as refused:
            opened.migrate()
        opened.close()
        assert "secret" not in str(refused.value)
    for url in ("mysql://x/y", "not a url", "sqlite://"):
        with pytest.raises(ValueError, match="postgresql://"):
            Database(url)


def _drop_triggers(connection):
    for table in IMMUTABLE:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
            continue
        for verb in ("update", "delete"):
            connection.execute(text(f"DROP TRIGGER {table}_refuse_{verb}"))
