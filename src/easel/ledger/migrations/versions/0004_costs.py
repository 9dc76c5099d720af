"""What a job's pictures cost the operator."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column; nobody knows what earlier jobs cost."""
    op.add_column("jobs", sa.Column("cost_micros", sa.BigInteger, nullable=False, server_default="0"))
