"""Write `docs/settings.md` from the settings themselves. Usage: python tools/settings_page.py"""

from pathlib import Path
from typing import Literal, get_args, get_origin

from pydantic.fields import FieldInfo

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
    return HEAD + "".join(map(_row, Settings.model_fields, Settings.model_fields.values()))


def _row(name: str, field: FieldInfo) -> str:
    told = " ".join(field.description.split())
    if get_origin(field.annotation) is Literal:
        told += f" One of {', '.join(f'`{choice}`' for choice in get_args(field.annotation))}."
    return f"| `EASEL_{name.upper()}` | {'' if field.default_factory else _written(field.default)} | {told} |\n"


def _written(default: object) -> str:
    """A default as one writes it into the environment; nothing for none."""
    if default is None or default in ((), ""):
        return ""
    if isinstance(default, tuple):
        return f"`{','.join(default)}`"
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
