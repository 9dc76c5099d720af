"""The rooms of a floor plan: `a two-bedroom apartment with a balcony`, 三室两厅."""

import re

from easel.engines.painter.language.script import is_chinese

_NUMBERS = {
    "one": 1, "single": 1, "two": 2, "three": 3, "four": 4, "five": 5, "double": 2,
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5,
}  # fmt: skip
_NUM = rf"(?:(?P<n>\d|{'|'.join(_NUMBERS)})[- ]?(?:间|个)?)?"
#: A room, how it is called in English and in Chinese, and what stands on it where its name is given.
_ROOMS = (
    ("living_room", r"living[- ]?rooms?|lounge|sitting rooms?", "客厅|起居室|厅", ("Living Room", "客厅")),
    ("bedroom", r"bed(?:room)?s?|br|bhk", "卧室|主卧|次卧|室|房(?!屋|子|型|间)", ("Bedroom", "卧室")),
    ("kitchen", r"kitchens?", "厨房|厨", ("Kitchen", "厨房")),
    ("bathroom", r"bath(?:room)?s?|toilets?", "卫生间|浴室|洗手间|卫", ("Bathroom", "卫生间")),
    ("study", r"stud(?:y|ies)|home office", "书房", ("Study", "书房")),
    ("dining_room", r"dining[- ]?(?:room|area)s?", "餐厅", ("Dining Room", "餐厅")),
    ("balcony", r"balcon(?:y|ies)|terrace", "阳台|露台", ("Balcony", "阳台")),
    ("garage", r"garages?", "车库", ("Garage", "车库")),
    ("meeting_room", r"meeting[- ]rooms?|conference rooms?", "会议室", ("Meeting Room", "会议室")),
)  # fmt: skip
_WORK, _CAFE = (
    re.compile(r"\boffice\b|办公", re.IGNORECASE),
    re.compile(r"\b(?:café|cafe|restaurant|coffee shop)\b|咖啡|餐馆", re.IGNORECASE),
)
_LOFT = re.compile(r"\bstudio (?:apartment|flat)\b|单身公寓|一居室|开间", re.IGNORECASE)
#: Every home has these.
_HOME = ("living_room", "bedroom", "kitchen", "bathroom")
MOST = 10


def rooms(prompt: str) -> dict[str, tuple[str, ...]]:
    """The `forms` and `labels` of a floor plan's layout: its rooms, and the names of those that are named."""
    chinese = any(map(is_chinese, prompt))
    found: dict[str, int] = {}
    names: dict[str, str] = {}
    for kind, english, hanzi, called in _ROOMS:
        for match in re.finditer(rf"{_NUM}(?:(?:\b(?:{english})\b)|(?:{hanzi}))", prompt, re.IGNORECASE):
            said = match["n"]
            found[kind] = max(
                found.get(kind, 0), _NUMBERS.get((said or "").lower(), int(said) if said and said.isdigit() else 1)
            )
            names[kind] = called[chinese]
    usual = (
        ("office", "meeting_room", "kitchen", "bathroom") if _WORK.search(prompt) and "study" not in found else _HOME
    )
    if _CAFE.search(prompt):
        usual = ("cafe", "kitchen", "bathroom")
    if _LOFT.search(prompt):
        usual = ("living_room", "kitchen", "bathroom")
    for kind in usual:
        found.setdefault(kind, 1)
    if chinese and found["living_room"] > 1:
        # 两厅 are one to sit and one to eat in.
        found |= {"living_room": 1, "dining_room": 1}
        names["dining_room"] = "餐厅"
    forms = tuple(kind for kind, many in found.items() for _ in range(min(many, 4)))[:MOST]
    return {"forms": forms, "labels": tuple(names.get(kind, "") for kind in forms)}


def without(prompt: str) -> str:
    """The prompt without its rooms, which are on the plan."""
    for _, english, hanzi, _ in _ROOMS:
        prompt = re.sub(
            rf"{_NUM.replace('?P<n>', '?:')}(?:(?:\b(?:{english})\b)|(?:{hanzi}))", " ", prompt, flags=re.IGNORECASE
        )
    return re.sub(
        r"\b(?:apartment|house|home|flat|office|studio)\b|公寓|房子|房屋|住宅", " ", prompt, flags=re.IGNORECASE
    )
