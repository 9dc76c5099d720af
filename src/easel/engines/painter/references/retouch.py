"""Retouching that needs no understanding of the picture: tone, sharpness, a blurred background, more room around."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from easel.engines.painter.references.subject import Unfound, subject_of
from easel.engines.painter.styles.tone import blur, contrast, mix, saturate


@dataclass(frozen=True, slots=True)
class Retouch:
    """One of `RETOUCHES`, by name."""

    name: str


def _background_blurred(picture: np.ndarray) -> np.ndarray:
    """As with a wide aperture; the subject's colours do not run into it."""
    subject = subject_of(picture)
    if not subject.is_told:
        raise Unfound
    reach, behind = 0.012 * min(picture.shape[:2]), 1 - subject.area
    weight = np.maximum(blur(behind, reach), 1e-3)
    far = blur(picture * behind[..., None], reach) / weight[..., None]
    return mix(far, picture, subject.area)


def _sharper(picture: np.ndarray) -> np.ndarray:
    return picture + 0.7 * (picture - blur(picture, max(0.8, 0.0014 * max(picture.shape[:2]))))


def _clearer(picture: np.ndarray) -> np.ndarray:
    return contrast(_sharper(picture), 1.06)


def _power(exponent: float) -> Callable[[np.ndarray], np.ndarray]:
    return lambda picture: np.power(np.clip(picture, 0, 1), np.float32(exponent))


#: What is done by each name.
RETOUCHES: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "blur_background": _background_blurred,
    "sharper": _sharper,
    "clearer": _clearer,
    "more_contrast": lambda picture: contrast(picture, 1.25),
    "less_contrast": lambda picture: contrast(picture, 0.8),
    "more_colour": lambda picture: saturate(picture, 1.35),
    "less_colour": lambda picture: saturate(picture, 0.6),
    "lighter": _power(0.75),
    "darker": _power(1.35),
    # Done when the picture is put into its frame.
    "zoom_out": np.copy,
    "mirror": lambda picture: np.ascontiguousarray(picture[:, ::-1]),
    "upside_down": lambda picture: np.ascontiguousarray(picture[::-1]),
}

_MORE, _LESS = r"(?:more|increase|boost|raise|enhance|higher|stronger)", r"(?:less|reduce|decrease|lower)"
_UP, _DOWN = r"(?:提高|增加|增强|加强|调高|更高|拉高|提升)", r"(?:降低|减少|减弱|调低|更低)"
_PATTERNS = {
    "blur_background": r"\bblur\w*\b.*\b(?:background|backdrop)|(?:background|backdrop).*\bblur|\bbokeh\b"
    r"|(?:背景.{0,6}(?:虚化|模糊)|(?:虚化|模糊).{0,4}背景)",
    "more_contrast": rf"{_MORE}.{{0,12}}\bcontrast|{_UP}.{{0,4}}对比度?|对比度?.{{0,4}}{_UP}",
    "less_contrast": rf"{_LESS}.{{0,12}}\bcontrast|{_DOWN}.{{0,4}}对比度?|对比度?.{{0,4}}{_DOWN}",
    "more_colour": rf"{_MORE}.{{0,16}}(?:saturat|vibran|colou?rful)|{_UP}.{{0,4}}饱和度?|饱和度.{{0,4}}{_UP}|更?鲜艳",
    "less_colour": rf"{_LESS}.{{0,12}}saturat|\bdesaturate|{_DOWN}.{{0,4}}饱和度?|饱和度.{{0,4}}{_DOWN}",
    "lighter": rf"\b(?:bright|light)en\b|{_MORE}.{{0,10}}(?:brightness|exposure)"
    rf"|调亮|提亮|亮一?[点些]|{_UP}.{{0,4}}亮度",
    "darker": rf"\bdarken\b|{_LESS}.{{0,10}}(?:brightness|exposure)|调暗|暗一?[点些]|{_DOWN}.{{0,4}}亮度",
    "sharper": r"\bsharp(?:en|er)\b|锐化",
    "clearer": r"\b(?:enhance|improve)\b.*\b(?:quality|image|photo|picture|details?)"
    r"|\bupscale|提升画质|变清晰|更清晰|高清",
    "zoom_out": r"\bzoom(?:ed)? out|\boutpaint|\bwide shot"
    r"|\b(?:extend|expand|widen)\b.*\b(?:image|picture|photo|canvas|frame|background)"
    r"|扩图|扩展画面|扩大画面|向外扩|拉远|缩小画面",
    "mirror": r"\b(?:flip|mirror)\b(?!.*vertical)|水平翻转|左右翻转|镜像",
    "upside_down": r"\bflip\b.*vertical|\bupside down|垂直翻转|上下翻转",
}


def retouches_in(words: str) -> tuple[Retouch, ...]:
    """The retouching that some words ask for."""
    said = words.lower()
    return tuple(Retouch(name) for name, pattern in _PATTERNS.items() if re.search(pattern, said))
