"""What was reckoned of bodies before is taken again, and changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.lineage import tellings, trace
from fogline.lineage.alterations import _sorted
from fogline.lineage.comparisons import Comparisons
from fogline.lineage.families import Kindred
from fogline.lineage.gist import gist_key
from fogline.lineage.remembered import RememberedLineage
from fogline.lineage.tellings import mark_of, read_telling, read_tellings
from fogline.records import Corpus, Judgement, Lineage, Reading, Story, Verdict

from .conftest import AGENCY, Make

NOON = datetime(2030, 3, 10, 12, tzinfo=UTC)
DAY = date(2030, 3, 6)
FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


NAMES = ("agency", "copy", "rewrite", "digest", "update", "independent", "statement", "unrelated")
VERDICTS = (Verdict.KIN, Verdict.NOT_KIN, Verdict.ORIGIN, Verdict.OWN_ORIGIN, Verdict.STORY)
Told = dict[str, tuple[bool, int | None, bool, str]]
Ruled = list[tuple[Verdict, list[str]]]


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[Told, Ruled]]:
    """For each record of a history, of each report: whether it is there, its day or none, its words in capitals, its
    house; and what persons judged."""
    days = st.none() | st.integers(0, 5)
    told = st.tuples(st.booleans(), days, st.booleans(), st.sampled_from(("Tide", "Harbour Post")))
    pairs = st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True)
    ruled = st.lists(st.tuples(st.sampled_from(VERDICTS), pairs), max_size=2)
    reports = st.dictionaries(st.sampled_from(NAMES), told, min_size=2)
    return draw(st.lists(st.tuples(reports, ruled), min_size=2, max_size=4))


def record(story: Sequence[Reading], told: Told) -> Corpus:
    """The reports of a story as a history has them; capitals make names of words in all reports that have them."""
    found = []
    for reading in story:
        there, days, capitals, house = told.get(reading.report_id, (True, 0, False, reading.outlet))
        if not there:
            continue
        day = reading.day and days is not None and replace(reading.day, day=reading.day.day + timedelta(days=days))
        raw = reading.raw.replace("fighters", "Fighters") if capitals else reading.raw
        found.append(replace(reading, raw=raw, day=day or None, outlet=house))
    return Corpus(tuple(found))


def judgements(ruled: Ruled) -> list[Judgement]:
    """What persons judged, one each minute."""
    return [
        Judgement(verdict, tuple(subjects), None, "Ann", NOON + timedelta(minutes=n), "she was there")
        for n, (verdict, subjects) in enumerate(ruled)
    ]


def grown(before: Lineage, now: Lineage) -> Lineage:
    """The lineage now, with what stands as it was found before."""
    others = {r for origin in before.origins for r in origin.report_ids if now.of is not None and r not in now.of}
    stand = now.standing | others
    origins = [origin for origin in before.origins if others.issuperset(origin.report_ids)]
    return replace(
        now,
        origins=tuple(sorted([*now.origins, *origins], key=lambda origin: origin.report_ids)),
        days=dict(sorted({**{r: day for r, day in before.days.items() if r in others}, **now.days}.items())),
        kin=tuple(sorted([*now.kin, *(row for row in before.kin if row.report_id in stand)])),
        alterations=_sorted([*now.alterations, *(row for row in before.alterations if row.report_id in stand)]),
        witnesses=tuple(sorted([*now.witnesses, *(row for row in before.witnesses if row.report_id in stand)])),
        stories=_stories(before, now),
        standing=frozenset(),
        retold=None,
        of=None,
    )


def _stories(before: Lineage, now: Lineage) -> tuple[Story, ...]:
    """The stories now, with those that stand as they were found before."""
    retold = now.retold
    if retold is None:
        return now.stories
    stand = [story for story in before.stories if retold.isdisjoint(story.report_ids)]
    return tuple(sorted([*now.stories, *stand], key=lambda story: story.report_ids))


@FEW
@given(history=histories())
def test_lineage_is_the_same_whatever_was_kept_before(story: tuple[Reading, ...], history):  # type: ignore[no-untyped-def]
    kept, lineage = RememberedLineage(), Lineage()
    for told, ruled in history:
        corpus, made = record(story, told), judgements(ruled)
        lineage = grown(lineage, trace(corpus, made, kept))
        assert lineage == trace(corpus, made)


def test_what_was_kept_is_not_worked_out_again(story: tuple[Reading, ...], monkeypatch) -> None:  # type: ignore[no-untyped-def]
    kept = RememberedLineage()
    lineage = trace(Corpus(story), (), kept)
    monkeypatch.setattr(Comparisons, "_compare", None)
    monkeypatch.setattr("fogline.lineage.alterations.find_changes", None)
    again = trace(Corpus(story), (), kept)
    assert again.standing == {reading.report_id for reading in story}
    assert grown(lineage, again) == lineage


def test_a_report_that_comes_has_its_own_circle_traced_alone(story: tuple[Reading, ...]) -> None:
    kept = RememberedLineage()
    trace(Corpus(tuple(r for r in story if r.report_id not in {"copy", "unrelated"})), (), kept)
    trace(Corpus(tuple(r for r in story if r.report_id != "copy")), (), kept)
    last = trace(Corpus(story), (), kept)
    assert "unrelated" in last.standing
    assert not last.standing & {"agency", "copy", "rewrite"}


def test_a_report_whose_id_is_an_agency_is_of_the_circle_of_those_that_credit_it(make: Make) -> None:
    kept = RememberedLineage()
    credits = make("tide", f"(AP) - {AGENCY}", outlet="Tide", credits=("AP",))
    before = trace(Corpus((credits,)), (), kept)
    both = Corpus((make("AP", "Nothing was heard of it."), credits))
    assert before.kin[0].source == "AP"
    assert grown(before, trace(both, (), kept)) == trace(both)


def test_no_pair_is_judged_again_that_was_found_to_be_no_kin(story: tuple[Reading, ...], monkeypatch) -> None:  # type: ignore[no-untyped-def]
    kept = RememberedLineage()
    trace(Corpus(tuple(r for r in story if r.report_id != "unrelated")), (), kept)
    asked: list[tuple[int, int]] = []
    judged = Kindred.judged
    monkeypatch.setattr(Kindred, "judged", lambda self, *pair: asked.append(pair) or judged(self, *pair))
    lineage = trace(Corpus(story), (), kept)
    assert {row.report_id for row in lineage.witnesses} == {"unrelated"}
    assert {story[n].report_id for n in range(len(story))} > lineage.standing
    assert len(asked) <= len(story)


def test_bodies_are_not_read_again_for_a_day_that_no_kin_tells(make: Make, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    kept, read = RememberedLineage(), []
    eve = make("eve", "Colonel Ismet Daren of the 14th Brigade met Arno Velt at Port Selm in Talvek yesterday.")
    dated = [make(f"r{n}", f"Ismet Daren and Arno Velt of Talvek met {n}00 men at Port Selm.", DAY) for n in range(2)]
    lineage = trace(Corpus((eve, *dated)), (), kept)
    new = make("skippers", "Skippers shut the harbour of Havn.", DAY)
    monkeypatch.setattr(tellings, "read_telling", lambda *given: read.append(given[0]) or read_telling(*given))
    again = trace(Corpus((eve, *dated, new)), (), kept)
    assert set(read) == {new.raw}
    assert grown(lineage, again) == trace(Corpus((eve, *dated, new)))
    assert any(w.report_id == "eve" for w in again.witnesses)


def test_what_no_report_needs_any_more_is_forgotten(story: tuple[Reading, ...]) -> None:
    kept = RememberedLineage()
    trace(Corpus(story), (), kept)
    trace(Corpus(story[:1]), (), kept)
    assert [row.key for row in kept.reckonings(kept.owners())] == [gist_key(mark_of(story[0].body_text()))]
    assert len(kept.circles()) == len(kept.ties()) == 1


def test_what_a_telling_reads_follows_from_its_body_alone(story: tuple[Reading, ...]) -> None:
    together = {telling.report_ids[0]: telling for telling in read_tellings(story)}
    assert together == {r.report_id: read_tellings([r])[0] for r in story}
