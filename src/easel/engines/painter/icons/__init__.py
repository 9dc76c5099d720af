"""A set of 1,500 icons by name, for everything that has no sprite of its own."""

from easel.engines.painter.icons.icon_set import Icon, info, names, svg

__all__ = ["Icon", "info", "names", "svg"]
