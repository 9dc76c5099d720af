"""Takes: what the words leave open is chosen by the seed, so that neighbouring seeds are clearly different pictures.

Four seeds in a row, the pictures of one job, are the four takes: each has its side of the sun, its horizon, its
distance and its place of the subject; and, where nobody says, its time of day and its surroundings.
"""

from dataclasses import dataclass, replace

from easel.engines.painter.palette import time_of
from easel.engines.painter.places import PLACES, setting_of
from easel.engines.painter.plan import ScenePlan
from easel.engines.painter.sprites import get

#: Below this freedom nothing but the camera changes with the seed.
FREE = 0.45


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """`horizon` in (-1, 1) is low or high for its place; `shot` and `third` pick from near to far and left to right.

    `bold_time` is for buildings and empty landscapes, `time` where somebody's face is in the light.
    """

    sun_left: bool
    horizon: float
    shot: int
    third: int
    time: str
    bold_time: str


TAKES = (
    Take(sun_left=True, horizon=0.1, shot=2, third=0, time="day", bold_time="day"),
    Take(sun_left=False, horizon=-0.9, shot=0, third=0, time="golden_hour", bold_time="sunset"),
    Take(sun_left=True, horizon=0.75, shot=3, third=1, time="day", bold_time="sunrise"),
    Take(sun_left=False, horizon=-0.4, shot=1, third=2, time="sunrise", bold_time="dusk"),
)
#: Where buildings stand and what an empty landscape shows, one for each take.
SURROUNDINGS = {
    "eastern": ("meadow", "lake", "mountain_top", "forest_floor"),
    "building": ("meadow", "lake", "flower_field", "river"),
    "city": ("harbour", "street", "park", "harbour"),
    "future_city": ("over_city", "harbour", "over_city", "over_city"),
    "land": ("meadow", "lake", "mountain_top", "river"),
}
EASTERN = frozenset({"temple", "pagoda", "pavilion", "torii", "courtyard_house"})
WESTERN = frozenset({"castle", "cottage", "cabin", "house", "windmill", "church", "barn"})
#: Styles that leave the paper white: there is no coloured light in them.
BARE_PAPER = frozenset({"ink_wash", "pencil", "charcoal", "line_art"})
CITIES = frozenset({"city", "future_city"})
RANGES = frozenset({"mountains", "snow_mountains", "hills"})


def take_of(seed: int) -> Take:
    """The take of a seed."""
    return TAKES[seed % len(TAKES)]


def taken(plan: ScenePlan, seed: int, freedom: float) -> ScenePlan:
    """The plan with what its words leave open filled in; at no freedom at all, things before a plain ground."""
    start = plan.base or plan
    if not freedom:
        return _filled(plan, setting="plain") if start.things and _is_bare(start) else plan
    if freedom < FREE:
        return plan
    number = seed % len(TAKES)
    places = SURROUNDINGS.get(_kind_of(start))
    if places is not None:
        plan = _filled(plan, setting=places[number])
    if PLACES[setting_of(plan)].open_air and _hour_is_open(plan, start) and not _is_coloured(start):
        take = TAKES[number]
        # A red sky would turn all of a mist red.
        red = plan.weather == "fog" and take.bold_time == "sunset"
        bold = not red and all(get(thing.kind).group == "building" for thing in start.things)
        plan = _filled(plan, time=take.bold_time if bold else take.time)
    return plan


def _filled(plan: ScenePlan, **fields: str) -> ScenePlan:
    """The plan with these fields, but for those that edits have changed."""
    if plan.base is None:
        return replace(plan, **fields)
    open_still = {name: value for name, value in fields.items() if getattr(plan, name) == getattr(plan.base, name)}
    return replace(plan, base=replace(plan.base, **fields), **open_still)


def _is_bare(plan: ScenePlan) -> bool:
    """Whether the words name things and nothing around them."""
    return not (plan.setting or plan.backdrops or plan.sky or plan.weather or plan.season or plan.time)


def _hour_is_open(plan: ScenePlan, start: ScenePlan) -> bool:
    """Whether nothing says what hour it is; another mood or tint of a picture leaves it the hour that it began with."""
    plain = plan.weather in (None, "clear", "fog", "wind") and not plan.sky and start.mood == "neutral"
    plain = plain and plan.style not in BARE_PAPER
    return plain and plan.time is None and time_of(plan) == "day" and start.tint is None


def _is_coloured(plan: ScenePlan) -> bool:
    """Whether the words give something a colour, which only plain light leaves as it is."""
    return any(thing.colour or "colour:" in " ".join(thing.traits) for thing in plan.things)


def _kind_of(plan: ScenePlan) -> str:
    """The row of SURROUNDINGS that suits the plan; none where its words name a place."""
    if plan.setting or plan.sky:
        return ""
    if plan.things:
        kinds = {thing.kind for thing in plan.things}
        near = set(plan.backdrops) <= RANGES and sum(thing.count for thing in plan.things) == 1
        if plan.season or plan.weather not in (None, "fog") or not near:
            return ""
        return "eastern" if kinds <= EASTERN else "building" if kinds <= WESTERN else ""
    if set(plan.backdrops) & CITIES:
        return "future_city" if "future_city" in plan.backdrops else "city"
    return "land" if plan.backdrops and set(plan.backdrops) <= RANGES else ""
