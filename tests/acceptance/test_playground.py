"""The playground in a real browser, against the real server and painter."""

import io
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import playwright
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from acceptance.playground_moves import MADE, SIZE, code, foreign, hung, paint, small
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
    "zh-CN": {"paint": "开始画", "edit": "修改这张", "more": "更多设置", "fault": "张数（n）：须在 [1, 10] 之内"},
}
#: Playwright brings Node.js, in which it runs itself.
NODE = Path(playwright.__file__).parent / "driver" / "node"
RUN = {"curl": ["bash"], "Python": [sys.executable], "JavaScript": [str(NODE)]}
FILES = {"curl": "code.sh", "Python": "code.py", "JavaScript": "code.mjs"}
EVERY_WAY = {way: ("", True) for way in RUN}
#: Each dialect of the page with a model to ask in it.
DIALECTS = {
    "openai": "imagen-3",
    "modelverse": "black-forest-labs/flux.1-dev",
    "minimax": "image-01",
    "gemini_native": "gemini-3.1-flash-image-preview",
    "gemini_chat": "gemini-3.1-flash-image-preview",
}
#: The bytes of the pictures, added up.
BYTES = """images => Promise.all(images.map(async image =>
    new Uint8Array(await (await fetch(image.src)).arrayBuffer()).reduce((sum, byte) => (sum * 31 + byte) % 1e9, 0)))"""
#: Somebody drops or pastes a file.
COMES_IN = """({way, name, type}) => {
    const held = new DataTransfer();
    held.items.add(new File([new Uint8Array(8)], name, {type}));
    const kind = way === "drop" ? DragEvent : ClipboardEvent;
    const where = way === "drop" ? "dataTransfer" : "clipboardData";
    document.body.dispatchEvent(new kind(way, {bubbles: true, cancelable: true, [where]: held}));
}"""
#: All that the page has stored in the browser but the key of its tab.
STORED = """async () => {
    const asked = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const stored = [JSON.stringify(localStorage)];
    for (const { name } of await indexedDB.databases()) {
        const database = await asked(indexedDB.open(name));
        for (const table of database.objectStoreNames)
            stored.push(JSON.stringify(await asked(database.transaction(table).objectStore(table).getAll())));
    }
    return stored.join();
}"""
#: Keep the only picture that is there many times more, numbered: how many are kept then, and which is the last?
MANY_MADE = """async (count) => {
    const { keep, kept } = await import("./playground/history.js");
    const [picture] = await kept();
    for (let seed = 1; seed <= count; seed++) await keep({ ...picture, seed });
    const all = await kept();
    return [all.length, all.at(-1).seed];
}"""
#: Controls of the page that a screen reader could not name.
NAMELESS = """[...document.querySelectorAll("input, select, textarea, button")].filter(
    one => !one.labels?.length && !one.ariaLabel && !one.textContent.trim()).map(one => one.outerHTML)"""


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
        page.set_default_timeout(60_000)
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


def test_the_server_says_where(server):
    """`easel serve` prints the page's address."""
    assert f"In a browser: {server.url}/playground\n" in server.banner


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

    assert [*SIZE] == size
    assert (seen["paint"], seen["fault"]) == (page.locator("#paint").inner_text(), page.locator("#fault").inner_text())
    assert "n" == page.evaluate("document.activeElement.id")
    assert (EDITS[locale], "11") == (page.locator("#prompt").input_value(), page.locator("#n").input_value())


@pytest.mark.parametrize("dialect", ["openai", "minimax", "gemini_native", "gemini_chat"])
def test_code_can_be_pasted(dialect, visit, server, tmp_path):
    """The page hangs a picture, and its code runs as it is, whatever the prompt holds."""
    page = visit()
    page.locator("#model").select_option(DIALECTS[dialect])
    page.locator("#dialect").select_option(dialect, force=True)
    page.locator("#ratio").select_option("1:1")
    page.locator("#prompt").fill('a "red" fox\'s `den` for $5 \\ n\n{snow} 雪')
    paint(page, pictures=1)

    assert EVERY_WAY == run({way: code(page, way) for way in RUN}, server.key, tmp_path)


@pytest.mark.parametrize("dialect", ["openai", "modelverse", "gemini_native"])
def test_code_with_a_picture(dialect, visit, server, tmp_path, portrait):
    """Code of an edit reads the picture from the file that the page offers to save: of a form, a URL or as base64."""
    page = visit()
    page.locator("#model").select_option(DIALECTS[dialect])
    page.locator("#choose").set_input_files({"name": "me.png", "mimeType": "image/png", "buffer": portrait})
    page.locator("#dialect").select_option(dialect, force=True)
    page.locator("#prompt").fill("make it night")
    ways = {way: code(page, way) for way in RUN}
    with page.expect_download() as saved:
        page.locator("#code-view a").click()
    for way in RUN:
        saved.value.save_as(tmp_path / way / "picture.png")

    assert "picture.png" == saved.value.suggested_filename
    assert EVERY_WAY == run(ways, server.key, tmp_path)


def run(ways: dict[str, str], key: str, folder: Path) -> dict[str, tuple[str, bool]]:
    """Run the code of each way, in a folder of its own: what it printed as errors, and is there a picture?"""
    env = {**os.environ, "EASEL_API_KEY": key}
    begun = {}
    for way, text in ways.items():
        here = folder / way
        here.mkdir(exist_ok=True)
        (here / FILES[way]).write_text(text, encoding="utf-8")
        output = subprocess.PIPE
        begun[way] = subprocess.Popen(
            [*RUN[way], FILES[way]], cwd=here, env=env, stdout=output, stderr=output, text=True
        )
    ended = {way: process.communicate(timeout=60) for way, process in begun.items()}
    return {way: (errors, shows_picture(printed, folder / way)) for way, (printed, errors) in ended.items()}


def shows_picture(stdout: str, folder: Path) -> bool:
    """Did the code print a picture's address, or save a picture or an answer that holds one?"""
    saved = [
        *folder.glob("picture-*.png"),
        *(path for path in folder.glob("answer.json") if path.stat().st_size > 5000),
    ]
    return bool(re.search(r"http://127.0.0.1:\d+/files/\w+", stdout) or saved)


def test_mask(visit):
    """What is brushed over goes out as a mask of the picture's size, transparent where the brush was."""
    page = visit()
    small(page)
    page.locator("#prompt").fill("a cat in a meadow")
    paint(page, pictures=1)
    page.locator(MADE).get_by_text("Edit this").click()
    page.locator(".needs-mask").click()
    box = page.locator("#brush canvas").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + box["height"] * 0.2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + box["height"] * 0.4)
    page.mouse.up()
    page.get_by_text("Use this mask").click()
    page.locator("#brush").wait_for(state="hidden")
    page.locator("#prompt").fill("a red ball")
    paint(page, pictures=2)
    written = code(page, "curl")
    with page.expect_download() as saved:
        page.locator("#code-view a").last.click()
    with Image.open(saved.value.path()) as mask:
        assert (SIZE, 0, 255) == (mask.size, mask.getpixel((172, 154))[3], mask.getpixel((500, 400))[3])
    assert "-F 'mask=@mask.png'" in written


def test_mask_by_keyboard(visit):
    """Without a pointer, arrows and the space bar brush too, and a mask that is opened again is as it was."""
    page = visit()
    page.locator("#choose").set_input_files({"name": "me.png", "mimeType": "image/png", "buffer": tiny_png()})
    page.locator(".needs-mask").click()
    page.locator("#brush canvas").press("Space")
    page.locator("#brush canvas").press("Shift+ArrowLeft")
    page.get_by_text("Use this mask").click()
    page.locator("#brush").wait_for(state="hidden")
    page.locator(".needs-mask").click()
    pixels = page.locator("#brush canvas").evaluate(
        "canvas => [[32, 32], [30, 32], [5, 5]].map(at => canvas.getContext('2d').getImageData(...at, 1, 1).data[3])"
    )

    assert [255, 255, 0] == pixels


def test_what_was_set_stays(visit):
    """A size in pixels, a seed and the words outlive another model, another dialect and a picture to start from."""
    page = visit()
    small(page)
    page.get_by_text("More settings").click()
    page.locator("#seed").fill("7")
    page.locator("#prompt").fill("a cat")
    page.locator("#model").select_option("black-forest-labs/flux.1-dev")
    page.locator("#dialect").select_option("openai", force=True)
    page.locator("#choose").set_input_files({"name": "me.png", "mimeType": "image/png", "buffer": tiny_png()})
    written = code(page, "curl")

    assert [True] * 4 == [
        f"={value}'" in written for value in ("a cat", "7", "576x512", "black-forest-labs/flux.1-dev")
    ]


def test_address_and_expiry(visit):
    """Asked for without a stream, a picture has an address, and it is told until when that works."""
    page = visit()
    small(page)
    page.get_by_text("More settings").click()
    page.get_by_label("Show it while it is made").uncheck()
    page.locator("#prompt").fill("a cat")
    paint(page, pictures=1)
    page.locator(f"{MADE} .picture").click()
    names = page.locator("#viewer dt").all_inner_texts()

    assert {"Address", "Expires", "Seed", "Request"} <= set(names)
    assert "/files/" in page.locator("#viewer dd a").get_attribute("href")


def test_unfinished_and_cancelled(visit):
    """An unfinished picture is shown; cancelled, the page says so, keeps what was typed, and is ready again.

    Pictures that were finished before the press of the button stay: how many is the machine's affair.
    """
    page = visit()
    page.get_by_text("More settings").click()
    page.locator("#n").fill("10")
    page.locator("#prompt").fill("a mountain lake")
    page.locator("#paint").click()
    page.locator("#gallery .preview img").wait_for()
    page.locator("#cancel").click()
    page.locator("#cancel").wait_for(state="hidden")

    assert "Cancelled." == page.locator("#status").inner_text()
    assert ("a mountain lake", False) == (page.locator("#prompt").input_value(), page.locator("#paint").is_disabled())
    assert 0 == page.locator("#gallery .waiting").count()
    assert page.locator("#gallery li").count() < 10


def test_seeds(visit):
    """The same seed gives the same picture again, a variation another one; both leave the words as they are."""
    page = visit()
    small(page)
    page.locator("#prompt").fill("a cat in a meadow")
    paint(page, pictures=1)
    page.locator(f"{MADE} .picture").click()
    page.locator("#viewer").get_by_text("Same seed again").click()
    paint(page, pictures=2)
    page.locator(MADE).get_by_text("Variation").first.click()
    hung(page, pictures=3)
    variation, again, first = page.locator(f"{MADE} .picture img").evaluate_all(BYTES)

    assert first == again != variation
    assert page.locator("#status").inner_text().startswith("1 done in ")


@pytest.mark.parametrize("way", ["drop", "paste"])
def test_pictures_come_in(way, visit):
    """A picture that is dropped or pasted anywhere is one to start from; another file is not."""
    page = visit()
    page.evaluate(COMES_IN, {"way": way, "name": "notes.txt", "type": "text/plain"})
    refused = page.locator("#inputs li").count()
    page.evaluate(COMES_IN, {"way": way, "name": "cat.webp", "type": "image/webp"})

    assert (0, 1) == (refused, page.locator("#inputs li").count())
    assert "as the picture" == page.locator("#ratio option").first.inner_text()


def test_keys(visit, server):
    """Without a key the page asks for one; a wrong one is told; it is kept for this tab, in no address."""
    page = visit(key=False)
    page.locator(".example").first.click()
    asked = page.locator("#fault").inner_text()
    focus = page.evaluate("document.activeElement.id")
    page.locator("#key").fill("not-a-key-of-this-server")
    page.locator("#key").press("Enter")
    page.get_by_text("The server does not know this key.").wait_for()
    page.locator("#key").fill(server.key)
    page.locator("#key").press("Enter")
    page.get_by_text("The key works.").wait_for()
    page.reload()
    page.get_by_text("The key works.").wait_for()

    assert ("Put in your API key first.", "key") == (asked, focus)
    assert server.key == page.locator("#key").input_value()
    assert server.key not in page.url


def easel(server, command: str) -> str:
    """What a command of the operator's prints. A process of its own: the browser's event loop is this one's."""
    words = [sys.executable, "-m", "easel", *command.split(), "--data-dir", server.process.args[-1]]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()


def test_a_key_for_some_models(visit, server):
    """Only what the key may be used with is offered, and one of these is chosen, so that the first click works."""
    page = visit(key=False)
    page.locator("#key").fill(easel(server, "keys create --model image-01 --model stepfun-ai/step1x-edit"))
    page.locator("#key").press("Enter")
    page.get_by_text("The key works.").wait_for()
    offered = page.locator("#model option:enabled").evaluate_all("options => options.map((option) => option.value)")
    chosen = page.locator("#model").input_value()
    page.locator(".example").first.click()
    page.locator("#cancel").wait_for()
    hung(page, pictures=1)

    assert (["image-01", "stepfun-ai/step1x-edit"], "image-01") == (sorted(offered), chosen)


def test_credit_is_shown(visit, server):
    """What a key may still spend, and how many pictures are free, before a picture and after it."""
    easel(server, "accounts create visitor")
    easel(server, "accounts grant visitor 0.01")
    page = visit(key=False)
    page.locator("#key").fill(easel(server, "keys create --account visitor"))
    page.locator("#key").press("Enter")
    page.get_by_text("The key works; 0.01 left to spend.").wait_for()
    page.locator("#model").select_option("image-01")
    page.locator("#prompt").fill("a cat")
    page.locator("#ratio").select_option("1:1")
    paint(page, pictures=1)
    page.get_by_text("The key works; 0.0065 left to spend.").wait_for()
    page.locator("#model").select_option("black-forest-labs/flux.1-dev")
    before = page.locator("#model-note").inner_text()
    small(page)
    paint(page, pictures=2)
    page.get_by_text("Free pictures left: 9.").wait_for()

    assert "Free pictures left: 10." in before
    assert ["free", "0.0035"] == [fact(page, "Price", of=picture) for picture in range(2)]


def fact(page: Page, name: str, *, of: int = 0) -> str:
    """What the details of a picture say under a name."""
    page.locator(f"{MADE} .picture").nth(of).click()
    told = page.locator(f"#viewer dt:text-is('{name}') + dd").inner_text()
    page.locator("#viewer .close button").click()
    return told


def test_pictures_outlive_a_reload(visit, server):
    """What was made is there again, with all that was asked for, and without the key; cleared, it is gone."""
    page = visit()
    page.locator("#choose").set_input_files({"name": "me.png", "mimeType": "image/png", "buffer": tiny_png()})
    page.locator(".needs-mask").click()
    page.locator("#brush canvas").press("Space")
    page.get_by_text("Use this mask").click()
    # Until then nothing else on the page takes a key.
    page.locator("#brush").wait_for(state="hidden")
    page.locator("#prompt").fill("make it night")
    paint(page, pictures=1)
    names = ("Seed", "Model", "Size", "Request", "Made")
    before = [fact(page, name) for name in names]
    page.reload()
    page.locator(MADE).wait_for()
    after = [fact(page, name) for name in names]
    stored = page.evaluate(STORED)
    page.locator(f"{MADE} .picture").click()
    page.locator("#viewer").get_by_text("Same seed again").click()
    paint(page, pictures=2)
    again, first = page.locator(f"{MADE} .picture img").evaluate_all(BYTES)
    page.on("dialog", lambda asked: asked.accept())
    page.locator("#forget").click()
    page.locator("#made").wait_for(state="hidden")
    page.reload()
    page.locator(".example").first.wait_for()
    page.get_by_text("The key works.").wait_for()

    assert before == after
    assert first == again
    assert "make it night" in stored
    assert server.key not in stored
    assert 0 == page.locator(MADE).count()


def test_what_has_expired_is_told(visit):
    """Of a kept picture whose address has come to its end the page says so, and leads there no more."""
    page = visit()
    page.locator("#model").select_option("image-01")
    page.locator("#prompt").fill("a cat")
    page.locator("#ratio").select_option("1:1")
    paint(page, pictures=1)
    fresh = page.locator(f"{MADE} .note").count()
    page.clock.set_fixed_time(time.time() + 25 * 3600)
    page.reload()
    page.get_by_text("Its address has expired.").wait_for()

    assert 0 == fresh
    assert fact(page, "Expired")
    assert 0 == page.locator("#viewer dd a").count()


def test_the_newest_pictures_are_kept(visit):
    """A browser is not filled up: the oldest pictures make room."""
    page = visit()
    small(page)
    page.locator("#prompt").fill("a cat")
    paint(page, pictures=1)

    assert [60, 70] == page.evaluate(MANY_MADE, 70)


def test_a_page_of_words(visit):
    """Long words are cut on the wall, in whole lines, and leave the picture in sight when it is opened."""
    page = visit()
    small(page)
    page.locator("#prompt").fill("a red fox in a snowy forest, " * 100)
    paint(page, pictures=1)
    words = page.locator(".words").first
    shown = words.evaluate("it => [it.clientHeight, parseFloat(getComputedStyle(it).lineHeight), it.offsetTop]")
    padding = words.evaluate("it => parseFloat(getComputedStyle(it).paddingTop)")
    page.locator(".picture").first.click()
    picture = page.locator("#viewer .large").bounding_box()

    assert shown[0] == pytest.approx(2 * shown[1] + padding, abs=1)
    assert picture["y"] < 300


def test_nothing_made(visit):
    """A request that fails leaves no empty wall behind."""
    page = visit(key=False)
    page.locator("#key").fill("not-a-key-of-this-server")
    page.locator("#prompt").fill("a cat")
    page.locator("#paint").click()
    page.locator("#fault").wait_for()

    assert page.locator("#made-title").is_hidden()


def test_wrong_key_in_every_dialect(visit):
    """Whatever shape a dialect says it in, a key that is not accepted leads back to the key."""
    page = visit(key=False)
    page.locator("#key").fill("not-a-key-of-this-server")
    page.locator("#prompt").fill("a cat")
    page.locator("#model").select_option(DIALECTS["modelverse"])
    told = {}
    for dialect in DIALECTS:
        page.locator("#dialect").select_option(dialect, force=True)
        page.locator("#paint").click()
        page.locator("#cancel").wait_for(state="hidden")
        told[dialect] = (page.locator("#fault").inner_text()[:26], page.evaluate("document.activeElement.id"))

    assert dict.fromkeys(DIALECTS, ("The key was not accepted: ", "key")) == told


def test_markup_in_a_prompt_is_text(visit):
    """A prompt that looks like HTML is shown as it was typed, and runs nothing."""
    page = visit()
    small(page)
    page.locator("#prompt").fill("<img src=x onerror=alert(1)><script>alert(2)</script> a cat")
    paint(page, pictures=1)
    page.locator(f"{MADE} .picture").click()

    assert "<img src=x onerror=alert(1)>" in page.locator("#viewer-title").inner_text()
    assert 0 == page.locator("#viewer script, #gallery script, img[src='x']").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_narrow_and_named(scheme, visit):
    """At 380 pixels nothing is cut off, and every control has a name for those who do not see it."""
    page = visit(width=380, color_scheme=scheme, reduced_motion="reduce")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.locator("#choose").set_input_files({"name": "me.png", "mimeType": "image/png", "buffer": tiny_png()})
    wide = page.evaluate("document.documentElement.scrollWidth")

    assert wide <= 380
    assert [] == page.evaluate(NAMELESS)


def tiny_png() -> bytes:
    """A picture of 64 x 64 pixels."""
    buffer = io.BytesIO()
    Image.new("RGB", (64, 64), (120, 160, 200)).save(buffer, "PNG")
    return buffer.getvalue()
