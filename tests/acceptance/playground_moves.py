"""What a visitor of the playground does: moves on its page, in a real browser."""

from playwright.sync_api import Page

#: Width and height in pixels of pictures that are painted in no time.
SIZE = (576, 512)
#: The finished pictures on the wall.
MADE = "#gallery li:not(.waiting)"


def foreign(url: str, base: str) -> bool:
    """Does an address lead away from the page's own server?"""
    return not url.startswith((f"{base}/", "blob:", "data:"))


def small(page: Page) -> None:
    """Ask for pictures that are painted in no time."""
    if page.locator("#resolution").count():
        page.locator("#resolution").select_option("512")
        return
    page.locator("#ratio").select_option("custom")
    page.locator("#width").fill(str(SIZE[0]))
    page.locator("#height").fill(str(SIZE[1]))


def paint(page: Page, *, pictures: int) -> None:
    """Press the button and wait until the wall has so many pictures."""
    page.locator("#paint").click()
    hung(page, pictures=pictures)


def hung(page: Page, *, pictures: int) -> None:
    """Wait until nothing is being painted: without a fault, and with so many pictures on the wall."""
    page.locator("#cancel").wait_for(state="hidden")
    assert [] == page.locator("#fault:visible").all_inner_texts()
    assert pictures == page.locator(MADE).count()


def code(page: Page, way: str) -> str:
    """The form's request as code."""
    if not page.locator("#code").get_attribute("open"):
        page.evaluate("document.getElementById('code').open = true")
    page.locator("#code-view .tab", has_text=way).click()
    return page.locator("#code-view code").inner_text()
