"""What questions are answered from: indexes, a tally of names, full text; filled from what the record holds.

On PostgreSQL texts compare by code points from here on, as they do in SQLite: one order of ids in both.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import Connection, inspect, text

from fogline.ledger.full_text import index_texts
from fogline.ledger.names import tally_claims

revision = "fogline_0006"
down_revision = "fogline_0005"

TABLES = (
    """
CREATE TABLE names (
  role TEXT NOT NULL, -- place, via, actor, target, speaker: what the claims use it for
  key TEXT NOT NULL, -- a place_id or actor_id; empty: not grounded
  text TEXT NOT NULL, -- as the reports write it
  folded TEXT NOT NULL, -- its folded words
  uses INTEGER NOT NULL, -- how often claims use it so
  first_report TEXT NOT NULL, -- where it is used first, in the order of the record: the report,
  first_rank INTEGER NOT NULL, -- and how many names of its claims stand before it
  PRIMARY KEY (role, key, text)
)""",
    """
CREATE TABLE passages (
  number INTEGER NOT NULL PRIMARY KEY, -- the row of the index of words
  kind TEXT NOT NULL, -- report: a stretch of its text; sentence: one that claims rest on
  report_id TEXT NOT NULL REFERENCES reports (report_id),
  start_char INTEGER NOT NULL, -- code points of raw, half-open
  end_char INTEGER NOT NULL
)""",
)
WORDS = {
    "sqlite": ("CREATE VIRTUAL TABLE passage_words USING fts5(report, sentence, content='', tokenize='ascii')",),
    "postgresql": (
        "CREATE TABLE passage_words (number INTEGER NOT NULL PRIMARY KEY, report TSVECTOR, sentence TSVECTOR)",
        "CREATE INDEX passage_words_report ON passage_words USING gin (report)",
        "CREATE INDEX passage_words_sentence ON passage_words USING gin (sentence)",
    ),
}
COLUMNS = (
    "ALTER TABLE places ADD COLUMN reports INTEGER DEFAULT 0 NOT NULL /* how often reports give this form */",
    "ALTER TABLE actors ADD COLUMN reports INTEGER DEFAULT 0 NOT NULL /* how often reports give this form */",
    "ALTER TABLE events ADD COLUMN claims INTEGER DEFAULT 0 NOT NULL /* how many it gathers */",
    "UPDATE places SET reports = (SELECT count(*) FROM report_places r WHERE r.form_id = places.form_id)",
    "UPDATE actors SET reports = (SELECT count(*) FROM report_actors r WHERE r.form_id = actors.form_id)",
    "UPDATE events SET claims = (SELECT count(*) FROM event_claims c WHERE c.event_id = events.event_id)",
)
INDEXES = {
    "reports_day": "reports (day, report_id)",
    "places_place": "places (place_id)",
    "actors_actor": "actors (actor_id)",
    "claims_order": "claims (report_id, position, claim_id, sentence_start, sentence_end)",
    "claims_place_text": "claims (place, report_id, position, claim_id)",
    "claims_type": "claims (type, report_id, position, status)",
    "claims_status": "claims (status, report_id, position)",
    "claims_day": "claims (first_day)",
    "claims_via": "claims (via)",
    "claim_names_text": "claim_names (text, role, claim_id)",
    "names_key": "names (key)",
    "passages_report": "passages (report_id, kind, start_char)",
    "kin_report": "kin (report_id)",
    "alterations_id": "alterations (alteration_id)",
    "event_names_text": "event_names (text, event_id)",
    "holdings_days": "holdings (last_day, first_day)",
    "events_rank": "events (origins, claims, event_id)",
    "events_place": "events (place)",
    "events_day": "events (first_day, last_day, origins)",
}
AT_ONCE = 500  # reports
QUERIES = (
    "SELECT report_id, raw FROM reports WHERE report_id BETWEEN :first AND :last",
    "SELECT claim_id, report_id, position, place, place_key, via, via_key, sentence, sentence_start, sentence_end "
    "FROM claims WHERE report_id BETWEEN :first AND :last",
    "SELECT n.claim_id, n.role, n.position, n.text, n.key FROM claim_names n JOIN claims c ON c.claim_id = n.claim_id "
    "WHERE c.report_id BETWEEN :first AND :last",
)


def upgrade() -> None:
    """Make the tables and indexes, and fill them."""
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        _compare_by_code_points(connection)
    statements = [*TABLES, *WORDS[connection.dialect.name], *COLUMNS, "DROP INDEX claims_report"]
    statements += [f"CREATE INDEX {name} ON {columns}" for name, columns in INDEXES.items()]
    for statement in statements:
        connection.exec_driver_sql(statement.strip())
    if connection.dialect.name == "postgresql":
        _compare_by_code_points(connection)
    fill(connection)


def _compare_by_code_points(connection: Connection) -> None:
    """Give every column of text the collation "C"; views stand on columns, so they are dropped and made again."""
    inspector = inspect(connection)
    views = {name: inspector.get_view_definition(name) for name in inspector.get_view_names()}
    for name in views:
        connection.exec_driver_sql(f"DROP VIEW {name}")
    columns = text(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() "
        "AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C' ORDER BY table_name, ordinal_position"
    )
    altered: dict[str, list[str]] = {}
    for table, column in connection.execute(columns):
        altered.setdefault(table, []).append(f'ALTER COLUMN {column} TYPE TEXT COLLATE "C"')
    for table, changes in altered.items():
        connection.exec_driver_sql(f"ALTER TABLE {table} {', '.join(changes)}")
    for name, definition in views.items():
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {definition}")


def fill(connection: Connection) -> None:
    """The tally and the index of words, from the reports that are there; some hundreds at a time."""
    reports = connection.scalars(text("SELECT report_id FROM reports ORDER BY report_id")).all()
    for start in range(0, len(reports), AT_ONCE):
        ends = {"first": reports[start], "last": reports[min(start + AT_ONCE, len(reports)) - 1]}
        raws, claims, listed = ([dict(r) for r in connection.execute(text(q), ends).mappings()] for q in QUERIES)
        tally_claims(connection, claims, listed)
        index_texts(connection, raws, claims)
