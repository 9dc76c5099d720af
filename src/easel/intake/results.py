"""Fetches the pictures that upstream services leave behind URLs, under the rules of users' URLs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from easel.core.errors import UpstreamFailed
from easel.intake.fetch import Fetcher
from easel.intake.refusal import Refused, too_many_bytes

if TYPE_CHECKING:
    from aiohttp.abc import AbstractResolver

MAX_BYTES = 64 * 1024 * 1024
TIMEOUT_S = 60.0


class ResultFetcher:
    """Implements the port. `trusted_hosts` (`host:port`) are the operator's own services: they may be private."""

    def __init__(self, *, trusted_hosts: Sequence[str] = (), resolver: "AbstractResolver | None" = None):
        self._fetcher = Fetcher(trusted_hosts=trusted_hosts, total_timeout_s=TIMEOUT_S, resolver=resolver)

    async def start(self) -> None:
        """Open the client; call it inside the event loop."""
        await self._fetcher.start()

    async def close(self) -> None:
        """Close all connections."""
        await self._fetcher.close()

    async def fetch(self, url: str) -> bytes:
        """The file behind a URL; raises UpstreamFailed."""
        size = 0

        def spend(count: int) -> None:
            nonlocal size
            size += count
            if size > MAX_BYTES:
                raise too_many_bytes(MAX_BYTES)

        try:
            return await self._fetcher.fetch(url, spend=spend)
        except Refused:
            msg = "The upstream service's picture could not be fetched."
            raise UpstreamFailed(msg) from None
