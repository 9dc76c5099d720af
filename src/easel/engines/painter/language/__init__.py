"""Language: from a prompt or an edit instruction to a scene plan, and from a plan back to words."""

from easel.engines.painter.language.prompt import read

__all__ = ["read"]
