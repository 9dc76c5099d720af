"""Requests that come again: idempotency keys and the retries of SDKs, over HTTP, and the headers of limits."""

import asyncio
import json

import pytest

from easel.core.errors import EngineFailed
from easel.core.ports import RateStatus

IMAGES = "/v1/images/generations"
CAT = {"model": "imagen-3", "prompt": "a cat"}
KEY = {"Idempotency-Key": "one"}
BODIES = {
    "/v1/image_generation": {"model": "image-01", "prompt": "a cat"},
    IMAGES: CAT,
    "/v1/chat/completions": {"model": "gemini-3-pro-image-preview", "messages": [{"role": "user", "content": "a cat"}]},
    "/v1beta/models/gemini-3-pro-image-preview:generateContent": {"contents": [{"parts": [{"text": "a cat"}]}]},
}


@pytest.mark.parametrize("path", BODIES)
async def test_same_key_same_body(path, client, surface):
    """On every generating route the same key and body give the same answer, and nothing is painted again."""
    first = await client.post(path, json=BODIES[path], headers=KEY)
    second = await client.post(path, json=BODIES[path], headers=KEY)

    assert 200 == first.status_code == second.status_code
    assert first.json() == second.json()
    assert 1 == len(surface.engine.jobs)


async def test_inline_answers_come_again(client, surface):
    """base64 answers are read from the store."""
    body = {**CAT, "response_format": "b64_json"}
    first = await client.post(IMAGES, json=body, headers=KEY)
    second = await client.post(IMAGES, json=body, headers=KEY)

    assert first.json()["data"] == second.json()["data"]
    assert 1 == len(surface.engine.jobs)


async def test_streams_come_again(client, surface):
    """A streamed answer comes again without its partial pictures."""
    body = {**CAT, "stream": True, "partial_images": 1}
    first = await client.post(IMAGES, json=body, headers=KEY)
    second = await client.post(IMAGES, json=body, headers=KEY)
    last = [[json.loads(line[6:]) for line in a.text.splitlines() if line.startswith("data: {")][-1]
            for a in (first, second)]  # fmt: skip

    assert last[0]["b64_json"] == last[1]["b64_json"]
    assert 1 == len(surface.engine.jobs)


async def test_same_key_other_body(client):
    """The same key with another body is a conflict."""
    await client.post(IMAGES, json=CAT, headers=KEY)
    other = await client.post(IMAGES, json={**CAT, "prompt": "a dog"}, headers=KEY)

    assert 422 == other.status_code


async def test_failed_request_may_be_tried_again(client, surface):
    """A failure frees the key."""
    surface.engine.error = EngineFailed()
    failed = await client.post(IMAGES, json=CAT, headers=KEY)
    surface.engine.error = None
    again = await client.post(IMAGES, json=CAT, headers=KEY)

    assert (500, 200) == (failed.status_code, again.status_code)


async def test_forms_are_the_same_whatever_their_boundary(client, surface):
    """A multipart request is recognised by its parts."""
    files = {"image": ("a.png", b"\x89PNG", "image/png")}
    data = {"model": "imagen-3", "prompt": "make it night"}
    for _ in range(2):
        answer = await client.post("/v1/images/edits", files=files, data=data, headers=KEY)

        assert 200 == answer.status_code

    assert 1 == len(surface.engine.jobs)


async def test_keys_in_chinese(client, surface):
    """An idempotency key may be any line of text, in UTF-8."""
    for _ in range(2):
        answer = await client.post(IMAGES, json=CAT, headers={"Idempotency-Key": "订单一".encode()})

        assert 200 == answer.status_code

    assert ["订单一"] == list(surface.ledger.fresh)


async def test_retry_of_an_sdk(client, surface):
    """A retry of OpenAI's SDKs, which send no idempotency key, is known by its body; a first try is not."""
    first = await client.post(IMAGES, json=CAT, headers={"x-stainless-retry-count": "0"})
    retry = await client.post(IMAGES, json=CAT, headers={"x-stainless-retry-count": "1"})
    fresh = await client.post(IMAGES, json=CAT, headers={"x-stainless-retry-count": "0"})

    assert first.json() == retry.json()
    assert first.json() != fresh.json()
    assert 2 == len(surface.engine.jobs)


async def test_key_still_running(client, surface, monkeypatch):
    """While the first is running, the second is a conflict that may be retried."""
    release = asyncio.Event()
    generate = surface.engine.generate

    async def slow(job, source):
        await release.wait()
        async for event in generate(job, source):
            yield event

    monkeypatch.setattr(surface.engine, "generate", slow)
    first = asyncio.create_task(client.post(IMAGES, json=CAT, headers=KEY))
    await asyncio.sleep(0.05)
    second = await client.post(IMAGES, json=CAT, headers=KEY)
    release.set()

    assert 409 == second.status_code
    assert 200 == (await first).status_code


async def test_headers_of_limits(client, surface):
    """A key with limits is told where it stands."""
    surface.limiter.status = RateStatus(limit_requests=10, remaining_requests=9, reset_s=6)
    answer = await client.post(IMAGES, json=CAT)

    assert ("10", "9", "6s") == tuple(
        answer.headers[f"x-ratelimit-{name}"] for name in ("limit-requests", "remaining-requests", "reset-requests")
    )
    assert "x-ratelimit-limit-images" not in answer.headers
