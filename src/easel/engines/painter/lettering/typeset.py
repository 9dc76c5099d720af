"""Typesetting: text broken into lines so that it fills a box, drawn by Skia.

Two typefaces: `plain`, Noto Sans CJK SC Bold with the characters of GB 2312, Big5's and JIS' first levels and Latin;
`brush`, Ma Shan Zheng with GB 2312's first level. What a face lacks is taken from `plain`; what that lacks is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import skia

from easel.engines.painter.language.script import is_chinese

FACES = ("plain", "brush")
#: Distance of baselines, and of the columns of upright text, in em.
LEADING = 1.16
#: Height of the tallest and depth of the lowest strokes in em.
ASCENT, DESCENT = 0.86, 0.14
#: More lines than these are never made of a text.
MOST_LINES = 5


@lru_cache(maxsize=len(FACES))
def _typeface(face: str) -> skia.Typeface:
    name = {"plain": "plain.otf", "brush": "brush.ttf"}[face]
    data = (resources.files(__package__) / "faces" / name).read_bytes()
    # The empty manager asks for no fonts of the system.
    return skia.FontMgr.New_Custom_Empty().makeFromData(skia.Data.MakeWithCopy(data))


@lru_cache(maxsize=4096)
def _has(face: str, char: str) -> bool:
    return skia.Font(_typeface(face), 10).textToGlyphs(char)[0] != 0


def drawable(text: str) -> str:
    """The text without the characters that no face has; runs of blanks as one."""
    return " ".join("".join(char for char in text if char.isspace() or _has("plain", char)).split())


@dataclass(frozen=True, slots=True)
class Typeset:
    """Lines of text of one size. `em`, `wide` and `tall` in pixels; upright text runs down, columns right to left."""

    lines: tuple[str, ...]
    face: str
    em: float
    wide: float
    tall: float
    upright: bool = False

    def draw(self, canvas: skia.Canvas, left: float, top: float, paint: skia.Paint) -> None:
        """Draw it with the upper left corner of its box at a point; lines are centred in the box."""
        for number, line in enumerate(self.lines):
            if self.upright:
                x = left + self.wide - (number + 1) * LEADING * self.em + (LEADING - 1) / 2 * self.em
                for row, char in enumerate(line):
                    _draw_line(canvas, char, self.face, self.em, (x, top + row * self.em), paint)
            else:
                x = left + (self.wide - _width(line, self.face) * self.em) / 2
                _draw_line(canvas, line, self.face, self.em, (x, top + number * LEADING * self.em), paint)


def typeset(text: str, face: str, wide: float, tall: float, *, upright: bool = False) -> Typeset | None:
    """The text as large as it can be in a box of `wide` x `tall` pixels; None where nothing of it can be drawn.

    `upright` sets Chinese in columns.
    """
    text = drawable(text)
    if not text or wide <= 0 or tall <= 0:
        return None
    if upright:
        return max((_columns(text, face, wide, tall, count) for count in (1, 2, 3)), key=lambda made: made.em)
    options = [_lines(text, face, wide, tall, count) for count in range(1, MOST_LINES + 1)]
    return max((made for made in options if made is not None), key=lambda made: made.em)


def _columns(text: str, face: str, wide: float, tall: float, count: int) -> Typeset:
    rows = -(-len(text) // count)
    em = min(tall / rows, wide / (LEADING * count))
    columns = tuple(text[start : start + rows] for start in range(0, len(text), rows))
    return Typeset(columns, face, em, em * LEADING * len(columns), em * rows, upright=True)


def _lines(text: str, face: str, wide: float, tall: float, count: int) -> Typeset | None:
    """The text in so many lines; None where it cannot be broken so often."""
    lines = _broken(text, face, count)
    if lines is None:
        return None
    widest = max(_width(line, face) for line in lines)
    height = (count - 1) * LEADING + ASCENT + DESCENT
    em = min(wide / widest, tall / height)
    return Typeset(lines, face, em, em * widest, em * height)


def _broken(text: str, face: str, count: int) -> tuple[str, ...] | None:
    """`count` lines of widths as even as its words allow."""
    words = list(_words(text))
    if count > len(words):
        return None
    limit = _width(text, face) / count
    while True:
        lines = _filled(words, face, limit)
        if len(lines) <= count:
            return tuple(lines) if len(lines) == count else None
        limit *= 1.04


def _filled(words: list[str], face: str, limit: float) -> list[str]:
    lines = [""]
    for word in words:
        if lines[-1] and _width((lines[-1] + word).strip(), face) > limit:
            lines.append("")
        lines[-1] += word if lines[-1] else word.lstrip()
    return [line.strip() for line in lines]


def _words(text: str) -> Iterator[str]:
    """What no line is broken within: a word with the blank before it, an ideograph with what must not begin a line."""
    word = ""
    for char in text:
        if (is_chinese(char) and word.strip()) or char == " ":
            yield word
            word = ""
        word += char
    yield word


def _runs(line: str, face: str) -> Iterator[tuple[str, str]]:
    """The line in pieces of one face each."""
    piece, now = "", face
    for char in line:
        other = face if char == " " or _has(face, char) else "plain"
        if other != now and piece:
            yield piece, now
            piece = ""
        piece, now = piece + char, other
    if piece:
        yield piece, now


@lru_cache(maxsize=1024)
def _width(line: str, face: str) -> float:
    """The width of a line in em."""
    return sum(skia.Font(_typeface(name), 100).measureText(piece) for piece, name in _runs(line, face)) / 100 or 0.01


def _draw_line(
    canvas: skia.Canvas, line: str, face: str, em: float, at: tuple[float, float], paint: skia.Paint
) -> None:
    x, y = at[0], at[1] + ASCENT * em
    for piece, name in _runs(line, face):
        font = skia.Font(_typeface(name), em)
        font.setEdging(skia.Font.Edging.kAntiAlias)
        font.setSubpixel(True)
        canvas.drawString(piece, x, y, font, paint)
        x += font.measureText(piece)
