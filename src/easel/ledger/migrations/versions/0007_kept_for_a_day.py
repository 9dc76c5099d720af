"""An index of the jobs whose prompts are still kept: without it, forgetting them reads every job that ever was."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

KEPT = sa.text("request IS NOT NULL AND ended IS NOT NULL")


def upgrade() -> None:
    """It holds the jobs of one day."""
    op.create_index("jobs_kept", "jobs", ["ended"], sqlite_where=KEPT, postgresql_where=KEPT)
