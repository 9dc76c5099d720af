"""What an operator types, checked in one way."""

from easel.core.errors import InvalidField


def require(holds: bool, field: str, problem: str) -> None:
    """Raise InvalidField that names the field unless the condition holds."""
    if not holds:
        raise InvalidField(field, problem)


def is_line(text: str, *, max_chars: int, min_chars: int = 1) -> bool:
    """Is this printable, of a length between the two, and without a space at its ends?"""
    return min_chars <= len(text) <= max_chars and text.isprintable() and text == text.strip()
