"""The one way to a vendor: HTTP with its key, and a plain word on whether a request can have been begun.

No redirect is followed and no proxy setting or cookie is used: the key goes to the vendor's own host and nowhere else.
No exception of the client's leaves this file, because its words may hold addresses.
"""

import asyncio
import io
from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import NamedTuple
from urllib.parse import urlsplit

import aiohttp
import orjson
import yarl

from easel import __version__
from easel.core.errors import TimedOut, UpstreamFailed
from easel.core.failures import Fault, NotStarted
from easel.core.ports import ResultFetcher
from easel.engines.vendors.answer import Answer

CONNECT_TIMEOUT_S = 5.0
#: Shorter than any server's own: a request on a connection that is just being closed could have been begun or not.
KEEPALIVE_S = 3.0
#: Four pictures of 4096 x 4096 in base64 fit.
MAX_ANSWER_BYTES = 256 * 1024 * 1024
#: A finished picture is worth asking for again: its URL costs nothing.
FETCHES = 3
FETCH_WAIT_S = 0.5


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
        connect_timeout_s: float = CONNECT_TIMEOUT_S,
    ):  # fmt: skip
        """`headers` hold the key. `timeout_s` is the longest wait for one answer, in seconds."""
        self._base_url = base_url.rstrip("/")
        self._headers = {"User-Agent": f"Easel/{__version__}", "Accept": "application/json", **headers}
        self._fetcher = fetcher
        self._timeout_s = timeout_s
        self._connect_timeout_s = connect_timeout_s
        self._session: aiohttp.ClientSession | None = None

    async def start(self) -> None:
        """Open the client; call it inside the event loop."""
        trace = aiohttp.TraceConfig()
        trace.on_request_headers_sent.append(_note_sent)
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=KEEPALIVE_S),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(sock_connect=self._connect_timeout_s),
            trace_configs=[trace],
            trust_env=False,
        )

    async def close(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()

    async def post(self, path: str, body: object) -> Answer:
        """Post JSON; raises NotStarted, or UpstreamFailed or TimedOut when it may have been begun."""
        # aiohttp sends a stream in pieces; one large piece would hold the event loop.
        return await self._ask("POST", self._base_url + path, data=io.BytesIO(orjson.dumps(body)), json=True)

    async def post_form(self, path: str, fields: Mapping[str, str], files: Sequence[File]) -> Answer:
        """Post a multipart form; raises as `post`."""
        form = aiohttp.FormData()
        for name, value in fields.items():
            form.add_field(name, value)
        for file in files:
            form.add_field(file.field, file.data, filename=file.name, content_type=file.media_type)
        return await self._ask("POST", self._base_url + path, data=form)

    async def get(self, url: str) -> Answer:
        """Ask for a path, or for a URL of the vendor's own host; raises as `post`."""
        return await self._ask("GET", url if self.owns(url) else self._base_url + url)

    def owns(self, url: str) -> bool:
        """May the key go to this URL?"""
        ours, theirs = urlsplit(self._base_url), urlsplit(url)
        return (ours.scheme, ours.netloc) == (theirs.scheme, theirs.netloc)

    async def fetch(self, url: str) -> bytes:
        """The finished picture behind a URL that the vendor returned, without the key; raises UpstreamFailed."""
        for attempt in range(1, FETCHES):
            try:
                return await self._fetcher.fetch(url)
            except UpstreamFailed:
                await asyncio.sleep(FETCH_WAIT_S * attempt)
        return await self._fetcher.fetch(url)

    async def _ask(self, method: str, url: str, *, data: object = None, json: bool = False) -> Answer:
        headers = {**self._headers, "Content-Type": "application/json"} if json else self._headers
        sent = SimpleNamespace(headers=False)
        try:
            async with (
                asyncio.timeout(self._timeout_s),
                self._session.request(
                    method,
                    yarl.URL(url, encoded=True),
                    data=data,
                    headers=headers,
                    allow_redirects=False,
                    trace_request_ctx=sent,
                ) as response,
            ):
                return Answer(response.status, response.headers, await _body(response))
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL):
            raise NotStarted(Fault.AWAY) from None
        except TimeoutError:
            raise _after(sent, TimedOut()) from None
        except (aiohttp.ClientError, OSError, ValueError):
            raise _after(sent, UpstreamFailed()) from None


def _after(sent: SimpleNamespace, error: UpstreamFailed | TimedOut) -> Exception:
    """What a failure means: once the first byte of the request is out, nobody knows what became of it."""
    return error if sent.headers else NotStarted(Fault.AWAY)


async def _note_sent(_session: object, context: SimpleNamespace, _parameters: object) -> None:
    context.trace_request_ctx.headers = True


async def _body(response: aiohttp.ClientResponse) -> bytes:
    chunks, size = [], 0
    async for chunk, _ in response.content.iter_chunks():
        size += len(chunk)
        if size > MAX_ANSWER_BYTES:
            msg = "the answer is too large"
            raise ValueError(msg)
        chunks.append(chunk)
    return b"".join(chunks)
