"""What was reckoned of bodies before is taken again, and changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.lineage import trace
from fogline.lineage.comparisons import Comparisons
from fogline.lineage.tellings import read_tellings
from fogline.records import Corpus, Reading
from fogline.records.working import Reckoned

FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def histories(draw: st.DrawFn) -> list[dict[str, tuple[bool, int, bool, str]]]:
    """For each record of a history, of each report: whether it is there, its day, its words in capitals, its house."""
    told = st.tuples(st.booleans(), st.integers(0, 5), st.booleans(), st.sampled_from(("Tide", "Harbour Post")))
    return draw(st.lists(st.dictionaries(st.sampled_from(NAMES), told, min_size=2), min_size=2, max_size=3))


NAMES = ("agency", "copy", "rewrite", "digest", "update", "independent", "statement", "unrelated")


def record(story: Sequence[Reading], told: dict[str, tuple[bool, int, bool, str]]) -> Corpus:
    """The reports of a story as a history has them; capitals make names of words in all reports that have them."""
    found = []
    for reading in story:
        there, days, capitals, house = told.get(reading.report_id, (True, 0, False, reading.outlet))
        if not there:
            continue
        day = reading.day and replace(reading.day, day=reading.day.day + timedelta(days=days))
        raw = reading.raw.replace("fighters", "Fighters") if capitals else reading.raw
        found.append(replace(reading, raw=raw, day=day, outlet=house))
    return Corpus(tuple(found))


@FEW
@given(history=histories())
def test_lineage_is_the_same_whatever_was_reckoned_before(story: tuple[Reading, ...], history):  # type: ignore[no-untyped-def]
    before: dict[str, str] = {}
    for told in history:
        corpus, reckoned = record(story, told), Reckoned(before)
        assert trace(corpus, (), reckoned) == trace(corpus)
        before = reckoned.now


def test_what_was_reckoned_is_not_reckoned_again(story: tuple[Reading, ...], monkeypatch) -> None:  # type: ignore[no-untyped-def]
    first = Reckoned()
    lineage = trace(Corpus(story), (), first)
    monkeypatch.setattr(Comparisons, "_compare", None)
    monkeypatch.setattr("fogline.lineage.alterations.find_changes", None)
    second = Reckoned(first.now)
    assert trace(Corpus(story), (), second) == lineage
    assert second.now == first.now


def test_what_no_report_needs_any_more_is_forgotten(story: tuple[Reading, ...]) -> None:
    first = Reckoned()
    trace(Corpus(story), (), first)
    second = Reckoned(first.now)
    trace(Corpus(story[:1]), (), second)
    assert len(first.now) > len(second.now) == 1, "what is asked of the report alone"


def test_what_a_telling_reads_follows_from_its_body_alone(story: tuple[Reading, ...]) -> None:
    together = {telling.report_ids[0]: telling for telling in read_tellings(story)}
    assert together == {r.report_id: read_tellings([r])[0] for r in story}
