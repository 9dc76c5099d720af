"""Hours, weathers, seasons and things of the sky, each told from pixels against the same picture without it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import cv2
import numpy as np
from bench.fidelity.picture import CHANGED, Picture, difference, lab

from easel.engines.painter.palette import lies_under_snow, time_of
from easel.engines.painter.places import setting_of

#: Plan fields of a plain day.
PLAIN_DAY = {"time": "day", "weather": "clear", "season": None}
#: Rain is told from the same clouds without it, by streaks that run down rather than across.
DRY = {"rain": "overcast"}
STREAKED_MIN = 1.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Weathered:
    """Measures of a picture's light and weather.

    `light` and `chroma` are means in Lab; `upper_warmth` is the mean of a + b in the upper half. `flakes` is the
    share of small light spots, `contrast` the spread of lightness, `white` and
    `leaves` the shares of white and of orange to red pixels, `green` that of green ones.
    """

    light: float
    chroma: float
    upper_warmth: float
    flakes: float
    contrast: float
    white: float
    leaves: float
    green: float


def weathered(pixels: np.ndarray) -> Weathered:
    """Measure a picture, uint8 RGB."""
    values = lab(pixels)
    light, a, b = np.moveaxis(values, 2, 0)
    chroma, hue = np.hypot(a, b), np.degrees(np.arctan2(b, a)) % 360
    upper = slice(0, light.shape[0] // 2)
    spots = cv2.morphologyEx(light[upper], cv2.MORPH_TOPHAT, np.ones((9, 9), np.uint8))
    return Weathered(
        light=float(light.mean()),
        chroma=float(chroma.mean()),
        upper_warmth=float((a + b)[upper].mean()),
        flakes=float((spots > 6).mean()),
        contrast=float(light.std()),
        white=float(((light > 72) & (chroma < 14)).mean()),
        leaves=float(((hue > 20) & (hue < 100) & (chroma > 20)).mean()),
        green=float(((hue > 100) & (hue < 165) & (chroma > 16)).mean()),
    )


#: What each is known by, of the picture `w` and the one of a plain day `p`.
KNOWN_BY: dict[str, Callable[[Weathered, Weathered], bool]] = {
    # A rainy day is dark by itself, and snow lights up a night.
    "night": lambda w, p: w.light < (0.62 if p.light > 55 else 0.8) * p.light and w.light < 48,
    "dusk": lambda w, p: w.light < p.light - 8,
    "sunset": lambda w, p: w.upper_warmth > p.upper_warmth + 12 and w.light < p.light,
    "golden_hour": lambda w, p: w.upper_warmth > p.upper_warmth + 8,
    "sunrise": lambda w, p: w.upper_warmth > p.upper_warmth + 8,
    "storm": lambda w, p: w.light < p.light - 12 and w.chroma < p.chroma,
    # Gaps in foliage are light spots, too, that snow covers: there the white ground tells. In the dark, and where snow
    # lies anyway, the flakes do.
    "snow": lambda w, p: (
        w.white > p.white + (0.05 if w.flakes > p.flakes + 0.01 else 0.25) or w.flakes > p.flakes + 0.04
    ),
    # A grey coast is grey by itself.
    "fog": lambda w, p: w.contrast < 0.85 * p.contrast and w.chroma < max(0.8 * p.chroma, 7),
    # In the evening snow is not white, but lighter and greyer than what it covers.
    "winter": lambda w, p: (
        w.green <= p.green and (w.white > p.white + 0.1 or (w.light > p.light + 5 and w.chroma < 0.8 * p.chroma))
    ),
    "autumn": lambda w, p: w.leaves > p.leaves + 0.03 and w.green < 0.5 * p.green,
}  # fmt: skip


def streaked(pixels: np.ndarray, dry: np.ndarray) -> float:
    """How streaky the difference of two pictures is: its steps from column to column over those from row to row."""
    change = (lab(pixels) - lab(dry))[..., 0]
    change -= cv2.GaussianBlur(change, (0, 0), 6)
    across, down = np.abs(np.diff(change, axis=1)).mean(), np.abs(np.diff(change, axis=0)).mean()
    return float(across / max(down, 0.02))


def shows_light(picture: Picture, field: str, value: str) -> bool:
    """Whether the picture shows a time, weather or season, against the same scene on a plain day."""
    changes = {field: DRY.get(value, PLAIN_DAY[field])}
    if lies_under_snow(replace(picture.plan, **changes)):
        # Winter brings snow and snow makes a winter: one is told against neither.
        changes = {"weather": PLAIN_DAY["weather"], "season": PLAIN_DAY["season"]}
    plain = picture.otherwise(**changes)
    if value == "rain":
        return streaked(picture.pixels, plain.pixels) > STREAKED_MIN
    return KNOWN_BY[value](weathered(picture.pixels), weathered(plain.pixels))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spots:
    """What a thing of the sky changed: `share` of the frame, the number of separate spots, the largest one's share.

    `round` is how much of its bounding circle the largest fills, `tall` its height in frames, `brighter` and `hues` the
    mean gain in lightness and the number of 30-degree hues with a twentieth of the changed pixels each.
    """

    share: float
    number: int
    largest: float
    round: float
    tall: float
    brighter: float
    hues: int


def spots(pixels: np.ndarray, without: np.ndarray) -> Spots:
    """Measure the difference of two pictures, uint8 RGB."""
    area = difference(pixels, without) > CHANGED
    if not area.any():
        return Spots(share=0, number=0, largest=0, round=0, tall=0, brighter=0, hues=0)
    count, _, stats, _ = cv2.connectedComponentsWithStats(area.astype(np.uint8), connectivity=8)
    sizes = stats[1:, cv2.CC_STAT_AREA]
    main = stats[1 + int(sizes.argmax())]
    across = max(main[cv2.CC_STAT_WIDTH], main[cv2.CC_STAT_HEIGHT])
    values, before = lab(pixels)[area], lab(without)[area]
    chroma, hue = np.hypot(values[:, 1], values[:, 2]), np.degrees(np.arctan2(values[:, 2], values[:, 1])) % 360
    bins = np.bincount((hue[chroma > 12] / 30).astype(int), minlength=12) / max(1, len(values))
    return Spots(
        share=float(area.mean()),
        number=count - 1,
        largest=float(sizes.max() / area.size),
        round=float(sizes.max() / (np.pi / 4 * across**2)),
        tall=float(main[cv2.CC_STAT_HEIGHT] / area.shape[0]),
        brighter=float((values[:, 0] - before[:, 0]).mean()),
        hues=int((bins > 0.05).sum()),
    )


#: What each thing of the sky is known by.
IN_SKY: dict[str, Callable[[Spots], bool]] = {
    "moon": lambda s: s.brighter > 6 and s.largest > 0.001,
    "sun": lambda s: s.brighter > 3 and s.largest > 0.001,
    "rainbow": lambda s: s.hues >= 4 and s.share > 0.01,
    "aurora": lambda s: s.share > 0.04 and s.brighter > 2 and s.hues >= 2,
    "stars": lambda s: s.number >= 20 and s.brighter > 6,
    "milky_way": lambda s: s.share > 0.03 and s.brighter > 2,
    "fireworks": lambda s: s.share > 0.01 and s.brighter > 6 and s.hues >= 2,
    "clouds": lambda s: s.share > 0.03 and s.largest > 0.01,
    "lightning": lambda s: s.brighter > 6 and s.tall > 0.12,
    "meteors": lambda s: s.number >= 2 and s.brighter > 6,
}  # fmt: skip


#: A crescent is a moon, too.
SAME_IN_SKY = {"moon": frozenset({"moon", "crescent"})}


def shows_in_sky(picture: Picture, name: str) -> bool:
    """Whether a thing of the sky is to be seen, against the same picture without it."""
    plan = picture.plan
    shown = SAME_IN_SKY.get(name, frozenset({name}))
    rest = {thing: colour for thing, colour in plan.sky.items() if thing not in shown}
    # A moon makes it night, and a sky alone stands over a meadow: without it the hour and the place stay.
    same = {"time": time_of(plan), "setting": setting_of(plan)}
    without = picture.otherwise(sky=rest, excluded=plan.excluded | shown, **same)
    return IN_SKY[name](spots(picture.pixels, without.pixels))
