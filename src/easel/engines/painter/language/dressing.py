"""Clothes of two pieces: what covers the legs goes with what does not, a green sweater with a blue skirt."""

from collections.abc import Mapping

from easel.engines.painter.sprites.person import LOWER

#: Garments that leave the legs to others.
UPPER = frozenset({"shirt", "t_shirt", "jacket", "sweater", "hoodie", "vest", "suit", "coat"})


def put_on(worn: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """The traits of somebody with these who puts on a garment; of two of one sort the later one stays.

    The one on the legs is told as `legs` and `legs_colour` where there is another above it.
    """
    before, garment = worn.get("garment"), new.get("garment")
    if garment in LOWER and before in UPPER:
        return {**worn, **_lowered(new)}
    if garment in UPPER and before in LOWER:
        rest = {key: value for key, value in worn.items() if key not in ("garment", "garment_colour")}
        return {**rest, **_lowered({key: worn[key] for key in worn.keys() - rest.keys()}), **new}
    return {**worn, **new}


def _lowered(clothes: Mapping[str, str]) -> dict[str, str]:
    return {key.replace("garment", "legs"): value for key, value in clothes.items()}
