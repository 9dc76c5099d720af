"""The one parser of users' URLs. What it does not plainly understand, it refuses.

The client is given the parts parsed here and never the text, so no second parser can read it differently.
"""

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import quote, urljoin

import idna

from easel.intake.refusal import UNREACHABLE, Refused

URL_MAX_CHARS = 8192
#: RFC 1035: 253 visible characters.
HOST_MAX_CHARS = 253
DEFAULT_PORTS = {"http": 80, "https": 443}
ALLOWED_PORTS = frozenset(DEFAULT_PORTS.values())
#: What RFC 3986 allows in a path or query, and `%` of what is already encoded.
URL_CHARACTERS = "/?:@!$&'()*+,;=%-._~[]"

_URL = re.compile(
    r"(?P<scheme>https?)://"
    r"(?:\[(?P<v6>[0-9a-f:.]+)\]|(?P<host>[^/?#@:\[\]%]+))"
    r"(?::(?P<port>[1-9][0-9]{0,4}))?"
    # A fragment straight after the authority is refused: parsers disagree about where the host ends there.
    r"(?:(?=[/?])(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#.*)?)?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
#: The label that makes browsers and libc read a host as an IPv4 address: decimal, octal or hexadecimal.
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


@dataclass(frozen=True, slots=True)
class Url:
    """A parsed http(s) URL: `host` is an ASCII name or a canonical IP address without brackets."""

    scheme: str
    host: str
    port: int
    path: str
    query: str

    @property
    def endpoint(self) -> str:
        """`host:port`, as the operator's lists of hosts spell it."""
        return f"{self.host}:{self.port}"

    def join(self, location: str, *, trusted: Container[str] = ()) -> "Url":
        """Parse a redirect's Location, which may be relative to this URL; raises Refused."""
        _check_characters(location)
        host = f"[{self.host}]" if ":" in self.host else self.host
        return parse_url(
            urljoin(f"{self.scheme}://{host}:{self.port}{self.path}?{self.query}", location), trusted=trusted
        )


def parse_url(text: str, *, trusted: Container[str] = ()) -> Url:
    """Parse an absolute http(s) URL; raises Refused.

    Only ports 80 and 443 pass, and the other ports of those `host:port` that the operator trusts.
    """
    _check_characters(text)
    match = _URL.fullmatch(text)
    if match is None:
        raise Refused(UNREACHABLE)
    scheme = match["scheme"].lower()
    url = Url(
        scheme,
        _v6(match["v6"]) if match["v6"] else _host(match["host"]),
        int(match["port"] or DEFAULT_PORTS[scheme]),
        quote(match["path"] or "/", safe=URL_CHARACTERS),
        quote(match["query"] or "", safe=URL_CHARACTERS),
    )
    if url.port not in ALLOWED_PORTS and url.endpoint not in trusted:
        raise Refused(UNREACHABLE, reason="port not allowed; EASEL_FETCH_TRUSTED_HOSTS names the host:port that may")
    return url


def _check_characters(text: str) -> None:
    odd = any(char == "\\" or unicodedata.category(char)[0] in "CZ" for char in text)
    if odd or len(text) > URL_MAX_CHARS:
        raise Refused(UNREACHABLE)


def _v6(text: str) -> str:
    try:
        return str(IPv6Address(text))
    except ValueError:
        raise Refused(UNREACHABLE) from None


def _host(text: str) -> str:
    """The ASCII form of a name, or a dotted quad exactly as it was written."""
    try:
        host = text.lower() if text.isascii() else idna.encode(text, uts46=True).decode()
    except UnicodeError:
        raise Refused(UNREACHABLE) from None
    labels = host.split(".")
    if len(host) > HOST_MAX_CHARS or not all(_LABEL.fullmatch(label) for label in labels):
        raise Refused(UNREACHABLE)
    if _NUMBER.fullmatch(labels[-1]) and not _is_dotted_quad(text):
        raise Refused(UNREACHABLE)
    return host


def _is_dotted_quad(text: str) -> bool:
    try:
        return str(IPv4Address(text)) == text
    except ValueError:
        return False
