"""A server without room: who is refused, how soon, and who is not."""

import asyncio
import contextlib

import pytest

from easel.core.caller import Caller
from easel.core.errors import InvalidField, RateLimited, ServerFull
from easel.scheduling.fair_queue import FairQueue
from easel.testing import FrozenClock

IMAGES = "/v1/images/generations"
CAT = {"model": "imagen-3", "prompt": "a cat"}
NATIVE = "/v1beta/models/gemini-3-pro-image-preview:generateContent"
#: Path, body, and what a server without room answers: HTTP status and MiniMax's own code.
WIRES = {
    "minimax": ("/v1/image_generation", {"model": "image-01", "prompt": "a cat"}, 200, 1041),
    "modelverse": (IMAGES, {"model": "black-forest-labs/flux.1-dev", "prompt": "a cat"}, 503, None),
    "openai": (IMAGES, CAT, 503, None),
    "gemini_chat": (
        "/v1/chat/completions",
        {"model": "gemini-3-pro-image-preview", "messages": [{"role": "user", "content": "a cat"}]}, 503, None,
    ),
    "gemini_native": (NATIVE, {"contents": [{"parts": [{"text": "a cat"}]}]}, 503, None),
    "imagen": ("/v1beta/models/imagen-3:predict", {"instances": [{"prompt": "a cat"}]}, 503, None),
}  # fmt: skip
LARGE = 4 * 1024 * 1024


@contextlib.asynccontextmanager
async def full(surface, *keys):
    """The surface's queue with all its slots taken and, by default, all its places too; or so many by these keys."""
    release = asyncio.Event()

    async def hold(key):
        with contextlib.suppress(ServerFull, RateLimited):
            async with surface.queue.slot(Caller("account", key), "imagen-3", 1.0):
                await release.wait()

    holding = [asyncio.create_task(hold(key)) for key in ["slot"] * 4 + list(keys or "abcd")]
    await asyncio.sleep(0)
    try:
        yield
    finally:
        release.set()
        await asyncio.gather(*holding)


async def large(read: list[int]):
    """A body of 4 MiB, and how much of it was read."""
    for _ in range(LARGE // 65_536):
        read.append(65_536)
        yield b" " * 65_536


@pytest.mark.parametrize("dialect", WIRES)
async def test_no_room(dialect, client, surface):
    """Each dialect refuses in its own shape and says when to come again; nothing was checked, counted or opened."""
    path, body, status, code = WIRES[dialect]
    surface.gate.error = RuntimeError("a gate was asked")
    async with full(surface):
        answer = await client.post(path, json=body)

    assert (status, code) == (answer.status_code, answer.json().get("base_resp", {}).get("status_code"))
    assert 1 <= int(answer.headers["retry-after"]) <= 60
    assert ({}, []) == (surface.ledger.records, surface.moderator.prompts)


async def test_no_room_for_a_stream(client, surface):
    """A stream that cannot begin is refused as any other request."""
    async with full(surface):
        answer = await client.post(IMAGES, json={**CAT, "stream": True})

    assert (503, "application/json") == (answer.status_code, answer.headers["content-type"])


async def test_too_much_of_one_key(client, surface):
    """A key that fills its share is told that it is its own limit; MiniMax says so with its own code."""
    async with full(surface, *[surface.keys.who.key_id] * 4):
        answer = await client.post(IMAGES, json=CAT)
        minimax = await client.post(*WIRES["minimax"][:1], json=WIRES["minimax"][1])

    assert (429, 1002) == (answer.status_code, minimax.json()["base_resp"]["status_code"])
    assert 1 <= int(answer.headers["retry-after"]) <= 60


@pytest.mark.parametrize("headers", [{}, {"Content-Length": str(LARGE)}])
async def test_large_bodies_are_not_read(headers, client, surface):
    """Without room a large body is refused before it is read, whether it tells its length or not."""
    read = []
    async with full(surface):
        answer = await client.post(IMAGES, content=large(read), headers=headers)

    assert 503 == answer.status_code
    assert sum(read) <= LARGE / 8


@pytest.mark.parametrize("headers", [{"Prefer": "respond-async"}, {"Idempotency-Key": "one"}])
async def test_large_bodies_that_need_no_turn(headers, client, surface):
    """The body of a task, or of what may have been answered before, is read all the same."""
    read = []
    async with full(surface):
        answer = await client.post(IMAGES, content=large(read), headers=headers)

    assert (400, LARGE) == (answer.status_code, sum(read))


async def test_tasks_need_no_room(client, surface):
    """A task is queued however full the server is: nobody waits for it at the other end."""
    async with full(surface):
        answer = await client.post(IMAGES, json={**CAT, "async": True})

    assert (202, "queued") == (answer.status_code, answer.json()["status"])


async def test_known_answers_need_no_room(client, surface):
    """What was answered before is answered again."""
    first = await client.post(IMAGES, json=CAT, headers={"Idempotency-Key": "one"})
    async with full(surface):
        again = await client.post(IMAGES, json=CAT, headers={"Idempotency-Key": "one"})

    assert (200, first.json()) == (again.status_code, again.json())


async def test_room_again(client, surface):
    """When there is room again, requests are served again."""
    async with full(surface):
        pass
    answer = await client.post(IMAGES, json=CAT)

    assert 200 == answer.status_code


async def test_nobody_waits_to_hear_that_the_money_is_short(connect, surface):
    """Who cannot pay is refused at once where there is a wait, and before any reference is read."""
    clock = FrozenClock()
    surface.queue = FairQueue(max_running=4, max_waiting=4, max_waiting_per_key=4, max_wait_s=30, clock=clock)
    surface.ledger.poor, surface.intake.error = True, InvalidField("image", "was read")
    async with surface.queue.slot(Caller("account", "a"), "imagen-3", 1.0):
        clock.tick(10)
    data_url = "data:image/png;base64,AAAA"
    body = {"model": "black-forest-labs/flux-kontext-pro", "prompt": "a cat", "image": data_url}
    async with connect() as client, asyncio.timeout(5):
        client.headers["Authorization"] = f"Bearer {surface.keys.secret}"
        async with full(surface, "a"):
            waiting = await client.post(IMAGES, json=CAT)
        editing = await client.post(IMAGES, json=body)

    assert (402, 403) == (waiting.status_code, editing.status_code)
    assert {} == surface.ledger.records


@pytest.mark.parametrize("headers", [{}, {"Prefer": "respond-async"}])
async def test_no_room_for_pictures(headers, client, surface):
    """What could not be kept is not painted: it is refused with the time to come again, tasks as well."""
    surface.store.has_room = False
    answer = await client.post(IMAGES, json=CAT, headers=headers)

    assert (503, "60") == (answer.status_code, answer.headers["retry-after"])
    assert "no room left" in answer.json()["error"]["message"]
    assert ({}, []) == (surface.ledger.records, surface.engine.jobs)
