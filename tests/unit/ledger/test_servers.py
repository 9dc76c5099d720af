"""The PostgreSQL that the tests run on, on machines that have none."""

import importlib.util
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from unit.ledger.servers import NoPostgres, own_server


@pytest.fixture
def broken_path(tmp_path, monkeypatch) -> Path:
    """A PATH on which PostgreSQL's programs fail."""
    for name in ("initdb", "pg_ctl"):
        (tmp_path / name).write_text("#!/bin/sh\necho out of order\nexit 1\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


@pytest.mark.skipif(importlib.util.find_spec("pgserver") is None, reason="needs pgserver")
def test_pgserver(broken_path):
    """Where the PATH has no PostgreSQL that works, pgserver's answers."""
    with own_server() as server:
        engine = create_engine(server.url.replace("postgresql://", "postgresql+psycopg://"))
        with engine.connect() as connection:
            answer = connection.execute(text("SELECT 41 + 1")).scalar_one()
        engine.dispose()

    assert 42 == answer
    assert broken_path != server.programs
    assert "pginstall" in server.programs.parts


def test_none(broken_path, monkeypatch):
    """Where nothing works, the reason tells what was tried."""
    monkeypatch.setattr("unit.ledger.servers.importlib.util.find_spec", lambda name: name == "psycopg" or None)
    with pytest.raises(NoPostgres) as refused, own_server():
        pass

    assert str(broken_path / "initdb") in str(refused.value) or "out of order" in str(refused.value)
    assert str(refused.value).endswith("pgserver is not installed")
