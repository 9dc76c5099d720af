"""Where landmarks are at home: the place each stands in and what rises behind it, where the words name neither."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sight:
    """`setting` as in `plan.SETTINGS`, None where any place will do; one of the `backdrops` is behind it."""

    setting: str | None = None
    backdrops: tuple[str, ...] = ()


SIGHTS = {
    "clay_warrior": Sight("clay_pit"),
    "pyramid": Sight("desert"),
    "opera_house": Sight("harbour", ("city",)),
    "suspension_bridge": Sight("lake", ("hills",)),
    "statue_of_liberty": Sight("headland"),
    "redeemer": Sight("mountain_top", ("mountains",)),
    "clock_tower": Sight("park", ("city",)),
    "pearl_tower": Sight("harbour", ("city",)),
    "colosseum": Sight("park", ("hills",)),
    "triumphal_arch": Sight("park"),
    "greek_temple": Sight("meadow", ("mountains", "hills")),
    "gate_tower": Sight("park", ("chinese_town",)),
    "temple_of_heaven": Sight("park", ("chinese_town", "hills")),
    "taj_mahal": Sight("garden"),
    "leaning_tower": Sight("park"),
    "eiffel_tower": Sight("park"),
    "stonehenge": Sight("meadow", ("hills",)),
    "moai": Sight("meadow", ("hills",)),
    "potala": Sight("meadow", ("snow_mountains",)),
    "tower_bridge": Sight("lake", ("city",)),
    "brandenburg_gate": Sight("park"),
    "sagrada_familia": Sight("park", ("city",)),
    "st_basils": Sight("park"),
    "angkor_wat": Sight("lake"),
    "canton_tower": Sight("harbour", ("city",)),
    "burj_khalifa": Sight("park", ("city",)),
    "taipei_101": Sight("park", ("city",)),
    "machu_picchu": Sight("meadow", ("mountains",)),
    "fairy_chimneys": Sight("desert", ("hills",)),
    "buddha": Sight("meadow", ("mountains",)),
}


def sight_of(kinds: Iterable[str]) -> Sight:
    """The home of the first landmark among `kinds`; anywhere, without one."""
    return next((SIGHTS[kind] for kind in kinds if kind in SIGHTS), Sight())
