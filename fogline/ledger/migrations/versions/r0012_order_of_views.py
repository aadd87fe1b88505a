"""Events, holdings and disputes without a number in the whole record, which one that comes moved for all behind it.

Each kind is put in order by what its views say: events by day, holdings by place and day, disputes by place.
"""

from __future__ import annotations

from alembic import op

revision = "fogline_0012"
down_revision = "fogline_0011"


def upgrade() -> None:
    """Drop the numbers; nothing else moves."""
    for table in ("events", "holdings", "disputes"):
        op.execute(f"ALTER TABLE {table} DROP COLUMN position")
