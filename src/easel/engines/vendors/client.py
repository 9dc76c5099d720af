"""The one way to a vendor: HTTP with its key, and a plain word on whether a request can have been begun.

No redirect is followed and no proxy setting or cookie is used: the key goes to the vendor's own host and nowhere else.
No exception of the connection's leaves this file, because its words may hold addresses.

It is no library's client because most of a small relayed request would be that client's own work, and most of a large
one its copies.
"""

import asyncio
import re
import secrets
import socket
import ssl
from collections import deque
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

import aiohappyeyeballs
import orjson
import structlog

from easel import __version__
from easel.core.errors import TimedOut, UpstreamFailed
from easel.core.failures import Fault, NotStarted
from easel.core.ports import ResultFetcher
from easel.engines.vendors.answer import Answer
from easel.engines.vendors.connection import Connection

log = structlog.get_logger(__name__)

CONNECT_TIMEOUT_S = 5.0
#: After so long the next address of a host is tried beside the first (RFC 8305).
NEXT_ADDRESS_S = 0.25
#: Shorter than any server's own: a request on a connection that is just being closed could have been begun or not.
KEEPALIVE_S = 3.0
#: Four pictures of 4096 x 4096 in base64 fit.
MAX_ANSWER_BYTES = 256 * 1024 * 1024
SCRATCH_BYTES = 64 * 1024
#: A finished picture is worth asking for again: its URL costs nothing.
FETCHES = 3
FETCH_WAIT_S = 0.5
#: What the first line of a request may hold.
TARGET = re.compile(r"/[!-~]*")
#: A key as vendors quote it in their errors.
MASKED = re.compile(r"[\w-]*(\*{2,}|…|\.{3})[\w-]*")
HEADER_VALUE = re.compile(r"[\t -~]*")


class File(NamedTuple):
    """One file of a multipart form."""

    field: str
    name: str
    data: bytes
    media_type: str


class VendorClient:
    """Talks to one vendor with one key. `base_url` is the operator's own setting, so it may be a private address."""

    def __init__(
        self, base_url: str, headers: Mapping[str, str], *, fetcher: ResultFetcher, timeout_s: float,
        connect_timeout_s: float = CONNECT_TIMEOUT_S, log_words: bool = False,
    ):  # fmt: skip
        """`headers` hold the key. `timeout_s` is the longest wait for one answer, in seconds.

        `log_words`: what the vendor finds wrong is logged in its own words, which may quote the prompt, and not by its
        codes alone.
        Raises ValueError for a header that cannot be sent.
        """
        self.base_url = base_url.rstrip("/")
        self._url = urlsplit(self.base_url)
        fixed = {
            "Host": self._url.netloc.rpartition("@")[2],
            "User-Agent": f"Easel/{__version__}",
            "Accept": "application/json",
            # Pictures do not shrink.
            "Accept-Encoding": "identity",
            **headers,
        }
        if not all(HEADER_VALUE.fullmatch(value) for value in fixed.values()):
            msg = "a vendor's key and address must be printable ASCII"
            raise ValueError(msg)
        self._fixed = "".join(f"{name}: {value}\r\n" for name, value in fixed.items())
        self._fetcher = fetcher
        self._headers = dict(headers)
        self._log_words = log_words
        self._timeout_s = timeout_s
        self._connect_timeout_s = connect_timeout_s
        self._tls: ssl.SSLContext | None = None
        self._scratch = memoryview(bytearray(SCRATCH_BYTES))
        #: Connections without work and when they came here, the latest last.
        self._idle: deque[tuple[Connection, float]] = deque()
        self._sweeping: asyncio.TimerHandle | None = None

    async def start(self) -> None:
        """Get ready; call it inside the event loop."""
        if self._url.scheme == "https":
            self._tls = ssl.create_default_context()

    async def close(self) -> None:
        """Close all connections."""
        if self._sweeping is not None:
            self._sweeping.cancel()
        for connection, _ in self._idle:
            connection.close()
        self._idle.clear()

    async def post(self, path: str, body: object) -> Answer:
        """Post JSON; raises NotStarted, or UpstreamFailed or TimedOut when it may have been begun."""
        return await self._ask("POST", self._url.path + path, orjson.dumps(body), "application/json")

    async def post_form(self, path: str, fields: Mapping[str, str], files: Sequence[File]) -> Answer:
        """Post a multipart form; raises as `post`."""
        boundary = secrets.token_hex(16)
        body = _form(boundary, fields, files)
        return await self._ask("POST", self._url.path + path, body, f"multipart/form-data; boundary={boundary}")

    async def get(self, url: str) -> Answer:
        """Ask for a path, or for a URL of the vendor's own host; raises as `post`."""
        if not self.owns(url):
            return await self._ask("GET", self._url.path + url)
        asked = urlsplit(url)
        return await self._ask("GET", (asked.path or "/") + (f"?{asked.query}" if asked.query else ""))

    def owns(self, url: str) -> bool:
        """May the key go to this URL?"""
        asked = urlsplit(url)
        return (self._url.scheme, self._url.netloc) == (asked.scheme, asked.netloc)

    def at(self, base_url: str) -> "VendorClient":
        """A client with the same key for another address of the same vendor; to be started and closed by itself."""
        return VendorClient(
            base_url, self._headers, fetcher=self._fetcher, timeout_s=self._timeout_s,
            connect_timeout_s=self._connect_timeout_s, log_words=self._log_words,
        )  # fmt: skip

    async def fetch(self, url: str) -> bytes:
        """The finished picture behind a URL that the vendor returned, without the key; raises UpstreamFailed."""
        for attempt in range(1, FETCHES):
            try:
                return await self._fetcher.fetch(url)
            except UpstreamFailed:
                await asyncio.sleep(FETCH_WAIT_S * attempt)
        return await self._fetcher.fetch(url)

    async def _ask(self, method: str, target: str, body: bytes = b"", media_type: str = "") -> Answer:
        if not TARGET.fullmatch(target):
            raise NotStarted(Fault.REFUSED)
        about = f"Content-Type: {media_type}\r\nContent-Length: {len(body)}\r\n" if media_type else ""
        head = f"{method} {target} HTTP/1.1\r\n{self._fixed}{about}\r\n".encode()
        sent = False
        try:
            async with asyncio.timeout(self._timeout_s):
                connection = self._kept() or await self._connected()
                # Once the first byte of the request is out, nobody knows what became of it.
                sent = True
                status, headers, answer = await connection.exchange(head, body)
        except (OSError, ValueError) as error:
            late = isinstance(error, TimeoutError)
            problem = "no answer in time" if late else self._clean(str(error))
            log.warning("vendor", host=self._url.hostname, problem=problem)
            if not sent:
                raise NotStarted(Fault.AWAY) from None
            raise (TimedOut() if late else UpstreamFailed()) from None
        self._keep(connection)
        result = Answer(status, headers, answer)
        if complaint := result.complaint(words=self._log_words):
            log.warning(
                "vendor", host=self._url.hostname, **{name: self._clean(told) for name, told in complaint.items()}
            )
        return result

    def _clean(self, told: str | int) -> str | int:
        """Without the key: vendors quote it, whole or with asterisks in it."""
        if isinstance(told, int):
            return told
        for value in self._headers.values():
            told = told.replace(value.removeprefix("Bearer "), "***")
        return MASKED.sub("***", told)

    async def _connected(self) -> Connection:
        """A new connection; raises OSError or ValueError."""
        loop, host = asyncio.get_running_loop(), self._url.hostname or ""
        async with asyncio.timeout(self._connect_timeout_s):
            port = self._url.port or (443 if self._tls else 80)
            addresses = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            opened = await aiohappyeyeballs.start_connection(addresses, happy_eyeballs_delay=NEXT_ADDRESS_S)
            try:
                _, connection = await loop.create_connection(
                    lambda: Connection(self._scratch, max_body_bytes=MAX_ANSWER_BYTES),
                    sock=opened, ssl=self._tls, server_hostname=host if self._tls else None,
                )  # fmt: skip
            except BaseException:
                opened.close()
                raise
        return connection

    def _kept(self) -> Connection | None:
        """A connection that is still good, the latest first; None when there is none."""
        while self._idle:
            connection, since = self._idle.pop()
            if connection.usable and asyncio.get_running_loop().time() - since < KEEPALIVE_S:
                return connection
            connection.close()
        return None

    def _keep(self, connection: Connection) -> None:
        if connection.usable:
            self._idle.append((connection, asyncio.get_running_loop().time()))
            self._sweep_later()

    def _sweep_later(self) -> None:
        if self._sweeping is None:
            self._sweeping = asyncio.get_running_loop().call_later(KEEPALIVE_S, self._sweep)

    def _sweep(self) -> None:
        """Close what has been without work for too long."""
        self._sweeping = None
        oldest = asyncio.get_running_loop().time() - KEEPALIVE_S
        while self._idle and self._idle[0][1] <= oldest:
            self._idle.popleft()[0].close()
        if self._idle:
            self._sweep_later()


def _form(boundary: str, fields: Mapping[str, str], files: Sequence[File]) -> bytes:
    """A multipart form (RFC 7578). Names of fields and files are Easel's own: there is nothing to escape in them."""
    pieces = []
    for name, value in fields.items():
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'
        pieces += [head.encode(), value.encode(), b"\r\n"]
    for file in files:
        head = (
            f'--{boundary}\r\nContent-Disposition: form-data; name="{file.field}"; filename="{file.name}"\r\n'
            f"Content-Type: {file.media_type}\r\n\r\n"
        )
        pieces += [head.encode(), file.data, b"\r\n"]
    return b"".join((*pieces, f"--{boundary}--\r\n".encode()))
