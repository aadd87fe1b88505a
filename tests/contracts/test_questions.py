"""A question is answered alike from the rows that it needs and from the whole record, in every store."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.desk.filters import keep
from fogline.desk.options import Format, Query
from fogline.products import rows as made
from fogline.products.dates import date_rows
from fogline.products.why import trace
from fogline.records import (
    ClaimType,
    Control,
    Event,
    Grade,
    Holding,
    Lineage,
    Name,
    Origin,
    Part,
    Period,
    Place,
    Reading,
    Selection,
    Status,
    Views,
)
from fogline.records.errors import InputError
from tests.contracts import strategies
from tests.contracts.test_ledger import DAY, NewLedger, claim_of, event_over, report

few = settings(max_examples=12, suppress_health_check=list(HealthCheck))
WORDS = ("a", "b", "Qara", "al-Qára", "漢")
words = st.sampled_from(WORDS)
names = st.builds(Name, st.lists(words, min_size=1, max_size=3).map(" ".join), st.none() | st.sampled_from("xyz"))
name_lists = st.lists(names, max_size=2).map(tuple)
days = st.dates(date(2024, 3, 1), date(2024, 3, 9))
FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "place": words,
        "actor": words,
        "source": words,
        "type": st.sampled_from(ClaimType),
        "status": st.sampled_from(["Asserted", "denied", "held", "figure"]),
        "report": st.sampled_from(["a", "b-", "é", ""]),
        "day": days,
    },
)


@st.composite
def told(draw: st.DrawFn) -> list[Reading]:
    """Reports whose claims use few names and days, so that filters find some."""
    batch = draw(strategies.batches(max_size=5))
    return [replace(r, claims=None if r.claims is None else tuple(_renamed(draw, c) for c in r.claims)) for r in batch]


def _renamed(draw, claim):
    first = draw(days)
    return replace(
        claim,
        actors=draw(name_lists),
        targets=draw(name_lists),
        place=draw(st.none() | names),
        attribution=replace(claim.attribution, speakers=draw(name_lists), via=draw(st.none() | names)),
        period=draw(st.none() | st.just(Period(first, first))),
    )


@st.composite
def derived(draw: st.DrawFn, batch: list[Reading]) -> Views:
    """Views over these reports, whose events are named as claims are."""
    views = draw(strategies.views(batch))
    uses = [n for r in batch for c in r.claims or () for n in (*c.actors, *c.targets)]
    events = tuple(replace(e, actors=tuple(uses[:2]), targets=(), place=draw(st.none() | names)) for e in views.events)
    holdings = tuple(replace(h, place=draw(names), first=draw(days)) for h in views.holdings)
    kinds = {"event_id": events, "holding_id": holdings}
    one = {key: tuple({getattr(row, key): row for row in rows}.values()) for key, rows in kinds.items()}
    return replace(views, events=one["event_id"], holdings=one["holding_id"])


def asked(wanted: dict[str, object]) -> Query:
    """The filters as the desk has them."""
    given_day = wanted.get("day")
    moment = datetime(given_day.year, given_day.month, given_day.day) if isinstance(given_day, date) else None
    return Query(format=Format.JSON, as_of=moment, **{k: v for k, v in wanted.items() if k != "day"})


def without(wanted: dict[str, object], *kinds: str) -> dict[str, object]:
    return {k: v for k, v in wanted.items() if k not in kinds}


@few
@given(data=st.data(), batch=told(), wanted=FILTERS)
def test_tables_are_those_of_the_whole_record(
    new_ledger: NewLedger, data: st.DataObject, batch: list[Reading], wanted: dict[str, object]
) -> None:
    ledger = new_ledger()
    ledger.add(batch)
    ledger.replace_views(data.draw(derived(batch)))
    corpus, views, day = ledger.corpus(derived=True), ledger.views(), wanted.get("day")

    def same(find: Callable[[Selection], Part], make: Callable[..., list], *dates: object, unasked: Iterable[str] = ()):
        used = without(wanted, *unasked)
        part = find(Selection(**used))
        parts = {} if make is made.claim_rows else {"part": part}
        assert make(part.corpus, part.views, *dates, **parts) == keep(make(corpus, views, *dates), asked(used))

    same(ledger.find_claims, made.claim_rows)
    same(ledger.find_events, made.event_rows)
    same(ledger.find_holdings, made.control_rows, day, unasked=("type", "source", "report"))
    same(ledger.find_happenings, made.timeline_rows, day, unasked=("status",))
    same(ledger.find_disputes, made.dispute_rows, unasked=("actor", "type"))
    assert made.tallied_actor_rows(ledger.find_names()) == made.actor_rows(corpus, views)
    texts = ledger.find_texts()
    for make in (made.lineage_content, date_rows):
        assert make(texts.corpus, texts.views) == make(corpus, views)


@few
@given(data=st.data(), batch=told())
def test_every_id_leads_down_to_the_same_words(
    new_ledger: NewLedger, data: st.DataObject, batch: list[Reading]
) -> None:
    ledger = new_ledger()
    ledger.add(batch)
    ledger.replace_views(data.draw(derived(batch)))
    corpus, views = ledger.corpus(derived=True), ledger.views()
    ids = [r.report_id for r in batch] + [c.claim_id for c in corpus.claims()]
    ids += [d.dispute_id for d in views.disputes]  # a grade, as events and holdings have, is told of the whole record
    ids += [o.origin_id for o in views.lineage.origins] + [s.story_id for s in views.lineage.stories]
    for row_id in ids:
        part = ledger.part_under(row_id)
        assert trace(part.corpus, part.views, row_id, part=part) == trace(corpus, views, row_id)
        assert ledger.rows_beginning(row_id) == ([row_id], 1)


def test_no_more_rows_than_asked_for_and_the_rest_counted(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    ledger.add(report(f"r{number:04}") for number in range(900))
    part = ledger.find_claims(Selection(limit=10))
    assert [r.report_id for r in part.corpus.readings] == [f"r{number:04}" for number in range(10)]
    assert (part.more, part.counted) == (100, False)
    part = ledger.find_claims(Selection(report="r00", limit=10))
    assert (part.more, part.counted) == (90, True)


def test_the_beginning_of_several_ids(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    ledger.add([report("jna-homs"), report("jna-hama"), report("homs")])
    assert ledger.rows_beginning("jna") == (["jna-hama", "jna-homs"], 2)
    assert ledger.rows_beginning("hom") == (["homs", "jna-homs"], 2)
    assert ledger.rows_beginning("claim-")[1] == 3
    for nothing in ("", "\0", "\udcff", "%", "_"):
        assert ledger.rows_beginning(nothing) == ([], 0)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("rebels", ["a", "b"]),
        ("QARA friday", ["a", "b"]),
        ("qara rebels stay", ["b"]),
        ('"entered qara"', ["a", "b"]),
        ('"qara entered"', []),
        ("enter*", ["a", "b"]),
        ("enter", []),
        ("sham", ["c"]),
        ("taḥrīr", ["c"]),
        ("OR NOT NEAR(", []),
        ("d'accord", []),
    ],
)
def test_claims_are_found_by_the_words_of_their_sentences(new_ledger: NewLedger, wanted: str, found: list[str]) -> None:
    ledger = new_ledger()
    ledger.add([report("a"), report("b", "Rebels entered Qara on Friday; they stay.")])
    ledger.add([report("c", "Hay’at Taḥrīr al-Shām left.")])
    part = ledger.find_claims(Selection(text=wanted))
    assert [r.report_id for r in part.corpus.readings] == found
    passages = ledger.find_passages(Selection(text=wanted)).passages
    assert [p.report_id for p in passages] == found


def test_words_of_other_letters_alone_are_refused(new_ledger: NewLedger) -> None:
    with pytest.raises(InputError, match="letters from a to z"):
        new_ledger().find_claims(Selection(text="漢 !"))


@pytest.mark.parametrize("wanted", ["hospital in Qara", "Hospital", "qara"])
def test_a_site_is_found_by_its_words_and_by_its_town(new_ledger: NewLedger, wanted: str) -> None:
    ledger = new_ledger()
    key = "place:in-qara-hospital"
    read = report("site")
    claim = replace(claim_of(read), place=Name("hospital", key))
    ledger.add([replace(read, claims=(claim,), places=(Place(key, "hospital in Qara", within="qara"),)), report("far")])
    gathered = replace(event_over(claim), place=claim.place)
    who, ids = Name("Rebels", "rebels"), (claim.claim_id,)
    held = Holding(Name("hospital", key), who, Control.HELD, DAY.day, None, DAY.day, ids, (), 1, Grade("F", 3))
    ledger.replace_views(Views(events=(gathered,), holdings=(held,)))
    asked = Selection(place=wanted)
    assert claim.claim_id in {c.claim_id for c in ledger.find_claims(asked).corpus.claims()}
    assert ledger.find_events(asked).views.events == (gathered,)
    part = ledger.find_holdings(asked)
    assert [row["place"] for row in made.control_rows(part.corpus, part.views, part=part)] == ["hospital in Qara"]


def test_a_long_report_is_found_in_the_passage_that_holds_the_words(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    ledger.add(
        [report("long", "the sea " * 3000 + "Rebels entered Qara. " + "the hill " * 1500 + "x" * 3000, claims=())]
    )
    (passage,) = ledger.find_passages(Selection(text="rebels qara")).passages
    raw = ledger.find_report("long").raw
    assert "Rebels entered Qara" in raw[passage.start : passage.end]
    assert len(ledger.find_passages(Selection(text="the")).passages) > 3
    assert ledger.find_passages(Selection(text="x" * 3000)).passages


def test_reports_are_numbered_by_day_as_in_the_whole_record(new_ledger: NewLedger) -> None:
    ledger = new_ledger()
    batch = [report(f"r{n}", day=replace(DAY, day=date(2024, 3, 1 + n % 5)) if n % 4 else None) for n in range(24)]
    ledger.add(batch)
    ledger.replace_views(Views(Lineage(days={"r0": DAY, "r3": DAY}, origins=(Origin(("r1",)),))))
    corpus, views = ledger.corpus(derived=True), ledger.views()
    for reading in corpus.readings:
        part = ledger.part_under(claim_of(reading).claim_id)
        steps = trace(part.corpus, part.views, claim_of(reading).claim_id, part=part)
        assert steps == trace(corpus, views, claim_of(reading).claim_id)
    events = tuple(
        Event(ClaimType.CAPTURE, None, (), (), None, Status.ASSERTED, (claim_of(r).claim_id,), 1) for r in batch
    )
    ledger.replace_views(Views(Lineage(days={"r0": DAY, "r3": DAY}), events))
    corpus, views = ledger.corpus(derived=True), ledger.views()
    for limit in (1, None):
        part = ledger.find_events(Selection(limit=limit))
        expected = made.event_rows(corpus, views)[:limit]
        assert made.event_rows(part.corpus, part.views, part=part) == expected
