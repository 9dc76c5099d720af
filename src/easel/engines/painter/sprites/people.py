"""People, whole: man, woman, child and old, and people known by their work."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from math import cos, radians, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Point, rgb, shade, side
from easel.engines.painter.sprites import bedding, clothes, collars, tails
from easel.engines.painter.sprites import hair as hairs
from easel.engines.painter.sprites.callings import Calling, calling_of
from easel.engines.painter.sprites.deeds import DEEDS, Deed, Tool
from easel.engines.painter.sprites.faces import front_face, side_face
from easel.engines.painter.sprites.figure import (
    BODIES,
    Body,
    Stance,
    drop_of,
    front_stance,
    hand_at,
    plain_pose,
    side_stance,
)
from easel.engines.painter.sprites.person import KINDS, Person, person_of
from easel.engines.painter.sprites.portraits import portrait_of
from easel.engines.painter.sprites.poses import ASTRIDE, AT_FACE, LEANS, STRIDING
from easel.engines.painter.sprites.sprite import Look, Sprite

#: What the words may say of somebody who is seen at work.
FREE = frozenset({None, "standing", "playing", "playing_music", "singing", "painting", "fishing"})


def _head(c: skia.Canvas, rng: np.random.Generator, person: Person, body: Body, facing: str, detail: float) -> None:
    # In profile the whole head turns with the gaze.
    with b.placed(c, (0, 0), turn=17.0 * person.face.gaze[1] if facing == "side" else 0.0):
        _bare_head(c, rng, person, facing, detail)
        if person.headgear:
            person.headgear(c, person.outfit.colour)
        for worn in person.worn:
            worn(c, facing)


def _bare_head(c: skia.Canvas, rng: np.random.Generator, person: Person, facing: str, detail: float) -> None:
    face = person.face
    if facing == "back" and not person.covered:
        hairs.from_back(c, rng, person.style, face.hair, face.skin)
    elif facing == "side":
        side_face(c, face)
        if not person.covered:
            hairs.from_side(c, rng, person.style, face.hair)
    elif facing == "front":
        front_face(c, face, detail=detail > 0.5)
        if not person.covered:
            hairs.over(c, rng, person.style, face.hair)


def _front(c: skia.Canvas, rng: np.random.Generator, person: Person, body: Body, look: Look, pose: str) -> None:
    """Front and back views."""
    outfit, skin = person.outfit, person.face.skin
    back = look.traits.get("facing") == "back"
    variants = {"suit": (0, 2), "gown": (0,), "spacesuit": (0,), "armour": (0, 1)}
    choice = int(rng.integers(4))
    garment = look.traits.get("garment", KINDS[person.kind].garment)
    choice = variants[garment][choice % len(variants[garment])] if garment in variants else choice
    plain = back or outfit.wide or pose == "lying"
    hand_to = b.points(look.traits["hand_to"])[0] if "hand_to" in look.traits else None
    holds = look.traits.get("hands") == "hold"
    stance = front_stance(body, pose, 0 if plain else choice, hand_to=hand_to, holds=holds)
    tool = None if hand_to or holds else _tool(look, person.kind)
    head_at, tilt = (0.0, body.head_y + stance.drop), float(rng.uniform(-3.5, 3.5))
    if not back:
        _on_the_back(c, person, body, stance.drop)
        with b.placed(c, head_at, scale=body.head, turn=tilt):
            _hair_behind(c, rng, person)
    on_ground = pose == "cross_legged"
    legs = _legs(c, person, body, stance, on_ground=on_ground)
    if not on_ground and (outfit.legs != "gown" or stance.seated or outfit.hem < -0.03):
        legs()
    with b.placed(c, (0, stance.drop)):
        _arms(c, person, body, stance)
        collars.neck(c, body, skin, body.head * (0.52 if person.face.jaw == "man" else 0.38))
        _trunk(c, rng, person, body, stance, back, on_ground=on_ground)
        if not back:
            collars.collar(c, body, outfit, skin)
        clothes.waist(c, body, outfit, back=back)
    if on_ground:
        clothes.crossed_legs(c, body, outfit, legs)
    before_face = pose in AT_FACE and not back
    if before_face:
        with b.placed(c, head_at, scale=body.head, turn=tilt):
            _head(c, rng, person, body, "front", look.detail)
    if stance.arm_in_front:
        with b.placed(c, (0, stance.drop)):
            _arms(c, person, body, stance, forearms=True)
    if tool and not back:
        near, far = ((x, y + stance.drop) for x, y in (stance.arms[1][2], stance.arms[0][2]))
        tool(c, near, far)
    if not before_face:
        with b.placed(c, head_at, scale=body.head, turn=tilt):
            _head(c, rng, person, body, "back" if back else "front", look.detail)
    if back:
        _wings(c, person, body, stance.drop)


def _hair_behind(c: skia.Canvas, rng: np.random.Generator, person: Person) -> None:
    if not person.covered:
        hairs.behind(c, rng, person.style, person.face.hair)


def _wings(c: skia.Canvas, person: Person, body: Body, drop: float) -> None:
    """What is on the back of somebody whose trunk a pose lowers."""
    if person.back:
        with b.placed(c, (0, drop)):
            person.back(c, body)


def _on_the_back(c: skia.Canvas, person: Person, body: Body, drop: float) -> None:
    """What one sees, from before, of an astronaut's pack, a hero's cape and wings."""
    _wings(c, person, body, drop)
    outfit = person.outfit
    if outfit.extra == "pack":
        b.rectangle(c, (-0.15, body.shoulder_y - 0.03), 0.3, 0.3, side(rgb("#c3c9d2")), round=0.04)
    elif outfit.extra == "cape":
        y, wide = body.shoulder_y, body.shoulder
        hem = [(2.1 * wide, -0.1), (1.1 * wide, -0.07), (0.3 * wide, -0.12)]
        b.blob(c, [(0.0, y + 0.01), (0.8 * wide, y - 0.005), (1.5 * wide, y + 0.25), *hem, (0.0, -0.1)],
               side(outfit.trim, 1.2), mirrored=True)  # fmt: skip


def _legs(c: skia.Canvas, person: Person, body: Body, stance: Stance, *, on_ground: bool) -> Callable[[], None]:
    """What draws the legs, or the tail that somebody has in place of them."""
    if person.outfit.extra == "tail":
        return partial(tails.tail, c, body, person.outfit.colour, drop=stance.drop, on_ground=on_ground)
    return partial(clothes.dressed_legs, c, body, person.outfit, stance, person.face.skin, side_view=False)


def _calling(look: Look, kind: str) -> Calling:
    """What somebody does for a living, which is to be seen where the words let them be idle."""
    return calling_of(kind, look.traits.get("calling"))


def _tool(look: Look, kind: str) -> Tool | None:
    """What is in the hands: of the deed that the words name, else of the calling where they let one be idle."""
    said = look.traits.get("pose")
    if said in DEEDS:
        return DEEDS[said].tool
    return _calling(look, kind).tool if said in FREE else None


def _arms(c: skia.Canvas, person: Person, body: Body, stance: Stance, *, forearms: bool = False) -> None:
    """Both arms behind the trunk, or once more what of them is before it: from above the elbow on, where that hangs."""
    for joints in stance.arms:
        (start, shoulder), (out, elbow), (_, hand) = joints
        if forearms and elbow < shoulder:
            continue
        c.save()
        cut = shoulder + 0.6 * (elbow - shoulder)
        if forearms and hand > cut and elbow - shoulder > abs(out - start):
            c.clipRect(b.box(-1, cut, 2, 2))
        clothes.arm(c, body, person.outfit, joints, person.face.skin)
        c.restore()


def _trunk(
    c: skia.Canvas,
    rng: np.random.Generator,
    person: Person,
    body: Body,
    stance: Stance,
    back: bool,
    *,
    on_ground: bool,
) -> None:
    outfit = person.outfit
    bust = person.face.jaw == "woman"
    if outfit.extra == "tail":
        clothes.torso(c, body, clothes.replace_colour(outfit, person.face.skin), back=back, bust=False)
        if not back and bust:
            tails.shells(c, body, outfit.colour)
        return
    if outfit.extra == "bare":
        bare = clothes.replace_colour(outfit, person.face.skin)
        clothes.torso(c, body, bare, back=back, bust=False)
        b.rectangle(c, (-body.hip, body.hip_y - 0.035), body.hip * 2, 0.07, side(outfit.colour), round=0.02)
        return
    if on_ground:
        clothes.torso(c, body, outfit, back=back, bust=bust)
        return
    skirted = clothes.is_skirted(body, outfit)
    if outfit.extra == "two_piece" or outfit.legs not in ("skirt", "gown"):
        if skirted:
            clothes.skirt(c, body, outfit, rng, drop=stance.drop if stance.seated else 0.0)
        clothes.torso(c, body, outfit, back=back, bust=bust)
    else:
        clothes.torso(c, body, outfit, back=back, bust=bust)
        clothes.skirt(c, body, outfit, rng, drop=stance.drop if stance.seated else 0.0)


def _side(c: skia.Canvas, rng: np.random.Generator, person: Person, body: Body, look: Look, pose: str) -> None:
    """Profile, looking right."""
    outfit, skin = person.outfit, person.face.skin
    if pose == "running" and outfit.legs == "gown":
        # Nobody takes long steps in a gown.
        pose = "walking"
    stance = side_stance(body, pose, holds=look.traits.get("hands") == "hold")
    lean = LEANS.get(pose, 0.0)
    with b.placed(c, (-0.35 * body.shoulder, 0.0), scale=(0.6, 1.0)):
        _wings(c, person, body, stance.drop)
    clothes.dressed_legs(c, body, outfit, stance, skin, side_view=True, astride=pose in ASTRIDE)
    skirted = clothes.is_skirted(body, outfit)
    if skirted and stance.seated:
        clothes.lap(c, body, outfit, stance)
    pivot = (0.0, body.hip_y + stance.drop)
    with b.placed(c, pivot, turn=lean), b.placed(c, (0, -body.hip_y)):
        clothes.arm(c, body, outfit, stance.arms[0], skin, shadow=0.72)
        thick = body.waist * 0.82
        y = body.shoulder_y
        trunk = [
            (-0.02, y - 0.03),
            (thick * 0.55, y),
            (thick * 1.0, y + 0.09),
            (thick * 0.86, body.waist_y),
            (thick * 0.98, body.hip_y + 0.045),
            (-thick * 1.05, body.hip_y + 0.045),
            (-thick * 0.85, body.waist_y),
            (-thick * 1.0, y + 0.08),
            (-thick * 0.75, y + 0.01),
        ]
        b.limb(
            c,
            [(0.0, y + 0.01), (0.008, body.head_y + body.head * 0.4)],
            (body.head * 0.95, body.head * 0.75),
            side(shade(skin, 0.84)),
        )
        if skirted and not stance.seated:
            clothes.skirt(c, clothes.side_body(body), outfit, rng)
        b.blob(c, trunk, side(outfit.colour, 0.9))
        with b.placed(c, (0.012, body.head_y), scale=body.head):
            _head(c, rng, person, body, "side", look.detail)
        clothes.arm(c, body, outfit, stance.arms[1], skin)
    tool = _tool(look, person.kind) if look.traits.get("pose") in DEEDS else _calling(look, person.kind).tool
    if tool and (pose == "fighting" or look.traits.get("pose") in DEEDS):
        near, far = (_leant(stance.arms[k][2], pivot, lean, body) for k in (1, 0))
        tool(c, near, far)


def _leant(hand: Point, pivot: Point, lean: float, body: Body) -> Point:
    """Where a hand is that leans forward with the trunk by an angle in degrees."""
    x, y, turn = hand[0], hand[1] - body.hip_y, radians(lean)
    return pivot[0] + x * cos(turn) - y * sin(turn), pivot[1] + x * sin(turn) + y * cos(turn)


def draw_person(c: skia.Canvas, rng: np.random.Generator, look: Look, kind: str) -> None:
    """A whole person. `pose`, `facing`, `garment` and the other traits as in `plan.Thing`."""
    person = person_of(kind, rng, look)
    body = BODIES[person.build]
    if person.outfit.extra == "pack":
        body = _puffy(body)
    said = look.traits.get("pose", "sitting" if kind == "baby" else "standing")
    deed = DEEDS.get(said)
    at_work = said in FREE and "hand_to" not in look.traits and look.traits.get("facing") in (None, "front")
    pose = plain_pose((_calling(look, kind).pose if at_work else None) or said)
    facing = look.traits.get("facing", "")
    in_profile = facing in ("left", "right", "side") or (pose in (*STRIDING, *ASTRIDE) and not facing)
    if deed:
        pose, in_profile = deed.pose, deed.aside and facing not in ("front", "back")
    fit = min(1.0, 1.02 / (body.head * person.rise - body.head_y))
    if kind == "baby" and pose == "sitting":
        fit = 1 / (1 - _SAT_DOWN)
    if pose in ("lying", "sleeping"):
        _lie(c, rng, person, body, look)
        return
    if deed and deed.sunk and look.traits.get("at") != "depth":
        _in_water(c, rng, person, body, look, deed)
        return
    lift = 0.0
    if deed:
        fit, lift = fit / deed.reach, deed.lift / deed.reach
    with b.placed(c, (0.0, -lift), scale=(-fit if facing == "left" else fit, fit)):
        if deed and deed.under:
            deed.under(c, *_hands_aside(body, pose))
        (_side if in_profile else _front)(c, rng, person, body, look, pose)
    if kind == "wizard" and not in_profile:
        _staff(c)


def _in_water(c: skia.Canvas, rng: np.random.Generator, person: Person, body: Body, look: Look, deed: Deed) -> None:
    """What is above the water, and the rings around it."""
    with b.placed(c, (0.0, deed.sunk)):
        c.clipRect(b.box(-2.0, -3.0, 4.0, 3.0 - deed.sunk))
        _front(c, rng, person, body, look, deed.pose)
    if deed.under:
        deed.under(c, (0.0, 0.0), (0.0, 0.0))


def _hands_aside(body: Body, pose: str) -> tuple[Point, Point]:
    """The near and the far hand of a pose, seen from the side, before the trunk leans."""
    far, near = side_stance(body, pose).arms
    return near[2], far[2]


def _lie(c: skia.Canvas, rng: np.random.Generator, person: Person, body: Body, look: Look) -> None:
    """On the back along the ground, the head to the left; as long as the figure is tall."""
    middle = -max(body.shoulder * 1.25, body.hip * min(person.outfit.flare, 2.0))
    tucked = look.traits.get("tucked")
    with bedding.above_quilt(c) if tucked else nullcontext(), b.placed(c, (0.5, middle), turn=-90):
        _front(c, rng, person, body, look, "lying")
    if tucked:
        bedding.quilt_over(c, middle, rgb(tucked))


def _puffy(body: Body) -> Body:
    """The body inside a thick suit."""
    upper, middle, lower = body.arm
    thigh, knee, ankle = body.leg
    return replace(
        body,
        shoulder=body.shoulder * 1.12,
        waist=body.waist * 1.35,
        hip=body.hip * 1.22,
        arm=(upper * 1.35, middle * 1.5, lower * 1.5),
        leg=(thigh * 1.25, knee * 1.35, ankle * 1.5),
        head=body.head * 1.08,
    )


def _staff(c: skia.Canvas) -> None:
    b.curve(c, ".235,.0 .24,-.5 .225,-.80", rgb("#6b4a2b"), 0.022)
    b.glow(c, (0.225, -0.85), 0.12, rgb("#8fd8ff"), 0.7)
    b.circle(c, (0.225, -0.85), 0.036, b.ball(rgb("#7cc8ff")))


#: How much of its standing height a baby loses by sitting, which is how it is drawn.
_SAT_DOWN = 0.12
_HEIGHTS = {"woman": 0.495, "old_woman": 0.47, "old_man": 0.5, "girl": 0.4, "boy": 0.4, "baby": 0.24}
#: Hats that rise above the head make the figure a little taller than its frame.
_WIDTHS = {"baby": 0.9, "princess": 0.6}


def _fist(stance: Stance) -> Point:
    """The middle of the near fist, a little before the end of the arm."""
    x, y = stance.arms[1][2]
    return 0.96 * x, y


def _sprite(kind: str) -> Sprite:
    body = BODIES["baby" if kind == "baby" else KINDS[kind].jaw]
    hand = (body.shoulder - 0.035, body.shoulder_y + (body.hip_y - body.shoulder_y) * 0.62)
    attach = {
        "hand": hand,
        "hand:riding": _fist(side_stance(body, "riding")),
        "hand2": (-body.shoulder - 0.01, body.hip_y + 0.07),
        "raised": hand_at(body, "lifting"),
        "staff": hand_at(body, "staff"),
        "walking": side_stance(body, "walking", holds=True).arms[1][2],
        "neck": hand_at(body, "strumming"),
        "strings": hand_at(body, "strumming", far=True),
        "mouth": hand_at(body, "singing"),
        "head": (0.0, body.head_y - body.head * 0.7),
        "top": (0.0, -0.98),
        "face": (0.0, body.head_y),
        "seat": (0.0, body.hip_y * 0.54),
        "hips": (0.0, body.hip_y),
    }
    return Sprite(
        name=kind,
        draw=partial(draw_person, kind=kind),
        height=_HEIGHTS.get(kind, 0.52),
        width=_WIDTHS.get(kind, 0.5),
        group="person",
        attach=attach,
        # A baby is drawn sitting whatever it does.
        drops={} if kind == "baby" else {pose: drop_of(body, pose) for pose in ("sitting", "cross_legged", "driving")},
    )


SPRITES = (*(_sprite(kind) for kind in KINDS), *(portrait_of(kind) for kind in KINDS))
