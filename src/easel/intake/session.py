"""The HTTP client behind everything that users' URLs lead to. It is opened, and its library read, when it is needed."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from ipaddress import IPv6Network

import aiohttp
import yarl
from aiohttp.abc import AbstractResolver

from easel.intake.hosts import Hosts
from easel.intake.refusal import UNREACHABLE, Refused
from easel.intake.resolver import GuardedConnector, SystemResolver
from easel.intake.url import Url


class GuardedSession:
    """Asks public addresses, and those of the hosts the operator trusts. No cookies, proxies or redirects."""

    def __init__(
        self,
        *,
        hosts: Hosts,
        nat64: Sequence[IPv6Network] = (),
        limit: int,
        connect_timeout_s: float,
        read_timeout_s: float | None = None,
        resolver: AbstractResolver | None = None,
        socket_factory: aiohttp.SocketFactoryType | None = None,
    ):
        """Call it inside the event loop. `limit` is the most connections at once; `resolver` and `socket_factory` are
        aiohttp's own hooks.
        """
        self._resolver = resolver or SystemResolver()
        self._session = aiohttp.ClientSession(
            connector=GuardedConnector(
                hosts=hosts, nat64=nat64, resolver=self._resolver, socket_factory=socket_factory, limit=limit
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(sock_connect=connect_timeout_s, sock_read=read_timeout_s),
            auto_decompress=False,
            trust_env=False,
        )

    async def close(self) -> None:
        """Close all connections."""
        await self._session.close()
        await self._resolver.close()

    @asynccontextmanager
    async def ask(
        self, method: str, url: Url, headers: Mapping[str, str], body: bytes | None = None
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        """The answer, its body still unread; raises Refused, OSError or ValueError, while that is read too."""
        # From its parsed parts only: a second parser might see another host in the same text.
        target = yarl.URL.build(
            scheme=url.scheme, host=url.host, port=url.port, path=url.path, query_string=url.query, encoded=True
        )
        try:
            async with self._session.request(
                method, target, headers=headers, data=body, allow_redirects=False
            ) as response:
                yield response
        except aiohttp.ClientError as error:
            raise Refused(UNREACHABLE, reason=type(error).__name__) from None
