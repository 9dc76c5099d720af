"""Tasks take turns, and may wait before another attempt; runs that were blocked are found by their key."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

QUEUED = sa.text("status = 'queued'")
BLOCKED = sa.text("error = 'PicturesBlocked'")


def upgrade() -> None:
    """Add the columns and the indexes of what few jobs are: waiting, or blocked."""
    for name in ("turn", "due_ms"):
        op.add_column("jobs", sa.Column(name, sa.BigInteger, nullable=False, server_default="0"))
    for name, columns, where in (
        ("jobs_waiting", ["status", "turn", "created", "id"], QUEUED),
        ("jobs_waiting_by_key", ["key_id", "turn"], QUEUED),
        ("jobs_blocked", ["key_id", "ended"], BLOCKED),
    ):
        op.create_index(name, "jobs", columns, sqlite_where=where, postgresql_where=where)
