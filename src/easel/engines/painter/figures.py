"""The one figure that a close framing is about."""

from typing import TYPE_CHECKING

from easel.engines.painter.sprites import SPRITES
from easel.engines.painter.sprites.deeds import DEEDS
from easel.engines.painter.variety import FIGURE

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout


def figure_of(layout: "Layout") -> int | None:
    """The one thing that a close framing is about."""
    if layout.plan.camera not in FIGURE:
        return None
    living = [i for i in layout.roots if layout.sprites[i].group in ("person", "animal")]
    chosen = (living or layout.roots)[0]
    return chosen if layout.plan.things[chosen].count == 1 else None


def _is_busy(layout: "Layout", index: int) -> bool:
    """Whether somebody holds or does something, or things are laid before them."""
    thing = layout.plan.things[index]
    holds = any((bond.host, bond.kind) == (index, "holding") for bond in layout.order.bonds)
    others = [i for i in layout.roots if i != index]
    laid = any(layout.sprites[i].group == "food" or layout.sprites[i].place == "surface" for i in others)
    return holds or laid or thing.trait("pose") in DEEDS


def place_figure(layout: "Layout", index: int, *, alone: bool) -> None:
    """Place it; the others get the half of the frame that it leaves."""
    scene = layout.scene
    camera = layout.plan.camera
    x = scene.width * (0.5 + layout.rng.uniform(-0.04, 0.04))
    if not alone:
        # The others get the half of the frame that the figure leaves.
        side = int(layout.rng.choice([-1, 1]))
        x = scene.width * (0.5 + 0.17 * side)
        layout.span = (0.02, 0.6) if side > 0 else (0.4, 0.98)
    bust = layout.plan.things[index].kind + "_portrait"
    if bust in SPRITES and _is_busy(layout, index):
        # Hands and what is in them belong to the picture.
        camera = "half_body"
    if camera != "half_body" and bust in SPRITES:
        layout.sprites[index] = SPRITES[bust]
        if any(layout.plan.things[index].trait(key) for key in ("garment", "accessory")):
            # Clothes that are told of are to be seen.
            camera = "portrait"
        # In a tall frame the shoulders are cut off rather than the head small.
        tall = (0.92 if camera == "portrait" else 1.3) * min(scene.height, 1.25 * scene.width)
        layout.add(index, 0, x, scene.height + 0.02 * tall + (0.28 * tall if camera == "close_up" else 0), tall)
        return
    sprite = layout.sprites[index]
    frames, level = FIGURE[camera]
    if sprite.group != "person" or "face" not in sprite.attach:
        close = camera == "close_up"
        tall = min(
            (0.8 if close else 0.72) * scene.height,
            (0.86 if close else 0.78) * scene.width / max(sprite.width, 0.1),
        )
        layout.add(index, 0, x, scene.height * 0.5 + tall * 0.5 + 0.03 * scene.height, tall)
        return
    tall = frames * min(scene.height, 1.35 * scene.width)
    face = -sprite.attach["face"][1] * tall
    layout.add(index, 0, x, level * scene.height + face, tall)
