"""`make gallery`: paint what tools/gallery.toml lists, through the painter's own job entry, for docs/gallery.md.

Usage: python tools/gallery.py [--full FOLDER] [--minutes LIMIT] [ID …]

Without ids, every picture is painted and docs/gallery.md is written anew; with ids, only those and what they are made
from, and the page stays. `--full` keeps the pictures at full size, as PNG files with their recipes. The same list
gives the same bytes.
"""

import argparse
import io
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image as Picture

from easel.core.image import Image, Size
from easel.core.job import Job, Reference, Role, Style
from easel.engines.painter.painter import Painter
from easel.finishing.finisher import Finisher
from easel.finishing.recipe import recipe_text

ROOT = Path(__file__).resolve().parents[1]
LIST = ROOT / "tools" / "gallery.toml"
PAGE = ROOT / "docs" / "gallery.md"
FOLDER = ROOT / "docs" / "gallery"
#: The longest side of a committed copy in pixels, its WebP quality, and all of them together at most in bytes.
SIDE_PX, QUALITY, TOTAL_MAX = 1024, 66, 12_000_000
COLUMNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One picture of the gallery; `made_from` are ids of earlier ones, given to the job as `role`.

    `mask` is a box (left, top, right, bottom) in shares of the frame that is to be repainted. `foreign` pictures come
    without their recipe, as a photograph would. `n` pictures of one job stand side by side.
    """

    id: str
    prompt: str = ""
    size: str = "1024x1024"
    seed: int = 1
    n: int = 1
    note: str = ""
    style: str | None = None
    negative: str = ""
    steps: int = 28
    guidance: float = 2.5
    strength: float = 0.8
    made_from: tuple[str, ...] = ()
    role: str = "input"
    mask: tuple[float, ...] = ()
    foreign: bool = False

    def names(self) -> list[str]:
        """The file names, without their ending, of its pictures."""
        return [self.id] if self.n == 1 else [f"{self.id}-{number}" for number in range(1, self.n + 1)]

    def job(self, references: tuple[Reference, ...]) -> Job:
        """The job that paints it."""
        job = Job(
            model="painter", dialect="gallery", prompt=self.prompt, negative_prompt=self.negative,
            size=Size.parse(self.size), seed=self.seed, n=self.n, steps=self.steps, guidance_scale=self.guidance,
            strength=self.strength, style=Style(self.style) if self.style else None, references=references,
            id=self.id,
        )  # fmt: skip
        return job.with_seeds()

    def caption(self, unpainted: tuple[str, ...]) -> str:
        """The words under the picture, and those of them that the painter told it can't paint."""
        told = [self.prompt, f"*{self.note}*" if self.note else ""]
        told.append(f"*not painted: {', '.join(unpainted)}*" if unpainted else "")
        return "<br>".join(text for text in told if text)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading, what is to be said about it, and its pictures."""

    name: str
    about: str
    entries: tuple[Entry, ...]


def read_list(path: Path) -> list[Chapter]:
    """The chapters of the list; the seed of an entry that names none is its number."""
    chapters, number = [], 0
    for told in tomllib.loads(path.read_text())["chapters"]:
        entries = []
        for fields in told["pictures"]:
            number += 1
            entry = Entry(**({"seed": number} | fields))
            entries.append(replace(entry, made_from=tuple(entry.made_from), mask=tuple(entry.mask)))
        chapters.append(Chapter(told["name"], told.get("about", ""), tuple(entries)))
    names = [name for chapter in chapters for entry in chapter.entries for name in entry.names()]
    if twice := {name for name in names if names.count(name) > 1}:
        msg = f"{path.name} has two pictures of one name: {', '.join(sorted(twice))}"
        raise SystemExit(msg)
    return chapters


class Gallery:
    """Paints entries and keeps those that others are made from."""

    def __init__(self, full: Path | None):
        self._painter, self._finisher = Painter(), Finisher()
        self._made: dict[str, Reference] = {}
        self._full = full
        #: The words that were left out, by picture.
        self.unpainted: dict[str, tuple[str, ...]] = {}

    def paint(self, entry: Entry) -> None:
        """Paint one entry's pictures and write their small copies."""
        references = [self._reference(name, entry) for name in entry.made_from]
        if entry.mask:
            references.append(Reference(Role.MASK, b"", "mask", mask_of(entry.mask, Size.parse(entry.size))))
        job = entry.job(tuple(references))
        for index, name in enumerate(entry.names()):
            painted = self._painter.paint(job, index, lambda _: None)
            self.unpainted[name] = painted.unpainted
            data = self._finisher.finish(painted, job).data
            self._made[name] = Reference(Role.INPUT, b"", "image", painted.image, recipe_text(data))
            (FOLDER / f"{name}.webp").write_bytes(small_copy(data))
            if self._full:
                (self._full / f"{name}.png").write_bytes(data)

    def _reference(self, name: str, entry: Entry) -> Reference:
        made = replace(self._made[name], role=Role(entry.role))
        return replace(made, recipe=None) if entry.foreign else made


def mask_of(box: tuple[float, ...], size: Size) -> Image:
    """A mask that repaints the box and keeps the rest."""
    pixels = np.zeros((size.height, size.width), np.uint8)
    left, top, right, bottom = box
    rows = slice(round(top * size.height), round(bottom * size.height))
    pixels[rows, round(left * size.width) : round(right * size.width)] = 255
    return Image(size.width, size.height, 1, pixels.tobytes())


def small_copy(data: bytes) -> bytes:
    """The picture as WebP, at most SIDE_PX at its longest side."""
    picture = Picture.open(io.BytesIO(data)).convert("RGB")
    picture.thumbnail((SIDE_PX, SIDE_PX), Picture.Resampling.LANCZOS)
    file = io.BytesIO()
    picture.save(file, "WEBP", quality=QUALITY, method=6)
    return file.getvalue()


def needed(entries: list[Entry], ids: set[str]) -> set[str]:
    """The ids with everything that they are made from."""
    by_name = {name: entry for entry in entries for name in entry.names()}
    waiting, found = list(ids), set()
    while waiting:
        entry = by_name.get(waiting.pop())
        if entry is None:
            msg = f"no such picture in {LIST.name}; the ids are: {', '.join(by_name)}"
            raise SystemExit(msg)
        if entry.id not in found:
            found.add(entry.id)
            waiting.extend(entry.made_from)
    return found


def page(chapters: list[Chapter], words: dict[str, str], unpainted: dict[str, tuple[str, ...]]) -> str:
    """The Markdown page; `words` are its introduction and its closing."""
    lines = [words["introduction"].strip(), ""]
    for chapter in chapters:
        lines += [f"## {chapter.name}", ""]
        if chapter.about:
            lines += [chapter.about.strip(), ""]
        lines += list(table(chapter.entries, unpainted))
    return "\n".join([*lines, words["closing"].strip(), ""])


def table(entries: tuple[Entry, ...], unpainted: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Tables of at most COLUMNS pictures, each over its caption; the n pictures of one job are a table of their own."""
    row: list[tuple[str, str]] = []
    for entry in entries:
        cells = [(name, entry.caption(unpainted[name])) for name in entry.names()]
        if row and len(row) + len(cells) > COLUMNS:
            yield from rows_of(row)
            row = []
        row += cells
    if row:
        yield from rows_of(row)


def rows_of(cells: list[tuple[str, str]]) -> Iterator[str]:
    """One table: a row of pictures, a row of captions."""
    yield "|" + "|".join(f"![{name}](gallery/{name}.webp)" for name, _ in cells) + "|"
    yield "|" + "---|" * len(cells)
    yield "|" + "|".join(caption.replace("|", "\\|") for _, caption in cells) + "|"
    yield ""


def main() -> None:
    """Paint, report, write the page."""
    arguments = argparse.ArgumentParser(description="Paint the gallery of the documentation.")
    arguments.add_argument("ids", nargs="*", metavar="ID")
    arguments.add_argument("--full", type=Path, help="keep full-size PNG files in this folder")
    arguments.add_argument("--minutes", type=float, default=15, help="give up after this long (default 15)")
    options = arguments.parse_args()
    chapters = read_list(LIST)
    entries = [entry for chapter in chapters for entry in chapter.entries]
    chosen = needed(entries, set(options.ids)) if options.ids else {entry.id for entry in entries}
    waiting = [entry for entry in entries if entry.id in chosen]
    for folder in filter(None, (FOLDER, options.full)):
        folder.mkdir(parents=True, exist_ok=True)
    began, gallery = time.monotonic(), Gallery(options.full)
    for number, entry in enumerate(waiting, 1):
        if time.monotonic() - began > 60 * options.minutes:
            sys.exit(f"gave up after {options.minutes:g} minutes at {number} of {len(waiting)}: {entry.id}")
        gallery.paint(entry)
        print(f"{number}/{len(waiting)}  {time.monotonic() - began:5.1f} s  {entry.id}", flush=True)
    if options.ids:
        return
    finish_page(chapters, gallery.unpainted)


def finish_page(chapters: list[Chapter], unpainted: dict[str, tuple[str, ...]]) -> None:
    """Write the page, take away pictures that are no longer listed, and check that all of them stay small."""
    files = {f"{name}.webp" for name in unpainted}
    for path in FOLDER.glob("*.webp"):
        if path.name not in files:
            path.unlink()
    PAGE.write_text(page(chapters, tomllib.loads(LIST.read_text()), unpainted))
    total = sum(path.stat().st_size for path in FOLDER.glob("*.webp"))
    print(f"{PAGE.relative_to(ROOT)}: {len(files)} pictures, {total / 1e6:.1f} MB")
    if total > TOTAL_MAX:
        sys.exit(f"that is more than {TOTAL_MAX / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
