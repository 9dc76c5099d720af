"""Product shots and designs: what is photographed in a studio or laid out on a sheet stands in no landscape.

`on a black glossy surface` is a ground of that colour, `a sale poster, black and gold` has gold letters on black, and
a perfume bottle in a `product shot` is before a photographer's backdrop.
"""

import re
from collections.abc import Sequence

from easel.engines.painter.language.called import CHINESE_COLOUR, COLOUR
from easel.engines.painter.language.draft import DraftThing, Scenery
from easel.engines.painter.language.lettering import colour_of

_COLOUR = f"((?:light|dark|deep|pale|pastel|soft|navy|sky|royal)? ?{COLOUR})"
_HUE = f"({CHINESE_COLOUR})"
_FINISH = (
    r"(?:(?:clean|glossy|reflective|shiny|mirrored|mirror|smooth|matte|polished|seamless|plain|wet|acrylic|glass)"
    r"[ ,]+)*"
)
_FINISH_HANZI = "(?:镜面|反光|光滑|亮面|哑光|磨砂|亚克力|抛光)*的?"
#: What things stand on, told as the ground or the table that it is.
_SURFACES = tuple(
    (re.compile(pattern, re.IGNORECASE), plain)
    for pattern, plain in (
        (rf"\b(?:on|against|over) (?:an? |the )?{_FINISH}{_COLOUR} {_FINISH}(?:surface|backdrop|seamless paper)\b",
         r"on a \1 background"),
        (rf"\b(?:plain|studio|solid|clean|simple) (?={_COLOUR} background\b)", ""),
        (rf"\b{_COLOUR} gradient\b(?! background)", r"\1 background"),
        (rf"{_HUE}的?渐变色?的?(?:背景)?", r"\1背景"),
        (r"\bon (?:an? |the )?(?:\w+ )?(?:wooden|wood|oak|walnut) (?:surface|board|planks?)\b", "on a wooden table"),
        (r"\bon (?:an? |the )?(?:\w+ )?(marble|stone|granite|slate|concrete) (?:surface|slab|counter)\b",
         r"on a \1 table"),
        (rf"(?:放|摆|立|置)?在?{_HUE}的?{_FINISH_HANZI}(?:表面|镜面|台面|反光面)上?", r"，\1背景"),
        (r"(?:放|摆)?在?(?:木质|木纹|实木|原木)的?(?:表面|台面|桌面|背景|板)上?", "，木桌上"),
    )
)  # fmt: skip
#: Groups of what is shown on a podium.
_SHOWN = frozenset({"object", "food", "icon", "furniture"})
#: What goods are shown on, elsewhere a stage; a sheet of print, elsewhere a strip of cloth.
_PODIUM = re.compile(r"(?<!display )(?<!product )(?<!winners )\b(?:podium|pedestal|plinth)\b", re.IGNORECASE)
_BANNER = re.compile(
    r"\b(sale|web|website|promo|promotional|advertising|youtube|discount|header|hero|event)(?: \w+)? banner\b"
    r"|\bbanner(?= for\b)",
    re.IGNORECASE,
)
#: Two colours that are a design's: its ground, and its letters.
_PALETTE = re.compile(
    rf"(?:^|[,.;] ?|\b(?:in|with) (?:an? |the )?){_COLOUR}(?:,| and| &|/) ?(?:and )?{_COLOUR}"
    r"(?: (?:colou?r (?:scheme|palette|theme|combination)|colou?rs|palette|theme|tones?))?(?=\s*(?:$|[,.;]))",
    re.IGNORECASE,
)
_PALETTE_HANZI = re.compile("([红黑白蓝绿紫粉])([金银白黑红黄蓝])(?:配色|色系|色调|撞色|质感|风格|相间)")
#: 海报，…，粉色: a design's ground.
_HUE_ALONE = re.compile(rf"(?<=[，,、；。]){_HUE}(?:主?色?调|为主|系)?(?=$|[，,。；])")
#: What is photographed for sale, and pictures taken in a photographer's studio.
_FOR_SALE = re.compile(
    r"\bproduct (?:photo\w*|shot|shoot|render\w*|image|picture|mock ?up|advert\w*|display|visual)|\bpack ?shot\b"
    r"|\bcommercial (?:photo\w*|shot|product)|\badvertising (?:photo\w*|shot)|\be-?commerce\b|\bmock ?up\b"
    r"|电商|主图|产品(?:图|摄影|海报|渲染|展示|广告|拍摄)|商品(?:图|摄影|展示)|商业摄影|广告摄影|静物摄影",
    re.IGNORECASE,
)
_STUDIO = re.compile(
    r"\bstudio (?:light\w*|shot|shoot|photo\w*|portrait|backdrop|background)|\bphoto studio\b|\bsoftbox\b"
    r"|影棚|摄影棚|棚拍|棚内|影楼|证件照",
    re.IGNORECASE,
)
_FLAT_LAY = re.compile(r"\bflat[- ]?lay\b|\bknolling\b|平铺(?:拍摄|摆拍|图)|摆拍", re.IGNORECASE)
_DESIGN = re.compile(
    r"\b(?:poster|flyer|banner|advert(?:isement)?|coupon|sale|business card|invitation|greeting card|gift card"
    r"|certificate)\b|海报|传单|促销|宣传|横幅|优惠券|邀请函|请柬|贺卡|名片|国潮|背景板|展板|易拉宝|主视觉|证书|奖状",
    re.IGNORECASE,
)
#: Groups that are out of doors unless told otherwise.
_OUTSIDE = frozenset({"building"})
FLOWERS = frozenset({"flower", "rose", "tulip", "peony", "sunflower", "lavender", "bouquet"})
_LIVING = frozenset({"person", "animal"})
_SMALL = frozenset({"food", "object"})


def plainly_laid_out(prompt: str) -> tuple[str, str | None]:
    """The prompt with surfaces and palettes told as grounds; and the colour of a design's letters, `#rrggbb`."""
    for said, plain in _SURFACES:
        prompt = said.sub(plain, prompt)
    if _FOR_SALE.search(prompt):
        prompt = _PODIUM.sub("display podium", prompt)
    prompt = _BANNER.sub(lambda found: f"{found[1] or ''} poster".strip(), prompt)
    if not _DESIGN.search(prompt):
        return prompt, None
    prompt = _HUE_ALONE.sub(r"\1背景", prompt)
    for said, plain in ((_PALETTE, ", {} background"), (_PALETTE_HANZI, "，{}色背景")):
        if found := said.search(prompt):
            ground = plain.format(found[1].strip())
            letters = colour_of(found[2] if found[2].isascii() else found[2] + "色")
            return prompt[: found.start()] + ground + prompt[found.end() :], letters
    return prompt, None


def stage(prompt: str, things: Sequence[DraftThing], scenery: Scenery) -> None:
    """Put goods, studio shots and designs that name no place before a plain ground."""
    seen = scenery.backdrops or scenery.weather or scenery.sky or scenery.time
    groups = {thing.group for thing in things}
    _on_podium(things)
    if scenery.setting is None and not seen and things and scenery.style == "line_art":
        scenery.setting, scenery.tint = "plain", "#ffffff"
    if scenery.setting is not None or seen or groups & _OUTSIDE:
        return
    if _FOR_SALE.search(prompt) and any(thing.kind == "table" for thing in things):
        _lay(things)
        scenery.setting = "table_top"
        return
    if _FLAT_LAY.search(prompt) and not groups & _LIVING:
        scenery.setting = "table_top"
    elif _STUDIO.search(prompt) and "food" not in groups:
        scenery.setting = "plain"
    elif _FOR_SALE.search(prompt) and not groups & (_LIVING | {"food"}):
        scenery.setting = "plain"
    elif _DESIGN.search(prompt) and (scenery.tint or all(_is_ornament(thing) for thing in things)):
        scenery.setting = "plain"


def _on_podium(things: Sequence[DraftThing]) -> None:
    """Put goods on the one podium there is, where nothing is said of how they stand to it."""
    podiums = [thing for thing in things if thing.kind == "podium"]
    tied = any(thing in podiums or other in podiums for thing in things for _, other in thing.relations)
    goods = [thing for thing in things if thing.group in _SHOWN and thing not in podiums and not thing.relations]
    if len(podiums) == 1 and len(goods) == 1 and not tied and not podiums[0].relations:
        goods[0].relate("on", podiums[0])


def _is_ornament(thing: DraftThing) -> bool:
    """Whether a design may have it on it without a landscape: goods, cut flowers, a border."""
    return "place" in thing.traits or thing.kind in FLOWERS or thing.group in ("object", "furniture")


def _lay(things: Sequence[DraftThing]) -> None:
    """Put goods on the table that is named with them, where nothing is said of how they stand to it."""
    table = next(thing for thing in things if thing.kind == "table")
    for thing in things:
        if thing is not table and thing.group in _SMALL and not thing.relations:
            thing.relate("on", table)
