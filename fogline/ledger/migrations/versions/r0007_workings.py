"""How parts of the views were worked out, so that a new report need not have them worked out again.

Whatever stands there can be dropped: it is made anew with the next report or judgement.  A later revision that changes
claims has to drop it, for claims are known by their ids there.
"""

from __future__ import annotations

from alembic import op

revision = "fogline_0007"
down_revision = "fogline_0006"

WORKINGS = """
CREATE TABLE workings (
  part TEXT NOT NULL PRIMARY KEY, -- of the record: "line" and the key of a place
  own TEXT NOT NULL, -- a hash of the claims of the part and of the program's rules
  asked TEXT NOT NULL, -- JSON list: what was looked up in the whole record, each a table and a key
  told TEXT NOT NULL, -- a hash of the answers
  found TEXT NOT NULL -- JSON list: the ids of the views that came of it
)""".strip()

COLUMNS = ("part", "own", "asked", "told", "found")


def upgrade() -> None:
    """Create the table; PostgreSQL compares its texts by their code points, as all others."""
    connection = op.get_bind()
    connection.exec_driver_sql(WORKINGS)
    if connection.dialect.name == "postgresql":
        columns = (f'ALTER COLUMN {name} TYPE TEXT COLLATE "C"' for name in COLUMNS)
        connection.exec_driver_sql(f"ALTER TABLE workings {', '.join(columns)}")
