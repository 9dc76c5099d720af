"""Easel: a self-hosted image-generation server that speaks four wire dialects."""

__version__ = "0.1.0"
