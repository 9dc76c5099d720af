"""Pictures that an engine makes as files: what of them is delivered, told and written down."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from easel.core.errors import UpstreamFailed
from easel.core.job import Job
from easel.core.model_card import Cards, Route
from easel.core.ports import Encoded, Finished
from easel.core.result import EngineEvent, PaintedFile
from easel.testing import FakeEngine

PATH = "/v1/image_generation"
BODY = {"model": "image-01", "prompt": "a cat", "n": 3, "seed": 5}


class FileEngine(FakeEngine):
    """Makes files; it takes no seeds, steps or styles."""

    pays = True

    def __init__(self) -> None:
        super().__init__()
        self.made: list[PaintedFile] = []

    async def generate(self, job: Job, source: str) -> AsyncIterator[EngineEvent]:
        """One file for each seed."""
        self.jobs.append(job)
        if self.error:
            raise self.error
        for index, seed in enumerate(job.seeds):
            file = PaintedFile(index, f"file {seed}".encode(), seed, "as painted", {}, ("seed", "steps", "style"))
            self.made.append(file)
            yield file


@pytest.fixture
def files(surface) -> FileEngine:
    """The server's engine makes files, at 2 micro-units each."""
    surface.engine = FileEngine()
    surface.cards = Cards([replace(card, routes=(Route("painter", cost_micros=2),)) for card in surface.cards])
    return surface.engine


def job_id(surface) -> str:
    """The one job there was."""
    (found,) = surface.ledger.records
    return found


async def test_what_could_not_be_carried_is_told(files, client, surface):
    """By the caller's own names, and only what the caller asked for."""
    answer = await client.post(PATH, json=BODY)

    assert "seed" == answer.headers["Easel-Ignored"]
    assert 6 == surface.ledger.costs[job_id(surface)]


async def test_moderators_look_at_files(files, client, surface):
    """A file is decoded for a moderator that looks at pictures; a blocked one is not delivered, but has its cost."""
    surface.moderator.blocked = {1}
    answer = (await client.post(PATH, json=BODY)).json()

    assert {"failed_count": "1", "success_count": "2"} == answer["metadata"]
    assert (3, 6) == (len(surface.moderator.pictures), surface.ledger.costs[job_id(surface)])


async def test_nobody_looks(files, client, surface):
    """Without such a moderator nothing is decoded, and no file is kept once its labelled copy is made."""
    surface.moderator.looks = False
    answer = (await client.post(PATH, json=BODY)).json()

    assert "3" == answer["metadata"]["success_count"]
    assert [] == surface.moderator.pictures
    assert [b""] * 3 == [file.data for file in files.made]


async def test_damaged_files(files, client, surface, monkeypatch):
    """The good ones of several are delivered and charged; with none, the vendor has failed, and its cost is kept."""
    damaged = [b"file 5", b"file 6"]

    def keep(file: PaintedFile, job: Job) -> Finished:
        if file.data in damaged:
            raise UpstreamFailed
        return Finished(Encoded(file.data, "image/png"), job.size)

    surface.moderator.looks = False
    monkeypatch.setattr(surface.finisher, "keep", keep)
    some = (await client.post(PATH, json=BODY)).json()
    first = job_id(surface)
    damaged.append(b"file 7")
    none = (await client.post(PATH, json=BODY)).json()
    (second,) = set(surface.ledger.records) - {first}

    assert {"failed_count": "2", "success_count": "1"} == some["metadata"]
    assert 1033 == none["base_resp"]["status_code"]
    assert [6, 6] == [surface.ledger.costs[job] for job in (first, second)]
    assert ["succeeded", "failed"] == [surface.ledger.records[job].status for job in (first, second)]
