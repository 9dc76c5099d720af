"""Alembic's entry: runs the migrations on the connection that `easel.ledger.migrate` opened."""

from alembic import context

from easel.ledger.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
