"""Submit, ask, fetch: a task is sent once, and asked for until it has ended."""

import pytest

from easel.core.errors import PicturesBlocked, PromptBlocked, TimedOut, UpstreamFailed
from easel.core.image import Size
from easel.engines.vendors.bfl import BflEngine
from easel.engines.vendors.client import VendorClient
from unit.engines.vendors.scripted import KEY, PICTURES, Reply, files, job, reference

MODEL = "flux-kontext-pro"


def task(url: str = "") -> dict:
    """The answer to a submission."""
    return {"id": "abc/1", "polling_url": f"{url}/v1/get_result?id=abc%2F1", "cost": 4.0}


def status(name: str, sample: str | None = None) -> dict:
    """The answer to a question."""
    return {"id": "abc/1", "status": name, "result": {"sample": sample} if sample else None, "progress": 0.5}


READY = status("Ready", "https://files.example/0")


async def test_a_task(engine_of, vendor):
    """Submitted once, asked for until it is ready, fetched without the key."""
    vendor.answers(task(vendor.url), status("Pending"), status("Pending"), READY)
    made = await files(await engine_of("bfl"), job(references=(reference(), reference()), asked=("seed",)), MODEL)

    assert [PICTURES[0]] == [file.data for file in made]
    assert ["POST /v1/flux-kontext-pro", *["GET /v1/get_result?id=abc%2F1"] * 3] == [
        f"{asked.method} {asked.path}" for asked in vendor.asked
    ]
    assert {KEY} == {asked.headers["x-key"] for asked in vendor.asked}
    expected = {"prompt", "seed", "prompt_upsampling", "output_format", "input_image", "input_image_2"}
    assert expected == set(vendor.asked[0].json)


async def test_trouble_on_the_way_to_a_task(engine_of, vendor):
    """Errors, nonsense and cut connections while asking: the task is neither given up nor sent again."""
    troubles = [
        Reply({}, status=500),
        Reply({}, status=429),
        Reply(b"<html>"),
        Reply(b"{}", cut=1),
        Reply({}, status=404),
    ]
    vendor.answers(task(vendor.url), *troubles, READY)

    assert 1 == len(await files(await engine_of("bfl"), job(), MODEL))
    assert 1 == sum(asked.method == "POST" for asked in vendor.asked)


@pytest.mark.parametrize(
    ("outcome", "error"),
    [("Request Moderated", PromptBlocked), ("Content Moderated", PicturesBlocked), ("Error", UpstreamFailed),
     ("Task not found", UpstreamFailed)],
)  # fmt: skip
async def test_tasks_that_fail(outcome, error, engine_of, vendor):
    """Each end of a task has its meaning."""
    vendor.answers(task(vendor.url), status(outcome))
    with pytest.raises(error):
        await files(await engine_of("bfl"), job(), MODEL)


async def test_a_task_that_never_ends(engine_of, vendor):
    """It is given up in the end; nobody else is asked, because the vendor may still make it."""
    vendor.answers(task(vendor.url), status("Pending"))
    with pytest.raises(TimedOut):
        await files(await engine_of("bfl", timeout_s=0.2), job(), MODEL)

    assert 1 == sum(asked.method == "POST" for asked in vendor.asked)


@pytest.mark.parametrize("url", ["http://127.0.0.1:1", "https://evil.example", "//evil.example", ""])
async def test_the_key_goes_to_the_vendor_only(url, engine_of, vendor):
    """A polling address on another host is not asked: the vendor's own is, by the task's id."""
    vendor.answers(task(url), READY)

    assert 1 == len(await files(await engine_of("bfl"), job(), MODEL))
    assert "/v1/get_result?id=abc%2F1" == vendor.asked[1].path


async def test_a_task_in_a_region(engine_of, vendor, monkeypatch):
    """A task is asked for in the region that made it, with the key; the region's client is started and closed."""
    origins = []
    engine = await engine_of("bfl")

    def at(client, origin):
        origins.append(origin)
        region = VendorClient(vendor.url, {"x-key": KEY}, fetcher=client._fetcher, timeout_s=5)
        monkeypatch.setattr(region, "owns", lambda url: True)
        return region

    monkeypatch.setattr(VendorClient, "at", at)
    monkeypatch.setattr(engine._client, "base_url", "https://api.bfl.ai")
    vendor.answers(task("https://api.us1.bfl.ai"), status("Pending"), READY, task("https://api.us1.bfl.ai"), READY)
    for _ in range(2):
        assert 1 == len(await files(engine, job(), MODEL))

    assert ["https://api.us1.bfl.ai"] == origins
    assert {KEY} == {asked.headers["x-key"] for asked in vendor.asked}


@pytest.mark.parametrize(
    ("base_url", "polling_url", "allowed"),
    [
        ("https://api.bfl.ai", "https://api.eu4.bfl.ai/v1/get_result?id=1", True),
        ("https://api.eu.bfl.ai", "https://api.us1.bfl.ai/v1/get_result?id=1", True),
        ("https://api.bfl.ai", "http://api.eu4.bfl.ai/v1/get_result?id=1", False),
        ("https://api.bfl.ai", "https://api.bfl.ai.evil.example/v1", False),
        ("https://api.bfl.ai", "https://evil.example/.bfl.ai/v1", False),
        ("https://api.bfl.ai", "https://evil.example#.bfl.ai/v1", False),
        ("https://api.bfl.ai", "https://user@api.us1.bfl.ai/v1", False),
        ("https://api.bfl.ai", "https://api.us1.bfl.ai:8443/v1", False),
        ("https://gateway.example", "https://api.us1.bfl.ai/v1", False),
        ("https://gateway.example/.bfl.ai", "https://api.us1.bfl.ai/v1", False),
    ],
)
async def test_regions(base_url, polling_url, allowed):
    """The key goes to hosts under bfl.ai by TLS, from there only, and nowhere else."""
    engine = BflEngine(VendorClient(base_url, {"x-key": KEY}, fetcher=None, timeout_s=1), timeout_s=1)
    client = await engine._asked_at(polling_url)
    await engine.close()

    assert allowed == (client is not None)


@pytest.mark.parametrize(
    ("model", "size", "shape"),
    [
        (MODEL, Size(1300, 700), {"aspect_ratio": "16:9"}),
        ("flux-pro-1.1", Size(1300, 700), {"width": 1296, "height": 688}),
    ],
)
async def test_shapes(model, size, shape, engine_of, vendor):
    """Kontext takes a ratio, the others sides that are multiples of 16."""
    vendor.answers(task(vendor.url), READY)
    await files(await engine_of("bfl"), job(size=Size(1300, 700)), model)

    assert shape == {
        name: value for name, value in vendor.asked[0].json.items() if name in ("aspect_ratio", "width", "height")
    }
