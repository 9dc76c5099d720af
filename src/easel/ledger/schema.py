"""The tables: accounts, keys, money, jobs, limits. One schema for SQLite and PostgreSQL.

Times are seconds since 1970, leases milliseconds. Money is integer micro-units of the operator's currency.
Change a table here and add a migration under `migrations/versions`; a test compares the two.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    literal_column,
    text,
)

#: The newest migration: a database that has it needs no Alembic at the start.
HEAD = "0007"

metadata = MetaData()

#: 64 bits on PostgreSQL; SQLite numbers rows itself only when the type is called INTEGER.
Serial = BigInteger().with_variant(Integer, "sqlite")

#: Values of `jobs.status` and `jobs.error` as the partial indexes have them: a parameter would not match those.
IS_QUEUED, IS_RUNNING, IS_BLOCKED = (literal_column(f"'{value}'") for value in ("queued", "running", "PicturesBlocked"))
_queued, _running = text("status = 'queued'"), text("status = 'running'")
_blocked, _unfinished = text("error = 'PicturesBlocked'"), text("ended IS NULL")
_kept = text("request IS NOT NULL AND ended IS NOT NULL")

accounts = Table(
    "accounts",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
    Column("created", BigInteger, nullable=False),
)

#: Money, free pictures of a model, or the budget of a key: what was granted is available, held or spent.
#: `kind` is money, free or key; the unit is micro-units, for `free` pictures. The three CHECKs are the last wall:
#: nothing is lost, nothing is held twice, and a limited purse is never overdrawn.
purses = Table(
    "purses",
    metadata,
    Column("id", String(300), primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("kind", String(10), nullable=False),
    Column("model", String(200)),
    Column("period", String(20)),
    Column("limited", Boolean, nullable=False),
    Column("granted", BigInteger, nullable=False, default=0),
    Column("available", BigInteger, nullable=False, default=0),
    Column("held", BigInteger, nullable=False, default=0),
    Column("spent", BigInteger, nullable=False, default=0),
    CheckConstraint("granted = available + held + spent", name="purse_is_whole"),
    CheckConstraint("held >= 0 AND spent >= 0", name="purse_holds_and_spends_forwards"),
    CheckConstraint("available >= 0 OR NOT limited", name="purse_is_not_overdrawn"),
)

#: Keys are kept as SHA-256 only: they have too much entropy to need a slow hash.
keys = Table(
    "keys",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("hint", String(32), nullable=False),
    Column("label", String(200), nullable=False, default=""),
    Column("scopes", JSON, nullable=False),
    Column("models", JSON, nullable=False),
    Column("budget_purse", ForeignKey("purses.id")),
    Column("requests_per_minute", Integer),
    Column("pictures_per_minute", Integer),
    Column("concurrent_jobs", Integer),
    Column("created", BigInteger, nullable=False),
    Column("expires", BigInteger),
    Column("revoked", BigInteger),
)

#: `status` is queued, running, succeeded or failed; `error` is the name of the error's class. `fence` counts the
#: workers that had the job, `request` and `answer` are what a replay needs. `price_micros` is for each picture,
#: `cost_micros` what the operator paid for all of them; `once` says that they may be paid for already. Tasks are
#: claimed in the order of `turn` (see turns.py), none before `due_ms` (milliseconds since 1970).
jobs = Table(
    "jobs",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("key_id", ForeignKey("keys.id"), nullable=False),
    Column("model", String(200), nullable=False),
    Column("dialect", String(40), nullable=False),
    Column("n", Integer, nullable=False),
    Column("price_micros", BigInteger, nullable=False),
    Column("status", String(20), nullable=False),
    Column("durable", Boolean, nullable=False),
    Column("once", Boolean, nullable=False, server_default=false()),
    Column("fence", Integer, nullable=False),
    Column("turn", BigInteger, nullable=False, server_default="0"),
    Column("due_ms", BigInteger, nullable=False, server_default="0"),
    Column("owner", String(100)),
    Column("lease_until_ms", BigInteger),
    Column("body_sha256", String(64)),
    Column("request", JSON(none_as_null=True)),
    Column("answer", JSON(none_as_null=True)),
    Column("failed", Integer, nullable=False, default=0),
    Column("error", Text),
    Column("cost_micros", BigInteger, nullable=False, server_default="0"),
    Column("created", BigInteger, nullable=False),
    Column("ended", BigInteger),
    CheckConstraint("status IN ('queued', 'running', 'succeeded', 'failed')", name="job_status"),
    Index("jobs_by_body", "key_id", "body_sha256", "created"),
    # Few jobs run or wait at once: an index of those alone costs the others nothing.
    Index("jobs_running", "lease_until_ms", sqlite_where=_running, postgresql_where=_running),
    Index("jobs_unfinished", "key_id", "model", sqlite_where=_unfinished, postgresql_where=_unfinished),
    # `status` leads although it is always the same: only then does SQLite read tasks in this order, without sorting.
    Index("jobs_waiting", "status", "turn", "created", "id", sqlite_where=_queued, postgresql_where=_queued),
    Index("jobs_waiting_by_key", "key_id", "turn", sqlite_where=_queued, postgresql_where=_queued),
    Index("jobs_blocked", "key_id", "ended", sqlite_where=_blocked, postgresql_where=_blocked),
    Index("jobs_kept", "ended", sqlite_where=_kept, postgresql_where=_kept),
)

#: `fence` is that of the worker that made the picture.
pictures = Table(
    "pictures",
    metadata,
    Column("artifact", String(64), primary_key=True),
    Column("job_id", ForeignKey("jobs.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("fence", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("url", Text, nullable=False),
    UniqueConstraint("job_id", "position", name="one_picture_for_each_position"),
)

#: One movement of money. Rows are never changed; `resolves` is the hold that a post or void ends.
transfers = Table(
    "transfers",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("job_id", ForeignKey("jobs.id")),
    Column("resolves", ForeignKey("transfers.id"), unique=True),
    Column("pictures", Integer),
    Column("reference", String(200)),
    Column("note", Text),
    Column("created", BigInteger, nullable=False),
    CheckConstraint("kind IN ('grant', 'hold', 'post', 'void')", name="transfer_kind"),
    CheckConstraint("(kind = 'grant') = (job_id IS NULL)", name="transfer_of_a_job"),
    CheckConstraint("(kind IN ('post', 'void')) = (resolves IS NOT NULL)", name="transfer_resolves_a_hold"),
    UniqueConstraint("job_id", "kind", name="one_transfer_of_each_kind"),
    UniqueConstraint("account_id", "reference", name="one_grant_for_each_reference"),
)

#: The two or more sides of a transfer; they add up to 0. `book` is external, available, held or spent.
entries = Table(
    "entries",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("transfer_id", ForeignKey("transfers.id"), nullable=False, index=True),
    Column("purse_id", ForeignKey("purses.id"), nullable=False, index=True),
    Column("book", String(10), nullable=False),
    Column("amount", BigInteger, nullable=False),
    CheckConstraint("book IN ('external', 'available', 'held', 'spent')", name="entry_book"),
    CheckConstraint("amount <> 0", name="entry_amount"),
)

idempotency = Table(
    "idempotency",
    metadata,
    Column("account_id", ForeignKey("accounts.id"), primary_key=True),
    Column("idempotency_key", String(255), primary_key=True),
    Column("body_sha256", String(64), nullable=False),
    Column("job_id", ForeignKey("jobs.id"), nullable=False),
    Column("created", BigInteger, nullable=False, index=True),
)

#: What a key did with a model in one second, and the limits that were in force.
rates = Table(
    "rates",
    metadata,
    Column("key_id", ForeignKey("keys.id"), primary_key=True),
    Column("model", String(200), primary_key=True),
    Column("second", BigInteger, primary_key=True),
    Column("requests", Integer, nullable=False),
    Column("pictures", Integer, nullable=False),
    Column("limit_requests", Integer),
    Column("limit_pictures", Integer),
)

#: Webhooks of tasks that have not been delivered yet. No foreign key to the job: a webhook is written before its job,
#: so that no task goes without. `due` is when it may be tried again, in seconds since 1970.
webhooks = Table(
    "webhooks",
    metadata,
    Column("job_id", String(64), primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("url", Text, nullable=False),
    Column("secret", Text),
    Column("base_url", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due", BigInteger, nullable=False, index=True),
    Column("created", BigInteger, nullable=False),
)

#: Tables whose rows are written once: a trigger refuses UPDATE and DELETE.
IMMUTABLE = ("transfers", "entries")
