"""The colours of a scene's light: by time, weather, mood and tint, with a little of the seed."""

import colorsys
from dataclasses import dataclass, fields, replace

import numpy as np

from easel.engines.painter.brush import Colour, luminance, mix, rgb
from easel.engines.painter.plan import ScenePlan


def multiply(a: Colour, b: Colour) -> Colour:
    """`a` seen in the light `b`."""
    return tuple(min(1.0, x * y) for x, y in zip(a, b, strict=True))


def dim(a: Colour, k: float) -> Colour:
    """`a` in `k` times the light."""
    return tuple(min(1.0, x * k) for x in a)


def saturate(a: Colour, k: float) -> Colour:
    """`a` with its distance from grey times `k`."""
    grey = luminance(a)
    return tuple(min(1.0, max(0.0, grey + (x - grey) * k)) for x in a)


def turn(a: Colour, degrees: float) -> Colour:
    """`a` with its hue turned."""
    h, s, v = colorsys.rgb_to_hsv(*a)
    return colorsys.hsv_to_rgb((h + degrees / 360) % 1.0, s, v)


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Sky from zenith over mid to horizon; sun and ambient light; clouds lit and in shade; haze of the distance."""

    zenith: Colour
    mid: Colour
    horizon: Colour
    sun: Colour
    ambient: Colour
    cloud_lit: Colour
    cloud_shade: Colour
    haze: Colour
    #: How dark it is: 0 by day, 1 in the deep of the night. Windows and lamps are lit above 0.4.
    darkness: float = 0.0

    @property
    def lit(self) -> bool:
        """Whether windows and lamps glow."""
        return self.darkness > 0.4


def _row(darkness: float, *codes: str) -> Palette:
    names = [f.name for f in fields(Palette)][:8]
    return Palette(**dict(zip(names, map(rgb, codes), strict=True)), darkness=darkness)


#: zenith, mid, horizon, sun, ambient, cloud lit, cloud shade, haze. The first of each list is the most usual.
PALETTES: dict[str, tuple[Palette, ...]] = {
    "day": (
        _row(0.0, "2f78d6", "74b2f0", "d2eafa", "fff6da", "ffffff", "ffffff", "a6bcda", "c3def2"),
        _row(0.0, "2a86cf", "6fc0ea", "dff3f4", "fff3cf", "fffdf6", "ffffff", "a9c3d6", "c8e4ec"),
        _row(0.0, "3f6fd0", "86aef0", "dbe6fb", "fff8e6", "fffcff", "ffffff", "aab4dc", "c6d6f2"),
        _row(0.0, "5f9ed8", "a9d0ee", "fbf0dc", "fff3d0", "fff9ee", "fffaf0", "c4c0cc", "ece2d2"),
        _row(0.0, "7fb4d8", "bcdcea", "f0f4ee", "fff9e8", "fcfffb", "ffffff", "bccad2", "dfe9e8"),
        _row(0.0, "1f62c4", "5c9fe8", "bfe2f8", "fffae6", "ffffff", "ffffff", "96b2d6", "b2d6f0"),
    ),
    "sunrise": (
        _row(0.15, "4d7cc0", "f0b49a", "ffe0a0", "fff0b8", "ffe8d0", "ffeccb", "b58aa6", "f7cfa8"),
        _row(0.15, "6a86c8", "f7b7b0", "ffdcb0", "fff2cc", "ffe9d8", "fff0dc", "a98bb4", "f4ccb8"),
        _row(0.2, "3f6aa8", "e89a8a", "ffd07a", "ffeaa0", "ffe0c0", "ffe2b0", "9a7094", "f2b98c"),
    ),
    "golden_hour": (
        _row(0.15, "5a8cc8", "f2c48c", "ffe2a0", "ffe9a8", "ffe4bc", "fff0cc", "c09a84", "f6d7a0"),
        _row(0.2, "6f8fb8", "f0b878", "ffd88a", "ffe08c", "ffdcaa", "ffe8b8", "b88c74", "f2c88c"),
    ),
    "sunset": (
        _row(0.35, "2c3c86", "c8587e", "ffa552", "ffe28c", "ffd0b0", "ffb880", "7a4a7c", "e8906e"),
        _row(0.4, "3a2f78", "b8487c", "ff8f5a", "ffd87a", "fcc4ac", "ff9f78", "6a3f78", "dc7c74"),
        _row(0.35, "35548f", "e07a62", "ffbe5c", "ffeb9c", "ffd6ac", "ffc88a", "8a5470", "eea878"),
    ),
    "dusk": (
        _row(0.6, "1b2452", "5c4c90", "e48e90", "ffc4a8", "aaa2d6", "cc90ac", "4a4074", "8c74a4"),
        _row(0.6, "16305c", "3f6596", "e8a878", "ffd0a0", "9cacd4", "c49c98", "3c4a74", "7c8cac"),
    ),
    "night": (
        _row(0.9, "080e2c", "16265e", "34509a", "eef2ff", "8495d6", "5668a4", "182248", "283c76"),
        _row(0.95, "0a0a26", "221f56", "4a4688", "f4f0ff", "8c8cd0", "625c9c", "201c48", "383468"),
        _row(0.9, "06162c", "0f3556", "2a6a86", "eafaff", "7aa6c4", "4c7c98", "122a40", "204c68"),
    ),
    "overcast": (
        _row(0.1, "8592a0", "a2aeba", "ccd3d8", "eceef0", "ced5de", "dde2e6", "838e9c", "bcc6ce"),
        _row(0.1, "7f8ea6", "a3b0c2", "d2d8e0", "eef0f4", "cfd6e4", "e0e5ec", "8490a6", "bfcad8"),
    ),
    "storm": (
        _row(0.5, "1e252f", "38424f", "69747e", "d4dce6", "8690a4", "6c7684", "232a36", "59646f"),
        _row(0.5, "222838", "3c4258", "747a90", "d8dcf0", "8a8eac", "70748c", "262a3e", "5c6078"),
    ),
}

MOOD_LIGHT: dict[str, Colour] = {
    "warm": (1.06, 1.0, 0.88),
    "cold": (0.9, 0.99, 1.08),
    "dark": (0.66, 0.66, 0.74),
    "bright": (1.08, 1.08, 1.06),
    "mysterious": (0.78, 0.8, 0.92),
}
MOOD_SATURATION = {"muted": 0.6, "vivid": 1.3, "monochrome": 0.08, "pastel": 0.75, "mysterious": 0.8, "dark": 0.9}


def _each(palette: Palette, change) -> Palette:
    return replace(palette, **{f.name: change(getattr(palette, f.name)) for f in fields(palette)[:8]})


def _with_mood(palette: Palette, mood: str) -> Palette:
    if mood in MOOD_LIGHT:
        palette = _each(palette, lambda c: multiply(c, MOOD_LIGHT[mood]))
    if mood in MOOD_SATURATION:
        palette = _each(palette, lambda c: saturate(c, MOOD_SATURATION[mood]))
    if mood == "pastel":
        palette = _each(palette, lambda c: mix(c, (1.0, 0.97, 0.96), 0.35))
    return palette


def time_of(plan: ScenePlan) -> str:
    """The plan's time of day, or the one that its sky, weather and setting imply."""
    if plan.time:
        return plan.time
    if set(plan.sky) & {"moon", "crescent", "stars", "milky_way", "aurora", "fireworks", "meteors"}:
        return "night"
    return "night" if plan.setting in ("night_sky", "space") else "day"


def palette_of(plan: ScenePlan, rng: np.random.Generator) -> Palette:
    """The scene's light. The seed picks a variant and turns the hues by a few degrees."""
    time = time_of(plan)
    variants = PALETTES[time]
    first = max(0.3, 1.0 / len(variants))
    weights = np.array([first] + [(1.0 - first) / max(1, len(variants) - 1)] * (len(variants) - 1))
    palette = variants[int(rng.choice(len(variants), p=weights / weights.sum()))]
    grey = PALETTES["storm" if plan.weather == "storm" else "overcast"]
    grey = grey[int(rng.integers(len(grey)))]
    veil = {"overcast": 0.85, "rain": 0.75, "fog": 0.75, "storm": 0.9, "snow": 0.82, "cloudy": 0.25}.get(
        plan.weather, 0
    )
    if veil:
        # A low sun still colours fog, and the clouds that it rains or snows from.
        coloured = palette.darkness > 0.3 or (time != "day" and plan.weather in ("rain", "snow", "fog"))
        palette = _veiled(palette, grey, veil * (0.55 if coloured else 1.0))
    if lies_under_snow(plan):
        palette = _over_snow(palette)
    degrees = rng.uniform(-4, 4)
    palette = _each(palette, lambda c: turn(c, degrees))
    palette = _with_mood(palette, plan.mood)
    if plan.tint and plan.setting not in WALLS:
        tint = rgb(plan.tint)
        palette = _each(palette, lambda c: mix(c, dim(tint, 0.35 + 0.9 * luminance(c)), 0.45))
    return palette


#: Places whose wall has the colour that is named, rather than the light.
WALLS = frozenset({"wall", "brick_wall"})


def lies_under_snow(plan: ScenePlan) -> bool:
    """Whether snow covers the ground."""
    return plan.weather == "snow" or plan.season == "winter" or plan.setting == "snowfield"


def _over_snow(palette: Palette) -> Palette:
    """Snow stays white under a red sky, and throws the sky's blue back into what would be warm shade."""
    cold = [dim((0.95, 0.98, 1.04), luminance(colour)) for colour in (palette.ambient, palette.haze)]
    return replace(palette, ambient=mix(palette.ambient, cold[0], 0.7), haze=mix(palette.haze, cold[1], 0.5))


def _veiled(palette: Palette, grey: Palette, veil: float) -> Palette:
    # The veil takes on the brightness of its hour: an overcast night is dark.
    left = 1.0 - 0.75 * palette.darkness
    changes = {
        f.name: mix(getattr(palette, f.name), dim(getattr(grey, f.name), left), veil) for f in fields(palette)[:8]
    }
    return replace(palette, **changes, darkness=max(palette.darkness, grey.darkness * veil))
