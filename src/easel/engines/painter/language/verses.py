"""What many know by heart: a line of verse, an idiom or a tale's title is read as the scene that it tells.

`床前明月光` says a bed, a moon and light; what it shows is a man at his bedside by night. `data/verses.tsv` has that
scene in plain words for each, and the reader reads these words in its place: what it learns serves them, too.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import pairwise

from easel.engines.painter.language.lexicon import THING_ROLES, lexicon
from easel.engines.painter.language.script import plain
from easel.engines.painter.language.tokens import MAX_CHARS, tokens

#: What words are compared by: an ideograph, or all letters of a word.
_UNIT = re.compile("[a-z0-9]+|[\u3400-\u9fff]")
#: What may stand between two words of a line, and between two lines.
_GAP = re.compile(r"[\s,，.。…;；:：!！?？、/|·—'‘’~\-]*")
#: What a line is announced as and what is made of it. Only the line itself says what there is to see.
_BEFORE = re.compile(
    r"(?:(?:中国|古代|经典|著名|中华)*(?:成语|寓言|神话|童话|民间|古诗词?|唐诗|宋词|诗句|诗词|诗歌|儿歌|典故|名句)的?"
    r"(?:故事|传说)?(?:里|中)?的?"
    r"|(?:an? |the )?(?:famous |classic |old )?(?:fable|nursery rhyme|fairy tale|tale|rhyme|story|poem|myth)"
    r"(?: (?:of|called|titled))?)[\s:：,，《「『“\"'‘(（]*$"
)
_BEHIND = re.compile(
    r"[》」』”\"'’)）]*(?:(?:这|那)?(?:一|两)?(?:个|句|首)?的?(?:成语|寓言|神话|童话|诗句|诗词|古诗|诗|典故)?的?"
    r"(?:故事|传说|意境|诗意|画意)(?:图|画|插图|插画)?|的?(?:这|那)(?:一|两)?(?:个|句|首)(?:成语|寓言|古诗|诗句|诗|词|典故))"
)
#: Poets, who are not in the picture when they are named beside their verses.
_POET = (
    "(?:(?:唐|宋|元|清|东晋|晋|汉)(?:代|朝)?)?(?:诗人|词人)?[·•.]?"
    "(?:李白|杜甫|白居易|王维|孟浩然|杜牧|李商隐|王之涣|王昌龄|柳宗元|贾岛|张继|刘禹锡|岑参|崔颢|贺知章|骆宾王|韩愈|韦应物"
    "|李绅|高适|王翰|苏轼|苏东坡|辛弃疾|李清照|陆游|杨万里|王安石|叶绍翁|范仲淹|欧阳修|柳永|晏殊|李煜|朱熹|曹操|陶渊明"
    "|马致远|纳兰性德|龚自珍|周敦颐|屈原|翁卷|林升|卢梅坡|高鼎|袁枚|郑燮)"
)
_POET_BEFORE = re.compile(_POET + r"(?:的|写的|所写)?[\s:：,，《「『“\"]*$")
_POET_BEHIND = re.compile(r"[》」』”\"]*[\s,，。.—-]*" + _POET + r"(?=$|[\s,，。.；;])")


#: A title made of ordinary words is one where a clause begins with it, and where one ends.
_TITLE_BEGINS = re.compile(
    r"(?:^|[\n,，.。;；:：!！?？、/|()（）《「『“\"]|画(?:一[张幅个])?|\b(?:of|from|draw|paint|illustrate))\s*$"
)
_TITLE_ENDS = re.compile(r"\s*(?:$|[\n,，.。;；:：!！?？、/|()（）》」』”\"])")
#: Chinese runs of lines of fewer words are not known by themselves; nor are English ones.
SHORTEST = {True: 4, False: 5}
#: Where the line itself is to be seen.
_WRITTEN = re.compile('[》」』”"]*的?(?:书法|字帖|字画|条幅|横幅|对联|字样|题字|石碑|碑文|文字)')
#: Four characters before such a word and a thing describe it: 万马奔腾的草原 is a grassland.
_DESCRIBES = re.compile("的(?P<thing>.{1,10})|般|一样|似的")

_SEEN = THING_ROLES | {"setting", "backdrop", "sky", "time", "season"}


@dataclass(frozen=True, slots=True)
class Verse:
    """A row of the table: `scene` in plain words, and the runs of lines by which it is known.

    `titles` are known only where they stand alone: ordinary sentences have `the lion and the mouse`, too.
    """

    scene: str
    forms: tuple[str, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A verse in a prompt, from `start` up to `end`. `bare`: in four characters."""

    start: int
    end: int
    verse: Verse
    bare: bool


def _units(text: str) -> tuple[str, ...]:
    return tuple(_UNIT.findall(plain(text)))


def _runs(form: str) -> Iterator[str]:
    """Each run of the lines of a form, in which `/` parts lines: `a/b` is `a b`, `a` and `b`."""
    lines = form.split("/")
    for start in range(len(lines)):
        for end in range(start + 1, len(lines) + 1):
            run = " ".join(lines[start:end])
            if len(lines) == 1 or len(_units(run)) >= SHORTEST[not run.isascii()]:
                yield run


def _verse(row: str) -> Verse:
    scene, forms = row.split("\t")
    known = [form for form in forms.split("|") if not form.startswith("《")]
    titles = tuple(form.strip("《》") for form in forms.split("|") if form.startswith("《"))
    return Verse(scene, tuple(dict.fromkeys(run for form in known for run in _runs(form))), titles)


class Verses:
    """All rows of the table, for look-up by the first two words of a form."""

    def __init__(self, rows: Iterable[str]) -> None:
        self.verses = [_verse(row) for row in rows]
        #: By the first two units: each form that begins with them and whether it is a title, longest first.
        self.known: dict[tuple[str, ...], list[tuple[tuple[str, ...], bool, Verse]]] = {}
        for verse in self.verses:
            for form in (*verse.forms, *verse.titles):
                units = _units(form)
                self.known.setdefault(units[:2], []).append((units, form in verse.titles, verse))
        for forms in self.known.values():
            forms.sort(key=lambda known: -len(known[0]))

    def find(self, flat: str) -> Iterator[_Found]:
        """The verses in a text in the one spelling of `plain`; the longest where several begin."""
        units = list(_UNIT.finditer(flat))
        words = tuple(unit.group() for unit in units)
        index = 0
        while index < len(words):
            step = 1
            for form, title, verse in self.known.get(words[index : index + 2], ()):
                here = units[index : index + len(form)]
                if words[index : index + len(form)] != form or not _together(flat, here):
                    continue
                start, end = here[0].start(), here[-1].end()
                if not title or _stands_alone(flat, start, end):
                    yield _Found(start, end, verse, len(form) <= SHORTEST[True])
                    step = len(form)
                    break
            index += step


def _together(flat: str, units: Sequence[re.Match[str]]) -> bool:
    """Whether nothing but spaces and punctuation stands between the units."""
    return all(_GAP.fullmatch(flat, before.end(), after.start()) for before, after in pairwise(units))


def _stands_alone(flat: str, start: int, end: int) -> bool:
    """Whether a title is told as one: between stops, or called a fable."""
    begins = _TITLE_BEGINS.search(flat[:start]) or _BEFORE.search(flat[:start])
    behind = _BEHIND.match(flat, end)
    return bool(begins and (_TITLE_ENDS.match(flat, end) or (behind and behind.end() > end)))


@functools.cache
def verses() -> Verses:
    """The table, read from the package's data when it is first needed."""
    text = resources.files(__package__).joinpath("data", "verses.tsv").read_text("utf-8")
    return Verses(line for line in text.splitlines() if line and not line.startswith("#"))


@functools.cache
def _refusing() -> re.Pattern[str]:
    """Words behind which a line is not a scene: it is to be written somewhere, or not wanted."""
    forms = [form for form, entry in lexicon().forms.items() if entry.role in ("caption", "no")]
    english = "|".join(re.escape(form) for form in forms if form.isascii())
    chinese = "|".join(re.escape(form) for form in [*forms, "题写", "书写"] if not form.isascii())
    return re.compile(rf"(?:\b(?:{english})|{chinese})[\s:：《「『“\"'‘]*$")


def retold(prompt: str) -> str:
    """The prompt with the scene in plain words in place of each verse, idiom and title that is known.

    A verse that is named twice is told once. Behind words such as 写着 and `no`, and before 书法, it is left as it is.
    What the rest of the prompt names itself is not told: it would be there twice.
    """
    flat = "".join(plain(char)[:1] or " " for char in prompt[:MAX_CHARS])
    rest: list[str] = []
    told: list[Verse] = []
    position = 0
    for found in verses().find(flat):
        start, end = _with_names(flat, found)
        if not _is_scene(flat, found, end):
            continue
        rest.append(prompt[position : max(start, position)])
        told.append(found.verse)
        position = max(end, position)
    rest.append(prompt[position:])
    if not told:
        return prompt
    named = _kinds(" ".join(rest))
    scenes = [_clauses(verse.scene, named) if verse not in told[:index] else "" for index, verse in enumerate(told)]
    return "".join(text for pair in zip(rest, [*scenes, ""], strict=True) for text in pair)


def _is_scene(flat: str, found: _Found, end: int) -> bool:
    """Whether a verse is to be painted, not written, refused or only likened to."""
    if _refusing().search(flat[: found.start]) or _WRITTEN.match(flat, end):
        return False
    return not (found.bare and _describes(flat, end))


def _kinds(text: str) -> frozenset[str]:
    """The kinds of all things that a text names."""
    entries = [token.entry for token in tokens(text) if token.entry is not None]
    return frozenset(effect.value for entry in entries for effect in entry.things())


def _clauses(scene: str, named: frozenset[str]) -> str:
    """A scene between stops, without the clauses about what is named already."""
    comma = ", " if scene.isascii() else "，"
    kept = [clause for clause in scene.split(comma) if not _kinds(clause) & named]
    return comma.join(["", *kept, ""])


def _with_names(flat: str, found: _Found) -> tuple[int, int]:
    """Where a verse begins and ends with what is only said of it: that it is a fable, whose verse it is."""
    start, end = found.start, found.end
    for pattern in (_BEFORE, _POET_BEFORE):
        if match := pattern.search(flat[:start]):
            start = match.start()
    for pattern in (_BEHIND, _POET_BEHIND):
        if match := pattern.match(flat, end):
            end = match.end()
    return start, end


def _describes(flat: str, end: int) -> bool:
    """Whether what ends there only says what the thing behind it is like."""
    match = _DESCRIBES.match(flat, end)
    if match is None or match["thing"] is None:
        return match is not None
    following = tokens(match["thing"])
    return bool(following) and following[0].role in _SEEN
