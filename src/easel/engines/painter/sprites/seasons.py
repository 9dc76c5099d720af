"""What people wear for the weather and for what they do where the words name no clothes."""

from collections.abc import Mapping

import numpy as np

#: Who has clothes of everyday on.
EVERYDAY = frozenset({"man", "woman", "girl", "boy", "old_man", "old_woman"})
#: In whose place it is warm enough for shorts.
LIGHTLY = frozenset({"man", "boy", "old_man"})
#: The colours of coats, and of the scarves over them.
COATS = ("#2f4a6a", "#8a3f3a", "#3f5f4f", "#a5835c", "#5a4a6a", "#c8a24a", "#54606e")
SCARVES = ("#c8413a", "#e0b23a", "#f0ece2", "#3f7fb0", "#d97a54")
#: Deeds for which one takes the other clothes off.
BATHING = frozenset({"swimming", "surfing"})


def dressed_for(kind: str, traits: Mapping[str, str], rng: np.random.Generator) -> Mapping[str, str]:
    """The traits with clothes for `climate:cold` and `climate:hot`, and for the water, unless there are some."""
    if kind not in EVERYDAY or "garment" in traits:
        return traits
    if traits.get("pose") in BATHING:
        return {**traits, "garment": "swimsuit"}
    if traits.get("climate") == "cold":
        coat, scarf = COATS[int(rng.integers(len(COATS)))], SCARVES[int(rng.integers(len(SCARVES)))]
        wraps = {"accessory": "scarf", "accessory_colour": scarf}
        return {"garment_colour": coat, **wraps, **traits, "garment": "coat"}
    if traits.get("climate") == "hot" and kind in LIGHTLY:
        return {**traits, "garment": "shorts"}
    return traits
