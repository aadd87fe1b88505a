"""The ledger: tables and queries, on SQLite or PostgreSQL, with migrations.

A record holds readings (never overwritten), judgements (append-only), and views that can be dropped and rebuilt.
"""

from fogline.ledger.run import Run
from fogline.ledger.store import SqlLedger, open_ledger

__all__ = ["Run", "SqlLedger", "open_ledger"]
