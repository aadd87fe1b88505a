"""A report that comes is traced with what it bears on, and the record is the same as traced from nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from fogline.lineage import add, trace
from fogline.lineage.remembered import RememberedLineage
from fogline.records import Corpus, Judgement, Lineage, Reading

from .conftest import Make
from .test_comparisons import DAY, NAMES, grown, histories, judgements, record

FEW = settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
MANY = 8  # reports that nothing bears on, so that one is few beside them


def strangers(make: Make) -> list[Reading]:
    """Reports that share nothing with the others."""
    return [make(f"z{n:02}", f"Fishers of Havn{n} sold {n + 300} crates.", DAY) for n in range(MANY)]


def come(
    kept: RememberedLineage, lineage: Lineage, held: Sequence[Reading], new: Reading, made: Sequence[Judgement]
) -> tuple[Lineage, bool]:
    """The lineage after a report has come, and whether only what it bears on was traced."""
    known = {reading.report_id: reading for reading in held}

    def read(report_ids: Iterable[str]) -> list[Reading]:
        return [known[report_id] for report_id in report_ids]

    found = add(kept, [new], read, made)
    after = trace(Corpus((*held, new)), made, kept) if found is None else found
    return grown(lineage, after), found is not None


@FEW
@given(history=histories(), order=st.permutations(NAMES))
def test_reports_that_come_one_by_one_give_the_same(story, make: Make, history, order):  # type: ignore[no-untyped-def]
    told, ruled = history[0]
    made = judgements(ruled)
    reports = {reading.report_id: reading for reading in record(story, told).readings}
    held = strangers(make)
    kept = RememberedLineage()
    lineage = trace(Corpus(tuple(held)), made, kept)
    for name in order:
        if name in reports:
            lineage, added = come(kept, lineage, held, reports[name], made)
            event(f"added {added}")
            held.append(reports[name])
            assert lineage == trace(Corpus(tuple(held)), made)


@FEW
@given(history=histories())
def test_a_record_can_be_gone_through_again_after_additions(story, make: Make, history):  # type: ignore[no-untyped-def]
    kept, held, lineage = RememberedLineage(), strangers(make), Lineage()
    lineage = trace(Corpus(tuple(held)), (), kept)
    for reading in story:
        lineage, _ = come(kept, lineage, held, reading, ())
        held.append(reading)
    for told, ruled in history:
        corpus, made = record(held, told), judgements(ruled)
        lineage = grown(lineage, trace(corpus, made, kept))
        assert lineage == trace(corpus, made)


def test_nothing_else_is_read(story: tuple[Reading, ...], make: Make) -> None:
    kept, held = RememberedLineage(), [*strangers(make), *story[:-1]]
    lineage = trace(Corpus(tuple(held)), (), kept)
    later = story[0].day
    assert later is not None
    copy = replace(story[0], report_id="reprint", day=replace(later, day=later.day + timedelta(days=1)))
    lineage, added = come(kept, lineage, held, copy, ())
    assert added
    found = add(kept, [make("alone", "Nobody came to Brack.", DAY)], lambda ids: [*map(str, ids)] and [], ())
    assert found is not None
    assert found.of == {"alone"}


def test_a_report_whose_day_no_kin_tells_has_all_gone_through(story: tuple[Reading, ...], make: Make) -> None:
    held = [*strangers(make), *story]
    kept = RememberedLineage()
    lineage = trace(Corpus(tuple(held)), (), kept)
    undated = make("eve", "Colonel Ismet Daren of the 14th Brigade met Arno Velt at Port Selm in Talvek yesterday.")
    lineage, added = come(kept, lineage, held, undated, ())
    assert not added
    assert lineage == trace(Corpus((*held, undated)))


def test_a_day_that_was_asked_of_others_is_asked_again_where_one_comes_that_may_tell_it(make: Make) -> None:
    undated = make("eve", "Colonel Ismet Daren of the 14th Brigade met Arno Velt at Port Selm in Talvek yesterday.")
    held, kept = [*strangers(make), undated], RememberedLineage()
    lineage = trace(Corpus(tuple(held)), (), kept)
    for name, text, alone in (
        ("bread", "Bakers of Brack sold 41 loaves.", True),
        ("met", "Ismet Daren and Arno Velt of Talvek met 300 men at Port Selm.", False),
        ("fish", "Nets were dry at Ostrel for 77 days.", True),
    ):
        new = make(name, text, DAY)
        lineage, added = come(kept, lineage, held, new, ())
        held.append(new)
        assert added is alone
        assert lineage == trace(Corpus(tuple(held)))
    assert any(witness.report_id == "eve" for witness in lineage.witnesses)
