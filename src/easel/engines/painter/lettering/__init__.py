"""Lettering: text that is to be read in the picture, as its title or on one of its things."""

from easel.engines.painter.lettering.title import lettered
from easel.engines.painter.lettering.written import GLOWING, write_on

__all__ = ["GLOWING", "lettered", "write_on"]
