"""What people have under their feet or push before them, seen from the side, looking right, in the figure's frame."""

import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import WHITE, Point, ball, linear, rgb, shade, side, top

_WOOD = rgb("#8a5a34")
_STEEL = rgb("#b8c2cc")
_DARK = rgb("#26282e")


def skis(c: skia.Canvas, near: Point, far: Point) -> None:
    """Skis under the feet, poles in both hands."""
    for dy, ink in ((-0.022, "#2f5fa8"), (0.0, "#d8423c")):
        b.curve(c, [(-0.36, dy), (0.3, dy), (0.42, dy - 0.012), (0.48, dy - 0.06)], rgb(ink), 0.018)
    for (x, y), dx in ((far, -0.3), (near, -0.34)):
        b.line(c, (x + 0.01, y - 0.03), (x + dx, -0.015), _DARK, 0.01)
        b.ellipse(c, (x + dx + 0.02, -0.05), 0.03, 0.011, _DARK)


def snow_spray(c: skia.Canvas, near: Point, far: Point) -> None:
    """Snow that flies up behind."""
    for k in range(9):
        b.circle(c, (-0.28 - 0.03 * k, -0.02 - 0.012 * (k % 4)), 0.03 - 0.0015 * k, WHITE, 0.75)


def broomstick(c: skia.Canvas, near: Point, far: Point) -> None:
    """A flying broom under the hips, its twigs behind, with sparks in its wake."""
    with b.placed(c, (0.0, -0.47), turn=-8.0):
        b.limb(c, [(-0.3, 0.01), (0.1, 0.0), (0.5, -0.03)], (0.026, 0.024, 0.02), side(_WOOD, 1.2))
        twigs = rgb("#c99a4e")
        tied = "-.26,-.03 -.34,-.035 -.5,-.1 -.66,-.12! -.63,-.05! -.7,.0! -.63,.05! -.66,.12! -.5,.1 -.34,.05 -.26,.05"
        b.blob(c, tied, side(twigs, 1.2))
        for y in (-0.09, -0.05, -0.01, 0.03, 0.07):
            b.curve(c, [(-0.3, y * 0.2 + 0.01), (-0.46, y * 0.8), (-0.64, y * 1.1)], shade(twigs, 0.6), 0.006, 0.8)
        b.line(c, (-0.3, -0.035), (-0.3, 0.055), rgb("#a8322c"), 0.024)
        for x, y, r in ((-0.78, -0.03, 0.012), (-0.86, 0.05, 0.009), (-0.82, 0.11, 0.007), (-0.94, -0.02, 0.008)):
            b.circle(c, (x, y), r, rgb("#ffe9a0"))


def surfboard(c: skia.Canvas, near: Point, far: Point) -> None:
    """A surfboard on the foam of a wave that rises behind."""
    sea = linear((0, -0.5), (0, 0.06), (rgb("#bfe8ec"), rgb("#3fa0b8"), rgb("#1f6f96")), (0, 0.4, 1))
    b.blob(
        c,
        "-.56,.05 -.56,-.18 -.48,-.42 -.3,-.5 -.14,-.44 -.22,-.36 -.26,-.22 -.12,-.04 .2,.02 .54,.03 .4,.07 -.4,.08",
        sea,
    )
    for k in range(6):
        x = -0.5 + 0.07 * k
        b.curve(c, [(x + 0.16, -0.4 + 0.02 * k), (x, -0.24), (x + 0.04, -0.08), (x + 0.2, 0.02)], WHITE, 0.01, 0.35)
    lip = "-.56,-.24 -.55,-.4 -.46,-.5 -.32,-.55 -.18,-.51 -.09,-.42 -.13,-.34! -.19,-.4 -.27,-.43 -.4,-.41 -.47,-.34"
    b.blob(c, lip, WHITE, 0.95)
    for k in range(10):
        b.circle(c, (-0.3 + 0.028 * k, -0.52 - 0.006 * (k * 7 % 5)), 0.005 + 0.003 * (k % 3), WHITE, 0.8)
    b.blob(
        c, "-.42,-.02 -.2,-.035 .2,-.035 .42,-.06 .5,-.1 .44,-.02 .2,.015 -.2,.015 -.4,.01", top(rgb("#f6d04a"), 1.2)
    )
    b.curve(c, "-.38,-.012 .0,-.018 .42,-.05", rgb("#d8423c"), 0.012)


def foam(c: skia.Canvas, near: Point, far: Point) -> None:
    """White water at the board."""
    wash = "-.58,.06 -.46,.0 -.38,.02 -.28,-.01 -.16,.03 -.04,.0 .1,.03 .24,.01 .36,.04 .5,.02 .58,.06 .4,.085 -.4,.09"
    b.blob(c, wash, WHITE, 0.9)
    for k in range(9):
        b.circle(c, (-0.52 + 0.05 * k, -0.02 - 0.016 * (k * 5 % 4)), 0.006 + 0.003 * (k % 3), WHITE, 0.85)


def skateboard(c: skia.Canvas, near: Point, far: Point) -> None:
    """A skateboard."""
    for x in (-0.14, 0.16):
        b.circle(c, (x, 0.028), 0.026, ball(rgb("#f2c52e")))
    b.curve(c, [(-0.29, -0.045), (-0.22, -0.008), (0.0, -0.002), (0.24, -0.008), (0.31, -0.045)], rgb("#c8422f"), 0.024)


def skates(c: skia.Canvas, near: Point, far: Point) -> None:
    """The steel under the foot on the ice, and the line that it leaves."""
    b.curve(c, [(-0.05, 0.002), (0.03, 0.014), (0.1, 0.004)], shade(_STEEL, 0.8), 0.012)
    b.curve(c, [(-0.5, 0.03), (-0.2, 0.022), (0.02, 0.016)], WHITE, 0.008, 0.8)


def pram(c: skia.Canvas, near: Point, far: Point) -> None:
    """A pram at the hands, with a baby that looks out."""
    x, y, cloth = near[0] + 0.2, -0.2, rgb("#4f7fa8")
    for at in (x - 0.08, x + 0.14):
        b.circle(c, (at, -0.055), 0.055, _DARK)
        b.circle(c, (at, -0.055), 0.038, _STEEL)
        b.circle(c, (at, -0.055), 0.012, _DARK)
    b.line(c, (x - 0.08, -0.055), (x + 0.1, y), shade(_STEEL, 0.7), 0.012)
    b.line(c, (x + 0.14, -0.055), (x - 0.04, y), shade(_STEEL, 0.7), 0.012)
    b.line(c, (near[0], near[1]), (x - 0.11, y - 0.06), shade(_STEEL, 0.7), 0.014)
    b.blob(
        c, [(x + 0.02, y - 0.13), (x + 0.03, y - 0.27), (x + 0.15, y - 0.24), (x + 0.21, y - 0.11)], side(cloth, 1.1)
    )
    b.circle(c, (x - 0.015, y - 0.15), 0.048, ball(rgb("#f3c9a8")))
    b.ellipse(c, (x - 0.01, y - 0.188), 0.03, 0.014, rgb("#5a3a24"))
    for dx in (-0.035, -0.008):
        b.circle(c, (x + dx, y - 0.15), 0.006, _DARK)
    b.blob(c, [(x - 0.13, y - 0.11), (x + 0.21, y - 0.11), (x + 0.17, y + 0.0), (x + 0.02, y + 0.04), (x - 0.09, y)],
           side(shade(cloth, 1.1), 1.1))  # fmt: skip
    b.blob(c, [(x - 0.11, y - 0.12), (x - 0.02, y - 0.135), (x + 0.05, y - 0.11), (x - 0.02, y - 0.08)], rgb("#f6f0e4"))


def leash(c: skia.Canvas, near: Point, far: Point) -> None:
    """A leash from the hand to a small dog that walks ahead."""
    coat = rgb("#c88a4a")
    b.curve(c, [near, (0.24, -0.24), (0.36, -0.21)], rgb("#d8423c"), 0.009)
    for x, dx in ((0.29, -0.03), (0.32, 0.02), (0.44, -0.02), (0.47, 0.03)):
        b.limb(c, [(x, -0.11), (x + dx, -0.005)], (0.03, 0.022), side(shade(coat, 0.9)))
    b.curve(c, [(0.27, -0.15), (0.22, -0.2), (0.22, -0.25)], coat, 0.024)
    b.blob(
        c,
        [(0.25, -0.16), (0.34, -0.185), (0.44, -0.18), (0.49, -0.14), (0.46, -0.09), (0.34, -0.085), (0.26, -0.1)],
        ball(coat),
    )
    b.blob(
        c,
        [(0.42, -0.17), (0.43, -0.24), (0.48, -0.27), (0.54, -0.24), (0.57, -0.21), (0.54, -0.185), (0.48, -0.15)],
        ball(coat),
    )
    b.blob(c, [(0.44, -0.25), (0.42, -0.2), (0.44, -0.17), (0.465, -0.22)], shade(coat, 0.6))
    b.circle(c, (0.505, -0.232), 0.008, _DARK)
    b.circle(c, (0.57, -0.212), 0.011, _DARK)
    b.line(c, (0.43, -0.2), (0.47, -0.155), rgb("#d8423c"), 0.012)


def telescope(c: skia.Canvas, near: Point, far: Point) -> None:
    """A telescope on its tripod that points up, its eyepiece at the face."""
    x, y = near[0] + 0.1, near[1] - 0.04
    for dx in (-0.12, 0.02, 0.15):
        b.line(c, (x, y + 0.02), (x + dx, -0.005), _WOOD, 0.017)
    with b.placed(c, (x, y), turn=52.0):
        b.rectangle(c, (-0.016, 0.08), 0.032, 0.07, side(_DARK))
        b.rectangle(c, (-0.035, -0.28), 0.07, 0.37, side(rgb("#e6e9ee"), 1.2), round=0.008)
        b.rectangle(c, (-0.045, -0.32), 0.09, 0.07, side(rgb("#2f4a7a")), round=0.008)
        b.rectangle(c, (-0.038, 0.0), 0.076, 0.022, rgb("#d8a33a"))


def rock_face(c: skia.Canvas, near: Point, far: Point) -> None:
    """The rock that somebody climbs, with a rope from above."""
    stone = rgb("#8f8a84")
    b.blob(
        c,
        ".6,.1! .1,.1! .17,-.1 .1,-.2 .15,-.36 .12,-.5 .2,-.62 .19,-.8 .26,-.95 .26,-1.08 .36,-1.2 "
        ".44,-1.17 .47,-.98 .53,-.8 .51,-.56 .56,-.36 .54,-.16",
        side(stone, 1.2),
    )
    for line in (
        ".2,-.1 .3,-.2 .28,-.36",
        ".26,-.5 .36,-.58 .34,-.72",
        ".3,-.92 .4,-1.0 .42,-1.12",
        ".38,-.2 .46,-.32",
        ".44,-.62 .5,-.76",
    ):
        b.curve(c, line, shade(stone, 0.6), 0.009, 0.7)
    for x, y in ((0.13, -0.26), (0.16, -0.55), (0.22, -0.85)):
        b.blob(c, [(x - 0.02, y), (x + 0.04, y - 0.03), (x + 0.1, y), (x + 0.03, y + 0.02)], shade(stone, 1.25))


def racket(c: skia.Canvas, near: Point, far: Point) -> None:
    """A racket in the raised hand, and a shuttlecock."""
    with b.placed(c, near, turn=32.0):
        b.line(c, (0, 0.06), (0, -0.14), _DARK, 0.014)
        b.ellipse(c, (0, -0.22), 0.065, 0.09, WHITE, 0.35)
        b.ellipse(c, (0, -0.22), 0.065, 0.09, rgb("#d8423c"), width=0.012)
        for k in range(-2, 3):
            b.line(c, (0.024 * k, -0.3), (0.024 * k, -0.14), WHITE, 0.003, 0.7)
            b.line(c, (-0.058, -0.22 + 0.03 * k), (0.058, -0.22 + 0.03 * k), WHITE, 0.003, 0.7)
    with b.placed(c, (0.46, -1.0), turn=-50.0):
        b.polygon(c, [(-0.03, -0.06), (0.03, -0.06), (0.011, 0.0), (-0.011, 0.0)], WHITE)
        b.circle(c, (0, 0.006), 0.015, ball(rgb("#e8e0d0")))


def bat(c: skia.Canvas, near: Point, far: Point) -> None:
    """A table tennis bat in the hand, and the ball."""
    with b.placed(c, near, turn=40.0):
        b.line(c, (0, 0.03), (0, -0.04), _WOOD, 0.02)
        b.circle(c, (0, -0.085), 0.055, side(rgb("#c8322f")))
    b.circle(c, (0.34, -0.62), 0.016, WHITE)


def bow_and_arrow(c: skia.Canvas, near: Point, far: Point) -> None:
    """A drawn bow: the far hand holds it, the near one has the string."""
    x, y = far
    b.curve(c, [(x - 0.09, y - 0.3), (x + 0.01, y - 0.18), (x + 0.02, y), (x + 0.01, y + 0.18), (x - 0.09, y + 0.3)],
            rgb("#7a3f20"), 0.018)  # fmt: skip
    for end in (-0.3, 0.3):
        b.line(c, (x - 0.09, y + end), near, WHITE, 0.005, 0.9)
    b.line(c, near, (x + 0.12, y + 0.1 * (y - near[1])), _WOOD, 0.008)
    b.polygon(c, [(x + 0.11, y - 0.018), (x + 0.165, y), (x + 0.11, y + 0.018)], _STEEL)


def ball_ahead(c: skia.Canvas, near: Point, far: Point) -> None:
    """A football at the swinging foot."""
    x, y = 0.42, -0.13
    b.circle(c, (x, y), 0.07, ball(rgb("#f4f4f2"), 0.9))
    for dx, dy in ((0.0, -0.005), (-0.045, -0.035), (0.045, -0.03), (-0.03, 0.048), (0.035, 0.045)):
        b.circle(c, (x + dx, y + dy), 0.017, _DARK)


def keyboard(c: skia.Canvas, near: Point, far: Point) -> None:
    """A grand piano seen from the side, its keys under the hands, and the bench."""
    x, y, lacquer = near[0] - 0.05, near[1] + 0.03, rgb("#25242b")
    b.rectangle(c, (-0.13, -0.3), 0.26, 0.045, side(rgb("#3a2a24")), round=0.012)
    for leg in (-0.1, 0.1):
        b.rectangle(c, (leg - 0.012, -0.26), 0.024, 0.26, side(rgb("#2a201c")))
    b.polygon(
        c, [(x + 0.17, y - 0.06), (x + 0.24, y - 0.4), (0.98, y - 0.32), (0.98, y - 0.06)], side(shade(lacquer, 1.5))
    )
    b.line(c, (0.8, y - 0.05), (0.72, y - 0.36), shade(lacquer, 2.0), 0.012)
    for leg in (x + 0.16, 0.9):
        b.polygon(
            c, [(leg - 0.03, y + 0.08), (leg + 0.03, y + 0.08), (leg + 0.016, 0.0), (leg - 0.016, 0.0)], side(lacquer)
        )
    b.blob(
        c,
        [
            (x, y + 0.0),
            (x + 0.14, y - 0.012),
            (x + 0.16, y - 0.075),
            (0.96, y - 0.075),
            (1.0, y - 0.02),
            (0.97, y + 0.1),
            (x + 0.02, y + 0.1),
        ],
        top(lacquer, 1.5),
    )
    b.polygon(
        c,
        [(x + 0.005, y - 0.006), (x + 0.13, y - 0.014), (x + 0.13, y + 0.008), (x + 0.005, y + 0.014)],
        rgb("#fbf8f0"),
    )
    b.polygon(c, [(x + 0.155, y - 0.09), (x + 0.19, y - 0.22), (x + 0.2, y - 0.22), (x + 0.175, y - 0.09)], WHITE)


def stool(c: skia.Canvas, near: Point, far: Point) -> None:
    """A drum of stone to sit on."""
    b.blob(c, "-.1,-.265! .1,-.265! .125,-.14 .1,-.0! -.1,-.0! -.125,-.14", side(rgb("#a8a49c"), 1.1))
    b.ellipse(c, (0.0, -0.265), 0.1, 0.018, rgb("#c8c4bc"))
    for y in (-0.22, -0.045):
        b.line(c, (-0.108, y), (0.108, y), rgb("#8a867e"), 0.008)


def ripples(c: skia.Canvas, near: Point, far: Point) -> None:
    """Rings in the water around somebody who swims in it."""
    for k, half in enumerate((0.2, 0.31, 0.43)):
        b.ellipse(c, (0.0, 0.0), half, 0.13 * half, WHITE, 0.75 - 0.2 * k, width=0.012)


def hoop(c: skia.Canvas, near: Point, far: Point) -> None:
    """A basket on its board and its post, which stands on the ground before a jumping player."""
    b.rectangle(c, (0.55, -1.12), 0.03, 1.22, side(rgb("#6f767e")))
    b.rectangle(c, (0.5, -1.26), 0.05, 0.3, side(rgb("#e8ecef"), 0.6), round=0.008)
    b.ellipse(c, (0.42, -1.02), 0.08, 0.016, rgb("#d8522b"), width=0.014)
    for k in range(-2, 3):
        b.line(c, (0.42 + 0.036 * k, -1.012), (0.42 + 0.02 * k, -0.9), WHITE, 0.006, 0.9)
    for y, half in ((-0.97, 0.062), (-0.935, 0.05)):
        b.line(c, (0.42 - half, y), (0.42 + half, y), WHITE, 0.005, 0.9)
