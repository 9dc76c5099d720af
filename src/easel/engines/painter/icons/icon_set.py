"""The icon set: pictures and names, read from the package's data when they are first needed."""

import functools
import io
import zipfile
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class Icon:
    """One icon. `group` is the emoji subgroup, such as `food-fruit`; the first name of each language is its label."""

    name: str
    group: str
    english: tuple[str, ...]
    chinese: tuple[str, ...]


@functools.cache
def _table() -> dict[str, Icon]:
    icons = {}
    for line in resources.files(__package__).joinpath("names.tsv").read_text("utf-8").splitlines():
        name, group, english, chinese = line.split("\t")
        icons[name] = Icon(name, group, *(tuple(filter(None, names.split("|"))) for names in (english, chinese)))
    return icons


@functools.cache
def _archive() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(resources.files(__package__).joinpath("icons.zip").read_bytes()))


def names() -> tuple[str, ...]:
    """All icon names, in order."""
    return tuple(_table())


def info(name: str) -> Icon:
    """What is known of an icon; raises KeyError for a name that is not in the set."""
    return _table()[name]


def svg(name: str) -> str:
    """The icon as a whole SVG document, 32 units wide; raises KeyError for a name that is not in the set."""
    return _archive().read(f"{name}.svg").decode()
