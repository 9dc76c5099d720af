"""How an answer says what of its prompt is not in the picture."""

from collections.abc import Sequence


def not_painted(words: Sequence[str], *, chinese: bool) -> str:
    """A remark in brackets that names the words, to stand behind other words; empty for none."""
    if not words:
        return ""
    return f"（未画出：{'、'.join(words)}）" if chinese else f" (not painted: {', '.join(words)})"
