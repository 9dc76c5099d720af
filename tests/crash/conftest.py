"""The crash and race tests run on SQLite and on PostgreSQL."""

from unit.ledger.databases import postgres_template, where

__all__ = ["postgres_template", "where"]
