"""HTTP as vendors speak it: how answers end, which connections are used again, and what is no answer at all."""

import asyncio
import gzip
import json
import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from easel.core.errors import UpstreamFailed
from easel.engines.vendors import client as client_module
from easel.engines.vendors.client import VendorClient
from unit.engines.vendors.scripted import Shelf

LARGE = {"picture": "x" * 3_000_000}
OK = b"HTTP/1.1 200 OK\r\n"


class Peer:
    """Answers each request with the next of its pieces of bytes; `connections` counts, `bodies` are what was sent."""

    def __init__(self, *answers: list[bytes], close: bool = False):
        self.answers = list(answers)
        self.close = close
        self.connections = 0
        self.bodies: list[bytes] = []
        self.asked = asyncio.Event()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        self.connections += 1
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).lower()
                length = int(head.partition(b"content-length: ")[2].partition(b"\r")[0] or 0)
                self.bodies.append(await reader.readexactly(length))
                self.asked.set()
                for piece in self.answers.pop(0):
                    writer.write(piece)
                    await writer.drain()
                    await asyncio.sleep(0.002)
                if self.close:
                    break
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def talking(peer: Peer) -> AsyncIterator[VendorClient]:
    """A client of that peer."""
    server = await asyncio.start_server(peer.serve, "127.0.0.1", 0, limit=1 << 26)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    client = VendorClient(url, {"Authorization": "Bearer k"}, fetcher=Shelf(), timeout_s=5.0)
    await client.start()
    try:
        yield client
    finally:
        await client.close()
        server.close()


def whole(value: object, *headers: str) -> bytes:
    """A plain answer."""
    body = json.dumps(value).encode()
    lines = "".join(f"{header}\r\n" for header in headers)
    return OK + f"{lines}Content-Length: {len(body)}\r\n\r\n".encode() + body


def chunked(value: object) -> bytes:
    """The same in chunks of ten bytes."""
    body = json.dumps(value).encode()
    pieces = [body[at : at + 10] for at in range(0, len(body), 10)]
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
    return OK + b"Transfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n"


def in_pieces(data: bytes, size: int) -> list[bytes]:
    """Cut up."""
    return [data[at : at + size] for at in range(0, len(data), size)]


@pytest.mark.parametrize("encode", [whole, chunked])
@pytest.mark.parametrize("size", [1, 7, 1000])
async def test_answers_in_pieces(encode: Callable[[object], bytes], size):
    """However an answer is cut up on its way, it is the same answer, and the connection serves the next one."""
    value = {"n": list(range(40))}
    peer = Peer(in_pieces(encode(value), size), [encode(value)])
    async with talking(peer) as client:
        first, second = [await client.post("/x", {}) for _ in range(2)]

    assert [value, value] == [first.value, second.value]
    assert 1 == peer.connections


async def test_large_answers_and_requests():
    """Megabytes in both directions, and a small exchange after them on the same connection."""
    peer = Peer([whole(LARGE)], [whole({"small": 1})])
    async with talking(peer) as client:
        large = await client.post("/x", LARGE)
        small = await client.post("/x", {})

    assert LARGE["picture"] == large.text(large.get("picture"))
    assert LARGE == json.loads(peer.bodies[0])
    assert {"small": 1} == small.value
    assert 1 == peer.connections


async def test_an_answer_that_ends_with_the_connection():
    """HTTP/1.0 as some gateways still speak it."""
    peer = Peer([b"HTTP/1.0 200 OK\r\n\r\n", b'{"a"', b":1}"], close=True)
    async with talking(peer) as client:
        assert {"a": 1} == (await client.post("/x", {})).value


async def test_a_word_in_between():
    """An interim answer is not the answer."""
    peer = Peer([b"HTTP/1.1 103 Early Hints\r\nRetry-After: 9\r\n\r\n", whole({"a": 1})])
    async with talking(peer) as client:
        answer = await client.post("/x", {})

    assert {"a": 1} == answer.value
    assert answer.fault() is None


@pytest.mark.parametrize("header", ["Connection: close", "connection: Close"])
async def test_a_vendor_that_wants_no_second_request(header):
    """Then the next request has a connection of its own."""
    peer = Peer([whole(1, header)], [whole(2)])
    async with talking(peer) as client:
        assert [1, 2] == [(await client.post("/x", {})).value for _ in range(2)]

    assert 2 == peer.connections


async def test_connections_that_rested_too_long(monkeypatch):
    """They are closed after a while, whether somebody comes or not."""
    monkeypatch.setattr(client_module, "KEEPALIVE_S", 0.02)
    peer = Peer([whole(1)], [whole(2)])
    async with talking(peer) as client:
        await client.post("/x", {})
        await asyncio.sleep(0.1)

        assert not client._idle
        assert 2 == (await client.post("/x", {})).value

    assert 2 == peer.connections


async def test_bytes_that_nobody_asked_for():
    """They do not become the answer to the next request."""
    peer = Peer([whole(1), whole({"forged": True})], [whole(2)])
    async with talking(peer) as client:
        await client.post("/x", {})
        await asyncio.sleep(0.05)

        assert 2 == (await client.post("/x", {})).value

    assert 2 == peer.connections


async def test_two_answers_at_once():
    """The second one in the same packet does not become the answer to the next request either."""
    peer = Peer([whole(1) + whole({"forged": True})], [whole(2)])
    async with talking(peer) as client:
        found = [(await client.post("/x", {})).value for _ in range(2)]

    assert [1, 2] == found
    assert 2 == peer.connections


@pytest.mark.parametrize(("name", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
async def test_compression_that_nobody_asked_for(name, pack):
    """It is read all the same: the picture is paid for."""
    body = pack(b'{"a":1}')
    peer = Peer([OK + f"Content-Encoding: {name}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body])
    async with talking(peer) as client:
        assert {"a": 1} == (await client.post("/x", {})).value


@pytest.mark.parametrize(
    "answer",
    [
        OK + b"Content-Length: 9999999999\r\n\r\n",
        OK + b"Content-Length: -1\r\n\r\n",
        OK + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}",
        OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        OK + b"X: " + b"x" * 100_000 + b"\r\n\r\n",
        OK + b"Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
        OK + b"Content-Length: 100\r\n\r\n{}",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
        b"SSH-2.0-x\r\n",
        gzip.compress(b"x", mtime=0),
    ],
)
async def test_what_is_no_answer(answer):
    """Nonsense is a failure, at once, and its connection is not used again."""
    peer = Peer([answer], close=True)
    async with talking(peer) as client:
        with pytest.raises(UpstreamFailed):
            await client.post("/x", {})

        assert not client._idle


async def test_whoever_gives_up_ends_the_connection():
    """A cancelled exchange leaves nothing behind that another request could read."""
    peer = Peer([b"", b"", whole({"late": True})], [whole(2)])
    async with talking(peer) as client:
        asking = asyncio.create_task(client.post("/x", {}))
        await peer.asked.wait()
        asking.cancel()
        await asyncio.wait({asking})

        assert 2 == (await client.post("/x", {})).value

    assert 2 == peer.connections


def test_keys_that_cannot_be_sent():
    """A header must not end where the key wants it to."""
    with pytest.raises(ValueError, match="printable"):
        VendorClient("http://x", {"Authorization": "Bearer a\r\nX: y"}, fetcher=Shelf(), timeout_s=1.0)
