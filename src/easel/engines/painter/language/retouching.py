"""Retouching in words: `sharpen it`, 裁剪到狗, `black and white except the roses`."""

import re
from collections.abc import Iterator

from easel.engines.painter.language.clause import Clause
from easel.engines.painter.language.edits import Change, ChangeBackground, ChangeMood
from easel.engines.painter.language.referring import named
from easel.engines.painter.plan import Retouch

_MORE, _LESS = r"(?:more|increase|boost|raise|enhance|higher|stronger)", r"(?:less|reduce|decrease|lower)"
_UP, _DOWN = r"(?:提高|增加|增强|加强|调高|更高|拉高|提升)", r"(?:降低|减少|减弱|调低|更低)"
_ALL = r"(?:it|this|that|the (?:whole )?(?:image|picture|photo|scene)|everything(?: else)?|all(?: else)?)"
_GREY = r"(?:black and white|black white|b w|greyscale|grayscale|monochrome|grey|gray)"
_BUT = r"(?:except|but|apart from|other than|besides|all but|everything but)(?: for)?"
#: Retouching that is done beside other changes that the same words ask for; nothing else in them may stand for it.
BESIDE = frozenset({"blur_background", "sharper", "mirror", "upside_down", "turn_right", "turn_left", "half_turn"})
#: Moods that are the same for the whole of a picture: a further one is done to its pixels.
_TONES = {"lighter": "bright", "darker": "dark", "warmer": "warm", "cooler": "cold", "more_colour": "vivid"}
_TURN = r"(?:rotate|turn|旋转|转)"
_PATTERNS = {
    "blur_background": r"\bblur\w*\b.*\b(?:background|backdrop)|(?:background|backdrop).*\bblur|\bbokeh\b"
    r"|(?:背景.{0,6}(?:虚化|模糊)|(?:虚化|模糊).{0,4}背景)",
    "more_contrast": rf"{_MORE}.{{0,12}}\bcontrast|{_UP}.{{0,4}}对比度?|对比度?.{{0,4}}{_UP}",
    "less_contrast": rf"{_LESS}.{{0,12}}\bcontrast|{_DOWN}.{{0,4}}对比度?|对比度?.{{0,4}}{_DOWN}",
    "more_colour": rf"{_MORE}.{{0,16}}(?:saturat|vibran|colou?rful)|{_UP}.{{0,4}}饱和度?|饱和度.{{0,4}}{_UP}|更?鲜艳",
    "less_colour": rf"{_LESS}.{{0,12}}saturat|\bdesaturate|{_DOWN}.{{0,4}}饱和度?|饱和度.{{0,4}}{_DOWN}",
    "lighter": rf"\b(?:bright|light)e(?:n|r)\b|{_MORE}.{{0,10}}(?:brightness|exposure)"
    rf"|调亮|提亮|亮一?[点些]|{_UP}.{{0,4}}亮度",
    "darker": rf"\bdark(?:en|er)\b|{_LESS}.{{0,10}}(?:brightness|exposure)|调暗|暗一?[点些]|{_DOWN}.{{0,4}}亮度",
    "warmer": r"\bwarmer\b|暖一?[点些]|更暖|偏暖",
    "cooler": r"\b(?:cooler|colder)\b|冷一?[点些]|更冷|偏冷",
    "sharper": r"\bsharp(?:en|er)\b|锐化",
    "clearer": r"\b(?:enhance|improve)\b.*\b(?:quality|image|photo|picture|details?)"
    r"|\bupscale|提升画质|变清晰|更清晰|高清",
    "mirror": r"\b(?:flip|mirror)\b(?!.*vertical)|水平翻转|左右翻转|镜像",
    "upside_down": r"\bflip\b.*vertical|\bupside down|垂直翻转|上下翻转",
    "half_turn": rf"{_TURN}.*\b180|{_TURN}.*(?:180|一百八)",
    "turn_left": rf"{_TURN}.*\b270|{_TURN}(?!.*180).*(?:counter ?clockwise|anti ?clockwise|to the left|逆时针|向左)"
    rf"|(?:逆时针|[向往]左){_TURN}",
    "turn_right": rf"^(?!.*(?:counter|anti|left|180|270|逆时针|左)).*{_TURN}"
    r".*(?:\b90|90度|clockwise|to the right|sideways)"
    rf"|(?:顺时针|[向往]右){_TURN}",
    "cut_out": r"\bbackground (?:to be |be |is |to )?transparent|\btransparent (?:background|png)|\bcut ?out\b"
    rf"|^(?:make|turn|set) {_ALL} transparent|背景.{{0,4}}透明|透明.{{0,2}}(?:背景|底)|抠图|抠出",
}
#: What opens a clause about the picture's pixels.
_COMMAND = re.compile(
    r"rotate\b|turn (?:it|the (?:image|picture|photo)) (?:\d|(?:counter|anti)|clock|side|to the)"
    r"|旋转|[顺逆]时针|[向往][左右]转|crop|sharpen|blur|flip|mirror|cut ?out|抠"
    r"|背景.{0,4}透明|把?背景.{0,4}(?:虚化|模糊)|make .+ transparent"
)
#: What is kept of a cropped picture, and what of it is cut off.
_CROP = re.compile(
    rf"(?:crop (?:.*? )?|trim (?:{_ALL} )?)(?:down |in )?(?:to|around|on) (?:just |only )?(?P<to>.+)"
    r"|(?:crop|trim) (?:out|off|away) (?P<off>.+)|crop (?P<off2>.+) (?:out|off|away)"
    rf"|crop(?: {_ALL}| in| tight(?:er|ly)?| closer)*"
    r"|(?:[把将].{1,4})?裁[剪切]?(?:成只?有?|到|出|得?只剩下?)(?P<to_zh>.+)|[把将](?P<off_zh>.+?)裁[剪切]?掉|裁[剪切]?掉(?P<off_zh2>.+)"
)
#: Colours that alone are left in a black and white picture.
_DRAINED = re.compile(
    rf"(?:(?:make|turn|convert|change) )?(?:{_ALL} )?(?:in(?:to)? |to )?{_GREY} {_BUT} (?P<one>.+)"
    rf"|(?:make|turn|convert|change) {_ALL} {_BUT} (?P<two>.+?) (?:in(?:to)? |to )?{_GREY}"
    rf"|(?:keep|leave) (?:only |just )?(?P<three>.+?) (?:only )?in colou?r.*"
    r"|除了?(?P<four>.+?)(?:以外|之外|外)?(?:其[他余]的?)?(?:都|全部?|全都)?(?:变成|改成|变为|换成|是|变)?黑白的?"
    r"|[只仅]?(?:保留|留下?)(?P<five>.+?)的?(?:颜色|彩色|色彩)"
)


def retouches_in(words: str) -> tuple[Retouch, ...]:
    """The retouching that some words ask for."""
    said = words.lower()
    return tuple(Retouch(name) for name, pattern in _PATTERNS.items() if re.search(pattern, said))


def retouching(piece: str) -> tuple[Retouch, ...]:
    """The retouching that a whole clause asks for: none where it is about a thing rather than about the picture."""
    return tuple(_selected(piece)) or (retouches_in(piece) if _COMMAND.match(piece) else ())


def _selected(piece: str) -> Iterator[Retouch]:
    drained = _DRAINED.fullmatch(piece)
    if drained is not None:
        kinds = named(next(filter(None, drained.groups())))
        if kinds:
            yield Retouch("drained", kinds)
        return
    crop = _CROP.fullmatch(piece)
    if crop is not None:
        off = next(filter(None, (crop[name] for name in ("off", "off2", "off_zh", "off_zh2"))), None)
        what = off or crop["to"] or crop["to_zh"] or ""
        yield Retouch("crop_off" if off else "crop", _areas(what))


def _areas(words: str) -> tuple[str, ...]:
    """The kinds of things that words name, or the words themselves where they name none, such as `sky`."""
    return named(words) or tuple(filter(None, (re.sub(r"^(?:the|his|her|its|my) ", "", words.strip()),)))


def with_retouching(clause: Clause, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes of a clause, with what its words ask to be done to the picture's pixels."""
    if clause.verb in ("retouch", "letter"):
        return changes
    retouches = retouches_in(f"{clause.old} {clause.new}".strip())
    moods = {change.mood for change in changes if isinstance(change, ChangeMood)} - {None}
    # `brighter` was read already, but not `brighter and warmer`.
    further = moods and moods <= set(_TONES.values())
    return (
        *changes,
        *(
            one
            for one in retouches
            if not changes or one.name in BESIDE or (further and _TONES.get(one.name) not in {None, *moods})
        ),
    )


def settled(found: list[tuple[Clause, tuple[Change, ...]]]) -> list[tuple[Clause, tuple[Change, ...]]]:
    """The same with retouching in place of what is said of it a second time.

    What is black and white is the rest where something is left in colour, and no ground is none where it is cut away.
    """
    retouches = {change.name: change for _, changes in found for change in changes if isinstance(change, Retouch)}
    meant = {"drained": ChangeMood(mood="monochrome"), "cut_out": ChangeBackground("plain")}

    def instead(change: Change) -> Change:
        return next((retouches[name] for name, same in meant.items() if change == same and name in retouches), change)

    return [(clause, tuple(map(instead, changes))) for clause, changes in found]
