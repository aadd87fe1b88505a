"""Migrations of the record, run by the program itself: no alembic.ini, no logging set up."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

SCRIPTS = Path(__file__).parent
VERSION_TABLE = "fogline_version"
# Every revision, oldest first.  A record of any other was written by a newer fogline.
REVISIONS = (
    "fogline_0001",
    "fogline_0002",
    "fogline_0003",
    "fogline_0004",
    "fogline_0005",
    "fogline_0006",
    "fogline_0007",
    "fogline_0008",
    "fogline_0009",
    "fogline_0010",
    "fogline_0011",
    "fogline_0012",
)


def upgrade(connection: Connection) -> None:
    """Bring the record to the newest revision, with its data, in the transaction of `connection`.

    Alembic is loaded only here: opening a record that is up to date does not pay for it.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
