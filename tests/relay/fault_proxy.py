"""A proxy before an HTTP server that fails in every way known: before, while and after a request is passed on."""

import asyncio
import json
import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

#: Longer than the vendor timeout that the tests set.
HANG_S = 4.0
LATENCY_S = 0.15
DRIP_S = 0.01
DRIPS = 20
#: MiniMax's codes for what was not begun, and for what may have been.
BUSY_CODES = (1002, 1039, 1041, 2045)
VAGUE_CODES = (1000, 1001, 1013, 1024, 1033)


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request, as it came."""

    head: bytes
    body: bytes

    @property
    def key(self) -> str:
        """The bearer key."""
        lines = self.head.decode().split("\r\n")
        return next(line.partition("Bearer ")[2] for line in lines if line.lower().startswith("authorization:"))


class FaultProxy:
    """Listens on a port of 127.0.0.1. Each of `FAULTS` befalls a request with the chance `share`; `dead` resets all.

    `faults` counts what happened, `requests` the requests by their keys.
    """

    def __init__(self, target: str, *, share: float, seed: int):
        self._host, _, port = target.removeprefix("http://").partition(":")
        self._port = int(port)
        self._share = share
        self._chance = random.Random(seed)
        self.dead = False
        self._writers: set[asyncio.StreamWriter] = set()
        self.faults: Counter[str] = Counter()
        self.requests: Counter[str] = Counter()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[str]:
        """The URL of the server by way of the proxy."""
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=1 << 26)
        try:
            yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        finally:
            server.close()
            for writer in self._writers:
                writer.transport.abort()
            # Cut transports end with the next rounds of the loop, and not in whatever test comes next.
            await asyncio.sleep(0.1)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        with suppress(asyncio.IncompleteReadError, OSError):
            while True:
                request = await _read(reader)
                self.requests[request.key] += 1
                fault = "dead" if self.dead else self._draw()
                self.faults[fault] += 1
                if not await getattr(self, f"_{fault}")(request, writer):
                    break
        self._writers.discard(writer)
        writer.transport.abort()

    def _draw(self) -> str:
        number = int(self._chance.random() / self._share)
        return FAULTS[number] if number < len(FAULTS) else "none"

    async def _forward(self, request: Request) -> bytes:
        """The server's whole answer: by now, the picture is made and paid for."""
        reader, writer = await asyncio.open_connection(self._host, self._port, limit=1 << 26)
        try:
            writer.write(request.head.replace(b"\r\n", b"\r\nConnection: close\r\n", 1) + request.body)
            return await reader.read()
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    # Each answers whether the connection is to be kept.

    async def _none(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        writer.write(await self._forward(request))
        await writer.drain()
        return False

    async def _dead(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        return False

    async def _latency(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        await asyncio.sleep(LATENCY_S)
        return await self._none(request, writer)

    async def _hang(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        answer = await self._forward(request)
        await asyncio.sleep(HANG_S)
        writer.write(answer)
        return False

    async def _reset_before(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        return False

    async def _reset_after(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        await self._forward(request)
        return False

    async def _cut(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        answer = await self._forward(request)
        writer.write(answer[: len(answer) // 2])
        await writer.drain()
        return False

    async def _drip(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        answer = await self._forward(request)
        step = len(answer) // DRIPS + 1
        for start in range(0, len(answer), step):
            writer.write(answer[start : start + step])
            await writer.drain()
            await asyncio.sleep(DRIP_S)
        return False

    async def _half_base64(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        _, _, body = (await self._forward(request)).partition(b"\r\n\r\n")
        value = json.loads(body)
        pictures = value.get("data", {}).get("image_base64", [])
        value["data"] = {"image_base64": [text[: len(text) // 8 * 4] for text in pictures]}
        return _answer(writer, 200, json.dumps(value).encode())

    async def _wrong_type(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        await self._forward(request)
        return _answer(writer, 200, b"<html>one moment please</html>", "Content-Type: text/html\r\n")

    async def _busy(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        return _answer(writer, 429, b"{}")

    async def _busy_until(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        return _answer(writer, self._chance.choice((429, 503)), b"{}", "Retry-After: 1\r\n")

    async def _server_error(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        if self._chance.random() < 0.5:
            await self._forward(request)
        return _answer(writer, self._chance.choice((500, 502, 503, 504)), b"oops")

    async def _busy_code(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        return _code(writer, self._chance.choice(BUSY_CODES))

    async def _vague_code(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        await self._forward(request)
        return _code(writer, self._chance.choice(VAGUE_CODES))


#: Everything that may befall a request.
FAULTS = (
    "latency", "hang", "reset_before", "reset_after", "cut", "drip", "half_base64", "wrong_type", "busy", "busy_until",
    "server_error", "busy_code", "vague_code",
)  # fmt: skip


async def _read(reader: asyncio.StreamReader) -> Request:
    head = await reader.readuntil(b"\r\n\r\n")
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    return Request(head, await reader.readexactly(int(lengths[0].partition(b":")[2])) if lengths else b"")


def _answer(writer: asyncio.StreamWriter, status: int, body: bytes, headers: str = "") -> bool:
    writer.write(f"HTTP/1.1 {status} X\r\n{headers}Content-Length: {len(body)}\r\n\r\n".encode() + body)
    return True


def _code(writer: asyncio.StreamWriter, code: int) -> bool:
    return _answer(writer, 200, json.dumps({"base_resp": {"status_code": code, "status_msg": "in words"}}).encode())
