"""The operator's rules of hosts: which ones users' URLs may name, and which of them may have private addresses."""

from collections.abc import Iterable

from easel.intake.url import Url


class Hosts:
    """`allowed` are the only host names taken (empty: any). `trusted` (`host` or `host:port`) are taken in any case.

    These may have private addresses, and the named port.
    """

    def __init__(self, *, allowed: Iterable[str] = (), trusted: Iterable[str] = ()):
        self._allowed = frozenset(host.lower() for host in allowed)
        self.trusted = frozenset(host.lower() for host in trusted)

    def trusts(self, host: str, port: int) -> bool:
        """May this host have a private address?"""
        return host in self.trusted or f"{host}:{port}" in self.trusted

    def allows(self, url: Url) -> bool:
        """May a user's URL name this host?"""
        return not self._allowed or url.host in self._allowed or self.trusts(url.host, url.port)
