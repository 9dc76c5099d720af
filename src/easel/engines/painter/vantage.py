"""From where some scenes are seen: over a city, over a wood or fields, before an island."""

from easel.engines.painter.plan import ScenePlan, Thing
from easel.engines.painter.sprites import get
from easel.engines.painter.sprites.deeds import is_aloft


def is_in_the_air(plan: ScenePlan, thing: Thing) -> bool:
    """Whether a thing flies, or is a tower of the city that others fly over."""
    flies = get(thing.kind).place == "sky" or thing.trait("pose") == "flying" or is_aloft(thing)
    return flies or (thing.kind == "skyscraper" and len(plan.things) > 1)


def is_on_island(plan: ScenePlan) -> bool:
    """Whether an island is named and something stands on it."""
    grounded = (get(thing.kind).place == "ground" and not is_in_the_air(plan, thing) for thing in plan.things)
    return "islands" in plan.backdrops and any(grounded)


def is_open_land(plan: ScenePlan) -> bool:
    """Whether it is a wood or fields, with a road or a river perhaps, and at most what flies over them."""
    wooded = plan.setting in (None, "road", "river", "forest_floor") and plan.backdrops == ("forest",)
    tilled = plan.setting in ("farmland", "meadow", "river") and set(plan.backdrops) <= {"path"}
    return (wooded or tilled) and all(is_in_the_air(plan, thing) for thing in plan.things)
