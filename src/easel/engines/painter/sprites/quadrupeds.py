"""Four-legged animals from the side, standing, walking, running or lying; many of them also sit and look at you."""

from collections.abc import Callable, Sequence
from functools import partial
from math import cos, radians, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, Point, ball, mix, rgb, shade, side, top
from easel.engines.painter.sprites import animal_parts as parts
from easel.engines.painter.sprites.animal_clothes import clothes_of, coat_aside
from easel.engines.painter.sprites.builds import BUILDS, Build
from easel.engines.painter.sprites.deeds import DEEDS
from easel.engines.painter.sprites.heads import draw_elephant_head, draw_head
from easel.engines.painter.sprites.sitters import SITTERS, draw_sitter
from easel.engines.painter.sprites.sleepers import SLEEPERS, draw_sleeper, points_asleep
from easel.engines.painter.sprites.sprite import Look, Sprite

#: For each pose and leg (far hind, far fore, near hind, near fore): swing forward and bend of the joint, in degrees.
GAITS = {
    "standing": ((6, 2), (6, -2), (-5, 2), (-4, 2)),
    "walking": ((16, -14), (-20, -12), (-18, 6), (20, -8)),
    "running": ((-48, 16), (34, -62), (-30, 18), (58, -24)),
}
#: Poses that look like another one.
_LIKE = {"playing": "running", "jumping": "running", "flying": "running", "climbing": "walking"}
#: Animals with a mane along the neck, and its colour where it does not come from the coat.
_CRESTS: dict[str, Colour | None] = {"horse": None, "zebra": rgb("#3a3836"), "unicorn": rgb("#e3a3dc")}
#: What one does sitting, with a tool before the paws.
FRONTAL = frozenset(name for name, deed in DEEDS.items() if deed.tool is not None and not deed.aside)
#: Poses in which who wears clothes is on all fours.
ON_PAWS = frozenset({"walking", "running", "jumping", "playing", "lying", "sleeping", "climbing"})
#: Angle of each segment of a leg to the plumb line at rest, in degrees, forward positive; and its share of the length.
HIND, FORE = ((14, -26, 4), (0.40, 0.32, 0.28)), ((-8, 4, 2), (0.40, 0.36, 0.24))


def _joints(start: Point, hind: bool, swing: float, bend: float) -> list[Point]:
    rest, shares = HIND if hind else FORE
    reach = sum(share * cos(radians(angle)) for share, angle in zip(shares, rest, strict=True))
    length = (-start[1] - 0.03) / reach
    x, y = start
    found = [start]
    for k, (share, angle) in enumerate(zip(shares, rest, strict=True)):
        turn = radians(angle + swing * (1.0 if k < 2 else 0.7) + (bend if k else 0))
        x, y = x + sin(turn) * share * length, y + cos(turn) * share * length
        found.append((x, min(y, -0.03)))
    return found


def _leg(c: skia.Canvas, build: Build, coat: Colour, joints: Sequence[Point]) -> None:
    thick, middle, thin = build.leg
    sock = build.socks or coat
    b.limb(c, joints, (thick, middle * 1.12, middle * 0.85, thin), side(coat, 0.5))
    if build.socks:
        b.limb(c, joints[2:], (middle * 0.88, thin), side(sock, 0.5))
    if build.marks in ("zebra", "tiger"):
        ink = rgb("#25201d")
        for k in range(4):
            (x0, y0), (x1, y1) = joints[1 + k // 2], joints[2 + k // 2]
            t = 0.3 + 0.5 * (k % 2)
            x, y, half = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t, middle * 0.36
            b.line(c, (x - half, y), (x + half, y + 0.008), ink, 0.014)
    x, y = joints[-1]
    if build.foot == "hoof":
        hoof = [
            (x - thin * 0.6, y - 0.012),
            (x + thin * 0.6, y - 0.012),
            (x + thin * 0.95, y + 0.03),
            (x - thin * 0.65, y + 0.03),
        ]
        b.polygon(c, hoof, rgb("#3a302a"))
    elif build.foot == "elephant":
        for k in (-1, 0, 1):
            b.ellipse(c, (x + k * thin * 0.3 + 0.02, y + 0.012), thin * 0.13, 0.016, rgb("#ddd6c8"), 0.9)
    else:
        b.ellipse(c, (x + thin * 0.35, y + 0.004), thin * 0.85, 0.028, ball(sock, 0.6))


def _folded(c: skia.Canvas, build: Build, coat: Colour, drop: float) -> None:
    """The near legs of a lying animal, drawn in the frame of the lowered trunk."""
    ground = -drop
    x, y = build.hip
    thin = build.leg[2]
    b.ellipse(c, (x + 0.06, (y + ground) / 2 - 0.01), 0.17, (ground - y) / 2, ball(shade(coat, 0.97), 0.6))
    b.limb(c, [(x + 0.02, ground - 0.035), (x + 0.2, ground - 0.03)], (thin * 1.3, thin * 1.1), side(shade(coat, 0.9)))
    x, y = build.shoulder
    elbow, paw = (x + 0.05, ground - 0.05), (x + 0.34, ground - 0.03)
    b.limb(c, [(x, y), elbow, paw], (build.leg[0], thin * 1.5, thin * 1.1), side(shade(coat, 0.97), 0.5))


def _patches(c: skia.Canvas, rng: np.random.Generator, coat: Colour) -> None:
    ink = rgb("#2e2826") if b.luminance(coat) > 0.35 else rgb("#f4efe6")
    for x, y, wide, tall in ((-0.34, -0.66, 0.17, 0.14), (0.02, -0.56, 0.13, 0.17), (0.30, -0.70, 0.12, 0.13)):
        angles = np.linspace(0, 2 * np.pi, 9, endpoint=False)
        far = rng.uniform(0.75, 1.2, 9)
        b.blob(c, [(x + np.cos(a) * wide * k, y + np.sin(a) * tall * k) for a, k in zip(angles, far, strict=True)], ink)


def _bars(c: skia.Canvas, rng: np.random.Generator, ink: Colour, width: float, step: float) -> None:
    for k, x in enumerate(np.arange(-0.5, 0.5, step)):
        lean = 0.10 * (0.1 - x)
        end = -0.44 + 0.05 * (k % 2) + rng.uniform(-0.02, 0.02)
        parts.stripe(c, (x, -0.96 if x > 0.12 else -0.72), (x - lean, end), width, ink, bow=1.5)


def _giraffe(c: skia.Canvas, rng: np.random.Generator, coat: Colour) -> None:
    path = skia.Path()
    for row in range(15):
        for column in range(13):
            x = -0.3 + column * 0.052 + (row % 2) * 0.026 + rng.uniform(-0.006, 0.006)
            y = -0.95 + row * 0.045 + rng.uniform(-0.005, 0.005)
            spots = [
                (x + np.cos(a) * 0.021 * k, y + np.sin(a) * 0.02 * k)
                for a, k in zip(np.arange(0, 6.2, 1.05), rng.uniform(0.8, 1.15, 6), strict=True)
            ]
            path.addPoly([skia.Point(*map(float, p)) for p in spots], True)
    b.fill(c, path, rgb("#a5642c"), 0.92)


def _rosettes(c: skia.Canvas, rng: np.random.Generator, coat: Colour) -> None:
    for k in range(44):
        x, y = -0.44 + 0.86 * ((k * 0.618) % 1), -0.7 + 0.3 * (k / 44) + float(rng.uniform(-0.01, 0.01))
        b.ellipse(c, (x, y), 0.026, 0.02, rgb("#3a2414"))
        b.ellipse(c, (x, y), 0.012, 0.009, shade(coat, 0.8))


#: Bars across the trunk: their colour, None a darker coat, how wide they are and how far apart.
BARS = {"zebra": ("#23211f", 0.036, 0.058), "tiger": ("#2a1a12", 0.04, 0.085), "tabby": (None, 0.04, 0.1)}


def _marks(c: skia.Canvas, rng: np.random.Generator, build: Build, coat: Colour) -> None:
    kind = build.marks
    if build.belly:
        b.blob(c, "-.36,-.40 .0,-.43 .3,-.48 .46,-.7 .5,-.5 .3,-.3 -.3,-.3", parts.belly(coat), 0.65)
    if kind == "patches":
        _patches(c, rng, coat)
    elif kind in BARS:
        ink, wide, apart = BARS[kind]
        _bars(c, rng, rgb(ink) if ink else parts.marking(coat), wide, apart)
    elif kind == "giraffe":
        _giraffe(c, rng, coat)
    elif kind == "rosettes":
        _rosettes(c, rng, coat)
    elif kind == "spots":
        for x, y in rng.uniform((-0.3, -0.56), (0.1, -0.46), (16, 2)):
            b.circle(c, (x, y), 0.009, rgb("#f7ead2"), 0.9)
    elif kind == "saddle":
        b.blob(c, "-.45,-.7 .1,-.8 .4,-.95 .3,-.7 .1,-.58 -.2,-.56 -.42,-.56", shade(coat, 0.62), 0.8)


def _fleece(c: skia.Canvas, rng: np.random.Generator, build: Build, coat: Colour) -> None:
    """Wool: three layers of curls, darker below, each layer one path."""
    outline = b.outline(build.trunk)
    b.fill(c, outline, top(coat, 0.9))
    measure = skia.PathMeasure(outline, True)
    rim = [measure.getPosTan(measure.getLength() * k / 24)[0] for k in range(24)]
    inside = [(p.x() * f, -0.56 + (p.y() + 0.56) * f) for f in (0.75, 0.42) for p in rim[:: 1 if f > 0.5 else 2]]
    curls = [(p.x(), p.y()) for p in rim] + inside
    for low, high, factor in ((-0.45, 0, 0.78), (-0.66, -0.45, 0.92), (-1, -0.66, 1.05)):
        for x, y in curls:
            if low <= y < high:
                size = 0.075 + rng.uniform(-0.012, 0.012)
                b.circle(c, (x, y), size, ball(shade(coat, factor), 0.32))


def _crest(c: skia.Canvas, ink: Colour) -> None:
    """The mane along the neck of a horse, with some locks over it."""
    b.blob(
        c, ".38,-1.0 .28,-.97 .19,-.84 .10,-.70 .04,-.63 .13,-.62 .22,-.70 .27,-.80 .32,-.88 .37,-.92", side(ink, 0.6)
    )
    locks = []
    for k in range(6):
        x, y = 0.33 - k * 0.043, -0.95 + k * 0.06
        locks.append(((x, y), (x + 0.03, y + 0.09), (x, y + 0.155)))
    parts.strokes(c, locks, shade(ink, 1.5), 0.01, 0.6)


def _trunk(c: skia.Canvas, rng: np.random.Generator, build: Build, coat: Colour, look: Look) -> None:
    if build.marks == "wool":
        _fleece(c, rng, build, coat)
        return
    shape = b.outline(build.trunk)
    b.fill(c, shape, top(coat, 0.9))
    with b.clipped(c, shape):
        if look.detail > 0.4:
            _marks(c, rng, build, coat)
        haunch, chest = shade(coat, 1.12), shade(coat, 1.08)
        for (x, y), tone, size in ((build.hip, haunch, 0.17), (build.shoulder, chest, 0.14)):
            b.glow(c, (x - 0.03, y - 0.06), size, tone, 0.4)
    if build.foot == "paw" and look.detail > 0.5:
        parts.fur(c, rng, (0, -0.55, 0.36, 0.1), shade(coat, 0.7), count=36, length=0.03, alpha=0.2)


def _legs(c: skia.Canvas, build: Build, coat: Colour, gait: Sequence[tuple[int, int]], near: bool) -> None:
    starts = (build.hip, build.shoulder)
    for k, start in enumerate(starts):
        swing, bend = gait[k + 2 * near]
        shift = 0.0 if near else (0.085 if k == 0 else -0.085)
        joints = _joints((start[0] + shift, start[1]), k == 0, swing, bend)
        _leg(c, build, coat if near else shade(coat, 0.66), joints)


def _tail(c: skia.Canvas, build: Build, coat: Colour, lying: bool) -> None:
    joints = b.points(build.tail)
    if lying and joints[-1][1] > joints[0][1]:
        root = joints[0]
        joints = [(root[0] - (y - root[1]) * 0.8, root[1] - (x - root[0]) * 0.5) for x, y in joints]
    b.limb(c, joints, build.tail_widths, side(shade(coat, 0.9), 0.7))
    if build.tuft:
        x, y = joints[-1]
        before = joints[-2]
        if build.head == "horse":
            b.limb(c, joints, build.tail_widths, side(build.tuft, 0.8))
        elif build.head == "fox":
            b.limb(c, [(_between(before, (x, y), 0.55)), (x, y)], (build.tail_widths[-2] * 0.9, 0.05), build.tuft)
        else:
            b.limb(c, [_between(before, (x, y), 0.7), (x, y), (x * 1.01, y + 0.05)], (0.02, 0.045, 0.015), build.tuft)


def _between(start: Point, end: Point, share: float) -> Point:
    """The point at `share` of the way between two points."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def draw_body(c: skia.Canvas, rng: np.random.Generator, look: Look, build: Build, above: Callable[[], None]) -> None:
    """An animal without its head, on its feet; `above` draws what rises out of its trunk."""
    coat = look.colour or build.coat
    pose = _LIKE.get(look.traits.get("pose", ""), look.traits.get("pose", "standing"))
    gait = GAITS.get(pose, GAITS["standing"])
    _legs(c, build, coat, gait, near=False)
    _tail(c, build, coat, lying=False)
    above()
    _trunk(c, rng, build, coat, look)
    _legs(c, build, coat, gait, near=True)


def draw_quadruped(c: skia.Canvas, rng: np.random.Generator, look: Look, name: str) -> None:
    """One of BUILDS from the side; `pose` is standing, walking, running or lying."""
    build = BUILDS[name]
    coat = look.colour or build.coat
    pose = _LIKE.get(look.traits.get("pose", ""), look.traits.get("pose", "standing"))
    lying = pose in ("lying", "sleeping")
    drop = (-build.hip[1] - 0.20) if lying else 0.0
    lift = -0.05 if pose == "running" else 0.0
    gait = GAITS.get(pose, GAITS["standing"])
    with b.placed(c, (0, (drop + lift) * build.fit), scale=build.fit):
        if not lying:
            _legs(c, build, coat, gait, near=False)
        _tail(c, build, coat, lying)
        if lying:
            with b.placed(c, (0.08, -0.01)):
                _folded(c, build, shade(coat, 0.7), drop)
        _trunk(c, rng, build, coat, look)
        if name in _CRESTS:
            _crest(c, _CRESTS[name] or mix(coat, rgb("#1d130d"), 0.8))
        if lying:
            _folded(c, build, coat, drop)
        else:
            _legs(c, build, coat, gait, near=True)
        _clothes(c, rng, build, look, () if lying else gait)
        face = rgb("#40362f") if name == "sheep" and b.luminance(coat) > 0.3 else coat
        tilt = {"up": -20.0, "down": 16.0}.get(look.traits.get("gaze", ""), 0.0)
        with b.placed(c, build.head_at, scale=build.head_size, turn=build.head_turn + tilt):
            if name == "elephant":
                draw_elephant_head(c, coat)
            else:
                pale = coat if name in ("sheep", "unicorn") else None
                draw_head(c, build.head, face, pale, asleep=pose == "sleeping")
        if name == "unicorn":
            b.polygon(c, ".36,-1.0 .415,-.985 .53,-1.22", side(rgb("#f0c659"), 1.2))
            parts.strokes(c, [((0.385, -1.02), (0.42, -1.03)), ((0.41, -1.07), (0.445, -1.08))], rgb("#b9862c"), 0.008)


def _clothes(
    c: skia.Canvas, rng: np.random.Generator, build: Build, look: Look, gait: Sequence[tuple[int, int]]
) -> None:
    """What it wears over its trunk and, unless it lies, over its near legs."""
    outfit = clothes_of(rng, look)
    if outfit is None:
        return
    legs = [_joints(start, k == 0, *gait[k + 2]) for k, start in enumerate((build.hip, build.shoulder)) if gait]
    coat_aside(c, outfit, build.trunk, (build.hip[0] - 0.06, build.shoulder[0] + 0.1), legs, build.leg[0])


def _draw(c: skia.Canvas, rng: np.random.Generator, look: Look, name: str, sits: bool) -> None:
    pose = look.traits.get("pose")
    facing = look.traits.get("facing")
    if pose == "sleeping" and name in SLEEPERS:
        draw_sleeper(c, rng, look, name)
        return
    away = facing == "back"
    shown = pose is None and (sits or away)
    # In clothes it stands upright, as people do.
    clothed = "garment" in look.traits and pose not in ON_PAWS
    sitter = facing != "side" and name in SITTERS and (pose == "sitting" or shown or clothed or pose in FRONTAL)
    (draw_sitter if sitter or name not in BUILDS else draw_quadruped)(c, rng, look, name)


#: Natural heights, and whether the animal sits and looks at you unless its pose says otherwise.
_SIZES = {
    "cat": (0.27, True),
    "dog": (0.29, True),
    "fox": (0.27, True),
    "wolf": (0.28, False),
    "rabbit": (0.22, True),
    "bear": (0.32, False),
    "panda": (0.32, True),
    "tiger": (0.28, False),
    "lion": (0.29, False),
    "leopard": (0.27, False),
    "raccoon": (0.25, True),
    "horse": (0.36, False),
    "unicorn": (0.38, False),
    "zebra": (0.34, False),
    "deer": (0.36, False),
    "cow": (0.28, False),
    "sheep": (0.21, False),
    "pig": (0.2, False),
    "elephant": (0.42, False),
    "giraffe": (0.55, False),
    "camel": (0.38, False),
}


#: The animals that sit unless something else is asked for.
SITTING = frozenset(name for name, (_, sits) in _SIZES.items() if sits)


#: Poses in which who sits by nature is on its legs, its head before it.
ON_LEGS = ("standing", "walking", "running", "playing")


def _sprite(name: str) -> Sprite:
    height, sits = _SIZES[name]
    build = BUILDS.get(name)
    draw: Callable[[skia.Canvas, np.random.Generator, Look], None] = partial(_draw, name=name, sits=sits)
    attach = {
        "head": (0.0, -0.9),
        "top": (0.0, -0.9),
        "face": (0.0, -0.7),
        "hand": (-0.1, -0.1),
        "seat": (0.0, -0.45),
    }
    if build is not None:
        head_x, head_y = build.head_at[0] * build.fit, build.head_at[1] * build.fit
        middle, back = (build.hip[0] + build.shoulder[0]) / 2 * build.fit, (build.hip[1] - 0.1) * build.fit
        on_legs = {"head": (head_x, head_y - 0.1), "face": (head_x, head_y)}
        if sits:
            attach |= {f"{part}:{pose}": at for part, at in on_legs.items() for pose in ON_LEGS}
        else:
            attach = {
                **on_legs,
                "top": (middle, back),
                "seat": (middle, back),
                "hand": (head_x + 0.1, head_y + 0.1),
            }
    if name in SLEEPERS:
        attach |= points_asleep(name)
    width = max(1.0, build.width) if build else 1.0
    return Sprite(name=name, draw=draw, height=height, width=width, group="animal", attach=attach)


SPRITES = tuple(_sprite(name) for name in _SIZES)
