"""Alembic's entry: migrates over the connection that `fogline.ledger.migrations.upgrade` hands in."""

from __future__ import annotations

from alembic import context

from fogline.ledger.migrations import VERSION_TABLE


def migrate() -> None:
    """Run the migrations inside the caller's transaction."""
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, version_table=VERSION_TABLE)
    context.run_migrations()


if __name__ == "env_py":  # the name under which Alembic runs this file; a plain import does nothing
    migrate()
