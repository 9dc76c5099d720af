"""Trees, bushes, grass and mushrooms. Leaves are drawn as one path for each tone, never one by one."""

from collections.abc import Sequence
from functools import partial

import numpy as np
import skia

from easel.engines.painter import brush as b
from easel.engines.painter.brush import Colour, Point, ball, linear, rgb, shade, side, top
from easel.engines.painter.foliage import Bunches, foot
from easel.engines.painter.sprites.animal_parts import strokes
from easel.engines.painter.sprites.greenery import leafage
from easel.engines.painter.sprites.sprite import Look, Sprite

BARK = rgb("#6a4a33")
SNOW = rgb("#f3f7fc")
#: Tones from the shaded depth of a crown to its sunlit tips.
_TONES = (0.52, 0.7, 0.86, 1.02, 1.2, 1.42)


def leaves(
    c: skia.Canvas,
    rng: np.random.Generator,
    clumps: Sequence[tuple[float, float, float]],
    colour: Colour,
    *,
    size: float = 0.022,
    count: int = 90,
    flat: float = 0.62,
    detail: float = 1.0,
) -> None:
    """Foliage over round clumps (x, y, radius), lit from the upper left: a soft mass, then leaves in six tones."""
    for x, y, radius in clumps:
        angles = np.linspace(0, 2 * np.pi, 15, endpoint=False)
        far = radius * rng.uniform(0.86, 1.06, 15)
        rim = [(x + np.cos(a) * k, y + np.sin(a) * k * 0.9) for a, k in zip(angles, far, strict=True)]
        b.blob(c, rim, ball(shade(colour, 0.74), 0.9))
    each = max(8, int(count * (0.35 + 0.65 * detail)))
    paths, bunches = [skia.Path() for _ in _TONES], Bunches(c, size if detail == 1 else 0.0)
    for x, y, radius in clumps:
        angle, far = rng.uniform(0, 2 * np.pi, each), np.sqrt(rng.uniform(0, 1, each)) * radius * 1.04
        xs, ys = x + np.cos(angle) * far, y + np.sin(angle) * far * 0.9
        light = 0.5 - 0.30 * np.cos(angle) * far / radius - 0.42 * np.sin(angle) * far / radius
        tones = np.clip((light + rng.normal(0, 0.13, each)) * len(_TONES), 0, len(_TONES) - 1).astype(int)
        sizes = size * rng.uniform(0.6, 1.25, each)
        for leaf_x, leaf_y, tone, reach in zip(xs.tolist(), ys.tolist(), tones.tolist(), sizes.tolist(), strict=True):
            bunches.add(paths[tone], leaf_x, leaf_y, reach, flat)
    for path, tone in zip(paths, _TONES, strict=True):
        b.fill(c, path, b.jitter(shade(colour, tone), rng, 0.02))


def bole(c: skia.Canvas, rng: np.random.Generator, spine: str, widths: Sequence[float], bark: Colour = BARK) -> None:
    """A trunk or branch with some bark lines."""
    nodes = np.array(b.points(spine))
    foot(c, float(nodes[0][0]), widths[0], side(bark, 1.1))
    b.limb(c, spine, widths, side(bark, 1.1), butt=True)
    lines = []
    for _ in range(5):
        k = rng.uniform(0, len(nodes) - 1.2)
        i, t = int(k), k % 1
        x, y = nodes[i] + (nodes[i + 1] - nodes[i]) * t
        x += rng.uniform(-0.3, 0.3) * widths[i]
        lines.append(((x, y), (x + 0.004, y - 0.03), (x, y - 0.06)))
    strokes(c, lines, shade(bark, 0.55), 0.005, 0.7)


def _snow_on(c: skia.Canvas, rng: np.random.Generator, clumps: Sequence[tuple[float, float, float]]) -> None:
    for x, y, radius in clumps:
        for tone in (0.86, 1.0):
            path = skia.Path()
            for _ in range(46):
                across = rng.uniform(-0.95, 0.95)
                flake_x = float(x + radius * across)
                flake_y = float(y - radius * (np.sqrt(1 - across * across) * 0.86 - rng.uniform(0, 0.42)))
                reach = float(radius * rng.uniform(0.09, 0.17))
                path.addOval(skia.Rect(flake_x - reach, flake_y - reach * 0.5, flake_x + reach, flake_y + reach * 0.5))
            b.fill(c, path, shade(SNOW, tone))


_CROWN = (
    (0.0, -0.50, 0.17),
    (-0.20, -0.55, 0.16),
    (0.20, -0.54, 0.16),
    (-0.12, -0.72, 0.17),
    (0.13, -0.72, 0.17),
    (0.0, -0.83, 0.145),
    (0.0, -0.64, 0.17),
)


def _broadleaf(c: skia.Canvas, rng: np.random.Generator, look: Look, colour: str, leaf: float) -> None:
    foliage = leafage(look, colour, rng)
    bole(c, rng, ".0,.0 .005,-.2 -.01,-.42 -.01,-.62", (0.105, 0.066, 0.055, 0.03))
    for spine in (".0,-.34 -.09,-.46 -.18,-.54", ".0,-.32 .09,-.45 .18,-.55"):
        b.limb(c, spine, (0.04, 0.03, 0.015), side(BARK))
    for x in (-0.07, 0.07):
        b.limb(c, [(x * 0.4, -0.05), (x, 0.0)], (0.05, 0.02), side(BARK, 1.1))
    clumps = [(x + rng.uniform(-0.02, 0.02), y + rng.uniform(-0.015, 0.015), r) for x, y, r in _CROWN]
    leaves(c, rng, clumps, foliage, size=leaf, count=110, detail=look.detail)
    if look.snow:
        _snow_on(c, rng, clumps[1:6])


def _blossom(c: skia.Canvas, rng: np.random.Generator, look: Look, colour: str) -> None:
    """A cherry: a spreading dark trunk under a cloud of petals, some of them falling."""
    petals = look.colour or rgb(colour)
    bark = rgb("#4d352c")
    bole(c, rng, ".02,.0 .0,-.16 -.03,-.30 -.02,-.42", (0.11, 0.07, 0.06, 0.045), bark)
    for spine, widths in (
        (".0,-.30 -.14,-.44 -.34,-.52", (0.05, 0.035, 0.014)),
        ("-.01,-.34 .12,-.46 .34,-.56", (0.05, 0.035, 0.014)),
        ("-.02,-.40 .0,-.56 .05,-.74", (0.045, 0.03, 0.012)),
    ):
        b.limb(c, spine, widths, side(bark))
    clumps = (
        (-0.32, -0.56, 0.14),
        (0.33, -0.58, 0.14),
        (-0.18, -0.68, 0.16),
        (0.18, -0.70, 0.16),
        (0.0, -0.60, 0.13),
        (0.0, -0.80, 0.16),
        (-0.08, -0.72, 0.12),
    )
    leaves(c, rng, clumps, petals, size=0.017, count=130, flat=0.85, detail=look.detail)
    fallen = skia.Path()
    for x, y in rng.uniform((-0.45, -0.42), (0.45, 0.0), (26, 2)).tolist():
        fallen.addOval(skia.Rect(x, y, x + 0.014, y + 0.009))
    b.fill(c, fallen, shade(petals, 1.05), 0.9)


#: The twigs of a plum tree that blossoms sit on.
PLUM_TWIGS = (
    "-.10,-.30 .10,-.38 .26,-.34 .42,-.46", ".0,-.50 -.16,-.58 -.30,-.56 -.42,-.68", "-.03,-.66 .14,-.70 .28,-.82",
    ".12,-.38 .22,-.52 .36,-.58", "-.04,-.62 .0,-.72 .05,-.84",
)  # fmt: skip


def _plum(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A gnarled old branch with five-petalled flowers, as in ink paintings."""
    petals, bark = look.colour or rgb("#d83a5c"), rgb("#3d2c27")
    foot(c, -0.12, 0.11, side(bark, 1.2))
    for spine, widths in (
        ("-.12,.0 -.02,-.16 -.14,-.34 .02,-.50 -.04,-.68 .08,-.86", (0.11, 0.085, 0.075, 0.055, 0.035, 0.012)),
        ("-.10,-.30 .10,-.38 .26,-.34 .42,-.46", (0.05, 0.036, 0.026, 0.01)),
        (".0,-.50 -.16,-.58 -.30,-.56 -.42,-.68", (0.042, 0.03, 0.022, 0.008)),
        ("-.03,-.66 .14,-.70 .28,-.82", (0.03, 0.022, 0.008)),
        (".12,-.38 .22,-.52 .36,-.58", (0.025, 0.018, 0.008)),
    ):
        b.limb(c, spine, widths, side(bark, 1.2), butt=True)
    spots = [
        (0.42, -0.46),
        (0.3, -0.37),
        (0.36, -0.58),
        (0.24, -0.53),
        (-0.42, -0.68),
        (-0.3, -0.58),
        (-0.2, -0.60),
        (0.28, -0.82),
        (0.16, -0.72),
        (0.08, -0.87),
        (-0.02, -0.74),
        (0.04, -0.56),
        (-0.12, -0.42),
        (0.16, -0.40),
        (-0.36, -0.62),
        (0.02, -0.94),
        (-0.08, -0.52),
    ]
    rear, front, hearts = skia.Path(), skia.Path(), skia.Path()
    # More of them sit along the twigs.
    for twig in PLUM_TWIGS:
        nodes = np.array([node.split(",") for node in twig.split()], float)
        for t in rng.uniform(0.25, len(nodes) - 1, 13):
            along = nodes[int(t)] + (t % 1) * (nodes[min(int(t) + 1, len(nodes) - 1)] - nodes[int(t)])
            spots.append((along[0] + rng.normal(0, 0.018), along[1] + rng.normal(0, 0.018)))
    for x, y in spots:
        x, y, r = x + rng.uniform(-0.015, 0.015), y + rng.uniform(-0.015, 0.015), rng.uniform(0.022, 0.034)
        for k in range(5):
            a = k * 1.2566 + rng.uniform(0, 0.3)
            (rear if k % 2 else front).addCircle(
                float(x + np.cos(a) * r * 0.62), float(y + np.sin(a) * r * 0.62), float(r * 0.52)
            )
        hearts.addCircle(float(x), float(y), float(r * 0.3))
    b.fill(c, rear, shade(petals, 0.82))
    b.fill(c, front, shade(petals, 1.12))
    b.fill(c, hearts, rgb("#f7d774"))


def _pine(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    """A fir: drooping tiers of needles, each a jagged skirt."""
    green = look.colour or rgb("#2f6245")
    b.polygon(c, "-.032,.0 .032,.0 .022,-.2 -.022,-.2", side(BARK, 1.2))
    tiers = 8
    for i in range(tiers):
        t = i / (tiers - 1)
        low, high = -0.09 - 0.70 * t, -0.30 - 0.70 * t
        half = 0.30 * (1 - t) + 0.045
        count = 11
        nodes: list[Point] = [(0.0, max(-1.0, high - 0.04))]
        for k in range(count + 1):
            u = 1 - 2 * k / count
            tip = 0.028 if k % 2 == 0 else -0.018
            sag = 0.035 * abs(u)
            nodes.append(
                (half * u * (1 + rng.uniform(-0.04, 0.04)), low + tip + sag - 0.02 + rng.uniform(-0.006, 0.006))
            )
        tone = shade(green, 0.82 + 0.36 * t)
        b.polygon(
            c, nodes, linear((-half, low), (half, low), (shade(tone, 1.3), tone, shade(tone, 0.58)), (0, 0.45, 1))
        )
        needles = []
        for _ in range(int(14 * look.detail)):
            u = rng.uniform(-0.9, 0.9)
            y = low - rng.uniform(0.0, 0.13)
            x = half * u * (1 - (low - y) / 0.25)
            needles.append(((x, y), (x * 1.1 + 0.012 * np.sign(u), y + 0.028)))
        strokes(c, needles, shade(tone, 1.45), 0.0055, 0.5)
        if look.snow:
            snow = [
                (0.0, max(-1.0, high - 0.04)),
                (half * 0.5, low - 0.075),
                (half * 0.84, low + 0.0),
                (half * 0.5, low - 0.03),
                (half * 0.1, low - 0.05),
                (-half * 0.3, low - 0.02),
                (-half * 0.88, low + 0.008),
                (-half * 0.5, low - 0.08),
            ]
            b.blob(c, snow, top(SNOW, 0.4), 0.93)


def _palm(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    lean = 0.12
    spine = "-.06,.0 -.06,-.25 .0,-.5 .12,-.74"
    b.limb(c, spine, (0.075, 0.05, 0.042, 0.036), side(rgb("#8a6a48"), 1.1), butt=True)
    rings = []
    for k in range(15):
        t = k / 15
        x, y = -0.06 + 0.18 * t**2.4, -0.74 * t
        rings.append(((x - 0.024, y), (x, y + 0.012), (x + 0.024, y - 0.004)))
    strokes(c, rings, rgb("#5d4530"), 0.006, 0.7)
    green = look.colour or rgb("#3d8f48")
    fronds = list(np.linspace(-3.6, 0.46, 12))
    for order, a in enumerate(sorted(fronds, key=lambda v: -np.sin(v))):
        a = float(a + rng.uniform(-0.08, 0.08))
        reach = float(rng.uniform(0.34, 0.42))
        ex, ey = lean + np.cos(a) * reach, -0.74 + np.sin(a) * reach * 0.6 + 0.13 * abs(np.cos(a)) + 0.02
        mx, my = lean + np.cos(a) * reach * 0.55, -0.74 + np.sin(a) * reach * 0.62 - 0.03
        tone = shade(green, 0.68 + 0.06 * order)
        teeth_up, teeth_low = [], []
        for t in np.linspace(0.12, 1, 9):
            x = (1 - t) ** 2 * lean + 2 * (1 - t) * t * mx + t * t * ex
            y = (1 - t) ** 2 * -0.74 + 2 * (1 - t) * t * my + t * t * ey
            wide = 0.052 * np.sin(np.pi * min(1.0, 0.12 + 0.88 * t)) + 0.004
            teeth_up += [(x - 0.008, y - wide * 0.55), (x + 0.012 * np.cos(a), y - wide * 0.2)]
            teeth_low += [(x, y + wide), (x + 0.016 * np.cos(a), y + wide * 0.3)]
        ink = linear((lean, -0.74), (float(ex), float(ey)), (shade(tone, 0.8), shade(tone, 1.2)))
        b.polygon(c, [(lean, -0.745), *teeth_up, (ex, ey), *teeth_low[::-1]], ink)
        strokes(c, [((lean, -0.74), (mx, my), (ex, ey))], shade(tone, 1.4), 0.005, 0.6)
    for x, y in ((0.09, -0.71), (0.14, -0.70), (0.115, -0.68)):
        b.circle(c, (x, y), 0.024, ball(rgb("#7a5433")))


def _bamboo(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    green = look.colour or rgb("#6d9c4b")
    paths = [skia.Path() for _ in range(3)]
    clump = ((-0.20, 0.026), (0.16, 0.028), (-0.04, 0.038), (0.07, 0.022))
    for k, (x, wide) in enumerate(((0.0, 0.07),) if look.traits.get("state") == "cut" else clump):
        x, lean = x + rng.uniform(-0.02, 0.02), rng.uniform(-0.05, 0.05)
        tone = shade(green, (0.72, 0.8, 1.05, 0.92)[k])
        tall = rng.uniform(0.88, 1.0)
        for i in range(9):
            y0, y1 = -tall * i / 9, -tall * (i + 1) / 9 + 0.006
            x0, x1 = x + lean * i / 9, x + lean * (i + 1) / 9
            half = wide / 2 * (1 - 0.04 * i)
            b.polygon(
                c,
                [(x0 - half, y0), (x0 + half, y0), (x1 + half, y1), (x1 - half, y1)],
                linear((x0 - half, 0), (x0 + half, 0), (shade(tone, 1.4), tone, shade(tone, 0.6)), (0, 0.45, 1)),
            )
            b.line(c, (x1 - half * 1.1, y1 - 0.003), (x1 + half * 1.1, y1 - 0.003), shade(tone, 1.5), 0.006)
        for _ in range(int(14 * look.detail) + 4):
            y = -rng.uniform(0.34, 1.0) * tall
            base = x + lean * -y
            sign = 1 if rng.random() < 0.5 else -1
            for j in range(3):
                dx, dy = sign * rng.uniform(0.08, 0.15), 0.02 + 0.035 * j + rng.uniform(-0.01, 0.03)
                leaf = paths[int(rng.integers(3))]
                leaf.moveTo(float(base), float(y))
                leaf.quadTo(float(base + dx * 0.45), float(y + dy * 0.2 - 0.018), float(base + dx), float(y + dy))
                leaf.quadTo(float(base + dx * 0.45), float(y + dy * 0.6 + 0.012), float(base), float(y))
    for path, tone in zip(paths, (0.62, 0.88, 1.2), strict=True):
        b.fill(c, path, shade(green, tone))


def _willow(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    green = leafage(look, "#8fb050", rng, autumn=(rgb("#d9b244"),))
    bole(c, rng, ".02,.0 .0,-.2 -.03,-.42 .0,-.62", (0.12, 0.085, 0.07, 0.04))
    for spine in ("-.02,-.40 -.14,-.58 -.26,-.70", ".0,-.42 .14,-.60 .26,-.72"):
        b.limb(c, spine, (0.05, 0.035, 0.015), side(BARK))
    leaves(c, rng, ((0, -0.82, 0.16), (-0.18, -0.76, 0.14), (0.18, -0.77, 0.14)), green, size=0.018, count=80)
    for tone in (0.6, 0.8, 1.0, 1.22):
        strands, tufts = [], skia.Path()
        for _ in range(int(20 * (0.4 + 0.6 * look.detail))):
            a = rng.uniform(-1, 1)
            x0, y0 = a * 0.32, -0.90 + 0.22 * a * a + rng.uniform(-0.02, 0.08)
            x1, y1 = a * 0.46 + rng.uniform(-0.03, 0.03), -rng.uniform(0.10, 0.42)
            strands.append(((x0, y0), (a * 0.46, y0 + 0.05), (x1, y1)))
            for t in np.linspace(0.25, 1, 9):
                x = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * a * 0.46 + t * t * x1
                y = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * (y0 + 0.05) + t * t * y1
                tufts.addOval(skia.Rect(float(x - 0.008), float(y), float(x + 0.008), float(y + 0.032)))
        strokes(c, strands, shade(green, tone * 0.8), 0.006)
        b.fill(c, tufts, shade(green, tone))


def _bush(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    clumps = ((-0.48, -0.34, 0.34), (0.5, -0.33, 0.33), (0.0, -0.42, 0.42), (-0.22, -0.62, 0.32), (0.26, -0.60, 0.32))
    leaves(c, rng, clumps, leafage(look, "#4c8a3f", rng), size=0.06, count=70, detail=look.detail)
    if look.snow:
        _snow_on(c, rng, clumps[3:])


def _cactus(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    green = look.colour or rgb("#4f9a58")
    for joints in (".0,-.34 .24,-.36 .27,-.50 .27,-.68", ".0,-.44 -.22,-.46 -.26,-.58 -.26,-.78"):
        b.limb(c, joints, (0.13, 0.135, 0.135, 0.12), side(green, 1.0))
    b.limb(c, ".0,.0 .0,-.4 .0,-.7 .0,-.93", (0.2, 0.22, 0.22, 0.17), side(green, 1.0), butt=True)
    ribs = [((x, -0.03), (x * 1.25, -0.5), (x * 0.7, -0.93)) for x in (-0.06, -0.02, 0.025, 0.065)]
    strokes(c, ribs, shade(green, 0.62), 0.008, 0.8)
    thorns = []
    for _ in range(50):
        x, y = rng.uniform(-0.1, 0.1), -rng.uniform(0.05, 0.95)
        thorns.append(((x, y), (x + rng.uniform(-0.016, 0.016), y - 0.018)))
    strokes(c, thorns, rgb("#f5f0d8"), 0.005, 0.9)
    for k in range(6):
        b.ellipse(c, (np.cos(k) * 0.03, -0.965 + np.sin(k) * 0.016), 0.024, 0.02, rgb("#ec5a8d"))


def _mushroom(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    cap = look.colour or rgb("#d3392c")
    b.blob(
        c,
        "-.13,-.02 -.15,-.14 -.10,-.32 -.10,-.56! .10,-.56! .10,-.32 .15,-.14 .13,-.02 0,.0",
        side(rgb("#fbf1dc"), 0.7),
    )
    b.blob(c, "0,-.44 .26,-.45 .46,-.50! .2,-.58 0,-.58", rgb("#dcc7a4"), mirrored=True)
    strokes(c, [((x * 0.35, -0.55), (x, -0.475)) for x in np.linspace(-0.38, 0.38, 17)], rgb("#a88f6c"), 0.006, 0.7)
    shape = b.outline("0,-1 .24,-.95 .42,-.76 .49,-.53 .44,-.48! .22,-.56 0,-.58", mirrored=True)
    b.fill(c, shape, ball(cap, 1.0))
    with b.clipped(c, shape):
        for x, y, r in (
            (-0.18, -0.72, 0.075),
            (0.06, -0.86, 0.07),
            (0.26, -0.68, 0.065),
            (0.02, -0.63, 0.05),
            (-0.36, -0.58, 0.05),
            (-0.16, -0.92, 0.04),
            (0.42, -0.55, 0.045),
        ):
            b.ellipse(c, (x, y), r, r * 0.82, ball(rgb("#fff8ea"), 0.4))
    b.curve(c, ".10,-.42 .12,-.36 .0,-.34 -.12,-.36 -.10,-.42", rgb("#efe0c2"), 0.03)


def _grass_tuft(c: skia.Canvas, rng: np.random.Generator, look: Look) -> None:
    green = look.colour or rgb("#5f9c3e")
    for tone in (0.6, 0.8, 1.0, 1.25):
        path = skia.Path()
        for _ in range(16):
            x, lean, tall = rng.uniform(-0.34, 0.34), rng.uniform(-0.3, 0.3), rng.uniform(0.45, 1.0)
            path.moveTo(float(x - 0.028), 0.0)
            path.quadTo(float(x + lean * 0.2), float(-tall * 0.6), float(x + lean), float(-tall))
            path.quadTo(float(x + lean * 0.3 + 0.03), float(-tall * 0.5), float(x + 0.028), 0.0)
        b.fill(c, path, linear((0, -1), (0, 0), (shade(green, tone * 1.15), shade(green, tone * 0.6))))


_TREE = {"top": (0.0, -0.95), "seat": (0.0, -0.4), "hand": (0.2, -0.5), "head": (0.0, -0.9)}


def _tall(name: str, draw: object, height: float, width: float) -> Sprite:
    return Sprite(name=name, draw=draw, height=height, width=width, group="plant", attach=_TREE)  # type: ignore[arg-type]


SPRITES = (
    _tall("tree", partial(_broadleaf, colour="#5a9640", leaf=0.022), 0.5, 0.85),
    _tall("autumn_tree", partial(_broadleaf, colour="#dd7a26", leaf=0.024), 0.5, 0.85),
    _tall("cherry_tree", partial(_blossom, colour="#f6b6ca"), 0.5, 1.0),
    _tall("plum_blossom", _plum, 0.45, 1.0),
    _tall("pine", _pine, 0.5, 0.75),
    _tall("palm", _palm, 0.55, 0.95),
    _tall("bamboo", _bamboo, 0.6, 0.7),
    _tall("willow", _willow, 0.5, 1.05),
    Sprite(name="bush", draw=_bush, height=0.13, width=1.75, group="plant", attach={"top": (0.0, -0.95)}),
    Sprite(name="cactus", draw=_cactus, height=0.3, width=0.75, group="plant", attach={"top": (0.0, -0.97)}),
    Sprite(name="mushroom", draw=_mushroom, height=0.16, width=1.0, group="plant", attach={"top": (0.0, -0.98)}),
    Sprite(name="grass_tuft", draw=_grass_tuft, height=0.08, width=1.3, group="plant", attach={"top": (0.0, -0.8)}),
)
