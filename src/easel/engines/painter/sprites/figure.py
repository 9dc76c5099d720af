"""The body under the clothes: proportions of each kind of person, and the joints that a pose gives it.

The frame is the sprite's: the feet at y = 0, the crown near y = -1. `near` is the viewer's right hand side.
"""

from dataclasses import dataclass, replace
from math import cos, hypot, radians, sin, sqrt

from easel.engines.painter.brush import Point
from easel.engines.painter.sprites.poses import (
    ASTRIDE,
    AT_FACE,
    AT_WORK,
    BENT,
    CARRIES,
    CHAIR,
    DESK,
    LIKE,
    LUNGING,
    ON_GROUND,
    ON_SEATS,
    PLUCKING,
    STRIDES,
    STRIDING,
)


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


def _arm(body: Body, sign: int, pose: str) -> tuple[Point, ...]:
    x, y = sign * (body.shoulder - 0.45 * body.arm[0]), body.shoulder_y + 0.028 + 0.3 * body.arm[0]
    length = body.hip_y - body.shoulder_y + 0.055
    shapes = {
        "hang": ((0.034, 0.48), (0.032, 0.93)),
        "hip": ((0.105, 0.42), (0.012 - (body.shoulder - body.waist) * 0.4, 0.66)),
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


def plain_pose(pose: str) -> str:
    """The pose that the figure knows for a word: eating is a way of holding, jumping a way of dancing."""
    return LIKE.get(pose, pose)


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
    if pose in AT_FACE:
        across, down = AT_FACE[pose][far] or (0.0, 8.0)
        return across * body.head, body.head_y + down * body.head
    if pose in (DESK, PLUCKING):
        return _hands_before(body, pose)[not far]
    across, down = AT_WORK[pose][far] or (0.0, 1.0)
    return across * body.shoulder, body.shoulder_y + down * (body.hip_y - body.shoulder_y)


def _hands_before(body: Body, pose: str) -> tuple[Point, Point]:
    """Far and near hand of somebody who sits: on the table before them, or on strings over the lap."""
    down = 0.84 if pose == DESK else 0.8
    y = body.shoulder_y + down * (body.hip_y - body.shoulder_y)
    return (-0.72 * body.shoulder, y), (0.72 * body.shoulder, y)


def drop_of(body: Body, pose: str) -> float:
    """How far the trunk comes down for a pose, seen from the front; 0 for all who stand."""
    if pose in (PLUCKING, "cross_legged"):
        return -body.hip_y - ON_GROUND
    return -body.hip_y * CHAIR if pose == DESK or plain_pose(pose) == "sitting" else 0.0


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
    if pose in AT_WORK or pose in AT_FACE:
        return replace(plain, arms=_busy(body, pose), legs=_footing(body, pose), arm_in_front=True)
    if pose in (DESK, PLUCKING):
        seated = _seated(body) if pose == DESK else _cross_legged(body)
        far, near = (_arm_to(body, sign, hand) for sign, hand in zip((-1, 1), _hands_before(body, pose), strict=True))
        return replace(seated, arms=(far, near))
    # The weight on one leg, the other one a little aside and bent.
    eased = (_leg(body, -1, 0.004), _leg(body, 1, 0.05, knee_in=-0.012))
    return (
        replace(plain, legs=eased),
        replace(plain, arms=(_arm(body, -1, "hip"), hang[1]), legs=eased, arm_in_front=True),
        replace(plain, arms=(hang[0], _arm(body, 1, "hip")), arm_in_front=True),
        replace(plain, arms=(_arm(body, -1, "clasped"), _arm(body, 1, "clasped")), arm_in_front=True),
    )[rng_choice % 4]


def _busy(body: Body, pose: str) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """The arms of somebody whose hands are at something, far and near; a hand with nothing to do hangs."""
    near, far = (
        _arm_to(body, sign, hand_at(body, pose, far=sign < 0)) if at else _arm(body, sign, "hang")
        for sign, at in zip((1, -1), (AT_WORK.get(pose) or AT_FACE[pose]), strict=True)
    )
    return far, near


def _footing(body: Body, pose: str) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """The legs of somebody at work: apart in a lunge, drawn up in a jump, one foot at the other knee in balance."""
    if pose in LUNGING:
        return tuple(
            ((s * body.hip * 0.56, body.hip_y), (s * 0.19, body.hip_y * 0.5), (s * 0.2, -0.035)) for s in (-1, 1)
        )
    far, near = _leg(body, -1, 0.012), _leg(body, 1, 0.03)
    if pose in ("jumping", "jumping_shot"):
        far = (far[0], (-body.hip * 1.5, body.hip_y * 0.55), (-body.hip * 1.1, body.hip_y * 0.16))
        near = (near[0], (body.hip * 1.2, body.hip_y * 0.6), (body.hip * 2.0, body.hip_y * 0.3))
    if pose == "stretching":
        near = (near[0], (body.hip * 2.5, body.hip_y * 0.66), (body.hip * 0.35, body.hip_y * 0.46))
    return far, near


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


def side_stance(body: Body, pose: str, *, holds: bool = False) -> Stance:
    """The joints of a pose seen from the side, looking right; `holds` brings the near hand before the chest."""
    far_arm, near_arm, far_leg, near_leg = STRIDES.get(pose, STRIDES["standing"])
    near_arm = CARRIES if holds else near_arm
    arm = (body.waist_y - body.shoulder_y) * 0.92
    reach = (-body.hip_y - 0.035) / 2
    seat = -body.hip_y - 0.035 - reach * 1.16
    if pose == "cross_legged":
        seat = -body.hip_y - 0.035 - reach * 0.34
    drop = seat if pose in ON_SEATS - ASTRIDE else (0.02 if pose in STRIDING else 0.0)
    if pose in BENT:
        # The near foot is on the ground.
        drop = reach * (2 - sum(cos(radians(angle)) for angle in near_leg))
    shoulder, hip = (0.0, body.shoulder_y + 0.035), (0.0, body.hip_y)
    arms = tuple(_chain(shoulder, (arm, arm * 0.9), angles) for angles in (far_arm, near_arm))
    legs = tuple(_chain((hip[0], hip[1] + drop), (reach, reach), angles) for angles in (far_leg, near_leg))
    seated = pose in ON_SEATS
    return Stance(arms=(arms[0], arms[1]), legs=(legs[0], legs[1]), drop=drop, arm_in_front=True, seated=seated)
