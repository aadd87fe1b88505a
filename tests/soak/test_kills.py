"""A read that is killed stores all or nothing; read again, the record is the one that nobody killed."""

from __future__ import annotations

from pathlib import Path

from tests.postgres import schema
from tests.soak.kills import Killer, Tally
from tests.soak.reports import write

IN_FILES, ON_POSTGRESQL = 12, 4


def test_nothing_is_lost_and_nothing_doubled_in_a_file(tmp_path: Path) -> None:
    killer = Killer(write(tmp_path), seed=1)
    for number in range(IN_FILES):
        killer.kill(str(tmp_path / f"{number}.db"))
    assert killer.tally.wrong == []
    assert spread(killer.tally, IN_FILES)


def test_nothing_is_lost_and_nothing_doubled_on_postgresql(tmp_path: Path, postgres: str) -> None:
    killer = Killer(write(tmp_path), seed=2)
    for _ in range(ON_POSTGRESQL):
        with schema(postgres) as record:
            killer.kill(record)
    assert killer.tally.wrong == []
    assert spread(killer.tally, ON_POSTGRESQL)


def spread(tally: Tally, kills: int) -> bool:
    """Whether all were killed, and some of them before they had stored anything."""
    return tally.kills == kills == tally.before + tally.after and tally.before > 0
