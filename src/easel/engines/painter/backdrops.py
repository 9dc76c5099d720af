"""What rises behind a setting, from the far to the near."""

from collections.abc import Callable

from easel.engines.painter import city, famous, ground, lands, ravines, town, water, woods
from easel.engines.painter.scene import Scene

PAINTERS: dict[str, Callable[[Scene], None]] = {
    "snow_mountains": lambda scene: lands.mountains(scene, snow=0.95, tall=1.08),
    "mountains": lambda scene: lands.mountains(scene, snow=0.6 if scene.snowy else 0.34),
    "fuji": famous.fuji,
    "karst": ravines.karst,
    "islands": lands.islands,
    "dunes": lambda scene: lands.dunes(scene, bottom=min(1.0, scene.horizon + 0.03)),
    "hills": lands.hills,
    "waterfall": water.far_fall,
    "future_city": city.future_city,
    "ruined_city": city.ruined_city,
    "city": city.city,
    "castle_town": town.castle_town,
    "chinese_town": town.chinese_town,
    "village": town.village,
    "rooftops": town.rooftops,
    "forest": lambda scene: woods.forest(scene, opening=0.45),
    "bamboo": lambda scene: woods.bamboo_grove(scene, opening=0.5),
    "path": ground.path,
}
#: These stand on the ground itself, so the ground is painted before them.
ON_GROUND = frozenset({"forest", "bamboo", "village", "rooftops", "path"})


def paint_backdrops(scene: Scene, names: tuple[str, ...], *, on_ground: bool) -> None:
    """Paint those of `names` that stand on the ground, or those that rise behind it."""
    for name, paint in PAINTERS.items():
        if name in names and scene.allows(name) and (name in ON_GROUND) == on_ground:
            paint(scene)
