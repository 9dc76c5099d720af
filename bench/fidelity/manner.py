"""Styles told from pixels: what a styled picture measures, against the same picture without its style."""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from bench.fidelity.picture import lab


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """Measures of a picture's manner.

    `light` and `chroma` are means in Lab, `warmth` the mean of b. `dark` and `paper` are shares of nearly black and of
    nearly white pixels, `flat` the share that equals its neighbours, `blocks` the share of colour edges that lie on one
    square grid, `colours` how many colours make up nine tenths of the picture, `grain` the mean difference from a small
    blur, `strokes` how much of the fine texture runs in one direction (0 to 1).
    """

    light: float
    chroma: float
    warmth: float
    dark: float
    paper: float
    flat: float
    blocks: float
    colours: int
    grain: float
    strokes: float


def manner_of(pixels: np.ndarray) -> Manner:
    """Measure a picture, uint8 RGB."""
    values = lab(pixels)
    light, chroma = values[..., 0], np.hypot(values[..., 1], values[..., 2])
    return Manner(
        light=float(light.mean()),
        chroma=float(chroma.mean()),
        warmth=float(values[..., 2].mean()),
        dark=float((light < 22).mean()),
        paper=float(((light > 86) & (chroma < 16)).mean()),
        flat=_flat(pixels),
        blocks=_blocks(pixels),
        colours=_colours(pixels),
        grain=float(np.abs(light - cv2.GaussianBlur(light, (0, 0), 1.5)).mean()),
        strokes=_strokes(light),
    )


def _flat(pixels: np.ndarray) -> float:
    steps = np.abs(np.diff(pixels.astype(np.int16), axis=1)).max(2)
    return float((steps <= 1).mean())


def _blocks(pixels: np.ndarray) -> float:
    """The largest share of the edges between columns that a grid of 3 to 12 pixels holds, over what chance gives it."""
    steps = (np.abs(np.diff(pixels.astype(np.int16), axis=1)).max(2) > 6).sum(0).astype(float)
    total = max(1.0, steps.sum())
    return max(float(steps[start::pitch].sum() / total - 1 / pitch) for pitch in range(3, 13) for start in range(pitch))


def _colours(pixels: np.ndarray) -> int:
    coarse = (pixels >> 4).astype(np.int32)
    counts = np.bincount((coarse[..., 0] << 8 | coarse[..., 1] << 4 | coarse[..., 2]).ravel())
    ordered = np.sort(counts)[::-1]
    return int(np.searchsorted(np.cumsum(ordered), 0.9 * ordered.sum())) + 1


def _strokes(light: np.ndarray) -> float:
    """The coherence of the structure tensor, weighted by its energy."""
    fine = light - cv2.GaussianBlur(light, (0, 0), 4)
    x, y = cv2.Sobel(fine, cv2.CV_32F, 1, 0), cv2.Sobel(fine, cv2.CV_32F, 0, 1)
    xx, yy, xy = (cv2.GaussianBlur(part, (0, 0), 3) for part in (x * x, y * y, x * y))
    energy = xx + yy
    return float(np.sqrt((xx - yy) ** 2 + 4 * xy**2).sum() / max(float(energy.sum()), 1e-6))


#: From this share of nearly black pixels on a plain picture is one of the night or of space: a style cannot darken it.
DARK = 0.3
#: What each style is known by, of the styled picture `s` and the plain one `p`. A still life is even and bright by
#: itself: there the style is known by what it ends at, not by what it adds.
KNOWN_BY: dict[str, Callable[[Manner, Manner], bool]] = {
    # Paper shines through thin colour, and its tooth breaks up every even area.
    "watercolor": lambda s, p: (
        s.light > min(p.light + 3, 86) and s.paper > min(p.paper + 0.04, 0.5) and s.flat < p.flat - 0.04
    ),
    # Bristles: more texture, and more colours than were laid on. Impasto lays it on thicker.
    "oil": lambda s, p: (
        s.grain > 1.1 * p.grain and s.strokes > 0.55 and s.flat < 0.6 * p.flat and s.colours > 1.2 * p.colours
    ),
    "impasto": lambda s, p: s.grain > 2 * p.grain and s.strokes > 0.55,
    # Nearly no colour, and much paper left white.
    "ink_wash": lambda s, p: (
        (s.chroma < 0.65 * p.chroma or s.chroma < 12)
        and s.paper > max(p.paper + 0.1, 0.25)
        and s.colours < max(0.6 * p.colours, 40)
    ),
    # Chalky and matt: lighter, with less fine texture, or with that of the pigment alone.
    "gouache": lambda s, p: (
        s.light > min(p.light + 2, 82)
        and (s.grain < 0.95 * p.grain or (s.grain < 2 and abs(s.flat - p.flat) > 0.04))
    ),
    "pencil": lambda s, p: s.chroma < 0.3 * p.chroma and s.paper > 0.25 and s.grain > 1.8 * p.grain,
    "charcoal": lambda s, p: s.chroma < max(0.55 * p.chroma, 8) and _darker(s, p, 0.02) and s.grain > 1.5 * p.grain,
    # The tooth of the paper leaves no even area anywhere.
    "pastel": lambda s, p: s.flat < 0.06 and s.light > min(p.light + 1, 80),
    # Even areas within outlines.
    "cartoon": lambda s, p: (
        s.flat > min(p.flat + 0.1, 0.65)
        and (s.chroma > p.chroma + 2 or s.grain > 1.2 * p.grain)
        and _darker(s, p, 0.01)
    ),
    "anime": lambda s, p: (
        s.flat > min(p.flat + 0.1, 0.63)
        and s.light > min(p.light + 1, 86)
        and (s.chroma > p.chroma + 1 or s.grain > 1.1 * p.grain)
    ),
    # Where there are no even areas, printed dots.
    "comic": lambda s, p: (
        (s.flat > min(p.flat + 0.06, 0.5) or s.grain > 3 * p.grain) and _darker(s, p, 0.03) and s.grain > 1.6 * p.grain
    ),
    "flat_vector": lambda s, p: (
        s.flat > min(p.flat + 0.2, 0.75)
        and s.colours < max(0.6 * p.colours, 0.85 * min(p.colours, 45))
        and s.grain < max(0.85 * p.grain, 1.6)
    ),
    "pixel_art": lambda s, p: (
        s.blocks > p.blocks + 0.03 and s.flat > 0.6 and s.colours < max(0.5 * p.colours, 30)
    ),
    # Facets: even, each in a shade of its own.
    "low_poly": lambda s, p: s.flat > 0.5 and s.grain < max(0.9 * p.grain, 1.4) and s.colours > 1.05 * p.colours,
    # Few faded pigments within dark key lines.
    "ukiyo_e": lambda s, p: (
        s.chroma < max(0.9 * p.chroma, 20)
        and _darker(s, p, 0.025)
        and s.colours < max(0.8 * p.colours, 50)
        and s.grain > 1.8 * p.grain
    ),
    # Leads: a net of black lines.
    "stained_glass": lambda s, p: (
        _darker(s, p, 0.08)
        and (s.light < p.light - 6 or p.dark > DARK)
        and s.strokes > min(p.strokes + 0.1, 0.68)
        and s.grain > 2 * p.grain
    ),
    # Few papers, each even but for its fibres.
    "paper_cut": lambda s, p: (
        s.colours < 0.9 * p.colours
        and (s.colours < 0.6 * p.colours or s.flat < 0.5 * p.flat)
        and s.grain < max(0.9 * p.grain, 1.8)
    ),
    # Faded and yellowed, with the grain of film.
    "vintage": lambda s, p: (
        s.chroma < max(0.8 * p.chroma, 24) and s.warmth > min(p.warmth + 3, 0.6 * s.chroma) and s.flat < 0.5 * p.flat
    ),
    # Dark, blue to magenta, and garish.
    "cyberpunk": lambda s, p: (
        (s.light < p.light - 8 or p.dark > DARK or p.light < 35)
        and s.warmth < p.warmth - 10
        and s.chroma > min(p.chroma + 2, 28)
    ),
    # Ink contours on tinted parchment.
    "medieval": lambda s, p: (
        _darker(s, p, 0.03)
        and s.paper <= p.paper + 0.01
        and s.grain > 2 * p.grain
        and (s.warmth > 4 or s.warmth > p.warmth + 4)
    ),
}  # fmt: skip


def _darker(styled: Manner, plain: Manner, share: float) -> bool:
    """Whether there are more nearly black pixels by that share of the frame, or were enough anyway."""
    return styled.dark > plain.dark + share or plain.dark > DARK


def is_in_style(styled: np.ndarray, plain: np.ndarray, style: str) -> bool:
    """Whether `styled`, uint8 RGB, shows what `style` is known by against the same picture without it."""
    return KNOWN_BY[style](manner_of(styled), manner_of(plain))
