"""Which claims a question asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, or_, select, union, union_all

from fogline.language.sought import terms
from fogline.ledger import tables
from fogline.ledger.filtering import Filter, few_for, narrowed
from fogline.ledger.full_text import SENTENCE, matching
from fogline.ledger.names import texts_like
from fogline.ledger.parts import claims_of, readings_of, sites_of
from fogline.ledger.scope import beginning, claims_with, first_of, size_of, unindexed
from fogline.records import Corpus, Part, Selection

_claims, _periods = tables.claims.c, tables.claim_periods.c


def claim_part(connection: Connection, wanted: Selection) -> Part:
    """The claims asked for, report by report in the order of the text."""
    rows, more, counted = first_of(connection, claim_query(connection, wanted), wanted.limit)
    claims = claims_of(connection, (row.claim_id for row in rows))
    return Part(Corpus(readings_of(connection, claims)), more=more, counted=counted)


def claim_query(connection: Connection, wanted: Selection) -> Select[Any]:
    """The query for the claims asked for, in the order of the record."""
    source, asked = narrowed(_claims.claim_id, claim_filters(connection, wanted), few_for(wanted))
    if wanted.day is not None:
        source = dated(source)
    query = select(_claims.claim_id).select_from(source).where(*asked)
    return query.order_by(_claims.report_id, _claims.position)


def dated(source: Any) -> Any:
    """The claims of `source`, each beside its period where that was resolved again."""
    return source.outerjoin(tables.claim_periods, _periods.claim_id == _claims.claim_id)


def claim_day(name: str) -> ColumnElement[Any]:
    """The `first_day` or `last_day` of a claim's period, resolved again where it was."""
    return case((_periods.claim_id.is_not(None), _periods[name]), else_=_claims[name])


def claim_filters(connection: Connection, wanted: Selection) -> list[Filter]:
    """The filters of a selection that can be asked of claims."""
    return list(_filters(connection, wanted, few_for(wanted)))


def _filters(connection: Connection, wanted: Selection, few: int) -> Iterator[Filter]:
    if wanted.place is not None:
        texts = texts_like(connection, wanted.place, "place")
        among: ColumnElement[bool] = _claims.place.in_(list(texts))
        size = sum(texts.values())
        sites = sites_of(connection, wanted.place)
        if sites:
            there = _claims.place_key.in_(list(sites))
            among, size = or_(among, there), size + size_of(connection, select(_claims.claim_id).where(there), few)
        one = len(texts) == 1 and not sites  # is found in order by its index
        yield Filter(among, None if one else select(_claims.claim_id).where(among), size)
    if wanted.actor is not None:
        yield named_as(connection, wanted.actor, "actor", "target")
    if wanted.source is not None:
        yield _cited(connection, wanted.source)
    if wanted.report is not None:
        begins = beginning(_claims.report_id, wanted.report)
        query = select(_claims.claim_id).where(begins)
        yield Filter(begins, query, size_of(connection, query, few))
    if wanted.text is not None:
        yield _worded(connection, wanted.text, few)
    if wanted.type is not None:
        yield Filter(_claims.type == str(wanted.type))
    if wanted.status is not None:
        status = _claims.status if wanted.type is None else unindexed(_claims.status)  # the index of types holds it
        yield Filter(status == wanted.status.lower())
    if wanted.day is not None:
        yield _begun(connection, wanted.day, few)


def named_as(connection: Connection, wanted: str, *roles: str) -> Filter:
    """Claims that use a name like this in one of these roles."""
    texts = texts_like(connection, wanted, *roles)
    asked = claims_with(roles, texts, of=_claims.claim_id).exists()
    return Filter(asked, claims_with(roles, texts).distinct(), sum(texts.values()))


def _cited(connection: Connection, wanted: str) -> Filter:
    speaks = named_as(connection, wanted, "speaker")
    media = texts_like(connection, wanted, "via")
    if not media:
        return speaks
    through = _claims.via.in_(list(media))
    found = union(speaks.found, select(_claims.claim_id).where(through))
    return Filter(or_(through, speaks.asked), found, speaks.size + sum(media.values()))


def _worded(connection: Connection, wanted: str, few: int) -> Filter:
    hits = matching(connection, terms(wanted), SENTENCE)
    listed = hits.cte("hits").prefix_with("MATERIALIZED")
    numbers = select(listed.c.number)
    stand = tables.passages.c
    here = and_(
        stand.kind == SENTENCE,
        stand.report_id == _claims.report_id,
        stand.start_char == _claims.sentence_start,
        stand.end_char == _claims.sentence_end,
        stand.number.in_(numbers),
    )
    found = select(_claims.claim_id).select_from(tables.passages.join(tables.claims, here))
    asked = select(stand.number).where(here).correlate(tables.claims).exists()
    return Filter(asked, found, 2 * size_of(connection, hits, few))


def _begun(connection: Connection, day: date, few: int) -> Filter:
    """Claims of a period that has begun by the day, or of none that is known."""
    begun = _claims.first_day <= day.isoformat()
    asked = or_(claim_day("first_day").is_(None), claim_day("first_day") <= day.isoformat())
    may = [
        select(_claims.claim_id).where(begun),
        select(_claims.claim_id).where(_claims.first_day.is_(None)),
        select(_periods.claim_id),
    ]
    size = size_of(connection, select(union_all(*may).subquery()), few)
    return Filter(asked, union(*may), size, exact=False)
