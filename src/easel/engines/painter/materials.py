"""What things are made of: the pixels of a drawn thing, turned into wood, metal, glass, fur or the manner of another.

A thing's own drawing gives the shape and the play of light and dark; the material gives the colours, the grain and the
gloss. Everything here works on one patch before the scene's light falls on it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from easel.engines.painter import noise
from easel.engines.painter.afire import set_afire
from easel.engines.painter.brush import Colour, Surface, placed, rgb
from easel.engines.painter.sprites import Look, get

#: Colours from dark to light of each material.
RAMPS: dict[str, tuple[str, ...]] = {
    "wood": ("#3a210f", "#7a4a22", "#b27a3f", "#e0b57c"),
    "metal": ("#15181d", "#5b636e", "#a9b2bd", "#f6f9fc"),
    "gold": ("#3d2404", "#9a6410", "#e0ac2a", "#fff1a8"),
    "silver": ("#22262c", "#7e8792", "#c6ced7", "#ffffff"),
    "bronze": ("#1d120b", "#6b4322", "#a8763f", "#ecc890"),
    "stone": ("#3c3a37", "#77736d", "#a9a49b", "#d5d0c6"),
    "marble": ("#8d8f96", "#c3c4c9", "#e9e8e6", "#ffffff"),
    "porcelain": ("#9fa9b8", "#d8dde4", "#f5f4f0", "#ffffff"),
    "brick": ("#4d1f15", "#8c3b29", "#b5573b", "#d6c8b6"),
    "clay": ("#4a2413", "#8f4a27", "#c47a4a", "#e9b48a"),
    "glass": ("#5e8aa0", "#a6cddd", "#dcf1f7", "#ffffff"),
    "ice": ("#4f9cc4", "#9fd6ee", "#d8f3fc", "#ffffff"),
    "sand": ("#7d5c2f", "#b8914f", "#dcbb7c", "#f3dfaf"),
    "leather": ("#1f0f07", "#5a2f16", "#8d5429", "#c08d58"),
    "paper": ("#c9c3b6", "#e7e2d6", "#f6f3ea", "#ffffff"),
}
#: Materials that keep the thing's own colours and change their surface only.
OWN_COLOURS = frozenset({"fur", "plastic"})
GLOSSY = frozenset({"metal", "gold", "silver", "bronze"})
CLEAR = {"glass": 0.62, "ice": 0.75}
PATTERNS = ("stripes", "dots", "plaid", "floral")
STATES = ("glowing", "wet")
#: How many steps from the edge inwards the manner of another kind is told in.
RINGS = 12


@dataclass(frozen=True, slots=True)
class _Patch:
    """What the treatments need: unpremultiplied colours, cover, light and dark in [0, 1], and places in heights."""

    colour: np.ndarray
    cover: np.ndarray
    light: np.ndarray
    u: np.ndarray
    v: np.ndarray
    rng: np.random.Generator
    tall: float


#: What is drawn of a material as it is: a wooden bed is no bed of wooden sheets.
MADE_SO = frozenset((kind, "wood") for kind in "bed bookshelf wardrobe dresser barrel barn cabin".split())


def is_treated(traits: Mapping[str, str], group: str) -> bool:
    """Whether the traits change what a thing of this group is made of; people's clothes have no pattern."""
    return bool(
        traits.get("material") in RAMPS.keys() | OWN_COLOURS
        or (traits.get("pattern") in PATTERNS and group != "person")
        or "like" in traits
        or (traits.get("age") == "ancient" and group not in ("person", "animal", "plant"))
        or traits.get("state") in (*STATES, "burning")
    )


def treat(
    rgba: np.ndarray,
    traits: Mapping[str, str],
    *,
    colour: Colour | None,
    base: tuple[float, float],
    tall: float,
    rng: np.random.Generator,
    rusts: bool = True,
    walls: np.ndarray | None = None,
) -> None:
    """Turn a premultiplied uint8 patch into its material, in place.

    `base` is the middle of the thing's base and `tall` its height, both in pixels of the patch; `colour` is the one
    that the words gave it. What `rusts` does so with age; walls only get stains. `walls`, (height, width) in [0, 1],
    are the only part of a building that is made of something: a house of stone has windows of glass.
    """
    ys, xs = np.nonzero(rgba[..., 3])
    if not len(ys):
        return
    part = rgba[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1]
    patch = _patch_of(part, (base[0] - xs.min(), base[1] - ys.min()), tall, rng)
    out, cover = patch.colour, patch.cover
    if "like" in traits:
        out = _in_manner_of(patch, traits["like"])
    material = traits.get("material", "")
    if material in RAMPS.keys() | OWN_COLOURS:
        whole = _ramped(patch, material, colour) if material in RAMPS else _SURFACES[material](patch, out)
        share = 1.0 if walls is None else walls[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1, None]
        out = out + (whole - out) * share
    if traits.get("pattern") in PATTERNS:
        out = _patterned(patch, out, traits["pattern"])
    if traits.get("age") == "ancient":
        out = _weathered(patch, out, rgb("#7a4526" if rusts else "#6a6256"), 0.6 if rusts else 0.28)
    if traits.get("state") in STATES:
        out = _lit_up(patch, out) if traits["state"] == "glowing" else _glossed(patch, out * 0.86, 0.5)
    if material in CLEAR:
        cover = _clear(patch, CLEAR[material])
    elif material == "fur":
        cover = cover * np.clip(0.35 + 1.3 * _grain(patch, 38, 1.7) + 4 * (_depth(cover) - 0.08), 0, 1)
    # Beams and smoke are made of nothing.
    solid = np.clip(patch.cover * 4 - 1, 0, 1)[..., None]
    out = patch.colour + (out - patch.colour) * solid
    part[..., :3] = np.clip(out * cover[..., None] * 255 + 0.5, 0, 255)
    part[..., 3] = np.clip(cover * 255 + 0.5, 0, 255)
    if traits.get("state") == "burning":
        set_afire(rgba, tall, rng, within=not rusts)


def _patch_of(part: np.ndarray, base: tuple[float, float], tall: float, rng: np.random.Generator) -> _Patch:
    height, width = part.shape[:2]
    cover = part[..., 3].astype(np.float32) / 255
    colour = part[..., :3].astype(np.float32) / 255 / np.maximum(cover, 1 / 255)[..., None]
    shown = cover > 0.5
    bright = colour @ np.array((0.30, 0.56, 0.14), np.float32)
    low, high = np.percentile(bright[shown], (3, 97)) if shown.any() else (0.0, 1.0)
    light = np.clip((bright - low) / max(high - low, 0.18), 0, 1)
    # A drawing of flat colours needs a body: lighter above, darker below.
    fall = np.clip(1 - (np.arange(height, dtype=np.float32) / max(height - 1, 1)), 0, 1)[:, None]
    light = np.clip(0.68 * light + 0.32 * fall, 0, 1)
    u = ((np.arange(width, dtype=np.float32) - base[0]) / tall)[None].repeat(height, 0)
    v = ((np.arange(height, dtype=np.float32) - base[1]) / tall)[:, None].repeat(width, 1)
    return _Patch(np.clip(colour, 0, 1), cover, light.astype(np.float32), u, v, rng, tall)


def _grain(patch: _Patch, across: float, roughness: float, down: float | None = None) -> np.ndarray:
    """Noise of so many features over one height of the thing."""
    return noise.sample(patch.u * across, patch.v * (down or across), patch.rng, roughness=roughness)


def _depth(cover: np.ndarray) -> np.ndarray:
    """How far inside the shape each pixel lies: 0 at its edge, 1 at its heart."""
    # With a rim of nothing around it: the patch may end where the shape does.
    solid = np.pad((cover > 0.4).astype(np.uint8), 1)
    far = cv2.distanceTransform(solid, cv2.DIST_L2, 3)[1:-1, 1:-1]
    return far / max(float(far.max()), 1.0)


def _stops(material: str, colour: Colour | None) -> np.ndarray:
    stops = np.array([rgb(text) for text in RAMPS[material]], np.float32)
    if colour is None or material in GLOSSY - {"metal"}:
        return stops
    # A red wooden chair is stained red: the ramp's own light and dark, in the colour's hue.
    bright = stops @ np.array((0.30, 0.56, 0.14), np.float32)
    own = np.clip(np.array(colour, np.float32)[None] * (bright / bright[2])[:, None], 0, 1)
    return stops * 0.3 + own * 0.7


def _ramped(patch: _Patch, material: str, colour: Colour | None) -> np.ndarray:
    """The material's ramp over the thing's light and dark, with the material's grain."""
    level = np.clip(_GRAINS.get(material, _plain)(patch), 0, 1)
    stops = _stops(material, colour)
    at = np.linspace(0, 1, len(stops), dtype=np.float32)
    out = np.dstack([np.interp(level, at, stops[:, k]) for k in range(3)]).astype(np.float32)
    if material in GLOSSY or material in ("glass", "ice", "porcelain", "marble"):
        out = _glossed(patch, out, 0.85 if material in CLEAR or material == "porcelain" else 0.6)
    return out


def _plain(patch: _Patch) -> np.ndarray:
    return patch.light


def _wood(patch: _Patch) -> np.ndarray:
    bend = _grain(patch, 2.2, 0.6, 0.9)
    rings = np.sin((patch.u * 17 + bend * 13) * np.float32(np.pi))
    fibres = _grain(patch, 60, 1.2, 3.0) - 0.5
    return 0.16 + 0.62 * patch.light + 0.10 * rings + 0.42 * fibres


def _metal(patch: _Patch) -> np.ndarray:
    # Metal mirrors a bright sky, a dark horizon and a paler ground, bent by the shape.
    bent = patch.light * 0.85 + (patch.u - patch.v * 0.6) * 0.5
    bands = 0.5 + 0.5 * np.sin(bent * np.float32(2 * np.pi) * 1.7 - 0.4)
    return 0.10 + 0.5 * patch.light + 0.42 * bands * patch.light**0.5 + 0.06 * (_grain(patch, 30, 1.5) - 0.5)


def _stone(patch: _Patch) -> np.ndarray:
    return 0.10 + 0.72 * patch.light + 0.30 * (_grain(patch, 8, 1.2) - 0.5) + 0.35 * (_grain(patch, 60, 2.0) - 0.5)


def _marble(patch: _Patch) -> np.ndarray:
    warp = _grain(patch, 2.2, 0.35)
    veins = np.abs(np.sin((patch.u * 2.2 + patch.v * 1.5 + warp * 1.5) * np.float32(np.pi)))
    clouds = _grain(patch, 3.0, 0.6)
    return 0.34 + 0.58 * patch.light + 0.4 * (clouds - 0.5) - 0.5 * clouds * np.exp(-((veins / 0.12) ** 2))


def _sand(patch: _Patch) -> np.ndarray:
    return 0.12 + 0.66 * patch.light + 0.55 * (_grain(patch, 90, 2.0) - 0.5) + 0.15 * (_grain(patch, 9, 1.0) - 0.5)


def _leather(patch: _Patch) -> np.ndarray:
    return 0.10 + 0.70 * patch.light + 0.26 * (_grain(patch, 46, 0.7) - 0.5) + 0.16 * (_grain(patch, 6, 1.0) - 0.5)


def _paper(patch: _Patch) -> np.ndarray:
    folds = np.floor(patch.light * 5) / 5
    return 0.18 + 0.62 * folds + 0.20 * patch.light + 0.10 * (_grain(patch, 70, 2.0) - 0.5)


def _brick(patch: _Patch) -> np.ndarray:
    """Courses of bricks, each a little lighter or darker than its neighbours, and pale mortar between them."""
    course = patch.v * 22
    along = patch.u * 9 + 0.5 * np.mod(np.floor(course), 2)
    joint = np.maximum(_band(course, 0.16), _band(along, 0.07))
    own = np.mod(np.sin(np.floor(course) * 12.9898 + np.floor(along) * 78.233) * 43758.547, 1.0)
    bricks = 0.12 + 0.42 * patch.light + 0.16 * own + 0.10 * (_grain(patch, 60, 2.0) - 0.5)
    return bricks * (1 - joint) + (0.55 + 0.4 * patch.light) * joint


def _ice(patch: _Patch) -> np.ndarray:
    cracks = np.abs(_grain(patch, 7, 1.1) - 0.5)
    return 0.22 + 0.62 * patch.light + 0.75 * np.clip(0.07 - cracks, 0, 1) * 4


_GRAINS: dict[str, Callable[[_Patch], np.ndarray]] = {
    "wood": _wood, "metal": _metal, "gold": _metal, "silver": _metal, "bronze": _metal, "stone": _stone,
    "brick": _brick,
    "marble": _marble, "sand": _sand, "clay": _sand, "leather": _leather, "paper": _paper, "ice": _ice,
}  # fmt: skip


def _glossed(patch: _Patch, out: np.ndarray, strength: float) -> np.ndarray:
    """Bright where a window would be mirrored: a band to the upper left, and along the lit edge."""
    inside = _depth(patch.cover)
    edge = np.clip(1 - inside * 9, 0, 1)
    streak = np.exp(-(((patch.u + 0.16 + (patch.v + 0.6) * 0.22) / 0.05) ** 2)) * np.clip(inside * 4, 0, 1)
    shine = strength * np.clip(0.55 * streak * patch.light + 0.5 * edge * (patch.light > 0.45), 0, 1)
    return out + (1 - out) * shine[..., None]


def _fur(patch: _Patch, out: np.ndarray) -> np.ndarray:
    hairs = 0.9 + 0.26 * _grain(patch, 90, 1.5, 22) + 0.16 * (_grain(patch, 14, 1.0) - 0.5)
    return np.clip(out * np.clip(hairs, 0.8, 1.25)[..., None], 0, 1)


def _plastic(patch: _Patch, out: np.ndarray) -> np.ndarray:
    grey = out.mean(axis=2, keepdims=True)
    return _glossed(patch, np.clip(grey + (out - grey) * 1.45, 0, 1), 1.0)


_SURFACES = {"fur": _fur, "plastic": _plastic}


def _clear(patch: _Patch, body: float) -> np.ndarray:
    """Cover of something to see through: thick at its edges and where the light is caught."""
    edge = np.clip(1 - _depth(patch.cover) * 7, 0, 1)
    thick = np.clip(body * (0.45 + 0.5 * np.abs(patch.light - 0.45) * 2) + 0.45 * edge, 0, 0.97)
    return patch.cover * thick


def _patterned(patch: _Patch, out: np.ndarray, pattern: str) -> np.ndarray:
    """Stripes, dots, a check or sprigs, in a colour that stands out from the thing's own."""
    own = np.median(out[patch.cover > 0.5], axis=0) if (patch.cover > 0.5).any() else np.array((0.5, 0.5, 0.5))
    contrast = np.array((0.97, 0.96, 0.92) if own.mean() < 0.66 else (0.75, 0.16, 0.2), np.float32)
    mask = _PATTERN_MASKS[pattern](patch)[..., None]
    return out * (1 - mask) + contrast * (0.55 + 0.45 * patch.light[..., None]) * mask


def _band(x: np.ndarray, share: float) -> np.ndarray:
    """1 in the given share of each period of `x`, softly."""
    return np.clip((share - np.abs(np.mod(x, 1.0) - 0.5) * 2) * 9 + 0.5, 0, 1)


def _stripes(patch: _Patch) -> np.ndarray:
    return 0.9 * _band(patch.u * 9 + patch.v * 0.8, 0.45)


def _plaid(patch: _Patch) -> np.ndarray:
    return 0.5 * _band(patch.u * 6, 0.4) + 0.4 * _band(patch.v * 6, 0.4)


def _dots(patch: _Patch, size: float = 0.27) -> np.ndarray:
    row = np.floor(patch.v * 9)
    x, y = np.mod(patch.u * 9 + 0.5 * np.mod(row, 2), 1) - 0.5, np.mod(patch.v * 9, 1) - 0.5
    return np.clip((size - np.hypot(x, y)) * 12, 0, 1) * 0.95


def _floral(patch: _Patch) -> np.ndarray:
    row = np.floor(patch.v * 7)
    x, y = np.mod(patch.u * 7 + 0.5 * np.mod(row, 2), 1) - 0.5, np.mod(patch.v * 7, 1) - 0.5
    petals = 0.20 + 0.11 * np.cos(5 * np.arctan2(y, x))
    return np.clip((petals - np.hypot(x, y)) * 14, 0, 1) * 0.95


_PATTERN_MASKS = {"stripes": _stripes, "plaid": _plaid, "dots": _dots, "floral": _floral}


def _weathered(patch: _Patch, out: np.ndarray, stain: Colour, strong: float) -> np.ndarray:
    """Paler, blotched with rust or other stains, and with moss in the hollows."""
    grey = out.mean(axis=2, keepdims=True)
    dull = grey + (out - grey) * 0.55
    rust, moss = np.array(stain, np.float32), np.array(rgb("#5c6b3a"), np.float32)
    spots = noise.smoothstep(0.5, 0.66, _grain(patch, 3, 0.7))[..., None]
    low = (noise.smoothstep(0.54, 0.7, _grain(patch, 2.5, 0.7)) * np.clip(1.2 + patch.v, 0.2, 1))[..., None]
    dull = dull * (1 - strong * spots) + rust * (0.4 + 0.7 * patch.light[..., None]) * strong * spots
    return dull * (1 - 0.45 * low) + moss * (0.4 + 0.7 * patch.light[..., None]) * 0.45 * low


def _lit_up(patch: _Patch, out: np.ndarray) -> np.ndarray:
    """Its own light: the inside burns towards a warm white."""
    heart = (_depth(patch.cover) ** 0.6)[..., None]
    glow = np.array((1.0, 0.95, 0.72), np.float32)
    return np.clip(out * 1.12 + (glow - out) * 0.55 * heart, 0, 1)


def _in_manner_of(patch: _Patch, kind: str) -> np.ndarray:
    """The colours of another kind, from its rind to its heart, over this thing's own light and dark."""
    rings = _rings(kind)
    at = np.linspace(0, 1, RINGS, dtype=np.float32)
    inside = _depth(patch.cover)
    out = np.dstack([np.interp(inside, at, rings[:, k]) for k in range(3)]).astype(np.float32)
    shadow = (0.55 + 0.62 * patch.light)[..., None]
    return np.clip(out * shadow + 0.03 * (_grain(patch, 24, 1.4) - 0.5)[..., None], 0, 1)


@lru_cache(maxsize=64)
def _rings(kind: str) -> np.ndarray:
    """The mean colour of a kind's drawing in RINGS steps from its edge to its heart, (RINGS, 3) in [0, 1]."""
    side = 192
    sprite = get(kind)
    tall = side * min(0.92, 0.92 / max(sprite.width, 0.05))
    surface = Surface(side, side)
    with placed(surface.canvas, (side / 2, side * 0.97), scale=(tall, tall)):
        sprite.draw(surface.canvas, np.random.default_rng(7), Look(lit=False))
    rgba = surface.rgba.astype(np.float32) / 255
    cover = rgba[..., 3]
    colour = rgba[..., :3] / np.maximum(cover, 1 / 255)[..., None]
    shown = cover > 0.6
    ring = np.minimum((_depth(cover) * RINGS).astype(int), RINGS - 1)
    whole = np.median(colour[shown], axis=0) if shown.any() else np.full(3, 0.5)
    rows = [
        np.median(colour[shown & (ring == k)], axis=0) if (shown & (ring == k)).any() else None for k in range(RINGS)
    ]
    table = [whole if row is None else row for row in rows]
    return np.array(table, np.float32)
