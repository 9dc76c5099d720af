"""The bench's prompts and what each picture has to show."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("prompts")
HELD_OUT = "held_out"
CATEGORIES = (
    "single object", "two objects", "counting", "colours", "colour binding", "position", "scene", "style", "edits",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Expected:
    """A thing that has to be seen: `kind` names its sprite, `count` is None where the prompt gives no number.

    `colour` is the name of a colour that the thing has, `wears` of one that somebody's clothes have.
    """

    kind: str
    count: int | None = None
    colour: str | None = None
    wears: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a picture has to show.

    `relations` are triples of a thing's index, a relation's name and the index of the thing it refers to. `scene` maps
    `setting`, `time`, `weather`, `season` and `sky` to the plan's names. `gone` are kinds that must not be there.
    """

    things: tuple[Expected, ...] = ()
    relations: tuple[tuple[int, str, int], ...] = ()
    scene: tuple[tuple[str, str], ...] = ()
    style: str | None = None
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One prompt, with an edit `instruction` or without; `after` is what the edited picture has to show."""

    category: str
    language: str
    prompt: str
    shown: Shown
    instruction: str | None = None
    after: Shown | None = None


def _shown(table: dict[str, Any]) -> Shown:
    return Shown(
        things=tuple(Expected(**thing) for thing in table.get("things", ())),
        relations=tuple((int(a), str(kind), int(b)) for a, kind, b in table.get("relations", ())),
        scene=tuple(table.get("scene", {}).items()),
        style=table.get("style"),
        gone=tuple(table.get("gone", ())),
    )


def _cases(path: Path) -> Iterator[Case]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Case(
            category=row.get("category", path.stem.replace("_", " ")),
            language=row["language"],
            prompt=row["prompt"],
            shown=_shown(row),
            instruction=row.get("instruction"),
            after=_shown(row["after"]) if "after" in row else None,
        )


def development() -> tuple[Case, ...]:
    """The prompts that the painter may be mended by."""
    return tuple(case for name in CATEGORIES for case in _cases(FOLDER / f"{name.replace(' ', '_')}.jsonl"))


def held_out() -> tuple[Case, ...]:
    """The prompts that are kept out of development and only counted; none where there is no such file."""
    path = FOLDER / f"{HELD_OUT}.jsonl"
    return tuple(_cases(path)) if path.exists() else ()
