"""What is put on somebody by an edit: people wear glasses as a part of their drawing, animals as things."""

from dataclasses import replace

from easel.engines.painter.language.costumes import WORN_BY_ANIMALS
from easel.engines.painter.language.edits import SOMEBODY, SUBJECT, Add, Describe
from easel.engines.painter.language.lexicon import lexicon
from easel.engines.painter.plan import ScenePlan, Thing

#: What is worn where it is added to a picture of one living being; glasses by what people have instead.
WORN_ALONE = frozenset({"hat", "crown", "icon:glasses", "icon:sunglasses", "icon:scarf", "icon:ribbon"})
#: As many candles are on a cake of which nothing is said.
CANDLES = 3
_GLASSES = {"icon:glasses": "glasses:glasses", "icon:sunglasses": "glasses:sunglasses"}


def put_on(plan: ScenePlan, change: Add | Describe) -> Add | Describe:
    """`add sunglasses` in view of the picture: whoever is alone in it wears them."""
    if isinstance(change, Add) and change.things[0].kind == "candle" and change.anchors == ("cake",):
        return _lit(plan, change.things[0])
    alone = _alone(plan)
    if alone is None:
        return change
    animal = lexicon().groups.get(alone.kind) == "animal"
    if isinstance(change, Describe):
        told = dict(trait.partition(":")[::2] for trait in change.traits)
        worn = WORN_BY_ANIMALS.get(told.get("glasses") or told.get("accessory", ""))
        if animal and worn is not None and change.kind in (alone.kind, SOMEBODY, SUBJECT):
            colour = told.get("accessory_colour")
            return _worn(Thing(kind=worn, words=worn.removeprefix("icon:"), colour=colour), alone)
        return change
    thing = change.things[0]
    if len(change.things) > 1 or change.relation or thing.at or thing.count > 1:
        return change
    if not (animal and thing.kind in WORN_ALONE) and (clothes := _clothes(thing)) is not None:
        return put_on(plan, Describe(alone.kind, traits=clothes))
    if thing.kind not in WORN_ALONE:
        return change
    if not animal and thing.kind in _GLASSES:
        return Describe(alone.kind, traits=(_GLASSES[thing.kind],))
    return _worn(replace(thing, traits=thing.traits - {"pair:yes"}), alone)


def _lit(plan: ScenePlan, candles: Thing) -> Describe:
    """The cake with so many candles, or with as many more where it has them already."""
    there = next((int(thing.trait("candles") or CANDLES) for thing in plan.things if thing.kind == "cake"), 0)
    number = candles.count if candles.count > there else there + candles.count
    return Describe("cake", traits=(f"candles:{number}",))


def _clothes(thing: Thing) -> tuple[str, ...] | None:
    """The traits of somebody who wears it, where a thing is a piece of clothing; None for all others."""
    entry = lexicon().forms.get(thing.words.lower())
    key = next((role for role in ("garment", "accessory") if entry is not None and entry.value(role)), None)
    if entry is None or key is None:
        return None
    colour = (f"{key}_colour:{thing.colour}",) if thing.colour else ()
    return (f"{key}:{entry.value(key)}", *colour)


def _worn(thing: Thing, wearer: Thing) -> Add:
    return Add((thing,), "wearing", (wearer.kind,), anchor_acts=True)


def _alone(plan: ScenePlan) -> Thing | None:
    """The one living being of the picture; None where there is none, or more than one."""
    living = [thing for thing in plan.things if lexicon().groups.get(thing.kind) in ("person", "animal")]
    return living[0] if len(living) == 1 and living[0].count == 1 else None


def bared(plan: ScenePlan, worn: tuple[str, ...]) -> ScenePlan:
    """The plan in which nobody has traits of these keys, or colours of them."""
    keys = tuple(f"{key}{end}" for key in worn for end in (":", "_colour:"))
    if not keys:
        return plan
    bare = (replace(t, traits=frozenset(x for x in t.traits if not x.startswith(keys))) for t in plan.things)
    return replace(plan, things=tuple(bare))
