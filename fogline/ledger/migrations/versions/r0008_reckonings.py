"""What was reckoned from texts alone, and what stands for the rows of each view, so that a report need not redo both.

Whatever stands there can be dropped at any time: it is made anew with the next report or judgement.
"""

from __future__ import annotations

from alembic import op

revision = "fogline_0008"
down_revision = "fogline_0007"

TABLES = (
    """
CREATE TABLE reckonings (
  key TEXT NOT NULL PRIMARY KEY, -- a hash of all that it follows from: bodies, what is asked of them, the program
  found TEXT NOT NULL -- what was found: lines of JSON
)""",
    """
CREATE TABLE view_marks (
  view_id TEXT NOT NULL PRIMARY KEY, -- of an event, a holding or a dispute
  mark TEXT NOT NULL -- a hash of all its rows, but for its number
)""",
)
COLUMNS = {"reckonings": ("key", "found"), "view_marks": ("view_id", "mark")}


def upgrade() -> None:
    """Create the tables; PostgreSQL compares their texts by their code points, as all others."""
    connection = op.get_bind()
    for table in TABLES:
        connection.exec_driver_sql(table.strip())
    if connection.dialect.name == "postgresql":
        for table, names in COLUMNS.items():
            columns = ", ".join(f'ALTER COLUMN {name} TYPE TEXT COLLATE "C"' for name in names)
            connection.exec_driver_sql(f"ALTER TABLE {table} {columns}")
