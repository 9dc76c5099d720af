"""What makes two pictures of one prompt differ: how near the camera is, and what the living do."""

from dataclasses import replace
from typing import TYPE_CHECKING

from easel.engines.painter.company import COMPANY_MAX, seated
from easel.engines.painter.plan import Thing
from easel.engines.painter.sprites.callings import calling_of
from easel.engines.painter.sprites.quadrupeds import SITTING
from easel.engines.painter.takes import take_of

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

#: Framings that are filled by one figure: its height in frames, and where its face comes (share of the frame's height).
FIGURE = {"close_up": (3.4, 0.46), "portrait": (2.15, 0.40), "half_body": (1.45, 0.27)}
#: What the living do where nobody says: nothing in particular as often as all else together. Animals that sit and look
#: at the viewer by nature go on doing so: they are known by it.
POSES = {"animal": ("", "", "", "walking", "walking"), "person": ("", "", "walking", "waving")}

#: What several do who play.
LIVELY = ("running", "playing", "running", "waving")


def shot_of(layout: "Layout") -> float:
    """How near the camera is, 1 at the usual distance: the seed's choice where the words leave it open."""
    if (
        layout.plan.camera != "normal"
        or layout.ground.kind not in ("ground", "shore", "water")
        or not layout.scene.freedom
    ):
        return 1.0
    nearest, farthest = (1.2, 0.72) if len(layout.roots) == 1 and layout.total == 1 else (1.06, 0.9)
    return (farthest, 0.5 * (1 + farthest), 1.0, nearest)[take_of(layout.scene.seed).shot]


def posed(layout: "Layout", index: int) -> Thing:
    """The thing as one copy of it shows itself: in a pose of its own where the words name none."""
    thing, rng = seated(layout, index), layout.rng
    group = layout.sprites[index].group if layout.sprites[index].place == "ground" else ""
    if thing.trait("pose") == "playing" and group == "person" and thing.count > 1:
        lively = LIVELY[int(rng.integers(len(LIVELY)))]
        return replace(thing, traits=thing.traits - {"pose:playing"} | {f"pose:{lively}"})
    bound = any(index in (bond.child, bond.host) for bond in layout.order.bonds)
    chosen = rng.choice(POSES.get(group, ("",)))
    if group == "person" and chosen == "walking" and not layout.in_lane and layout.total <= COMPANY_MAX:
        # They are there together, and look at the viewer.
        chosen = ""
    # Instruments and tools take both hands.
    at_work = group == "person" and calling_of(thing.kind, thing.trait("calling")).pose is not None
    alone = at_work or (group == "person" and layout.total < 3)
    if (
        not chosen
        or bound
        or alone
        or thing.kind in SITTING
        or not layout.scene.freedom
        or layout.plan.camera in FIGURE
    ):
        return thing
    if thing.trait("pose") or thing.trait("facing") or layout.still_life():
        return thing
    return replace(thing, traits=thing.traits | {f"pose:{chosen}"})
