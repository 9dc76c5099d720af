"""How four-legged animals are built, seen from the side and facing right: outlines, joints and coats.

The trunk is one outline from the rump over the back and up the neck; the head is drawn on top of it in a frame of its
own (origin at the poll, x along the face to the right), by the functions of `heads`.
"""

from dataclasses import dataclass, replace

from easel.engines.painter.brush import Colour, rgb


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """One species. Widths are full widths; `hip` and `shoulder` are where the legs begin."""

    coat: Colour
    trunk: str
    hip: tuple[float, float]
    shoulder: tuple[float, float]
    leg: tuple[float, float, float] = (0.13, 0.07, 0.05)
    head: str = "dog"
    head_at: tuple[float, float] = (0.4, -0.85)
    head_size: float = 0.3
    head_turn: float = 0.0
    tail: str = "-.4,-.6 -.5,-.4"
    tail_widths: tuple[float, ...] = (0.06, 0.03)
    tuft: Colour | None = None
    foot: str = "paw"
    socks: Colour | None = None
    marks: str | None = None
    belly: bool = False
    width: float = 1.3
    #: Scale that brings the top of the head, horns included, to one unit.
    fit: float = 1.0


BUILDS = {
    "dog": Build(
        fit=0.95, coat=rgb("#c08a4a"),
        trunk="-.40,-.56 -.37,-.66 -.16,-.665 .08,-.67 .22,-.76 .31,-.86 .43,-.80 .42,-.66 .36,-.50"
        " .24,-.40 .02,-.41 -.20,-.46 -.36,-.44", hip=(-0.29, -0.55), shoulder=(0.24, -0.55), leg=(0.17, 0.085, 0.06),
        head_at=(0.36, -0.85), head_size=0.34, tail="-.37,-.62 -.50,-.70 -.56,-.84 -.53,-.95",
        tail_widths=(0.08, 0.08, 0.06, 0.035), belly=True, width=1.4,
    ),
    "wolf": Build(
        fit=0.86, coat=rgb("#7b838d"),
        trunk="-.44,-.54 -.40,-.66 -.16,-.66 .08,-.68 .20,-.80 .32,-.90 .45,-.82 .42,-.64 .36,-.48"
        " .24,-.38 .02,-.42 -.22,-.46 -.38,-.42", hip=(-0.32, -0.55), shoulder=(0.24, -0.55), leg=(0.17, 0.08, 0.055),
        head="wolf", head_at=(0.35, -0.85), head_size=0.36, tail="-.41,-.60 -.54,-.52 -.60,-.36 -.58,-.22",
        tail_widths=(0.08, 0.14, 0.14, 0.05), belly=True, marks="saddle", width=1.5,
    ),
    "fox": Build(
        fit=0.9, coat=rgb("#d9692a"),
        trunk="-.42,-.50 -.38,-.60 -.16,-.60 .08,-.61 .20,-.72 .30,-.82 .42,-.76 .40,-.60 .34,-.46"
        " .22,-.37 .02,-.38 -.20,-.42 -.36,-.38", hip=(-0.31, -0.50), shoulder=(0.23, -0.50), leg=(0.14, 0.066, 0.044),
        head="fox", head_at=(0.32, -0.79), head_size=0.36, tail="-.39,-.54 -.54,-.56 -.70,-.44 -.80,-.30",
        tail_widths=(0.07, 0.17, 0.19, 0.05), tuft=rgb("#fff4e6"), belly=True, socks=rgb("#3a241c"), width=1.6,
    ),
    "horse": Build(
        fit=0.9, coat=rgb("#8f5530"),
        trunk="-.43,-.55 -.41,-.64 -.26,-.665 -.02,-.62 .12,-.655 .22,-.78 .31,-.94 .40,-.955"
        " .45,-.86 .40,-.72 .37,-.58 .27,-.43 .02,-.40 -.22,-.44 -.38,-.44", hip=(-0.31, -0.55),
        shoulder=(0.24, -0.52), leg=(0.17, 0.07, 0.045), head="horse", head_at=(0.365, -0.915), head_size=0.295,
        head_turn=44, tail="-.42,-.61 -.52,-.58 -.56,-.38 -.53,-.16", tail_widths=(0.06, 0.1, 0.11, 0.03),
        tuft=rgb("#2a1a12"), foot="hoof", width=1.35,
    ),
    "zebra": Build(
        fit=0.9, coat=rgb("#f3f0ea"),
        trunk="-.40,-.55 -.38,-.65 -.24,-.675 -.02,-.64 .12,-.67 .22,-.79 .31,-.93 .40,-.94"
        " .44,-.86 .39,-.72 .35,-.58 .26,-.43 .02,-.40 -.22,-.43 -.36,-.44", hip=(-0.28, -0.55),
        shoulder=(0.22, -0.52), leg=(0.17, 0.07, 0.047), head="zebra", head_at=(0.355, -0.91), head_size=0.30,
        head_turn=44, tail="-.39,-.61 -.46,-.52 -.47,-.36 -.46,-.22", tail_widths=(0.035, 0.03, 0.04, 0.03),
        tuft=rgb("#23211f"), foot="hoof", marks="zebra", width=1.3,
    ),
    "deer": Build(
        fit=0.89, coat=rgb("#b57a44"),
        trunk="-.34,-.50 -.32,-.58 -.14,-.58 .04,-.565 .14,-.62 .20,-.72 .25,-.82 .33,-.82"
        " .34,-.72 .31,-.58 .28,-.48 .20,-.38 .02,-.36 -.18,-.39 -.30,-.40", hip=(-0.25, -0.49),
        shoulder=(0.18, -0.46), leg=(0.13, 0.05, 0.03), head="deer", head_at=(0.28, -0.80), head_size=0.24,
        head_turn=18, tail="-.33,-.54 -.38,-.50 -.38,-.45", tail_widths=(0.05, 0.06, 0.03), belly=True,
        foot="hoof", marks="spots", width=1.1,
    ),
    "cow": Build(
        fit=0.94, coat=rgb("#f2eee6"),
        trunk="-.52,-.60 -.50,-.74 -.30,-.77 .02,-.74 .26,-.79 .38,-.80 .48,-.76 .50,-.62"
        " .42,-.46 .26,-.33 .02,-.30 -.26,-.32 -.46,-.40", hip=(-0.38, -0.52), shoulder=(0.29, -0.48),
        leg=(0.19, 0.09, 0.066), head="cow", head_at=(0.46, -0.82), head_size=0.33, head_turn=36,
        tail="-.50,-.70 -.57,-.66 -.59,-.46 -.58,-.28", tail_widths=(0.035, 0.03, 0.025, 0.05),
        tuft=rgb("#3a322e"), foot="hoof", marks="patches", width=1.5,
    ),
    "sheep": Build(
        coat=rgb("#f3eee3"), trunk="-.46,-.55 -.44,-.72 -.26,-.86 .0,-.88 .26,-.87 .40,-.74 .44,-.55 .34,-.34 .10,-.24"
        " -.18,-.24 -.38,-.33", hip=(-0.28, -0.38), shoulder=(0.26, -0.38), leg=(0.1, 0.075, 0.065), head="sheep",
        head_at=(0.43, -0.80), head_size=0.32, head_turn=34, tail="-.44,-.58 -.52,-.52", tail_widths=(0.13, 0.1),
        foot="hoof", socks=rgb("#40362f"), marks="wool", width=1.4,
    ),
    "pig": Build(
        coat=rgb("#f0a9ac"), trunk="-.58,-.55 -.54,-.76 -.32,-.86 .02,-.86 .30,-.86 .46,-.78 .54,-.60 .48,-.38 .28,-.24"
        " -.04,-.20 -.34,-.24 -.52,-.36", hip=(-0.38, -0.42), shoulder=(0.30, -0.42), leg=(0.2, 0.11, 0.085),
        head="pig", head_at=(0.45, -0.72), head_size=0.44, head_turn=8, tail="-.58,-.64 -.66,-.70 -.70,-.62 -.64,-.60",
        tail_widths=(0.04, 0.035, 0.035, 0.025), foot="hoof", width=1.6,
    ),
    "bear": Build(
        coat=rgb("#6f4a2e"),
        trunk="-.56,-.50 -.53,-.70 -.34,-.82 -.04,-.80 .18,-.86 .34,-.84 .50,-.74 .54,-.58 .44,-.40"
        " .28,-.28 -.02,-.24 -.30,-.26 -.50,-.34", hip=(-0.40, -0.44), shoulder=(0.28, -0.44), leg=(0.25, 0.16, 0.135),
        head="bear", head_at=(0.47, -0.74), head_size=0.42, head_turn=6, tail="-.55,-.62 -.60,-.58",
        tail_widths=(0.08, 0.06), width=1.6,
    ),
    "lion": Build(
        coat=rgb("#d9a24a"), trunk="-.48,-.52 -.46,-.66 -.26,-.69 .02,-.67 .24,-.73 .40,-.76 .48,-.62 .42,-.44"
        " .26,-.34 .0,-.35 -.24,-.40 -.42,-.40", hip=(-0.36, -0.50), shoulder=(0.27, -0.50), leg=(0.18, 0.105, 0.085),
        head="lion", head_at=(0.42, -0.76), head_size=0.40, tail="-.47,-.60 -.60,-.58 -.70,-.44 -.80,-.48",
        tail_widths=(0.045, 0.04, 0.035, 0.05), tuft=rgb("#6e3c18"), belly=True, width=1.6,
    ),
    "tiger": Build(
        coat=rgb("#e5862a"), trunk="-.48,-.52 -.46,-.66 -.26,-.69 .02,-.67 .24,-.73 .40,-.76 .48,-.62 .42,-.44"
        " .26,-.34 .0,-.35 -.24,-.40 -.42,-.40", hip=(-0.36, -0.50), shoulder=(0.27, -0.50), leg=(0.18, 0.105, 0.085),
        head="tiger", head_at=(0.42, -0.76), head_size=0.38, tail="-.47,-.60 -.60,-.56 -.70,-.40 -.82,-.46",
        tail_widths=(0.06, 0.055, 0.05, 0.045), belly=True, marks="tiger", width=1.6,
    ),
    "leopard": Build(
        coat=rgb("#e0a850"), trunk="-.48,-.51 -.46,-.64 -.26,-.67 .02,-.65 .24,-.71 .40,-.75 .47,-.62 .41,-.45"
        " .26,-.36 .0,-.37 -.24,-.41 -.42,-.40", hip=(-0.36, -0.49), shoulder=(0.27, -0.49), leg=(0.17, 0.095, 0.076),
        head="leopard", head_at=(0.42, -0.76), head_size=0.36, tail="-.47,-.58 -.60,-.52 -.72,-.34 -.86,-.40",
        tail_widths=(0.06, 0.055, 0.05, 0.045), belly=True, marks="rosettes", width=1.65,
    ),
    "cat": Build(
        fit=0.88, coat=rgb("#ec9036"),
        trunk="-.44,-.50 -.42,-.63 -.22,-.66 .04,-.65 .20,-.70 .34,-.76 .42,-.64 .36,-.46"
        " .22,-.36 .0,-.37 -.22,-.40 -.40,-.40", hip=(-0.32, -0.49), shoulder=(0.24, -0.48), leg=(0.15, 0.085, 0.066),
        head="cat", head_at=(0.36, -0.78), head_size=0.42, tail="-.42,-.58 -.54,-.66 -.58,-.82 -.52,-.94",
        tail_widths=(0.07, 0.065, 0.06, 0.04), belly=True, marks="tabby", width=1.4,
    ),
    "elephant": Build(
        fit=0.96, coat=rgb("#8f949d"),
        trunk="-.56,-.55 -.53,-.78 -.34,-.90 -.04,-.93 .20,-.88 .36,-.86 .46,-.72 .44,-.52 .34,-.36"
        " .04,-.28 -.26,-.30 -.50,-.36", hip=(-0.38, -0.48), shoulder=(0.26, -0.48), leg=(0.27, 0.19, 0.18),
        head="elephant", head_at=(0.42, -0.82), head_size=0.46, tail="-.55,-.70 -.62,-.58 -.63,-.40",
        tail_widths=(0.035, 0.025, 0.03), tuft=rgb("#45464c"), foot="elephant", width=1.6,
    ),
    "giraffe": Build(
        fit=0.95, coat=rgb("#e6b763"),
        trunk="-.27,-.42 -.25,-.50 -.10,-.52 .06,-.55 .12,-.66 .16,-.80 .20,-.92 .26,-.92"
        " .26,-.80 .24,-.64 .23,-.50 .17,-.36 .02,-.335 -.14,-.345 -.23,-.36", hip=(-0.185, -0.42),
        shoulder=(0.145, -0.42), leg=(0.105, 0.05, 0.034), head="giraffe", head_at=(0.215, -0.92), head_size=0.17,
        head_turn=26, tail="-.26,-.46 -.31,-.38 -.30,-.24", tail_widths=(0.02, 0.014, 0.022), tuft=rgb("#4a2f1c"),
        foot="hoof", marks="giraffe", width=0.9,
    ),
    "camel": Build(
        coat=rgb("#c99a5b"), trunk="-.46,-.52 -.44,-.64 -.34,-.70 -.24,-.90 -.14,-.74 -.06,-.70 .02,-.89 .14,-.72"
        " .24,-.58 .34,-.64 .42,-.82 .50,-.86 .53,-.78 .47,-.60 .38,-.46 .26,-.40 .0,-.39 -.22,-.42 -.40,-.44",
        hip=(-0.34, -0.52), shoulder=(0.20, -0.50), leg=(0.15, 0.066, 0.05), head="camel", head_at=(0.465, -0.85),
        head_size=0.26, head_turn=14, tail="-.45,-.60 -.51,-.50 -.52,-.38", tail_widths=(0.03, 0.022, 0.035),
        foot="hoof", width=1.4,
    ),
}  # fmt: skip

BUILDS["unicorn"] = replace(BUILDS["horse"], fit=0.84, coat=rgb("#f7f3fa"), tuft=rgb("#d69ad8"))
