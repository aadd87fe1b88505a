"""How a speaker stands to a claim.  Claims stored before have none: it is read with the claim, and not guessed."""

from __future__ import annotations

from alembic import op

revision = "fogline_0002"
down_revision = "fogline_0001"

COLUMN = "stance TEXT /* how the speaker stands to it; null: the report's own voice, or stored before stances were */"
VIEW = """
CREATE VIEW claims_readable AS -- who did what to whom, where, when, and who says so; the days after dating by kin
SELECT c.claim_id, c.report_id, c.outlet, c.agency, c.via,
  (SELECT group_concat(n.text, '; ') FROM (SELECT text FROM claim_names
    WHERE claim_id = c.claim_id AND role = 'speaker' ORDER BY position) n) AS speakers,
  c.stance,
  (SELECT group_concat(n.text, '; ') FROM (SELECT text FROM claim_names
    WHERE claim_id = c.claim_id AND role = 'actor' ORDER BY position) n) AS actors,
  c.type, c.status, c.mode,
  (SELECT group_concat(n.text, '; ') FROM (SELECT text FROM claim_names
    WHERE claim_id = c.claim_id AND role = 'target' ORDER BY position) n) AS targets,
  c.place,
  CASE WHEN p.claim_id IS NULL THEN c.first_day ELSE p.first_day END AS first_day,
  CASE WHEN p.claim_id IS NULL THEN c.last_day ELSE p.last_day END AS last_day,
  CASE WHEN p.claim_id IS NULL THEN c.period_basis ELSE p.basis END AS period_basis,
  c.sentence
FROM claims c LEFT JOIN claim_periods p ON p.claim_id = c.claim_id
""".strip()


def upgrade() -> None:
    """Add the column, and show it in the view for people."""
    connection = op.get_bind()
    for statement in statements(connection.dialect.name):
        connection.exec_driver_sql(statement)


def statements(dialect: str) -> list[str]:
    """The statements in the words of `dialect` ("sqlite" or "postgresql")."""
    view = VIEW.replace("group_concat(", "string_agg(") if dialect == "postgresql" else VIEW
    return ["DROP VIEW claims_readable", f"ALTER TABLE claims ADD COLUMN {COLUMN}", view]
