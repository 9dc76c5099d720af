"""Image files, and a network that is not there: names resolve to what a test says, connections end at loopback."""

import io
import re
import socket
import struct
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import PIL.Image
import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer

from easel.core.image import Image
from easel.intake.decode import Decoder
from easel.intake.fetch import Fetcher

#: What a name resolves to unless the test says otherwise.
PUBLIC = "93.184.216.34"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class LoopbackSocket(socket.socket):
    """A socket that connects to the test's server, whatever address it is told."""

    server_port = 0

    def connect(self, address: tuple) -> None:
        """Connect to the test's server instead of `address`."""
        super().connect(("127.0.0.1", self.server_port))


class FakeNetwork(AbstractResolver):
    """Resolver and socket factory in one. `answers` has, for a host, the answers of one look-up after another."""

    def __init__(self, server_port: int):
        self.server_port = server_port
        self.answers: dict[str, Iterator[list[str]]] = {}
        #: Every host that was looked up, in order.
        self.looked_up: list[str] = []
        #: Every address that a socket was opened to, in order.
        self.opened: list[str] = []

    async def resolve(self, host: str, port: int = 0, family: int = 0) -> list[ResolveResult]:
        """The next answer for `host`; a public address where the test gave none."""
        self.looked_up.append(host)
        addresses = next(self.answers[host]) if host in self.answers else [PUBLIC]
        return [
            ResolveResult(hostname=host, host=address, port=port, family=socket.AF_INET, proto=0, flags=0)
            for address in addresses
        ]

    async def close(self) -> None:
        """Nothing to let go."""

    def open_socket(self, addr_info: tuple) -> socket.socket:
        """A socket for `addr_info` that will end at the test's server."""
        self.opened.append(addr_info[4][0])
        opened = LoopbackSocket(socket.AF_INET, socket.SOCK_STREAM)
        opened.server_port = self.server_port
        return opened


class Site:
    """The loopback server: pages by path, and the requests it has seen."""

    def __init__(self) -> None:
        self.pages: dict[str, Handler] = {}
        self.requests: list[web.Request] = []
        self.port = 0

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer with the page of this path."""
        self.requests.append(request)
        return await self.pages[request.path](request)

    def serve(self, path: str, body: bytes, **headers: str) -> None:
        """Answer `path` with `body`."""

        async def page(_: web.Request) -> web.Response:
            return web.Response(body=body, headers={name.replace("_", "-"): value for name, value in headers.items()})

        self.pages[path] = page

    def redirect(self, path: str, location: str, status: int = 302) -> None:
        """Answer `path` with a redirect."""

        async def page(_: web.Request) -> web.Response:
            return web.Response(status=status, headers={"Location": location})

        self.pages[path] = page


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    """A loopback HTTP server."""
    site = Site()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", site.answer)
    async with TestServer(app) as server:
        site.port = server.port
        yield site


@pytest.fixture
def network(site: Site) -> FakeNetwork:
    """A network in which every connection ends at `site`."""
    return FakeNetwork(site.port)


@pytest.fixture
async def fetcher(network: FakeNetwork) -> AsyncIterator[Fetcher]:
    """A fetcher on the fake network."""
    fetcher = Fetcher(resolver=network, socket_factory=network.open_socket)
    await fetcher.start()
    yield fetcher
    await fetcher.close()


@pytest.fixture
async def decoder() -> AsyncIterator[Decoder]:
    """A decoder with one process."""
    decoder = Decoder(processes=1)
    await decoder.start()
    yield decoder
    await decoder.close()


class Files:
    """Makes image files."""

    def picture(self, width: int = 64, height: int = 48) -> PIL.Image.Image:
        """A smooth colour picture."""
        round_, straight = PIL.Image.radial_gradient("L"), PIL.Image.linear_gradient("L")
        return PIL.Image.merge("RGB", [round_, straight.rotate(90), straight]).resize((width, height))

    def encode(self, image: PIL.Image.Image, file_format: str = "PNG", **options: object) -> bytes:
        """An image file."""
        file = io.BytesIO()
        image.save(file, file_format, **options)
        return file.getvalue()

    def flat_png(self, width: int, height: int) -> bytes:
        """A black PNG, written without holding its pixels: also far larger ones than anybody should decode."""
        packer, row = zlib.compressobj(1), bytes(1 + width * 3)
        data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
        head = struct.pack("!IIBBBBB", width, height, 8, 2, 0, 0, 0)
        chunks = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack("!I", len(data)) + kind + data + struct.pack("!I", zlib.crc32(kind + data))
            for kind, data in chunks
        )


@pytest.fixture(scope="session")
def files() -> Files:
    """The maker of image files."""
    return Files()


@pytest.fixture
def png(files: Files) -> bytes:
    """A small PNG file."""
    return files.encode(files.picture())


@pytest.fixture
def decode(decoder: Decoder) -> Callable[..., Awaitable[Image]]:
    """Decode with the usual limits."""

    def decode(data: bytes, *, mask: bool = False) -> Awaitable[Image]:
        return decoder.decode(data, mask=mask, max_pixels=25_000_000)

    return decode


@pytest.fixture(scope="session")
def peak_memory_mib() -> Callable[[int], float]:
    """The function that tells the most memory that a process has had resident."""

    def peak(pid: int) -> float:
        status = Path(f"/proc/{pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024

    return peak


@pytest.fixture(scope="session")
def bad_addresses() -> list[str]:
    """Addresses that must never be connected to."""
    lines = (Path(__file__).parent / "bad_addresses.txt").read_text().splitlines()
    return [line.split()[0] for line in lines if not line.startswith("#")]
