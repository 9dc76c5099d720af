"""A vendor that answers as it is told, on a port of 127.0.0.1."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

import pytest

from easel.core.errors import UpstreamFailed
from easel.core.image import Image, Size
from easel.core.job import Job, Reference, Role
from easel.engines.vendors.registry import create_vendor
from easel.engines.vendors.vendor import VendorEngine
from easel.testing import flat_image, png

KEY = "canary-key-of-the-vendor"
PICTURES = [png(flat_image(32, 24, seed)) for seed in range(12)]
TEXTS = [base64.b64encode(picture).decode() for picture in PICTURES]


@dataclass
class Asked:
    """One request as the vendor got it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> dict:
        """The body."""
        return json.loads(self.body)


@dataclass
class Reply:
    """What the vendor answers: a value for JSON, or bytes. `cut` ends it after so many bytes, `hang` never begins."""

    value: object = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    hang: bool = False

    def encoded(self) -> bytes:
        """The whole HTTP answer."""
        body = self.value if isinstance(self.value, bytes) else json.dumps(self.value).encode()
        headers = {"Content-Type": "application/json", **self.headers, "Content-Length": str(len(body))}
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        return f"HTTP/1.1 {self.status} X\r\n{head}\r\n".encode() + (body if self.cut is None else body[: self.cut])


class Vendor:
    """Answers with its replies in turn, the last one again and again. What it was asked is in `asked`."""

    def __init__(self) -> None:
        self.replies: list[Reply] = []
        self.asked: list[Asked] = []
        self.url = ""

    def answers(self, *replies: object, **fields: object) -> None:
        """Answer with these: replies, or values with the fields of one."""
        self.replies = [reply if isinstance(reply, Reply) else Reply(reply, **fields) for reply in replies]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        try:
            while head := (await reader.readuntil(b"\r\n\r\n")).decode():
                first, *lines = head.split("\r\n")
                headers = dict(line.lower().split(": ", 1) for line in lines if line)
                body = await _read_body(reader, headers)
                method, path, _ = first.split(" ")
                self.asked.append(Asked(method, path, headers, body))
                reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
                if reply.hang:
                    await asyncio.sleep(60)
                writer.write(reply.encoded())
                await writer.drain()
                if reply.cut is not None:
                    writer.transport.abort()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


async def _read_body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding") != "chunked":
        return await reader.readexactly(int(headers.get("content-length", 0)))
    body = b""
    while size := int(await reader.readline(), 16):
        body += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return body


class Shelf:
    """Implements ResultFetcher: pictures by URL; a URL that is not there fails."""

    def __init__(self) -> None:
        self.files = {f"https://files.example/{index}": picture for index, picture in enumerate(PICTURES)}
        self.asked: list[str] = []

    async def fetch(self, url: str) -> bytes:
        """The picture."""
        self.asked.append(url)
        if url not in self.files:
            raise UpstreamFailed
        return self.files[url]


@pytest.fixture
async def vendor() -> AsyncIterator[Vendor]:
    """A running vendor."""
    one = Vendor()
    server = await asyncio.start_server(one.serve, "127.0.0.1", 0)
    one.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    yield one
    server.close()


@pytest.fixture
def shelf() -> Shelf:
    """Where the vendor leaves its pictures."""
    return Shelf()


@pytest.fixture
async def engine_of(vendor, shelf, monkeypatch) -> AsyncIterator[Callable[..., VendorEngine]]:
    """Make a vendor's engine that talks to the vendor; with its key, and impatient."""
    monkeypatch.setattr("easel.engines.vendors.client.FETCH_WAIT_S", 0.001)
    monkeypatch.setattr("easel.engines.vendors.bfl.POLL_S", 0.001)
    engines = []

    async def make(
        name: str, *, timeout_s: float = 2.0, url: str | None = None, log_words: bool = False
    ) -> VendorEngine:
        engine = create_vendor(
            name, url=url or vendor.url, key=KEY, fetcher=shelf, timeout_s=timeout_s, log_words=log_words
        )
        await engine.start()
        engines.append(engine)
        return engine

    yield make
    for engine in engines:
        await engine.close()


def reference(role: Role = Role.INPUT, image: Image | None = None) -> Reference:
    """A reference as intake leaves it."""
    image = image or flat_image(40, 30, 3)
    return Reference(role, png(image), role.value, image)


def job(n: int = 1, *, asked: tuple[str, ...] = (), **wishes: object) -> Job:
    """A job for n pictures with seeds 70, 71, …; `asked` are the names of the wishes that the caller put into words."""
    wishes = {"model": "m", "dialect": "openai", "prompt": "a cat", "size": Size(1024, 1024), "seed": 70, **wishes}
    return Job(n=n, asked={name: name for name in asked}, **wishes).with_seeds()


async def files(engine: VendorEngine, one: Job, source: str = "") -> list:
    """The pictures, in their order."""
    return sorted([event async for event in engine.generate(one, source)], key=lambda event: event.index)
