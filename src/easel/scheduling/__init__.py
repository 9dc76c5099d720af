"""Scheduling: who paints next, and where."""
