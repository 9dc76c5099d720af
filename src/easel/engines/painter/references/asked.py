"""What an instruction asks of a foreign picture: changes, another background, retouching; each with its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from easel.engines.painter.language import Change, changes_of_each, instruct, is_instruction, read
from easel.engines.painter.language.clause import Clause
from easel.engines.painter.language.edits import Add, ChangeBackground, ChangeMood, Move, Remove
from easel.engines.painter.language.hints import BACKGROUND_WORDS, speaks_of_background
from easel.engines.painter.plan import Retouch, ScenePlan
from easel.engines.painter.references.areas import SKY

#: Settings that are furniture when something is put on it.
STAGED = frozenset({None, "stage", "studio"})
WHITE = "#ffffff"
CUT_OUT = Retouch("cut_out")
_WHITE = re.compile(r"\bwhite\b|白")
_WHOLE = re.compile(
    r"^(?:it|this|that|all|它|这)$|everything|picture|image|photo|colou?r|tone|light|图|画|照片|整体|颜色|色调|光"
)


@dataclass(frozen=True, slots=True)
class Before:
    """The subject before another place, or before nothing but a colour (`#rrggbb`)."""

    plan: ScenePlan
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """One wish and its words; `changes` is empty where nothing was understood."""

    words: str
    changes: tuple[Change | Before, ...]


def is_bare(change: Change | Before) -> bool:
    """Whether a change only takes the background away."""
    return change == CUT_OUT or (isinstance(change, Before) and change.colour == WHITE)


def asks_for_room(asked: tuple[Asked, ...]) -> bool:
    """Whether more is to be seen around the picture."""
    return any(Retouch("zoom_out") in one.changes for one in asked)


def asks_for_transparency(text: str) -> bool:
    """Whether the words wish for the subject without any background."""
    return CUT_OUT in instruct(text)


def asked_of(text: str) -> tuple[Asked, ...]:
    """The wishes of a text that asks for a change of a picture; none where it describes another picture."""
    asked = tuple(_asked(text))
    retouched = any(isinstance(change, Retouch) for one in asked for change in one.changes)
    backed = any(isinstance(change, Before) for one in asked for change in one.changes)
    alone = backed and speaks_of_background(text.lower()) and not read(text).things
    return asked if is_instruction(text) or retouched or alone else ()


def _asked(text: str) -> Iterator[Asked]:
    for clause, changes in changes_of_each(text):
        words = " ".join(part for part in (clause.old, clause.new) if part)
        if clause.verb == "letter":
            words = text.strip()
        retouches = tuple(change for change in changes if isinstance(change, Retouch))
        others = tuple(change for change in changes if not isinstance(change, Retouch))
        if others and all(isinstance(change, ChangeMood) and change.camera == "wide" for change in others):
            others, retouches = (), (*retouches, Retouch("zoom_out"))
        yield Asked(words, (*(_on_pixels(clause, others) if others or not retouches else ()), *retouches))


def _on_pixels(clause: Clause, changes: tuple[Change, ...]) -> Iterator[Change | Before]:
    """The changes of a clause, those of a new background as one: what is there belongs to it."""
    settings = [change for change in changes if isinstance(change, ChangeBackground)]
    stood = any(isinstance(change, Move) and change.kind != "background" and change.new for change in changes)
    if clause.verb == "add":
        # `a boat on the lake`: the lake is in the picture.
        yield from (change for change in changes if isinstance(change, Add) or not settings)
    elif clause.verb == "remove" and not changes:
        # Whatever it is, a mask may show where.
        yield Remove(())
    elif _dyes_nothing_known(clause, changes):
        return
    elif settings or stood or (changes and speaks_of_background(clause.old)):
        yield _before(clause, changes)
    else:
        yield from changes


def _dyes_nothing_known(clause: Clause, changes: tuple[Change, ...]) -> bool:
    """Whether a colour is for something that the words name and the painter does not know: not for everything."""
    dyed = bool(changes) and all(isinstance(change, ChangeMood) and change.tint for change in changes)
    everything = _WHOLE.search(clause.old) is not None or any(word in clause.old for word in (*SKY, *BACKGROUND_WORDS))
    return dyed and bool(clause.old) and not everything


def _before(clause: Clause, changes: tuple[Change, ...]) -> Before:
    tint = next((change.tint for change in changes if isinstance(change, ChangeMood) and change.tint), None)
    plan = replace(read(clause.new), style="none", mood="neutral", title="")
    if clause.verb == "remove" or (plan.setting == "plain" and not plan.things and tint is None):
        return Before(plan, WHITE)
    if tint is not None and not plan.things and plan.setting in (None, "plain"):
        return Before(plan, WHITE if _WHITE.search(clause.new) else tint)
    if plan.setting in STAGED and any(thing.kind == "table" for thing in plan.things):
        plan = replace(plan, setting="table_top", backdrops=())
    # What stood on the ground stands on it before other mountains, too.
    return Before(plan if plan.setting else replace(plan, setting="meadow"))
