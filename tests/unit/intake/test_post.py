"""Posting to webhooks: where it may go, what is sent, and that nothing is followed."""

import asyncio

import pytest
from aiohttp import web

from easel.core.errors import InvalidField, UpstreamFailed
from easel.intake.post import Poster


@pytest.fixture
async def poster(site):
    """A poster that trusts the loopback server and nobody else."""
    opened = Poster(trusted_hosts=[f"127.0.0.1:{site.port}"])
    await opened.start()
    yield opened
    await opened.close()


async def test_post(poster, site):
    """The body arrives as JSON, with the headers and nothing of the server's own."""
    bodies = []

    async def page(request):
        bodies.append(await request.read())
        return web.Response(status=204)

    site.pages["/hook"] = page
    status = await poster.post(f"http://127.0.0.1:{site.port}/hook?a=b", b"{}", {"Easel-Task": "t"})
    request = site.requests[0]

    assert (204, [b"{}"]) == (status, bodies)
    assert ("application/json", "t", "a=b") == (
        request.headers["Content-Type"], request.headers["Easel-Task"], request.query_string,
    )  # fmt: skip
    assert not {"Authorization", "Cookie"} & set(request.headers)


async def test_redirects_are_not_followed(poster, site):
    """A redirect is an answer like any other."""
    site.redirect("/hook", f"http://127.0.0.1:{site.port}/elsewhere", status=307)

    assert 307 == await poster.post(f"http://127.0.0.1:{site.port}/hook", b"{}", {})
    assert 1 == len(site.requests)


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://10.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest", "http://localhost/"],
)
async def test_private_addresses(url, poster):
    """Nothing is sent to an address that is not public."""
    with pytest.raises(UpstreamFailed):
        await poster.post(url, b"{}", {})


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://10.0.0.1/", "http://[::1]/", "http://[fd00::1]/a"])
async def test_private_addresses_are_told_at_once(url, poster, site):
    """Where the URL holds an address, nobody waits for a post that will never be sent; the operator's own may stay."""
    with pytest.raises(InvalidField, match="webhook_url: the URL is not reachable or not allowed"):
        poster.check(url)
    poster.check(f"http://127.0.0.1:{site.port}/hook")
    poster.check("https://93.184.216.34/hook")


@pytest.mark.parametrize(
    "url", ["ftp://example.com/", "https://example.com:8443/", "https://u:p@example.com/", "x", ""]
)
def test_urls_that_can_be_told_by_their_text(url, poster):
    """What is plainly wrong is refused when the task is submitted."""
    with pytest.raises(InvalidField):
        poster.check(url)


async def test_rules_of_the_operator():
    """Webhooks keep to the hosts that the operator allows, and to none when URLs are not opened at all."""
    allowed, closed = Poster(allowed_hosts=["hooks.example"]), Poster(enabled=False)
    allowed.check("https://hooks.example/a")
    for poster, url in ((allowed, "https://other.example/"), (closed, "https://hooks.example/")):
        with pytest.raises(InvalidField):
            poster.check(url)


async def test_silent_receiver(site):
    """A receiver that does not answer in time has not answered."""

    async def page(_):
        await asyncio.sleep(5)

    site.pages["/hook"] = page
    poster = Poster(trusted_hosts=[f"127.0.0.1:{site.port}"], total_timeout_s=0.1)
    await poster.start()
    with pytest.raises(UpstreamFailed):
        await poster.post(f"http://127.0.0.1:{site.port}/hook", b"{}", {})
    await poster.close()
