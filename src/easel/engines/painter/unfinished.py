"""Levels of finish: what a picture looks like before its last steps, as broad patches over a drawing on paper."""

import cv2
import numpy as np

#: From this finish on nothing is left open, and at the lowest everything is: shares of a full finish.
DONE, BEGUN = 0.75, 0.08
#: Widest patch and line in units of the picture's size (1000 of them a side).
PATCH, LINE = 11.0, 2.2
PAPER = np.array([238, 231, 218], np.float32)


def unfinished(pixels: np.ndarray, finish: float) -> np.ndarray:
    """`pixels` (uint8 RGB) as they are at `finish` (1 = full): the same array from DONE on, else a new one."""
    open_ = float(np.clip((DONE - finish) / (DONE - BEGUN), 0, 1)) ** 1.3
    height, width = pixels.shape[:2]
    if open_ < 0.02 or min(height, width) < 32:
        return pixels
    unit = (height * width) ** 0.5 / 1000
    shrink = max(1.0, PATCH * open_ * unit * 0.5)
    small = cv2.resize(pixels, (round(width / shrink), round(height / shrink)), interpolation=cv2.INTER_AREA)
    small = cv2.medianBlur(small, 5 if open_ > 0.3 else 3)
    patches = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC).astype(np.float32)
    # Thin paint: the paper shows through the lights first.
    patches += (PAPER - patches) * np.float32(0.42 * open_)
    grey = cv2.GaussianBlur(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), (0, 0), max(0.6, LINE * unit * 0.5))
    edge = cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)).astype(np.float32)
    lines = np.clip((edge - 7) * np.float32(1 / 30), 0, 1) * np.float32(0.75 * open_)
    patches *= (1 - lines)[..., None]
    return np.clip(patches + 0.5, 0, 255).astype(np.uint8)
