"""Branches across the picture, and how large and where the animals on them are."""

from typing import TYPE_CHECKING

import numpy as np

from easel.engines.painter.sprites import Sprite

if TYPE_CHECKING:
    from easel.engines.painter.compose import Layout

#: How wide a branch is in widths of the picture, and where its top is, as a share of the height.
ACROSS, LEVEL = 1.16, 0.7
#: The least and the most that one animal on a branch is tall, in heights of the branch.
PERCHED = (1.05, 1.6)


def place_branch(layout: "Layout", index: int) -> None:
    """Put a branch across the frame, before all that stands on the ground."""
    scene, sprite = layout.scene, layout.sprites[index]
    tall = min(ACROSS * scene.width / sprite.width, 0.45 * scene.height)
    item = layout.add(
        index, 0, 0.5 * scene.width, LEVEL * scene.height - sprite.attach["top"][1] * tall, tall, floats=True
    )
    item.order = 0.99


def perched_tall(host: float, sprite: Sprite, share: int) -> float:
    """How tall one of `share` animals on a branch of that height is, in pixels: near enough to be the subject."""
    low, high = PERCHED
    return host * float(np.clip(sprite.height / 0.15, low, high)) / share**0.4
