"""Language: from a prompt or an edit instruction to a scene plan, and from a plan back to words."""

from easel.engines.painter.language.applying import apply_changes, matching
from easel.engines.painter.language.asking import asks_to_change, is_instruction
from easel.engines.painter.language.edits import Change
from easel.engines.painter.language.history import carried_out, speaks_of_before
from easel.engines.painter.language.instructions import changes_of_each, instruct
from easel.engines.painter.language.prompt import read
from easel.engines.painter.language.telling import rewrite
from easel.engines.painter.language.undone import telling, undone

__all__ = [
    "Change", "apply_changes", "asks_to_change", "carried_out", "changes_of_each", "instruct", "is_instruction",
    "matching", "read", "rewrite", "speaks_of_before", "telling", "undone",
]  # fmt: skip
