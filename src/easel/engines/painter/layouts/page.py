"""The page of a laid-out picture: the surface, the colours and the words that every kind of it draws with."""

import colorsys
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np
import skia

from easel.core.image import Size
from easel.engines.painter.brush import Colour, Ink, box, linear, luminance, mix, paint, rectangle, rgb, shade
from easel.engines.painter.layer import image_of
from easel.engines.painter.layouts.frame import Frame, grid_for
from easel.engines.painter.lettering.typeset import typeset
from easel.engines.painter.plan import Layout, Lettering, ScenePlan, Thing
from easel.engines.painter.scene import Scene
from easel.engines.painter.sprites import get
from easel.engines.painter.things import Placed, draw

#: Paints the scene of a frame, given its plan, its size and what is added to the seed: uint8 (H, W, 3), and the boxes
#: of what is in it (left, top, right, bottom in [0, 1]).
PaintFrame = Callable[[ScenePlan, Size, int], tuple[np.ndarray, list[tuple[float, float, float, float]]]]
#: Accents of pages whose colour nobody names.
ACCENTS = tuple(map(rgb, ("#2f6fde", "#e2633c", "#2a9d7c", "#7a55d6", "#d9487d", "#c98a1b")))
INK, PALE_INK = rgb("#22262e"), rgb("#f3f4f7")
NIGHT, PAPER = rgb("#12151c"), rgb("#f6f4ef")
LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
#: So many things are pictured together on a pack.
GROUP = 6
#: A scene's edge that no cut-out of it comes near: some styles draw a frame of their own there.
EDGE = 0.035
#: So many pixels are painted at most of a scene of which only a part is shown.
MOST_PX = 6_000_000
#: The smallest side of a frame that a scene is painted in.
LEAST = 48


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    frame: Frame
    colour: Colour
    side: str
    face: str


@dataclass(slots=True)
class Page:
    """A surface under way. Words are kept until the style is on, so that it does not smear them."""

    scene: Scene
    paint_frame: PaintFrame
    #: What was drawn of the plan's things: index, number of the copy, frame.
    shown: list[tuple[int, int, Frame]] = field(default_factory=list)
    _texts: list[_Text] = field(default_factory=list)
    rng: np.random.Generator = field(init=False)

    def __post_init__(self) -> None:
        self.rng = self.scene.rng("layout")

    @property
    def plan(self) -> ScenePlan:
        """What is asked for."""
        return self.scene.plan

    @property
    def layout(self) -> Layout:
        """How it is laid out."""
        if self.plan.layout is None:
            msg = "a page is of a plan with a layout"
            raise ValueError(msg)
        return self.plan.layout

    @property
    def canvas(self) -> skia.Canvas:
        """Where shapes are drawn, in pixels."""
        return self.scene.canvas

    @property
    def frame(self) -> Frame:
        """All of it."""
        return Frame(0.0, 0.0, float(self.scene.width), float(self.scene.height))

    # colours

    @property
    def dark(self) -> bool:
        """Whether it is asked for in the dark."""
        return self.plan.mood == "dark" or self.plan.time == "night"

    @property
    def accent(self) -> Colour:
        """The colour of what is to be looked at first: the one asked for, or one of the seed's."""
        named = self.plan.tint or next((thing.colour for thing in self.plan.things if thing.colour), None)
        tone = rgb(named) if named else ACCENTS[self.scene.seed % len(ACCENTS)]
        return self.toned(tone)

    def toned(self, tone: Colour) -> Colour:
        """A colour in the plan's mood."""
        grey = luminance(tone)
        if self.plan.mood == "monochrome":
            return (grey, grey, grey)
        if self.plan.mood == "pastel":
            return mix(tone, (1.0, 1.0, 1.0), 0.45)
        return mix(tone, (grey, grey, grey), 0.4) if self.plan.mood == "muted" else tone

    def hues(self, count: int) -> list[Colour]:
        """The accent and its neighbours round the circle of colours, as lively as it is."""
        hue, light, rich = colorsys.rgb_to_hls(*self.accent)
        light, named = min(max(light, 0.35), 0.62), self.plan.tint is not None or self.plan.mood == "monochrome"
        if named:
            # One colour was asked for: its shades.
            return [colorsys.hls_to_rgb(hue, 0.32 + 0.42 * k / max(1, count - 1), rich) for k in range(count)]
        rich = min(max(rich, 0.45), 0.62)
        return [colorsys.hls_to_rgb((hue + 0.13 * k) % 1, min(light, 0.55), rich) for k in range(count)]

    @property
    def ground(self) -> Colour:
        """Behind everything."""
        return mix(NIGHT, self.accent, 0.06) if self.dark else mix(PAPER, self.accent, 0.07)

    @property
    def card(self) -> Colour:
        """What lies on the ground."""
        return mix(rgb("#222733"), self.accent, 0.05) if self.dark else (1.0, 1.0, 1.0)

    @property
    def ink(self) -> Colour:
        """Of words."""
        return PALE_INK if self.dark else INK

    @property
    def faint(self) -> Colour:
        """Of what stands for words that nobody named."""
        return mix(self.card, self.ink, 0.16)

    # words

    @property
    def title(self) -> Lettering | None:
        """The words that are the whole's name."""
        return self.plan.lettering[0] if self.layout.titled and self.plan.lettering else None

    @property
    def notes(self) -> tuple[str, ...]:
        """What else is quoted or named, in order."""
        first = 1 if self.title is not None else 0
        return (*(text.text for text in self.plan.lettering[first:]), *self.layout.labels)

    def write(self, text: str, frame: Frame, colour: Colour, *, side: str = "centre", face: str = "plain") -> None:
        """Keep words for a frame: as large as they can be in it, at its `left`, `right` or `centre`."""
        self._texts.append(_Text(text, frame, colour, side, face))

    def under_name(self, inner: Frame, share: float, gap: float) -> Frame:
        """What is left of a frame below the page's name, which takes `share` of it; all of it without one.

        `gap` is between the two, in pixels.
        """
        if self.title is None:
            return inner
        head, rest = inner.rows([share, 1.0 - share], gap)
        self.name(head)
        return rest

    def name(self, frame: Frame, colour: Colour | None = None, *, side: str = "centre", face: str = "plain") -> bool:
        """Write the title into a frame, or nothing where there is none; whether there is one."""
        title = self.title
        if title is None:
            return False
        tone = rgb(title.colour) if title.colour else self.ink if colour is None else colour
        self.write(title.text, frame, tone, side=side, face="brush" if title.brush else face)
        return True

    def note(self, number: int, frame: Frame, colour: Colour | None = None, *, side: str = "centre") -> None:
        """Write what is named or quoted as number so and so; a quiet bar where nothing is."""
        colour = self.ink if colour is None else colour
        if number < len(self.notes):
            tall = min(frame.tall, 0.05 * self.frame.short)
            middle = Frame(frame.left, frame.top + (frame.tall - tall) / 2, frame.wide, tall)
            self.write(self.notes[number], middle, colour, side=side)
        else:
            self.bars(frame, 1, mix(self.card, colour, 0.2), side=side)

    def bars(self, frame: Frame, lines: int, colour: Colour, *, side: str = "left") -> None:
        """Bars in the place of lines of words."""
        pitch = frame.tall / lines
        tall = min(0.5 * pitch, 0.022 * self.frame.short)
        for row in range(lines):
            last = row == lines - 1 and lines > 1
            wide = frame.wide * (0.62 if last else float(self.rng.uniform(0.86, 1.0)) if lines > 1 else 0.7)
            left = frame.left + {"left": 0.0, "centre": 0.5, "right": 1.0}[side] * (frame.wide - wide)
            rectangle(
                self.canvas, (left, frame.top + (row + 0.5) * pitch - tall / 2), wide, tall, colour, round=tall / 2
            )

    def words_on(self, pixels: np.ndarray) -> np.ndarray:
        """The styled picture, uint8 (H, W, 3), with the words that were kept."""
        if not self._texts:
            return pixels
        height, width = pixels.shape[:2]
        sheet = np.dstack([pixels, np.full((height, width), 255, np.uint8)])
        surface = skia.Surface(sheet, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
        for text in self._texts:
            _draw(surface.getCanvas(), text)
        surface.flushAndSubmit()
        return np.ascontiguousarray(sheet[..., :3])

    # shapes

    def fill(self, ink: Ink) -> None:
        """One ink all over."""
        self.panel(self.frame, ink)

    def panel(
        self, frame: Frame, ink: Ink, *, alpha: float = 1.0, round: float = 0.0, width: float = 0.0, blur: float = 0.0,  # noqa: A002 - the plain word
    ) -> None:  # fmt: skip
        """A filled frame, or its edge of a `width`; its corners rounded by a radius. All in pixels."""
        bounds = box(*frame)
        made = paint(ink, alpha, width=float(width), blur=float(blur), bounds=bounds)
        self.canvas.drawRoundRect(bounds, float(round), float(round), made)

    def shadow(self, frame: Frame, *, round: float = 0.0, strong: float = 0.25, reach: float = 0.02) -> None:  # noqa: A002
        """The soft shadow of a card."""
        far = reach * self.frame.short
        below = Frame(frame.left, frame.top + 0.6 * far, frame.wide, frame.tall)
        self.panel(below, (0.05, 0.06, 0.1), round=round, alpha=strong, blur=max(0.5, 0.6 * far))

    def card_at(self, frame: Frame, ink: Ink | None = None, *, share: float = 0.06) -> float:
        """A card with its shadow; the radius of its corners."""
        radius = share * frame.short
        self.shadow(frame, round=radius, strong=0.5 if self.dark else 0.14)
        self.panel(frame, self.card if ink is None else ink, round=radius)
        return radius

    # pictures

    def motif(self, number: int) -> Thing | None:
        """The thing that stands for part number so and so, those of the plan in turn; None where it has none."""
        things = self.plan.things
        return things[number % len(things)] if things else None

    def emblem(self, thing: Thing | None, frame: Frame, *, copy: int = 0, flip: bool = False) -> None:
        """A thing by itself in the middle of a frame; a plain mark of the accent for None."""
        if thing is None:
            self.mark(frame)
            return
        sprite = get(thing.kind)
        tall = min(frame.tall, frame.wide / max(sprite.width, 0.1))
        x, y = frame.centre
        index = next((k for k, other in enumerate(self.plan.things) if other.kind == thing.kind), -1)
        draw(
            self.scene,
            Placed(
                index=index,
                copy=copy,
                thing=thing,
                sprite=sprite,
                x=x,
                y=y + tall / 2,
                tall=tall,
                floats=True,
                flip=flip,
            ),
        )
        wide = tall * sprite.width
        self.shown.append((index, copy, Frame(x - wide / 2, y - tall / 2, wide, tall)))

    def group(self, frame: Frame) -> None:
        """The plan's things together in a frame, each as often as it is asked for; a plain mark for none."""
        copies = [(thing, copy) for thing in self.plan.things for copy in range(thing.count)][:GROUP]
        if not copies:
            self.mark(frame)
            return
        columns, rows = grid_for(len(copies), frame.wide / frame.tall)
        for number, (thing, copy) in enumerate(copies):
            spare = columns - min(columns, len(copies) - number // columns * columns)
            cell = frame.grid(columns, rows, 0.04 * frame.short)[number]
            self.emblem(thing, cell._replace(left=cell.left + 0.5 * spare * frame.wide / columns), copy=copy)

    def mark(self, frame: Frame) -> None:
        """Plain shapes where nothing is named."""
        x, y = frame.centre
        radius = 0.34 * frame.short
        self.canvas.drawCircle(float(x), float(y), float(radius), paint(mix(self.accent, self.card, 0.35)))
        self.canvas.drawCircle(
            float(x + 0.3 * radius), float(y + 0.2 * radius), float(0.6 * radius), paint(self.accent)
        )

    def picture(
        self, plan: ScenePlan, frame: Frame, *, turn: int = 0, near: float = 1.0, above: float = 0.12,
        mirrored: bool = False, round: float = 0.0,  # noqa: A002
    ) -> None:  # fmt: skip
        """The scene of a plan in a frame; `turn` is added to the seed.

        `near` times as near to what is in it, with a share of the frame left `above` that, and `mirrored`: the same
        scene from where somebody else stands.
        """
        scale = near * min(1.0, (MOST_PX / (frame.wide * frame.tall * near**2)) ** 0.5) if near > 1 else 1.0
        width, height = (max(LEAST, int(side * scale + 0.999)) for side in (frame.wide, frame.tall))
        pixels, boxes = self.paint_frame(replace(plan, layout=None), Size(width, height), turn)
        if near > 1:
            pixels = _cut(pixels, boxes, near, above)
        if mirrored:
            pixels = pixels[:, ::-1]
        image = image_of(np.dstack([pixels, np.full(pixels.shape[:2], 255, np.uint8)]))
        where = box(frame.left, frame.top, frame.wide, frame.tall)
        self.canvas.save()
        self.canvas.clipRRect(skia.RRect.MakeRectXY(where, float(round), float(round)), doAntiAlias=True)
        self.canvas.drawImageRect(image, where, LINEAR)
        self.canvas.restore()

    def bare(self) -> ScenePlan:
        """The plan's scene without what is laid out round it."""
        return replace(self.plan, layout=None, lettering=(), base=None)

    def headline(self, frame: Frame) -> None:
        """The title over a picture, in the ink that is told from what is there."""
        if self.title is None:
            return
        left, top, right, bottom = (max(0, int(edge)) for edge in (frame.left, frame.top, frame.right, frame.bottom))
        behind = luminance(
            tuple(self.scene.pixels[top : bottom + 1, left : right + 1, :3].reshape(-1, 3).mean(0) / 255)
        )
        ink = PALE_INK if behind < 0.6 else INK
        self.panel(frame, INK if behind < 0.6 else PALE_INK, alpha=0.3, blur=0.2 * frame.tall)
        self.name(frame, ink)

    def arrow(self, start: tuple[float, float], end: tuple[float, float], colour: Colour, width: float) -> None:
        """A straight arrow."""
        (x0, y0), (x1, y1) = start, end
        along = np.array([x1 - x0, y1 - y0]) / max(1e-6, float(np.hypot(x1 - x0, y1 - y0)))
        across = np.array([-along[1], along[0]])
        neck = np.array(end) - along * 2.4 * width
        self.canvas.drawLine(float(x0), float(y0), float(neck[0]), float(neck[1]), paint(colour, width=width))
        corners = [np.array(end), neck + across * 1.7 * width, neck - across * 1.7 * width]
        self.canvas.drawPath(skia.Path.Polygon([(float(x), float(y)) for x, y in corners], True), paint(colour))

    def branch(self, start: tuple[float, float], end: tuple[float, float], colour: Colour, width: float) -> None:
        """A stroke that leaves and arrives level."""
        (x0, y0), (x1, y1) = start, end
        path, half = skia.Path(), (x0 + x1) / 2
        path.moveTo(x0, y0)
        path.cubicTo(half, y0, half, y1, x1, y1)
        self.canvas.drawPath(path, paint(colour, width=width))

    def elbow(self, start: tuple[float, float], end: tuple[float, float], colour: Colour, width: float) -> None:
        """A line that goes down, across and down."""
        (x0, y0), (x1, y1) = start, end
        half = (y0 + y1) / 2
        path = skia.Path.Polygon([(x0, y0), (x0, half), (x1, half), (x1, y1)], False)
        self.canvas.drawPath(path, paint(colour, width=width))

    def diamond(self, frame: Frame, ink: Ink, edge: Colour) -> None:
        """A lozenge with an edge."""
        path = skia.Path.Polygon([frame.at(0.5, 0), frame.at(1, 0.5), frame.at(0.5, 1), frame.at(0, 0.5)], True)
        self.canvas.drawPath(path, paint(ink))
        self.canvas.drawPath(path, paint(edge, width=0.006 * self.frame.short))

    def backdrop(self) -> None:
        """A photographer's ground: a pale wall and floor of the accent's air."""
        tone = mix(rgb("#22252c"), self.accent, 0.12) if self.dark else mix(rgb("#eeece8"), self.accent, 0.14)
        self.fill(tone)
        floor = self.frame.part(0, 0.68, 1, 1)
        inks = [(*shade(tone, 0.82), 0.0), (*shade(tone, 0.86), 1.0)]
        self.panel(floor, linear((0, floor.top), (0, floor.bottom), inks))


def _cut(pixels: np.ndarray, boxes: list[tuple[float, float, float, float]], near: float, above: float) -> np.ndarray:
    """The part of a picture round what is in it, its upper half foremost; as large as it would be without `near`."""
    height, width = pixels.shape[:2]
    tall, wide = int(height / near), int(width / near)
    boxes = boxes or [(0.0, 0.0, 1.0, 1.0)]
    left, top, right = min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes)
    x = (left + right) / 2 * width - wide / 2
    y = top * height - above * tall
    x, y = (
        _between(at, EDGE * side, side - EDGE * side - cut) for at, side, cut in ((x, width, wide), (y, height, tall))
    )
    return np.ascontiguousarray(pixels[y : y + tall, x : x + wide])


def _between(at: float, least: float, most: float) -> int:
    return int(min(max(at, least), most)) if least < most else int((least + most) / 2)


def _draw(canvas: skia.Canvas, text: _Text) -> None:
    made = typeset(text.text, text.face, text.frame.wide, text.frame.tall)
    if made is None:
        return
    spare = text.frame.wide - made.wide
    left = text.frame.left + {"left": 0.0, "centre": 0.5, "right": 1.0}[text.side] * spare
    made.draw(canvas, left, text.frame.top + (text.frame.tall - made.tall) / 2, paint(text.colour))
