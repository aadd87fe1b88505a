"""Which events a question asks for: the most attested first, or day by day with the claims that no event gathers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, and_, or_, select, union

from fogline.language.words import holds_words
from fogline.ledger import tables
from fogline.ledger.claim_pages import claim_day, claim_filters, dated
from fogline.ledger.filtering import Filter, few_for, narrowed
from fogline.ledger.names import texts_like
from fogline.ledger.parts import claims_of, corpus_of, latest_day, numbers_of_unnamed, sites_of
from fogline.ledger.scope import COUNTED, beginning, first_of, size_of, unindexed
from fogline.ledger.view_rows import read_events
from fogline.records import ClaimType, Event, Lineage, Part, Selection, Status, Views

STATES = (ClaimType.HOLD, ClaimType.LINK, ClaimType.SUPPORT, ClaimType.FORM)  # no happenings
_FIRM = (Status.ASSERTED, Status.DENIED)
_events, _names, _links = tables.events.c, tables.event_names.c, tables.event_claims.c
_claims, _said, _periods = tables.claims.c, tables.claim_names.c, tables.claim_periods.c
_EVENT_ORDER = (_events.first_day, _events.last_day, _events.origins.desc(), _events.event_id)


def event_part(connection: Connection, wanted: Selection) -> Part:
    """The events asked for, the most attested first."""
    query = _query(connection, wanted).order_by(_events.origins.desc(), _events.claims.desc(), _events.event_id)
    rows, more, counted = first_of(connection, query, wanted.limit)
    part = _part(connection, read_events(connection, [row.event_id for row in rows]))
    return replace(part, more=more, counted=counted)


def timeline_part(connection: Connection, wanted: Selection) -> Part:
    """The dated happenings asked for that are told as such, day by day: events, and claims that none gathers.

    The last of one day and as well attested are all here, though they be more than the limit: their order is that of
    their words.  Of a hundred more it is that of their ids.
    """
    query = _query(connection, wanted).where(
        _events.first_day.is_not(None), _events.type.not_in(STATES), _events.status.in_(_FIRM)
    )
    most = None if wanted.limit is None else wanted.limit + COUNTED + 1
    told = [
        ((row.first_day, row.last_day, -row.origins), "event", row.event_id)
        for row in connection.execute(query.order_by(*_EVENT_ORDER).limit(most))
    ]
    until = told[-1][0][0] if most is not None and len(told) == most else None
    told += [
        ((row.first, row.last, -1), "claim", row.claim_id)
        for row in connection.execute(_loose(connection, wanted, until).limit(most))
    ]
    shown, more, counted = _first(sorted(told), wanted.limit)
    events = read_events(connection, [row_id for _, kind, row_id in shown if kind == "event"])
    part = _part(connection, events, [row_id for _, kind, row_id in shown if kind == "claim"])
    return replace(part, latest=latest_day(connection), more=more, counted=counted)


def _first(told: Sequence[Any], limit: int | None) -> tuple[Sequence[Any], int, bool]:
    """The first rows and those that are told of the same days and as well attested as the last of them."""
    if limit is None or len(told) <= limit:
        return told, 0, True
    shown = [row for row in told if row[0] <= told[limit - 1][0]]
    more = len(told) - limit
    return shown, min(more, COUNTED), more <= COUNTED


def _part(connection: Connection, events: Sequence[Event], loose: Sequence[str] = ()) -> Part:
    gathered = (claim_id for event in events for claim_id in event.claim_ids)
    corpus = corpus_of(connection, claims_of(connection, (*gathered, *loose)))
    views = Views(Lineage(origins=corpus.origins), tuple(events))
    return Part(corpus, views, numbers=numbers_of_unnamed(connection, corpus.readings))


def _query(connection: Connection, wanted: Selection) -> Select[Any]:
    few = few_for(wanted)
    filters = list(_filters(connection, wanted, few))
    columns = (_events.event_id, _events.first_day, _events.last_day, _events.origins)
    source, asked = narrowed(_events.event_id, filters, few)
    return select(*columns).select_from(source).where(*asked)


def _filters(connection: Connection, wanted: Selection, few: int) -> Iterator[Filter]:
    if wanted.place is not None:
        known = connection.scalars(select(_events.place).distinct()).all()
        sites = sites_of(connection, wanted.place)
        among = or_(
            _events.place.in_([text for text in known if text and holds_words(text, wanted.place)]),
            _events.place_key.in_(list(sites)),
        )
        found = select(_events.event_id).where(among)
        yield Filter(among, found, size_of(connection, found, few))
    if wanted.actor is not None:
        texts = list(texts_like(connection, wanted.actor, "actor", "target"))
        found = select(_names.event_id).where(_names.text.in_(texts)).distinct()
        here = select(_names.event_id).where(_names.event_id == _events.event_id, unindexed(_names.text).in_(texts))
        yield Filter(here.exists(), found, size_of(connection, found, few))
    if wanted.source is not None:
        texts = list(texts_like(connection, wanted.source, "speaker"))
        cited = and_(_said.claim_id == _links.claim_id, _said.role == "speaker", _said.text.in_(texts))
        yield _gathering(connection, tables.event_claims.join(tables.claim_names, cited), few)
    if wanted.report is not None:
        told = and_(_claims.claim_id == _links.claim_id, beginning(_claims.report_id, wanted.report))
        yield _gathering(connection, tables.event_claims.join(tables.claims, told), few)
    if wanted.type is not None:
        yield Filter(_events.type == str(wanted.type))
    if wanted.status is not None:
        yield Filter(_events.status == wanted.status.lower())
    if wanted.day is not None:
        yield Filter(or_(_events.first_day.is_(None), _events.first_day <= wanted.day.isoformat()))


def _gathering(connection: Connection, source: Any, few: int) -> Filter:
    """Events that gather a claim of `source`."""
    found = select(_links.event_id).select_from(source).distinct()
    here = select(_links.event_id).select_from(source).where(_links.event_id == _events.event_id)
    return Filter(here.correlate(tables.events).exists(), found, size_of(connection, found, few))


def _loose(connection: Connection, wanted: Selection, until: str | None) -> Select[Any]:
    """The claims asked for that tell a happening and are in no event, by their days: those that begin by `until`."""
    first, last = claim_day("first_day"), claim_day("last_day")
    filters = claim_filters(connection, replace(wanted, status=None))
    if until is not None:
        may = union(
            select(_claims.claim_id).where(_claims.first_day <= until),
            select(_periods.claim_id).where(_periods.first_day <= until),
        )
        size = size_of(connection, select(may.subquery()), few_for(wanted))
        filters.append(Filter(first <= until, may, size, exact=False))
    gathered = select(_links.claim_id).where(_links.claim_id == _claims.claim_id).exists()
    source, asked = narrowed(_claims.claim_id, filters, few_for(wanted))
    query = (
        select(_claims.claim_id, first.label("first"), last.label("last"))
        .select_from(dated(source))
        .where(first.is_not(None), _claims.type.not_in(STATES), _claims.status.in_(_FIRM), ~gathered)
    )
    return query.where(*asked).order_by(first, last, _claims.claim_id)
