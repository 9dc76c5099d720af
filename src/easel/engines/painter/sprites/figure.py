"""The body under the clothes: proportions of each kind of person, and the joints that a pose gives it.

The frame is the sprite's: the feet at y = 0, the crown near y = -1. `near` is the viewer's right hand side.
"""

from dataclasses import dataclass, replace
from math import cos, hypot, radians, sin, sqrt

from easel.engines.painter.brush import Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Heights are y of the joints; widths are half widths. `arm` and `leg` are (upper, middle, lower) full widths."""

    head: float
    shoulder_y: float
    shoulder: float
    waist_y: float
    waist: float
    hip_y: float
    hip: float
    arm: tuple[float, float, float]
    leg: tuple[float, float, float]

    @property
    def head_y(self) -> float:
        """The middle of the head; hair needs some room above it."""
        return -1 + self.head * 1.16


BODIES = {
    "teen": Body(
        head=0.086,
        shoulder_y=-0.782,
        shoulder=0.097,
        waist_y=-0.61,
        waist=0.066,
        hip_y=-0.49,
        hip=0.088,
        arm=(0.048, 0.040, 0.029),
        leg=(0.088, 0.064, 0.039),
    ),
    "man": Body(
        head=0.072,
        shoulder_y=-0.815,
        shoulder=0.128,
        waist_y=-0.605,
        waist=0.094,
        hip_y=-0.50,
        hip=0.094,
        arm=(0.066, 0.052, 0.036),
        leg=(0.104, 0.078, 0.046),
    ),
    "woman": Body(
        head=0.072,
        shoulder_y=-0.808,
        shoulder=0.098,
        waist_y=-0.635,
        waist=0.066,
        hip_y=-0.515,
        hip=0.094,
        arm=(0.048, 0.040, 0.028),
        leg=(0.094, 0.066, 0.038),
    ),
    "child": Body(
        head=0.112,
        shoulder_y=-0.735,
        shoulder=0.10,
        waist_y=-0.555,
        waist=0.083,
        hip_y=-0.43,
        hip=0.09,
        arm=(0.054, 0.046, 0.036),
        leg=(0.086, 0.070, 0.048),
    ),
    "baby": Body(
        head=0.19,
        shoulder_y=-0.58,
        shoulder=0.135,
        waist_y=-0.40,
        waist=0.135,
        hip_y=-0.26,
        hip=0.14,
        arm=(0.085, 0.08, 0.065),
        leg=(0.12, 0.11, 0.09),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """Joints of one pose: arms from shoulder to hand and legs from hip to ankle, far first. `drop` lowers the trunk."""

    arms: tuple[tuple[Point, ...], tuple[Point, ...]]
    legs: tuple[tuple[Point, ...], tuple[Point, ...]]
    drop: float = 0.0
    arm_in_front: bool = False
    seated: bool = False
    hand_hidden: tuple[bool, bool] = (False, False)


def _arm(body: Body, sign: int, pose: str) -> tuple[Point, ...]:
    x, y = sign * (body.shoulder - 0.45 * body.arm[0]), body.shoulder_y + 0.028 + 0.3 * body.arm[0]
    length = body.hip_y - body.shoulder_y + 0.055
    shapes = {
        "hang": ((0.034, 0.48), (0.032, 0.93)),
        "hip": ((0.105, 0.42), (0.012 - (body.shoulder - body.waist) * 0.4, 0.66)),
        "pocket": ((0.05, 0.48), (-0.005, 0.86)),
        "wave": ((0.105, 0.34), (0.15, -0.14)),
        "hold": ((0.045, 0.48), (-0.035, 0.52)),
        "up": ((0.07, -0.30), (0.05, -0.85)),
        "reach": ((0.02, 0.46), (0.11, 0.40)),
        "lap": ((0.045, 0.48), (-0.03, 0.80)),
        "clasped": ((0.04, 0.5), (0.02 - body.shoulder * 0.75, 0.84)),
    }
    return ((x, y), *((x + sign * dx, y + dy * length) for dx, dy in shapes[pose]))


def _leg(body: Body, sign: int, spread: float, knee_in: float = 0.0) -> tuple[Point, ...]:
    x = sign * body.hip * 0.56
    foot = x + sign * spread
    return (x, body.hip_y - 0.01), (x + sign * (spread * 0.5 - knee_in), body.hip_y * 0.52), (foot, -0.035)


#: Poses that look like another one.
_LIKE = {
    "eating": "holding", "drinking": "holding", "cooking": "reading", "fishing": "holding",
    "working": "reading", "playing_music": "reading", "playing": "dancing",
    "climbing": "dancing", "jumping": "dancing", "cheering": "dancing", "flying": "dancing", "kneeling": "sitting",
    "driving": "sitting", "sailing": "sitting",
}  # fmt: skip
#: Where the hands are at work, near and far: across in shoulders, down from the shoulders to the hips; None hangs.
_AT_WORK: dict[str, tuple[Point, Point | None]] = {
    "pointing": ((1.9, 0.1), (-0.75, 0.55)),
    "fiddling": ((1.6, 0.16), (-0.8, 0.3)),
    "strumming": ((1.75, 0.3), (-0.05, 0.78)),
    "singing": ((0.5, -0.02), None),
    "serving": ((1.75, 0.25), None),
    "staff": ((1.6, 0.42), None),
    "painting": ((1.5, 0.25), (-0.85, 0.62)),
    "fighting": ((1.5, 0.1), (-1.25, 0.4)),
    "lifting": ((1.35, -0.2), None),
    "clasping": ((0.18, 0.62), (-0.18, 0.62)),
}
#: How far the trunk comes down on a chair, in hip heights, and how far above the ground the hips are on the ground.
CHAIR, ON_GROUND = 0.46, 0.075


#: Every word for a pose that the figure has a stance for, its own or a like one.
KNOWN_POSES = frozenset(
    {
        "standing",
        "sitting",
        "walking",
        "running",
        "riding",
        "holding",
        "reading",
        "waving",
        "dancing",
        "lying",
        "sleeping",
        "cross_legged",
    }
    | _LIKE.keys()
    | _AT_WORK.keys()
)


def plain_pose(pose: str) -> str:
    """The pose that the figure knows for a word: eating is a way of holding, jumping a way of dancing."""
    return _LIKE.get(pose, pose)


def _arm_to(body: Body, sign: int, hand: Point) -> tuple[Point, ...]:
    """An arm that reaches for a point: the nearer that is, the further the elbow comes down and out."""
    x, y = sign * (body.shoulder - 0.45 * body.arm[0]), body.shoulder_y + 0.028 + 0.3 * body.arm[0]
    bone = 0.5 * (body.hip_y - body.shoulder_y + 0.055)
    dx, dy = hand[0] - x, hand[1] - y
    far = max(1e-6, hypot(dx, dy))
    # What a straight line leaves of the bones bends the elbow, in part towards the viewer.
    bend = sqrt(max(0.0, bone * bone - far * far / 4)) * (0.8 - 0.5 * min(1.0, max(0.0, (far - 0.1) / 0.15)))
    bend = min(bend, 0.8 * far)
    across = (-dy / far, dx / far)
    if across[1] + 0.6 * sign * across[0] < 0:
        across = (-across[0], -across[1])
    return (x, y), (x + 0.5 * dx + across[0] * bend, y + 0.5 * dy + across[1] * bend), hand


def hand_at(body: Body, pose: str, *, far: bool = False) -> Point:
    """Where a hand is in one of the poses at work: the near one, or the far one where that does not hang."""
    across, down = _AT_WORK[pose][far] or (0.0, 1.0)
    return across * body.shoulder, body.shoulder_y + down * (body.hip_y - body.shoulder_y)


def drop_of(body: Body, pose: str) -> float:
    """How far the trunk comes down for a pose, seen from the front; 0 for all who stand."""
    if pose == "cross_legged":
        return -body.hip_y - ON_GROUND
    return -body.hip_y * CHAIR if plain_pose(pose) == "sitting" else 0.0


def front_stance(
    body: Body, pose: str, rng_choice: int, *, hand_to: Point | None = None, holds: bool = False
) -> Stance:
    """The joints of a pose seen from the front or from behind; `rng_choice` varies a plain standing pose.

    `hand_to` is where a hand is that somebody holds; `holds` brings the near hand before the chest.
    """
    stance = _front_stance(body, pose, rng_choice)
    far, near = stance.arms
    if holds:
        near = _arm(body, 1, "hold")
    if hand_to:
        sign = 1 if hand_to[0] > 0 else -1
        met, other = _arm_to(body, sign, hand_to), _arm(body, -sign, "hip" if pose == "dancing" else "hang")
        far, near = (other, met) if sign > 0 else (met, other)
    return replace(stance, arms=(far, near), arm_in_front=stance.arm_in_front or holds)


def _front_stance(body: Body, pose: str, rng_choice: int) -> Stance:
    hang = (_arm(body, -1, "hang"), _arm(body, 1, "hang"))
    legs = (_leg(body, -1, 0.012), _leg(body, 1, 0.03))
    plain = Stance(arms=hang, legs=legs)
    if pose == "sitting":
        return _seated(body)
    if pose == "cross_legged":
        return _cross_legged(body)
    if pose in ("walking", "running"):
        near, far = _leg(body, 1, 0.0), _leg(body, -1, 0.0)
        lifted = (
            far[0],
            (far[1][0], far[1][1] - 0.02),
            (far[2][0] * 0.8, far[2][1] - (0.16 if pose == "running" else 0.05)),
        )
        return replace(plain, legs=(lifted, near))
    if pose in ("holding", "reading"):
        both = pose == "reading"
        arms = (_arm(body, -1, "hold" if both else "hang"), _arm(body, 1, "hold"))
        return replace(plain, arms=arms, arm_in_front=True)
    if pose == "waving":
        return replace(plain, arms=(hang[0], _arm(body, 1, "wave")))
    if pose == "dancing":
        far = _leg(body, -1, 0.10)
        return replace(plain, arms=(_arm(body, -1, "reach"), _arm(body, 1, "up")), legs=(far, _leg(body, 1, 0.02)))
    if pose in _AT_WORK:
        near, far = (
            at
            and _arm_to(body, sign, (at[0] * body.shoulder, body.shoulder_y + at[1] * (body.hip_y - body.shoulder_y)))
            for sign, at in zip((1, -1), _AT_WORK[pose], strict=True)
        )
        return replace(plain, arms=(far or hang[0], near or hang[1]), arm_in_front=True)
    # The weight on one leg, the other one a little aside and bent.
    eased = (_leg(body, -1, 0.004), _leg(body, 1, 0.05, knee_in=-0.012))
    return (
        replace(plain, legs=eased),
        replace(plain, arms=(_arm(body, -1, "hip"), hang[1]), legs=eased, arm_in_front=True),
        replace(plain, arms=(hang[0], _arm(body, 1, "pocket")), hand_hidden=(False, True)),
        replace(plain, arms=(_arm(body, -1, "clasped"), _arm(body, 1, "clasped")), arm_in_front=True),
    )[rng_choice % 4]


def _seated(body: Body) -> Stance:
    """On a seat, seen from the front: thighs foreshortened, shins upright."""
    drop = -body.hip_y * CHAIR
    knee_y = (body.hip_y + drop) + 0.055
    legs = []
    for sign in (-1, 1):
        x = sign * body.hip * 0.6
        legs.append(((x, body.hip_y + drop - 0.02), (x * 1.35, knee_y), (x * 1.3, -0.035)))
    arms = (_arm(body, -1, "lap"), _arm(body, 1, "lap"))
    return Stance(arms=arms, legs=(legs[0], legs[1]), drop=drop, arm_in_front=True, seated=True)


def _cross_legged(body: Body) -> Stance:
    """On the ground, seen from the front: the knees out, the shins crossed before the body, the hands on the knees."""
    drop, knee = -body.hip_y - ON_GROUND, body.hip * 2.1
    legs = tuple(
        ((sign * body.hip * 0.5, -ON_GROUND), (sign * knee, -0.085), (-sign * 0.04, -0.035)) for sign in (-1, 1)
    )
    arms = tuple(_arm_to(body, sign, (sign * knee * 0.78, -0.115 - drop)) for sign in (-1, 1))
    return Stance(arms=(arms[0], arms[1]), legs=(legs[0], legs[1]), drop=drop, arm_in_front=True, seated=True)


def _chain(start: Point, lengths: tuple[float, float], angles: tuple[float, float]) -> tuple[Point, ...]:
    """Two bones from a joint; angles in degrees from hanging down, forwards (to the right) positive."""
    x, y = start
    found = [start]
    for length, angle in zip(lengths, angles, strict=True):
        x, y = x + sin(radians(angle)) * length, y + cos(radians(angle)) * length
        found.append((x, y))
    return tuple(found)


#: Poses in which the legs are apart, which lowers the trunk.
STRIDING = frozenset({"walking", "running", "fighting"})
#: Side view: angles of (far arm, near arm, far leg, near leg), each (upper, lower).
_STRIDES = {
    "standing": ((-4, 4), (2, 10), (-3, -3), (3, 0)),
    "walking": ((28, 46), (-26, -8), (-22, -34), (24, 12)),
    "running": ((52, 128), (-48, 30), (-20, -92), (56, 2)),
    "sitting": ((18, 62), (22, 70), (82, 4), (80, 0)),
    "riding": ((30, 62), (34, 70), (66, -6), (62, -14)),
    "holding": ((-4, 6), (30, 92), (-3, -3), (3, 0)),
    "cross_legged": ((38, 70), (42, 78), (125, 22), (120, 26)),
    "waving": ((-4, 6), (110, 160), (-3, -3), (3, 0)),
    "fighting": ((-30, 20), (64, 96), (-34, -26), (44, -4)),
}


#: The near arm of somebody who carries something while walking, seen from the side.
_CARRIES = (26, 118)


def side_stance(body: Body, pose: str, *, holds: bool = False) -> Stance:
    """The joints of a pose seen from the side, looking right; `holds` brings the near hand before the chest."""
    far_arm, near_arm, far_leg, near_leg = _STRIDES.get(pose, _STRIDES["standing"])
    near_arm = _CARRIES if holds else near_arm
    arm = (body.waist_y - body.shoulder_y) * 0.92
    reach = (-body.hip_y - 0.035) / 2
    seat = -body.hip_y - 0.035 - reach * 1.16
    if pose == "cross_legged":
        seat = -body.hip_y - 0.035 - reach * 0.34
    drop = seat if pose in ("sitting", "cross_legged") else (0.02 if pose in STRIDING else 0.0)
    shoulder, hip = (0.0, body.shoulder_y + 0.035), (0.0, body.hip_y)
    arms = tuple(_chain(shoulder, (arm, arm * 0.9), angles) for angles in (far_arm, near_arm))
    legs = tuple(_chain((hip[0], hip[1] + drop), (reach, reach), angles) for angles in (far_leg, near_leg))
    seated = pose in ("sitting", "riding", "cross_legged")
    return Stance(arms=(arms[0], arms[1]), legs=(legs[0], legs[1]), drop=drop, arm_in_front=True, seated=seated)
