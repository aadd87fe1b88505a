"""The revisions of the record, and records of older versions."""

from __future__ import annotations

import pkgutil
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.types import TypeEngine

from fogline.ledger import migrations, open_ledger
from fogline.ledger.migrations import versions
from fogline.ledger.migrations.versions import r0001_first_record, r0002_stance
from fogline.ledger.tables import metadata
from fogline.records import Stance
from fogline.records.errors import RecordError, RecordTooNew
from tests.contracts.test_ledger import report

NEXT = """
from alembic import op

revision = "fogline_next"
down_revision = "{last}"


def upgrade():
    op.execute("ALTER TABLE reports ADD COLUMN language TEXT NOT NULL DEFAULT 'en'")
    op.execute("{then}")
"""


def release_next(monkeypatch: pytest.MonkeyPatch, folder: Path, then: str = "SELECT 1") -> None:
    """Make the program one revision newer than it is."""
    scripts = folder / "migrations 100%"
    shutil.copytree(migrations.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    last = migrations.REVISIONS[-1]
    (scripts / "versions" / "next.py").write_text(NEXT.format(last=last, then=then))
    monkeypatch.setattr(migrations, "SCRIPTS", scripts)
    monkeypatch.setattr(migrations, "REVISIONS", (*migrations.REVISIONS, "fogline_next"))


def differ(_context: object, _column: object, _other: object, found: TypeEngine[Any], wanted: TypeEngine[Any]) -> bool:
    """Whether two types of columns hold different things: SQLite knows only text, integers and floats."""
    return found.python_type is not wanted.python_type


def is_no_index(name: str | None, kind: str, _parents: object) -> bool:
    """Whether a table is not the index of words, which each store keeps in its own way."""
    return kind != "table" or not (name or "").startswith("passage_words")


def test_the_revisions_are_those_that_alembic_finds() -> None:
    found = ScriptDirectory(str(migrations.SCRIPTS)).walk_revisions()
    assert tuple(script.revision for script in found)[::-1] == migrations.REVISIONS


def test_every_revision_is_shipped_as_a_module() -> None:
    assert len(list(pkgutil.iter_modules(versions.__path__))) == len(migrations.REVISIONS)


def test_the_migrated_tables_are_those_of_the_code(tmp_path: Path) -> None:
    path = tmp_path / "war.db"
    open_ledger(path).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        options = {"version_table": migrations.VERSION_TABLE, "compare_type": differ, "include_name": is_no_index}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_an_older_record_is_migrated_with_its_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "war.db"
    with open_ledger(path) as ledger:
        ledger.add([report("a"), report("b")])
    release_next(monkeypatch, tmp_path)
    for _ in range(2):
        with open_ledger(path, create=False) as ledger:
            assert ledger.version() == "fogline_next"
            assert ledger.corpus().readings == (report("a"), report("b"))
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT language FROM reports").fetchall() == [("en",), ("en",)]
    connection.close()
    monkeypatch.undo()
    with pytest.raises(RecordTooNew, match="update fogline"):
        open_ledger(path)


def test_a_new_record_goes_through_every_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    release_next(monkeypatch, tmp_path)
    with open_ledger(tmp_path / "war.db") as ledger:
        assert ledger.version() == "fogline_next"


def test_a_migration_that_fails_leaves_the_record_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "war.db"
    with open_ledger(path) as ledger:
        ledger.add([report()])
    before = path.read_bytes()
    release_next(monkeypatch, tmp_path, then="INSERT INTO nowhere VALUES (1)")
    with pytest.raises(RecordError, match="nowhere") as caught:
        open_ledger(path)
    assert isinstance(caught.value.__cause__, OperationalError)
    assert path.read_bytes() == before
    monkeypatch.undo()
    with open_ledger(path) as ledger:
        assert ledger.corpus().readings == (report(),)


def test_both_dialects_have_the_same_statements() -> None:
    sqlite, postgres = (r0001_first_record.statements(dialect) for dialect in ("sqlite", "postgresql"))
    assert len(sqlite) == len(postgres) > 30
    assert all(statement.startswith("CREATE ") and not statement.endswith(";") for statement in sqlite)
    assert not any("group_concat" in statement for statement in postgres)


def test_the_stance_is_added_in_the_words_of_both_dialects() -> None:
    sqlite, postgres = (r0002_stance.statements(dialect) for dialect in ("sqlite", "postgresql"))
    assert [statement.replace("string_agg(", "group_concat(") for statement in postgres] == sqlite
    assert not any("group_concat" in statement for statement in postgres)


def test_the_view_for_people_shows_the_stance(tmp_path: Path) -> None:
    path = tmp_path / "war.db"
    reading = report()
    (claim,) = reading.claims or ()
    said = replace(claim.attribution, stance=Stance.ADMIT)
    with open_ledger(path) as ledger:
        ledger.add([replace(reading, claims=(replace(claim, attribution=said),))])
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT stance FROM claims_readable").fetchall() == [("admit",)]
    connection.close()
