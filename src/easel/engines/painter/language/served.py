"""What food is served in, and what is on one plate together: `a bowl of fried rice`, `steak with chips on a plate`."""

from collections.abc import Sequence
from dataclasses import replace

from easel.engines.painter.dishes import SERVED_IN, is_topping, tops
from easel.engines.painter.language import grammar
from easel.engines.painter.language.draft import DraftThing
from easel.engines.painter.language.lexicon import Effect
from easel.engines.painter.language.tokens import Token

#: Words for what a dish comes in, as a measure's last letters or its noun: the kind of dish that it makes.
VESSELS = {
    "碗": "bowlful", "盆": "bowlful", "bowl": "bowlful", "bowls": "bowlful", "盘": "plated", "碟": "plated",
    "盘子": "plated", "plate": "plated", "plates": "plated", "platter": "plated", "锅": "panful", "炒锅": "panful",
    "平底锅": "panful", "铁锅": "panful", "pan": "panful", "wok": "panful", "skillet": "panful",
    "frying pan": "panful", "砂锅": "potful", "煲": "potful", "pot": "potful", "casserole": "potful",
    "clay pot": "potful", "瓦罐": "potful",
}  # fmt: skip
#: 砂锅 is found before 锅.
_LONGEST_FIRST = sorted(VESSELS, key=len, reverse=True)
#: Porcelain of no colour.
WHITE = "#f5f4f0"
#: What one cuts from a cake, and the cakes that are cut.
SLICES = ("slice", "slices", "piece", "pieces", "wedge", "块", "片", "角")
CAKES = frozenset({"torte", "cake"})
#: Things of a plan that are such vessels.
VESSEL_KINDS = frozenset({"plate", "bowl", "vase", "cauldron", "icon:cooking", "icon:bowl-with-spoon"})


def portioned(tokens: list[Token]) -> list[Token]:
    """The tokens with a dish in the vessel that measures it, and a cake cut: `two bowls of rice`, 一块芝士蛋糕."""
    found: list[Token] = []
    kinds: dict[int, str] = {}
    for index, token in enumerate(tokens):
        head = grammar.head_after(tokens, index)
        kind = _portion(token, tokens[head]) if head is not None else None
        if head is not None and kind:
            kinds[head] = kind
            if token.role not in ("num", "measure"):
                # A pan of paella is one thing.
                continue
        entry = token.entry
        if index in kinds and entry is not None:
            token = replace(token, entry=replace(entry, effects=(Effect("food", kinds[index]),)))
        found.append(token)
    return found


def _portion(measure: Token, food: Token) -> str | None:
    """What a measure makes of the food behind it: a kind of thing; None where it says nothing."""
    kind = food.entry.value("food") if food.entry is not None else None
    if kind in CAKES:
        return "cake_slice" if measure.text.removesuffix(" of").endswith(SLICES) else None
    return _vessel(measure) if kind in SERVED_IN and kind != "rice_bowl" else None


def _vessel(token: Token) -> str | None:
    """The kind of dish that is in what the token names, if it names a vessel."""
    if not token.chinese:
        return VESSELS.get(token.text.removesuffix(" of").removeprefix("a ").removeprefix("one "))
    return next((VESSELS[word] for word in _LONGEST_FIRST if token.text.endswith(word)), None)


def in_one_vessel(things: list[DraftThing]) -> None:
    """A dish that is in a vessel of the plan's, or that is named with the only one there, has it for its own."""
    vessels = [thing for thing in things if thing.kind in VESSEL_KINDS or thing.words in VESSELS]
    dishes = [thing for thing in things if thing.kind in SERVED_IN and thing not in vessels]
    for dish in dishes:
        if dish.traits.get("material") == "porcelain":
            del dish.traits["material"]
            dish.colour = dish.colour or WHITE
    for vessel in vessels:
        tied = [dish for dish in dishes if _is_on(dish, vessel) or _is_on(vessel, dish)]
        inside = tied or (dishes if len(things) == 2 else [])
        kind = _vessel(Token(vessel.words.split(" ")[-1]))
        if len(inside) == 1 and kind is not None:
            _become(inside[0], kind, vessel, things)


def _become(dish: DraftThing, kind: str, vessel: DraftThing, things: list[DraftThing]) -> None:
    """Give the dish the vessel's looks and place, and take the vessel out of the things."""
    dish.kind, dish.colour = kind, vessel.colour
    dish.relations += vessel.relations
    things.remove(vessel)
    for thing in things:
        ties = [(name, dish if other is vessel else other) for name, other in thing.relations]
        thing.relations = [(name, other) for name, other in ties if other is not thing]


def on_one_plate(things: Sequence[DraftThing]) -> None:
    """Put what is named with food on the only plate there, too."""
    plates = [thing for thing in things if thing.kind == "plate" and thing.count == 1]
    if len(plates) != 1:
        return
    plate = plates[0]
    bound = {id(other) for thing in things for _, other in thing.relations}
    for number, thing in enumerate(things):
        if not is_topping(thing.kind):
            continue
        beside = [other for kind, other in thing.relations if kind == "beside"]
        goes_with = len(beside) == len(thing.relations) == 1 and _is_on(beside[0], plate)
        listed = number and things[0] is plate and _is_on(things[number - 1], plate)
        if goes_with or (listed and not thing.relations and id(thing) not in bound):
            thing.relations = [("on", plate)]


#: Dishes that spring onions are strewn over; a roast duck has them beside it.
SPRINKLED = frozenset({*SERVED_IN, "ramen", "soup", "porridge"})


def herbs_on_food(things: Sequence[DraftThing]) -> None:
    """`a pizza, basil leaves`, 牛肉面，葱花: herbs that are named with one dish are on it."""
    dishes = [thing for thing in things if thing.group == "food" and tops("icon:herb", thing.kind)]
    if len(dishes) != 1:
        return
    herbs = {"icon:herb", "scallion"} if dishes[0].kind in SPRINKLED else {"icon:herb"}
    for herb in (thing for thing in things if thing.kind in herbs and not thing.relations):
        herb.relations = [("on", dishes[0])]


def _is_on(thing: DraftThing, host: DraftThing) -> bool:
    return any(kind in ("on", "in") and other is host for kind, other in thing.relations)
