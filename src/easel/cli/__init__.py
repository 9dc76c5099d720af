"""The command line: one command a file."""

from easel.cli.main import main

__all__ = ["main"]
