"""The address rule: which IP addresses a user's URL may lead to.

Written out from the IANA special-purpose registries instead of `ipaddress.is_global`, which lets multicast, NAT64,
6to4 and other ways into private networks pass on several Python versions (CVE-2024-4032 is one case of it).
"""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

#: The whole of the IPv6 space that is given out as global unicast.
V6_GLOBAL = IPv6Network("2000::/3")
#: Inside it: protocol assignments (Teredo, ORCHID), documentation, 6to4, documentation again.
V6_SPECIAL = tuple(IPv6Network(block) for block in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))
V4_SPECIAL = tuple(
    IPv4Network(block)
    for block in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
        "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    )
)  # fmt: skip
NAT64_PREFIX_LENGTH = 96


def nat64_prefix(text: str) -> IPv6Network:
    """Read a NAT64 prefix such as `64:ff9b::/96`; raises ValueError unless it is a /96: those end in the v4 address."""
    network = IPv6Network(text)
    if network.prefixlen != NAT64_PREFIX_LENGTH:
        msg = f"a NAT64 prefix must be a /{NAT64_PREFIX_LENGTH}, got {text}"
        raise ValueError(msg)
    return network


def is_public(address: str, *, nat64: Iterable[IPv6Network] = ()) -> bool:
    """May a user's URL lead to this address? Anything that is no plain IP address is not public.

    IPv4-mapped addresses, and those inside this site's own NAT64 prefixes, are judged by the IPv4 address in them.
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv6Address):
        inner = _embedded(parsed, nat64)
        if inner is None:
            return _is_public_v6(parsed)
        parsed = inner
    return not any(parsed in block for block in V4_SPECIAL)


def is_private(host: str) -> bool:
    """Is the host of a URL an IP address that a user's URL may not lead to? Of a name nobody knows before a look-up."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return not is_public(host)


def _embedded(address: IPv6Address, nat64: Iterable[IPv6Network]) -> IPv4Address | None:
    if address.scope_id is None and any(address in prefix for prefix in nat64):
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped


def _is_public_v6(address: IPv6Address) -> bool:
    if address.scope_id is not None or address not in V6_GLOBAL:
        return False
    return not any(address in block for block in V6_SPECIAL)
