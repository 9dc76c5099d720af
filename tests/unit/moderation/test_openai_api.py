"""The moderation service: what is asked, what its answers mean, and every way in which it can fail."""

import asyncio
import base64
import io
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from PIL import Image as PillowImage
from structlog.testing import capture_logs

from easel.core.errors import ServerFull
from easel.core.image import Image
from easel.moderation.openai_api import ModerationApi
from easel.testing import flat_image

KEY = "sk-very-secret"
PASS = {"results": [{"flagged": False, "categories": {"violence": False}, "category_scores": {"violence": 0.1}}]}


class Service:
    """A moderation service on the loopback that gives the answer that it is told to."""

    def __init__(self) -> None:
        self.answer: object = PASS
        self.status = 200
        self.headers: dict[str, str] = {}
        self.delay_s = 0.0
        self.asked: list[tuple[str, dict, dict]] = []
        self.url = ""

    async def handle(self, request: web.Request) -> web.Response:
        """Remember the question; answer with JSON, or with the bytes that were set."""
        self.asked.append((request.path, dict(request.headers), await request.json()))
        await asyncio.sleep(self.delay_s)
        if isinstance(self.answer, bytes):
            return web.Response(body=self.answer, status=self.status, headers=self.headers)
        return web.json_response(self.answer, status=self.status, headers=self.headers)


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    """The service, listening."""
    service = Service()
    app = web.Application(client_max_size=16 * 1024 * 1024)
    app.router.add_route("*", "/{tail:.*}", service.handle)
    async with TestServer(app) as server:
        service.url = str(server.make_url("/v1"))
        yield service


@pytest.fixture
async def api(service) -> AsyncIterator[ModerationApi]:
    """A client of the service."""
    api = ModerationApi(service.url + "/", key=KEY, model="omni-moderation-latest", timeout_s=0.5)
    await api.start()
    yield api
    await api.close()


async def test_prompt_is_asked(api, service):
    """The request is OpenAI's, with key and model."""
    assert () == await api.judge_prompt("a cat")
    path, headers, body = service.asked[0]

    assert ("/v1/moderations", f"Bearer {KEY}") == (path, headers["Authorization"])
    assert {"input": "a cat", "model": "omni-moderation-latest"} == body


async def test_no_key_no_model(service):
    """Without a key and a model none are sent."""
    api = ModerationApi(service.url)
    await api.start()
    await api.judge_prompt("a cat")
    await api.close()

    assert "Authorization" not in service.asked[0][1]
    assert {"input": "a cat"} == service.asked[0][2]


async def test_empty_prompt(api, service):
    """Nothing is asked about nothing."""
    assert () == await api.judge_prompt(" \n")
    assert [] == service.asked


@pytest.mark.parametrize("channels", [1, 3, 4])
async def test_picture_is_asked(channels, api, service):
    """A picture goes as a small JPEG in a data URL, whatever its channels."""
    assert () == await api.judge_picture(Image(1500, 20, channels, bytes(1500 * 20 * channels)))
    part = service.asked[0][2]["input"][0]
    head, _, data = part["image_url"]["url"].partition(",")
    sent = PillowImage.open(io.BytesIO(base64.b64decode(data)))

    assert ("image_url", "data:image/jpeg;base64") == (part["type"], head)
    assert ("JPEG", 1024) == (sent.format, sent.width)


async def test_pictures_off(service):
    """A service for text only is not asked about pictures."""
    api = ModerationApi(service.url, pictures=False)

    assert () == await api.judge_picture(flat_image(8, 8, 1))
    assert [] == service.asked


def result(flagged: bool, categories: dict | None, scores: dict | None) -> dict:
    """An answer with one result."""
    return {"results": [{"flagged": flagged, "categories": categories, "category_scores": scores}]}


@pytest.mark.parametrize(
    ("answer", "thresholds", "expected"),
    [
        (result(True, {"hate": True, "violence": False}, {"hate": 0.9, "violence": 0.2}), {}, ("hate",)),
        (result(True, {"hate": True}, {"hate": 0.6}), {"hate": 0.7}, ()),
        (result(False, {"hate": False}, {"hate": 0.4}), {"hate": 0.3}, ("hate",)),
        (result(True, {"hate": True, "sexual": True}, {"hate": 0.6, "sexual": 0.8}), {"hate": 0.7}, ("sexual",)),
        (result(True, None, None), {}, ("unnamed",)),
        (result(True, {"hate": False}, {}), {"hate": 0.5}, ("unnamed",)),
        (result(True, {"hate": True}, {}), {"hate": 0.5}, ("hate",)),
        ({"results": [*PASS["results"], *result(True, {"a": True}, {})["results"]]}, {}, ("a",)),
    ],
)
async def test_verdicts(answer, thresholds, expected, service):
    """Thresholds decide about the categories that they name; the service decides about the others."""
    service.answer = answer
    api = ModerationApi(service.url, thresholds=thresholds)
    await api.start()
    verdict = await api.judge_prompt("a cat")
    await api.close()

    assert expected == verdict


async def refused(api: ModerationApi) -> ServerFull:
    """What is raised, once it is sure that neither it nor the log tells any secret."""
    with capture_logs() as logs, pytest.raises(ServerFull) as caught:
        await api.judge_prompt("a private cat")
    told = f"{caught.value!r} {caught.value.__cause__!r} {logs}"

    assert "moderation service unavailable" == logs[0]["event"]
    assert not any(secret in told for secret in (KEY, "private", "127.0.0.1", "/v1"))
    assert 1 <= caught.value.retry_after_s <= 60
    return caught.value


@pytest.mark.parametrize("status", [201, 400, 401, 403, 404, 429, 500, 502, 503])
async def test_other_statuses(status, api, service):
    """Every status but 200 fails closed."""
    service.status = status
    await refused(api)


@pytest.mark.parametrize(("asked", "expected"), [("17", 17), ("3600", 60), ("soon", 5), ("0", 5), ("-3", 5)])
async def test_retry_after(asked, expected, api, service):
    """A busy service says when to come back; more than a minute is told as a minute."""
    service.status, service.headers = 429, {"Retry-After": asked}

    assert expected == (await refused(api)).retry_after_s


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_redirects(status, api, service):
    """A redirect is not followed: the key stays where it was sent."""
    service.status, service.headers = status, {"Location": service.url + "/elsewhere"}
    await refused(api)

    assert ["/v1/moderations"] == [path for path, _, _ in service.asked]


@pytest.mark.parametrize(
    "answer",
    [
        b"", b"{", b"null", b"[]", b"<html>", b"\xff", b'{"results": []}', b'{"results": null}', b'{"results": [1]}',
        b'{"results": [{}]}', b'{"results": [{"flagged": "no"}]}', b'{"results": [{"flagged": null}]}',
        b'{"flagged": 0}', b'{"results": [{"flagged": false, "category_scores": 3}]}',
        b'{"results": {"flagged": false}}', b'{"results": [{"flagged": false, "categories": "none"}]}', b" " * 300_000,
    ],
)  # fmt: skip
async def test_broken_answers(answer, api, service):
    """What is no moderation answer lets nothing through."""
    service.answer = answer
    await refused(api)


async def test_thresholds_of_a_broken_score(service):
    """A score that is no number lets nothing through."""
    service.answer = result(False, {}, {"hate": "high"})
    api = ModerationApi(service.url, key=KEY, thresholds={"hate": 0.5})
    await api.start()
    await refused(api)
    await api.close()


async def test_slow(api, service):
    """A service that does not answer in time fails closed."""
    service.delay_s = 5
    await refused(api)


async def test_nobody_listens(unused_tcp_port):
    """A service that is down fails closed."""
    api = ModerationApi(f"http://127.0.0.1:{unused_tcp_port}/v1", key=KEY)
    await api.start()
    await refused(api)
    await api.close()


async def refused_by(
    handle: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]], port: int
) -> None:
    """A service that answers like this is no answer."""
    server = await asyncio.start_server(handle, "127.0.0.1", port)
    api = ModerationApi(f"http://127.0.0.1:{port}/v1", key=KEY)
    await api.start()
    await refused(api)
    await api.close()
    server.close()
    await server.wait_closed()


async def test_connection_breaks(unused_tcp_port):
    """An answer that breaks off fails closed."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")
        await writer.drain()
        writer.close()

    await refused_by(handle, unused_tcp_port)


async def test_not_http(unused_tcp_port):
    """Something else than HTTP on the port fails closed."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(b"SSH-2.0-OpenSSH\r\n")
        writer.close()

    await refused_by(handle, unused_tcp_port)


async def test_address_is_none():
    """An address that is none fails closed too."""
    api = ModerationApi("http://[nonsense", key=KEY)
    await api.start()
    await refused(api)
    await api.close()


async def test_close_before_start():
    """Closing what was never started is harmless."""
    await ModerationApi("http://127.0.0.1").close()
