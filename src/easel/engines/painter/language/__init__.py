"""Language: from a prompt or an edit instruction to a scene plan, and from a plan back to words."""

from easel.engines.painter.language.applying import apply_changes
from easel.engines.painter.language.asking import asks_to_change, is_instruction
from easel.engines.painter.language.edits import Change
from easel.engines.painter.language.instructions import instruct
from easel.engines.painter.language.prompt import read
from easel.engines.painter.language.telling import rewrite

__all__ = ["Change", "apply_changes", "asks_to_change", "instruct", "is_instruction", "read", "rewrite"]
