"""Make the playground's pictures: those of its examples, and those of docs/playground.md.

Usage: python tools/playground.py [examples] [docs]; both by default. The latter needs Chromium and `easel[dev]`.
"""

import io
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image as Picture
from playwright.sync_api import Page, sync_playwright

from easel.core.image import Size
from easel.core.job import Job
from easel.engines.painter.painter import Painter
from easel.testing import find_chromium, live_server

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "src" / "easel" / "web" / "examples"
DOCS = ROOT / "docs" / "pictures"
#: Longest sides in pixels, and WebP qualities.
EXAMPLE_PX, EXAMPLE_QUALITY, PAGE_QUALITY = 320, 72, 80
SIZE = Size(1024, 1024)


def examples() -> None:
    """Paint each example as the default model would, small."""
    for example in json.loads((EXAMPLES / "list.json").read_text(encoding="utf-8")):
        job = Job(model="imagen-3", dialect="openai", prompt=example["prompt"], size=SIZE, seed=example["seed"])
        image = Painter().paint(job.with_seeds(), 0, lambda _: None).image
        picture = Picture.frombytes("RGB", (image.width, image.height), bytes(image.pixels))
        picture.thumbnail((EXAMPLE_PX, EXAMPLE_PX), Picture.Resampling.LANCZOS)
        picture.save(EXAMPLES / f"{example['id']}.webp", quality=EXAMPLE_QUALITY, method=6)


def docs() -> None:
    """Use the page as a stranger would, and take pictures of it."""
    with _page(width=1280, height=860, locale="en-US", color_scheme="light") as page:
        _paint(page, lambda: page.locator(".example").nth(3).click())
        page.locator("#gallery button", has_text="Edit this").click()
        page.locator("#prompt").fill("Make it night, with a full moon")
        _paint(page, lambda: page.locator("#paint").click(), pictures=2)
        _save(page, "playground.webp")
    with _page(width=400, height=860, locale="zh-CN", color_scheme="dark") as page:
        _paint(page, lambda: page.locator(".example").first.click())
        page.locator("#gallery .picture").click()
        page.locator("#viewer summary").click()
        _save(page, "playground-zh.webp")


@contextmanager
def _page(*, width: int, height: int, **look: str) -> Iterator[Page]:
    with tempfile.TemporaryDirectory() as folder, live_server(Path(folder)) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium())
        page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce", **look)
        page.goto(f"{server.url}/playground")
        page.locator("#key").fill(server.key)
        page.locator("#key").press("Enter")
        page.locator(".example").first.wait_for()
        yield page
        browser.close()


def _paint(page: Page, ask: Callable[[], None], *, pictures: int = 1) -> None:
    ask()
    page.locator("#gallery li:not(.waiting)").nth(pictures - 1).wait_for()
    page.locator("#cancel").wait_for(state="hidden")


def _save(page: Page, name: str) -> None:
    page.evaluate("scrollTo(0, 0)")
    page.mouse.move(0, 0)
    with Picture.open(io.BytesIO(page.screenshot())) as shot:
        shot.save(DOCS / name, quality=PAGE_QUALITY, method=6)


if __name__ == "__main__":
    wanted = sys.argv[1:] or ["examples", "docs"]
    for make in (examples, docs):
        if make.__name__ in wanted:
            make()
