"""Things in the scene's light: each sprite is drawn on a patch of its own, relit, and laid on the picture."""

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np
import skia

from easel.engines.painter import materials, surfaces
from easel.engines.painter.afire import BURNING, put_out
from easel.engines.painter.brush import BLACK, WHITE, Surface, argb, mix, paint, placed, rgb
from easel.engines.painter.culture import is_eastern, speaks_chinese
from easel.engines.painter.layer import image_of, surface_of
from easel.engines.painter.lettering import GLOWING, write_on
from easel.engines.painter.plan import Thing
from easel.engines.painter.scene import Scene
from easel.engines.painter.sprites import Look, Sprite
from easel.engines.painter.sprites.person import KINDS

LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear)
ATOP = skia.BlendMode.kSrcATop
#: What swims below the surface where one looks at water from above; what is larger breaks it.
SUBMERGED = frozenset({"koi", "fish"})
#: How far above what stands there the waterline of a bank is, as a share of the height.
WATERLINE = 0.03
#: Houses and cars in a bright studio have their lights off.
UNLIT_INDOORS = frozenset({"building", "vehicle"})
#: Styles in which things have a dark contour.
OUTLINED = frozenset({"cartoon", "comic", "anime", "pixel_art", "genki", "line_art"})
#: What has lamps or windows.
HAS_LIGHTS = frozenset({"building", "vehicle", "furniture", "object"})
#: What shines all over in the dark, and the share of its own colour that it gives as light.
AGLOW = {"ghost": 0.32, "firefly": 0.7}


@dataclass(slots=True, kw_only=True)
class Placed:
    """One copy of a thing with its place in the picture, in pixels.

    `x`, `y` is the middle of its base, `tall` its height. `depth` is 0 at the feet of the viewer and 1 at the horizon.
    `order` sorts from far to near. `floats` things cast no shadow; `wet` ones stand in water and are mirrored in it.
    """

    index: int
    copy: int
    thing: Thing
    sprite: Sprite
    x: float
    y: float
    tall: float
    depth: float = 0.0
    order: float = 0.0
    flip: bool = False
    turn: float = 0.0
    floats: bool = False
    wet: bool = False
    #: Stands on something that is no ground: its shadow is a pool without a length.
    rests: bool = False
    #: Share of the height, from below, that is hidden: a rider's feet in a boat, legs in the water.
    sunk: float = 0.0
    #: The index whose random stream it is drawn with, where an edit changed its own: it keeps its looks.
    stream: int | None = None

    @property
    def wide(self) -> float:
        """Width in pixels."""
        return self.tall * self.sprite.width

    def attach(self, name: str, default: tuple[float, float]) -> tuple[float, float]:
        """An attach point in pixels of the picture."""
        pose = self.thing.trait("pose") or ""
        x, y = self.sprite.attach.get(f"{name}:{pose}", self.sprite.attach.get(name, default))
        if name not in ("seat", "hips"):
            # Hands, head and face of somebody who sits are lower.
            y += self.sprite.drops.get(pose, 0.0)
        return self.x + (-x if self.flip else x) * self.tall, self.y + y * self.tall

    def box_px(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return self.x - self.wide / 2, self.y - self.tall, self.x + self.wide / 2, self.y


def set_pose(item: Placed, pose: str, instead: str | None = None) -> None:
    """Give a figure the pose that its relation asks for, or `instead` of it, unless the words gave it another."""
    if item.thing.trait("pose") in (None, "standing", pose) or pose == "riding":
        rest = frozenset(t for t in item.thing.traits if not t.startswith("pose:"))
        item.thing = replace(item.thing, traits=rest | {"pose:" + (instead or pose)})


@dataclass(slots=True)
class Patch:
    """Premultiplied RGBA pixels whose upper left corner is at (`left`, `top`) of the picture."""

    rgba: np.ndarray
    left: int
    top: int

    def image(self) -> skia.Image:
        """For drawing."""
        return image_of(self.rgba)


def look_of(scene: Scene, thing: Thing, *, lit: bool) -> Look:
    """How the scene wants a thing to look."""
    traits = dict(text.split(":", 1) for text in sorted(thing.traits))
    if (thing.kind, traits.get("material")) in materials.MADE_SO:
        del traits["material"]
    if scene.plan.season:
        traits.setdefault("season", scene.plan.season)
    climate = climate_of(scene) if thing.kind in KINDS else None
    if climate:
        traits["climate"] = climate
    if scene.ground.kind == "air":
        traits["at"] = "depth"
    if is_eastern(scene.plan) or speaks_chinese(scene.plan):
        traits.setdefault("ethnicity", "asian")
    colour = rgb(thing.colour) if thing.colour else None
    # Lines drawn around every leaf would be specks.
    detail = float(min(0.8 if scene.flat else 1.0, scene.finish))
    return Look(colour=colour, traits=traits, lit=lit, snow=scene.snowy and not scene.light.indoors, detail=detail)


def climate_of(scene: Scene) -> str | None:
    """Whether people dress for `cold` or for `hot` weather; None in rooms and where it is neither."""
    if scene.light.indoors:
        return None
    if scene.snowy:
        return "cold"
    return "hot" if scene.setting == "beach" else None


def _frame(scene: Scene, item: Placed) -> tuple[int, int, int, int]:
    """The part of the picture that the thing can touch, in pixels: left, top, right, bottom."""
    # By night the beams of a lighthouse reach far out.
    beams = scene.palette.lit and item.sprite.group == "building"
    reach = max(item.wide * 0.75, item.tall * (0.95 if beams else 0.55)) + 4
    high, low = item.tall * 1.3 + 4, item.tall * 0.2 + 4
    if item.turn:
        reach = high = low = item.tall * 1.2 + item.wide * 0.6
    left, right = max(0, int(item.x - reach)), min(scene.width, int(item.x + reach) + 1)
    top, bottom = max(0, int(item.y - high)), min(scene.height, int(item.y + low) + 1)
    return left, top, right, bottom


#: By how many of 255 steps a pixel of a wall changes at least where the building's colour does.
WALL_STEPS = 24


def _drawn(scene: Scene, item: Placed, *, lit: bool) -> Patch | None:
    left, top, right, bottom = _frame(scene, item)
    if right - left < 2 or bottom - top < 2:
        return None
    rng = _rng_of(scene, item)
    look = look_of(scene, item.thing, lit=lit)
    rgba = _plainly(scene, item, look, rng)
    if materials.is_treated(look.traits, item.sprite.group):
        base = (item.x - left, item.y - top)
        built = item.sprite.group == "building"
        materials.treat(
            rgba, look.traits, colour=look.colour, base=base, tall=item.tall, rng=rng, rusts=not built,
            walls=_walls(scene, item, look) if built and "material" in look.traits else None,
        )  # fmt: skip
    elif not scene.flat and scene.finish >= 1:
        x, y = item.x - left, item.y - top
        box = (x - 0.55 * item.wide, y - item.tall, x + 0.55 * item.wide, y)
        surfaces.textured(rgba, item.thing.kind, item.sprite.group, item.tall, box)
    return Patch(rgba, left, top)


def _rng_of(scene: Scene, item: Placed) -> np.random.Generator:
    return scene.rng(f"thing {item.index if item.stream is None else item.stream} {item.copy}")


def _plainly(scene: Scene, item: Placed, look: Look, rng: np.random.Generator) -> np.ndarray:
    """The drawing alone, premultiplied uint8 of its frame, before material and light."""
    left, top, right, bottom = _frame(scene, item)
    surface = Surface(right - left, bottom - top)
    with placed(
        surface.canvas,
        (item.x - left, item.y - top),
        scale=(-item.tall if item.flip else item.tall, item.tall),
        turn=item.turn,
    ):
        if item.sunk:
            surface.canvas.clipRect(skia.Rect.MakeLTRB(-9, -9, 9, -item.sunk))
        item.sprite.draw(surface.canvas, rng, look)
    return surface.rgba


def _walls(scene: Scene, item: Placed, look: Look) -> np.ndarray | None:
    """Where a building's walls are, (height, width) of 0 and 1: what another colour of it would change.

    None where that is nothing: then all of it is made of its material.
    """
    red, blue = (
        _plainly(scene, item, replace(look, colour=colour), _rng_of(scene, item)).astype(np.int16)
        for colour in ((0.9, 0.1, 0.1), (0.1, 0.1, 0.9))
    )
    walls = (np.abs(red - blue)[..., :3].max(axis=2) > WALL_STEPS).astype(np.float32)
    return walls if walls.any() else None


def _relight(scene: Scene, item: Placed, patch: Patch) -> None:
    """Multiply by the ambient light, shade the far side, warm the near side, rim the edge, haze the distance."""
    surface = surface_of(patch.rgba)
    canvas, p, light = surface.getCanvas(), scene.palette, scene.light
    ambient = tuple(min(1.0, c * light.gain) for c in light.ambient)
    if min(ambient) < 0.995:
        canvas.drawPaint(paint(ambient, blend=skia.BlendMode.kModulate))
    side = math.copysign(1.0, light.x * scene.width - item.x)
    x, y = item.x - patch.left, item.y - patch.top
    half = max(item.wide * 0.5, 1.0)
    far, near = (x - side * half * 0.9, y - item.tall * 0.25), (x + side * half * 0.9, y - item.tall * 0.8)
    strength = light.strength
    cool = mix((0.05, 0.06, 0.2), p.haze, 0.25)
    inks = [
        argb(cool, 0.10 + 0.22 * strength),
        argb(cool, 0.0),
        argb(light.colour, 0.0),
        argb(light.colour, 0.24 * strength),
    ]
    canvas.drawPaint(paint(skia.GradientShader.MakeLinear([far, near], inks, [0.0, 0.45, 0.55, 1.0]), blend=ATOP))
    if strength > 0.25 and not scene.flat and item.tall > 24:
        _rim(canvas, patch, side, scene, item, strength)
    # The living are known by their colours, and are never far enough away to lose them.
    thick = item.depth**4 if item.sprite.group in ("person", "animal") else item.depth**2
    veil = min(0.8, thick * 0.7 + (0.3 * item.depth if scene.plan.weather == "fog" else 0.0))
    if veil > 0.02 and not light.indoors:
        canvas.drawPaint(paint(p.haze, veil, blend=ATOP))
    surface.flushAndSubmit()


def _rim(canvas: skia.Canvas, patch: Patch, side: float, scene: Scene, item: Placed, strength: float) -> None:
    """A thin edge of light on the sun's side: what the shape loses when it is moved away from the light."""
    alpha = np.ascontiguousarray(patch.rgba[..., 3])
    shift = max(1.0, 0.014 * item.tall)
    move = np.array([[1, 0, -side * shift], [0, 1, shift * 0.6]], np.float32)
    inner = cv2.warpAffine(alpha, move, (alpha.shape[1], alpha.shape[0]))
    edge = cv2.GaussianBlur(cv2.subtract(alpha, inner), (0, 0), max(0.6, shift * 0.5))
    strong = strength * (0.3 if scene.light.indoors else 0.7 if scene.palette.darkness > 0.1 else 0.36)
    mask = skia.Image.fromarray(edge, skia.kAlpha_8_ColorType, skia.kPremul_AlphaType)
    canvas.drawImage(mask, 0, 0, LINEAR, paint(scene.light.colour, strong, blend=ATOP))


def _shining(scene: Scene, item: Placed, patch: Patch) -> Patch | None:
    """The light of lamps and windows alone: what is brighter where they are lit. None where nothing is."""
    dark = _drawn(scene, put_out(item), lit=False)
    if dark is None:
        return None
    if item.thing.kind in AGLOW:
        dark.rgba[...] = dark.rgba * np.float32(1 - AGLOW[item.thing.kind])
    emission = cv2.subtract(patch.rgba, dark.rgba, dst=dark.rgba)
    emission[..., 3] = 0
    return dark if emission.any() else None


def _write(scene: Scene, item: Placed, patch: Patch, shining: Patch | None) -> None:
    """Write a thing's text on it; that of a neon sign shines as well."""
    look, base = look_of(scene, item.thing, lit=shining is not None), (item.x - patch.left, item.y - patch.top)
    write_on(patch.rgba, base, item.tall, item.sprite, look, turn=item.turn)
    if shining is not None and item.thing.kind in GLOWING:
        write_on(shining.rgba, base, item.tall, item.sprite, look, turn=item.turn)


def _glow(scene: Scene, item: Placed, shining: Patch) -> None:
    """Give lamps and windows back the light that the night's ambient took, and let it spread."""
    sharp = shining.image()
    plus = skia.Paint(BlendMode=skia.BlendMode.kPlus, Alphaf=0.7)
    scene.canvas.drawImage(sharp, shining.left, shining.top, LINEAR, plus)
    shrink = max(1, round(item.tall / 64))
    small = cv2.resize(shining.rgba, None, fx=1 / shrink, fy=1 / shrink, interpolation=cv2.INTER_AREA)
    small = cv2.copyMakeBorder(small, 24, 24, 24, 24, cv2.BORDER_CONSTANT)
    small = cv2.GaussianBlur(small, (0, 0), 5)
    soft = image_of(small)
    margin = 24 * shrink
    target = skia.Rect.MakeXYWH(
        shining.left - margin, shining.top - margin, small.shape[1] * shrink, small.shape[0] * shrink
    )
    scene.canvas.drawImageRect(soft, target, LINEAR, skia.Paint(BlendMode=skia.BlendMode.kScreen, Alphaf=0.9))


def _pool(scene: Scene, item: Placed) -> tuple[float, float, float]:
    """A dark pool where the thing stands; its colour."""
    half = max(item.wide * (0.22 if scene.ground.kind == "ledge" else 0.42), item.tall * 0.08)
    tone = mix(BLACK, scene.palette.haze, 0.12)
    oval = skia.Rect.MakeLTRB(item.x - half, item.y - half * 0.13, item.x + half, item.y + half * 0.13)
    scene.canvas.drawOval(oval, paint(tone, 0.42, blur=half * 0.09))
    return tone


def _shadow(scene: Scene, item: Placed, patch: Patch) -> None:
    """The pool under a thing, and its outline thrown away from the light."""
    canvas, light = scene.canvas, scene.light
    tone = _pool(scene, item)
    if light.strength < 0.2 or scene.finish < 0.3 or scene.ground.kind == "ledge":
        return
    alpha = patch.rgba[..., 3]
    shrink = max(1.0, max(alpha.shape) / 220)
    small = cv2.resize(alpha, None, fx=1 / shrink, fy=1 / shrink, interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), 2.2)
    mask = skia.Image.fromarray(small, skia.kAlpha_8_ColorType, skia.kPremul_AlphaType)
    away = math.copysign(1.0, item.x - light.x * scene.width)
    slant = float(np.clip(abs(item.x / scene.width - light.x) * 2.2 + 0.35, 0.35, 1.2)) * away
    canvas.save()
    canvas.translate(item.x, item.y)
    # The shadow lies on the ground towards the viewer when the light is behind the things, as it is here.
    canvas.concat(skia.Matrix.MakeAll(1, -slant, 0, 0, -0.26, 0, 0, 0, 1))
    canvas.scale(shrink, shrink)
    canvas.drawImage(
        mask, (patch.left - item.x) / shrink, (patch.top - item.y) / shrink, LINEAR, paint(tone, 0.34 * light.strength)
    )
    canvas.restore()


def _mirrored(scene: Scene, item: Placed, patch: Patch) -> None:
    """The thing upside down in the water, broken by ripples and fading."""
    rows = max(2, min(patch.rgba.shape[0], int(item.y - patch.top)))
    flipped = np.ascontiguousarray(patch.rgba[:rows][::-1])
    height, width = flipped.shape[:2]
    y = np.arange(height, dtype=np.float32)[:, None]
    wave = (
        np.sin(y / max(1.0, 0.008 * scene.unit) + np.sin(y * 0.07) * 2)
        * np.float32(0.006 * scene.unit)
        * (0.3 + y / height)
    )
    x = np.arange(width, dtype=np.float32)[None] + wave
    flipped = cv2.remap(flipped, x, np.repeat(y, width, 1), cv2.INTER_LINEAR)
    image = image_of(flipped)
    canvas = scene.canvas
    bounds = skia.Rect.MakeXYWH(patch.left, item.y, width, height)
    if scene.ground.kind == "shore":
        # Nothing is mirrored in the bank.
        bounds.fBottom = max(item.y, min(bounds.fBottom, (scene.ground.far - WATERLINE) * scene.height))
    canvas.saveLayer(bounds, None)
    canvas.drawImage(image, patch.left, item.y, LINEAR, skia.Paint(Alphaf=0.55))
    fade = skia.GradientShader.MakeLinear([(0, item.y), (0, item.y + height)], [0xFF000000, 0x10000000])
    canvas.drawRect(bounds, paint(fade, blend=skia.BlendMode.kDstIn))
    canvas.restore()


def _under_water(scene: Scene, item: Placed, patch: Patch) -> None:
    """A fish seen from above the water: dimmed by it, with rings where it stirs the surface."""
    patch.rgba[...] = patch.rgba * np.float32(0.86)
    canvas = surface_of(patch.rgba).getCanvas()
    canvas.drawPaint(paint(mix(rgb("2a6a80"), scene.palette.haze, 0.2), 0.16, blend=ATOP))
    y, ring = item.y - 0.5 * item.tall, paint(mix(WHITE, scene.palette.haze, 0.4), 0.3, width=0.0016 * scene.unit)
    for k in (0.62, 0.84):
        half, low = k * item.wide, 0.5 * k * item.tall
        scene.canvas.drawOval(skia.Rect.MakeLTRB(item.x - half, y - low, item.x + half, y + low), ring)


def _outline(scene: Scene, item: Placed, patch: Patch) -> None:
    """The dark contour of comics and cartoons; specks, such as falling petals, would be nothing but contour."""
    reach = max(1, round(min(0.0045 * scene.unit, 0.02 * item.tall)))
    alpha = _without_specks(patch.rgba[..., 3], 40.0 * reach * reach)
    alpha = cv2.copyMakeBorder(alpha, reach, reach, reach, reach, cv2.BORDER_CONSTANT)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    mask = skia.Image.fromarray(cv2.dilate(alpha, kernel), skia.kAlpha_8_ColorType, skia.kPremul_AlphaType)
    scene.canvas.drawImage(mask, patch.left - reach, patch.top - reach, LINEAR, paint((0.11, 0.08, 0.12), 0.92))


def _without_specks(alpha: np.ndarray, least: float) -> np.ndarray:
    """The cover without parts of less than `least` pixels that hang together with nothing."""
    shrink = max(1.0, max(alpha.shape) / 400)
    small = cv2.resize(alpha, None, fx=1 / shrink, fy=1 / shrink, interpolation=cv2.INTER_AREA)
    _, parts, stats, _ = cv2.connectedComponentsWithStats((small > 8).astype(np.uint8))
    specks = stats[:, cv2.CC_STAT_AREA] * shrink**2 < least
    if not specks.any():
        return alpha
    away = cv2.dilate(specks[parts].astype(np.uint8), np.ones((3, 3), np.uint8))
    kept = cv2.resize(away, alpha.shape[::-1], interpolation=cv2.INTER_NEAREST) == 0
    return alpha * kept


def draw(scene: Scene, item: Placed) -> None:
    """Draw one thing with its shadow or its reflection."""
    glows = scene.palette.lit or (scene.light.indoors and item.sprite.group not in UNLIT_INDOORS)
    patch = _drawn(scene, item, lit=glows)
    if patch is None:
        return
    has_light = item.sprite.group in HAS_LIGHTS or item.thing.kind in AGLOW or BURNING in item.thing.traits
    glowing = glows and has_light
    shining = _shining(scene, item, patch) if glowing else None
    if item.thing.trait("text"):
        _write(scene, item, patch, shining)
    _relight(scene, item, patch)
    if item.wet and item.thing.kind in SUBMERGED:
        _under_water(scene, item, patch)
    elif item.wet:
        _mirrored(scene, item, patch)
    elif item.rests:
        _pool(scene, item)
    elif not item.floats and scene.plan.style != "line_art":
        _shadow(scene, item, patch)
    if scene.plan.style in OUTLINED:
        _outline(scene, item, patch)
    scene.canvas.drawImage(patch.image(), patch.left, patch.top)
    if shining is not None:
        _glow(scene, item, shining)
