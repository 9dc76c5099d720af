"""Migrations at the start: one cheap look when there is nothing to do, Alembic when there is."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from easel.core.failpoint import failpoint
from easel.ledger.schema import HEAD


def migrate(connection: Connection) -> None:
    """Bring the tables up to date; raises ValueError for a database that Easel did not make or is too new for it."""
    if revision(connection) != HEAD:
        _upgrade(connection)
        failpoint("migrate-inside")


def revision(connection: Connection) -> str | None:
    """The version of the tables, None before there are any; raises ValueError as `migrate` does."""
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" in tables:
        known = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if known is not None and known > HEAD:
            msg = f"the database has version {known}, which this Easel does not know: is it newer?"
            raise ValueError(msg)
        return known
    if "accounts" in tables or "jobs" in tables:
        msg = "the database has tables that Easel did not make, or those of an unreleased version: move it away"
        raise ValueError(msg)
    return None


def _upgrade(connection: Connection) -> None:
    # Imported here: Alembic takes longer to import than everything else at a start that needs no migration.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
