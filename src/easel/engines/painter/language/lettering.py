"""Lettering: the parts of a prompt that are to be read in the picture rather than painted.

`a poster with the text "EXPLORE"`, 写着“开业大吉”的横幅: the text is taken out before anything else is read, and a mark
stands in its place until it is known on what it is to be written.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from easel.engines.painter.language.called import CHINESE_COLOUR, COLOUR
from easel.engines.painter.language.draft import DraftThing
from easel.engines.painter.language.script import ANYWHERE, NOWHERE, ON_BOARDS
from easel.engines.painter.language.tokens import tokens
from easel.engines.painter.language.verses import retold
from easel.engines.painter.plan import Lettering

#: No more than so many quotations of one prompt are looked at.
MOST_QUOTED = 40
#: How far before a text its announcement is looked for, in characters.
_REACH = 90
#: Groups of what is said around a text: in what manner, where, in which colour.
_PARTS = ("how", "at", "hue")
#: What stands in quotation marks; of more than 80 characters it is a part of the prompt rather than lettering.
QUOTED = re.compile(
    r'"([^"\n]{1,80})"|“([^”\n]{1,80})”|「([^」\n]{1,80})」|『([^』\n]{1,80})』|‘([^’\n]{1,80})’|《([^》\n]{1,40})》'
    r"|(?<![A-Za-z0-9])'([^'\n]{1,80}?)'(?![A-Za-z0-9])"
)
_ADJECTIVES = (
    r"(?:(?:the|a|an|its|some|top|bottom|large|big|huge|small|tiny|bold|elegant|stylish|modern|vintage|retro|cursive|handwritten|brush|script"
    r"|serif|main|short|single|glowing|neon|shiny|metallic|block|capital|bright|dark|light|decorative|playful|simple|clean|thin|thick"
    rf"|{COLOUR}|3d"
    r"|[a-z]+-[a-z]+)\s+){0,5}"
)
_TEXTS = (
    "text|words?|title|headline|heading|slogan|caption|inscription|tagline|subtitle|phrase|letters|lettering|typography"
    "|quote|message|label|logotype|wordmark|writing|greeting"
)
_SAYS = r"(?:says?|reads?|spell(?:s|ing)(?:\s+out)?|stat(?:es|ing)|saying)"
_CARRIERS = (
    "sign|signs|signboard|banner|billboard|placard|poster|t-?shirt|shirt|hoodie|sweater|cap|mug|cup|cake|card|board|chalkboard|blackboard"
    "|whiteboard|plate|label|flag|neon|balloons?|bubble|plaque|screen|sticker|tag|note|letter"
)
#: What may be `reading` something without anybody who reads.
_READERS = "sign signs text card neon banner cake shirt label board mug cap"
_READ_OF = "|".join(f"(?<={word})" for word in _READERS.split())
#: What is said before a text: `with the bold red text`, `that says`.
_BEFORE = re.compile(
    r"(?P<all>(?:[,，]?\s*\b(?:with|and|has|having|featuring|bearing|including|displaying|showing|plus|under|below|above)"
    rf"\s+)?(?P<how>{_ADJECTIVES})\b(?:{_TEXTS})(?:\s+(?:that|which))?(?:\s+{_SAYS})?"
    r"(?:\s+(?:is|of|at the (?:top|bottom)))?\s*[:：,，]?\s*"
    r"|\b(?:chinese |japanese |brush )?calligraphy(?: of| saying| reading)?(?: the (?:words?|characters?))?\s*[:：]?\s*"
    rf"|(?:{_READ_OF})\s+reading\s*[:：]?\s*"
    rf"|[,，]?\s*(?:\b(?:that|which|it|and)\s+){{0,2}}\b{_SAYS}\s*[:：,，]?\s*"
    r"|[,，]?\s*\b(?:labell?ed|titled|entitled|inscribed|written|printed|engraved|emblazoned|lettered)(?:\s+with|\s+as)?\s*[:：,，]?\s*)$",
    re.IGNORECASE,
)
_BEFORE_HANZI = re.compile(
    r"(?P<all>(?:[，,]?\s*(?:并|还|再)?(?:用|以)(?P<how>[^，。,；;]{1,8}?))?"
    r"(?P<at>(?:画面|海报)?(?:的)?(?:最)?(?:上方|顶部|顶端|下方|底部|正中间?|正中央|中间|中央)(?:的)?)?(?:[，,]?\s*(?:它|其)?上[面边])?"
    rf"(?:大大地|分别|竖着|横着)?(?P<hue>{CHINESE_COLOUR}的?)?"
    r"(?:写着|写有|写了|写上|书写着?|写|印着|印有|印上|刻着|刻有|绣着|绣有|题着|题有|题字|题|上书|标着|标有|显示着?|拼成|拼出|配文|配字"
    r"|文案|主?标题|副标题|标语|口号|宣传语|广告语|祝福语|文字内容|文字|字样|大字|小字|艺术字|店名|品牌名|书名|片名|(?:毛笔|行书|草书|楷书|隶书)?书法(?:作品)?|毛笔字)(?:内容)?(?:是|为|叫|写着)?\s*[:：]?\s*)$"
)
#: What is said behind one: `written on it in gold letters`, 四个大字.
_BEHIND = re.compile(
    r"(?P<all>\s*,?\s*(?:(?:is|are)\s+)?(?:written|printed|painted|embroidered|engraved|carved|lettered|spelled|spelt|displayed|stitched|piped"
    r"|scrawled)(?:\s+out)?)",
    re.IGNORECASE,
)
_BEHIND_HANZI = re.compile(
    rf"(?P<all>\s*(?:这)?(?:几个|[一二两三四五六七八]个)?(?P<how>{CHINESE_COLOUR})?的?(?:艺术|毛笔|手写|发光|立体|霓虹|书法)?"
    r"(?:字样|大字|小字|艺术字|文字|标题|标语|书法(?:作品|字)?|毛笔字|字))"
)
#: How and where, behind all that: ` in bold gold letters at the top`.
_MANNER = re.compile(
    r"(?P<all>\s+in\s+(?P<how>(?:[a-z]+[ -]){0,4}?(?:letters?|lettering|text|font|type|typography"
    r"|script|frosting|icing|paint|ink|chalk"
    r"|neon|calligraphy|handwriting|serif|capitals|caps|characters)"
    rf"|(?:bold |bright |dark |light |big |large )?{COLOUR}"
    r"(?=\s*(?:$|[,.;!\n]|on\b|at\b|across\b)))\b)",
    re.IGNORECASE,
)
_ON_IT = re.compile(
    r"(?P<all>\s+(?:(?:on|across|over|in)\s+(?:it|top|them)\b(?!\s+of)|(?:on|across|over|along|at|in)\s+(?:the|its|his|her|their)\s+"
    r"(?P<at>top|bottom|front|center|centre|middle|back|chest|side|cover)\b(?:\s+of\s+(?:it|the\s+(?:picture|image|poster|page|frame|cover)))?))",
    re.IGNORECASE,
)
#: Printed sheets, which have a text of their own.
_PAPER, _PAPER_HANZI = (
    "poster|cover|flyer|cards?|invitation|logo|bookmark|thumbnail|certificate",
    "海报|封面|贺卡|卡片|邀请函|请柬|传单|标志|徽标|书签|展板|主视觉|证书|奖状",
)
#: Prompts in which quoted words are lettering without being said to be.
_PRINTED = re.compile(
    rf"\b(?:{_PAPER}|banner|badge|emblem|signs?|signboard|billboard|label|sticker|menu|title|typography"
    r"|lettering|slogan|headline|neon|t-?shirt|mug|brand|storefront|wordmark|ticket|packaging|bubble)\b"
    rf"|{_PAPER_HANZI}|logo|横幅|招牌|店招|菜单|标题|标语|字体|艺术字|书法|对联|匾|包装|霓虹灯牌|气泡|对话框",
    re.IGNORECASE,
)
#: Prompts for a sheet of paper whose text is its own, and what is the title of one however it is put.
_SHEET = re.compile(
    rf"\b(?:{_PAPER}|album|leaflet|brochure|postcard|advert(?:isement)?)\b"
    rf"|{_PAPER_HANZI}|插画|明信片|广告|背景板",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:title|headline|heading|slogan|tagline|subtitle|caption|titled)\b|标题|标语|口号|文案|宣传语|广告语|祝福语|题字|题着",
    re.IGNORECASE,
)
#: Where words without quotation marks are: in capitals, or on what is there to be read.
_SHOUTED = re.compile(
    rf"(?:\b(?:that|which)\s+{_SAYS}|\b(?:saying|reading)|\bwith\s+the\s+(?:{_TEXTS}))\s+(?P<text>[A-Z0-9][A-Z0-9'&!?.-]*(?:\s+[A-Z0-9][A-Z0-9'&!?.-]*){{0,5}})(?![a-z])"
)
_MURMURED = re.compile(
    rf"\b(?:{_CARRIERS})\s+(?:(?:that|which)\s+(?:says|reads)|saying)\s+(?P<text>[a-z][a-z' ]{{1,30}}?)"
    r"(?=\s+(?:on|in|at|above|under|with|and|held|hanging|next|beside|near|behind)\b|[,.;!\n]|$)",
    re.IGNORECASE,
)
_SHOUTED_HANZI = re.compile(
    r"(?:[上面边牌匾纸条幅旗恤服卡笼杯糕屏板墙联]|一个|一块|一张|一条|一面|一幅)(?P<cue>写着|写有|上书)(?P<text>[\u4e00-\u9fffA-Za-z0-9]{1,12}?)(?=的[\u4e00-\u9fff]|[，。,；;！!\n]|$)"
)
_LISTED = re.compile(
    r"(?:\b(?:text|title|subtitle|headline|caption|slogan|tagline)|主?标题|副标题|文案|标语|口号|文字)\s*[:：]\s*"
    r"(?P<text>[^\s\"“”「『《'‘,，.。;；\n\ue000-\ue02f][^\"“”「『《,，.。;；\n]{0,50})",
    re.IGNORECASE,
)
#: What is written without being meant to be read.
_NO_TEXT = re.compile(r"作业|字$|^信|日记|诗$|^书|代码|论文|^歌|笔记|东西|什么|文章|答案|名字$")
_BRUSH = re.compile(r"书法|毛笔|行书|草书|楷书|隶书|\b(?:calligraphy|brush)\b", re.IGNORECASE)
_NEON = re.compile(r"\bneon\s+(?:light\s+)?signs?\b|霓虹灯?[招广]?告?牌子?", re.IGNORECASE)
#: `a cat named "Luna"`: nobody's name is written anywhere, but a brand's on its logo.
_NAMED = re.compile(r"(?P<all>\b(?:named|called)\s*|[叫名](?:做|为|字是?)?\s*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """A prompt with marks where its lettering was, and what each of them stands for, in order."""

    prompt: str
    lettering: dict[str, Lettering]


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    lettering: Lettering
    #: Which marks stand for it.
    marks: tuple[str, ...] = ANYWHERE


def marked(prompt: str, *, printed: bool = False) -> Marked:
    """The prompt with its lettering taken out; no more than six texts of up to 80 characters are.

    `printed`: whatever is quoted is lettering, as on a thing that is there to be read.
    """
    found: list[_Found] = []
    printed = printed or _PRINTED.search(prompt) is not None
    for text in sorted([*_quoted(prompt, printed=printed), *_unquoted(prompt)], key=lambda one: one.start):
        if (not found or text.start >= found[-1].end) and len(found) < len(ANYWHERE):
            found.append(text)
    parts, end, lettering = [], 0, {}
    for number, text in enumerate(found):
        mark = text.marks[number]
        parts += [prompt[end : text.start], f" {mark} "]
        end, lettering[mark] = text.end, text.lettering
    rest = "".join([*parts, prompt[end:]])
    # Where nothing is to be read, neon is a light of the street.
    return Marked(_NEON.sub(" neon signboard ", rest) if found else prompt, lettering)


def _quoted(prompt: str, *, printed: bool) -> Iterator[_Found]:
    for quotation in islice(QUOTED.finditer(prompt), MOST_QUOTED):
        text = next(group for group in quotation.groups() if group is not None).strip()
        title = quotation.group().startswith("《")
        behind = prompt[quotation.end() :]
        latest = _said_before(prompt[: quotation.start()])
        after = _BEHIND.match(behind) or (None if title else _BEHIND_HANZI.match(behind))
        named = _NAMED.search(prompt[: quotation.start()])
        # A line of verse in quotation marks is what there is to be seen.
        alone = printed and not title and retold(text) == text
        if not text or not (latest or after or alone) or (named and not printed):
            continue
        yield _with_manner(prompt, quotation, text, latest)


def _said_before(text: str) -> re.Match[str] | None:
    """What announces a text at the end of what is before it; the longer way to read it."""
    matches = (pattern.search(text[-_REACH:]) for pattern in (_BEFORE, _BEFORE_HANZI, _NAMED))
    return max(filter(None, matches), key=lambda match: len(match["all"]), default=None)


def _with_manner(prompt: str, quotation: re.Match[str], text: str, before: re.Match[str] | None) -> _Found:
    """A text together with what is said of it on both sides."""
    start = quotation.start() - (len(before["all"]) if before else 0)
    said = [before.groupdict().get(part) or "" for part in _PARTS] if before else []
    end, behind = said_behind(prompt, quotation.end())
    words = " ".join([*said, behind])
    marks = ON_BOARDS if _SHEET.search(prompt) and not _ON_IT.search(prompt[quotation.end() : end]) else ANYWHERE
    marks = NOWHERE if _TITLE.search(prompt[start : quotation.start()]) else marks
    brush = _BRUSH.search(prompt[start:end]) is not None
    return _Found(start, end, Lettering(text, colour_of(words), place_of(words), brush), marks)


def said_behind(text: str, end: int) -> tuple[int, str]:
    """Where what is said of a lettering that ends at `end` ends itself, and the words for its manner and place."""
    said = []
    if after := _BEHIND.match(text[end:]) or _BEHIND_HANZI.match(text[end:]):
        end += after.end()
        said.append(after.groupdict().get("how") or "")
    for pattern in (_MANNER, _ON_IT, _MANNER):
        if more := pattern.match(text[end:]):
            end += more.end()
            said += [more.groupdict().get(part) or "" for part in _PARTS]
    return end, " ".join(said)


def _unquoted(prompt: str) -> Iterator[_Found]:
    for pattern in (_SHOUTED, _MURMURED):
        for match in pattern.finditer(prompt):
            start = match.start() if pattern is _SHOUTED else match.start("text")
            yield _Found(start, match.end(), Lettering(match["text"].strip()))
    for match in _LISTED.finditer(prompt):
        yield _Found(match.start(), match.end(), Lettering(match["text"].strip()), NOWHERE)
    for match in _SHOUTED_HANZI.finditer(prompt):
        if not _NO_TEXT.search(match["text"]):
            yield _Found(match.start("cue"), match.end(), Lettering(match["text"]))


def colour_of(words: str) -> str | None:
    """The first colour among words."""
    entries = (token.entry for token in tokens(words))
    return next((entry.value("colour") for entry in entries if entry is not None and entry.role == "colour"), None)


def place_of(words: str) -> str | None:
    """Where words say that a text stands: `top`, `bottom`, `centre`, or None."""
    if re.search(r"\btop\b|上方|上面|顶", words):
        return "top"
    if re.search(r"\bbottom\b|下方|下面|底", words):
        return "bottom"
    return "centre" if re.search(r"\b(?:center|centre|middle)\b|中间|中央", words) else None


def write(things: list[DraftThing], lettering: dict[str, Lettering]) -> tuple[Lettering, ...]:
    """Put the texts in the place of their marks on things; returns those that are on none."""
    texts = dict(lettering)
    for thing in things:
        text = texts.pop(thing.traits.get("text", ""), None)
        if text is not None:
            thing.traits["text"] = text.text
            thing.traits |= {"text_colour": text.colour} if text.colour else {}
    return tuple(texts.values())


def in_colour(lettering: tuple[Lettering, ...], colour: str | None) -> tuple[Lettering, ...]:
    """The texts, in this colour where they have none of their own."""
    return tuple(replace(text, colour=text.colour or colour) for text in lettering)


def festivals(lettering: Iterable[Lettering]) -> list[str]:
    """The festivals that texts wish a happy one of: what belongs to them is to be seen as well."""
    entries = (token.entry for text in lettering for token in tokens(text.text))
    return [effect.value for entry in entries if entry for effect in entry.effects if effect.role == "festival"]
