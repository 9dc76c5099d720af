"""The record of jobs."""

import pytest

from easel.core.caller import Caller
from easel.core.errors import NotFound
from easel.core.image import Size
from easel.core.job import Job
from easel.core.result import Picture, Result
from easel.ledger.database import Database
from easel.ledger.jobs import Jobs
from easel.ledger.keys import Keys
from easel.models import load_cards

CARD = load_cards().find("image-01")


@pytest.fixture
def database(tmp_path):
    """A fresh database."""
    opened = Database(tmp_path / "easel.sqlite")
    opened.create()
    yield opened
    opened.close()


@pytest.fixture
async def caller(database):
    """The first key's holder."""
    keys = Keys(database)
    return await keys.caller(keys.bootstrap(None))


def _result(job):
    pictures = tuple(
        Picture(index=i, artifact=f"{i:032x}", url=f"http://x/{i}", data=b"", media_type="image/png",
                size=Size(8, 8), seed=i, prompt="")
        for i in range(2)
    )  # fmt: skip
    return Result(job=job, pictures=pictures, failed=1)


async def test_succeeded(database, caller):
    """A job that succeeded shows its pictures in order."""
    jobs, job = Jobs(database), Job(model="image-01", dialect="minimax", prompt="a cat", n=3)
    await jobs.open(job, CARD, caller)
    running = await jobs.find(job.id, caller)
    await jobs.settle(_result(job))
    record = await jobs.find(job.id, caller)

    assert "running" == running.status
    assert ("succeeded", ("http://x/0", "http://x/1"), 1) == (record.status, record.urls, record.failed)


async def test_failed(database, caller):
    """A job that failed says by which error; it cannot succeed afterwards."""
    jobs, job = Jobs(database), Job(model="image-01", dialect="minimax", prompt="a cat")
    await jobs.open(job, CARD, caller)
    await jobs.void(job, "TimedOut")
    record = await jobs.find(job.id, caller)

    assert ("failed", "TimedOut") == (record.status, record.error)


async def test_only_ones_own(database, caller):
    """Another account's job is not there."""
    jobs, job = Jobs(database), Job(model="image-01", dialect="minimax", prompt="a cat")
    await jobs.open(job, CARD, caller)
    with pytest.raises(NotFound):
        await jobs.find(job.id, Caller(account_id="another", key_id="k"))


async def test_abandoned(database, caller):
    """What a killed server left running is failed when the next one starts."""
    jobs, job = Jobs(database), Job(model="image-01", dialect="minimax", prompt="a cat")
    await jobs.open(job, CARD, caller)

    assert 1 == jobs.abandon()
    assert 0 == jobs.abandon()
    assert "failed" == (await jobs.find(job.id, caller)).status
