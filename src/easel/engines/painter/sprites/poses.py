"""How people hold themselves, as tables: where the hands are at work, and the angles of limbs seen from the side."""

from easel.engines.painter.brush import Point

#: Poses that look like another one.
LIKE = {
    "eating": "holding", "drinking": "holding", "working": "reading", "playing_music": "reading", "playing": "dancing",
    "cheering": "jumping", "flying": "dancing", "driving": "sitting",
    "sailing": "sitting", "leaning": "standing",
}  # fmt: skip
#: Where the hands are at work, near and far: across in shoulders, down from the shoulders to the hips; None hangs.
AT_WORK: dict[str, tuple[Point | None, Point | None]] = {
    "pointing": ((1.9, 0.1), (-0.75, 0.55)),
    "fiddling": ((1.6, 0.16), (-0.8, 0.3)),
    "strumming": ((1.45, 0.0), (-0.05, 0.78)),
    "serving": ((1.75, 0.25), None),
    "staff": ((1.6, 0.42), None),
    "painting": ((1.5, 0.25), (-0.85, 0.62)),
    "fighting": ((1.5, 0.1), (-1.25, 0.4)),
    "lifting": ((1.35, -0.2), None),
    "carrying": ((1.3, 0.78), (-1.3, 0.78)),
    "clasping": ((0.18, 0.62), (-0.18, 0.62)),
    "praying": ((0.1, 0.2), (-0.1, 0.2)),
    # Both hands on a pole that leans from the upper right to the lower left.
    "poling": ((0.85, 0.2), (0.1, 0.74)),
    "pouring": ((1.6, 0.72), None),
    "kneading": ((0.7, 0.82), (-0.7, 0.82)),
    "pushing_hands": ((1.75, 0.2), (-1.55, 0.5)),
    "drumming": ((1.0, 0.42), (-1.0, 0.42)),
    "bowing_strings": ((1.5, 0.86), (-0.35, 0.3)),
    "saxophone": ((0.85, 0.82), (0.3, 0.36)),
    "armed": ((1.7, 0.24), (-1.35, 0.55)),
    "groping": ((1.35, 0.08), (-1.4, 0.2)),
    "gathering": ((1.45, 0.75), (-0.6, 0.6)),
    "pressing": ((1.3, -0.62), (-1.3, -0.62)),
    "shouldering": ((0.95, -0.12), (-0.95, -0.12)),
    "paddling": ((2.0, 0.1), (-1.7, -0.2)),
    "jumping": ((1.75, -0.55), (-1.75, -0.55)),
    "jumping_shot": ((1.3, -0.75), (-1.5, 0.1)),
    "stretching": ((0.12, -1.12), (-0.12, -1.12)),
    "sawing": ((1.1, 0.5), (-1.5, 0.86)),
    "hammering": ((1.45, -0.1), (-0.95, 0.8)),
    "torching": ((1.5, 0.55), (0.2, 0.62)),
    "sculpting": ((1.75, 0.12), (0.75, 0.02)),
    "screwing": ((0.5, -1.1), None),
    "wrenching": ((1.6, 0.75), (-0.9, 0.66)),
    "attending": ((1.3, 0.12), (-1.3, 0.2)),
    "conducting": ((1.6, -0.05), (-1.5, 0.12)),
    "striking": ((1.15, 0.5), (-0.9, 0.82)),
    "steering": ((1.25, 0.5), (-1.25, 0.5)),
    "halting": ((1.95, 0.06), (-0.85, -0.95)),
    "hanging": ((1.5, -0.72), (-1.5, -0.72)),
    "tossing": ((1.45, 0.45), (-1.45, 0.45)),
    "handing": ((1.85, 0.3), None),
    "feeding": ((1.5, 0.42), (-0.7, 0.72)),
    "testing": ((1.3, 0.2), (-1.0, 0.55)),
    "shearing": ((1.35, 0.6), (0.3, 0.7)),
    "writing_high": ((1.25, -0.25), None),
}
#: Where the hands are at the head, near and far, in half heads from its middle; None hangs.
AT_FACE: dict[str, tuple[Point | None, Point | None]] = {
    "phoning": ((1.02, 0.42), None),
    "singing": ((0.85, 2.0), None),
    "thinking": ((0.35, 1.2), None),
    "crying": ((0.5, 0.42), (-0.5, 0.42)),
    "photographing": ((0.85, 0.62), (-0.85, 0.62)),
    "fluting": ((2.0, 1.0), (0.85, 0.85)),
    "blowing": ((0.95, 0.95), None),
    "grooming": ((1.05, -0.1), None),
    "saluting": ((0.85, -0.35), None),
    "trumpeting": ((1.5, 0.85), (0.75, 0.95)),
}
#: On a chair with the hands on a table; on the ground with the hands over the lap.
DESK, PLUCKING = "at_desk", "plucking"
#: Poses with the feet far apart, and those that are seated, seen from the side.
LUNGING = frozenset({"pushing_hands", "drumming"})
ON_SEATS = frozenset({"sitting", "riding", "cycling", "cross_legged", "rowing", "playing_keys"})
#: How far the trunk comes down on a chair, in hip heights, and how far above the ground the hips are on the ground.
CHAIR, ON_GROUND = 0.46, 0.075
#: On the back of what is ridden, the hips where those who stand have them.
ASTRIDE = frozenset({"riding", "cycling"})
#: Poses in which the legs are apart, which lowers the trunk.
STRIDING = frozenset({"walking", "running", "fighting", "pushing", "kicking", "swinging", "kneeling", "hosing"})
#: Poses with bent knees, seen from the side.
BENT = frozenset({"skiing", "balancing", "gliding", "climbing", "kneeling"})
#: Side view: angles of (far arm, near arm, far leg, near leg), each (upper, lower).
STRIDES = {
    "standing": ((-4, 4), (2, 10), (-3, -3), (3, 0)),
    "walking": ((28, 46), (-26, -8), (-22, -34), (24, 12)),
    "running": ((52, 128), (-48, 30), (-20, -92), (56, 2)),
    "sitting": ((18, 62), (22, 70), (82, 4), (80, 0)),
    "riding": ((30, 62), (34, 70), (66, -6), (62, -14)),
    "cycling": ((46, 80), (50, 82), (66, -54), (52, -10)),
    "holding": ((-4, 6), (30, 92), (-3, -3), (3, 0)),
    "cross_legged": ((38, 70), (42, 78), (125, 22), (120, 26)),
    "waving": ((-4, 6), (110, 160), (-3, -3), (3, 0)),
    "fighting": ((-30, 20), (64, 96), (-34, -26), (44, -4)),
    "pushing": ((46, 78), (42, 74), (-22, -34), (24, 12)),
    "peering": ((40, 118), (46, 126), (-6, -6), (8, 4)),
    "kicking": ((46, 76), (-44, -16), (-10, -16), (52, 40)),
    "swinging": ((34, 66), (104, 138), (-34, -22), (34, 4)),
    "gliding": ((-44, -30), (58, 66), (-30, -64), (10, 2)),
    "balancing": ((-66, -84), (70, 88), (-38, 8), (42, -8)),
    "skiing": ((22, 86), (26, 94), (38, -22), (44, -16)),
    "climbing": ((152, 168), (128, 150), (66, -10), (8, -26)),
    "rowing": ((60, 84), (64, 90), (84, 30), (80, 26)),
    "shooting": ((92, 92), (70, 262), (-16, -10), (18, 6)),
    "chatting": ((-4, 6), (28, 84), (-3, -3), (3, 0)),
    "embracing": ((30, 104), (20, 96), (-3, -3), (3, 0)),
    "playing_keys": ((34, 78), (38, 82), (82, 4), (80, 0)),
    "kneeling": ((34, 66), (40, 84), (-4, -84), (84, 2)),
    "shaking_hands": ((-4, 6), (36, 82), (-3, -3), (3, 0)),
    "high_five": ((-4, 6), (98, 142), (-3, -3), (3, 0)),
    "arguing": ((-34, -70), (82, 108), (-10, -14), (14, 0)),
    "waltzing": ((52, 92), (78, 98), (-10, -16), (14, 2)),
    "hosing": ((40, 70), (52, 88), (-22, -26), (26, 0)),
}
#: How far the trunk leans forward in them, in degrees.
LEANS = {"running": 9.0, "cycling": 20.0,
         "walking": 3.0, "fighting": 6.0, "pushing": 8.0, "skiing": 26.0, "gliding": 16.0,
         "balancing": 10.0, "swinging": 6.0, "kicking": -6.0, "peering": 8.0, "embracing": 4.0,
         "kneeling": 10.0, "arguing": 6.0}  # fmt: skip
#: The near arm of somebody who carries something while walking, seen from the side.
CARRIES = (26, 118)
#: Every word for a pose that the figure has a stance for, its own or a like one.
KNOWN_POSES = frozenset(
    {"standing", "sitting", "walking", "running", "riding", "holding", "reading", "waving", "dancing", "lying",
     "sleeping", "cross_legged", "hand_in_hand", "kneeling", DESK, PLUCKING}
    | LIKE.keys() | AT_WORK.keys() | AT_FACE.keys()
)  # fmt: skip
