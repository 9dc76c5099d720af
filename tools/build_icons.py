"""Build the painter's icon data from two npm packages.

    npm pack @iconify-json/fluent-emoji@1.2.7 emojibase-data@17.0.0
    python tools/build_icons.py iconify-json-fluent-emoji-1.2.7.tgz emojibase-data-17.0.0.tgz

Writes `icons.zip` (one SVG for each icon) and `names.tsv` (icon, group, English names, Chinese names) beside the loader
in src/easel/engines/painter/icons. The same packages give the same bytes.
"""

import json
import re
import sys
import tarfile
import zipfile
from collections import Counter
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/easel/engines/painter/icons"
#: emojibase groups: people, animals and nature, food, travel and places, activities, objects.
WHOLE_GROUPS = {3, 4, 5, 6, 7}
#: Parts of the group of people that show somebody, or a thing such as a brain.
PEOPLE_SUBGROUPS = {"body-parts", "person-role", "person-fantasy", "person-sport", "hand-fingers-open", "hand-prop",
                    "hand-fingers-partial", "hand-single-finger", "hand-fingers-closed", "hands"}  # fmt: skip
#: People by sex, and people doing something: the painter has figures of its own with poses.
SOMEBODY = re.compile(r"(man|woman|person|people|men|women)\b|.*\b(lifting|rolling|playing|wrestling)")
#: Faces are known by their full names only.
FACE_GROUP = 0
#: Icons whose file is not called after their label.
RENAMED = {
    "mage": "person-mage", "superhero": "person-superhero", "supervillain": "person-supervillain",
    "fairy": "person-fairy", "vampire": "person-vampire", "merman": "man-merpeople", "mermaid": "woman-merpeople",
    "elf": "person-elf", "genie": "person-genie", "zombie": "person-zombie", "black bird": "blackbird",
    "piñata": "piata",
}  # fmt: skip
#: Whole scenes on a tile: the painter paints skies and places itself.
SCENES = frozenset(
    "sunrise sunrise-over-mountains sunset cityscape cityscape-at-dusk night-with-stars bridge-at-night foggy "
    "milky-way mount-fuji mountain snow-capped-mountain national-park desert desert-island beach-with-umbrella camping "
    "volcano moon-viewing-ceremony rainbow water-wave cloud cloud-with-lightning "
    "cloud-with-lightning-and-rain cloud-with-rain cloud-with-snow "
    "sun sun-behind-cloud sun-behind-large-cloud sun-behind-rain-cloud sun-behind-small-cloud "
    "sun-with-face full-moon new-moon crescent-moon fireworks sparkler wind-face tornado fog".split()
)
SKIN_TONE = re.compile(r"-(dark|light|medium|medium-dark|medium-light)(-|$)")
#: Head nouns that say too little, and names that mean something else in a prompt.
NOT_NAMES = frozenset(
    "face person people woman man hand hands sign mark symbol button box ball light water wave waves day night sky "
    "house building home place art color paint picture play medal paper chart front back top side open new old hot "
    "cold love happy small dark bright blue red green white black yellow orange purple brown style sun sunshine window "
    "calm golden sitting standing walking running flying key style case station stop pole cover game suit shirt dress "
    "hair weather storm wind snow rain fog cloud clouds sunrise sunset dusk cityscape city mountain desert beach "
    "island volcano camping park rainbow moon star stars comet fire droplet ocean dress post office bank school "
    "hospital hotel store factory stadium "
    "窗户 窗 阳光 太阳 晴天 中国 东京 月亮 星星 雨 雪 云 雾 风 火 水 夜晚 日出 日落 城市 山 雪山 沙漠 "
    "海滩 岛 火山 公园 彩虹 流星 学校 医院 酒店 商店 工厂 银行 邮局 可爱 风格 时分 金色 前 里 艺术 男人 "
    "女人 人 手 脸 光 走 跑 站 坐 睡 头发 红 黄 蓝 绿 白 黑 房子 建筑 家 白天 晚上 早晨 黄昏 天空 彩色 "
    "衣服 关 开 上 下 左 右".split()
)


def _json(package: tarfile.TarFile, path: str) -> dict | list:
    member = package.extractfile(f"package/{path}")
    assert member is not None
    return json.load(member)


def _wanted(emoji: dict, subgroups: dict[str, str]) -> bool:
    group, subgroup = emoji.get("group"), subgroups.get(str(emoji.get("subgroup")), "")
    return (
        group in WHOLE_GROUPS
        or group == FACE_GROUP
        or (group == 1 and subgroup in PEOPLE_SUBGROUPS and not SOMEBODY.match(emoji["label"]))
    )


def _clean(name: str) -> str:
    return re.sub(r"[^\w &]+", " ", name.lower().replace("ñ", "n").replace("’s", "s")).strip()


def _names(emoji: dict, subgroup: str, *, chinese: bool) -> list[str]:
    """The label and those tags that are its head noun; loose tags say `calm` for a koala."""
    label = _clean(emoji["label"])
    names = [label]
    if (emoji["group"] != FACE_GROUP or subgroup == "face-costume") and not subgroup.startswith("hand"):
        for tag in map(_clean, emoji.get("tags", [])):
            shortest = 2 if chinese else 3
            if len(tag) >= shortest and (
                label.endswith(tag if chinese else " " + tag) or tag == label.replace(" ", "")
            ):
                names.append(tag)
    elif len(label) < (3 if chinese else 8):
        names = []
    return [name for name in dict.fromkeys(names) if name not in NOT_NAMES and (not chinese or len(name) > 1)]


def _icon(label: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", label.lower().replace("’", "")).strip("-")
    return RENAMED.get(label, slug)


def _rows(icons: dict, english: list, chinese: list, subgroups: dict) -> dict[str, tuple]:
    translated = {emoji["hexcode"]: emoji for emoji in chinese}
    rows: dict[str, tuple] = {}
    for emoji in english:
        icon = _icon(emoji["label"])
        if not _wanted(emoji, subgroups) or icon not in icons or icon in SCENES or SKIN_TONE.search(icon):
            continue
        subgroup = subgroups[str(emoji["subgroup"])]
        local = translated.get(emoji["hexcode"], {"group": FACE_GROUP, "label": ""})
        rows.setdefault(icon, (subgroup, _names(emoji, subgroup, chinese=False), _names(local, subgroup, chinese=True)))
    return rows


def _unambiguous(rows: dict[str, tuple]) -> dict[str, tuple]:
    """Drop the head nouns that two icons share; full names always stay."""
    shared = Counter(name for _, english, chinese in rows.values() for name in {*english, *chinese})
    full = {names[0] for _, *both in rows.values() for names in both if names}

    def keep(names: list[str]) -> list[str]:
        return [n for i, n in enumerate(names) if i == 0 or (shared[n] == 1 and n not in full)]

    return {icon: (group, keep(english), keep(chinese)) for icon, (group, english, chinese) in rows.items()}


def main(icon_package: str, name_package: str) -> None:
    """Read both packages and write the data."""
    with tarfile.open(icon_package) as package:
        collection = _json(package, "icons.json")
    with tarfile.open(name_package) as package:
        english, chinese = _json(package, "en/data.json"), _json(package, "zh/data.json")
        subgroups = _json(package, "meta/groups.json")["subgroups"]
    icons = collection["icons"]
    rows = _unambiguous(_rows(icons, english, chinese, subgroups))
    lines = [f"{icon}\t{group}\t{'|'.join(en)}\t{'|'.join(zh)}" for icon, (group, en, zh) in sorted(rows.items())]
    (TARGET / "names.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    with zipfile.ZipFile(TARGET / "icons.zip", "w") as archive:
        for icon in sorted(rows):
            entry = zipfile.ZipInfo(f"{icon}.svg", (2026, 1, 1, 0, 0, 0))
            archive.writestr(entry, _svg(icons[icon], collection), zipfile.ZIP_DEFLATED, 9)


def _svg(icon: dict, collection: dict) -> str:
    width, height = icon.get("width", collection["width"]), icon.get("height", collection["height"])
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}">{icon["body"]}</svg>'
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
