"""What speaks for the day of each report, and which reports follow one story: derived, so filled by a rebuild."""

from __future__ import annotations

from alembic import op

revision = "fogline_0003"
down_revision = "fogline_0002"

WITNESSES = """
CREATE TABLE day_witnesses (
  position INTEGER NOT NULL PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES reports (report_id),
  kind TEXT NOT NULL, -- judgement, data, dateline, news, day words, kin, story
  day TEXT NOT NULL, -- the day that it speaks for
  ground TEXT NOT NULL, -- where it was found: in the report itself, or the id of another report or of a judgement
  words TEXT NOT NULL -- the report's own; empty where it is not told in words
)""".strip()
STORIES = """
CREATE TABLE stories (
  story_id TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  about TEXT NOT NULL, -- a JSON list: the names that tell it from other stories
  first_day TEXT, -- of its earliest dated report
  last_day TEXT
)""".strip()
STORY_REPORTS = """
CREATE TABLE story_reports (
  story_id TEXT NOT NULL REFERENCES stories (story_id),
  position INTEGER NOT NULL,
  report_id TEXT NOT NULL REFERENCES reports (report_id),
  PRIMARY KEY (story_id, position)
)""".strip()
STATEMENTS = (
    WITNESSES, STORIES, STORY_REPORTS, "CREATE INDEX story_reports_report ON story_reports (report_id)",
)  # fmt: skip


def upgrade() -> None:
    """Create the tables; they are alike in both dialects."""
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
