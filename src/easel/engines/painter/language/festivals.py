"""Festivals: what a day is known by, put into a scene that names the day and little else."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from easel.engines.painter.language.draft import DraftThing, Scenery
from easel.engines.painter.language.lexicon import lexicon
from easel.engines.painter.language.planted import CUT
from easel.engines.painter.language.script import is_chinese
from easel.engines.painter.language.telling import INDOORS
from easel.engines.painter.plan import Relation, ScenePlan, Thing

RED, PINK = "#d8322c", "#f29ab8"
#: Grounds and letters of what is printed for a day.
FESTIVE, VERDANT, NIGHTLY = ("#b3261e", "#f3cf6b"), ("#1f4d36", "#f6e7c1"), ("#22304f", "#f3d99a")
ROSY, GHOSTLY = ("#f7d4dc", "#a3314f"), ("#2b1f3a", "#f08a24")
#: From so many things of the prompt's own on, the day adds no more than one kind.
FULL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Festival:
    """What belongs to a day: things as (kind, count, colour `#rrggbb`, English and Chinese word), best known first.

    The rest holds where the prompt says nothing else; it is for scenes in the open air, but the season.
    """

    things: tuple[tuple[str, int, str | None, str, str], ...] = ()
    setting: str | None = None
    backdrops: tuple[str, ...] = ()
    time: str | None = None
    season: str | None = None
    #: Colours of its posters and cards: the ground's, and the letters'.
    print: tuple[str, str] | None = None
    sky: dict[str, str | None] = field(default_factory=dict)


LANTERN = ("lantern", 3, RED, "lantern", "灯笼")
FIREWORKS: dict[str, str | None] = {"fireworks": None}
FESTIVALS = {
    "spring": Festival(
        things=(LANTERN,), setting="street", backdrops=("chinese_town",), time="night", sky=FIREWORKS, print=FESTIVE
    ),
    "lanterns": Festival(
        things=(LANTERN,), setting="street", backdrops=("chinese_town",), time="night", sky={"moon": None},
        print=FESTIVE,
    ),
    "dragon_boats": Festival(things=(("dragon_boat", 1, None, "dragon boat", "龙舟"),), setting="lake"),
    "mid_autumn": Festival(
        things=(("mooncake", 1, None, "moon cake", "月饼"),), time="night", sky={"moon": None}, print=NIGHTLY
    ),
    "sevens": Festival(time="night", sky={"milky_way": None, "stars": None}),
    "national_day": Festival(things=(("flag", 1, RED, "flag", "旗"),), sky=FIREWORKS, time="night", print=FESTIVE),
    "new_year": Festival(time="night", sky=FIREWORKS, print=NIGHTLY),
    "christmas": Festival(
        things=(("christmas_tree", 1, None, "Christmas tree", "圣诞树"), ("gift", 2, RED, "gift", "礼物")),
        setting="snowfield", season="winter", print=VERDANT,
    ),
    "halloween": Festival(
        things=(("jack_o_lantern", 2, None, "jack-o'-lantern", "南瓜灯"),), time="night", sky={"moon": None},
        print=GHOSTLY,
    ),
    "valentine": Festival(
        things=(("heart", 1, RED, "heart", "爱心"), ("rose", 3, RED, "rose", "玫瑰")), print=ROSY
    ),
    "wedding": Festival(things=(("rose", 3, PINK, "rose", "玫瑰"), ("icon:ring", 1, None, "ring", "戒指")), print=ROSY),
    "easter": Festival(
        things=(("egg", 3, PINK, "egg", "彩蛋"), ("rabbit", 1, None, "rabbit", "兔子")),
        setting="meadow", season="spring",
    ),
    "birthday": Festival(
        things=(
            ("cake", 1, None, "cake", "蛋糕"), ("balloon", 3, None, "balloon", "气球"),
            ("gift", 1, None, "gift", "礼物"),
        ),
    ),
    "parents": Festival(things=(("bouquet", 1, None, "bouquet", "花束"),)),
    "children": Festival(things=(("balloon", 5, None, "balloon", "气球"),)),
    "diwali": Festival(things=(("icon:diya-lamp", 3, None, "oil lamp", "油灯"),), time="night", sky=FIREWORKS),
}  # fmt: skip
#: What stands for what a day is known by.
ALIKE = {"pumpkin": "jack_o_lantern", "sky_lantern": "lantern", "bouquet": "rose"}
#: Where there are rows of which things.
IN_ROWS = frozenset({("street", "lantern"), ("market", "lantern"), ("beach", "palm")})
#: Groups of things that are had at home, where the prompt names no place.
AT_HOME = frozenset({"food", "furniture"})


def in_rows(things: Sequence[DraftThing], scenery: Scenery) -> None:
    """街上挂着红灯笼, `palm trees on a beach`: what nobody counted is there in rows, as the place has it."""
    for thing in things:
        alone = all(kind == "beside" for kind, _ in thing.relations) and thing.at is None and not thing.numbered
        several = thing.bare_plural or is_chinese(thing.words[:1])
        sold = scenery.setting == "market" and thing.bare_plural and thing.group in ("food", "plant")
        if alone and several and (sold or (scenery.setting, thing.kind) in IN_ROWS):
            thing.traits["strung"] = "yes"


def celebrated(plan: ScenePlan, festivals: list[str]) -> ScenePlan:
    """The plan with what its festivals are known by, as far as it neither has it nor forbids it."""
    for name in festivals:
        plan = _with(plan, FESTIVALS[name])
    return plan


def _with(plan: ScenePlan, festival: Festival) -> ScenePlan:
    flowers = any(kind == "bouquet" for kind, *_ in festival.things)
    chinese, own = any(map(is_chinese, plan.prompt)), _given(plan.things) if flowers else plan.things
    there = {kind for thing in own for kind in (thing.kind, ALIKE.get(thing.kind, thing.kind))} | plan.excluded
    # A border leaves the middle free.
    kinds = festival.things if sum(thing.trait("place") is None for thing in own) < FULL else festival.things[:1]
    added = tuple(
        Thing(kind=kind, words=local if chinese else word, count=count, colour=colour)
        for kind, count, colour, word, local in kinds
        if kind not in there
    )
    if festival.setting == "street" and plan.setting in (None, "street"):
        added = tuple(replace(t, traits=t.traits | {"strung:yes"}) if t.kind == "lantern" else t for t in added)
    plan = _printed(
        replace(plan, things=(*own, *added), season=plan.season or _allowed(festival.season, plan)), festival
    )
    if plan.setting in INDOORS or any(lexicon().groups.get(thing.kind) in AT_HOME for thing in own):
        return plan
    sky = {thing: colour for thing, colour in festival.sky.items() if thing not in plan.excluded}
    placed = plan.backdrops or plan.setting not in (None, festival.setting)
    return replace(
        plan,
        setting=plan.setting if placed else _allowed(festival.setting, plan),
        backdrops=plan.backdrops if placed else tuple(b for b in festival.backdrops if b not in plan.excluded),
        time=plan.time or _allowed(festival.time, plan),
        sky=plan.sky or sky,
    )


def _given(things: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """The things with flowers that nobody has in the hands of the last of the people: they are for another one."""
    tied = {tie.target for thing in things for tie in thing.relations}
    free = [i for i, thing in enumerate(things) if not thing.relations and i not in tied]
    people = [i for i in free if lexicon().groups.get(things[i].kind) == "person" and things[i].count == 1]
    loose = [i for i in free if things[i].kind in CUT]
    if len(people) < 2 or len(loose) != 1:
        return things
    found, (flower,), giver = list(things), loose, people[-1]
    traits = found[flower].traits | {f"flowers:{found[flower].kind}"}
    found[flower] = replace(found[flower], kind="bouquet", count=1, traits=traits)
    found[giver] = replace(found[giver], relations=(Relation("holding", flower),))
    return tuple(found)


def _printed(plan: ScenePlan, festival: Festival) -> ScenePlan:
    """A plan before a plain ground without a colour of its own in the festival's colours."""
    if plan.setting != "plain" or plan.tint or festival.print is None:
        return plan
    ground, letters = festival.print
    lettering = tuple(replace(text, colour=text.colour or letters) for text in plan.lettering)
    return replace(plan, tint=ground, lettering=lettering)


def _allowed(value: str | None, plan: ScenePlan) -> str | None:
    return None if value in plan.excluded else value
