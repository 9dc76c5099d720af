"""Making things: what a noun is before anything else is said of it, in number, colour and traits."""

from easel.engines.painter.dishes import HEAPS
from easel.engines.painter.language.draft import MAX_COUNT, SMALL_GROUPS, SOME, SOME_SMALL, DraftThing, group_of
from easel.engines.painter.language.kinds import HUMANS, LIVING
from easel.engines.painter.language.lexicon import THING_ROLES
from easel.engines.painter.language.pending import Pending
from easel.engines.painter.language.shapes import METALS
from easel.engines.painter.language.tokens import Token

#: Colours before a person that say who it is rather than what it wears.
COMPLEXIONS = {"#26252b": "african", "#f5f4f0": "european"}
#: Groups of which a golden or silver one is of gold or silver.
CAST = frozenset({"object", "furniture", "building"})
#: Roles whose plural is one thing.
PAIRED = frozenset({"accessory", "garment", "glasses"})


#: What is drawn burning anyway.
OWN_FIRE = frozenset({"campfire", "candle", "torch", "fireplace", "icon:fire", "lantern", "sky_lantern"})
#: Of what comes in swarms, so many where nobody counted them.
SWARMS = {"firefly": 9}


def make(token: Token, count: int | None, pending: Pending) -> list[DraftThing]:
    """The things that a noun names, in the pending colours; `count` is None where no number was said."""
    assert token.entry is not None
    kinds = [effect for effect in token.entry.effects if effect.role in THING_ROLES]
    if kinds[0].role == "people":
        crowd = int(token.entry.value("count") or 0) if count in (None, 1) else 0
        return _people(token, kinds[0].value, crowd or count)
    if token.entry.value("generic") is not None and (count or 1) > 1 and not pending.colours:
        # 五个人: nobody said that all of them are men.
        return _people(token, "adults", count)
    made = []
    for effect in kinds:
        kind = f"icon:{effect.value}" if effect.role == "icon" else effect.value
        group = group_of(effect.role, effect.value)
        # Shoes and gloves come as the pair that the picture shows.
        bare = token.plural and count in (None, 1) and token.role not in PAIRED
        count = int(token.entry.value("count") or 0) or count if count in (None, 1) else count
        number = (SOME_SMALL if group in SMALL_GROUPS else SOME) if bare else (count or 1)
        if kind in SWARMS and (bare or (token.chinese and count is None)):
            number = SWARMS[kind]
        if kind in HEAPS and (bare or pending.vague):
            number = 1
        number = 1 if len(kinds) > 1 else 2 * len(pending.colours) if bare and pending.colours[1:] else number
        own = token.entry.value("colour") if token.role != "colour" else None
        shares = _shares(min(number, MAX_COUNT), pending.colours or ([own] if own else []))
        for colour, share in shares:
            thing = DraftThing(kind, group, token.text, count=share, size=pending.size, bare_plural=bare)
            if token.role in PAIRED and _is_pair(token, count):
                thing.traits["pair"] = "yes"
            give_colour(thing, colour)
            made.append(thing)
    return made


def _is_pair(token: Token, count: int | None) -> bool:
    """Whether shoes and the like are meant as the two that are worn: 一只鞋 and `a shoe` are one."""
    return count != 1 if token.chinese else token.plural or token.text.endswith("s")


def _shares(count: int, colours: list[str]) -> list[tuple[str | None, int]]:
    """`red and blue balloons` are some of each; one thing of two colours has the first."""
    if len(colours) < 2 or count < len(colours):
        return [(colours[0] if colours else None, count)]
    each, rest = divmod(count, len(colours))
    return [(colour, each + (number < rest)) for number, colour in enumerate(colours)]


def _people(token: Token, who: str, count: int | None) -> list[DraftThing]:
    number = min(count or 4, MAX_COUNT)
    first, second = ("boy", "girl") if who == "children" else ("man", "woman")
    shares = ((first, (number + 1) // 2), (second, number // 2))
    return [DraftThing(kind, "person", token.text, count=share) for kind, share in shares if share]


def give_colour(thing: DraftThing, colour: str | None) -> None:
    """Put a colour where the thing shows it: on itself, or on what people wear; None changes nothing."""
    if colour is None:
        return
    if thing.kind not in HUMANS:
        thing.colour = colour
        if colour in METALS and thing.group in CAST:
            thing.traits.setdefault("material", METALS[colour])
    elif colour in COMPLEXIONS:
        thing.traits["ethnicity"] = COMPLEXIONS[colour]
    else:
        thing.traits["garment_colour"] = colour


def describe(thing: DraftThing, traits: dict[str, str]) -> None:
    """Give a thing those of the traits that it can have."""
    for key, value in traits.items():
        if value == "burning" and thing.kind in OWN_FIRE:
            continue
        if key not in LIVING or thing.animate:
            thing.traits[key] = value
    if not thing.animate and thing.traits.get("age") == "old":
        thing.traits["age"] = "ancient"
    if thing.kind in ("man", "woman") and thing.traits.get("age") == "old":
        thing.kind = f"old_{thing.kind}"
        del thing.traits["age"]
