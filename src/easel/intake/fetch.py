"""Fetches the image behind a user's URL, and nothing else.

Every hop of a redirect goes through the URL rule (`url.py`) and the address rule (`address.py`). Nothing of the
server's goes out: no cookies, no credentials, no proxy settings. Whatever goes wrong, the caller reads one text.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import TYPE_CHECKING

from easel.intake.address import nat64_prefix
from easel.intake.hosts import Hosts
from easel.intake.refusal import UNREACHABLE, Refused
from easel.intake.url import Url, parse_url

if TYPE_CHECKING:
    import aiohttp
    from aiohttp.abc import AbstractResolver

    from easel.intake.session import GuardedSession

MAX_REDIRECTS = 3
CONNECT_TIMEOUT_S = 3.0
#: For everything together: looking up, connecting, redirects and the body.
TOTAL_TIMEOUT_S = 10.0
#: The average speed that a body must have kept after its first seconds.
MIN_BYTES_PER_S = 8 * 1024
GRACE_S = 2.0
MAX_CONNECTIONS = 32
CHUNK_BYTES = 64 * 1024

REDIRECTS = frozenset({301, 302, 303, 307, 308})
HEADERS = {
    "Accept": "image/png, image/jpeg, image/webp",
    # A compressed answer could be a bomb, and image files do not shrink.
    "Accept-Encoding": "identity",
    "User-Agent": "Easel",
}

Spend = Callable[[int], None]


class Fetcher:
    """Opens users' http(s) URLs under the operator's rules.

    `allowed_hosts` and `trusted_hosts` are those of `Hosts`. `nat64_prefixes` are this site's own, each a /96.
    `resolver` and `socket_factory` are aiohttp's own hooks.
    """

    def __init__(
        self,
        *,
        enabled: bool = True,
        allowed_hosts: Sequence[str] = (),
        trusted_hosts: Sequence[str] = (),
        nat64_prefixes: Sequence[str] = (),
        resolver: "AbstractResolver | None" = None,
        socket_factory: "aiohttp.SocketFactoryType | None" = None,
        connect_timeout_s: float = CONNECT_TIMEOUT_S,
        total_timeout_s: float = TOTAL_TIMEOUT_S,
        grace_s: float = GRACE_S,
    ):
        self._enabled = enabled
        self._hosts = Hosts(allowed=allowed_hosts, trusted=trusted_hosts)
        self._nat64 = tuple(nat64_prefix(text) for text in nat64_prefixes)
        self._resolver = resolver
        self._socket_factory = socket_factory
        self._connect_timeout_s = connect_timeout_s
        self._total_timeout_s = total_timeout_s
        self._grace_s = grace_s
        self._session: GuardedSession | None = None

    async def start(self) -> None:
        """Nothing to start: the client is opened when there is something to fetch."""

    async def close(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()

    async def fetch(self, text: str, *, spend: Spend) -> bytes:
        """The body behind a URL; raises Refused.

        `spend` is told the length of everything before it is kept, and may raise.
        """
        if not self._enabled:
            raise Refused(UNREACHABLE, reason="EASEL_FETCH is off")
        try:
            async with asyncio.timeout(self._total_timeout_s):
                return await self._follow(parse_url(text, trusted=self._hosts.trusted), spend)
        except (OSError, ValueError) as error:
            raise Refused(UNREACHABLE, reason=type(error).__name__) from None

    async def _follow(self, url: Url, spend: Spend) -> bytes:
        for _ in range(MAX_REDIRECTS + 1):
            if not self._hosts.allows(url):
                raise Refused(UNREACHABLE, reason="not among EASEL_FETCH_ALLOWED_HOSTS")
            async with self._opened().ask("GET", url, HEADERS) as response:
                if response.status == HTTPStatus.OK:
                    return await self._body(response, spend)
                location = response.headers.get("Location")
                if response.status not in REDIRECTS or not location:
                    raise Refused(UNREACHABLE, reason=f"HTTP {response.status}")
            url = url.join(location, trusted=self._hosts.trusted)
        raise Refused(UNREACHABLE, reason="too many redirects")

    def _opened(self) -> "GuardedSession":
        if self._session is None:
            # Imported here: a server that is sent no URLs does without aiohttp's 15 MB.
            from easel.intake.session import GuardedSession

            self._session = GuardedSession(
                hosts=self._hosts, nat64=self._nat64, limit=MAX_CONNECTIONS, resolver=self._resolver,
                socket_factory=self._socket_factory, connect_timeout_s=self._connect_timeout_s,
                read_timeout_s=self._connect_timeout_s,
            )  # fmt: skip
        return self._session

    async def _body(self, response: "aiohttp.ClientResponse", spend: Spend) -> bytes:
        if response.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise Refused(UNREACHABLE)
        body = bytearray()
        began = time.monotonic()
        async for chunk in response.content.iter_chunked(CHUNK_BYTES):
            spend(len(chunk))
            body += chunk
            elapsed_s = time.monotonic() - began
            if elapsed_s > self._grace_s and len(body) < elapsed_s * MIN_BYTES_PER_S:
                raise Refused(UNREACHABLE, reason="too slow")
        return bytes(body)
