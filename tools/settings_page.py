"""Write `docs/settings.md` from the settings themselves. Usage: python tools/settings_page.py"""

from pathlib import Path

from easel.settings import Settings

PAGE = Path(__file__).parents[1] / "docs" / "settings.md"
HEAD = """# Settings

Environment variables, or lines of a `.env` file in the working folder; an empty one is as good as none. Made
by `python tools/settings_page.py`.

| variable | default | |
|---|---|---|
"""


def page() -> str:
    """The page's text."""
    rows = ""
    for name, field in Settings.model_fields.items():
        made = field.default_factory is not None
        default = "" if field.default is None or made or field.default == () else f"`{field.default}`"
        rows += f"| `EASEL_{name.upper()}` | {default} | {' '.join(field.description.split())} |\n"
    return HEAD + rows


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
