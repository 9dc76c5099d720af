"""A vendor that answers as it is told, for all tests of this folder."""

from unit.engines.vendors.scripted import engine_of, shelf, vendor

__all__ = ["engine_of", "shelf", "vendor"]
