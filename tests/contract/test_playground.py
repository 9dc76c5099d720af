"""The playground: its files, their headers, the switch that turns it off, and that its texts are whole."""

import json
import re
import subprocess
import sys
import zipfile
from importlib.resources import files
from pathlib import Path

import httpx
import pytest

from easel.core import errors
from easel.models import load_cards
from easel.settings import Settings

ROOT = Path(__file__).parents[2]
WEB = ROOT / "src" / "easel" / "web"
HTML = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def directives(answer: httpx.Response) -> dict[str, str]:
    """The answer's Content-Security-Policy by directive."""
    return dict(part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))


async def test_page_needs_no_key(connect):
    """Whoever opens the page gets it; a key is asked for by the page itself."""
    async with connect() as visitor:
        page = await visitor.get("/playground")

    assert (200, "text/html; charset=utf-8") == (page.status_code, page.headers["content-type"])
    assert 'src="playground/app.js"' in page.text


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("app.js", "text/javascript; charset=utf-8"), ("dialects/openai.js", "text/javascript; charset=utf-8"),
        ("style/form.css", "text/css; charset=utf-8"), ("icon.svg", "image/svg+xml"),
        ("texts/zh.json", "application/json"), ("examples/cat.webp", "image/webp"),
    ],
)  # fmt: skip
async def test_files(name, media_type, connect):
    """Every file comes with its type, and a browser that has it already is told so."""
    async with connect() as visitor:
        first = await visitor.get(f"/playground/{name}")
        again = await visitor.get(f"/playground/{name}", headers={"If-None-Match": first.headers["etag"]})

    assert (200, media_type, "nosniff") == (
        first.status_code, first.headers["content-type"], first.headers["x-content-type-options"],
    )  # fmt: skip
    assert (WEB / name).read_bytes() == first.content
    assert (304, b"") == (again.status_code, again.content)


async def test_a_slash_too_many(connect):
    """Leads to the page, also behind a proxy that serves Easel under a path of its own."""
    async with connect() as visitor:
        answer = await visitor.get("/playground/")
        page = await visitor.get("/playground/", follow_redirects=True)

    assert "../playground" == answer.headers["location"]
    assert (200, "/playground") == (page.status_code, page.url.path)


@pytest.mark.parametrize("name", ["/", "no-such.js", "../app.py", "%2e%2e/app.py", "__init__.py", "/etc/passwd"])
async def test_nothing_else_is_served(name, connect):
    """What is no file of the page is not there, however it is spelled."""
    async with connect() as visitor:
        answer = await visitor.get(f"/playground/{name}")

    assert answer.status_code in (307, 404)


async def test_policy(connect):
    """Nothing runs but the page's own files, no frame holds it, and no text becomes markup."""
    async with connect() as visitor:
        policy = directives(await visitor.get("/playground"))

    assert ("'none'", "'self'", "'self'", "'none'") == tuple(
        policy[name] for name in ("default-src", "script-src", "style-src", "frame-ancestors")
    )
    assert "'self' blob: data:" == policy["img-src"] == policy["connect-src"]
    assert "'script'" == policy["require-trusted-types-for"]


async def test_pictures_at_another_address(connect, surface):
    """Where the operator's pictures have an address of their own, the page may show and read them."""
    surface.public_url = "https://img.example.com/easel"
    async with connect() as visitor:
        policy = directives(await visitor.get("/playground"))

    assert policy["img-src"].endswith(" https://img.example.com")
    assert "'self'" == policy["script-src"]


async def test_root_leads_there(connect):
    """A browser at the root finds a link, and curl the same words as a text."""
    async with connect() as visitor:
        page, text = await visitor.get("/", headers=HTML), await visitor.get("/")

    assert '<a href="playground">' in page.text
    assert "/v1/image_generation" in page.text
    assert ("text/html; charset=utf-8", "text/plain; charset=utf-8") == (
        page.headers["content-type"], text.headers["content-type"],
    )  # fmt: skip
    assert "/playground" in text.text


async def test_off(connect, surface):
    """Switched off, the page is not there, and nothing speaks of it."""
    surface.playground = False
    async with connect() as visitor:
        page, file = await visitor.get("/playground"), await visitor.get("/playground/app.js")
        root = await visitor.get("/", headers=HTML)

    assert (404, 404) == (page.status_code, file.status_code)
    assert "playground" not in root.text


@pytest.mark.parametrize(("said", "served"), [("off", False), ("on", True), (None, True)])
def test_setting(said, served, monkeypatch):
    """`EASEL_PLAYGROUND=off` is understood; without it the page is served."""
    monkeypatch.delenv("EASEL_PLAYGROUND", raising=False)
    if said:
        monkeypatch.setenv("EASEL_PLAYGROUND", said)

    assert served is Settings(_env_file=None).playground


def _named(text):
    return re.findall(r"\{(\w+)\}", text)


def test_texts_are_whole():
    """Both languages have the same texts, with the same values in them."""
    english, chinese = (json.loads((WEB / "texts" / f"{name}.json").read_text("utf-8")) for name in ("en", "zh"))
    named = {key: set(re.findall(r"\{\w+\}", text)) for key, text in english.items()}

    assert named == {key: set(re.findall(r"\{\w+\}", text)) for key, text in chinese.items()}


def test_sentences_of_the_server_are_its_own():
    """What the page says in Chinese for a sentence of the server's is looked up by the words that the server says."""
    known = json.loads((WEB / "texts" / "zh.server.json").read_text("utf-8"))
    said = " ".join(path.read_text("utf-8") for path in WEB.parent.rglob("*.py"))
    parts = {part.strip(" .,:`") for sentence in known for part in re.split(r"\{\w+\}|[.,] ", sentence)} - {"s"}

    assert [] == [part for part in parts if part not in said]
    assert [] == [text for sentence, text in known.items() if set(_named(text)) - set(_named(sentence))]


def test_common_errors_have_chinese_texts():
    """Whatever the server says by itself of a picture that could not be made, readers of Chinese can read."""
    known = json.loads((WEB / "texts" / "zh.server.json").read_text("utf-8"))
    common = (
        errors.KeyMissing, errors.KeyWrong, errors.Forbidden, errors.BalanceTooLow, errors.RateLimited,
        errors.PromptBlocked, errors.PicturesBlocked, errors.ServerFull, errors.ServiceBusy, errors.ServiceAway,
        errors.EngineFailed, errors.UpstreamFailed, errors.TimedOut,
    )  # fmt: skip
    told = [kind().message for kind in common]

    assert [] == [sentence for sentence in told if sentence not in known]
    assert [] == [card.id for card in load_cards() if not card.description_zh]


def test_every_text_is_there():
    """What the page and its scripts ask for by name is among the texts."""
    texts = json.loads((WEB / "texts" / "en.json").read_text("utf-8"))
    scripts = "".join(path.read_text("utf-8") for path in WEB.rglob("*.js"))
    asked = set(re.findall(r'data-(?:text|placeholder)="(\w+)"', (WEB / "index.html").read_text("utf-8")))
    asked |= set(re.findall(r'\b(?:text|label): "(\w+)"', scripts))
    asked |= set(re.findall(r'\b(?:say|button)\("(\w+)"', scripts)) | set(
        re.findall(r'\btell\([^,]+, "(\w+)"', scripts)
    )

    assert len(asked) > 40
    assert set() == asked - set(texts)


def test_every_parameter_has_a_control():
    """What a card may name as a parameter has its place among the controls, and a label in both languages."""
    parameters = {name for card in load_cards() for name in card.parameters} - {"inline"}
    controls = (WEB / "controls.js").read_text("utf-8")
    texts = json.loads((WEB / "texts" / "en.json").read_text("utf-8"))

    assert [] == [name for name in parameters if f'"{name}"' not in controls or f"p_{name}" not in texts]


def test_no_markup_from_texts():
    """No script builds elements out of strings."""
    scripts = {path.name: path.read_text("utf-8") for path in WEB.rglob("*.js")}
    forbidden = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function")

    assert [] == [name for name, text in scripts.items() if forbidden.search(text)]


def test_nothing_from_elsewhere():
    """No file of the page names another server, except in names of XML."""
    found = {
        path.name: re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}\S*", path.read_text("utf-8"))
        for path in WEB.rglob("*")
        if path.suffix in (".html", ".css", ".js", ".json", ".svg")
    }

    assert {} == {
        name: urls for name, urls in found.items() if [url for url in urls if "www.w3.org/2000/svg" not in url]
    }


def test_package_has_the_page(tmp_path):
    """The wheel holds every file of the page."""
    command = [sys.executable, "-c", WHEEL, str(tmp_path)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert 0 == built.returncode, built.stderr
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        held = set(wheel.namelist())

    assert {f"easel/web/{path.relative_to(WEB).as_posix()}" for path in WEB.rglob("*") if path.is_file()} <= held
    assert files("easel").joinpath("web", "index.html").is_file()


WHEEL = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
