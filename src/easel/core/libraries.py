"""Which libraries are installed, told without importing them."""

import importlib.util
from collections.abc import Iterable


def lacking(names: Iterable[str]) -> list[str]:
    """Those of the top-level modules that are not installed."""
    return [name for name in names if importlib.util.find_spec(name) is None]
