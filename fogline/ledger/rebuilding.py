"""Rows as readings again, field for field."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, select

from fogline.ledger import tables
from fogline.ledger.arriving import read_version_of
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

T = TypeVar("T")
Form = TypeVar("Form", Place, Actor)
Scope = ColumnElement[bool] | None
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


def _iter_texts(
    connection: Connection, report_id: str | None, *, derived: bool
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
    names: dict[str, dict[str, list[Name]]] = defaultdict(lambda: defaultdict(list))
    for row in connection.execute(_of_claims(tables.claim_names, scope)).all():
        names[row.claim_id][row.role].append(name(row.text, row.key))
    quantities: dict[str, list[Quantity]] = defaultdict(list)
    for row in connection.execute(_of_claims(tables.claim_quantities, scope)).all():
        quantities[row.claim_id].append(Quantity(row.low, row.high, row.unit))
    periods = _redated(connection, scope) if derived else {}
    query = select(tables.claims).order_by(tables.claims.c.report_id, tables.claims.c.position)
    none: Mapping[str, list[Name]] = {}
    sentences: dict[tuple[str, int, int], Anchor] = {}
    rows = connection.execute(query if scope is None else query.where(scope))
    return [
        _claim(row, names.get(row.claim_id, none), quantities.get(row.claim_id, ()), periods, _sentence(row, sentences))
        for some in rows.partitions(_AT_ONCE)
        for row in some
    ]


def _sentence(row: Row[Any], sentences: dict[tuple[str, int, int], Anchor]) -> Anchor:
    """The anchor of a claim's sentence; one for all claims that the sentence makes."""
    key = (row.report_id, row.sentence_start, row.sentence_end)
    found = sentences.get(key)
    if found is None or found.quote != row.sentence:
        found = sentences[key] = Anchor(*key, row.sentence)
    return found


def read_days(connection: Connection, report_id: str | None = None) -> dict[str, ReportDay]:
    """The days inferred for undated reports, or for one, by report id, in the order of the ids."""
    query = _of_report(select(tables.report_days), tables.report_days, report_id)
    rows = sorted(connection.execute(query), key=lambda row: str(row.report_id))
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


def _claim(
    row: Row[Any],
    names: Mapping[str, list[Name]],
    quantities: Iterable[Quantity],
    periods: Mapping[str, Period | None],
    sentence: Anchor,
) -> Claim:
    read = period(row.first_day, row.last_day, row.period_basis)
    return Claim(
        anchor=sentence,
        act=Anchor(sentence.report_id, row.act_start, row.act_end, row.act),
        type=ClaimType(row.type),
        actors=tuple(names.get("actor", ())),
        targets=tuple(names.get("target", ())),
        place=place_name(row.place, row.place_key),
        status=Status(row.status),
        attribution=Attribution(
            tuple(names.get("speaker", ())),
            place_name(row.via, row.via_key),
            row.agency,
            row.outlet,
            Stance(row.stance) if row.stance is not None else None,
        ),
        when=_when(row.when_text, row.when_tense, row.when_basis),
        period=periods.get(row.claim_id, read),
        quantities=tuple(quantities),
        mode=row.mode,
        confidence=row.confidence,
        origin_stage=row.origin_stage,
        version=row.version,
    ).known_by(row.claim_id)


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
    report_id: str | None,
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


def _forms_of(forms: Table, links: Table, report_id: str | None) -> Select[Any]:
    query = select(forms)
    if report_id is None:
        return query
    return query.where(forms.c.form_id.in_(select(links.c.form_id).where(links.c.report_id == report_id)))


def _of_report(query: Select[Any], table: Table, report_id: str | None) -> Select[Any]:
    return query if report_id is None else query.where(table.c.report_id == report_id)


def _of_claims(table: Table, scope: Scope) -> Select[Any]:
    query = select(table).order_by(table.c.claim_id, table.c.position)
    if scope is None:
        return query
    return query.where(table.c.claim_id.in_(select(tables.claims.c.claim_id).where(scope)))


def _commonest(forms: Iterable[tuple[str, Form]]) -> dict[str, Form]:
    told: dict[str, Counter[Form]] = defaultdict(Counter)
    for key, form in forms:
        told[key][form] += 1
    return {key: min(told[key], key=lambda form: (-told[key][form], repr(form))) for key in sorted(told)}
