"""Styles told from pixels: the nearest of all styles, by measures of the picture and of what its style changed."""

from dataclasses import replace
from functools import lru_cache

import cv2
import numpy as np
from bench.fidelity.picture import SIZE, lab

from easel.engines.painter import styles
from easel.engines.painter.paint import paint
from easel.engines.painter.plan import STYLES, ScenePlan, Thing
from easel.engines.painter.scene import FLAT_STYLES
from easel.engines.painter.styles.tone import blur

#: Styles of a lens or a screen, without a brush: they are told from the others, not from one another.
PLAIN = frozenset({"none", "photo", "digital"})
#: Styles that a prompt may be checked for.
TOLD = tuple(style for style in STYLES if style not in PLAIN)
#: Styles that are another, too.
IS_A = {"jianzhi": "paper_cut"}
#: What the references show, each in every style: portraits, rooms, streets, still lifes and land at several hours.
SCENES = (
    ("plain", "icon:rooster", {}),
    ("meadow", "woman", {"camera": "portrait", "time": "day"}),
    ("living_room", "cat", {}),
    ("street", "car", {"time": "day"}),
    ("street", "woman", {"time": "night"}),
    ("table_top", "vase", {}),
    ("lake", "boat", {"backdrops": ("mountains",), "time": "sunset"}),
    ("meadow", "castle", {"time": "dusk"}),
    ("flower_field", "sunflower", {"time": "day"}),
    ("sea", "whale", {"time": "day"}),
    ("forest_floor", "fox", {"season": "autumn"}),
    ("garden", "pavilion", {"time": "sunrise"}),
)  # fmt: skip
#: How much of the covariance between two measures is not believed, for there are few references.
DOUBT = 0.1
#: Radii in pixels of the blurs between which the texture is measured, from fine to broad.
BANDS = (1.0, 2.5, 6.0, 16.0)


def manner_of(pixels: np.ndarray) -> np.ndarray:
    """Measures of a picture, uint8 RGB: tone, texture, areas, lines and margin, each of a spread of about one."""
    values = lab(pixels)
    light, chroma = values[..., 0], np.hypot(values[..., 1], values[..., 2])
    means = [light.mean(), light.std(), chroma.mean(), chroma.std(), values[..., 1].mean(), values[..., 2].mean()]
    return np.array(
        [part / 10 for part in means]
        + _texture(light)
        + [np.sqrt((light < 22).mean()) * 4, np.sqrt(((light > 86) & (chroma < 16)).mean()) * 4]
        + [_flat(pixels), _blocks(pixels) * 20, np.log(_colours(pixels)), _strokes(light) * 10]
        + _margin(light, chroma)
    )


def _texture(light: np.ndarray) -> list[float]:
    """How strong the texture is from fine to broad, at its strongest, and how many dark and light marks there are."""
    blurred = [blur(light, radius) for radius in BANDS]
    bands = [np.abs(fine - broad) for fine, broad in zip([light, *blurred], blurred, strict=False)]
    marks = light - blurred[1]
    return [
        *(2 * np.log(band.mean() + 0.05) for band in bands),
        *(np.log(np.percentile(band, 99) + 0.5) for band in bands[:2]),
        np.log((marks < -12).mean() + 0.002),
        np.log((marks > 12).mean() + 0.002),
    ]


def _flat(pixels: np.ndarray) -> float:
    """How many pixels equal their neighbours."""
    steps = np.abs(np.diff(pixels.astype(np.int16), axis=1)).max(2)
    return 1.5 * float(np.log((steps <= 1).mean() + 0.02))


def _blocks(pixels: np.ndarray) -> float:
    """The largest share of the edges between columns that a grid of 3 to 12 pixels holds, over what chance gives it."""
    steps = (np.abs(np.diff(pixels.astype(np.int16), axis=1)).max(2) > 6).sum(0).astype(float)
    total = max(1.0, steps.sum())
    return max(float(steps[start::pitch].sum() / total - 1 / pitch) for pitch in range(3, 13) for start in range(pitch))


def _colours(pixels: np.ndarray) -> int:
    """How many colours make up nine tenths of the picture."""
    coarse = (pixels >> 4).astype(np.int32)
    counts = np.bincount((coarse[..., 0] << 8 | coarse[..., 1] << 4 | coarse[..., 2]).ravel())
    ordered = np.sort(counts)[::-1]
    return int(np.searchsorted(np.cumsum(ordered), 0.9 * ordered.sum())) + 1


def _strokes(light: np.ndarray) -> float:
    """How much of the fine texture runs in one direction, 0 to 1: the structure tensor's coherence, by its energy."""
    fine = light - blur(light, 4)
    x, y = cv2.Sobel(fine, cv2.CV_32F, 1, 0), cv2.Sobel(fine, cv2.CV_32F, 0, 1)
    xx, yy, xy = (blur(part, 3) for part in (x * x, y * y, x * y))
    energy = xx + yy
    return float(np.sqrt((xx - yy) ** 2 + 4 * xy**2).sum() / max(float(energy.sum()), 1e-6))


def _margin(light: np.ndarray, chroma: np.ndarray) -> list[float]:
    """Lightness and chroma along the picture's sides, where paper, frames and bars are."""
    inset = max(2, light.shape[0] // 40)
    side = np.ones(light.shape, bool)
    side[inset:-inset, inset:-inset] = False
    return [light[side].mean() / 20, chroma[side].mean() / 20, light[side].std() / 10]


def measures(styled: np.ndarray, plain: np.ndarray) -> np.ndarray:
    """What the styled picture measures, and how far that is from the same scene without its style."""
    manner = manner_of(styled)
    return np.concatenate([manner, manner - manner_of(plain)])


@lru_cache(maxsize=1)
def _references() -> tuple[np.ndarray, np.ndarray]:
    """The mean measures of each of STYLES, and what makes distances in any direction comparable."""
    known = []
    for seed, (setting, kind, rest) in enumerate(SCENES, start=701):
        plan = ScenePlan(setting=setting, things=(Thing(kind=kind, words=kind),), **rest)
        # A style that weighs nothing leaves the scene as it would begin from: in full, or in simpler shapes.
        full, simple = (
            paint(replace(plan, style=style, style_weight=0.0), SIZE, seed=seed).pixels
            for style in ("photo", "cartoon")
        )
        painted = {"none": full} | {
            style: styles.apply(simple if style in FLAT_STYLES else full, style, seed=seed)
            for style in STYLES
            if style != "none"
        }
        manners = np.array([manner_of(painted[style]) for style in STYLES])
        known.append(np.hstack([manners, manners - manner_of(full)]))
    table = np.array(known)
    means = table.mean(0)
    spread = np.cov((table - means).reshape(-1, table.shape[-1]).T)
    spread = (1 - DOUBT) * spread + DOUBT * np.diag(np.diag(spread)) + 1e-4 * np.eye(len(spread))
    return means, np.linalg.cholesky(np.linalg.inv(spread))


def nearest(styled: np.ndarray, plain: np.ndarray) -> str:
    """Which of STYLES the picture `styled`, uint8 RGB, looks most like; `plain` is its scene without a style.

    The nearest mean of the references by their pooled spread (Mahalanobis' distance); `none` for any of PLAIN.
    """
    means, scale = _references()
    found = STYLES[int((((means - measures(styled, plain)) @ scale) ** 2).sum(1).argmin())]
    return "none" if found in PLAIN else found


def is_a(found: str, style: str) -> bool:
    """Whether a picture that looks like `found` is in `style`."""
    return found == style or IS_A.get(found) == style
