"""The grade of each event: derived, so filled by a rebuild; until then no event of an older record can be judged."""

from __future__ import annotations

from alembic import op

revision = "fogline_0004"
down_revision = "fogline_0003"

COLUMNS = (
    "reliability TEXT NOT NULL DEFAULT 'F' /* A to F, of the source */",
    "credibility INTEGER NOT NULL DEFAULT 6 /* 1 to 6, of the information */",
)
EVENTS = """
CREATE VIEW events_readable AS -- who did what to whom, where, when, and how far it can be relied on
SELECT e.event_id, e.type, e.status,
  (SELECT group_concat(n.text, '; ') FROM (SELECT text FROM event_names
    WHERE event_id = e.event_id AND role = 'actor' ORDER BY position) n) AS actors,
  (SELECT group_concat(n.text, '; ') FROM (SELECT text FROM event_names
    WHERE event_id = e.event_id AND role = 'target' ORDER BY position) n) AS targets,
  e.place, e.first_day, e.last_day, e.origins, e.reliability || e.credibility AS grade,
  (SELECT count(*) FROM event_claims c WHERE c.event_id = e.event_id) AS claims
FROM events e
""".strip()
HOLDINGS = """
CREATE VIEW holdings_readable AS -- uncounted: claims for or against that the grade leaves out (stances guessed, fights)
SELECT h.holding_id, h.place, h.holder, h.status, h.since_day, h.first_day, h.last_day, h.origins,
  h.reliability || h.credibility AS grade,
  (SELECT count(*) FROM holding_claims c WHERE c.holding_id = h.holding_id AND c.stance = 'supports') AS supports,
  (SELECT count(*) FROM holding_claims c WHERE c.holding_id = h.holding_id AND c.stance = 'opposes') AS opposes,
  (SELECT count(*) FROM holding_claims c
    WHERE c.holding_id = h.holding_id AND c.stance IN ('guessed', 'fights')) AS uncounted,
  h.reason
FROM holdings h
""".strip()


def upgrade() -> None:
    """Add the columns, and show them in the views for people."""
    connection = op.get_bind()
    for statement in statements(connection.dialect.name):
        connection.exec_driver_sql(statement)


def statements(dialect: str) -> list[str]:
    """The statements in the words of `dialect` ("sqlite" or "postgresql")."""
    events = EVENTS.replace("group_concat(", "string_agg(") if dialect == "postgresql" else EVENTS
    columns = [f"ALTER TABLE events ADD COLUMN {column}" for column in COLUMNS]
    return ["DROP VIEW events_readable", "DROP VIEW holdings_readable", *columns, events, HOLDINGS]
