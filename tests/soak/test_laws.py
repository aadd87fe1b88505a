"""The record is a function of the set of reports and judgements: byte for byte, however they came.

`make test` plays `SHUFFLES` courses in all, here and in `test_stores.py`: each of other reports, in another order, in
other batches, with other repeats, judgements and restarts.
"""

from __future__ import annotations

from fogline.lineage import region
from tests.soak import laws
from tests.soak.courses import Straight
from tests.soak.reports import JUDGEMENTS, short

IN_MEMORY, ONE_BY_ONE, ON_FILES, OF_EXAMPLES, ON_POSTGRESQL = 1700, 100, 150, 50, 30
SHUFFLES = IN_MEMORY + ONE_BY_ONE + ON_FILES + OF_EXAMPLES + ON_POSTGRESQL
UNDONE, AS_OF = 60, 60


def test_enough_shuffles_are_played() -> None:
    assert SHUFFLES >= 2000


def test_any_course_gives_the_same_record() -> None:
    assert laws.hold_for_any_course(short(), "sqlite://", IN_MEMORY, most=4, judgements=JUDGEMENTS) >= IN_MEMORY


def test_any_course_does_where_each_report_is_traced_by_what_it_bears_on(monkeypatch) -> None:
    monkeypatch.setattr(region, "AT_MOST", 0)  # however few are held
    assert laws.hold_for_any_course(short(), "sqlite://", ONE_BY_ONE, most=4, judgements=JUDGEMENTS) >= ONE_BY_ONE


def test_a_judgement_that_is_undone_leaves_nothing() -> None:
    assert laws.undoing_leaves_nothing(short(), "sqlite://", UNDONE) >= UNDONE


def test_what_held_on_a_day_is_what_a_record_read_from_scratch_says() -> None:
    assert laws.as_of_agrees_with_a_replay(short(), "sqlite://", AS_OF) >= AS_OF


def test_the_canonical_text_tells_records_apart() -> None:
    straight, ids = Straight(short()), sorted(short())
    told = {straight.made(frozenset(ids[:count])) for count in range(len(ids) + 1)}
    judged = {straight.made(frozenset(ids), frozenset([judgement])) for judgement in JUDGEMENTS}
    straight.close()
    assert len(told) == len(ids) + 1
    assert len(judged) == len(JUDGEMENTS)
