"""Moderation: what may not be asked for and what may not be shown."""
