"""Rows as readings again, field for field."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar, cast

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, select

from fogline.ledger import tables
from fogline.ledger.arriving import read_version_of
from fogline.ledger.scope import chunks
from fogline.records import (
    Actor,
    ActorKind,
    Anchor,
    Attribution,
    Basis,
    Claim,
    ClaimType,
    DateExpression,
    Name,
    Period,
    Place,
    PlaceKind,
    Quantity,
    Reading,
    ReportDay,
    Span,
    SpanKind,
    Stance,
    Status,
    Tense,
)
from fogline.records.claim import Sketch

T = TypeVar("T")
Form = TypeVar("Form", Place, Actor)
Scope = ColumnElement[bool] | None
Reports = str | Collection[str] | None  # the id of a report, or the ids of some; all where there is none
_AT_ONCE = 2000  # rows of claims that are held beside the claims


def read_readings(connection: Connection, *, report_id: str | None = None, derived: bool = False) -> list[Reading]:
    """The stored readings, or the one of `report_id`, in the order of their ids; `mentions` and `parse` are `None`.

    With `derived` the days inferred for undated reports, and the periods resolved against them, stand in place of
    what was read.
    """
    scope = None if report_id is None else tables.claims.c.report_id == report_id
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in read_claims(connection, scope, derived=derived):
        claims[claim.anchor.report_id].append(claim)
    places = _grouped(connection, tables.report_places, report_id, make_place, tables.places)
    actors = _grouped(connection, tables.report_actors, report_id, make_actor, tables.actors)
    readings = (
        replace(
            reading,
            claims=tuple(claims.get(reading.report_id, ())) if "claims" in fields else None,
            places=tuple(places.get(reading.report_id, ())) if "places" in fields else None,
            actors=tuple(actors.get(reading.report_id, ())) if "actors" in fields else None,
        )
        for fields, reading in _iter_texts(connection, report_id, derived=derived)
    )
    return sorted(readings, key=lambda reading: reading.report_id)


def read_texts(connection: Connection) -> list[Reading]:
    """The stored readings in the order of their ids, with inferred days, and without what is claimed and named."""
    texts = (reading for _, reading in _iter_texts(connection, None, derived=True))
    return sorted(texts, key=lambda reading: reading.report_id)


def read_outline(connection: Connection, report_ids: Collection[str] | None = None) -> list[Reading]:
    """The readings as they were read, or those of some ids, by their ids: each claim as a `Sketch`.

    No more than some hundred ids can be asked at once.
    """
    sketches: dict[str, list[Sketch]] = defaultdict(list)
    for report_id, text, key, status, *when in connection.execute(_of_report(_SKETCH, tables.claims, report_ids)):
        sketches[report_id].append(Sketch(place_name(text, key), _STATUSES[status], _when(*when)))
    readings = (
        replace(reading, claims=cast("tuple[Claim, ...]", tuple(sketches[reading.report_id])))
        if "claims" in fields
        else reading
        for fields, reading in _iter_texts(connection, report_ids, derived=False)
    )
    return sorted(readings, key=lambda reading: reading.report_id)


def read_imprints(connection: Connection) -> list[Reading]:
    """The readings by their ids with no more than their outlets and their days, as they were read."""
    found = (
        Reading(row[0], "", row[1], published=report_day(*row[2:5]), day=report_day(*row[5:8]))
        for row in connection.execute(select(*_IMPRINT)).all()
    )
    return sorted(found, key=lambda reading: reading.report_id)


def read_forms(connection: Connection, without: Collection[str]) -> tuple[dict[str, Place], dict[str, Actor]]:
    """The commonest form of each place and of each actor that is named in any report but these."""
    places = _grouped(connection, tables.report_places, None, make_place, tables.places)
    actors = _grouped(connection, tables.report_actors, None, make_actor, tables.actors)
    return (
        _commonest((place.place_id, place) for key, told in places.items() if key not in without for place in told),
        _commonest((actor.actor_id, actor) for key, told in actors.items() if key not in without for actor in told),
    )


def _iter_texts(
    connection: Connection, report_id: Reports, *, derived: bool
) -> Iterator[tuple[Collection[str], Reading]]:
    """Readings as far as they rest on no claim, place or actor, each behind the names of the fields that were read."""
    spans = _grouped(connection, tables.spans, report_id, _span)
    days = read_days(connection, report_id) if derived else {}
    versions = read_version_of(connection)
    for row in connection.execute(_of_report(select(tables.reports), tables.reports, report_id)):
        fields = json.loads(row.fields_read)
        key = row.report_id
        yield (
            fields,
            Reading(
                report_id=key,
                raw=row.raw,
                outlet=row.outlet,
                title=row.title,
                url=row.url,
                published=report_day(row.published_day, row.published_basis, row.published_ground),
                day=days.get(key) or report_day(row.day, row.day_basis, row.day_ground),
                spans=tuple(spans.get(key, ())) if "spans" in fields else None,
                credits=None if row.credits is None else tuple(json.loads(row.credits)),
                version_of=versions.get(key),
            ),
        )


def read_claims(connection: Connection, scope: Scope = None, *, derived: bool = False) -> list[Claim]:
    """The claims whose rows meet `scope`, report by report, in the order of the text."""
    names = _names(connection, scope)
    counted: dict[str, list[Quantity]] = defaultdict(list)
    for row in connection.execute(_of_claims(tables.claim_quantities, scope)).all():
        counted[row.claim_id].append(Quantity(row.low, row.high, row.unit))
    periods = _redated(connection, scope) if derived else {}
    query = select(*_CLAIM).order_by(tables.claims.c.report_id, tables.claims.c.position)
    sentences: dict[tuple[str, int, int], Anchor] = {}
    rows = connection.execute(query if scope is None else query.where(scope))
    return [
        _claim(row, names, counted.get(row[0], ()), periods, sentences)
        for some in rows.partitions(_AT_ONCE)
        for row in some
    ]


def _names(connection: Connection, scope: Scope) -> Mapping[str, dict[str, tuple[Name, ...]]]:
    """The names of claims, by claim id and role; many claims share a list of them, which is made once."""
    found: dict[str, dict[str, tuple[Name, ...]]] = {}
    for claim_id, role, _, text, key in connection.execute(_of_claims(tables.claim_names, scope, "role")).all():
        roles = found.setdefault(claim_id, {})
        roles[role] = _and(roles.get(role, ()), name(text, key))
    return found


@lru_cache(maxsize=2**14)
def _and(names: tuple[Name, ...], more: Name) -> tuple[Name, ...]:
    return (*names, more)


def _sentence(key: tuple[str, int, int], quote: str, sentences: dict[tuple[str, int, int], Anchor]) -> Anchor:
    """The anchor of a claim's sentence; one for all claims that the sentence makes."""
    found = sentences.get(key)
    if found is None or found.quote != quote:
        found = sentences[key] = Anchor(*key, quote)
    return found


def read_days(connection: Connection, report_id: Reports = None) -> dict[str, ReportDay]:
    """The days inferred for undated reports, or for one or some, by report id, in the order of the ids."""
    asked: Iterable[Reports] = (report_id,)
    if report_id is not None and not isinstance(report_id, str):
        asked = chunks(sorted(report_id))
    queries = (_of_report(select(tables.report_days), tables.report_days, some) for some in asked)
    rows = sorted((row for query in queries for row in connection.execute(query)), key=lambda row: str(row.report_id))
    return {row.report_id: ReportDay(date.fromisoformat(row.day), Basis(row.basis), row.ground) for row in rows}


def commonest_places(readings: Iterable[Reading]) -> dict[str, Place]:
    """Each place id with the form of it that most readings give; of equals, the first in order."""
    return _commonest((place.place_id, place) for reading in readings for place in reading.places or ())


def commonest_actors(readings: Iterable[Reading]) -> dict[str, Actor]:
    """Each actor id with the form of it that most readings give; of equals, the first in order."""
    return _commonest((actor.actor_id, actor) for reading in readings for actor in reading.actors or ())


@lru_cache(maxsize=2**14)
def period(first: str | None, last: str | None, basis: str | None) -> Period | None:
    """The period of three columns; `None` where they are empty."""
    if first is None or last is None or basis is None:
        return None
    return Period(date.fromisoformat(first), date.fromisoformat(last), Basis(basis))


def place_name(text: str | None, key: str | None) -> Name | None:
    """The name of two columns; `None` where they are empty."""
    return None if text is None else name(text, key)


@lru_cache(maxsize=2**16)
def name(text: str, key: str | None) -> Name:
    """A name; the same one for the same columns, as thousands of claims share it."""
    return Name(text, key)


_claims = tables.claims.c
_CLAIM: tuple[ColumnElement[Any], ...] = (
    _claims.claim_id, _claims.report_id, _claims.type, _claims.status, _claims.mode, _claims.place, _claims.place_key,
    _claims.first_day, _claims.last_day, _claims.period_basis, _claims.when_text, _claims.when_tense,
    _claims.when_basis, _claims.via, _claims.via_key, _claims.agency, _claims.outlet, _claims.stance,
    _claims.confidence, _claims.origin_stage, _claims.version, _claims.act, _claims.act_start, _claims.act_end,
    _claims.sentence, _claims.sentence_start, _claims.sentence_end,
)  # fmt: skip
_SKETCH = select(
    _claims.report_id, _claims.place, _claims.place_key, _claims.status, _claims.when_text, _claims.when_tense,
    _claims.when_basis,
).order_by(_claims.report_id, _claims.position)  # fmt: skip
_reports = tables.reports.c
_IMPRINT: tuple[ColumnElement[Any], ...] = (
    _reports.report_id, _reports.outlet, _reports.published_day, _reports.published_basis, _reports.published_ground,
    _reports.day, _reports.day_basis, _reports.day_ground,
)  # fmt: skip
_TYPES = {str(one): one for one in ClaimType}
_STATUSES = {str(one): one for one in Status}
_STANCES: dict[str | None, Stance | None] = {None: None, **{str(one): one for one in Stance}}
_NOBODY: Mapping[str, tuple[Name, ...]] = {}


def _claim(
    row: Sequence[Any],
    names: Mapping[str, Mapping[str, tuple[Name, ...]]],
    quantities: Iterable[Quantity],
    periods: Mapping[str, Period | None],
    sentences: dict[tuple[str, int, int], Anchor],
) -> Claim:
    """The claim of a row with the columns of `_CLAIM`: taken by their order, for there are many rows."""
    (
        claim_id, report_id, type_, status, mode, place, place_key, first, last, basis, when, tense, when_basis, via,
        via_key, agency, outlet, stance, confidence, stage, version, act, act_start, act_end, sentence, start, end,
    ) = row  # fmt: skip
    named = names.get(claim_id, _NOBODY)
    anchor = _sentence((report_id, start, end), sentence, sentences)
    return Claim(
        anchor=anchor,
        act=Anchor(anchor.report_id, act_start, act_end, act),
        type=_TYPES[type_],
        actors=named.get("actor", ()),
        targets=named.get("target", ()),
        place=place_name(place, place_key),
        status=_STATUSES[status],
        attribution=_attribution(named.get("speaker", ()), via, via_key, agency, outlet, stance),
        when=_when(when, tense, when_basis),
        period=periods[claim_id] if claim_id in periods else period(first, last, basis),
        quantities=tuple(quantities),
        mode=mode,
        confidence=confidence,
        origin_stage=stage,
        version=version,
    ).known_by(claim_id)


@lru_cache(maxsize=2**14)
def _attribution(
    speakers: tuple[Name, ...],
    via: str | None,
    via_key: str | None,
    agency: str | None,
    outlet: str | None,
    stance: str | None,
) -> Attribution:
    """An attribution; the same one for the same columns, as thousands of claims share it."""
    return Attribution(speakers, place_name(via, via_key), agency, outlet, _STANCES[stance])


def _redated(connection: Connection, scope: Scope) -> dict[str, Period | None]:
    query = select(tables.claim_periods)
    if scope is not None:
        query = query.where(tables.claim_periods.c.claim_id.in_(select(tables.claims.c.claim_id).where(scope)))
    rows = connection.execute(query)
    return {row.claim_id: period(row.first_day, row.last_day, row.basis) for row in rows}


@lru_cache(maxsize=2**14)
def _when(text: str | None, tense: str, basis: str) -> DateExpression | None:
    return None if text is None else DateExpression(text, Tense(tense), Basis(basis))


def report_day(day: str | None, basis: str | None, ground: str | None) -> ReportDay | None:
    """The report's day of three columns; `None` where they are empty."""
    if day is None or basis is None or ground is None:
        return None
    return ReportDay(date.fromisoformat(day), Basis(basis), ground)


def _span(row: Row[Any]) -> Span:
    return Span(row.start_char, row.end_char, SpanKind(row.kind))


def make_place(row: Row[Any]) -> Place:
    """The form of a place that a row of `places` holds."""
    return Place(row.place_id, row.name, PlaceKind(row.kind), row.lat, row.lon, row.country, row.within)


def make_actor(row: Row[Any]) -> Actor:
    """The form of an actor that a row of `actors` holds."""
    return Actor(row.actor_id, row.name, ActorKind(row.kind), row.country, row.side)


def _grouped(
    connection: Connection,
    links: Table,
    report_id: Reports,
    make: Callable[[Row[Any]], T],
    forms: Table | None = None,
) -> dict[str, list[T]]:
    """What `links` holds for each report, in order; where `forms` is given, the rows of it that they point at."""
    made: dict[str, T] = {}
    if forms is not None:
        made = {row.form_id: make(row) for row in connection.execute(_forms_of(forms, links, report_id))}
    grouped: dict[str, list[T]] = defaultdict(list)
    query = _of_report(select(links), links, report_id).order_by(links.c.report_id, links.c.position)
    for row in connection.execute(query).all():
        grouped[row.report_id].append(make(row) if forms is None else made[row.form_id])
    return grouped


def _forms_of(forms: Table, links: Table, report_id: Reports) -> Select[Any]:
    query = select(forms)
    if report_id is None:
        return query
    return query.where(forms.c.form_id.in_(_of_report(select(links.c.form_id), links, report_id)))


def _of_report(query: Select[Any], table: Table, report_id: Reports) -> Select[Any]:
    if report_id is None:
        return query
    own = table.c.report_id
    return query.where(own == report_id if isinstance(report_id, str) else own.in_(report_id))


def _of_claims(table: Table, scope: Scope, *order: str) -> Select[Any]:
    query = select(table).order_by(table.c.claim_id, *(table.c[column] for column in (*order, "position")))
    if scope is None:
        return query
    return query.where(table.c.claim_id.in_(select(tables.claims.c.claim_id).where(scope)))


def _commonest(forms: Iterable[tuple[str, Form]]) -> dict[str, Form]:
    told: dict[str, Counter[Form]] = defaultdict(Counter)
    for key, form in forms:
        told[key][form] += 1
    return {key: min(told[key], key=lambda form: (-told[key][form], repr(form))) for key in sorted(told)}
