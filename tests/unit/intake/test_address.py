"""The address rule."""

from ipaddress import IPv6Network

import pytest

from easel.intake.address import is_public, nat64_prefix

GOOD = [
    "1.1.1.1", "8.8.8.8", "93.184.216.34", "100.63.255.255", "100.128.0.1", "172.15.255.255", "172.32.0.1",
    "192.0.1.1", "198.17.255.255", "198.20.0.1", "223.255.255.255",
    "2606:4700::6810:84e5", "2a00:1450:4001:81b::200e", "2400:cb00::1", "::ffff:8.8.8.8",
]  # fmt: skip


def test_no_bad_address_is_public(bad_addresses):
    """Not one of the special addresses passes."""
    assert [] == [address for address in bad_addresses if is_public(address)]
    assert len(bad_addresses) >= 36


@pytest.mark.parametrize("address", GOOD)
def test_public_addresses_pass(address):
    """Ordinary addresses, also those next to a special block, are not blocked."""
    assert is_public(address)


@pytest.mark.parametrize("text", ["", "localhost", "127.1", "2130706433", "0x7f.0.0.1", "1.1.1.1 ", "1.1.1.1/32"])
def test_what_is_no_address_is_not_public(text):
    """Only a plain IP address can pass."""
    assert not is_public(text)


def test_every_edge_of_the_special_v4_blocks():
    """The first and last address of each IPv4 block are refused."""
    blocks = ["0/8", "10/8", "127/8", "224/4", "240/4"]
    edges = [f"{block.split('/')[0]}.0.0.0" for block in blocks] + [
        "0.255.255.255",
        "10.255.255.255",
        "255.255.255.255",
    ]

    assert not any(is_public(address) for address in edges)


def test_a_sites_nat64_prefix_is_judged_by_the_address_inside():
    """A configured NAT64 prefix neither hides a private address nor blocks a public one."""
    nat64 = (nat64_prefix("64:ff9b::/96"), nat64_prefix("2a00:64::/96"))

    assert is_public("64:ff9b::808:808", nat64=nat64)
    assert not is_public("64:ff9b::a9fe:a9fe", nat64=nat64)
    assert is_public("2a00:64::808:808", nat64=nat64)
    assert not is_public("2a00:64::7f00:1", nat64=nat64)
    assert not is_public("64:ff9b::808:808")


def test_a_nat64_prefix_is_a_96():
    """Other lengths hold the address elsewhere and are refused."""
    assert IPv6Network("64:ff9b::/96") == nat64_prefix("64:ff9b::/96")
    with pytest.raises(ValueError, match="/96"):
        nat64_prefix("64:ff9b:1::/48")
