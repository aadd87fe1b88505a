"""Lineage by circles of reports, so that a report that is added is traced with those that hang together with it.

The rows of kin, alterations and witnesses are ordered within their report, and origins and stories by their reports:
no number of the whole record changes with each report.  What is kept beside them is empty at first and can be dropped
at any time; it is filled with the next report or judgement.
"""

from __future__ import annotations

from alembic import op

revision = "fogline_0010"
down_revision = "fogline_0009"

OF_REPORTS = {
    "kin": """
CREATE TABLE kin (
  report_id TEXT NOT NULL REFERENCES reports (report_id),
  position INTEGER NOT NULL,
  source TEXT NOT NULL, -- a report_id, or the name of an agency whose report is not held
  relation TEXT NOT NULL,
  score DOUBLE PRECISION NOT NULL, -- 0 to 1
  reasons TEXT NOT NULL, -- a JSON list
  PRIMARY KEY (report_id, position)
)""",
    "alterations": """
CREATE TABLE alterations (
  report_id TEXT NOT NULL REFERENCES reports (report_id),
  position INTEGER NOT NULL,
  alteration_id TEXT NOT NULL,
  source TEXT NOT NULL, -- a report_id
  kind TEXT NOT NULL,
  original TEXT NOT NULL,
  altered TEXT NOT NULL,
  sentence TEXT NOT NULL,
  original_sentence TEXT NOT NULL,
  PRIMARY KEY (report_id, position)
)""",
    "day_witnesses": """
CREATE TABLE day_witnesses (
  report_id TEXT NOT NULL REFERENCES reports (report_id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL, -- judgement, data, dateline, news, day words, kin, story
  day TEXT NOT NULL, -- the day that it speaks for
  ground TEXT NOT NULL, -- where it was found: in the report itself, or the id of another report or of a judgement
  words TEXT NOT NULL, -- the report's own; empty where it is not told in words
  PRIMARY KEY (report_id, position)
)""",
}
COLUMNS = {
    "kin": "source, relation, score, reasons",
    "alterations": "alteration_id, source, kind, original, altered, sentence, original_sentence",
    "day_witnesses": "kind, day, ground, words",
}
RECKONINGS = """
CREATE TABLE reckonings (
  owner TEXT NOT NULL, -- a hash of a body
  key TEXT NOT NULL, -- a hash of that body or of it beside another, of what follows from it, and of the program
  found TEXT NOT NULL, -- what follows from them
  PRIMARY KEY (owner, key)
)"""
KEPT = (
    """
CREATE TABLE kin_ties (
  name TEXT NOT NULL PRIMARY KEY, -- of a telling, as in kin_prints
  face TEXT NOT NULL, -- its first day and its houses
  ties TEXT NOT NULL -- JSON: the names that it hangs together with, 1, or is a copy of, 2
)""",
    """
CREATE TABLE circles (
  name TEXT NOT NULL PRIMARY KEY, -- a hash of all that the lineage of some reports follows from
  found TEXT NOT NULL -- what the rest of the record asks of it, as JSON
)""",
)
TEXTS = {
    "kin_ties": ("name", "face", "ties"),
    "circles": ("name", "found"),
    "reckonings": ("owner", "key", "found"),
    "kin": ("report_id", "source", "relation", "reasons"),
    "alterations": (
        "report_id", "alteration_id", "source", "kind", "original", "altered", "sentence", "original_sentence",
    ),
    "day_witnesses": ("report_id", "kind", "day", "ground", "words"),
}  # fmt: skip


def upgrade() -> None:
    """Move the rows; in SQLite reckonings lie in the order of their key, and PostgreSQL compares by code points."""
    connection = op.get_bind()
    sqlite = connection.dialect.name == "sqlite"
    for table, statement in OF_REPORTS.items():
        connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO former")
        if not sqlite:
            connection.exec_driver_sql(f"ALTER INDEX {table}_pkey RENAME TO former_pkey")
        connection.exec_driver_sql(statement.strip())
        rank = "ROW_NUMBER() OVER (PARTITION BY report_id ORDER BY position) - 1"
        columns = COLUMNS[table]
        connection.exec_driver_sql(
            f"INSERT INTO {table} (report_id, position, {columns}) SELECT report_id, {rank}, {columns} FROM former"
        )
        connection.exec_driver_sql("DROP TABLE former")
    connection.exec_driver_sql("CREATE INDEX alterations_id ON alterations (alteration_id)")
    for table in ("origins", "stories"):
        connection.exec_driver_sql(f"ALTER TABLE {table} DROP COLUMN position")
    connection.exec_driver_sql("DROP TABLE reckonings")
    connection.exec_driver_sql(RECKONINGS.strip() + (" WITHOUT ROWID" if sqlite else ""))
    for statement in KEPT:
        connection.exec_driver_sql(statement.strip())
    if not sqlite:
        for table, names in TEXTS.items():
            columns = ", ".join(f'ALTER COLUMN {name} TYPE TEXT COLLATE "C"' for name in names)
            connection.exec_driver_sql(f"ALTER TABLE {table} {columns}")
