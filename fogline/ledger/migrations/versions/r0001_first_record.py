"""The first form of the record: every table and view.  Its SQL stands beside it."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "fogline_0001"
down_revision = None


def upgrade() -> None:
    """Create the tables and the views for people."""
    connection = op.get_bind()
    for statement in statements(connection.dialect.name):
        connection.exec_driver_sql(statement)


def statements(dialect: str) -> list[str]:
    """The statements of the SQL file in the words of `dialect` ("sqlite" or "postgresql")."""
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    if dialect == "postgresql":
        text = text.replace("group_concat(", "string_agg(")
    _, *parts = text.split("\nCREATE ")
    return ["CREATE " + part.strip().removesuffix(";") for part in parts]
