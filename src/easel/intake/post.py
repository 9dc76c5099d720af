"""Posts to users' webhooks, under the same rules as the URLs of reference images.

No redirects are followed, nothing of the answer is read but its status, and no cookies, credentials or proxy settings
go out.
"""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from easel.core.errors import InvalidField, UpstreamFailed
from easel.intake.address import is_private
from easel.intake.fetch import CONNECT_TIMEOUT_S, TOTAL_TIMEOUT_S
from easel.intake.hosts import Hosts
from easel.intake.refusal import Refused
from easel.intake.url import Url, parse_url

if TYPE_CHECKING:
    from easel.intake.session import GuardedSession

FIELD = "webhook_url"
NOT_ALLOWED = "the URL is not reachable or not allowed"
MAX_CONNECTIONS = 16


class Poster:
    """Implements the port Courier. `allowed_hosts` and `trusted_hosts` are those of `Hosts`."""

    def __init__(
        self, *, enabled: bool = True, allowed_hosts: Sequence[str] = (), trusted_hosts: Sequence[str] = (),
        total_timeout_s: float = TOTAL_TIMEOUT_S,
    ):  # fmt: skip
        self._enabled = enabled
        self._hosts = Hosts(allowed=allowed_hosts, trusted=trusted_hosts)
        self._total_timeout_s = total_timeout_s
        self._session: GuardedSession | None = None

    async def start(self) -> None:
        """Nothing to start: the client is opened when there is something to post."""

    async def close(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()

    def check(self, url: str) -> None:
        """Raise InvalidField unless the URL may be posted to, as far as its text tells: its name is not looked up."""
        try:
            parsed = self._parse(url)
            if is_private(parsed.host) and not self._hosts.trusts(parsed.host, parsed.port):
                raise Refused(NOT_ALLOWED)
        except Refused:
            raise InvalidField(FIELD, NOT_ALLOWED) from None

    async def post(self, url: str, body: bytes, headers: dict[str, str]) -> int:
        """Post JSON and return the HTTP status; raises UpstreamFailed when there is none."""
        headers = {"Content-Type": "application/json", "User-Agent": "Easel", **headers}
        try:
            async with asyncio.timeout(self._total_timeout_s):
                async with self._opened().ask("POST", self._parse(url), headers, body) as response:
                    return response.status
        except (Refused, OSError, ValueError):
            raise UpstreamFailed(NOT_ALLOWED) from None

    def _opened(self) -> "GuardedSession":
        if self._session is None:
            # Imported here, as in fetch.py.
            from easel.intake.session import GuardedSession

            self._session = GuardedSession(
                hosts=self._hosts, limit=MAX_CONNECTIONS, connect_timeout_s=CONNECT_TIMEOUT_S
            )
        return self._session

    def _parse(self, text: str) -> Url:
        url = parse_url(text, trusted=self._hosts.trusted)
        if not (self._enabled and self._hosts.allows(url)):
            raise Refused(NOT_ALLOWED)
        return url
