"""When each report came into the record, and later versions of a report.

Reports stored before have no moment: when they came was not kept, and it is not guessed.
"""

from __future__ import annotations

from alembic import op

revision = "fogline_0005"
down_revision = "fogline_0004"

ARRIVALS = """
CREATE TABLE arrivals (
  report_id TEXT NOT NULL PRIMARY KEY REFERENCES reports (report_id),
  arrived TEXT NOT NULL -- the moment at which it came into the record, ISO in UTC; no part of what the record says
)""".strip()
VERSIONS = """
CREATE TABLE versions (
  report_id TEXT NOT NULL PRIMARY KEY REFERENCES reports (report_id), -- the version itself
  version_of TEXT NOT NULL REFERENCES reports (report_id), -- the report whose later version it is
  number INTEGER NOT NULL -- as they came; the report itself is 1
)""".strip()
STATEMENTS = (ARRIVALS, VERSIONS, "CREATE INDEX versions_of ON versions (version_of)")


def upgrade() -> None:
    """Create the tables; they are alike in both dialects."""
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
