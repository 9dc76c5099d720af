"""Clients that go away: nothing is made for them, or charged, unless they can come back for it."""

import asyncio
import json
import time

import pytest

from easel.core.caller import Caller
from easel.core.errors import EngineFailed
from easel.core.result import Painted
from easel.testing import flat_image

IMAGES = "/v1/images/generations"
CAT = {"model": "imagen-3", "prompt": "a cat"}
#: With a reference, so that intake has something to do.
EDITED = {"model": "gemini-3-pro-image-preview", "messages": [{"role": "user", "content": [
    {"type": "text", "text": "a cat"}, {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}},
]}]}  # fmt: skip
KEY = (b"idempotency-key", b"one")
WITHIN_S = 5


async def call(app, body, *, gone, headers=(), path=IMAGES):
    """One ASGI request whose client goes away when `gone` is set."""
    messages = [{"type": "http.request", "body": json.dumps(body).encode(), "more_body": False}]
    sent = []

    async def receive():
        if messages:
            return messages.pop()
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http", "method": "POST", "path": path, "raw_path": path.encode(), "query_string": b"",
        "headers": [(b"authorization", b"Bearer test-key"), (b"host", b"easel.test"), *headers], "scheme": "http",
        "server": ("easel.test", 80), "client": ("127.0.0.1", 1), "http_version": "1.1", "root_path": "",
    }  # fmt: skip
    async with asyncio.timeout(WITHIN_S):
        await app(scope, receive, send)
    return sent


def statuses(surface) -> list[str]:
    """How the jobs of the surface's ledger stand."""
    return [record.status for record in surface.ledger.records.values()]


class Held:
    """A step that tells when it is reached; then it lasts until it is let go, or cancelled."""

    def __init__(self) -> None:
        self.reached, self.let_go = asyncio.Event(), asyncio.Event()
        self.cancelled = False

    async def __call__(self) -> None:
        """The step."""
        self.reached.set()
        try:
            await self.let_go.wait()
        except asyncio.CancelledError:
            self.cancelled = True
            raise


def hold_painting(surface, monkeypatch) -> Held:
    """Painting lasts."""
    held, generate = Held(), surface.engine.generate

    async def slow(job, source):
        await held()
        async for event in generate(job, source):
            yield event

    monkeypatch.setattr(surface.engine, "generate", slow)
    return held


def hold(part, method, monkeypatch) -> Held:
    """A part's method lasts."""
    held, real = Held(), getattr(part, method)

    async def slow(*arguments, **more):
        await held()
        return await real(*arguments, **more)

    monkeypatch.setattr(part, method, slow)
    return held


async def leave_at(held, surface, body=CAT, **more):
    """Make a request, and go away once it has reached that step."""
    await call(surface.app(), body, gone=held.reached, **more)


@pytest.mark.parametrize("stream", [False, True])
async def test_while_it_waits(stream, surface):
    """A job whose client goes away leaves the line at once: it is never begun."""
    release, gone = asyncio.Event(), asyncio.Event()

    async def occupy():
        async with surface.queue.slot(Caller("account", "other"), "imagen-3", 1.0):
            await release.wait()

    others = [asyncio.create_task(occupy()) for _ in range(4)]
    asking = asyncio.create_task(call(surface.app(), {**CAT, "stream": stream}, gone=gone))
    async with asyncio.timeout(WITHIN_S):
        while not surface.queue.waiting:  # noqa: ASYNC110 (the queue tells nobody)
            await asyncio.sleep(0.001)
    gone.set()
    await asking
    waiting = surface.queue.waiting
    release.set()
    await asyncio.gather(*others)

    assert (0, [], []) == (waiting, statuses(surface), surface.engine.jobs)


@pytest.mark.parametrize("path", ["/v1/chat/completions"])
@pytest.mark.parametrize("stream", [False, True])
async def test_while_references_are_fetched(stream, path, surface, monkeypatch):
    """Nothing is held yet, and nothing is painted."""
    held = hold(surface.intake, "resolve", monkeypatch)
    await leave_at(held, surface, {**EDITED, "stream": stream}, path=path)

    assert (True, [], []) == (held.cancelled, statuses(surface), surface.engine.jobs)


@pytest.mark.parametrize("stream", [False, True])
async def test_while_it_is_painted(stream, surface, monkeypatch):
    """The engine is told to stop, and the job is voided."""
    held = hold_painting(surface, monkeypatch)
    await leave_at(held, surface, {**CAT, "stream": stream})

    assert (True, ["failed"]) == (held.cancelled, statuses(surface))


@pytest.mark.parametrize("stream", [False, True])
async def test_between_pictures(stream, surface, monkeypatch):
    """Of several pictures those that were not begun are not painted any more."""
    painted, gone = [], asyncio.Event()

    async def slow(job, source):
        for index, seed in enumerate(job.seeds):
            painted.append(index)
            yield Painted(index, flat_image(8, 8, seed), seed, "")
            gone.set()
            await asyncio.sleep(0.05)

    monkeypatch.setattr(surface.engine, "generate", slow)
    await call(surface.app(), {**CAT, "n": 4, "stream": stream}, gone=gone)

    assert ([0], ["failed"]) == (painted, statuses(surface))


@pytest.mark.parametrize("stream", [False, True])
async def test_while_it_is_encoded(stream, surface, monkeypatch):
    """A picture that is finished but not yet delivered is not charged either."""
    gone, finish, loop = asyncio.Event(), surface.finisher.finish, asyncio.get_running_loop()

    def slow(painted, job):
        loop.call_soon_threadsafe(gone.set)
        time.sleep(0.1)
        return finish(painted, job)

    monkeypatch.setattr(surface.finisher, "finish", slow)
    await call(surface.app(), {**CAT, "stream": stream}, gone=gone)

    assert (["failed"], {}) == (statuses(surface), surface.ledger.results)


@pytest.mark.parametrize("stream", [False, True])
async def test_while_it_is_written_down(stream, surface, monkeypatch):
    """What is being written down is written to its end: no half of it is left, and no hold."""
    held = hold(surface.ledger, "settle", monkeypatch)
    asking = asyncio.create_task(leave_at(held, surface, {**CAT, "stream": stream}))
    await held.reached.wait()
    await asyncio.sleep(0.01)
    held.let_go.set()
    await asking

    assert (False, ["succeeded"]) == (held.cancelled, statuses(surface))


@pytest.mark.parametrize("stream", [False, True])
async def test_while_its_failure_is_written_down(stream, surface, monkeypatch):
    """What the engine could not make is voided to its end as well."""
    surface.engine.error = EngineFailed()
    held = hold(surface.ledger, "void", monkeypatch)
    asking = asyncio.create_task(leave_at(held, surface, {**CAT, "stream": stream}))
    await held.reached.wait()
    await asyncio.sleep(0.01)
    held.let_go.set()
    await asking

    assert (False, ["failed"]) == (held.cancelled, statuses(surface))


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("step", ["intake", "paint"])
async def test_who_can_come_back(step, stream, surface, monkeypatch):
    """With an idempotency key the pictures are finished for a client that has gone."""
    painting = step == "paint"
    held = hold_painting(surface, monkeypatch) if painting else hold(surface.intake, "resolve", monkeypatch)
    asking = asyncio.create_task(leave_at(held, surface, {**CAT, "stream": stream}, headers=[KEY]))
    await held.reached.wait()
    await asyncio.sleep(0.01)
    held.let_go.set()
    await asking

    assert (False, ["succeeded"]) == (held.cancelled, statuses(surface))


async def test_before_the_stream_begins(surface, monkeypatch):
    """A client that has gone when its stream was about to begin is no reason to paint."""
    held, gone = hold_painting(surface, monkeypatch), asyncio.Event()
    open_job = surface.ledger.open

    async def opened(*arguments, **more):
        await open_job(*arguments, **more)
        gone.set()

    monkeypatch.setattr(surface.ledger, "open", opened)
    await call(surface.app(), {**CAT, "stream": True}, gone=gone)

    assert (held.reached.is_set(), ["failed"]) == (held.cancelled, statuses(surface))


async def test_tasks(surface, monkeypatch):
    """A request that was to become a task becomes one, whether or not its client waits for the id."""
    held = hold(surface.intake, "resolve", monkeypatch)
    asking = asyncio.create_task(leave_at(held, surface, {**CAT, "async": True}))
    await held.reached.wait()
    held.let_go.set()
    await asking

    assert (False, ["queued"]) == (held.cancelled, statuses(surface))
