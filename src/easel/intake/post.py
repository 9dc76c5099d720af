"""Posts to users' webhooks, under the same rules as the URLs of reference images.

No redirects are followed, nothing of the answer is read but its status, and no cookies, credentials or proxy settings
go out.
"""

import asyncio
from collections.abc import Sequence

import aiohttp

from easel.core.errors import InvalidField, UpstreamFailed
from easel.intake.fetch import CONNECT_TIMEOUT_S, TOTAL_TIMEOUT_S, for_client
from easel.intake.refusal import Refused
from easel.intake.resolver import GuardedConnector, SystemResolver
from easel.intake.url import Url, parse_url

FIELD = "webhook_url"
NOT_ALLOWED = "the URL is not reachable or not allowed"
MAX_CONNECTIONS = 16


class Poster:
    """Implements the port Courier.

    `allowed_hosts` are the only host names taken (empty: any); `trusted_hosts` (`host` or `host:port`) may have
    private addresses, and the named port.
    """

    def __init__(
        self, *, enabled: bool = True, allowed_hosts: Sequence[str] = (), trusted_hosts: Sequence[str] = (),
        total_timeout_s: float = TOTAL_TIMEOUT_S,
    ):  # fmt: skip
        self._enabled = enabled
        self._allowed = frozenset(host.lower() for host in allowed_hosts)
        self._trusted = frozenset(host.lower() for host in trusted_hosts)
        self._total_timeout_s = total_timeout_s
        self._session: aiohttp.ClientSession | None = None
        self._resolver: SystemResolver | None = None

    async def start(self) -> None:
        """Open the client; call it inside the event loop."""
        self._resolver = SystemResolver()
        connector = GuardedConnector(trusted=self._trusted, nat64=(), resolver=self._resolver, limit=MAX_CONNECTIONS)
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(sock_connect=CONNECT_TIMEOUT_S),
            trust_env=False,
        )

    async def close(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()
            await self._resolver.close()

    def check(self, url: str) -> None:
        """Raise InvalidField unless the URL may be posted to, as far as its text tells: its name is not looked up."""
        try:
            self._parse(url)
        except Refused:
            raise InvalidField(FIELD, NOT_ALLOWED) from None

    async def post(self, url: str, body: bytes, headers: dict[str, str]) -> int:
        """Post JSON and return the HTTP status; raises UpstreamFailed when there is none."""
        headers = {"Content-Type": "application/json", "User-Agent": "Easel", **headers}
        try:
            async with asyncio.timeout(self._total_timeout_s):
                target = for_client(self._parse(url))
                async with self._session.post(target, data=body, headers=headers, allow_redirects=False) as response:
                    return response.status
        except (Refused, aiohttp.ClientError, OSError, ValueError):
            raise UpstreamFailed(NOT_ALLOWED) from None

    def _parse(self, text: str) -> Url:
        url = parse_url(text, trusted=self._trusted)
        trusted = url.host in self._trusted or url.endpoint in self._trusted
        if not self._enabled or (self._allowed and not trusted and url.host not in self._allowed):
            raise Refused(NOT_ALLOWED)
        return url
