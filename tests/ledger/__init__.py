"""The ledger on SQLite, and what its files go through."""
