"""Hypothesis strategies for the records that travel between rooms.  Every anchor holds in its report's raw text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st

from fogline.records import (
    Actor,
    ActorKind,
    Alteration,
    Anchor,
    Attribution,
    Basis,
    Claim,
    ClaimType,
    Control,
    DateExpression,
    DayWitness,
    Dispute,
    DisputeKind,
    Event,
    Figure,
    Grade,
    Holding,
    Judgement,
    Kinship,
    Lineage,
    Name,
    Origin,
    Period,
    Place,
    PlaceKind,
    Quantity,
    Reading,
    Refusal,
    Relation,
    ReportDay,
    Side,
    Span,
    SpanKind,
    Stance,
    Status,
    Story,
    Tense,
    Verdict,
    Views,
    WitnessKind,
)

Strategy = st.SearchStrategy
T = TypeVar("T")

# What a database can store: no NUL, no half of a surrogate pair.
signs = st.characters(exclude_categories=("Cs",), exclude_characters="\0")
texts = st.text(signs, max_size=12)
ids = st.text(st.sampled_from("abc-_%'é "), min_size=1, max_size=4)
dates = st.dates(date(1, 1, 1), date(9999, 12, 1))
numbers = st.integers(0, 2**63 - 1)
shares = st.floats(0, 1)
codes = st.none() | st.sampled_from(["SY", "UA"])
names = st.builds(Name, texts, st.none() | ids)
name_lists = st.lists(names, max_size=2).map(tuple)
days = st.builds(ReportDay, dates, st.sampled_from(Basis), texts)
spans = st.builds(Span, st.integers(0, 99), st.integers(0, 99), st.sampled_from(SpanKind))
places = st.builds(
    Place,
    ids,
    texts,
    st.sampled_from(PlaceKind),
    st.none() | st.floats(-90, 90),
    st.none() | st.floats(-180, 180),
    codes,
    st.none() | ids,
)
actors = st.builds(Actor, ids, texts, st.sampled_from(ActorKind), codes, st.none() | ids)
attributions = st.builds(
    Attribution,
    name_lists,
    st.none() | names,
    st.none() | texts,
    st.none() | texts,
    st.none() | st.sampled_from(Stance),
)
expressions = st.builds(DateExpression, texts, st.sampled_from(Tense), st.sampled_from(Basis))
quantities = st.builds(lambda a, b, unit: Quantity(min(a, b), max(a, b), unit), numbers, numbers, texts)
grades = st.builds(Grade, st.sampled_from("ABCDEF"), st.integers(1, 6))
refusals = st.builds(Refusal, st.sampled_from(["intake", "text"]), texts)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """A period of up to a month."""
    first = draw(dates)
    return Period(first, first + timedelta(days=draw(st.integers(0, 30))), draw(st.sampled_from(Basis)))


@st.composite
def anchors(draw: st.DrawFn, report_id: str, raw: str) -> Anchor:
    """An anchor that holds in `raw`, which has at least one sign."""
    start = draw(st.integers(0, len(raw) - 1))
    return Anchor.at(raw, start, draw(st.integers(start + 1, len(raw))), report_id=report_id)


def claims(report_id: str, raw: str) -> Strategy[Claim]:
    """Claims of one report."""
    return st.builds(
        Claim,
        anchor=anchors(report_id, raw),
        act=anchors(report_id, raw),
        type=st.sampled_from(ClaimType),
        actors=name_lists,
        targets=name_lists,
        place=st.none() | names,
        status=st.sampled_from(Status),
        attribution=attributions,
        when=st.none() | expressions,
        period=st.none() | periods(),
        quantities=st.lists(quantities, max_size=2).map(tuple),
        mode=st.none() | texts,
        confidence=shares,
        origin_stage=texts,
        version=texts,
    )


@st.composite
def readings(draw: st.DrawFn, report_ids: Strategy[str] = ids) -> Reading:
    """A report that was read, wholly or in part, without a refusal; its claims differ in their ids."""
    report_id, raw = draw(report_ids), draw(st.text(signs, min_size=1, max_size=30))
    told = st.lists(claims(report_id, raw), max_size=2, unique_by=lambda claim: claim.claim_id)
    return Reading(
        report_id=report_id,
        raw=raw,
        outlet=draw(st.none() | texts),
        title=draw(st.none() | texts),
        url=draw(st.none() | texts),
        published=draw(st.none() | days),
        day=draw(st.none() | days),
        spans=draw(_read(spans)),
        credits=draw(_read(texts)),
        claims=draw(st.none() | told.map(tuple)),
        places=draw(_read(places)),
        actors=draw(_read(actors)),
    )


def batches(*, max_size: int = 4) -> Strategy[list[Reading]]:
    """Readings whose ids differ."""
    return st.lists(readings(), max_size=max_size, unique_by=lambda reading: reading.report_id)


def refused(reading: Reading) -> Strategy[Reading]:
    """The same report, refused."""
    return refusals.map(lambda refusal: replace(reading, refusal=refusal, claims=None, spans=None))


@st.composite
def views(draw: st.DrawFn, of: list[Reading]) -> Views:
    """Views over the claims and reports of these readings; the ids of each kind differ."""
    report_ids = [reading.report_id for reading in of]
    claim_ids = [claim.claim_id for reading in of for claim in reading.claims or ()]
    told = st.lists(st.sampled_from(claim_ids), max_size=3).map(tuple) if claim_ids else st.just(())
    return Views(
        draw(lineages(report_ids)) if report_ids else Lineage(),
        draw(_in_order(_distinct(events(told), "event_id"))),
        draw(_in_order(_distinct(holdings(told), "holding_id"))),
        draw(_in_order(_distinct(disputes(told), "dispute_id"))),
    )


def lineages(report_ids: list[str]) -> Strategy[Lineage]:
    """What lineage might find among these reports."""
    of = st.sampled_from(report_ids)
    reasons = st.lists(texts, max_size=2).map(tuple)
    groups = st.lists(of, min_size=1, max_size=3, unique=True).map(sorted).map(tuple)
    return st.builds(
        Lineage,
        kin=_by_report(_some(st.builds(Kinship, of, of | texts, st.sampled_from(Relation), shares, reasons))),
        origins=_by_reports(_distinct(st.builds(Origin, groups, st.none() | texts), "origin_id")),
        alterations=_by_report(_some(st.builds(Alteration, of, of, texts, texts, texts, texts, texts))),
        days=st.dictionaries(of, days, max_size=2),
        witnesses=_by_report(_some(st.builds(DayWitness, of, st.sampled_from(WitnessKind), dates, texts, texts))),
        stories=_by_reports(
            _distinct(
                st.builds(Story, groups, st.lists(texts, max_size=2).map(tuple), st.none() | dates, st.none() | dates),
                "story_id",
            )
        ),
    )


def _by_reports(groups: Strategy[Any]) -> Strategy[Any]:
    """Groups as lineage gives them: by their reports."""
    return groups.map(lambda some: tuple(sorted(some, key=lambda group: group.report_ids)))


def _by_report(rows: Strategy[Any]) -> Strategy[Any]:
    """Rows as lineage gives them: by their reports, those of one report in any order."""
    return rows.map(lambda some: tuple(sorted(some, key=lambda row: row.report_id)))


def events(told: Strategy[tuple[str, ...]]) -> Strategy[Event]:
    """Events over these claim ids."""
    return st.builds(
        Event,
        type=st.sampled_from(ClaimType),
        place=st.none() | names,
        actors=name_lists,
        targets=name_lists,
        period=st.none() | periods(),
        status=st.sampled_from(Status),
        claim_ids=told,
        origins=st.integers(0, 9),
        figures=_some(st.builds(Figure, texts, numbers, numbers, numbers, told)),
        grade=grades,
    )


def holdings(told: Strategy[tuple[str, ...]]) -> Strategy[Holding]:
    """Holdings over these claim ids."""
    return st.builds(
        Holding,
        place=names,
        holder=st.none() | names,
        status=st.sampled_from(Control),
        first=dates,
        last=st.none() | dates,
        since=st.none() | dates,
        supports=told,
        opposes=told,
        origins=st.integers(0, 9),
        grade=grades,
        reason=texts,
        guessed=told,
        fights=told,
    )


def disputes(told: Strategy[tuple[str, ...]]) -> Strategy[Dispute]:
    """Disputes over these claim ids."""
    sides = st.builds(Side, texts, st.lists(texts, max_size=2).map(tuple), told, st.integers(0, 9))
    return st.builds(Dispute, texts, st.sampled_from(DisputeKind), st.none() | names, _some(sides))


judgements = st.builds(
    Judgement,
    st.sampled_from(Verdict),
    st.lists(ids, max_size=2).map(tuple),
    st.none() | texts,
    texts,
    st.datetimes() | st.datetimes(timezones=st.just(UTC)),
    texts,
)


def _read(items: Strategy[T]) -> Strategy[tuple[T, ...] | None]:
    """Not yet read, or read and something or nothing found."""
    return st.none() | st.lists(items, max_size=2).map(tuple)


def _some(items: Strategy[T]) -> Strategy[tuple[T, ...]]:
    return st.lists(items, max_size=2).map(tuple)


def _in_order(views: Strategy[tuple[Any, ...]]) -> Strategy[tuple[Any, ...]]:
    """Views of one kind as they are made: in their order."""
    return views.map(lambda some: tuple(sorted(some, key=lambda view: view.order)))


def _distinct(items: Strategy[T], key: str) -> Strategy[tuple[T, ...]]:
    return st.lists(items, max_size=2, unique_by=lambda item: getattr(item, key)).map(tuple)
