"""Reads a text as a person would: disguised letters, zero-width characters, digits for letters, spelled-out words.

`plain` folds what looks alike into one spelling, and a word list goes through it as well; `readings` gives the ways in
which what is left can be read. Everything is linear in the length of the text.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

#: Letters that look like a Latin one; Greek capitals too where they look like another one than their small letters.
ALIKE = {
    alike: letter
    for letter, every in {
        "a": "аαɑᴀ", "b": "вьβʙ", "c": "сϲᴄ", "d": "ԁđᴅ", "e": "еєεᴇ", "f": "ƒꜰ", "g": "ɡɢց", "h": "нһΗħʜհ",
        "i": "іιıɪ", "j": "јϳᴊ", "k": "кκᴋ", "l": "ӏłʟ", "m": "мΜᴍ", "n": "пΝηɴո", "o": "оοøᴏօ", "p": "рρᴘ", "q": "ԛ",
        "r": "гяʀ", "s": "ѕꜱ", "t": "тτŧᴛ", "u": "υμᴜս", "v": "ѵνᴠ", "w": "шԝωᴡ", "x": "хχ", "y": "уΥγʏ", "z": "ζᴢ",
    }.items()
    for alike in every
}  # fmt: skip
ALIKE |= {"æ": "ae", "œ": "oe"}
#: White letters on black discs and squares, and the letters that flags are made of: 26 each, in order.
for _first in (0x1F150, 0x1F170, 0x1F1E6):
    ALIKE |= {chr(_first + _index): chr(ord("a") + _index) for _index in range(26)}
#: Traditional and Japanese forms of characters that word lists are likely to hold.
ALIKE |= dict(
    zip(
        "強姦輪殺兒児戀體蘿屍斬頭納粹猶種滅絕彈製傳義亂倫蕩視頻電畫圖內網裡裏剝開膛紅歲虛擬偽證護鈔國槍毒販賣買賭詐騙處貞婦"
        "麗發機關與萬嬰幾雙隻邊聽說讀寫漢馬鳥魚龍鳳雞貓長門問間陽陰陣階隊險難靜韓頁頂項順須預領額顏願類風飛饑驚驗髒鬥鬧魯黃點黨樂",
        "强奸轮杀儿儿恋体萝尸斩头纳粹犹种灭绝弹制传义乱伦荡视频电画图内网里里剥开膛红岁虚拟伪证护钞国枪毒贩卖买赌诈骗处贞妇"
        "丽发机关与万婴几双只边听说读写汉马鸟鱼龙凤鸡猫长门问间阳阴阵阶队险难静韩页顶项顺须预领额颜愿类风飞饥惊验脏斗闹鲁黄点党乐",
        strict=True,
    )
)
#: Blank letters: the Hangul fillers and the empty Braille cell.
BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")
#: Marks above and below, format characters (zero-width, direction, soft hyphen), controls.
UNSEEN = frozenset({"Mn", "Me", "Cf", "Cc"})
#: A few characters stand for whole phrases (U+FDFA is eighteen letters long); none of them is in a word list.
LONGEST_DECOMPOSITION = 4

LEET = {ord(sign): letter for sign, letter in zip("01345789@$!|€£+", "oieastbgasiieit", strict=True)}
LEETED = re.compile(r"[a-z][\W_]?[0-9@$!|€£+]|[0-9@$!|€£+][\W_]?[a-z]")
#: Marks between clauses; every other mark may be strewn between the letters of one word.
CLAUSE_MARKS = frozenset(""",;:?!()[]{}<>"“”。、…""")
#: Two or more words of one letter each, which may be repeated: `r a p e`.
SPELLED_OUT = re.compile(r"(?:^|(?<= ))(?:(\w)\1*+(?: |$)){2,}+")


class Readings(NamedTuple):
    """`texts` have single spaces between words; `spelled` are words that were spelled out, their borders lost."""

    texts: tuple[str, ...]
    spelled: tuple[str, ...]


def plain(text: str) -> str:
    """Fold case, width, accents, look-alikes, traditional characters and l (as i: 1, l and I look alike)."""
    return text.translate({ord(character): _fold(character) for character in set(text)})


@lru_cache(maxsize=4096)
def _fold(character: str) -> str:
    if character in ALIKE:
        return ALIKE[character].replace("l", "i")
    if "\u4e00" <= character <= "\u9fff":
        return character
    parts = unicodedata.normalize("NFKD", character).casefold()
    if len(parts) > LONGEST_DECOMPOSITION:
        return character
    return "".join(map(_fold_part, parts)).replace("l", "i")


def _fold_part(part: str) -> str:
    if part.isspace():
        return " "
    if part in BLANK or unicodedata.category(part) in UNSEEN:
        return ""
    return ALIKE.get(part, part)


def readings(text: str) -> Readings:
    """Every way to read a text: digits as digits or as letters, marks as gaps or as nothing."""
    folded = plain(text)
    characters = set(folded)
    alphabets = [{}, LEET] if LEETED.search(folded) else [{}]
    spaced, joined = (
        [_words(folded, _table(characters, alphabet, strewn=strewn)) for alphabet in alphabets] for strewn in (" ", "")
    )
    spelled = (match[0].replace(" ", "") for match in SPELLED_OUT.finditer(spaced[-1]))
    return Readings(tuple(dict.fromkeys(spaced + joined)), tuple(dict.fromkeys(spelled)))


def _table(characters: set[str], alphabet: dict[int, str], *, strewn: str) -> dict[int, str]:
    """What each character is read as; marks that may be strewn into a word as `strewn`."""
    table = {}
    for character in characters:
        read = alphabet.get(ord(character), character)
        if not read.isalnum():
            read = " " if read in CLAUSE_MARKS or read.isspace() else strewn
        table[ord(character)] = read
    return table


def _words(text: str, table: dict[int, str]) -> str:
    """The words with single spaces between them."""
    return " ".join(text.translate(table).split())
