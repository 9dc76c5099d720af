"""The documentation keeps up with the code."""

import importlib.util
import re
from pathlib import Path

import pytest

from easel.cli.main import app

ROOT = Path(__file__).parents[3]


def test_settings_page():
    """The page of settings is the one that the settings make."""
    spec = importlib.util.spec_from_file_location("settings_page", ROOT / "tools" / "settings_page.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    assert module.page() == module.PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "page", ["README.md", "README.zh.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/playground.md"]
)
def test_links_lead_somewhere(page):
    """Every relative link and picture of a page is there."""
    text = (ROOT / page).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#\s]+)\)", text) if "://" not in link]

    assert [] == [link for link in links if not ((ROOT / page).parent / link).exists()]


@pytest.mark.parametrize("page", ["README.md", "README.zh.md"])
def test_every_command_is_documented(page):
    """Each command of the command line is in the README."""
    text = (ROOT / page).read_text(encoding="utf-8")
    names = [command.name or command.callback.__name__ for command in app.registered_commands]

    assert [] == [name for name in names if f"easel {name}" not in text]
