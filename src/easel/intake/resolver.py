"""The way to a user's host: names are looked up once for each connection, and no bad address is connected to."""

import asyncio
import socket
from collections.abc import Sequence
from ipaddress import IPv6Network
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.tracing import Trace

from easel.core.threads import pool
from easel.intake.address import is_public
from easel.intake.hosts import Hosts
from easel.intake.refusal import UNREACHABLE, Refused

RESOLVER_THREADS = 8


class SystemResolver(AbstractResolver):
    """The system's resolver on threads of its own, so that slow name servers keep nobody else waiting."""

    def __init__(self) -> None:
        self._threads = pool(RESOLVER_THREADS, "resolve")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """All addresses of `host`, A and AAAA; raises OSError."""

        def look_up() -> list[tuple[Any, ...]]:
            return socket.getaddrinfo(host, port, family, socket.SOCK_STREAM)

        infos = await asyncio.get_running_loop().run_in_executor(self._threads, look_up)
        return [
            ResolveResult(
                hostname=host, host=address[0], port=port, family=kind, proto=protocol,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for kind, _, protocol, _, address in infos
        ]  # fmt: skip

    async def close(self) -> None:
        """Let the threads go; look-ups under way end by themselves."""
        self._threads.shutdown(wait=False, cancel_futures=True)


class GuardedConnector(aiohttp.TCPConnector):
    """Connects to public addresses only, and to any address of the hosts the operator trusts.

    The check is on the very addresses that are then connected to, so a name that changes its mind gains nothing.
    Connections and look-ups are never reused. `_resolve_host` is aiohttp's hook for this (its cookbook's
    `SSRFConnector`), called for IP literals as well; it is private, which is why aiohttp's version is pinned.
    """

    def __init__(self, *, hosts: Hosts, nat64: Sequence[IPv6Network], **kwargs: Any):
        super().__init__(use_dns_cache=False, force_close=True, **kwargs)
        self._hosts = hosts
        self._nat64 = nat64

    async def _resolve_host(self, host: str, port: int, traces: Sequence[Trace] | None = None) -> list[ResolveResult]:
        answers = await super()._resolve_host(host, port, traces)
        if self._hosts.trusts(host, port):
            return answers
        if not answers or not all(is_public(answer["host"], nat64=self._nat64) for answer in answers):
            raise Refused(UNREACHABLE, reason="private address; EASEL_FETCH_TRUSTED_HOSTS names the hosts that may")
        return answers
