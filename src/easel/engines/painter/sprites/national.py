"""Dress and headdress of peoples: fields of `person.Outfit` for each garment, and what is worn on the head with it."""

from collections.abc import Mapping
from math import cos, pi, sin

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, ball, rgb, shade, side

_GOLD, _SILVER = rgb("#e3b64a"), rgb("#d3d9e0")

#: As `person.GARMENTS`: the garment's own colour, and the fields of Outfit that it sets.
GARMENTS: Mapping[str, tuple[str | None, dict[str, object]]] = {
    # One length of cloth over a short blouse, its end over the shoulder.
    "sari": ("#c8286a", {"sleeve": 0.3, "legs": "gown", "hem": -0.01, "flare": 1.5, "collar": "scoop", "extra": "sash",
                         "trim": _GOLD}),
    # A short jacket tied with a ribbon over a high, full skirt.
    "hanbok": ("#f4dbe2", {"legs": "gown", "hem": -0.01, "flare": 2.9, "wide": True, "collar": "cross",
                           "extra": "two_piece", "legs_colour": rgb("#c8304e"), "trim": rgb("#8f2440")}),
    "deel": ("#2f5fb8", {"legs": "gown", "hem": -0.1, "flare": 1.3, "collar": "mandarin", "extra": "sash",
                         "trim": rgb("#f0a83a")}),
    "chuba": ("#7a2432", {"legs": "gown", "hem": -0.09, "flare": 1.35, "wide": True, "collar": "cross", "extra": "sash",
                          "trim": rgb("#e8b84a")}),
    # Indigo jacket and pleated skirt, edged with embroidery.
    "miao": ("#27346a", {"legs": "skirt", "hem": -0.2, "flare": 1.9, "wide": True, "collar": "cross",
                         "extra": "two_piece", "legs_colour": rgb("#8f2438"), "trim": rgb("#e8506a")}),
    # A bright dress under a dark waistcoat.
    "atlas": ("#d8406a", {"sleeve": 0.9, "legs": "gown", "hem": -0.1, "flare": 2.0, "collar": "scoop", "extra": "vest",
                          "trim": _GOLD}),
    # A tight bodice and a narrow tube of a skirt.
    "sarong": ("#f2c84a", {"sleeve": 0.4, "legs": "gown", "hem": -0.03, "flare": 1.05, "collar": "scoop",
                           "extra": "two_piece", "legs_colour": rgb("#2f8f7a"), "trim": _GOLD}),
    "kilt": ("#f4f2ec", {"legs": "skirt", "hem": -0.29, "flare": 1.5, "collar": "shirt", "extra": "two_piece",
                         "legs_colour": rgb("#8f2430"), "belt": True}),
    "dirndl": ("#2f7a55", {"sleeve": 0.3, "legs": "skirt", "hem": -0.2, "flare": 2.1, "collar": "scoop", "belt": True,
                           "extra": "two_piece", "legs_colour": rgb("#8f2438")}),
}  # fmt: skip


def silver_crown(c: skia.Canvas, colour: Colour) -> None:
    """The silver headdress of the Miao: two horns, a band of blossoms, a fringe of bells."""
    for _ in b.both_sides(c):
        b.limb(c, [(0.3, -1.0), (0.95, -1.5), (1.05, -2.2)], (0.24, 0.2, 0.04), side(_SILVER, 1.1))
        b.curve(c, ".42,-1.12 .9,-1.55 1.0,-2.0", shade(_SILVER, 0.7), 0.03)
    b.blob(c, "0,-1.75 .46,-1.66 .84,-1.2 .98,-.62! 0,-.78", side(_SILVER, 1.0), mirrored=True)
    for a in np.linspace(1.15 * pi, 1.85 * pi, 7):
        x, y = 0.82 * cos(a), -0.7 + 0.75 * sin(a)
        for k in range(5):
            turn = 2 * pi * k / 5
            b.circle(c, (x + 0.09 * cos(turn), y + 0.09 * sin(turn)), 0.07, ball(shade(_SILVER, 1.1), 1.0))
        b.circle(c, (x, y), 0.05, rgb("#c83a4a"))
    b.curve(c, "-.98,-.62 0,-.8 .98,-.62", shade(_SILVER, 0.75), 0.1)
    for x in np.linspace(-0.9, 0.9, 13):
        top = -0.62 - 0.16 * (1 - float(x) ** 2)
        b.line(c, (float(x), top), (float(x), top + 0.2), _SILVER, 0.02)
        b.circle(c, (float(x), top + 0.24), 0.05, ball(_SILVER, 1.1))


def pointed_hat(c: skia.Canvas, colour: Colour) -> None:
    """The pointed hat of the steppe: a brim of fur, a knot on top, ribbons behind."""
    cloth = rgb("#c8303a")
    b.blob(c, "0,-2.1! .2,-1.7 .7,-1.2 .92,-.72! 0,-.82", side(cloth, 1.0), mirrored=True)
    for x in (-0.4, 0.0, 0.4):
        b.line(c, (0, -1.95), (x, -0.95), _GOLD, 0.04)
    b.circle(c, (0, -2.12), 0.14, ball(_GOLD, 1.1))
    b.curve(c, "-1.0,-.66 0,-.92 1.0,-.66", rgb("#5f4632"), 0.34)
    for x in np.linspace(-0.95, 0.95, 15):
        y = -0.66 - 0.2 * (1 - float(x) ** 2)
        b.line(c, (float(x), y - 0.14), (float(x) * 1.04, y + 0.14), rgb("#7a5f46"), 0.035)


def doppa(c: skia.Canvas, colour: Colour) -> None:
    """A square cap of velvet with embroidery."""
    velvet = rgb("#2f6a4a")
    b.blob(c, "0,-1.5 .62,-1.42 .9,-1.2 .94,-.66! 0,-.8", side(velvet, 1.0), mirrored=True)
    for x in (-0.55, 0.0, 0.55):
        for k in range(4):
            turn = pi / 4 + k * pi / 2
            b.ellipse(c, (x + 0.13 * cos(turn), -1.05 + 0.13 * sin(turn)), 0.08, 0.08, rgb("#f2c84a"))
        b.circle(c, (x, -1.05), 0.06, rgb("#d8406a"))
    b.curve(c, "-.94,-.68 0,-.84 .94,-.68", _GOLD, 0.09)


def fur_hat(c: skia.Canvas, colour: Colour) -> None:
    """A hat of fox fur, its crown of brocade."""
    b.blob(c, "0,-1.62 .5,-1.5 .7,-1.1 .6,-.8! 0,-.9", side(_GOLD, 1.0), mirrored=True)
    for x in np.linspace(-1.12, 1.12, 23):
        y = -0.62 - 0.3 * (1 - (float(x) / 1.12) ** 2)
        tone = rgb("#b5702c") if int(10 * float(x)) % 2 else rgb("#8f5420")
        b.line(c, (float(x), y - 0.3), (1.06 * float(x), y + 0.2), tone, 0.13)


#: As `headgear.HEADGEAR`, and how far above the middle of the head each reaches, as `headgear.RISE`.
HEADGEAR = {"silver_crown": silver_crown, "pointed": pointed_hat, "doppa": doppa, "fur_hat": fur_hat}
RISE = {"silver_crown": 2.3, "pointed": 2.3, "doppa": 1.6, "fur_hat": 1.75}
