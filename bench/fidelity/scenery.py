"""Hours, weathers, seasons and things of the sky, each told from pixels against the same picture without it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import cv2
import numpy as np
from bench.fidelity.picture import CHANGED, Picture, difference, lab

from easel.engines.painter.palette import lies_under_snow
from easel.engines.painter.places import setting_of

#: Plan fields of a plain day.
PLAIN_DAY = {"time": "day", "weather": "clear", "season": None}
#: What falls is told from the same picture without it: rain by streaks that run down, not across, snow by flakes.
STREAKED_MIN = 1.3
FLAKES_MIN = 80
#: A storm by night has at most this share of the light of the same night in mere rain.
STORMY_MAX = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Weathered:
    """Measures of a picture's light and weather.

    `light` and `chroma` are means in Lab; `upper_warmth` is the mean of a + b in the upper half. `contrast`
    is the spread of lightness; `white`, `leaves` and `green` are the shares of white, orange to red and green pixels.
    """

    light: float
    chroma: float
    upper_warmth: float
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
    return Weathered(
        light=float(light.mean()),
        chroma=float(chroma.mean()),
        upper_warmth=float((a + b)[upper].mean()),
        contrast=float(light.std()),
        white=float(((light > 72) & (chroma < 14)).mean()),
        leaves=float(((hue > 20) & (hue < 100) & (chroma > 20)).mean()),
        green=float(((hue > 100) & (hue < 165) & (chroma > 16)).mean()),
    )


#: What each is known by, of the picture `w` and the one of a plain day `p`.
KNOWN_BY: dict[str, Callable[[Weathered, Weathered], bool]] = {
    # A rainy day and a room are dark by themselves, lamps are lit by night, and snow lights it up.
    "night": lambda w, p: w.light < (0.62 if p.light > 60 else 0.8) * p.light and w.light < 48,
    "dusk": lambda w, p: w.light < p.light - 8,
    "sunset": lambda w, p: w.upper_warmth > p.upper_warmth + 12 and w.light < p.light,
    "golden_hour": lambda w, p: w.upper_warmth > p.upper_warmth + 8,
    "sunrise": lambda w, p: w.upper_warmth > p.upper_warmth + 8,
    # White clouds over a clear sea have no more colour than a dark sea has.
    "storm": lambda w, p: w.light < 0.84 * p.light and w.chroma < max(p.chroma, 15),
    # A grey coast is grey by itself.
    "fog": lambda w, p: w.contrast < 0.85 * p.contrast and w.chroma < max(0.8 * p.chroma, 7),
    # In the evening snow is not white, but lighter and greyer than what it covers.
    "winter": lambda w, p: (
        w.green <= p.green and (w.white > p.white + 0.1 or (w.light > p.light + 5 and w.chroma < 0.8 * p.chroma))
    ),
    "autumn": lambda w, p: w.leaves > p.leaves + 0.03 and w.green < 0.5 * p.green,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """What a season changed: `share` of the frame, of that the shares of leaf colours and of what is pale as snow.

    Colours are seen by an eye that is used to the hour's light. `lighter` is the mean gain in lightness.
    """

    share: float
    leaves: float
    pale: float
    lighter: float


def turned(picture: Picture, plain: Picture) -> Turned:
    """Measure what differs between the same picture in two seasons."""
    area = np.linalg.norm(picture.lab - plain.lab, axis=2) > CHANGED
    if not area.any():
        return Turned(share=0, leaves=0, pale=0, lighter=0)
    now, before = picture.adapted[area], plain.adapted[area]
    chroma, hue = np.hypot(now[:, 1], now[:, 2]), np.degrees(np.arctan2(now[:, 2], now[:, 1])) % 360
    gain = picture.lab[area][:, 0] - plain.lab[area][:, 0]
    greyer = (gain > -2) & (chroma < np.hypot(before[:, 1], before[:, 2]) - 6)
    return Turned(
        share=float(area.mean()),
        leaves=float(((hue > 25) & (hue < 95) & (chroma > 25)).mean()),
        pale=float((((now[:, 0] > 60) & (chroma < 16)) | greyer).mean()),
        lighter=float(gain.mean()),
    )


#: What seasons are known by where little grows: on water, in a square, among rocks.
TURNS_TO: dict[str, Callable[[Turned], bool]] = {
    "autumn": lambda t: t.share * t.leaves > 0.04 and t.leaves > 0.3,
    # A bough in blossom is pale, too, but takes less room than snow and ice.
    "winter": lambda t: t.share * t.pale > 0.09 and t.pale > 0.3 and t.lighter > 1,
}


def streaked(pixels: np.ndarray, dry: np.ndarray) -> float:
    """How streaky the difference of two pictures is: its steps from column to column over those from row to row."""
    change = (lab(pixels) - lab(dry))[..., 0]
    change -= cv2.GaussianBlur(change, (0, 0), 6)
    across, down = np.abs(np.diff(change, axis=1)).mean(), np.abs(np.diff(change, axis=0)).mean()
    return float(across / max(down, 0.02))


def shows_light(picture: Picture, field: str, value: str) -> bool:
    """Whether the picture shows a time, weather or season, against the same scene on a plain day."""
    changes = {field: PLAIN_DAY[field]}
    if field != "time" and lies_under_snow(replace(picture.plan, **changes)):
        # Winter brings snow and snow makes a winter: one is told against neither.
        changes = {"weather": PLAIN_DAY["weather"], "season": PLAIN_DAY["season"]}
        if field == "season" and setting_of(picture.plan) == "snowfield":
            changes["setting"] = "meadow"
    if field != "time":
        # A clear day of no hour may be painted at any: the hour stays.
        changes["time"] = picture.light["time"]
    if value == "rain":
        return _rains(picture)
    if value == "storm" and picture.light["time"] == "night":
        return _storms_by_night(picture)
    if value == "snow":
        return _snows(picture)
    plain = picture.otherwise(**changes)
    if value in TURNS_TO and TURNS_TO[value](turned(picture, plain)):
        return True
    return KNOWN_BY[value](weathered(picture.pixels), weathered(plain.pixels))


def _rains(picture: Picture) -> bool:
    dry = picture.otherwise(excluded=picture.plan.excluded | {"rain"})
    return streaked(picture.pixels, dry.pixels) > STREAKED_MIN


def _snows(picture: Picture) -> bool:
    """Whether flakes are seen in the air."""
    flakes = spots(picture.pixels, picture.otherwise(excluded=picture.plan.excluded | {"snow"}).pixels)
    return flakes.number > FLAKES_MIN and flakes.brighter > 6 and flakes.largest < 0.01


def _storms_by_night(picture: Picture) -> bool:
    """Whether it rains and is darker than in mere rain: a night is dark and without colours anyway."""
    rain = weathered(picture.otherwise(weather="rain").pixels)
    return weathered(picture.pixels).light < STORMY_MAX * rain.light and _rains(picture)


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
    # It stays in the plan, for the light and the houses below are as they are because of it.
    without = picture.otherwise(excluded=plan.excluded | shown)
    return IN_SKY[name](spots(picture.pixels, without.pixels))
