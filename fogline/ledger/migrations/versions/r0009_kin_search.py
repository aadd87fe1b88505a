"""What kin are looked for by, so that a report that is added is laid beside what may be its kin and nothing else.

The tables are empty at first: they are filled from the bodies of the reports with the next report or judgement, as
they are whenever the program reads words otherwise.  Whatever stands there can be dropped at any time.
"""

from __future__ import annotations

from alembic import op

revision = "fogline_0009"
down_revision = "fogline_0008"

PRINTS = """
CREATE TABLE kin_prints (
  name TEXT NOT NULL PRIMARY KEY, -- a hash of a body, and of the program that read it
  number BIGINT NOT NULL, -- by it the name is known in the two tables below
  size INTEGER NOT NULL, -- how many word sequences it keeps
  story BIGINT NOT NULL, -- the lowest of them
  sequences TEXT NOT NULL, -- all of them, eight hexadecimal digits each
  facts TEXT NOT NULL, -- its pairs of names and numbers, the same
  beside TEXT NOT NULL -- whom it is laid beside: lists of names as JSON, by how they were found
)"""
TABLES = (
    """
CREATE TABLE kin_sequences (
  key BIGINT NOT NULL, -- a word sequence
  number BIGINT NOT NULL, -- who holds it
  PRIMARY KEY (key, number)
)""",
    """
CREATE TABLE kin_facts (
  key BIGINT NOT NULL, -- a pair of names or numbers that stand in one sentence
  number BIGINT NOT NULL, -- who holds it
  PRIMARY KEY (key, number)
)""",
)
TEXTS = ("name", "sequences", "facts", "beside")


def upgrade() -> None:
    """Create the tables; in SQLite the pairs are their own index, and PostgreSQL compares texts by code points."""
    connection = op.get_bind()
    sqlite = connection.dialect.name == "sqlite"
    connection.exec_driver_sql(PRINTS.strip())
    for table in TABLES:
        connection.exec_driver_sql(table.strip() + (" WITHOUT ROWID" if sqlite else ""))
    connection.exec_driver_sql("CREATE INDEX kin_prints_number ON kin_prints (number)")
    if connection.dialect.name == "postgresql":
        columns = ", ".join(f'ALTER COLUMN {name} TYPE TEXT COLLATE "C"' for name in TEXTS)
        connection.exec_driver_sql(f"ALTER TABLE kin_prints {columns}")
