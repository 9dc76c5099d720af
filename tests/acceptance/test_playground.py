"""The playground in a real browser, against the real server and painter."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from easel.testing import find_chromium

PROMPTS = {"en-US": "a red fox in a snowy forest", "zh-CN": "一只橙色小猫坐在草地上"}
EDITS = {"en-US": "make it night", "zh-CN": "改成夜晚"}
SEEN = {
    "en-US": {
        "paint": "Paint",
        "edit": "Edit this",
        "more": "More settings",
        "fault": "How many (n): must be in [1, 10]",
    },
    "zh-CN": {"paint": "开始画", "edit": "修改这张", "more": "更多设置", "fault": "张数（n）：must be in [1, 10]"},
}
MADE = "#gallery li:not(.waiting)"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium without a window; skipped where there is none. Closed with the module: its event loop is not ours."""
    chromium = find_chromium()
    if chromium is None:
        pytest.skip("Chromium is missing: install it (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium)
        yield opened
        opened.close()


@pytest.fixture
def visit(browser, server) -> Iterator[Callable[..., Page]]:
    """Open the page in a language; whatever it asks for has to come from its own server, and without an error."""
    wrong: list[str] = []
    contexts = []

    def open_page(locale: str = "en-US", *, key: bool = True, width: int = 1200, **look: object) -> Page:
        contexts.append(browser.new_context(locale=locale, viewport={"width": width, "height": 900}, **look))
        page = contexts[-1].new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)
        page.on("request", lambda asked: wrong.append(asked.url) if foreign(asked.url, server.url) else None)
        page.goto(f"{server.url}/playground")
        page.locator(".example").first.wait_for()
        if key:
            page.locator("#key").fill(server.key)
            page.locator("#key").press("Enter")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [] == wrong


def foreign(url: str, base: str) -> bool:
    """Does an address lead away from the page's own server?"""
    return not url.startswith((f"{base}/", "blob:", "data:"))


def small(page: Page) -> None:
    """Ask for pictures that are painted in no time."""
    page.locator("#ratio").select_option("custom")
    page.locator("#width").fill("320")
    page.locator("#height").fill("256")


def paint(page: Page, *, pictures: int) -> None:
    """Press the button and wait until the wall has so many pictures."""
    page.locator("#paint").click()
    page.wait_for_function(f"n => document.querySelectorAll('{MADE}').length === n", arg=pictures)
    page.locator("#cancel").wait_for(state="hidden")


def code(page: Page, way: str) -> str:
    """The form's request as code."""
    if not page.locator("#code").get_attribute("open"):
        page.evaluate("document.getElementById('code').open = true")
    page.locator("#code-view .tab", has_text=way).click()
    return page.locator("#code-view code").inner_text()


@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
def test_paint_edit_and_a_fault(locale, visit):
    """In the reader's language: a picture from words, the same picture edited, and an error that names its field."""
    page, seen = visit(locale), SEEN[locale]
    small(page)
    page.locator("#prompt").fill(PROMPTS[locale])
    paint(page, pictures=1)
    size = page.locator(f"{MADE} img").first.evaluate(
        "image => image.decode().then(() => [image.naturalWidth, image.naturalHeight])"
    )
    page.locator(MADE).get_by_text(seen["edit"]).click()
    page.locator("#prompt").fill(EDITS[locale])
    paint(page, pictures=2)
    page.get_by_text(seen["more"]).click()
    page.locator("#n").fill("11")
    page.locator("#paint").click()
    page.locator("#fault").wait_for()

    assert [320, 256] == size
    assert (seen["paint"], seen["fault"]) == (page.locator("#paint").inner_text(), page.locator("#fault").inner_text())
    assert "n" == page.evaluate("document.activeElement.id")
    assert (EDITS[locale], "11") == (page.locator("#prompt").input_value(), page.locator("#n").input_value())
