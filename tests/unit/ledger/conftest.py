"""The ledger's tests run on SQLite and on PostgreSQL, and the audit follows each of them."""

from collections.abc import Callable, Iterator

import pytest

from easel.ledger.audit import audit
from easel.ledger.database import Database
from easel.testing import FrozenClock
from unit.ledger.databases import postgres_template, where
from unit.ledger.making import payer

__all__ = ["postgres_template", "where"]


@pytest.fixture
def database(where) -> Iterator[Database]:
    """A fresh database with all tables; the invariants must hold when the test has ended."""
    opened = Database(where)
    opened.migrate()
    yield opened
    # Frozen clocks leave leases of long ago: whether those are reaped in time has its own test.
    broken = audit(opened, now=0)
    opened.close()
    assert [] == broken


@pytest.fixture
def clock() -> FrozenClock:
    """A clock that stands still at a time in the past: leases made by it have run out for everybody else."""
    return FrozenClock()


@pytest.fixture
def caller_of(database) -> Callable:
    """Make an account with some money and a key; returns the key's holder."""
    return lambda name="payer", **how: payer(database, name=name, **how)
