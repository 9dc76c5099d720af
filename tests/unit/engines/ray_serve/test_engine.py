"""The server's side and a replica's, over real HTTP, with an engine that needs no torch. Ray's part is acceptance's."""

import asyncio
import contextlib
import logging
from dataclasses import replace

import pytest
import uvicorn

from easel.core.errors import EngineFailed
from easel.core.failures import Fault, NotStarted
from easel.core.image import Image, Size
from easel.core.job import Job, Reference, Role
from easel.core.result import Painted, Partial
from easel.engines.ray_serve import engine as engine_module
from easel.engines.ray_serve import replica as replica_module
from easel.engines.ray_serve import wire
from easel.engines.ray_serve.engine import RayServeEngine
from easel.engines.ray_serve.replica import application
from easel.testing import FakeEngine, flat_image

TOKEN = "t" * 32
JOB = Job(model="m", dialect="openai", prompt="a fox", size=Size(8, 8), n=3, seed=5).with_seeds()
EDIT = Reference(Role.INPUT, b"", "image", Image(1, 1, 3, bytes(3)))


class Weighted(FakeEngine):
    """Has weights of a FLUX and of an editor; the prompt says how to misbehave, for the picture whose seed it names."""

    def __init__(self):
        super().__init__()
        #: One more for each picture that was left.
        self.left = asyncio.Semaphore(0)

    def offers(self, sources):
        """Two of them."""
        have = {"flux": "FluxPipeline", "editor": "QwenImageEditPlusPipeline", "unknown": "NewPipeline"}
        return {source: have[source] for source in sources if source in have}

    async def generate(self, job, source):
        """One flat picture, unless the prompt says otherwise."""
        what, _, seed = job.prompt.partition(" ")
        wanted = not seed.isdecimal() or int(seed) == job.seeds[0]
        if what == "fail" and wanted:
            raise EngineFailed
        if what == "refuse" and wanted:
            raise NotStarted(Fault.BARRED)
        if what == "wait" and wanted:
            try:
                yield Partial(0, 0, flat_image(8, 8, 1))
                await asyncio.sleep(3600)
            finally:
                self.left.release()
        async for event in super().generate(job, source):
            yield event


@contextlib.asynccontextmanager
async def served(app):
    """The address of an ASGI application on a free port."""
    server = uvicorn.Server(
        uvicorn.Config(app, port=0, log_level=logging.CRITICAL, access_log=False, timeout_graceful_shutdown=1)
    )
    running = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 (it tells in no other way)
        await asyncio.sleep(0.005)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        await running


@contextlib.asynccontextmanager
async def asking(url, *, token=TOKEN, sources=("editor", "flux", "none", "unknown")):
    """An engine that asks there."""
    made = RayServeEngine(url, token=token, sources=sources)
    await made.start()
    try:
        yield made
    finally:
        await made.close()


@pytest.fixture
async def weighted():
    """What paints in the replica."""
    return Weighted()


@pytest.fixture
async def engine(weighted):
    """An engine and one replica."""
    async with served(application(lambda: weighted, token=TOKEN)) as url, asking(url) as made:
        yield made


async def paint(made, job=JOB):
    """All events of a job."""
    async with asyncio.timeout(20), contextlib.aclosing(made.generate(job, "flux")) as events:
        return [event async for event in events]


def seeds(events):
    """The finished pictures' seeds, by their place in the job."""
    return {event.index: event.seed for event in events if isinstance(event, Painted)}


async def test_every_picture_is_asked_for_by_itself(engine, weighted):
    """Each has its place, its own seed and its unfinished pictures."""
    events = await paint(engine, replace(JOB, partial_images=2))

    assert {0: 5, 1: 6, 2: 7} == seeds(events)
    assert [1, 1, 1] == [job.n for job in weighted.jobs]
    assert 6 == sum(isinstance(event, Partial) for event in events)
    assert {(8, 8)} == {(event.image.width, event.image.height) for event in events}


async def test_what_the_cluster_has(engine):
    """A source is served when there are weights of a known class for it, and the class can do what is asked."""
    edit = replace(JOB, references=(EDIT,))

    assert {"flux": "FluxPipeline", "editor": "QwenImageEditPlusPipeline", "unknown": "NewPipeline"} == engine.offers
    assert [True, False, False, False] == [engine.serves(JOB, name) for name in ("flux", "editor", "unknown", "none")]
    assert [True, True] == [engine.serves(edit, name) for name in ("flux", "editor")]


async def test_an_application_may_be_for_some_sources_only(weighted):
    """What it is not for is neither offered nor painted."""
    only = application(lambda: weighted, token=TOKEN, only=frozenset(("editor",)))
    async with served(only) as url, asking(url) as made:
        offers = made.offers
        with pytest.raises(NotStarted):
            await paint(made)

    assert {"editor": "QwenImageEditPlusPipeline"} == offers
    assert [] == weighted.jobs


async def test_one_of_three_fails(engine):
    """A picture less; none at all is a failure of the job."""
    assert {0: 5, 2: 7} == seeds(await paint(engine, replace(JOB, prompt="fail 6")))
    with pytest.raises(EngineFailed):
        await paint(engine, replace(JOB, prompt="fail"))


async def test_what_was_not_begun_is_named(engine):
    """Another route may paint it."""
    made = []

    async def ask():
        async for event in engine.generate(replace(JOB, prompt="refuse 6"), "flux"):
            made.append(event)

    with pytest.raises(NotStarted) as failure:
        await ask()

    assert {0: 5, 2: 7} == seeds(made)
    assert (Fault.BARRED, [1]) == (failure.value.fault, failure.value.indexes)


async def test_who_leaves_is_not_painted_for(engine, weighted):
    """Closing the iterator ends the painting in the replica, too."""
    async with asyncio.timeout(20), contextlib.aclosing(engine.generate(replace(JOB, prompt="wait"), "flux")) as events:
        assert {0, 1, 2} == {(await anext(events)).index for _ in range(3)}
    async with asyncio.timeout(20):
        for _ in range(3):
            await weighted.left.acquire()


@pytest.mark.parametrize(
    ("status", "headers", "fault", "again_s"),
    [
        (503, {b"retry-after": b"7"}, Fault.BUSY, 7),
        (503, {}, Fault.BUSY, None),
        (429, {b"retry-after": b"soon"}, Fault.BUSY, None),
        (404, {}, Fault.AWAY, None),
        (502, {}, Fault.AWAY, None),
        (401, {}, Fault.BARRED, None),
        (400, {}, Fault.BARRED, None),
    ],
)
async def test_refusals(status, headers, fault, again_s):
    """What Ray Serve or a replica answers in place of a picture: nothing was begun."""

    async def app(scope, receive, send):
        await send({"type": "http.response.start", "status": status, "headers": list(headers.items())})
        await send({"type": "http.response.body", "body": b"no"})

    async with served(silent(app)) as url, asking(url) as made:
        with pytest.raises(NotStarted) as failure:
            await paint(made)

    assert (fault, again_s, [0, 1, 2]) == (failure.value.fault, failure.value.again_s, sorted(failure.value.indexes))


async def test_the_wrong_token(weighted):
    """A replica tells strangers nothing."""
    async with served(application(lambda: weighted, token=TOKEN)) as url, asking(url, token="u" * 32) as made:
        with pytest.raises(NotStarted) as failure:
            await paint(made)

    assert (Fault.BARRED, None, []) == (failure.value.fault, made.offers, weighted.jobs)


async def test_nobody_is_there():
    """Its models are away, and nothing else stands in for them."""
    async with served(silent(None)) as url:
        pass
    async with asking(url) as made:
        with pytest.raises(NotStarted) as failure:
            await paint(made)

    assert (Fault.AWAY, True) == (failure.value.fault, made.serves(JOB, "flux"))


@pytest.mark.parametrize("losses", [1, 2])
async def test_a_replica_is_lost(losses, monkeypatch):
    """In the middle of a picture: it is asked for once more, and no more than that. Silence counts as a loss."""
    monkeypatch.setattr(engine_module, "SILENCE_TIMEOUT_S", 0.3)
    asked = 0

    async def app(scope, receive, send):
        nonlocal asked
        asked += 1
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for piece in wire.pack_event(Partial(0, 0, flat_image(8, 8, 1))):
            await send({"type": "http.response.body", "body": bytes(piece), "more_body": True})
        if asked <= losses:
            # The first ends, the second falls silent.
            await asyncio.sleep(3600 if asked == 2 else 0)
            return
        for piece in wire.pack_event(Painted(0, flat_image(8, 8, 5), 5, "a fox")):
            await send({"type": "http.response.body", "body": bytes(piece), "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    async with served(silent(app)) as url, asking(url) as made:
        if losses == 1:
            assert {0: 5} == seeds(await paint(made, JOB.part((0,))))
        else:
            with pytest.raises(EngineFailed):
                await paint(made, JOB.part((0,)))

    assert 2 == asked


async def test_slow_pictures_are_no_silence(weighted, monkeypatch):
    """A replica tells that it is there while it has nothing to show."""
    monkeypatch.setattr(engine_module, "SILENCE_TIMEOUT_S", 0.5)
    monkeypatch.setattr(replica_module, "ALIVE_S", 0.05)
    slow = replace(JOB.part((0,)), prompt="wait")
    async with served(application(lambda: weighted, token=TOKEN)) as url, asking(url) as made:
        async with contextlib.aclosing(made.generate(slow, "flux")) as events:
            await anext(events)
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(anext(events), 1.5)

    await asyncio.wait_for(weighted.left.acquire(), 20)


def silent(app):
    """An ASGI application that offers nothing, takes the whole body, and then does as it is told."""

    async def asked(scope, receive, send):
        if scope["type"] != "http":
            return
        while (await receive()).get("more_body"):
            pass
        if scope["path"] == "/sources":
            await send({"type": "http.response.start", "status": 404, "headers": []})
            await send({"type": "http.response.body", "body": b""})
        else:
            await app(scope, receive, send)

    return asked
