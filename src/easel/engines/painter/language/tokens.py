"""From text to tokens: the longest known words of a prompt, in order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from easel.engines.painter.language.lexicon import (
    MAX_CHINESE_CHARS,
    MAX_ENGLISH_WORDS,
    Effect,
    Entry,
    Lexicon,
    cost_of,
    lexicon,
)
from easel.engines.painter.language.script import MARKS, is_chinese, plain
from easel.engines.painter.language.spelling import corrected

#: Longer prompts are read this far.
MAX_CHARS = 6000
_WORD = re.compile(r"[a-z0-9&]+")
_HEX = re.compile(r"#[0-9a-f]{6}\b")
_DIGITS = "零一二三四五六七八九"
_COUNTING = frozenset(_DIGITS + "十百千万")
_NUMERAL = re.compile("(?=.*[十百千万])[零一二三四五六七八九十百千万]{2,9}")
_NUMBER = re.compile(r"\d{1,4}")
_WEIGHT = re.compile(r"\(([^():]{1,200}):\s*\d*\.?\d+\s*\)")
#: What fills the slots of a template, or is stressed: `a {red} car`, `[a red car]`.
_SLOT = re.compile(r"\{+([^{}:;|]{1,200})\}+|\[+([^\[\]:;|]{1,200})\]+")
#: 千万别 asks for no ten millions.
_SURELY = re.compile("千万(?=[别不要得记请])")
#: LoRA tags, command-line flags, addresses, ratios, apertures and other decimals.
_NOISE = re.compile(
    r"<lora:[^>]{0,100}>|--[a-z]+(?:\s+[0-9.:]+)?|https?://\S+|\b\d+\s*:\s*\d+\b|:\d+|\bf/\d+(?:\.\d+)?|\b\d+\.\d+%?"
)
#: 黑得像炭: what a colour is like is not painted.
_AS_BLACK = re.compile(
    r"([红橙黄绿蓝紫粉黑白灰])得(?:像|跟|如)[\u4e00-\u9fff]{1,4}?(?:似的|一样|一般)?(?=[,。;!?、的]|$)"
)
#: Ages in figures: `a 25 year old woman`, 二十多岁的女性.
_AGE = re.compile(
    r"\b(?:aged? )?(\d{1,3})[ -]*(?:years?[ -]*(?:olds?|of age)|yo\b|y/o\b)"
    r"|(?:刚满|满|快满|快)?([0-9]{1,3}|[一二三四五六七八九十百]{1,4})[多几]?岁[左右]{0,2}"
)
_IN_HIS_TWENTIES = re.compile(
    r"\bin (?:his|her|their) (?:early |mid |late )?(teens|twenties|thirties|forties|fifties|\w+ties)"
)
#: Up to which age somebody is called what.
_AGES = ((12, "young", "年幼"), (35, "young", "年轻"), (59, "middle aged", "中年"), (999, "elderly", "年迈"))
_FULL_STOPS = frozenset(".。!?;\n")
_STOPS = _FULL_STOPS | frozenset(',:|/()[]{}"“”《》「」『』【】<>…—~*+=')
#: Adverbs and figures ask for nothing by themselves.
_FILLER = re.compile(r".{3,}ly|\d.*")
#: Endings that English nouns seldom have: an unknown word with one describes what stands beside it.
_SEEMS_NO_NOUN = re.compile(r".{3,}(?:ing|ed|ful|less|ous|ive|able|ible|ish|est|ical|ized|ness|ity|ism|esque|like)")
#: Unknown trades (`ceramicist`, `beekeeper`) are people.
_SOMEBODY = re.compile(r".{3,}(?:icist|ologist|smith|keeper|seller|maker|(?P<woman>woman)|(?<!hu)man)")
#: Roles whose one-character Chinese words are not believed beside an unknown character (黄 and 山 in an unknown name).
_DOUBTFUL = frozenset(
    "person animal plant building vehicle food furniture object colour setting backdrop sky weather season "
    "garment post trait size hairnoun part num rel skyword time skip unpainted".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word of the prompt. `entry` is None for an unknown word and for a stop, which is `,` or `.`.

    `plural` is only ever true in English.
    """

    text: str
    entry: Entry | None = None
    plural: bool = False
    stop: str = ""

    @property
    def role(self) -> str:
        """The entry's first role; `stop` or `unknown` without an entry."""
        if self.entry is not None:
            return self.entry.role
        return "stop" if self.stop else "unknown"

    @property
    def chinese(self) -> bool:
        """Whether the word is Chinese."""
        return not self.text.isascii()


#: Measures of things, which nobody's name follows.
_MEASURES = frozenset("只头条匹把张棵朵株辆艘座栋幢盏顶件双瓶杯碗架台颗")
_IN_NAMES = _DOUBTFUL | {"unknown"}


def tokens(prompt: str) -> list[Token]:
    """The tokens of a prompt; any text at all is allowed."""
    text = _WEIGHT.sub(r" \1 ", prompt[:MAX_CHARS].lower().replace("snow-white", "pure white"))
    text = plain(_NOISE.sub(" ", _SLOT.sub(r" \1\2 ", text)))
    text = _AS_BLACK.sub(r"是\1色", _SURELY.sub("", text))
    text = _IN_HIS_TWENTIES.sub(_decade, _AGE.sub(_age, text))
    return list(_scan(text, lexicon()))


def _age(match: re.Match[str]) -> str:
    figures = match[1] or match[2]
    known = _numeral(figures) if not figures.isdigit() and len(figures) > 1 else None
    single = str(_DIGITS.find(figures)) if figures in _DIGITS else "10"
    years = int(figures if figures.isdigit() else known.effects[0].value if known is not None else single)
    english, chinese = next(words for upto, *words in _AGES if years <= upto or upto == 999)
    return f" {english} " if match[1] else chinese


def _decade(match: re.Match[str]) -> str:
    return {"teens": "young", "twenties": "young", "thirties": "young"}.get(
        match[1], "middle aged" if match[1] in ("forties", "fifties") else "elderly"
    )


def _scan(text: str, words: Lexicon) -> Iterator[Token]:
    position = 0
    while position < len(text):
        char = text[position]
        if is_chinese(char):
            end = position + 1
            while end < len(text) and is_chinese(text[end]):
                end += 1
            yield from _chinese(text[position:end], words)
        elif match := words.mixed.match(text, position):
            end = match.end()
            yield Token(match.group(), words.forms[match.group()])
        elif match := _HEX.match(text, position):
            end = match.end()
            yield Token(match.group(), Entry((Effect("colour", match.group()),)))
        elif match := _WORD.match(text, position):
            token, end = _english(text, match, words)
            yield token
        else:
            end = position + 1
            yield from _sign(text, position, words)
        position = end


def _sign(text: str, position: int, words: Lexicon) -> Iterator[Token]:
    """What a character that belongs to no word says, if anything."""
    char = text[position]
    if char == "、":
        yield Token(char, words.forms["和"])
    elif char in MARKS:
        yield Token(char, Entry((Effect("lettering", char),)))
    elif char == "=" and "=" not in text[position - 1 : position] + text[position + 1 : position + 2]:
        # `tulip = orange`
        yield Token(char, words.forms["is"])
    elif char in _STOPS:
        yield Token(char, stop="." if char in _FULL_STOPS else ",")


def _english(text: str, first: re.Match[str], words: Lexicon) -> tuple[Token, int]:
    found = [first]
    while len(found) < MAX_ENGLISH_WORDS:
        start = found[-1].end()
        gap = start
        while text[gap : gap + 1] == " ":
            gap += 1
        following = _WORD.match(text, gap) if gap > start else None
        if following is None:
            break
        found.append(following)
    for count in range(len(found), 0, -1):
        phrase = " ".join(match.group() for match in found[:count])
        hit = words.english(phrase)
        if hit is not None:
            return Token(phrase, *hit), found[count - 1].end()
    mended = corrected(first.group())
    hit = words.english(mended) if mended is not None else None
    if mended is not None and hit is not None:
        return Token(mended, *hit), first.end()
    return _unknown_english(first.group()), first.end()


def _unknown_english(word: str) -> Token:
    if match := _SOMEBODY.fullmatch(word):
        return Token(word, Entry((Effect("person", "woman" if match["woman"] else "man"),)))
    if _NUMBER.fullmatch(word):
        return Token(word, Entry((Effect("num", word),)))
    if len(word) < 2 or _FILLER.fullmatch(word):
        return Token(word, Entry((Effect("skip", ""),)))
    if _SEEMS_NO_NOUN.fullmatch(word):
        return Token(word, Entry((Effect("unpainted", ""),)))
    return Token(word)


def _chinese(run: str, words: Lexicon) -> Iterator[Token]:
    """Cut a run of ideographs so that the fewest stay unknown and the words are the longest."""
    # Cost so far, and where the last word starts, negated: of two equal ways the one with the longer first word wins.
    best = [(0, 0)]
    for end in range(1, len(run) + 1):
        choices = [(best[end - 1][0] + 300, 1 - end)]
        for start in range(max(0, end - MAX_CHINESE_CHARS), end):
            cost = words.costs.get(run[start:end])
            if cost is None and run[start] in _COUNTING and _NUMERAL.fullmatch(run, start, end):
                cost = cost_of(end - start)
            if cost is not None:
                choices.append((best[start][0] + cost, -start))
        best.append(min(choices))
    cuts = [len(run)]
    while cuts[-1]:
        cuts.append(-best[cuts[-1]][1])
    cuts.reverse()
    pieces = [run[start:end] for start, end in pairwise(cuts)]
    entries = [words.forms.get(piece) or _numeral(piece) or words.ordinary.get(piece) for piece in pieces]
    for index, following in enumerate(pieces[1:]):
        # Whatever somebody is doing (舔着), it is a verb, and the words beside it are words.
        if entries[index] is None and following.startswith("着"):
            entries[index] = Entry((Effect("unpainted", ""),))
    yield from _joined(list(map(Token, pieces, entries)))


def _numeral(word: str) -> Entry | None:
    """The entry of a Chinese number such as 九百九十九, or None for any other word."""
    if not _NUMERAL.fullmatch(word):
        return None
    total = group = digit = 0
    for char in word:
        if char in _DIGITS:
            digit = _DIGITS.index(char)
        elif char == "万":
            total, group, digit = total + (group + digit) * 10_000, 0, 0
        else:
            group, digit = group + max(digit, 1) * {"十": 10, "百": 100, "千": 1000}[char], 0
    return Entry((Effect("num", str(total + group + digit)),))


def _joined(pieces: list[Token]) -> Iterator[Token]:
    """Join unknown characters, and doubtful ones that touch them, into one unknown word."""
    known = [piece.entry is not None for piece in pieces]
    for order in (range(1, len(pieces)), range(len(pieces) - 2, -1, -1)):
        for index in order:
            neighbour = index - 1 if order.step > 0 else index + 1
            if known[index] and not known[neighbour] and _doubtful(pieces, index):
                known[index] = False
    text = ""
    for piece, sure in zip(pieces, known, strict=True):
        if not sure:
            text += piece.text
            continue
        if text:
            yield Token(text)
        text = ""
        yield piece
    if text:
        yield Token(text)


def _head_of_name(pieces: list[Token], index: int) -> int | None:
    """Where the one-character name of a thing ends a counted name that is otherwise unknown (一只曼基康猫); or None.

    `index` is within that name. Not behind 个 and 位, as people's names may be.
    """
    start = end = index
    while start > 0 and len(pieces[start - 1].text) == 1 and pieces[start - 1].role in _IN_NAMES:
        start -= 1
    while end + 1 < len(pieces) and len(pieces[end + 1].text) == 1 and pieces[end + 1].role in _IN_NAMES:
        end += 1
    before, last = pieces[start - 1] if start else None, pieces[end].entry
    counted = before is not None and before.role in ("num", "measure") and before.text[-1] in _MEASURES
    unknown = sum(piece.entry is None for piece in pieces[start:end])
    return end if counted and unknown >= 2 and last is not None and last.is_thing else None


def _doubtful(pieces: list[Token], index: int) -> bool:
    if len(pieces[index].text) > 1 or pieces[index].role not in _DOUBTFUL:
        return False
    before = pieces[index - 1].entry if index else None
    if pieces[index].role == "post" and before is not None and before.is_thing:
        return False
    head = _head_of_name(pieces, index)
    if head is not None:
        return index != head
    if pieces[index].role == "num" and index + 1 < len(pieces) and pieces[index + 1].role == "measure":
        return False
    surely = pieces[index].role not in ("colour", "skip")
    return not (surely and index and pieces[index - 1].role in ("measure", "num", "of"))
