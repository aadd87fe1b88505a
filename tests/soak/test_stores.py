"""The same laws on files with restarts, on PostgreSQL, and on the whole reports of the examples."""

from __future__ import annotations

from pathlib import Path

from tests.soak import laws
from tests.soak.reports import JUDGEMENTS, short, whole
from tests.soak.test_laws import OF_EXAMPLES, ON_FILES, ON_POSTGRESQL


def test_any_course_with_restarts_gives_the_same_record_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "war.db"
    assert laws.hold_for_any_course(short(), path, ON_FILES, most=4, judgements=JUDGEMENTS) >= ON_FILES


def test_any_course_of_the_examples_gives_the_same_record() -> None:
    assert laws.hold_for_any_course(whole(), "sqlite://", OF_EXAMPLES, most=5, judgements=JUDGEMENTS) >= OF_EXAMPLES


def test_any_course_gives_on_postgresql_what_it_gives_in_sqlite(postgres_record: str) -> None:
    played = laws.hold_for_any_course(short(), postgres_record, ON_POSTGRESQL, most=4, judgements=JUDGEMENTS)
    assert played >= ON_POSTGRESQL
