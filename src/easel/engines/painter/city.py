"""City skylines: layers of towers in the haze, windows lit by night, fantastic shapes in a city of the future."""

import math
from dataclasses import dataclass

import numpy as np
import skia

from easel.engines.painter.brush import (
    WHITE,
    Colour,
    argb,
    circle,
    curve,
    ellipse,
    jitter,
    linear,
    mix,
    paint,
    polygon,
    rgb,
    shade,
)  # fmt: skip
from easel.engines.painter.layer import image_of
from easel.engines.painter.scene import Scene

NEON = tuple(map(rgb, ("35e0ff", "ff4fa0", "ffd35a", "8a6bff", "4affb0")))
LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear)
#: A sheet of windows: so many across and down, each in a cell of so many pixels a side.
COLUMNS, ROWS, CELL_PX = 24, 48, 8
#: The shapes of towers, today and in the future.
FORMS = ["block", "block", "step", "antenna"]
FUTURE_FORMS = ["block", "block", "spire", "dome", "disc", "slant"]


@dataclass(frozen=True, slots=True)
class Tower:
    """One tower: its box in pixels, its wall colour, how near its layer is (0 to 1), and its shape."""

    x: float
    y: float
    width: float
    height: float
    wall: Colour
    near: float
    form: str


def windows(rng: np.random.Generator, lit: bool, wall: Colour) -> skia.Image:
    """A sheet of windows; a tower shows a part of it."""
    cells = np.zeros((ROWS, COLUMNS, 4))
    glass = shade(wall, 0.7)
    for row in range(ROWS):
        for column in range(COLUMNS):
            on = rng.random() < (0.42 if lit else 0.12)
            tone = (
                jitter(rgb("ffd88a") if rng.random() < 0.8 else rgb("bfe2ff"), rng, 0.08) if lit else (0.85, 0.92, 1.0)
            )
            colour, alpha = (tone, rng.uniform(0.6, 1.0) * (1.0 if lit else 0.4)) if on else (glass, 0.6)
            cells[row, column] = (*colour, 1.0)
            cells[row, column] *= alpha
    sheet = np.zeros((ROWS, CELL_PX, COLUMNS, CELL_PX, 4), np.uint8)
    sheet[:, 2:7, :, 2:6] = np.clip(cells * 255, 0, 255).astype(np.uint8)[:, None, :, None]
    return image_of(sheet.reshape(ROWS * CELL_PX, COLUMNS * CELL_PX, 4))


class Skyline:
    """The skyline of one scene in four layers, far to near."""

    def __init__(
        self, scene: Scene, *, future: bool, low: float, tall: float = 1.0, name: str = "skyline", ruined: bool = False
    ):
        self.scene, self.future, self.low, self.tall, self.ruined = scene, future, low, tall, ruined
        self.rng = scene.rng(name)
        self.lit = scene.palette.darkness > 0.25 and not ruined
        self.centre = self.rng.uniform(0.35, 0.65)

    def paint(self) -> None:
        """Paint all layers, a veil of haze before each."""
        scene, p = self.scene, self.scene.palette
        dark = rgb("262e4c") if self.lit else rgb("5c5850") if self.ruined else rgb("66788e")
        for layer in range(4):
            near = layer / 3
            wall = mix(p.haze, dark, 0.28 + 0.62 * near)
            sheet = windows(self.rng, self.lit, wall)
            x = -0.06 * scene.unit
            while x < scene.width + 0.05 * scene.unit:
                tower = self._tower(x, near, wall)
                self._draw(tower, sheet)
                x += tower.width * self.rng.uniform(0.82, 1.3)
            self._veil(near)
        if self.future:
            self.traffic(self.low)

    def row(self, roofs: float, scale: float, wall: Colour, sheet: skia.Image) -> None:
        """One row of towers `scale` times as large, whose roofs are around the row `roofs`, down to the lower edge."""
        scene, rng = self.scene, self.rng
        x = -0.1 * scale * scene.unit
        while x < scene.width:
            width = scene.unit * scale * rng.uniform(0.05, 0.11)
            form = str(rng.choice(FUTURE_FORMS if self.future else FORMS))
            top = roofs - scale * scene.unit * rng.uniform(-0.04, 0.14)
            deep = scene.height - top + 0.05 * scene.unit
            # Only so much of a tower tapers.
            body = min(deep, 0.45 * scale * scene.unit) if form in ("spire", "dome", "disc") else deep
            if body < deep:
                stem = Tower(x + 0.06 * width, top + 0.4 * body, 0.88 * width, deep, wall, 0.5, "block")
                self._draw(stem, sheet)
            self._draw(Tower(x, top, width, body, jitter(wall, rng, 0.03), 0.5, form), sheet)
            x += width * rng.uniform(0.95, 1.5)

    def _tower(self, x: float, near: float, wall: Colour) -> Tower:
        scene, rng = self.scene, self.rng
        width = scene.unit * rng.uniform(0.036, 0.085) * (1 + 0.4 * near)
        middle = math.exp(-(((x / scene.width - self.centre) / 0.33) ** 2))
        high = rng.uniform(0.12, 0.40) * (1.2 - 0.55 * near) * (0.5 + 0.65 * middle)
        high *= 1.4 if self.future and rng.random() < 0.3 else 1.0
        # Towers may not rise out of the frame, nor drown in a picture that is mostly sky.
        high = min(high * self.tall * scene.unit, 0.92 * self.low)
        form = "broken" if self.ruined else str(rng.choice(FUTURE_FORMS if self.future else FORMS))
        return Tower(x, self.low - high, width, high + 0.05 * scene.unit, jitter(wall, rng, 0.03), near, form)

    def _body(self, t: Tower) -> skia.Path:
        path = skia.Path()
        x, y, w, h = t.x, t.y, t.width, t.height
        if t.form == "spire":
            return skia.Path.Polygon(
                [
                    (x, y + h),
                    (x + w * 0.1, y + h * 0.25),
                    (x + w * 0.44, y),
                    (x + w * 0.5, y - h * 0.22),
                    (x + w * 0.56, y),
                    (x + w * 0.9, y + h * 0.25),
                    (x + w, y + h),
                ],
                True,
            )
        if t.form == "dome":
            path.moveTo(x, y + h)
            path.cubicTo(x - w * 0.1, y + h * 0.3, x + w * 0.2, y, x + w * 0.5, y - h * 0.08)
            path.cubicTo(x + w * 0.8, y, x + w * 1.1, y + h * 0.3, x + w, y + h)
            path.close()
            return path
        if t.form == "broken":
            return self._broken(t)
        if t.form == "slant":
            return skia.Path.Polygon([(x, y + h), (x, y + w * 0.9), (x + w, y), (x + w, y + h)], True)
        if t.form == "disc":
            path.addRect(skia.Rect.MakeXYWH(x + w * 0.34, y, w * 0.32, h))
            return path
        path.addRect(skia.Rect.MakeXYWH(x, y, w, h))
        if t.form == "step":
            path.addRect(skia.Rect.MakeXYWH(x + w * 0.2, y - h * 0.09, w * 0.6, h * 0.1))
        return path

    def _broken(self, t: Tower) -> skia.Path:
        """What is left of a tower: a torn upper edge that falls off to one side, and holes in the walls."""
        rng, steps = self.rng, 7
        fall = t.width * rng.uniform(0.6, 2.4) * rng.choice([-1, 1])
        edge = [
            (t.x + t.width * k / steps, t.y + max(0.0, fall * (k / steps - 0.5)) + t.width * rng.uniform(0, 0.35))
            for k in range(steps + 1)
        ]
        path = skia.Path.Polygon([(t.x, t.y + t.height), *edge, (t.x + t.width, t.y + t.height)], True)
        for _ in range(3):
            x, y = t.x + t.width * rng.uniform(0.1, 0.7), t.y + t.height * rng.uniform(0.2, 0.8)
            r = t.width * rng.uniform(0.08, 0.2)
            hole = skia.Path.Polygon(
                [(x + r * math.cos(a) * rng.uniform(0.6, 1.2), y + r * math.sin(a)) for a in np.arange(0, 6.2, 0.9)],
                True,
            )
            path = skia.Op(path, hole, skia.PathOp.kDifference_PathOp)
        return path

    def _overgrown(self, t: Tower, body: skia.Path) -> None:
        """Green that hangs down a wall."""
        rng, canvas = self.rng, self.scene.canvas
        canvas.save()
        canvas.clipPath(body, True)
        for _ in range(4):
            x, y = t.x + t.width * rng.uniform(0, 1), t.y + t.height * rng.uniform(0.0, 0.5)
            tone = mix(mix(rgb("4f6b34"), rgb("6f8a44"), rng.random()), t.wall, 0.55 - 0.4 * t.near)
            ends = [(x, y), (x + t.width * rng.uniform(-0.15, 0.15), y + t.height * rng.uniform(0.15, 0.4))]
            curve(canvas, ends, tone, t.width * rng.uniform(0.08, 0.22), 0.85)
        canvas.restore()

    def _draw(self, t: Tower, sheet: skia.Image) -> None:
        canvas, scene, rng = self.scene.canvas, self.scene, self.rng
        body = self._body(t)
        sun = scene.palette.sun
        sunny = scene.light.x * scene.width < t.x
        light, dark = mix(shade(t.wall, 1.25), sun, 0.24 * scene.light.strength), shade(t.wall, 0.7)
        tones = (light, t.wall, dark) if sunny else (dark, t.wall, light)
        canvas.drawPath(body, paint(linear((t.x, 0), (t.x + t.width, 0), tones)))
        if t.form != "disc":
            self._stamp_windows(t, body, sheet)
        if self.ruined:
            self._overgrown(t, body)
        elif t.form in ("antenna", "spire") or rng.random() < 0.25:
            top = t.y - t.height * (0.22 if t.form == "spire" else 0.0)
            reach = t.height * rng.uniform(0.08, 0.2)
            curve(
                canvas,
                [(t.x + t.width / 2, top), (t.x + t.width / 2, top - reach)],
                t.wall,
                max(0.8, scene.unit * 0.002),
            )
            if self.lit:
                circle(canvas, (t.x + t.width / 2, top - reach), scene.unit * 0.0022, rgb("ff6a5a"))
        if t.form == "disc":
            for k, level in enumerate((0.1, 0.3)):
                at = (t.x + t.width / 2, t.y + t.height * level)
                ellipse(canvas, at, t.width * (0.95 - 0.25 * k), t.width * 0.16, shade(t.wall, 1.15))
                ellipse(canvas, at, t.width * (0.95 - 0.25 * k), t.width * 0.05, NEON[k], 0.85)
        if self.future and t.near > 0.3 and rng.random() < 0.55:
            self._neon(t)

    def _stamp_windows(self, t: Tower, body: skia.Path, sheet: skia.Image) -> None:
        size = self.scene.unit * 0.0105 * (0.75 + 0.5 * t.near) / 8
        shift = t.y + size * 4 + float(self.rng.integers(20)) * 8 * size
        canvas = self.scene.canvas
        canvas.save()
        canvas.clipPath(body, True)
        top = t.y + (t.height * 0.3 if t.form in ("spire", "dome") else t.width * 0.9 if t.form == "slant" else 0)
        inner = skia.Rect.MakeLTRB(t.x + t.width * 0.08, top + t.width * 0.08, t.x + t.width * 0.92, t.y + t.height)
        canvas.clipRect(inner, True)
        ink = paint(alpha=0.45 + 0.5 * t.near)
        # Sheet after sheet: Skia's Python would encode the whole sheet as a PNG for each paint that repeats it.
        wide, high = sheet.width() * size, sheet.height() * size
        down = shift + math.floor((inner.top() - shift) / high) * high
        while down < inner.bottom():
            across = t.x + size * 2
            while across < inner.right():
                canvas.drawImageRect(sheet, skia.Rect.MakeXYWH(across, down, wide, high), LINEAR, ink)
                across += wide
            down += high
        canvas.restore()

    def _neon(self, t: Tower) -> None:
        canvas, unit = self.scene.canvas, self.scene.unit
        tone = NEON[int(self.rng.integers(len(NEON)))]
        x = t.x + t.width * float(self.rng.choice([0.06, 0.5, 0.94]))
        ends = [(x, t.y + t.height * 0.3), (x, t.y + t.height)]
        glow = 1.0 if self.lit else 0.5
        curve(canvas, ends, tone, unit * 0.012, 0.45 * glow, blur=unit * 0.007)
        curve(canvas, ends, mix(tone, WHITE, 0.35), unit * 0.0028, 0.95 * glow)

    def _veil(self, near: float) -> None:
        haze, unit = self.scene.palette.haze, self.scene.unit
        top, bottom = self.low - 0.3 * unit, self.low + 0.06 * unit
        fade = linear((0, top), (0, bottom), ((*haze, 0.0), (*haze, 0.5 * (1 - 0.6 * near))))
        self.scene.canvas.drawRect(skia.Rect.MakeLTRB(0, top, self.scene.width, bottom), paint(fade))

    def traffic(self, low: float, *, number: int = 10, size: float = 1.0) -> None:
        """Flying cars: streaks of light between the towers, `number` of them over the row `low`."""
        scene, rng = self.scene, self.rng
        for _ in range(scene.count(number)):
            x, y = rng.uniform(0, scene.width), low - scene.unit * size * rng.uniform(0.08, 0.4)
            if y < 0:
                continue
            tone, reach = (
                NEON[int(rng.integers(len(NEON)))],
                scene.unit * size * rng.uniform(0.02, 0.045) * rng.choice([-1, 1]),
            )
            ink = skia.GradientShader.MakeLinear([(x, y), (x + reach, y)], [argb(tone, 0.0), argb(tone, 0.95)])
            curve(scene.canvas, [(x, y), (x + reach, y)], ink, scene.unit * 0.005 * size)
            ellipse(
                scene.canvas,
                (x + reach, y),
                scene.unit * 0.006 * size,
                scene.unit * 0.0028 * size,
                mix(tone, WHITE, 0.7),
            )


def _low(scene: Scene) -> float:
    return scene.ground_px + 0.012 * scene.unit


def city(scene: Scene) -> None:
    """A modern skyline on the horizon."""
    Skyline(scene, future=False, low=_low(scene)).paint()


def ruined_city(scene: Scene) -> None:
    """What is left of a skyline: broken towers without a light, overgrown."""
    Skyline(scene, future=False, low=_low(scene), tall=1.35, ruined=True).paint()


def future_city(scene: Scene) -> None:
    """A skyline of spires, domes and neon."""
    Skyline(scene, future=True, low=_low(scene)).paint()


def sign(
    scene: Scene, left: float, top: float, width: float, height: float, tone: Colour, rng: np.random.Generator
) -> None:
    """A shop sign with strokes that read as writing from afar; it glows by night."""
    canvas = scene.canvas
    lit = scene.palette.lit
    back = shade(tone, 0.35 if lit else 0.9)
    if lit:
        box = skia.Rect.MakeLTRB(left - width * 0.1, top - height * 0.1, left + width * 1.1, top + height * 1.1)
        canvas.drawRect(box, paint(tone, 0.5, blur=scene.unit * 0.012, blend=skia.BlendMode.kScreen))
    polygon(canvas, [(left, top), (left + width, top), (left + width, top + height), (left, top + height)], back)
    ink = mix(tone, WHITE, 0.55) if lit else mix(WHITE, tone, 0.1)
    tall = height > width
    cells = max(1, round((height / width if tall else width / height) * 0.9))
    for k in range(cells):
        cx = left + width * (0.5 if tall else (k + 0.5) / cells)
        cy = top + height * ((k + 0.5) / cells if tall else 0.5)
        r = min(width, height) * 0.3
        for _ in range(4):
            a, b = rng.uniform(-r, r, 2)
            start, end = (
                ((cx - r, cy + a), (cx + r, cy + a)) if rng.random() < 0.55 else ((cx + b, cy - r), (cx + b, cy + r))
            )
            curve(canvas, [start, end], ink, r * 0.24)
