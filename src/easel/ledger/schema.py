"""The tables. One database for keys, jobs and pictures: SQLite by default."""

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData()

accounts = Table(
    "accounts",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
    Column("created", Integer, nullable=False),
)

#: Keys are kept as SHA-256 only: they have too much entropy to need a slow hash.
keys = Table(
    "keys",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("hint", String(32), nullable=False),
    Column("scopes", JSON, nullable=False),
    Column("created", Integer, nullable=False),
    Column("revoked", Integer),
)

#: `status` is running, succeeded or failed; `error` is the name of the error's class.
jobs = Table(
    "jobs",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("key_id", ForeignKey("keys.id"), nullable=False),
    Column("model", String(200), nullable=False),
    Column("dialect", String(40), nullable=False),
    Column("n", Integer, nullable=False),
    Column("status", String(20), nullable=False),
    Column("failed", Integer, nullable=False, default=0),
    Column("error", Text),
    Column("created", Integer, nullable=False),
    Column("ended", Integer),
    Index("jobs_by_account", "account_id", "created"),
)

pictures = Table(
    "pictures",
    metadata,
    Column("artifact", String(64), primary_key=True),
    Column("job_id", ForeignKey("jobs.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("url", Text, nullable=False),
)
