"""Naming the colours of pixels: the eleven basic colour terms of Berlin and Kay, by their place in Lab."""

import numpy as np

NAMES = ("black", "white", "gray", "red", "orange", "yellow", "green", "blue", "purple", "pink", "brown")
#: Below this chroma a colour has no hue to speak of.
CHROMA_MIN = 11.0
#: Ends of the hues in degrees of Lab, from red on.
HUE_ENDS = ((45.0, "red"), (76.0, "orange"), (108.0, "yellow"), (190.0, "green"), (300.0, "blue"), (334.0, "purple"),
            (354.0, "pink"), (360.0, "red"))  # fmt: skip
#: The share of a thing that must have its colour: wheels, eyes and windows have others.
SHARE_MIN = 0.25
#: The same for somebody's clothes.
WORN_SHARE_MIN = 0.1
#: Colours that light and shade make of one another.
KIN = {
    "black": {"gray"}, "white": {"gray"}, "gray": {"white", "black"}, "red": {"pink", "brown"},
    "orange": {"brown", "yellow"}, "yellow": {"orange", "brown"}, "brown": {"orange"}, "pink": {"red", "purple"},
    "purple": {"pink", "blue"}, "blue": {"purple"}, "green": set(),
}  # fmt: skip


def named(lab: np.ndarray) -> np.ndarray:
    """The index in NAMES of each colour of an (N, 3) array of Lab values."""
    light, a, b = lab[:, 0], lab[:, 1], lab[:, 2]
    chroma, hue = np.hypot(a, b), np.degrees(np.arctan2(b, a)) % 360
    names = np.searchsorted([end for end, _ in HUE_ENDS], hue, side="right").clip(0, len(HUE_ENDS) - 1)
    result = np.array([NAMES.index(name) for _, name in HUE_ENDS])[names]
    warm = (hue < 85) | (hue > 352)
    result[warm & (hue > 45) & ((light < 52) | (chroma < 30))] = NAMES.index("brown")
    result[warm & (hue <= 45) & (hue > 25) & (light < 42) & (chroma < 36)] = NAMES.index("brown")
    result[((warm & (hue <= 45)) | (hue > 334)) & (light > 62) & (chroma < 48)] = NAMES.index("pink")
    grey = (chroma < CHROMA_MIN) | ((light < 22) & (chroma < 18)) | ((light > 88) & (chroma < 16))
    result[grey] = np.select([light[grey] < 33, light[grey] > 74], [0, 1], 2)
    result[light < 12] = 0
    return result


def shares(lab: np.ndarray, area: np.ndarray) -> dict[str, float]:
    """How much of an area has each colour, in [0, 1]."""
    pixels = lab[area]
    counts = np.bincount(named(pixels), minlength=len(NAMES)) / max(1, len(pixels))
    return {name: float(count) for name, count in zip(NAMES, counts, strict=True)}


def is_coloured(lab: np.ndarray, area: np.ndarray, colour: str, *, plant: bool = False) -> bool:
    """Whether a thing in `area` would be called `colour`: the colour has its share, and none unlike it has more.

    For a colour with a hue only other hues compete: a red car's tyres are black whatever its colour, and a plant's
    stem and leaves are green.
    """
    found = shares(lab, area)
    rivals = set(NAMES) - {colour} - KIN[colour]
    if colour not in ("black", "white", "gray"):
        rivals -= {"black", "white", "gray"}
    if plant:
        rivals.discard("green")
    own = found[colour] + 0.5 * sum(found[kin] for kin in KIN[colour])
    return found[colour] >= 0.6 * SHARE_MIN and own >= SHARE_MIN and all(own > found[rival] for rival in rivals)


def is_worn(lab: np.ndarray, area: np.ndarray, colour: str) -> bool:
    """Whether somebody in `area` wears something of that colour."""
    return shares(lab, area)[colour] >= WORN_SHARE_MIN
