"""What lies or stands on the bed of the sea: cities, wrecks and chests float no more than rocks do."""

from typing import TYPE_CHECKING

from easel.engines.painter.places import setting_of

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

#: Groups of what sinks, and what does not although it is of one.
SINKING = frozenset({"building", "furniture", "object", "vehicle"})
AFLOAT = frozenset(
    {"submarine", "balloon", "bottle", "icon:bubbles", "sphere", "ufo", "icon:diving-mask", "paper_plane"}
)
#: Where it stands, in heights of the picture; how far a second row is before the first.
FOOT, ROW = 0.9, 0.05
#: The most of the picture's height that one takes.
HIGHEST = 0.62


def sunken(layout: "Layout", indices: list[int]) -> list[int]:
    """Those of the things that are on the bed of the sea; none elsewhere."""
    if setting_of(layout.plan) != "underwater":
        return []
    groups = {i: layout.sprites[i].group for i in indices}
    return [i for i in indices if groups[i] in SINKING and layout.plan.things[i].kind not in AFLOAT]


def place_on_seabed(layout: "Layout", indices: list[int]) -> None:
    """Stand them side by side across the bed."""
    scene = layout.scene
    slots = [(i, k) for i in indices for k in range(layout.plan.things[i].count)]
    room = scene.width / max(1, len(slots))
    for number, (index, copy) in enumerate(slots):
        sprite = layout.sprites[index]
        tall = min(layout.tall(index), HIGHEST * scene.height, 0.94 * room / max(sprite.width, 0.1))
        y = (FOOT + ROW * (number % 2)) * scene.height
        layout.add(index, copy, (number + 0.5) * room, y, tall, depth=0.2).rests = True
