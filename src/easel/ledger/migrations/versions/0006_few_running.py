"""Indexes of the few jobs that run or wait, instead of all; none that no question uses."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

RUNNING = sa.text("status = 'running'")
UNFINISHED = sa.text("ended IS NULL")


def upgrade() -> None:
    """Every index costs each picture a write."""
    for name, table in (
        ("jobs_by_account", "jobs"),
        ("jobs_by_status", "jobs"),
        ("jobs_by_key", "jobs"),
        ("transfers_by_account", "transfers"),
    ):
        op.drop_index(name, table)
    op.create_index("jobs_running", "jobs", ["lease_until_ms"], sqlite_where=RUNNING, postgresql_where=RUNNING)
    op.create_index(
        "jobs_unfinished", "jobs", ["key_id", "model"], sqlite_where=UNFINISHED, postgresql_where=UNFINISHED
    )
