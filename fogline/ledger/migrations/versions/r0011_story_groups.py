"""How stories are made, and where each report stands in its lineage, so that an addition need not go through all.

The tables are empty at first: they are filled with the next report or judgement.  Whatever stands there can be dropped
at any time, all of it together.
"""

from __future__ import annotations

from alembic import op

revision = "fogline_0011"
down_revision = "fogline_0010"

TABLES = (
    """
CREATE TABLE story_groups (
  name TEXT NOT NULL PRIMARY KEY, -- a hash of the words, days and places of a group of kin, and of the program
  number BIGINT NOT NULL, -- by it the name is known in story_keys
  part TEXT NOT NULL, -- a hash of the names of all groups that it hangs together with by likeness
  found TEXT NOT NULL -- its reports, names, numbers, days and places, as JSON
)""",
    """
CREATE TABLE traced_reports (
  report_id TEXT NOT NULL PRIMARY KEY,
  telling TEXT NOT NULL, -- the name of its body in kin_prints; empty where it has none
  circle TEXT NOT NULL, -- the name of its circle
  story_group TEXT NOT NULL, -- the name of its group of kin
  day TEXT -- its day, found or given, or when it was published
)""",
    """
CREATE TABLE lineage_marks (
  name TEXT NOT NULL PRIMARY KEY,
  mark TEXT NOT NULL -- what lineage as it stands rests on, beside the reports
)""",
)
PAIRS = (
    """
CREATE TABLE story_keys (
  key BIGINT NOT NULL, -- a name or a number, hashed
  number BIGINT NOT NULL, -- the group that tells of it
  PRIMARY KEY (key, number)
)""",
    """
CREATE TABLE story_tally (
  key BIGINT NOT NULL PRIMARY KEY,
  held INTEGER NOT NULL -- how many groups tell of it
)""",
    """
CREATE TABLE day_keys (
  key BIGINT NOT NULL PRIMARY KEY -- names and numbers, hashed, by which undated reports asked others for their days
)""",
)
INDEXES = (
    "CREATE INDEX story_groups_number ON story_groups (number)",
    "CREATE INDEX story_groups_part ON story_groups (part)",
    "CREATE INDEX traced_reports_telling ON traced_reports (telling)",
    "CREATE INDEX traced_reports_circle ON traced_reports (circle)",
    "CREATE INDEX traced_reports_day ON traced_reports (day)",
)
TEXTS = {
    "story_groups": ("name", "part", "found"),
    "traced_reports": ("report_id", "telling", "circle", "story_group", "day"),
    "lineage_marks": ("name", "mark"),
}


def upgrade() -> None:
    """Create the tables; in SQLite pairs are their own index, and PostgreSQL compares texts by code points."""
    connection = op.get_bind()
    sqlite = connection.dialect.name == "sqlite"
    for table in TABLES:
        connection.exec_driver_sql(table.strip())
    for table in PAIRS:
        connection.exec_driver_sql(table.strip() + (" WITHOUT ROWID" if sqlite else ""))
    if not sqlite:
        for name, texts in TEXTS.items():
            columns = ", ".join(f'ALTER COLUMN {column} TYPE TEXT COLLATE "C"' for column in texts)
            connection.exec_driver_sql(f"ALTER TABLE {name} {columns}")
    for index in INDEXES:
        connection.exec_driver_sql(index)
