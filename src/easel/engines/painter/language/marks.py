"""Logos and prints of a trade: `logo for a law firm`, 咖啡店logo, `flyer for a gym`.

Nothing to be painted is named, so it is the trade's sign: scales, a cup, a dumbbell.

`data/trades.tsv` tells which sign. A logo of nothing that is known bears a mark of plain shapes.
"""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib import resources

from easel.engines.painter.language.called import CHINESE_COLOUR, COLOUR
from easel.engines.painter.language.lettering import colour_of
from easel.engines.painter.language.script import is_chinese
from easel.engines.painter.plan import SHEETS, ScenePlan, Thing

_WORDS = r"(?:logos?|logotype|emblem|brand ?mark|icons?|badge|insignia)"
_WORDS_HANZI = "(?:logo|徽标|商标|店标|会徽|队徽|校徽|图标|标志|标识|徽章)"
#: What asks for a mark, and for one that is no icon.
_MARK = re.compile(rf"\b{_WORDS}\b|{_WORDS_HANZI}", re.IGNORECASE)
_LOGO = re.compile(r"\b(?:logos?|emblem|brand ?mark)\b|logo|徽标|商标|店标|标志", re.IGNORECASE)
#: What is printed for a trade, and shows its sign where it shows nothing else.
_PRINT = re.compile(
    r"\b(?:poster|flyer|banner|business card|brochure|leaflet|thumbnail|landing page|packaging|menu)\b"
    "|海报|传单|名片|横幅|宣传册|展板|菜单",
    re.IGNORECASE,
)
_BUSINESS = (
    r"(?:shop|store|brand|company|business|house|studio|start-?up|firm|club|team|app|application|restaurant|bar|school"
    "|academy|agency|center|centre|salon|clinic|market|boutique|label|corporation|platform|service|channel|festival"
    "|event|organi[sz]ation|league|maker|roaster|lab|group|website|blog|park|garage|society|lounge|truck|parlou?r"
    "|product|industry|space|co|inc)s?"
)
_BUSINESS_HANZI = (
    "(?:店铺?|馆|品牌|公司|工作室|铺|屋|坊|厂|企业|集团|事务所|社区?|俱乐部|协会|球?队|战队|app|应用|软件|平台|网站|学校|机构"
    "|中心|餐厅|吧|园|室|院|所|庄|超市|商城|连锁|行业|产品|品牌店|专卖店|小店|主题店|大赛|节)"
)
_DETERMINER = "(?:(?:an?|the|my|our|your|his|her|their|this) )?"
_KIND = (
    "(?:(?:new|small|local|modern|luxury|vintage|trendy|family|online|artisan|independent|premium|boutique|cozy|craft"
    "|organic|vegan|mobile|corporate|traditional|high-end) ){0,2}"
)
#: `for a small`, `, an`: whom a mark is for follows. And where it stands before the mark itself: `a bakery logo`.
_FOR = rf"(?:\b(?:for|of|representing) {_DETERMINER}|, ?(?:an?|the|my|our) ){_KIND}"
_WHOSE, _ITS = rf"\b{_DETERMINER}{_KIND}", rf"(?=(?: [\w-]+)? {_WORDS}\b)"
_FOR_HANZI = "(?:为|给|替|帮)(?:我们?|我家|我的|咱们?)?的?(?:这家|一[家个款]|某个?|新开的)?"
_KIND_HANZI = "(?:小型|现代|高端|本地|精品|时尚)?的?"
_ITS_HANZI = rf"的?(?=[\u4e00-\u9fff]{{0,4}}{_WORDS_HANZI})"
#: … and where it stands before a print: `a bakery flyer`, 咖啡店新品海报.
_PRINTED = r"(?=(?: (?!of\b|with\b|for\b)[\w-]+){0,2} (?:poster|flyer|banner|business card|brochure|leaflet|menu)\b)"
_PRINTED_HANZI = "的?(?=[\u4e00-\u9fff]{0,6}(?:海报|传单|名片|横幅|宣传册|展板|菜单))"
_BEFORE_PRINTS = (_PRINTED, _PRINTED_HANZI)
#: How `for whom` begins: `a poster of a bakery` shows one.
_CLIENT = ("for ", "为", "给", "替", "帮")
#: A business whose trade is not in the table, and one of which no trade is told.
_OTHER = re.compile(rf"\bfor (?:an?|the|my|our|their) ((?:[\w-]+ ){{1,3}}?){_BUSINESS}\b", re.IGNORECASE)
_OTHER_HANZI = re.compile(rf"{_FOR_HANZI}([\u4e00-\u9fff]{{1,5}}?){_BUSINESS_HANZI}(?=设计|做|画|创作|制作)")
_NOTHING = re.compile(
    rf"\b(?:for|of) {_DETERMINER}{_KIND}{_BUSINESS}\b|\b(?!app\b){_BUSINESS} (?=logo\b)"
    rf"|(?:公司|企业|品牌|集团|团队|商店)的?(?={_WORDS_HANZI})",
    re.IGNORECASE,
)
_SIGN_HANZI = re.compile("标志|标识")
_SHAPE = re.compile(r"\b(?:badge|emblem|shield)(?: style)? (?=logo\b)", re.IGNORECASE)
_LETTER = re.compile(
    r"\b(?:the )?(?i:letters?|initials?|monogram)(?: of)? ['\"“]?([A-Z](?: ?[&+]? ?[A-Z]){0,2})['\"”]?(?!\w)"
    r"|(?:首?字母|缩写)[“\"]?([A-Za-z]{1,3})[”\"]?"
)
#: Colours of a mark: `gold on black`, `in blue and white`, 金色配黑色. The second one is behind it.
_COLOURS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b({COLOUR})(?: (?:mark|lettering|letters|symbol|logo|lines?))? on (?:an? )?({COLOUR})\b(?: background)?",
        rf"(?:[,;] ?|\bin |\bwith )(?!black (?:and|&) white)({COLOUR})(?:(?: and| &|,) ({COLOUR}))?"
        r"(?: colou?rs?| palette| colou?r scheme)?(?=\s*(?:$|[,.;]))",
        rf"(?:[，、,]\s*|用)({CHINESE_COLOUR})(?:[和与配加]({CHINESE_COLOUR}))?(?:色系|配色|为主)?(?=$|[，。,；])",
    )
)
_METALS = ("gold", "silver", "金", "银")
_APP = re.compile(r"\bapp(?:lication)?s?\b|app|应用", re.IGNORECASE)
PLAIN_MARK = "emblem_mark"


@dataclass(frozen=True, slots=True)
class Trade:
    """The sign of a trade: its kind, and its English and Chinese names."""

    kind: str
    names: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a prompt says of a logo: the trade that it is for, and the colour that it has, `#rrggbb`."""

    trade: Trade | None = None
    colour: str | None = None


def without_trade(prompt: str) -> tuple[str, Mark | None]:
    """The prompt of a logo without whom it is for, and what it says of it; any other prompt as it is, and None."""
    if not _MARK.search(prompt):
        return _without_client(prompt) if _PRINT.search(prompt) else (prompt, None)
    prompt, colour = _coloured(_SHAPE.sub("", prompt))
    for pattern, trades in _trades():
        if found := pattern.search(prompt):
            rest = f"{prompt[: found.start()].rstrip()} {prompt[found.end() :].lstrip()}".strip()
            if _APP.search(found[0]):
                rest += ", app icon"
            return _SIGN_HANZI.sub("logo", rest), Mark(trades[found["trade"].lower()], colour)
    if (plain := _NOTHING.sub("", prompt)) != prompt:
        return _SIGN_HANZI.sub("logo", plain), Mark(colour=colour)
    return _OTHER_HANZI.sub(r"\1，", _OTHER.sub(r"of a \1", prompt)), Mark(colour=colour)


def _without_client(prompt: str) -> tuple[str, Mark | None]:
    """The prompt of a print without whom it is for."""
    for pattern, trades in (*_trades(), *_clients()):
        found = pattern.search(prompt)
        if found and (pattern.pattern.endswith(_BEFORE_PRINTS) or found[0].lower().startswith(_CLIENT)):
            return f"{prompt[: found.start()]}{prompt[found.end() :]}", Mark(trades[found["trade"].lower()])
    return prompt, None


def with_letters(prompt: str) -> str:
    """The prompt with letters that a logo consists of as its text: `a logo with the letter K`."""
    if not _LOGO.search(prompt):
        return prompt
    return _LETTER.sub(lambda found: f'the text "{found[1] or found[2]}"', prompt)


def _coloured(prompt: str) -> tuple[str, str | None]:
    """The prompt of a logo with its second colour as the ground, and its first as `#rrggbb`."""
    for pattern in _COLOURS:
        if found := pattern.search(prompt):
            mark, ground = _in_full(found[1]), found[2] and _in_full(found[2])
            if ground and ground.lower().startswith(_METALS):
                mark, ground = ground, mark
            behind = "" if not ground else f"，{ground}背景" if is_chinese(ground) else f", {ground} background"
            return f"{prompt[: found.start()]}{behind}{prompt[found.end() :]}", colour_of(mark)
    return prompt, None


def _in_full(colour: str) -> str:
    return f"{colour.removesuffix('色')}色" if is_chinese(colour) else colour


def with_sign(plan: ScenePlan, mark: Mark | None) -> ScenePlan:
    """The plan of a logo on its sheet, with its trade's sign where it shows nothing else; any other plan as it is.

    Lettering alone is a logo too, unless a trade is named.
    """
    if mark is None or plan.setting not in (*SHEETS, None, "plain"):
        return plan
    if plan.setting == "plain" and _LOGO.search(plan.prompt):
        # Not before a photographer's backdrop, which has light and shade.
        plan = replace(plan, setting="sheet", tint=plan.tint or "#ffffff")
    if not (plan.things or plan.sky or plan.weather or plan.backdrops) and (mark.trade or not plan.lettering):
        kind, names = (mark.trade.kind, mark.trade.names) if mark.trade else (PLAIN_MARK, ("mark", "图形"))
        words = names[any(map(is_chinese, plan.prompt))]
        plan = replace(plan, things=(Thing(kind=kind, words=words),), setting=plan.setting or "sheet")
    if mark.colour and plan.things:
        things = tuple(replace(thing, colour=thing.colour or mark.colour) for thing in plan.things)
        plan = replace(plan, things=things)
    elif mark.colour:
        plan = replace(plan, lettering=tuple(replace(text, colour=mark.colour) for text in plan.lettering))
    return plan


@functools.cache
def _trades() -> tuple[tuple[re.Pattern[str], dict[str, Trade]], ...]:
    """How trades are named, in the order in which they are looked for, and the sign of each name."""
    sold, named, sold_hanzi, named_hanzi = _signs()
    by_sold, by_name = rf"(?P<trade>{_any(sold)})(?: \w+)?[ -]{_BUSINESS}\b", rf"(?P<trade>{_any(named)})s?\b"
    hanzi = rf"(?P<trade>{_any(named_hanzi)})", rf"(?P<trade>{_any(sold_hanzi)})(?:主题)?{_BUSINESS_HANZI}+"
    called = r"(?: (?:named|called)\b)?"
    patterns = (
        (_FOR + by_sold + called, sold), (_WHOSE + by_sold + _ITS, sold),
        (_FOR + by_name + called, named), (_WHOSE + by_name + _ITS, named),
        (rf"\bfor {_DETERMINER}{_KIND}(?P<trade>{_any(sold)})(?=\s*(?:$|[,.;]))", sold),
        (_FOR_HANZI + _KIND_HANZI + hanzi[0], named_hanzi), (_KIND_HANZI + hanzi[0] + _ITS_HANZI, named_hanzi),
        (_FOR_HANZI + _KIND_HANZI + hanzi[1], sold_hanzi), (_KIND_HANZI + hanzi[1] + _ITS_HANZI, sold_hanzi),
    )  # fmt: skip
    return tuple((re.compile(pattern, re.IGNORECASE), names) for pattern, names in patterns)


def trade_in(subject: str) -> Trade | None:
    """The trade that a subject names, in whatever words."""
    for english, names in zip((True, True, False, False), _signs(), strict=True):
        pattern = rf"\b(?:{_any(names)})s?\b" if english else _any(names)
        if names and (found := re.search(f"({pattern})", subject.lower())):
            return names.get(found[0]) or names.get(found[0].rstrip("s"))
    return None


@functools.cache
def _clients() -> tuple[tuple[re.Pattern[str], dict[str, Trade]], ...]:
    """Whose a print is said to be, right before the word for it, and the sign of each name."""
    sold, named, sold_hanzi, named_hanzi = _signs()
    by_sold, by_name = rf"(?P<trade>{_any(sold)})[ -]{_BUSINESS}\b", rf"(?P<trade>{_any(named)})s?\b"
    hanzi = rf"(?P<trade>{_any(named_hanzi)})", rf"(?P<trade>{_any(sold_hanzi)})(?:主题)?{_BUSINESS_HANZI}"
    owned = (
        (_WHOSE + by_sold + _PRINTED, sold), (_WHOSE + by_name + _PRINTED, named),
        (hanzi[0] + _PRINTED_HANZI, named_hanzi), (hanzi[1] + _PRINTED_HANZI, sold_hanzi),
    )  # fmt: skip
    return tuple((re.compile(pattern, re.IGNORECASE), names) for pattern, names in owned)


def every_trade() -> set[Trade]:
    """Every sign of the table."""
    return {trade for names in _signs() for trade in names.values()}


def _signs() -> tuple[dict[str, Trade], ...]:
    """The sign of each name of what is sold and of who sells it, in English, then in Chinese."""
    columns: tuple[dict[str, Trade], ...] = ({}, {}, {}, {})
    for line in resources.files(__package__).joinpath("data", "trades.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, english, chinese, *words = line.split("\t")
        for names, column in zip(columns, words, strict=True):
            names |= dict.fromkeys(filter(None, column.split("|")), Trade(kind, (english, chinese)))
    return columns


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
