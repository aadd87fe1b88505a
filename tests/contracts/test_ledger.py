"""What every ledger does, whatever it is kept in.  Source: fogline.records.ports.Ledger"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.ledger import Run, SqlLedger, migrations, open_ledger
from fogline.records import (
    Anchor,
    Basis,
    Claim,
    ClaimType,
    Corpus,
    Event,
    Judgement,
    Ledger,
    Lineage,
    Mention,
    MentionKind,
    Name,
    Origin,
    Period,
    Place,
    PlaceKind,
    Quantity,
    Reading,
    Refusal,
    ReportDay,
    Status,
    Verdict,
    Views,
)
from fogline.records.errors import RecordError, RecordUnwritable, UnknownId
from tests.contracts import strategies

NewLedger = Callable[[], SqlLedger]
few = settings(max_examples=6, suppress_health_check=list(HealthCheck))

RAW = "Rebels entered Qara on Friday, a resident said."
DAY = ReportDay(date(2024, 3, 8), Basis.PUBLISHED, "published")


def report(report_id: str = "a", raw: str = RAW, **fields: object) -> Reading:
    """A report with one claim."""
    sentence = Anchor.at(raw, 0, len(raw), report_id=report_id)
    act = Anchor.at(raw, 7, 14, report_id=report_id)
    claim = Claim(sentence, act, ClaimType.CAPTURE, (Name("Rebels", "rebels"),), place=Name("Qara", "qara"))
    return replace(Reading(report_id, raw, day=DAY, claims=(claim,), places=(), actors=()), **fields)


def claim_of(reading: Reading) -> Claim:
    """Its first claim."""
    return (reading.claims or ())[0]


def event_over(*claims: Claim, origins: int = 1) -> Event:
    """An event that gathers these claims."""
    ids = tuple(claim.claim_id for claim in claims)
    return Event(ClaimType.CAPTURE, None, (), (), None, Status.ASSERTED, ids, origins)


def as_corpus(readings: list[Reading]) -> tuple[Reading, ...]:
    return tuple(sorted(readings, key=lambda reading: reading.report_id))


def test_it_is_a_ledger(new_ledger: NewLedger) -> None:
    ledger: Ledger = new_ledger()
    assert ledger.corpus() == Corpus(())
    assert ledger.views() == Views()
    assert ledger.judgements() == ()


@few
@given(batch=strategies.batches())
def test_readings_come_back_field_for_field_in_the_order_of_their_ids(
    new_ledger: NewLedger, batch: list[Reading]
) -> None:
    ledger = new_ledger()
    assert ledger.add(batch) == tuple(sorted(reading.report_id for reading in batch))
    corpus = ledger.corpus()
    assert corpus.readings == as_corpus(batch)
    assert set(corpus.places) == {place.place_id for reading in batch for place in reading.places or ()}
    assert set(corpus.actors) == {actor.actor_id for reading in batch for actor in reading.actors or ()}


@few
@given(batch=strategies.batches(), seed=st.randoms(use_true_random=False))
def test_order_batches_and_repeats_change_nothing(
    new_ledger: NewLedger, batch: list[Reading], seed: random.Random
) -> None:
    one, other = new_ledger(), new_ledger()
    one.add(batch)
    shuffled = seed.sample(batch, len(batch))
    for reading in shuffled:
        assert other.add([reading]) == (reading.report_id,)
        assert other.add([reading, *shuffled[:1]]) == ()
    assert one.corpus() == other.corpus()
    assert one.counts() == other.counts()
    assert one.find_names() == other.find_names()


def test_working_memory_is_not_stored(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    mention = Mention(Anchor("a", 15, 19, "Qara"), MentionKind.PLACE, Name("Qara"))
    ledger.add([report(mentions=(mention,))])
    assert ledger.corpus().readings == (report(),)


def test_a_generator_is_read_once(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    assert ledger.add(report(f"r{number:04}") for number in range(1100)) == tuple(f"r{n:04}" for n in range(1100))
    assert ledger.counts()["claims"] == 1100


def test_known_gives_the_hash_of_the_raw_text(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    ledger.add([report("a"), report("b")])
    assert ledger.known(["b", "c", "\ud800", "nul\0"]) == {"b": hashlib.sha256(RAW.encode()).hexdigest()}
    assert ledger.known([]) == {}
    assert set(ledger.known([f"none-{number}" for number in range(2000)] + ["a"])) == {"a"}


def test_a_known_report_is_never_overwritten(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    ledger.add([report()])
    assert ledger.add([report(outlet="Another"), report(raw=RAW + " More.")]) == ()
    assert ledger.corpus().readings == (report(),)
    ((report_id, refusal),) = ledger.refusals()
    assert (report_id, refusal.stage) == ("a", "ledger")
    assert "id" in refusal.reason


def test_a_claim_told_twice_is_stored_once(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    claim = claim_of(report())
    ledger.add([report(claims=(claim, replace(claim, confidence=0.2)))])
    assert ledger.corpus().readings == (report(),)


def test_refused_reports_are_kept_apart_until_they_can_be_read(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    refused = Reading("a", "", refusal=Refusal("intake", "it is empty"))
    for _ in range(2):
        assert ledger.add([refused, report("b")]) in (("b",), ())
    assert ledger.refusals() == (("a", Refusal("intake", "it is empty")),)
    assert ledger.known(["a"]) == {}
    assert ledger.counts()["reports"] == ledger.counts()["refusals"] == 1
    assert ledger.add([report("a")]) == ("a",)
    assert ledger.refusals() == ()


@few
@given(data=st.data(), batch=strategies.batches(max_size=2))
def test_refusals_do_not_depend_on_the_order(new_ledger: NewLedger, data: st.DataObject, batch: list[Reading]) -> None:
    extra = data.draw(st.lists(strategies.readings(st.just("z")).flatmap(strategies.refused), max_size=2))
    extra += [data.draw(strategies.refused(reading)) for reading in batch]
    one, other = new_ledger(), new_ledger()
    one.add([*extra, *batch])
    for reading in data.draw(st.permutations([*extra, *batch])):
        other.add([reading])
    assert one.refusals() == other.refusals()
    assert {report_id for report_id, _ in one.refusals()} <= {"z"}
    assert one.corpus() == other.corpus()


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (report("x", raw=RAW + "\ud83d"), "surrogate"),
        (report("x", raw=RAW + "\0"), "NUL"),
        (report("x", title="\udcff"), "surrogate"),
        (report("x\udcff"), "surrogate"),
        (report("x", claims=(replace(claim_of(report("x")), quantities=(Quantity(1, 10**30, "man"),)),)), "64 bits"),
        (report("x", claims=(replace(claim_of(report("x")), confidence=float("nan")),)), "not a number"),
        (report("x", claims=report("other").claims), "another report"),
    ],
)
def test_what_no_database_stores_is_refused_and_the_rest_goes_on(
    new_ledger: NewLedger, broken: Reading, why: str
) -> None:
    ledger = new_ledger()
    assert ledger.add([report("a"), broken, report("y")]) == ("a", "y")
    ((report_id, refusal),) = ledger.refusals()
    assert report_id.startswith("x")
    assert refusal.stage == "ledger"
    assert why in refusal.reason


def test_a_batch_that_fails_in_the_middle_leaves_nothing(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    ledger.add([report("kept")])

    def failing() -> Iterator[Reading]:
        yield from (report(f"r{number}") for number in range(1200))
        raise InterruptedError

    before = ledger.counts()
    with pytest.raises(InterruptedError):
        ledger.add(failing())
    assert ledger.counts() == before
    assert ledger.add([report("r0")]) == ("r0",)


def test_what_is_done_in_one_transaction_is_stored_as_a_whole(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    views = Views(events=(event_over(claim_of(report())),))
    with ledger.transaction():
        assert ledger.add([report()]) == ("a",)
        assert ledger.corpus().readings == (report(),)  # what was written can be read inside it
        ledger.replace_views(views)
    before = ledger.counts()

    def interrupted() -> None:
        with ledger.transaction():
            ledger.add([report("b")])
            ledger.replace_views(Views())
            raise InterruptedError

    with pytest.raises(InterruptedError):
        interrupted()
    assert ledger.counts() == before
    assert ledger.views() == views
    assert ledger.add([report("b")]) == ("b",)


def test_a_write_that_fails_in_a_transaction_ends_it_whatever_the_block_does(new_ledger: NewLedger) -> None:
    ledger = new_ledger()

    def careless() -> None:
        with ledger.transaction():
            ledger.add([report()])
            for _ in range(2):
                with pytest.raises(RecordError):
                    ledger.replace_views(Views(Lineage(origins=(Origin(("a",)), Origin(("unknown",))))))
            with pytest.raises(RecordError, match="so nothing was"):
                ledger.add([report("b")])

    with pytest.raises(RecordError, match="so nothing was"):
        careless()
    assert ledger.counts()["reports"] == 0
    assert ledger.add([report("b")]) == ("b",)


def test_others_read_the_record_as_it_was_while_it_is_written(address: str | Path) -> None:
    with open_ledger(address) as writer, open_ledger(address, patience_s=0.2) as reader:
        writer.add([report()])
        with writer.transaction():
            writer.add(report(f"r{number:04}", "Rebels entered Qara. " * 2000) for number in range(600))
            assert reader.counts()["reports"] == 1
            with pytest.raises(RecordUnwritable, match="being written by another process"):
                reader.add([report("b")])
        assert reader.counts()["reports"] == 601
        assert reader.add([report("b")]) == ("b",)


def test_the_form_of_a_place_that_most_reports_give_stands_for_it(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    rare, common = Place("qara", "Qara"), Place("qara", "Qara", PlaceKind.CITY, 34.15, 36.74)
    batch = [report("a", places=(rare,)), report("b", places=(common,)), report("c", places=(common,))]
    ledger.add(batch)
    assert ledger.corpus().places == {"qara": common}
    assert ledger.corpus().readings == tuple(batch)
    assert ledger.counts()["places"] == 1


@few
@given(data=st.data(), batch=strategies.batches())
def test_views_come_back_equal_and_replace_one_another(
    new_ledger: NewLedger, data: st.DataObject, batch: list[Reading]
) -> None:
    ledger = new_ledger()
    ledger.add(batch)
    for _ in range(2):
        views = data.draw(strategies.views(batch))
        ledger.replace_views(views)
        assert ledger.views() == views
        assert ledger.corpus().origins == views.lineage.origins
        assert ledger.corpus().readings == as_corpus(batch)
    ledger.replace_views(Views())
    assert ledger.views() == Views()


@pytest.mark.parametrize(
    "wrong",
    [
        Views(events=(event_over(claim_of(report("unknown"))),)),
        Views(Lineage(origins=(Origin(("unknown",)),))),
        Views(Lineage(days={"unknown": DAY})),
        Views(events=(event_over(claim_of(report())), event_over(claim_of(report()), origins=2))),
        Views(Lineage(origins=(Origin(("a",), "agency\0"),))),
    ],
)
def test_views_that_do_not_fit_the_record_leave_the_old_ones(new_ledger: NewLedger, wrong: Views) -> None:
    ledger = new_ledger()
    ledger.add([report()])
    good = Views(events=(event_over(claim_of(report())),))
    ledger.replace_views(good)
    with pytest.raises(RecordError, match="nothing was stored"):
        ledger.replace_views(wrong)
    assert ledger.views() == good


def test_redating_stands_beside_what_was_read(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    dated, undated = report("a"), report("b", day=None)
    ledger.add([dated, undated])
    day = ReportDay(date(2024, 3, 9), Basis.INFERRED, "a")
    period = Period(date(2024, 3, 8), date(2024, 3, 8), Basis.STATED)
    ledger.update_days({"b": day}, {claim_of(undated).claim_id: period})
    moved = replace(claim_of(undated), period=period)
    assert ledger.corpus().readings == (dated, undated)
    assert ledger.corpus(derived=True).readings == (dated, replace(undated, day=day, claims=(moved,)))
    assert ledger.find_claim(moved.claim_id, derived=True) == moved
    assert ledger.find_report("b", derived=True).day == day
    assert ledger.views().lineage.days == {"b": day}


def test_a_period_can_be_resolved_to_none(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    claim = replace(claim_of(report()), period=Period(date(2024, 3, 8), date(2024, 3, 8)))
    ledger.add([report(claims=(claim,))])
    ledger.update_days({"a": DAY}, {claim.claim_id: None})
    assert ledger.find_claim(claim.claim_id).period == claim.period
    assert ledger.find_claim(claim.claim_id, derived=True).period is None
    ledger.update_days({}, {})
    assert ledger.find_claim(claim.claim_id, derived=True) == claim


def test_periods_stay_with_the_day_that_they_were_resolved_against(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    ledger.add([report()])
    claim_id = claim_of(report()).claim_id
    period = Period(date(2024, 3, 8), date(2024, 3, 8))
    ledger.update_days({"a": DAY}, {claim_id: period})
    ledger.replace_views(Views(Lineage(days={"a": DAY})))
    assert ledger.find_claim(claim_id, derived=True).period == period
    ledger.replace_views(Views(Lineage(days={"a": replace(DAY, day=date(2024, 3, 9))})))
    assert ledger.find_claim(claim_id, derived=True).period is None


def test_only_what_is_held_can_be_redated(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    ledger.add([report()])
    ledger.update_days({"a": DAY}, {})
    with pytest.raises(UnknownId, match="'b'"):
        ledger.update_days({"b": DAY}, {})
    with pytest.raises(UnknownId, match="'claim-0'"):
        ledger.update_days({}, {"claim-0": None})
    assert ledger.views().lineage.days == {"a": DAY}


@few
@given(judgements=st.lists(strategies.judgements, max_size=4))
def test_judgements_are_kept_once_oldest_first(new_ledger: NewLedger, judgements: list[Judgement]) -> None:
    ledger = new_ledger()
    for judgement in [*judgements, *judgements]:
        ledger.judge(judgement)
    kept = ledger.judgements()
    assert {judgement.judgement_id for judgement in kept} == {judgement.judgement_id for judgement in judgements}
    assert len(kept) == len({judgement.judgement_id for judgement in judgements})
    moments = [judgement.when.replace(tzinfo=judgement.when.tzinfo or UTC) for judgement in kept]
    assert moments == sorted(moments)


def test_judgements_of_one_moment_stay_in_the_order_in_which_they_came(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    moment = datetime(2024, 3, 8, 9, 30, tzinfo=UTC)
    given_order = [Judgement(Verdict.MERGE, (f"event-{n}",), None, "desk", moment, "same town") for n in (3, 1, 2)]
    earlier = Judgement(Verdict.UNDO, ("judgement-1",), None, "desk", moment - timedelta(days=1), "wrong")
    for judgement in [*given_order, earlier]:
        ledger.judge(judgement)
    assert ledger.judgements() == (earlier, *given_order)


def test_a_judgement_that_no_database_stores_is_an_error(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    with pytest.raises(RecordError, match="surrogate"):
        ledger.judge(Judgement(Verdict.SPLIT, (), None, "desk\udcff", datetime(2024, 3, 8, tzinfo=UTC), ""))
    assert ledger.judgements() == ()


def test_runs_are_remembered(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    runs = [Run(datetime(2024, 3, day, tzinfo=UTC), 1.5, "0.1", 3, 1, 1, 1, ("clean", "extract")) for day in (9, 8)]
    for run in runs:
        ledger.note_run(run)
    assert ledger.runs() == tuple(runs)


def test_claims_and_reports_are_found_by_the_beginning_of_their_ids(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    batch = [report("north-1"), report("north-12"), report("south_1"), report("100% true")]
    ledger.add(batch)
    claim = claim_of(batch[2])
    for prefix in (claim.claim_id, claim.claim_id[:-2], claim.claim_id.removeprefix("claim-")[:8]):
        assert ledger.find_claim(prefix) == claim
        assert ledger.resolve_id(prefix) == claim.claim_id
    assert ledger.find_report("north-1").report_id == "north-1"  # exact, though another id begins so
    assert ledger.find_report("sou") == batch[2]
    assert ledger.find_report("100%") == batch[3]
    with pytest.raises(UnknownId, match="north-1, north-12"):
        ledger.resolve_id("north")


def test_ids_of_every_kind_are_resolved(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    ledger.add([report()])
    event, origin = event_over(claim_of(report())), Origin(("a",))
    judgement = Judgement(Verdict.DISTRUST, ("a",), None, "desk", datetime(2024, 3, 8, tzinfo=UTC), "party")
    ledger.replace_views(Views(Lineage(origins=(origin,)), (event,)))
    ledger.judge(judgement)
    for full in (event.event_id, origin.origin_id, judgement.judgement_id):
        assert ledger.resolve_id(full[:-3]) == full


@pytest.mark.parametrize("unknown", ["claim-zz", "nort_", "_orth", "", "%", "\ud800", "\0", "x" * 9000])
def test_an_unknown_id_is_said_so(new_ledger: NewLedger, unknown: str) -> None:
    ledger = new_ledger()
    ledger.add([report("north-1")])
    for find in (ledger.resolve_id, ledger.find_claim, ledger.find_report):
        with pytest.raises(UnknownId) as caught:
            find(unknown)
        assert "\n" not in str(caught.value)


def test_close_ids_are_suggested(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    ledger.add([report("north-report")])
    claim_id = claim_of(report("north-report")).claim_id
    with pytest.raises(UnknownId, match="did you mean north-report"):
        ledger.find_report("north-rebort")
    with pytest.raises(UnknownId, match=f"did you mean {claim_id}"):
        ledger.find_claim(claim_id[:-1] + "x")
    with pytest.raises(UnknownId, match="is no claim"):
        ledger.find_claim("north-report")
    with pytest.raises(UnknownId, match="is no report"):
        ledger.find_report(claim_id)


def test_counts_and_version(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    ledger.add([report("a"), report("b")])
    counts = ledger.counts()
    assert (counts["reports"], counts["claims"], counts["events"]) == (2, 2, 0)
    assert ledger.version() == migrations.REVISIONS[-1]
