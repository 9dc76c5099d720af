"""The HTTP surface: keys, answers, streams, files, and clients that go away."""

import base64
import json
import time
from dataclasses import replace

import httpx
import pytest

from easel.core.errors import EngineFailed
from easel.http.cors import open_to

IMAGES = "/v1/images/generations"
CAT = {"model": "imagen-3", "prompt": "a cat"}


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": "Bearer test-key"},
        {"Authorization": "bearer  test-key "},
        {"Authorization": "test-key"},
        {"x-goog-api-key": "test-key"},
        {"x-api-key": "test-key"},
    ],
)
async def test_where_clients_put_keys(headers, connect):
    """A key counts wherever real clients put it."""
    async with connect() as client:
        answer = await client.post(IMAGES, json=CAT, headers=headers)

    assert 200 == answer.status_code


async def test_key_in_the_query(connect):
    """Google's clients may put the key into the query."""
    async with connect() as client:
        answer = await client.post(f"{IMAGES}?key=test-key", json=CAT)

    assert 200 == answer.status_code


async def test_key_with_chinese_characters(connect, surface):
    """A key that an operator brought may hold any printable character."""
    surface.keys.secret = "钥匙钥匙钥匙钥匙钥匙钥匙钥匙钥匙"
    async with connect() as client:
        headers = {"Authorization": f"Bearer {surface.keys.secret}".encode()}
        answer = await client.post(IMAGES, json=CAT, headers=headers)

    assert 200 == answer.status_code


@pytest.mark.parametrize(
    "path", [IMAGES, "/v1/chat/completions", "/v1beta/models/gemini-3-pro-image-preview:generateContent"]
)
async def test_a_slash_too_many(path, client):
    """Is served without a detour: a redirect loses the body of many a client, or its TLS behind a proxy."""
    body = {**CAT, "messages": [{"role": "user", "content": "a cat"}], "contents": [{"parts": [{"text": "a cat"}]}]}
    answer = await client.post(f"{path}/", json=body)

    assert 200 == answer.status_code


@pytest.mark.parametrize(
    ("path", "status"), [("/v1/models", 200), ("/v1/models/imagen-3", 200), ("/healthz", 200), ("/v1/nothing", 404)]
)
async def test_a_slash_too_many_of_others(path, status, client):
    """What has a parameter in its path, and what is not there at all, is as without the slash."""
    assert status == (await client.get(f"{path}/")).status_code


async def test_key_is_checked_before_the_body_is_read(connect):
    """A stranger's large body is not read to its end."""
    read = 0

    async def body():
        nonlocal read
        for _ in range(64):
            read += 65_536
            yield b" " * 65_536

    async with connect() as client:
        answer = await client.post(IMAGES, content=body())

    assert 401 == answer.status_code
    assert read < 1_000_000


async def test_url_leads_to_the_picture(client):
    """The URL starts with the address that the caller used, needs no key, and is served harmlessly."""
    answer = await client.post(IMAGES, json=CAT)
    url = answer.json()["data"][0]["url"]
    del client.headers["Authorization"]
    file = await client.get(url)

    assert url.startswith("http://easel.test/files/")
    assert (200, "image/png", "nosniff") == (
        file.status_code, file.headers["content-type"], file.headers["x-content-type-options"],
    )  # fmt: skip
    assert "sandbox" in file.headers["content-security-policy"]
    assert file.content.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("path", "body", "hours"),
    [
        ("/v1/image_generation", {"model": "image-01", "prompt": "a cat"}, 24),
        (IMAGES, {"model": "black-forest-labs/flux.1-dev", "prompt": "a cat"}, 24 * 7),
        (
            "/v1/chat/completions",
            {"model": "gemini-3-pro-image-preview", "messages": [{"role": "user", "content": "x"}]},
            1,
        ),
    ],
)
async def test_urls_live_as_long_as_the_vendors(path, body, hours, client, surface):
    """MiniMax 24 hours, Modelverse 7 days, Gemini chat 1 hour; afterwards 410 in words."""
    answer = (await client.post(path, json=body)).text
    url = answer[answer.index("http://easel.test/files/") :].split('"')[0].split(")")[0]
    surface.store.clock.tick(hours * 3600 - 1)
    before = await client.get(url)
    surface.store.clock.tick(1)
    after = await client.get(url)

    assert (200, 410) == (before.status_code, after.status_code)
    assert "expired" in after.text


@pytest.mark.parametrize(("left_s", "kept_s"), [(100, 100), (7200, 3600), (-5, 0)])
async def test_browsers_keep_a_picture_no_longer_than_its_url(left_s, kept_s, client):
    """Nor longer than an hour."""
    url = (await client.post(IMAGES, json=CAT)).json()["data"][0]["url"]
    file = await client.get(f"{url}&expires={int(time.time()) + left_s}")
    age = int(file.headers["cache-control"].removeprefix("private, max-age="))

    assert kept_s - 20 <= age <= kept_s


@pytest.mark.parametrize(
    ("wanted", "status", "got", "told"),
    [
        ("bytes=0-3", 206, slice(0, 4), "bytes 0-3/{n}"),
        ("bytes=4-", 206, slice(4, None), "bytes 4-{last}/{n}"),
        ("bytes=-2", 206, slice(-2, None), "bytes {last2}-{last}/{n}"),
        ("bytes=0-999999", 206, slice(None), "bytes 0-{last}/{n}"),
        ("bytes=-999999", 206, slice(None), "bytes 0-{last}/{n}"),
        ("bytes=999999-", 416, slice(0, 0), "bytes */{n}"),
        ("bytes=-0", 416, slice(0, 0), "bytes */{n}"),
        *((odd, 200, slice(None), None) for odd in ("bytes=-", "bytes=5-2", "bytes=0-1,3-4", "lines=0-3", "bytes=a-b")),
    ],
)
async def test_part_of_a_picture(wanted, status, got, told, client):
    """One range is answered with that part, what is none or several with the whole, one past the end with 416."""
    url = (await client.post(IMAGES, json=CAT)).json()["data"][0]["url"]
    whole = await client.get(url)
    part = await client.get(url, headers={"Range": wanted})
    n = len(whole.content)

    assert "bytes" == whole.headers["accept-ranges"]
    assert (status, whole.content[got]) == (part.status_code, part.content)
    assert str(len(whole.content[got])) == part.headers["content-length"]
    assert (told and told.format(n=n, last=n - 1, last2=n - 2)) == part.headers.get("content-range")


async def test_rest_of_another_file_is_refused(client):
    """`If-Range` with another file's tag, or with a date, gets the whole; with this one's tag the part."""
    url = (await client.post(IMAGES, json=CAT)).json()["data"][0]["url"]
    tag = (await client.get(url)).headers["etag"]
    asked = [{"Range": "bytes=4-", "If-Range": known} for known in (tag, '"another"', "Sun, 29 Nov 2026 10:00:00 GMT")]

    assert [206, 200, 200] == [(await client.get(url, headers=headers)).status_code for headers in asked]


async def test_head_of_a_picture(client):
    """Tells what GET would send, and sends none of it, whatever range is asked for."""
    url = (await client.post(IMAGES, json=CAT)).json()["data"][0]["url"]
    whole = await client.get(url)
    head = await client.head(url, headers={"Range": "bytes=0-3"})

    assert (200, b"") == (head.status_code, head.content)
    assert {**whole.headers, "cache-control": ""} == {**head.headers, "cache-control": ""}


async def test_a_picture_is_not_sent_again(client, surface):
    """Who names its tag is told that nothing has changed; once the URL has expired, that it has."""
    url = (await client.post(IMAGES, json=CAT)).json()["data"][0]["url"]
    other = (await client.post(IMAGES, json=CAT)).json()["data"][0]["url"]
    tag, other_tag = [(await client.get(one)).headers["etag"] for one in (url, other)]
    asked = [{"If-None-Match": known} for known in (tag, f'"x", W/{tag}', "*", '"x"')]
    known = [await client.get(url, headers=headers) for headers in asked]
    surface.store.clock.tick(3600)
    expired = await client.get(url, headers=asked[0])

    assert [304, 304, 304, 200] == [answer.status_code for answer in known]
    assert (b"", tag) == (known[0].content, known[0].headers["etag"])
    assert 410 == expired.status_code
    assert tag != other_tag


async def test_wrong_file_urls(client):
    """Forged and unknown file URLs are refused in words, which no browser keeps."""
    forged = await client.get("/files/x.png?signature=no")
    unknown = await client.get("/files/x.png?signature=ok")

    assert (403, 404) == (forged.status_code, unknown.status_code)
    assert ["no-store"] * 2 == [answer.headers["cache-control"] for answer in (forged, unknown)]


async def test_ignored_fields_are_named(client):
    """What a model has no use for is named in a header."""
    answer = await client.post(IMAGES, json={**CAT, "frobnicate": 1, "strength": 0.5})

    assert {"frobnicate", "strength"} == set(answer.headers["easel-ignored"].split(", "))


async def test_seeds_of_several_pictures(client, surface):
    """Picture i uses seed + i."""
    await client.post("/v1/image_generation", json={"model": "image-01", "prompt": "a cat", "seed": 41, "n": 3})

    assert (41, 42, 43) == surface.engine.jobs[0].seeds


async def test_minimax_task(client):
    """A finished job can be asked for by its id; another one is not there."""
    made = (await client.post("/v1/image_generation", json={"model": "image-01", "prompt": "a cat", "n": 2})).json()
    found = (await client.get(f"/v1/query/image_generation?task_id={made['id']}")).json()
    missing = (await client.get("/v1/query/image_generation?task_id=0")).json()

    assert (made["data"], "Success", made["metadata"]) == (found["data"], found["status"], found["metadata"])
    assert 2013 == missing["base_resp"]["status_code"]


@pytest.mark.parametrize(("scope", "generates", "reads"), [("generate", 200, 403), ("read", 403, 404)])
async def test_scopes(scope, generates, reads, client, surface):
    """A key does only what its scopes allow."""
    surface.keys.who = replace(surface.keys.who, scopes=frozenset({scope}))
    made = await client.post(IMAGES, json=CAT)
    read = await client.get("/v1/tasks/openai-0")

    assert (generates, reads) == (made.status_code, read.status_code)


async def test_input_image_sets_the_size(client, surface):
    """Without a size in the request the picture follows its input image."""
    content = [{"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}}, {"type": "text", "text": "x"}]
    body = {"model": "gemini-3-pro-image-preview", "messages": [{"role": "user", "content": content}]}
    await client.post("/v1/chat/completions", json=body)

    assert "96x64" == str(surface.engine.jobs[0].size)


def events_of(text):
    """The JSON of all server-sent events."""
    return [json.loads(line[6:]) for line in text.splitlines() if line.startswith("data: {")]


async def test_stream(client):
    """A streamed answer is an event stream of partial pictures and the finished one."""
    answer = await client.post(IMAGES, json={**CAT, "stream": True, "partial_images": 2})
    events = events_of(answer.text)

    assert "text/event-stream" in answer.headers["content-type"]
    assert ["image_generation.partial_image"] * 2 + ["image_generation.completed"] == [e["type"] for e in events]
    assert base64.b64decode(events[-1]["b64_json"]).startswith(b"\x89PNG")


async def test_error_before_a_stream_begins(client, surface):
    """An error of the gates is a plain answer with its own status, also for a stream."""
    surface.gate.error = EngineFailed()
    answer = await client.post(IMAGES, json={**CAT, "stream": True})

    assert 500 == answer.status_code
    assert "application/json" in answer.headers["content-type"]


async def test_error_in_a_stream(client, surface):
    """An error after the stream has begun is an event that the SDK raises."""
    surface.engine.error = EngineFailed()
    answer = await client.post(IMAGES, json={**CAT, "stream": True})

    assert 200 == answer.status_code
    assert events_of(answer.text)[-1]["error"]["message"]


async def test_internal_error_shows_nothing(client, surface, monkeypatch):
    """A fault of the server's own is a 500 without a traceback, a path or its words."""

    async def broken(*_):
        msg = "/secret/path went wrong at 0xdeadbeef"
        raise RuntimeError(msg)

    monkeypatch.setattr(surface.ledger, "settle", broken)
    answer = await client.post(IMAGES, json=CAT)

    assert 500 == answer.status_code
    assert "secret" not in answer.text
    assert "0x" not in answer.text


async def test_openapi(client):
    """The document names every route, and its references lead somewhere."""
    document = (await client.get("/openapi.json")).json()
    expected = {"/v1/image_generation", IMAGES, "/v1/images/edits", "/v1/chat/completions", "/v1/models"}
    text = json.dumps(document)

    assert expected <= set(document["paths"])
    for name in document["components"]["schemas"]:
        assert f"#/components/schemas/{name}" in text


async def test_models_in_both_shapes(client):
    """One path lists the models for OpenAI's clients and for Google's."""
    ours = (await client.get("/v1/models")).json()
    googles = (await client.get("/v1/models", headers={"x-goog-api-key": "test-key"})).json()

    assert "imagen-3" in {model["id"] for model in ours["data"]}
    assert "models/gemini-3-pro-image-preview" in {model["name"] for model in googles["models"]}


async def test_models_tell_who_paints(client):
    """Where only the painter is there, it is named for every model, whatever else the card could be made by."""
    models = (await client.get("/v1/models")).json()["data"]

    assert {"painter"} == {model["engine"] for model in models}


@pytest.mark.parametrize("path", ["/v1/models/no-such-model", "/v1beta/models/no-such-model"])
async def test_model_that_is_not_there(path, client):
    """A model that is asked for by a wrong id is a clear 404."""
    assert 404 == (await client.get(path)).status_code


async def test_mmx_finds_its_region(client, connect):
    """mmx-cli's probe is answered with status 0 for a key that works, and with an error for another."""
    mine = (await client.get("/v1/token_plan/remains")).json()
    async with connect() as stranger:
        other = (await stranger.get("/v1/token_plan/remains", headers={"x-api-key": "wrong"})).json()

    assert (0, 2049) == (mine["base_resp"]["status_code"], other["base_resp"]["status_code"])


@pytest.mark.parametrize(
    ("origins", "origin", "allowed"),
    [((), "https://app.example", None), (("*",), "https://app.example", "*"),
     (("https://app.example",), "https://app.example", "https://app.example"),
     (("https://app.example",), "https://other.example", None)],
)  # fmt: skip
async def test_web_pages(origins, origin, allowed, surface):
    """A page of an origin that the operator names may ask, send its key and read the answer; any other may not."""
    transport = httpx.ASGITransport(open_to(origins, surface.app()))
    headers = {"Origin": origin, "Authorization": f"Bearer {surface.keys.secret}"}
    asking = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization, content-type"}
    async with httpx.AsyncClient(transport=transport, base_url="http://easel.test", headers=headers) as page:
        asked = await page.options("/v1/images/generations", headers=asking)
        answer = await page.post("/v1/images/generations", json={"model": "imagen-3", "prompt": "a cat"})

    assert 200 == answer.status_code
    assert allowed == asked.headers.get("access-control-allow-origin")
    assert allowed == answer.headers.get("access-control-allow-origin")
    assert allowed is None or "authorization" in asked.headers["access-control-allow-headers"]


async def test_a_browser_at_the_address(connect):
    """Whoever opens the printed address reads where pictures are asked for, without a key."""
    async with connect() as visitor:
        page = await visitor.get("/")

    assert (200, "text/plain; charset=utf-8") == (page.status_code, page.headers["content-type"])
    for path in ("/v1/image_generation", IMAGES, "/v1/chat/completions", "/openapi.json"):
        assert path in page.text
