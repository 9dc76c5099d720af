"""What several contracts are tested over."""

import pytest

from easel.ledger.database import Database


@pytest.fixture
def database(tmp_path):
    """An empty ledger."""
    database = Database(tmp_path / "easel.sqlite")
    database.migrate()
    yield database
    database.close()
