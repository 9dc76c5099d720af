"""Fetching: what leaves the server, where it may go, and how much comes back."""

import asyncio
import gzip
import itertools
import resource
import socket
import ssl
import struct
import time
from pathlib import Path

import pytest
from aiohttp import web

from easel.intake.fetch import CHUNK_BYTES, MAX_REDIRECTS, Fetcher
from easel.intake.refusal import UNREACHABLE, Refused

PUBLIC = "93.184.216.34"
REDIRECT_CODES = (301, 302, 303, 307, 308)
MIB = 1 << 20
SENT_HEADERS = {"Host", "Accept", "Accept-Encoding", "User-Agent", "Connection"}


def bracketed(address: str) -> str:
    """The address as a URL's host."""
    return f"[{address}]" if ":" in address else address


def free(_: int) -> None:
    """Any number of bytes is welcome."""


async def refused(fetcher: Fetcher, url: str) -> None:
    """Assert that `url` is refused in the one text for all reasons."""
    with pytest.raises(Refused) as refusal:
        await fetcher.fetch(url, spend=free)
    assert UNREACHABLE == str(refusal.value)


async def test_a_public_image(fetcher, network, site, png):
    """An ordinary image is fetched from the address that was looked up."""
    site.serve("/a.png", png)

    assert png == await fetcher.fetch("http://img.example/a.png", spend=free)
    assert ["img.example"] == network.looked_up
    assert [PUBLIC] == network.opened


async def test_what_is_sent(fetcher, site, png):
    """The request carries the original Host and nothing of the server's."""
    site.serve("/a.png", png, Set_Cookie="tracker=1; Path=/")

    for _ in range(2):
        await fetcher.fetch("http://img.example/a.png?x=%2F&y=1", spend=free)

    request = site.requests[-1]
    assert SENT_HEADERS == set(request.headers)
    assert "img.example" == request.headers["Host"]
    assert "identity" == request.headers["Accept-Encoding"]
    assert "/a.png?x=%2F&y=1" == request.raw_path


async def test_tls_names_the_host(fetcher, network):
    """An https connection goes to the checked address and names the original host (SNI)."""
    hellos = []

    async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        hellos.append(await reader.read(4096))
        writer.close()

    server = await asyncio.start_server(greet, "127.0.0.1", 0)
    network.server_port = server.sockets[0].getsockname()[1]
    async with server:
        await refused(fetcher, "https://img.example/a.png")

    assert b"\x16" == hellos[0][:1]
    assert b"img.example" in hellos[0]
    assert [PUBLIC] == network.opened


async def test_a_certificate_is_checked(fetcher):
    """The client verifies certificates and host names."""
    ssl_setting = fetcher._opened()._session.connector._ssl

    assert ssl_setting is True
    assert ssl.create_default_context().check_hostname


async def test_proxies_and_netrc_are_not_used(fetcher, site, png, monkeypatch):
    """The environment's proxy is left alone."""
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    site.serve("/a.png", png)

    assert png == await fetcher.fetch("http://img.example/a.png", spend=free)


async def test_no_bad_address_is_opened(fetcher, network, bad_addresses):
    """Literal addresses and names that lead to them are refused without opening a socket."""
    for index, address in enumerate(bad_addresses):
        await refused(fetcher, f"http://{bracketed(address)}/a.png")
        network.answers[f"host{index}.example"] = iter([[address]])
        await refused(fetcher, f"http://host{index}.example/a.png")

    assert [] == network.opened


async def test_one_bad_answer_spoils_all(fetcher, network, bad_addresses):
    """A name with a public and a bad address is refused, in either order."""
    for index, address in enumerate(bad_addresses):
        network.answers[f"host{index}.example"] = iter([[PUBLIC, address], [address, PUBLIC]])
        await refused(fetcher, f"http://host{index}.example/a.png")
        await refused(fetcher, f"http://host{index}.example/a.png")

    assert [] == network.opened


async def test_a_name_without_addresses(fetcher, network):
    """A name that does not resolve reads like one that is blocked."""
    network.answers["none.example"] = iter([[]])

    await refused(fetcher, "http://none.example/a.png")


@pytest.mark.parametrize("code", REDIRECT_CODES)
async def test_redirects_to_bad_addresses(fetcher, network, site, bad_addresses, code):
    """A redirect leads to no bad address, literal or by name: only the first hop is ever connected to."""
    for index, address in enumerate(bad_addresses):
        network.answers[f"host{index}.example"] = iter([[address]])
        site.redirect("/literal", f"http://{bracketed(address)}/a.png", code)
        site.redirect("/name", f"http://host{index}.example/a.png", code)
        await refused(fetcher, "http://img.example/literal")
        await refused(fetcher, "http://img.example/name")

    assert {PUBLIC} == set(network.opened)
    assert 2 * len(bad_addresses) == len(network.opened) == len(site.requests)


@pytest.mark.parametrize("code", REDIRECT_CODES)
async def test_good_redirects(fetcher, network, site, png, code):
    """Relative and absolute redirects are followed by GET, with one look-up for each hop."""
    site.redirect("/1", "/2", code)
    site.redirect("/2", "http://cdn.example/3", code)
    site.redirect("/3", "//img.example/a.png", code)
    site.serve("/a.png", png)

    assert png == await fetcher.fetch("http://img.example/1", spend=free)
    assert ["img.example", "img.example", "cdn.example", "img.example"] == network.looked_up
    assert {"GET"} == {request.method for request in site.requests}


async def test_redirect_chains_and_loops_end(fetcher, site):
    """After three redirects it is over."""
    site.redirect("/loop", "/loop")

    await refused(fetcher, "http://img.example/loop")
    assert MAX_REDIRECTS + 1 == len(site.requests)


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "ftp://img.example/a", "gopher://img.example/", "http://img.example:22/", "\\\\127.0.0.1\\",
     "http://a:b@img.example/", "data:image/png;base64,AAAA", "http://127.1/", ""],
)  # fmt: skip
async def test_redirects_to_other_things(fetcher, network, site, location):
    """A redirect cannot change to what a first URL may not be."""
    site.redirect("/a", location)

    await refused(fetcher, "http://img.example/a")
    assert 1 == len(network.opened)


async def test_a_redirect_carries_nothing_on(fetcher, site, png):
    """The next host sees no cookie and no referrer."""

    async def page(_: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "http://cdn.example/a.png", "Set-Cookie": "a=1"})

    site.pages["/a"] = page
    site.serve("/a.png", png)
    await fetcher.fetch("http://img.example/a", spend=free)

    assert SENT_HEADERS == set(site.requests[-1].headers)


async def test_rebinding(fetcher, network, site, png):
    """A name that flips between public and private a thousand times never gets a private connection."""
    site.serve("/a.png", png)
    network.answers["flip.example"] = itertools.cycle([[PUBLIC], ["127.0.0.1"], ["10.0.0.1", PUBLIC]])
    fetched = 0
    for _ in range(1000):
        try:
            await fetcher.fetch("http://flip.example/a.png", spend=free)
            fetched += 1
        except Refused:
            pass

    assert 334 == fetched
    assert 1000 == len(network.looked_up)
    assert [PUBLIC] * 334 == network.opened


async def test_rebinding_in_a_redirect(fetcher, network, site):
    """A second hop to the same name is looked up, and judged, again."""
    network.answers["flip.example"] = iter([[PUBLIC], ["169.254.169.254"]])
    site.redirect("/a", "/b")

    await refused(fetcher, "http://flip.example/a")
    assert ["flip.example"] * 2 == network.looked_up
    assert [PUBLIC] == network.opened


@pytest.mark.parametrize("status", [201, 204, 206, 300, 304, 401, 404, 500])
async def test_other_answers(fetcher, site, status):
    """Anything but 200 is no image."""

    async def page(_: web.Request) -> web.Response:
        return web.Response(status=status)

    site.pages["/a.png"] = page
    await refused(fetcher, "http://img.example/a.png")


async def test_compressed_bodies_are_refused(fetcher, site):
    """A gzip bomb is not inflated, neither in the answer nor in a redirect."""
    bomb = gzip.compress(bytes(64 * MIB), 9)
    spent = []

    async def redirect(_: web.Request) -> web.Response:
        headers = {"Location": "/bomb", "Content-Encoding": "gzip"}
        return web.Response(status=302, body=bomb, headers=headers)

    site.serve("/bomb", bomb, Content_Encoding="gzip", Content_Type="image/png")
    site.pages["/redirect"] = redirect
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for path in ("bomb", "redirect"):
        with pytest.raises(Refused):
            await fetcher.fetch(f"http://img.example/{path}", spend=spent.append)

    assert [] == spent
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20 * 1024


async def test_an_endless_body_is_cut(fetcher, site):
    """A chunked body without end is dropped at the cap, at most 64 KiB late."""
    cap, spent, gone = MIB, 0, asyncio.Event()

    async def page(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        try:
            while True:
                await response.write(bytes(CHUNK_BYTES))
        finally:
            gone.set()

    def spend(count: int) -> None:
        nonlocal spent
        spent += count
        if spent > cap:
            raise Refused("too large")

    site.pages["/endless"] = page
    with pytest.raises(Refused, match="too large"):
        await fetcher.fetch("http://img.example/endless", spend=spend)

    assert cap < spent <= cap + 64 * 1024
    await asyncio.wait_for(gone.wait(), 5)


async def test_a_slow_drip_is_cut(network, site):
    """A body that keeps the connection open with a byte now and then is given up."""
    fetcher = Fetcher(resolver=network, socket_factory=network.open_socket, grace_s=0.2)
    await fetcher.start()

    async def page(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b"x")
            await asyncio.sleep(0.05)

    site.pages["/drip"] = page
    began = time.monotonic()
    await refused(fetcher, "http://img.example/drip")
    await fetcher.close()

    assert time.monotonic() - began < 2


@pytest.mark.parametrize(("connect_s", "total_s"), [(0.2, 5), (5, 0.2)])
async def test_silence_is_cut(network, connect_s, total_s):
    """A server that accepts and then says nothing is given up, by either timeout."""
    fetcher = Fetcher(
        resolver=network, socket_factory=network.open_socket, connect_timeout_s=connect_s, total_timeout_s=total_s
    )
    await fetcher.start()
    with socket.create_server(("127.0.0.1", 0)) as server:
        network.server_port = server.getsockname()[1]
        began = time.monotonic()
        await refused(fetcher, "http://img.example/a.png")
    await fetcher.close()

    assert time.monotonic() - began < 2


async def test_broken_servers(fetcher, network):
    """Garbage, a reset and a body that ends early are all just unreachable."""
    answers = [
        b"\x00\xff\xfe garbage\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", b"",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz",
        b"HTTP/1.1 302 Found\r\nLocation: http://[\r\n\r\n", b"HTTP/1.1 302 Found\r\nLocation: \xff\xfe\r\n\r\n",
    ]  # fmt: skip

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answers[0])
        reset = struct.pack("ii", 1, 0) if not answers[0] else struct.pack("ii", 0, 0)
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    network.server_port = server.sockets[0].getsockname()[1]
    async with server:
        while answers:
            await refused(fetcher, "http://img.example/a.png")
            answers.pop(0)


async def test_fetching_can_be_off(network):
    """An operator who turns fetching off sees no look-up."""
    fetcher = Fetcher(enabled=False, resolver=network, socket_factory=network.open_socket)
    await fetcher.start()

    await refused(fetcher, "http://img.example/a.png")
    await fetcher.close()

    assert [] == network.looked_up


async def test_the_allowlist(network, site, png):
    """With an allowlist, other hosts are not even looked up, also not in a redirect."""
    fetcher = Fetcher(allowed_hosts=["IMG.example"], resolver=network, socket_factory=network.open_socket)
    await fetcher.start()
    site.serve("/a.png", png)
    site.redirect("/b", "http://other.example/a.png")

    assert png == await fetcher.fetch("http://img.example/a.png", spend=free)
    await refused(fetcher, "http://other.example/a.png")
    await refused(fetcher, "http://img.example/b")
    await refused(fetcher, "http://img.example.evil.example/a.png")
    await fetcher.close()

    assert {"img.example"} == set(network.looked_up)


async def test_trusted_hosts(site, png):
    """A trusted `host:port` may be private, through the real resolver and socket; its neighbours may not."""
    site.serve("/a.png", png)
    site.redirect("/b", f"http://localhost:{site.port}/a.png")
    trusted = Fetcher(trusted_hosts=[f"127.0.0.1:{site.port}"])
    by_name = Fetcher(trusted_hosts=[f"LocalHost:{site.port}"])
    for fetcher in (trusted, by_name):
        await fetcher.start()

    assert png == await trusted.fetch(f"http://127.0.0.1:{site.port}/a.png", spend=free)
    assert png == await by_name.fetch(f"http://localhost:{site.port}/a.png", spend=free)
    await refused(trusted, f"http://127.0.0.1:{site.port}/b")
    await refused(trusted, f"http://127.0.0.2:{site.port}/a.png")
    await refused(trusted, "http://127.0.0.1/a.png")
    for fetcher in (trusted, by_name):
        await fetcher.close()


def test_this_is_the_only_way_out():
    """No other modules of the intake open connections: references are fetched, webhooks posted, all of them guarded.

    The results of upstream services are fetched by the same Fetcher; only the types of its hooks are named there.
    """
    folder = Path(__file__).parents[3] / "src" / "easel" / "intake"
    users = {path.name for path in folder.glob("*.py") if "aiohttp" in path.read_text()}

    assert {"fetch.py", "resolver.py", "results.py", "session.py"} == users
