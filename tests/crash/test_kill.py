"""`kill -9` at every failpoint: after a restart nothing is lost, nothing is charged twice, nothing is stuck.

EASEL_CRASH_ROUNDS is the number of rounds; by default each failpoint is visited once. `make soak` runs the long ones.
"""

import asyncio
import itertools
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select
from typer.testing import CliRunner

import easel
from crash.life import ACCOUNT, CARD, DELIVERED, GRANT, LIFETIME_S, MET, live, store_in
from crash.processes import run_one
from easel.cli.main import app
from easel.core.caller import Limits
from easel.core.failpoint import FAILPOINTS
from easel.ledger.accounts import Accounts
from easel.ledger.audit import audit
from easel.ledger.database import Database
from easel.ledger.schema import jobs, purses, transfers, webhooks
from unit.ledger.making import payer

#: The migration has a test of its own: it is met once in the life of a database.
NOT_IN_A_LIFE = {"migrate-inside"}
ORDERS_EACH_ROUND = 2
PROGRESS_EVERY = 50


def test_every_failpoint_is_visited():
    """The failpoints in the code, those that can be armed and those that the kill test visits are the same."""
    code = "\n".join(path.read_text() for path in Path(easel.__file__).parent.rglob("*.py"))
    in_code = sorted(re.findall(r'failpoint\("([a-z-]+)"\)', code))

    assert sorted(FAILPOINTS) == in_code
    assert set(FAILPOINTS) == set(MET) | NOT_IN_A_LIFE
    assert len(FAILPOINTS) >= 20


@pytest.mark.timeout(6 * 3600)
def test_kill_everywhere(where, tmp_path, monkeypatch):
    """Each round a server is killed at a failpoint, and its successor answers the same requests again."""
    monkeypatch.setenv("EASEL_DATABASE_URL", where)
    database = Database(where)
    database.migrate()
    caller = asyncio.run(payer(database, name=ACCOUNT, limits=Limits(requests_per_minute=100_000)))
    rounds, chance, began = int(os.environ.get("EASEL_CRASH_ROUNDS", len(MET))), random.Random(7), time.monotonic()
    for number, name in enumerate(itertools.islice(itertools.cycle(MET), rounds), start=1):
        failpoint, order = f"{name}:{chance.randint(1, MET[name])}", f"order-{number}"
        assert -signal.SIGKILL == run_one(live, where, tmp_path, caller, order, failpoint), f"not killed at {failpoint}"
        _audit(tmp_path, f"after the kill at {failpoint}")
        assert 0 == run_one(live, where, tmp_path, caller, order, "")
        _audit(tmp_path, f"after the restart from {failpoint}")
        _nothing_is_open(database)
        if number % PROGRESS_EVERY == 0:
            print(f"{number} of {rounds} rounds, {time.monotonic() - began:.0f} s, 0 breaks", flush=True)  # noqa: T201
    account = asyncio.run(Accounts(database).show(ACCOUNT))
    left = asyncio.run(_after_a_while(database, tmp_path))
    database.close()

    pictures_paid = ORDERS_EACH_ROUND * DELIVERED * rounds - CARD.free_pictures
    assert rounds * GRANT == account.granted
    assert pictures_paid * CARD.price_micros == account.spent
    assert ([], []) == left


def test_kill_in_the_migration(tmp_path):
    """A server that is killed while it makes its tables leaves none, and the next start makes them all."""
    path, environment = tmp_path / "easel.sqlite", {**os.environ, "FAILPOINT": "migrate-inside"}
    code = f"from easel.ledger.database import Database; Database({f'sqlite:///{path}'!r}).migrate()"
    ended = subprocess.run([sys.executable, "-c", code], env=environment, check=False)
    with sqlite3.connect(path) as connection:
        left = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    connection.close()
    database = Database(path)
    database.migrate()
    broken = audit(database)
    database.close()

    assert -signal.SIGKILL == ended.returncode
    assert (0,) == left
    assert [] == broken


def _audit(folder, when):
    """`easel audit --files` finds nothing."""
    ended = CliRunner().invoke(app, ["audit", "--files", "--data-dir", str(folder)])
    assert "All invariants hold.\n" == ended.output, when


def _nothing_is_open(database):
    """Every job has ended, nothing is held, and no idempotency key was posted twice."""

    def look(connection):
        open_jobs = select(func.count()).where(jobs.c.status.in_(("queued", "running")))
        held = select(func.sum(purses.c.held))
        posts = select(func.count()).where(transfers.c.kind == "post")
        succeeded = select(func.count()).where(jobs.c.status == "succeeded")
        return tuple(connection.execute(query).scalar_one() for query in (open_jobs, held, posts, succeeded))

    open_jobs, held, posts, succeeded = database.read_now(look)
    assert (0, 0) == (open_jobs, held)
    assert posts == succeeded


async def _after_a_while(database, folder):
    """The files that no sweep finds, and the webhooks that nobody would ever deliver, when all has expired."""
    await store_in(folder).sweep(time.time() + 2 * LIFETIME_S)

    def look(connection):
        lost = select(webhooks.c.job_id).join(jobs, jobs.c.id == webhooks.c.job_id).where(jobs.c.ended.is_(None))
        return connection.execute(lost).scalars().all()

    return os.listdir(folder / "pictures"), await database.read(look)
