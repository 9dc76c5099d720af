"""Whether what a plan shows stands on a table: a still life is seen from near, before whatever room it is in."""

from easel.engines.painter.dishes import DISHES, tops
from easel.engines.painter.plan import ScenePlan, Thing
from easel.engines.painter.sprites import get

#: Dishes and drinks without an open top, and what of the sea is food beside these.
COOKED = frozenset(
    "steak roast_chicken fried_egg grilled_fish waffles "
    "hotpot dumpling jiaozi sushi burger teapot wine_glass icon:bento-box icon:takeout-box icon:cup-with-straw "
    "icon:tumbler-glass icon:beer-mug icon:bubble-tea icon:tropical-drink icon:cocktail-glass".split()
)
SEAFOOD = frozenset({"icon:shrimp", "icon:lobster", "icon:oyster", "icon:crab", "crab", "fish"})
#: What may be around a meal.
BESIDE = frozenset({"balloon", "rose", "tulip", "flower", "peony", "lavender", "bouquet", "icon:herb"})
#: What is seen behind a table rather than on it.
BEHIND = frozenset({"window", "door", "curtain"})


def is_topping(plan: ScenePlan, thing: Thing) -> bool:
    """Whether a thing is a part of a dish: mushrooms on a pizza grow nowhere."""
    return any(tops(thing.kind, plan.things[r.target].kind) for r in thing.relations if r.target < len(plan.things))


def is_small(plan: ScenePlan, thing: Thing) -> bool:
    """Whether a thing belongs on a table: food and goods, and what is in or on these, as flowers in a vase are."""
    sprite = get(thing.kind)
    if sprite.group == "food" or sprite.place == "surface" or is_topping(plan, thing):
        return True
    if thing.kind in SEAFOOD and _is_served(plan):
        return True
    hosts = (plan.things[r.target] for r in thing.relations if r.kind == "in" and r.target < len(plan.things))
    return any(host is not thing and get(host.kind).place == "surface" for host in hosts)


def is_laid(plan: ScenePlan) -> bool:
    """Whether there is one table and nothing else but small things, on it as far as the words say."""
    tables = [thing for thing in plan.things if thing.kind == "table"]
    others = [thing for thing in plan.things if thing.kind not in BEHIND and thing not in tables]
    if len(tables) != 1 or tables[0].count > 1 or not all(is_small(plan, thing) for thing in others):
        return False
    told = {r.kind for thing in others for r in thing.relations if plan.things[r.target : r.target + 1] == (tables[0],)}
    return bool(others) and told == {"on"}


def is_meal(plan: ScenePlan) -> bool:
    """Whether there is something to eat or drink that was prepared, and nobody and nothing that is not for a table."""
    return _is_served(plan) and all(is_small(plan, thing) or thing.kind in BESIDE for thing in plan.things)


def is_arranged(plan: ScenePlan) -> bool:
    """Whether there are flowers in a vase, and nothing but what is for a table."""
    cut = [thing for thing in plan.things if get(thing.kind).group == "plant"]
    inside = {r.target for thing in cut for r in thing.relations if r.kind == "in"}
    vases = any(plan.things[target].kind == "vase" for target in inside if target < len(plan.things))
    return vases and all(is_small(plan, thing) for thing in plan.things)


def _is_served(plan: ScenePlan) -> bool:
    return any(thing.kind in DISHES or thing.kind in COOKED for thing in plan.things)
