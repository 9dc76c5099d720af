"""Isometric rooms and buildings: `isometric illustration of a small office`, 等距插画，小型咖啡店."""

import re

from easel.engines.painter.language.layouts import Asked, is_dark, told
from easel.engines.painter.plan import Layout

#: What is shown as a block of it, cut out of the world, and the form of that: rooms, then what is built.
_ISO = re.compile(
    r"\bisometric\b(?: (?:illustration|view|art|drawing|render(?:ing)?|3d render|scene|diorama"
    r"|design))*(?: of)?|等距(?:视角|插画|图|风格)*的?|等轴测(?:图)?的?|2\.5[dD](?:风格|插画)*的?",
    re.IGNORECASE,
)
_BUILT = tuple(
    (re.compile(
        rf"(?:\b(?:an? |the )?(?:(?:small|tiny|cozy|cosy|modern|cute|little|home) )*(?:{english})\b)"
        rf"|(?:一[个间座家栋])?的?(?:小型?|温馨的?|现代)?(?:{chinese})", re.IGNORECASE), kind, form)
    for english, chinese, kind, form in (
        ("office building|skyscraper|tower|apartment building", "办公楼|大楼|高楼|摩天楼", "plot", "tower"),
        ("office|workspace|work space|study room|study", "办公室|书房|工作室", "room", "office"),
        ("bedroom", "卧室", "room", "bedroom"), ("living room|lounge|apartment", "客厅|公寓", "room", "living_room"),
        ("kitchen", "厨房", "room", "kitchen"), ("bathroom", "浴室|卫生间", "room", "bathroom"),
        ("classroom", "教室", "room", "classroom"), ("library", "图书馆", "room", "library"),
        ("café interior|cafe interior|coffee shop interior", "咖啡店内景", "room", "cafe"),
        ("shop interior|store interior|supermarket|grocery store", "超市|商店内部", "room", "shop"),
        ("coffee shop|café|cafe|restaurant|bakery", "咖啡[店馆厅]|餐厅|面包店", "plot", "cafe"),
        ("shop|store|boutique|bookstore", "商店|小店|书店|便利店", "plot", "shop"),
        ("house|cottage|home|villa|cabin", "房子|小屋|住宅|别墅|木屋", "plot", "house"),
        ("city|city block|downtown|cityscape", "城市|街区", "plot", "city"),
        ("village|town", "村庄|小镇|村子", "plot", "village"),
        ("room", "房间", "room", "living_room"),
    )
)  # fmt: skip


def isometric(prompt: str) -> Asked | None:
    """A room or a building that is asked for as one sees blocks from a corner."""
    view = _ISO.search(prompt)
    if view is None:
        return None
    for built, kind, form in _BUILT:
        if match := built.search(prompt):
            spans = sorted([view.span(), match.span()])
            rest = f"{prompt[: spans[0][0]]} {prompt[spans[0][1] : spans[1][0]]} {prompt[spans[1][1] :]}"
            words = " ".join([view[0].strip(), match[0].strip()]) if prompt.isascii() else view[0] + match[0]
            return Asked(told(rest), Layout(kind=kind, words=words, forms=(form,)), dark=is_dark(prompt))
    return None
