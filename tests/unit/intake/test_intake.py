"""The intake: every kind of source, the budgets of a request, and errors that name the field."""

import asyncio
import base64
import re
from dataclasses import replace

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from easel.core.errors import InvalidField, UrlExpired
from easel.core.job import Job, Reference, Role
from easel.core.result import PaintedFile
from easel.intake.bounds import Bounds
from easel.intake.intake import Intake
from easel.intake.refusal import DAMAGED, NOT_A_SOURCE, NOT_AN_IMAGE, UNREACHABLE


def job(*sources: str | bytes, role: Role = Role.INPUT) -> Job:
    """A job with a reference for each source, in the fields `image[0]`, `image[1]` …"""
    references = tuple(Reference(role, source, f"image[{index}]") for index, source in enumerate(sources))
    return Job(model="m", dialect="d", prompt="p", references=references)


@pytest.fixture
def intake(fetcher, decoder):
    """An intake on the fake network."""
    return Intake(fetcher, decoder)


def limited(intake: Intake, **bounds: object) -> Intake:
    """The same intake with other bounds."""
    return Intake(intake._fetcher, intake._decoder, bounds=Bounds(**bounds))


async def test_a_job_without_references(intake):
    """Nothing to do gives the very same job."""
    plain = job()

    assert plain is await intake.resolve(plain)


async def test_every_kind_of_source(intake, site, files, png):
    """URL, data URL, base64 and bytes give the same picture, in order, and leave its file as their source."""
    site.serve("/a.png", png, Content_Type="text/plain")
    text = base64.b64encode(png).decode()
    sources = ("http://img.example/a.png", f"data:image/JPEG;base64,{text}", text, text.rstrip("="), png)
    asked = job(*sources)
    resolved = await intake.resolve(asked)

    assert [bytes(files.picture().tobytes())] * 5 == [bytes(image.pixels) for image in resolved.images(Role.INPUT)]
    assert [png] * 5 == [reference.source for reference in resolved.references]
    assert asked == replace(resolved, references=asked.references)


async def test_masks_have_one_channel(intake, files, png):
    """A mask is told apart by its role, and has to have the size of the image."""
    mask = Reference(Role.MASK, files.encode(files.picture().convert("L")), "mask")
    asked = job(png)
    resolved = await intake.resolve(replace(asked, references=(*asked.references, mask)))

    assert 1 == resolved.images(Role.MASK)[0].channels
    small = replace(mask, source=files.encode(files.picture(32, 32)))
    with pytest.raises(InvalidField, match=r"mask: must have the size of the image, 64x48"):
        await intake.resolve(replace(asked, references=(*asked.references, small)))


async def test_a_picture_that_comes_as_a_file(intake, files, png):
    """Its pixels, and all that was told of it."""
    told = {"seed": 7, "prompt": "a cat", "details": {"engine": "x"}, "ignored": ("steps",), "cost_micros": 5}
    painted = await intake.develop(PaintedFile(index=2, data=png, **told))

    assert bytes(files.picture().tobytes()) == bytes(painted.image.pixels)
    assert {"index": 2, **told} == {name: getattr(painted, name) for name in ("index", *told)}


@pytest.mark.parametrize(
    ("source", "text"),
    [("http://127.0.0.1/x", UNREACHABLE), ("http://10.0.0.1:6379/", UNREACHABLE), ("ftp://img.example/", UNREACHABLE),
     ("file:///etc/passwd", UNREACHABLE), ("//img.example/a.png", UNREACHABLE), ("C:\\a.png", UNREACHABLE),
     ("http://img.example/missing", UNREACHABLE), ("http://img.example/page", NOT_AN_IMAGE),
     ("/etc/passwd", NOT_AN_IMAGE), ("not base64!", NOT_A_SOURCE), ("", NOT_A_SOURCE), ("\ud800", NOT_A_SOURCE),
     ("data:text/html;base64,AAAA", NOT_AN_IMAGE), ("data:image/png,AAAA", NOT_A_SOURCE), (b"", NOT_AN_IMAGE),
     (b"GIF89a" + bytes(50), NOT_AN_IMAGE), (b"\x89PNG\r\n\x1a\n" + bytes(50), DAMAGED)],
)  # fmt: skip
async def test_errors_name_the_field(intake, site, png, source, text):
    """What is wrong with one reference is said of its field, in words without addresses, paths or Pillow's texts."""

    async def missing(_: web.Request) -> web.Response:
        return web.Response(status=404)

    site.pages["/missing"] = missing
    site.serve("/page", b"<html>", Content_Type="image/png")
    with pytest.raises(InvalidField) as error:
        await intake.resolve(job(png, source, png))

    assert "image[1]" == error.value.field
    assert text == error.value.problem
    assert not re.search(r"0x[0-9a-f]{6,}|Traceback|127\.0|PIL", error.value.message)


async def test_our_own_urls_are_read_directly(fetcher, decoder, network, png):
    """A signed URL of this server is not fetched; one that has expired reads like any other dead URL."""

    async def own(url: str) -> bytes | None:
        if "expired" in url:
            raise UrlExpired
        return png if url.startswith("http://127.0.0.1:8000/files/") else None

    intake = Intake(fetcher, decoder, own=own)
    resolved = await intake.resolve(job("http://127.0.0.1:8000/files/abc?sig=1"))

    assert 64 == resolved.images(Role.INPUT)[0].width
    with pytest.raises(InvalidField, match=UNREACHABLE):
        await intake.resolve(job("http://127.0.0.1:8000/files/expired?sig=1"))
    with pytest.raises(InvalidField, match=UNREACHABLE):
        await intake.resolve(job("http://127.0.0.1:8001/files/abc"))
    assert [] == network.opened


async def test_too_many_references(intake, network):
    """A request with a hundred URLs is refused before any is opened."""
    with pytest.raises(InvalidField, match="at most 32 images") as error:
        await intake.resolve(job(*["http://img.example/a.png"] * 100))

    assert "image[32]" == error.value.field
    assert [] == network.looked_up


async def test_bytes_of_one_image(intake, site, png):
    """Each source has the same cap, and a role may have a tighter one."""
    tight = limited(intake, max_bytes=len(png), role_max_bytes={Role.SUBJECT: len(png) - 1})
    site.serve("/a.png", png)
    text = base64.b64encode(png).decode()

    for source in ("http://img.example/a.png", text, f"data:;base64,{text}", png):
        assert (await tight.resolve(job(source))).images(Role.INPUT)
        with pytest.raises(InvalidField, match="the image file must be at most"):
            await tight.resolve(job(source, role=Role.SUBJECT))


async def test_bytes_of_a_request(intake, site, png):
    """The images of a request share a budget of bytes, wherever they come from."""
    site.serve("/a.png", png)
    tight = limited(intake, request_bytes=3 * len(png))

    await tight.resolve(job("http://img.example/a.png", png, png))
    with pytest.raises(InvalidField, match="MB together"):
        await tight.resolve(job("http://img.example/a.png", png, png, png))


async def test_pixels_of_a_request(intake, png):
    """The images of a request share a budget of pixels."""
    tight = limited(intake, request_pixels=2 * 64 * 48)

    await tight.resolve(job(png, png))
    with pytest.raises(InvalidField, match="megapixels together"):
        await tight.resolve(job(png, png, png))


async def test_an_endless_body_stops_at_the_cap(intake, site):
    """Of a body without end no more than the cap and one chunk is read."""
    gone = asyncio.Event()

    async def page(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        try:
            while True:
                await response.write(bytes(65536))
        finally:
            gone.set()

    site.pages["/endless"] = page
    with pytest.raises(InvalidField, match="at most 1 MB"):
        await limited(intake, max_bytes=1_000_000).resolve(job("http://img.example/endless"))

    await asyncio.wait_for(gone.wait(), 5)


async def test_urls_are_fetched_side_by_side(intake, site, png):
    """Four URLs of a request are fetched at once, and no more than four."""
    running, most, four = 0, 0, asyncio.Event()

    async def page(_: web.Request) -> web.Response:
        nonlocal running, most
        running += 1
        most = max(most, running)
        if running == 4:
            four.set()
        await four.wait()
        await asyncio.sleep(0.01)
        running -= 1
        return web.Response(body=png)

    site.pages["/a.png"] = page
    resolved = await asyncio.wait_for(intake.resolve(job(*["http://img.example/a.png"] * 8)), 5)

    assert 8 == len(resolved.images(Role.INPUT))
    assert 4 == most


async def test_a_failure_ends_the_other_fetches(intake, site):
    """The first bad reference answers at once; the rest is dropped."""

    async def page(_: web.Request) -> web.Response:
        await asyncio.sleep(60)
        return web.Response()

    site.pages["/slow"] = page
    with pytest.raises(InvalidField) as error:
        await asyncio.wait_for(intake.resolve(job("http://img.example/slow", b"no image")), 5)

    assert "image[1]" == error.value.field


async def test_a_closed_request_ends_its_fetches(intake, site):
    """A cancelled request stops fetching."""
    began, gone = asyncio.Event(), asyncio.Event()

    async def page(request: web.Request) -> web.StreamResponse:
        began.set()
        response = web.StreamResponse()
        await response.prepare(request)
        try:
            await asyncio.sleep(60)
        finally:
            gone.set()
        return response

    site.pages["/slow"] = page
    work = asyncio.create_task(intake.resolve(job("http://img.example/slow")))
    await began.wait()
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work

    await asyncio.wait_for(gone.wait(), 5)


@pytest.mark.parametrize(
    ("url", "reason"),
    [("http://127.0.0.1/a.png", "EASEL_FETCH_TRUSTED_HOSTS"), ("http://img.example:81/a.png", "port"),
     ("http://img.example/none.png", "HTTP 404")],
)  # fmt: skip
async def test_the_operator_reads_why(url, reason, intake, site):
    """The caller reads the same words for each URL; the log tells what it was, without the address."""

    async def nothing(_):
        return web.Response(status=404)

    site.pages["/none.png"] = nothing
    with capture_logs() as logs, pytest.raises(InvalidField, match=UNREACHABLE):
        await intake.resolve(job(url))
    (line,) = [line for line in logs if line["event"] == "image refused"]

    assert ("image[0]", True) == (line["field"], reason in line["reason"])
    assert "example" not in str(line)
