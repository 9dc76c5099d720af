"""Tasks over HTTP: every generating route can be one, each vendor's way to ask for it, and webhooks."""

import asyncio
import contextlib
import hashlib
import hmac
import json
from dataclasses import replace

import pytest

from easel.core.errors import (
    EngineFailed,
    KeyRevoked,
    PicturesBlocked,
    RateLimited,
    ServerFull,
    ServiceAway,
    TimedOut,
    UpstreamFailed,
)
from easel.core.model_card import Cards, Route
from easel.core.result import Painted
from easel.scheduling.delivery import WAITS_S, signature
from easel.testing import CALLER

CHAT = {"model": "gemini-3-pro-image-preview", "messages": [{"role": "user", "content": "a cat"}]}
NATIVE = {"contents": [{"parts": [{"text": "a cat"}]}]}
#: dialect → path, body and where the task's id is in the answer.
WIRES = {
    "minimax": ("/v1/image_generation", {"model": "image-01", "prompt": "a cat"}),
    "modelverse": ("/v1/images/generations", {"model": "black-forest-labs/flux.1-dev", "prompt": "a cat"}),
    "openai": ("/v1/images/generations", {"model": "imagen-3", "prompt": "a cat"}),
    "gemini_chat": ("/v1/chat/completions", CHAT),
    "gemini_native": ("/v1beta/models/gemini-3-pro-image-preview:generateContent", NATIVE),
    "imagen": ("/v1beta/models/imagen-3:predict", {"instances": [{"prompt": "a cat"}]}),
}
#: Where a finished task of Easel's own object keeps its pictures.
RESULTS = {"openai": "data", "gemini_chat": "choices", "gemini_native": "candidates", "imagen": "predictions"}
PREFER = {"Prefer": "respond-async"}


def id_of(answer) -> str:
    """The task's id, wherever the dialect puts it."""
    body = answer.json()
    return body["output"]["task_id"] if "output" in body else body["id"]


@contextlib.asynccontextmanager
async def working(surface):
    """The worker and the delivery of webhooks, beside the server."""
    parts = (surface.worker.run, surface.worker.watch, surface.delivery.run)
    running = [asyncio.create_task(part()) for part in parts]
    try:
        yield
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


async def until(condition) -> None:
    """Wait until it is so."""
    for _ in range(500):
        if condition():
            return
        await asyncio.sleep(0.01)
    pytest.fail("it did not come so far within 5 s")


async def finished(client, surface, task_id) -> dict:
    """The task as its status URL shows it once it has ended."""
    async with working(surface):
        await until(lambda: surface.ledger.records[task_id].status in ("succeeded", "failed"))
    answer = await client.get(f"/v1/tasks/{task_id}")
    assert 200 == answer.status_code
    return answer.json()


@pytest.mark.parametrize("dialect", WIRES)
async def test_every_route_can_be_a_task(dialect, client, surface):
    """With `Prefer` the answer comes at once, with the task's id and where to ask; nothing has been painted yet."""
    path, body = WIRES[dialect]
    answer = await client.post(path, json=body, headers=PREFER)
    task_id = id_of(answer)

    assert (200 if dialect == "minimax" else 202) == answer.status_code
    assert f"http://easel.test/v1/tasks/{task_id}" == answer.headers["location"]
    assert "respond-async" == answer.headers["preference-applied"]
    assert task_id.startswith(f"{dialect}-")
    assert [] == surface.engine.jobs


@pytest.mark.parametrize("dialect", RESULTS)
async def test_result_in_the_dialect_that_submitted(dialect, client, surface):
    """The common route shows the vendor's own answer inside Easel's object."""
    path, body = WIRES[dialect]
    submitted = (await client.post(path, json={**body, "async": True})).json()
    waiting = (await client.get(f"/v1/tasks/{submitted['id']}")).json()
    shown = await finished(client, surface, submitted["id"])

    assert ("queued", "queued", "succeeded") == (submitted["status"], waiting["status"], shown["status"])
    assert 1 == len(shown["result"][RESULTS[dialect]])


@pytest.mark.parametrize("response_format", ["url", "base64"])
async def test_minimax_asks_by_query(response_format, client, surface):
    """MiniMax's task is shown on MiniMax's route, with what its synchronous answer would have held."""
    body = {"model": "image-01", "prompt": "a cat", "n": 2, "async": True, "response_format": response_format}
    submitted = (await client.post("/v1/image_generation", json=body)).json()
    await finished(client, surface, submitted["task_id"])
    shown = (await client.get(f"/v1/query/image_generation?task_id={submitted['task_id']}")).json()
    pictures = shown["data"]["image_urls" if response_format == "url" else "image_base64"]

    assert (0, "Queueing") == (submitted["base_resp"]["status_code"], submitted["status"])
    assert ("Success", 2, "2") == (shown["status"], len(pictures), shown["metadata"]["success_count"])


async def test_modelverse_submits_and_asks(client, surface):
    """Modelverse's own two routes, with its nested body and its states."""
    body = {"model": "black-forest-labs/flux.1-dev", "input": {"prompt": "a cat"}, "parameters": {"seed": 7, "n": 1}}
    submitted = await client.post("/v1/tasks/submit", json=body)
    task_id = submitted.json()["output"]["task_id"]
    before = (await client.get(f"/v1/tasks/status?task_id={task_id}")).json()
    await finished(client, surface, task_id)
    after = (await client.get(f"/v1/tasks/status?task_id={task_id}")).json()

    assert 200 == submitted.status_code
    assert ("Pending", "Success") == (before["output"]["task_status"], after["output"]["task_status"])
    assert after["output"]["urls"][0].startswith("http://easel.test/files/")
    assert (7,) == surface.engine.jobs[0].seeds


async def test_form_field(client, surface):
    """A multipart form asks for a task by a field, and its files are kept with it."""
    files = {"image": ("a.png", b"\x89PNG", "image/png")}
    data = {"model": "imagen-3", "prompt": "make it night", "async": "true"}
    answer = await client.post("/v1/images/edits", files=files, data=data)

    assert 202 == answer.status_code
    assert "succeeded" == (await finished(client, surface, id_of(answer)))["status"]


async def test_wishes_are_no_dialects_fields(client):
    """What the server reads itself is not told to have been ignored; anything else is, for tasks as well."""
    for task, status in ((False, 200), (True, 202)):
        answer = await client.post("/v1/images/generations", json={**WIRES["openai"][1], "async": task, "odd": 1})

        assert (status, "odd") == (answer.status_code, answer.headers["easel-ignored"])


@pytest.mark.parametrize(
    ("extra", "field"),
    [
        ({"async": "yes"}, "async"),
        ({"webhook_url": "https://example.com/"}, "webhook_url"),
        ({"async": True, "webhook_url": "http://example.com/"}, "webhook_url"),
        ({"async": True, "webhook_url": 1}, "webhook_url"),
        ({"async": True, "webhook_secret": "s"}, "webhook_secret"),
    ],
)
async def test_wrong_wishes(extra, field, client):
    """A wish that cannot be granted names its field."""
    answer = await client.post("/v1/images/generations", json={**WIRES["openai"][1], **extra})

    assert (400, field) == (answer.status_code, answer.json()["error"]["param"])


async def test_refused_before_it_is_a_task(client, surface):
    """Gates refuse a task as they refuse any request; nothing is queued, and nobody is told."""
    surface.gate.error = ServerFull()
    body = {**WIRES["openai"][1], "async": True, "webhook_url": "https://example.com/"}
    answer = await client.post("/v1/images/generations", json=body)

    assert 503 == answer.status_code
    assert [] == surface.ledger.waiting
    assert {} == surface.outbox.webhooks


@pytest.mark.parametrize(
    ("dialect", "error", "place"),
    [
        ("openai", EngineFailed(), "error"),
        ("gemini_native", PicturesBlocked(), "error"),
        ("minimax", EngineFailed(), "base_resp"),
    ],
)
async def test_task_that_fails(dialect, error, place, client, surface):
    """Why a task failed is told as its dialect tells it, and the status is still a good answer."""
    surface.engine.error = error
    path, body = WIRES[dialect]
    shown = await finished(client, surface, id_of(await client.post(path, json={**body, "async": True})))

    assert shown["status"] in ("failed", "Fail")
    assert shown[place]
    assert "result" not in shown


@pytest.mark.parametrize("trouble", [EngineFailed(), ServerFull()])
async def test_trouble_that_passes(trouble, client, surface, monkeypatch):
    """A task is tried three times: trouble that passes meanwhile is nobody's business."""
    troubles, generate = [trouble, trouble], surface.engine.generate

    async def troubled(job, source):
        if troubles:
            raise troubles.pop()
        async for event in generate(job, source):
            yield event

    monkeypatch.setattr(surface.engine, "generate", troubled)
    path, body = WIRES["openai"]
    shown = await finished(client, surface, id_of(await client.post(path, json=body, headers=PREFER)))

    assert ("succeeded", []) == (shown["status"], troubles)


@pytest.mark.parametrize(
    ("error", "attempts"),
    [(EngineFailed(), 3), (ServiceAway(), 3), (UpstreamFailed(), 1), (TimedOut(), 1), (PicturesBlocked(), 1)],
)
async def test_attempts(error, attempts, client, surface):
    """What does not pass is given up after three attempts; others after one: it would happen again or was done."""
    surface.engine.error = error
    path, body = WIRES["openai"]
    shown = await finished(client, surface, id_of(await client.post(path, json=body, headers=PREFER)))

    assert ("failed", attempts) == (shown["status"], len(surface.engine.jobs))
    assert error.message == shown["error"]["message"]


@pytest.mark.parametrize(("error", "code"), [(RateLimited(), 1002), (KeyRevoked(), 1004)])
async def test_refused_when_it_begins(error, code, client, surface):
    """A task whose key may not go on is refused when its turn comes, in its own words, and nothing is painted."""
    surface.task_gate.error = error
    path, body = WIRES["minimax"]
    shown = await finished(client, surface, id_of(await client.post(path, json=body, headers=PREFER)))

    assert ("Fail", code, []) == (shown["status"], shown["base_resp"]["status_code"], surface.engine.jobs)


async def test_strange_tasks(client):
    """An id that nobody has is a 404."""
    assert 404 == (await client.get("/v1/tasks/openai-0")).status_code


@pytest.mark.parametrize("dialect", WIRES)
async def test_cancelled_while_it_waits(dialect, client, surface):
    """A task that waits is cancelled at once, in its dialect's own words, as often as asked; nothing is painted."""
    path, body = WIRES[dialect]
    task_id = id_of(await client.post(path, json=body, headers=PREFER))
    first = await client.delete(f"/v1/tasks/{task_id}")
    second = await client.delete(f"/v1/tasks/{task_id}")
    shown = await finished(client, surface, task_id)
    state = shown["output"]["task_status"] if "output" in shown else shown["status"]

    assert (200, 200) == (first.status_code, second.status_code)
    assert first.json() | {"request_id": ""} == second.json() | {"request_id": ""} == shown | {"request_id": ""}
    assert {"minimax": "Fail", "modelverse": "Failure"}.get(dialect, "cancelled") == state
    assert "The task was cancelled." in first.text
    assert [] == surface.engine.jobs


async def test_cancelled_while_it_is_painted(client, surface, monkeypatch):
    """A task in work is stopped, and its place is the next one's."""
    stopped, generate = asyncio.Event(), surface.engine.generate

    async def slow(job, source):
        if job.prompt != "slow":
            async for event in generate(job, source):
                yield event
            return
        try:
            await asyncio.sleep(30)
        finally:
            stopped.set()

    monkeypatch.setattr(surface.engine, "generate", slow)
    path, body = WIRES["openai"]
    slow_ones = [id_of(await client.post(path, json=body | {"prompt": "slow"}, headers=PREFER)) for _ in range(2)]
    async with working(surface):
        await until(lambda: surface.worker.working == 2)
        await client.delete(f"/v1/tasks/{slow_ones[0]}")
        async with asyncio.timeout(5):
            await stopped.wait()
        task_id = id_of(await client.post(path, json=body, headers=PREFER))
        await until(lambda: surface.ledger.records[task_id].status == "succeeded")
    metrics = (await client.get("/metrics")).text

    assert "Cancelled" == surface.ledger.records[slow_ones[0]].error
    assert 'easel_tasks_total{outcome="cancelled"} 1.0' in metrics


@pytest.fixture
def priced(surface) -> None:
    """Each picture costs the operator 2 micro-units."""
    surface.cards = Cards([replace(card, routes=(Route("painter", cost_micros=2),)) for card in surface.cards])


async def test_cancelled_after_its_first_picture(priced, client, surface, monkeypatch):
    """What a task's pictures had cost the operator when it was cancelled is written down, once."""
    generate = surface.engine.generate

    async def slow(job, source):
        async for event in generate(job, source):
            yield event
            if isinstance(event, Painted):
                await asyncio.sleep(30)

    monkeypatch.setattr(surface.engine, "generate", slow)
    path, body = WIRES["openai"]
    task_id = id_of(await client.post(path, json=body | {"n": 2}, headers=PREFER))
    async with working(surface):
        await until(lambda: surface.store.files)
        await client.delete(f"/v1/tasks/{task_id}")
        await until(lambda: surface.worker.working == 0)

    assert "Cancelled" == surface.ledger.records[task_id].error
    assert 2 == surface.ledger.costs[task_id]


@pytest.mark.parametrize("dialect", WIRES)
async def test_cancelled_too_late(dialect, client, surface):
    """A task that has ended is not cancelled: HTTP 409 in its dialect's shape, and it stays as it is."""
    path, body = WIRES[dialect]
    task_id = id_of(await client.post(path, json=body, headers=PREFER))
    shown = await finished(client, surface, task_id)
    answer = await client.delete(f"/v1/tasks/{task_id}")
    after = (await client.get(f"/v1/tasks/{task_id}")).json()
    error = answer.json()["base_resp"] if dialect == "minimax" else answer.json()["error"]

    assert 409 == answer.status_code
    assert "ended already" in (error["status_msg"] if dialect == "minimax" else error["message"])
    assert shown | {"request_id": ""} == after | {"request_id": ""}


async def test_who_may_cancel(client, connect, surface):
    """Only who may generate cancels, and only what there is."""
    task_id = id_of(await client.post(WIRES["openai"][0], json=WIRES["openai"][1], headers=PREFER))
    nothing = await client.delete("/v1/tasks/openai-0")
    async with connect() as stranger:
        unknown = await stranger.delete(f"/v1/tasks/{task_id}")
    surface.keys.who = replace(CALLER, scopes=frozenset({"read"}))
    reader = await client.delete(f"/v1/tasks/{task_id}")
    surface.keys.who = replace(CALLER, account_id="other")
    other = await client.delete(f"/v1/tasks/{task_id}")

    assert (404, 401, 403, 404) == tuple(each.status_code for each in (nothing, unknown, reader, other))
    assert "queued" == surface.ledger.records[task_id].status


async def test_webhook_of_a_cancelled_task(client, surface):
    """Whoever is to be told of the end is told of this one, too."""
    body = {**WIRES["openai"][1], "async": True, "webhook_url": "https://example.com/a"}
    task_id = id_of(await client.post("/v1/images/generations", json=body))
    await client.delete(f"/v1/tasks/{task_id}")
    async with working(surface):
        await until(lambda: not surface.outbox.webhooks)
    told = json.loads(surface.courier.posts[0][1])

    assert ("cancelled", "cancelled") == (told["status"], told["error"]["code"])


async def test_idempotency(client, surface):
    """The same key and body is the same task before and after its end; the synchronous request is another one."""
    path, body = WIRES["openai"]
    key = {"Idempotency-Key": "one"}
    first = id_of(await client.post(path, json=body, headers=key | PREFER))
    second = id_of(await client.post(path, json=body, headers=key | PREFER))
    await finished(client, surface, first)
    third = await client.post(path, json=body, headers=key | PREFER)
    other = await client.post(path, json=body, headers=key)

    assert first == second == id_of(third)
    assert ("succeeded", 202, 422) == (third.json()["status"], third.status_code, other.status_code)
    assert 1 == len(surface.engine.jobs)


async def test_webhook(client, surface):
    """The webhook is sent what its owner would be shown, signed, and tried again until it is taken."""
    surface.courier.statuses = [500, 302]
    body = {**WIRES["openai"][1], "async": True, "webhook_url": "https://example.com/a", "webhook_secret": "s3cret"}
    task_id = id_of(await client.post("/v1/images/generations", json=body))
    async with working(surface):
        await until(lambda: not surface.outbox.webhooks)
    url, sent, headers = surface.courier.posts[-1]
    at, digest = (part.partition("=")[2] for part in headers["Easel-Signature"].split(","))

    assert 3 == len(surface.courier.posts)
    assert "https://example.com/a" == url
    assert (await client.get(f"/v1/tasks/{task_id}")).json() == json.loads(sent)
    assert digest == hmac.new(b"s3cret", at.encode() + b"." + sent, hashlib.sha256).hexdigest()
    assert task_id == headers["Easel-Task"]


async def test_webhook_that_nobody_takes(client, surface):
    """A webhook is given up after its last attempt; without a secret it is not signed."""
    surface.courier.statuses = [500] * 100
    body = {**WIRES["openai"][1], "async": True, "webhook_url": "https://example.com/a"}
    await client.post("/v1/images/generations", json=body)
    async with working(surface):
        await until(lambda: not surface.outbox.webhooks)

    assert len(WAITS_S) + 1 == len(surface.courier.posts)
    assert "Easel-Signature" not in surface.courier.posts[0][2]


def test_signature():
    """The signature is over the time and the very bytes, so that neither can be changed."""
    assert signature("s", b"{}", at=5) != signature("s", b"{}", at=6)
    assert signature("s", b"{}", at=5) != signature("s", b"{ }", at=5)


async def test_closing_gives_tasks_back(client, surface, monkeypatch):
    """A worker that must stop leaves its task unended, for whoever takes it over."""
    begun = asyncio.Event()

    async def slow(job, source):
        begun.set()
        await asyncio.sleep(30)
        yield

    monkeypatch.setattr(surface.engine, "generate", slow)
    task_id = id_of(await client.post("/v1/images/generations", json={**WIRES["openai"][1], "async": True}))
    async with working(surface):
        await begun.wait()
        await surface.worker.close(grace_s=0.01)

    assert "running" == surface.ledger.records[task_id].status
    assert 0 == surface.worker.working


@pytest.mark.parametrize(("error", "step", "status"), [(None, "settle", "succeeded"), (TimedOut(), "void", "failed")])
async def test_closing_waits_for_what_is_written_down(error, step, status, client, surface, monkeypatch):
    """A task whose end is just being written down is not given back: it would be made, and paid for, twice."""
    reached, release, write = asyncio.Event(), asyncio.Event(), getattr(surface.ledger, step)

    async def slow(*arguments, **more):
        reached.set()
        await release.wait()
        await write(*arguments, **more)

    monkeypatch.setattr(surface.ledger, step, slow)
    surface.engine.error = error
    task_id = id_of(await client.post("/v1/images/generations", json={**WIRES["openai"][1], "async": True}))
    async with working(surface):
        await reached.wait()
        closing = asyncio.create_task(surface.worker.close(grace_s=0))
        await asyncio.sleep(0.01)
        release.set()
        await closing

    assert status == surface.ledger.records[task_id].status


async def test_what_is_written_down_outlives_a_second_cancellation(client, surface, monkeypatch):
    """Whoever is in a hurry need not wait for it, but it is written."""
    reached, release, settle = asyncio.Event(), asyncio.Event(), surface.ledger.settle

    async def slow(result):
        reached.set()
        await release.wait()
        await settle(result)

    monkeypatch.setattr(surface.ledger, "settle", slow)
    task_id = id_of(await client.post("/v1/images/generations", json={**WIRES["openai"][1], "async": True}))
    async with working(surface):
        await reached.wait()
        for _ in range(2):
            surface.worker._working[task_id].cancel()
            await asyncio.sleep(0)
        release.set()
        await until(lambda: surface.ledger.records[task_id].status == "succeeded")
