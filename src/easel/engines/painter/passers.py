"""Passers-by: the people of streets and markets that would else be empty; they are no things of the plan."""

import numpy as np

from easel.engines.painter.company import CLOTHES
from easel.engines.painter.culture import is_eastern
from easel.engines.painter.plan import Thing
from easel.engines.painter.scene import Scene
from easel.engines.painter.sprites import get
from easel.engines.painter.things import Placed

#: The row where somebody of a given size stands: eye height over the horizon's row, in heights of a person.
EYE = 0.95
KINDS = ("woman", "man", "woman", "man", "old_man", "girl")
#: The colours of their robes, where they wear them.
ROBES = ("#8fb4c8", "#c88a8a", "#d9c48a", "#9ab08a", "#8a7fb0", "#5f6f86", "#e6e0d2")
#: How many people there are.
NUMBERS = {"market": 11, "street": 6, "hutong": 3, "square": 7, "neon_street": 9}
LIVING = frozenset({"person", "animal"})


def passers(scene: Scene, setting: str) -> list[Placed]:
    """People who walk along a street or a market where the words name nobody, from the farthest to the nearest."""
    if setting not in NUMBERS or not scene.free("passers-by", 1.1) or not _may_be_there(scene):
        return []
    rng = scene.rng("passers-by")
    number = NUMBERS[setting]
    # Most of them at some distance, one or two near at hand.
    near = 2 if setting in ("market", "square") else 1
    shares = sorted([*rng.uniform(0.1, 0.55, number - near), *rng.uniform(0.62, 0.86, near)])
    colours = rng.permutation(CLOTHES)
    return [
        _passer(scene, copy, float(share), setting, str(colours[copy % len(colours)]))
        for copy, share in enumerate(shares)
    ]


def _may_be_there(scene: Scene) -> bool:
    plan = scene.plan
    forbidden = plan.excluded & {"person", "people", "man", "woman", "girl", "boy"}
    # New things are to have room.
    edited = plan.base is not None and plan.things != plan.base.things
    close = plan.camera in ("close_up", "portrait", "half_body", "birds_eye") or edited
    return not (forbidden or close or any(get(thing.kind).group in LIVING for thing in plan.things))


def _passer(scene: Scene, copy: int, share: float, setting: str, colour: str) -> Placed:
    """One of them, `share` of the way from the vanishing point to the lower edge, in clothes of a colour."""
    rng = scene.rng(f"passer {copy}")
    kind = str(rng.choice(KINDS))
    traits = {"pose:walking"} if rng.random() < 0.6 else {"facing:back"}
    traits.add(f"garment_colour:{colour}")
    if is_eastern(scene.plan):
        traits.add("ethnicity:asian")
        if "chinese_town" in scene.plan.backdrops and rng.random() < 0.6:
            traits -= {f"garment_colour:{colour}"}
            traits |= {"garment:hanfu", f"garment_colour:{rng.choice(ROBES)}"}
    foot = scene.ground_px + share * (scene.height - scene.ground_px)
    sprite = get(kind)
    tall = (foot - scene.ground_px) * (0.8 if kind == "girl" else EYE)
    # On the pavements of a street; anywhere between the stalls of a market or on a square.
    near, far = {"market": (0.0, 1.1), "square": (0.0, 4.0)}.get(setting, (2.1, 2.9))
    if setting == "street" and is_eastern(scene.plan):
        near = 0.2
    if setting in ("market", "square") and share > 0.6:
        # Who is near leaves the middle open.
        near = 0.5
    aside = rng.choice([-1.0, 1.0]) * rng.uniform(near, far) * (foot - scene.ground_px)
    x = float(np.clip(0.5 * scene.width + aside, 0.1 * scene.width, 0.9 * scene.width))
    return Placed(
        index=-1, copy=copy, thing=Thing(kind=kind, words="", traits=frozenset(traits)), sprite=sprite, x=x, y=foot,
        tall=tall, depth=1.0 - share, order=foot / scene.height, flip=bool(rng.random() < 0.5),
    )  # fmt: skip
