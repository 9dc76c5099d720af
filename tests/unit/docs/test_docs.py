"""The documentation keeps up with the code."""

import importlib.util
import re
from pathlib import Path

import pytest

from easel.cli.main import app
from easel.settings import Settings

ROOT = Path(__file__).parents[3]
PAGES = sorted(str(path.relative_to(ROOT)) for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")))
#: What the tests read, and the playground's examples.
OTHERS = {"EASEL_RELAY_REQUESTS", "EASEL_API_KEY"}


def test_settings_page():
    """The page of settings is the one that the settings make."""
    spec = importlib.util.spec_from_file_location("settings_page", ROOT / "tools" / "settings_page.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    assert module.page() == module.PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    """Every relative link and picture of a page is there, and so is the heading that it leads to."""
    links = re.findall(r"\]\(([^)\s]+)\)", (ROOT / page).read_text(encoding="utf-8"))

    assert [] == [link for link in links if "://" not in link and not leads_somewhere(ROOT / page, link)]


@pytest.mark.parametrize("page", PAGES)
def test_every_setting_that_a_page_names_exists(page):
    """Each `EASEL_…` is a setting, the beginning of several, or one of the few that are for others than the server."""
    known = {f"EASEL_{name.upper()}" for name in Settings.model_fields}
    named = set(re.findall(r"EASEL_[A-Z0-9_]*[A-Z0-9]", (ROOT / page).read_text(encoding="utf-8"))) - OTHERS

    assert set() == {name for name in named if not any(setting.startswith(name) for setting in known)}


@pytest.mark.parametrize("page", ["README.md", "README.zh.md"])
def test_every_command_is_documented(page):
    """Each command of the command line is in the README."""
    text = (ROOT / page).read_text(encoding="utf-8")
    names = [command.name or command.callback.__name__ for command in app.registered_commands]
    names += [group.name for group in app.registered_groups]

    assert [] == [name for name in names if f"easel {name}" not in text]


def leads_somewhere(page: Path, link: str) -> bool:
    """Whether a relative link leads to a file, and to a heading of it where it names one."""
    file, _, heading = link.partition("#")
    target = page.parent / file if file else page
    return target.exists() and (not heading or heading in headings(target))


def headings(page: Path) -> set[str]:
    """The page's headings, as links name them."""
    found = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}
