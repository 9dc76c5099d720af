"""Where a scene is at home: Chinese and Japanese dress, buildings and eateries bring their own people and streets."""

import re

from easel.engines.painter.plan import ScenePlan, Thing
from easel.engines.painter.sprites.shops import TRADES

CHINESE = re.compile("[\u3400-\u9fff]")
GARMENTS = frozenset({"hanfu", "kimono", "qipao", "yoroi"})
CALLINGS = frozenset({"samurai", "swordsman"})
KINDS = frozenset(
    {
        "pagoda",
        "temple",
        "courtyard_house",
        "palace",
        "potala",
        "gate_tower",
        "temple_of_heaven",
        "pavilion",
        "great_wall",
        "torii",
        "sampan",
        "dragon_boat",
        "chinese_dragon",
    }
)


def is_eastern(plan: ScenePlan) -> bool:
    """Whether the scene is in East Asia by what is in it."""
    in_town = plan.setting in ("water_town", "hutong") or "chinese_town" in plan.backdrops
    return in_town or any(_is_eastern(thing) for thing in plan.things)


def speaks_chinese(plan: ScenePlan) -> bool:
    """Whether the words are Chinese: who is in them without more is at home there."""
    return CHINESE.search(plan.prompt) is not None


def _is_eastern(thing: Thing) -> bool:
    sells = TRADES.get(thing.trait("sells") or "")
    return (
        thing.kind in KINDS
        or thing.trait("garment") in GARMENTS
        or thing.trait("calling") in CALLINGS
        or (sells is not None and sells.eastern)
    )


def wears_history(plan: ScenePlan) -> bool:
    """Whether somebody is dressed in the East Asian manner of old."""
    return any(thing.trait("garment") in GARMENTS for thing in plan.things)
