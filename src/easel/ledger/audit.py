"""The invariants of money, as questions to the database. A healthy database answers none of them.

I8 (one answer for each idempotency key) and I11 (the balance shown is the ledger's) hold by construction: the key is
the primary key of its row, and balances are only ever read from the purses.
"""

import time
from dataclasses import dataclass

from sqlalchemy import Connection, text

from easel.ledger.database import Database
from easel.ledger.schema import IMMUTABLE

#: How long after the end of its lease the reaper may take.
GRACE_S = 60
EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Invariant:
    """A sentence that is always true, and the query that finds what breaks it (its first column names the row)."""

    name: str
    holds: str
    breaks: str


#: A job's hold, post and void with what they moved, for the queries below.
_JOB_MONEY = """
    WITH moved AS (
        SELECT t.job_id, t.kind, p.kind AS purse, e.book, SUM(e.amount) AS amount
        FROM transfers t JOIN entries e ON e.transfer_id = t.id JOIN purses p ON p.id = e.purse_id
        WHERE t.job_id IS NOT NULL GROUP BY t.job_id, t.kind, p.id, p.kind, e.book
    )
"""

INVARIANTS = (
    Invariant(
        "I1", "all entries add up to 0",
        "SELECT total FROM (SELECT SUM(amount) AS total FROM entries) s WHERE total <> 0",
    ),
    Invariant(
        "I1", "the entries of each transfer add up to 0, purse by purse",
        "SELECT transfer_id FROM entries GROUP BY transfer_id, purse_id HAVING SUM(amount) <> 0",
    ),
    Invariant(
        "I2", "each purse is what its entries say",
        """
        SELECT p.id FROM purses p LEFT JOIN entries e ON e.purse_id = p.id GROUP BY p.id
        HAVING p.available <> COALESCE(SUM(CASE WHEN e.book = 'available' THEN e.amount END), 0)
            OR p.held <> COALESCE(SUM(CASE WHEN e.book = 'held' THEN e.amount END), 0)
            OR p.spent <> COALESCE(SUM(CASE WHEN e.book = 'spent' THEN e.amount END), 0)
            OR p.granted <> -COALESCE(SUM(CASE WHEN e.book = 'external' THEN e.amount END), 0)
        """,
    ),
    Invariant(
        "I2", "what is held is what open holds hold",
        """
        SELECT p.id FROM purses p LEFT JOIN (
            SELECT e.purse_id, SUM(e.amount) AS amount
            FROM entries e JOIN transfers t ON t.id = e.transfer_id AND t.kind = 'hold'
            WHERE e.book = 'held' AND NOT EXISTS (SELECT 1 FROM transfers r WHERE r.resolves = t.id)
            GROUP BY e.purse_id
        ) o ON o.purse_id = p.id WHERE p.held <> COALESCE(o.amount, 0)
        """,
    ),
    Invariant(
        "I3", "no limited purse is overdrawn, and granted = available + held + spent",
        """
        SELECT id FROM purses WHERE (limited AND available < 0) OR held < 0 OR spent < 0
            OR granted <> available + held + spent
        """,
    ),
    Invariant(
        "I4", "each job has exactly one hold",
        """
        SELECT j.id FROM jobs j LEFT JOIN transfers t ON t.job_id = j.id AND t.kind = 'hold'
        GROUP BY j.id HAVING COUNT(t.id) <> 1
        """,
    ),
    Invariant(
        "I4", "each job that ended has exactly one post or void, the others have none",
        """
        SELECT j.id FROM jobs j LEFT JOIN transfers t ON t.job_id = j.id AND t.kind IN ('post', 'void')
        GROUP BY j.id, j.status HAVING COUNT(t.id) <> CASE WHEN j.status IN ('succeeded', 'failed') THEN 1 ELSE 0 END
        """,
    ),
    Invariant(
        "I4", "jobs that succeeded were posted, jobs that failed were voided",
        """
        SELECT j.id FROM jobs j JOIN transfers t ON t.job_id = j.id AND t.kind IN ('post', 'void')
        WHERE (t.kind = 'post') <> (j.status = 'succeeded')
        """,
    ),
    Invariant(
        "I4", "a post or void resolves the hold of its own job and account",
        """
        SELECT t.id FROM transfers t LEFT JOIN transfers h ON h.id = t.resolves AND h.kind = 'hold'
            AND h.job_id = t.job_id AND h.account_id = t.account_id
        WHERE t.kind IN ('post', 'void') AND h.id IS NULL
        """,
    ),
    Invariant(
        "I5", "what is charged is at most what was held, and what was held is all released",
        """
        SELECT h.id FROM transfers h JOIN entries e ON e.transfer_id = h.id AND e.book = 'held'
        JOIN transfers r ON r.resolves = h.id
        LEFT JOIN entries b ON b.transfer_id = r.id AND b.purse_id = e.purse_id AND b.book = 'held'
        LEFT JOIN entries s ON s.transfer_id = r.id AND s.purse_id = e.purse_id AND s.book = 'spent'
        WHERE COALESCE(b.amount, 0) <> -e.amount OR COALESCE(s.amount, 0) > e.amount OR COALESCE(s.amount, 0) < 0
        """,
    ),
    Invariant(
        "I5", "a void charges nothing",
        _JOB_MONEY + "SELECT job_id FROM moved WHERE kind = 'void' AND book = 'spent' AND amount <> 0",
    ),
    Invariant(
        "I6", "a job is charged its price x the pictures that were delivered and not free",
        _JOB_MONEY + """
        SELECT j.id FROM jobs j JOIN transfers t ON t.job_id = j.id AND t.kind = 'post'
        LEFT JOIN moved m ON m.job_id = j.id AND m.kind = 'post' AND m.book = 'spent' AND m.purse = 'money'
        LEFT JOIN moved f ON f.job_id = j.id AND f.kind = 'post' AND f.book = 'spent' AND f.purse = 'free'
        WHERE COALESCE(m.amount, 0) <> j.price_micros * (t.pictures - COALESCE(f.amount, 0))
        """,
    ),
    Invariant(
        "I6", "there are as many pictures as were posted, and none beyond what was asked for",
        """
        SELECT j.id FROM jobs j LEFT JOIN transfers t ON t.job_id = j.id AND t.kind = 'post'
        LEFT JOIN (SELECT job_id, COUNT(*) AS made FROM pictures GROUP BY job_id) p ON p.job_id = j.id
        WHERE COALESCE(p.made, 0) <> COALESCE(t.pictures, 0) OR COALESCE(p.made, 0) > j.n
        """,
    ),
    Invariant(
        "I7", "jobs end soon after their lease has run out",
        f"SELECT id FROM jobs WHERE status = 'running' AND COALESCE(lease_until_ms, 0) < :now_ms - {GRACE_S * 1000}",
    ),
    Invariant(
        "I8", "each idempotency key belongs to a job of its account with its body",
        """
        SELECT i.idempotency_key FROM idempotency i JOIN jobs j ON j.id = i.job_id
        WHERE j.account_id <> i.account_id OR j.body_sha256 IS NULL OR j.body_sha256 <> i.body_sha256
        """,
    ),
    Invariant(
        "I9", "only the worker that held the lease last wrote pictures",
        "SELECT p.artifact FROM pictures p JOIN jobs j ON j.id = p.job_id WHERE p.fence <> j.fence",
    ),
    Invariant(
        "I10", "no key did more in 60 seconds than its limits, of those in force then the widest",
        """
        SELECT a.key_id FROM rates a JOIN rates b
            ON b.key_id = a.key_id AND b.model = a.model AND b.second BETWEEN a.second - 59 AND a.second
        GROUP BY a.key_id, a.model, a.second
        HAVING (COUNT(b.limit_requests) = COUNT(*) AND SUM(b.requests) > MAX(b.limit_requests))
            OR (COUNT(b.limit_pictures) = COUNT(*) AND SUM(b.pictures) > MAX(b.limit_pictures))
        """,
    ),
    Invariant(
        "I10", "free pictures are granted once for each account, model and period",
        """
        SELECT p.id FROM purses p JOIN entries e ON e.purse_id = p.id AND e.book = 'external'
        WHERE p.kind = 'free' GROUP BY p.id HAVING COUNT(*) > 1
        """,
    ),
)  # fmt: skip

_TRIGGERS = {
    "sqlite": "SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :name",
    "postgresql": (
        "SELECT COUNT(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D' "
        "AND tgrelid = CAST(:name AS regclass)"
    ),
}


def audit(database: Database, *, now: float | None = None) -> list[str]:
    """Check I1 to I12 on one snapshot of a live database; returns a sentence for each break, none if all is well."""
    now_ms = int((time.time() if now is None else now) * 1000)
    return database.read_now(lambda connection: _breaks(connection, now_ms))


def _breaks(connection: Connection, now_ms: int) -> list[str]:
    found = []
    for invariant in INVARIANTS:
        values = {"now_ms": now_ms} if ":now_ms" in invariant.breaks else {}
        rows = [str(row[0]) for row in connection.execute(text(invariant.breaks), values)]
        if rows:
            more = f" and {len(rows) - EXAMPLES} more" if len(rows) > EXAMPLES else ""
            found.append(f"{invariant.name} broken ({invariant.holds}): {', '.join(rows[:EXAMPLES])}{more}")
    dialect = connection.dialect.name
    for table in IMMUTABLE:
        triggers = connection.execute(text(_TRIGGERS[dialect]), {"name": table}).scalar_one()
        if triggers < (2 if dialect == "sqlite" else 3):
            found.append(f"I12 broken (entries are never changed): {table} has lost its triggers")
    return found
