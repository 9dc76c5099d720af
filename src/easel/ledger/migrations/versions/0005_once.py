"""Tasks that may have been paid for elsewhere are not begun a second time."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column."""
    op.add_column("jobs", sa.Column("once", sa.Boolean, nullable=False, server_default=sa.false()))
