"""A high-speed train that comes in along a platform, its nose towards the viewer."""

from math import cos, pi, sin

import numpy as np

from easel.engines.painter.brush import Colour, circle, linear, mix, polygon, radial, rgb, shade
from easel.engines.painter.streets import WARM, Street

#: Metres: half the train's width, its roof and its lower edge over the platform, where the nose begins and ends.
HALF, ROOF, LOW, FULL, TIP, FAR = 1.5, 2.55, -0.95, 14.0, 8.2, 46.0
#: How many slices the nose is made of, and how many points each has.
SLICES, RIM = 46, 40


def _section(share: float) -> tuple[float, float, float]:
    """Half the width, the top and the bottom of a slice, `share` of the way from the body to the tip."""
    wide = HALF * (1 - share**2.6) ** 0.62
    top = LOW + 0.75 + (ROOF - LOW - 0.75) * (1 - share**1.55) ** 0.9
    return max(wide, 0.05), top, LOW + 0.12 * share**2


def _rim(middle: float, share: float) -> list[tuple[float, float]]:
    """The outline of a slice: round above, with straight sides below."""
    wide, top, low = _section(share)
    height = top - low
    points = []
    for k in range(RIM):
        angle = 2 * pi * k / RIM
        power = 0.55 if sin(angle) > 0 else 0.28
        x = np.sign(cos(angle)) * abs(cos(angle)) ** 0.55
        y = np.sign(sin(angle)) * abs(sin(angle)) ** power
        points.append((middle + float(x) * wide, low + 0.42 * height + float(y) * height * (0.58 if y > 0 else 0.42)))
    return points


def arriving(made: Street, side: float, colour: Colour, stripe: Colour) -> None:
    """The train whose flank is at `side`, from the far end to the tip of its nose."""
    tone, middle = made.seen(colour, 3), side - HALF
    under = made.seen(rgb("2e3034"), 3)
    shadow = [(middle - HALF, TIP + 0.9), (side, TIP + 0.9), (side, FAR), (middle - HALF, FAR)]
    made.panel([(x, -1.1, z) for x, z in shadow], under, 0.75, blur=0.006 * made.scene.unit)
    made.panel([(side - 0.2, -1.1, FULL - 3), (side - 0.2, LOW + 0.1, FULL - 3), (side - 0.2, LOW + 0.1, FAR),
                (side - 0.2, -1.1, FAR)], under)  # fmt: skip
    _flank(made, side, tone, stripe)
    for k in range(SLICES + 1):
        # The nearer to the tip, the closer.
        share = 0.99 * (1 - (1 - k / SLICES) ** 2.4)
        z = FULL + (TIP - FULL) * share
        points = [made.at(x, y, z) for x, y in _rim(middle, share)]
        top, low = min(y for _, y in points), max(y for _, y in points)
        # The nose faces the viewer more and more, and the light from above less and less.
        lit = 0.9 + 0.16 * sin(pi * min(1.0, share * 1.1))
        inks = (shade(tone, lit * 1.12), shade(tone, lit), shade(tone, lit * 0.7))
        polygon(made.canvas, points, linear((0, top), (0, low), inks, (0, 0.45, 1)))
    _band(made, middle, made.seen(stripe, 3))
    _windscreen(made, middle)
    _lamps(made, middle)


def _flank(made: Street, side: float, tone: Colour, stripe: Colour) -> None:
    """The side along the platform: windows in a dark band, a stripe, doors."""

    def plate(low: float, high: float, z: tuple[float, float], ink: object) -> None:
        made.panel([(side, low, z[0]), (side, high, z[0]), (side, high, z[1]), (side, low, z[1])], ink)

    high, low = made.at(side, ROOF, FULL)[1], made.at(side, LOW, FULL)[1]
    plate(LOW, ROOF - 0.35, (FULL, FAR), linear((0, high), (0, low), (shade(tone, 1.05), tone, shade(tone, 0.66))))
    made.panel([(side, ROOF - 0.35, FULL), (side - 0.7, ROOF, FULL), (side - 0.7, ROOF, FAR), (side, ROOF - 0.35, FAR)],
               shade(tone, 0.9))  # fmt: skip
    plate(0.2, 0.42, (FULL, FAR), made.seen(stripe, 6))
    glass = mix(WARM, rgb("ffffff"), 0.25) if made.lit else made.seen(rgb("34465a"), 4)
    for z in np.arange(FULL + 1.4, FAR - 2, 1.9).tolist():
        plate(0.85, 1.65, (z, z + 1.3), mix(glass, made.scene.palette.haze, min(0.6, 0.012 * z)))
    for z in (FULL + 0.3, FULL + 12.0, FULL + 24.0):
        plate(-0.2, 1.9, (z, z + 0.8), shade(made.seen(rgb("c8ccd2"), z), 0.9))


def _band(made: Street, middle: float, ink: Colour) -> None:
    """The stripe along the nose, on the side of the platform: it sinks and narrows towards the tip."""
    upper, lower = [], []
    for share in np.linspace(0.0, 0.9, 24).tolist():
        wide, top, low = _section(share)
        z = FULL + (TIP - FULL) * share
        level, half = 0.31 - 0.62 * share**1.5, 0.11 * (1 - 0.7 * share)
        for y, points in ((level + half, upper), (level - half, lower)):
            over = (y - low - 0.42 * (top - low)) / (0.58 * (top - low))
            x = middle + wide * (1 - max(0.0, over) ** 3.64) ** 0.55
            points.append(made.at(x, y, z))
    polygon(made.canvas, [*upper, *reversed(lower)], ink)


def _on_nose(made: Street, middle: float, share: float, across: float) -> tuple[float, float]:
    """A point of the upper side of the nose, `across` from -1 to 1."""
    wide, top, low = _section(share)
    x = middle + across * wide
    y = low + 0.42 * (top - low) + 0.58 * (top - low) * (1 - abs(across) ** 1.82) ** 0.55
    return made.at(x, y, FULL + (TIP - FULL) * share)


def _windscreen(made: Street, middle: float) -> None:
    glass = made.seen(rgb("1c2530"), 3)
    rows = [(0.42, 0.52), (0.5, 0.62), (0.58, 0.66), (0.66, 0.6), (0.72, 0.44)]
    rim = [_on_nose(made, middle, share, -across) for share, across in rows]
    rim += [_on_nose(made, middle, share, across) for share, across in reversed(rows)]
    top, low = min(y for _, y in rim), max(y for _, y in rim)
    polygon(made.canvas, rim, linear((0, top), (0, low), (shade(glass, 0.8), mix(glass, rgb("8fa8c0"), 0.5))))


def _lamps(made: Street, middle: float) -> None:
    k = made.focal / TIP
    for sign in (-1, 1):
        at = _on_nose(made, middle, 0.86, 0.66 * sign)
        circle(made.canvas, at, 0.5 * k, radial(at, 0.5 * k, ((1.0, 0.97, 0.85, 0.65), (1.0, 0.97, 0.85, 0.0))))
        circle(made.canvas, at, 0.11 * k, rgb("fffbe8"))
