"""What of an instruction changed nothing: what was not understood, and what is not in the picture."""

from collections.abc import Iterator
from dataclasses import replace

from easel.core.unpainted import not_painted
from easel.engines.painter.language.applying import apply_changes
from easel.engines.painter.language.clause import Clause
from easel.engines.painter.language.edits import Change, Describe
from easel.engines.painter.language.hints import traits_in
from easel.engines.painter.language.instructions import changes_of_each
from easel.engines.painter.language.phrases import CHINESE
from easel.engines.painter.language.prompt import read_scene
from easel.engines.painter.language.telling import language_of
from easel.engines.painter.language.tokens import tokens
from easel.engines.painter.plan import ScenePlan

#: Clauses that ask for nothing to be done.
_QUIET = frozenset({"stay", "where", "mean"})


def undone(plan: ScenePlan, text: str) -> tuple[str, ...]:
    """The words of an instruction that change nothing in the picture of `plan`; the whole where nothing does."""
    found, done = [], False
    for clause, changes in changes_of_each(text):
        after = apply_changes(plan, changes) if changes else plan
        if changes and _shown(after) != _shown(plan):
            found += _unpainted(clause, changes)
            done = True
        elif _asks(clause):
            found.append(clause.new or clause.old)
        plan = after
    words = " ".join(text.split())
    return tuple(dict.fromkeys(found)) if done or not words else (words[:200],)


def telling(words: tuple[str, ...], prompt: str) -> str:
    """A remark about what was not done, in the language of the prompt; empty for no words."""
    return not_painted(words, chinese=language_of(prompt) == CHINESE)


def _shown(plan: ScenePlan) -> ScenePlan:
    return replace(plan, title="", base=None, excluded=frozenset())


def _asks(clause: Clause) -> bool:
    """Whether a clause wishes for something; without a verb, where it names a thing or says how one is to be."""
    if clause.verb:
        return clause.verb not in _QUIET
    entries = (token.entry for token in tokens(clause.new))
    return any(entry is not None and (entry.is_thing or entry.role in ("trait", "size", "colour")) for entry in entries)


def _unpainted(clause: Clause, changes: tuple[Change, ...]) -> Iterator[str]:
    """The words of a clause that say something of a thing in vain; quotations and retouching name none."""
    plan = read_scene(clause.new)
    if plan.things and clause.verb not in ("letter", "retouch"):
        given = {trait for change in changes if isinstance(change, Describe) for trait in change.traits}
        yield from (word for word in plan.unpainted if not given & set(traits_in(word)[0]))
