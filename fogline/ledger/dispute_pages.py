"""Which disputes a question asks for, the most attested first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, func, select

from fogline.language.words import holds_words
from fogline.ledger import tables
from fogline.ledger.claim_pages import claim_day, dated
from fogline.ledger.parts import claims_of, readings_of, sites_of
from fogline.ledger.scope import beginning
from fogline.ledger.view_rows import read_disputes
from fogline.records import Corpus, Part, Selection, Views

_disputes, _sides = tables.disputes.c, tables.dispute_sides.c
_links, _claims = tables.dispute_claims.c, tables.claims.c
_reports, _days = tables.reports.c, tables.report_days.c


def dispute_part(connection: Connection, wanted: Selection) -> Part:
    """The disputes asked for with their claims: those of most origins first, then by what they are about."""
    origins: dict[str, int] = {}
    for row in connection.execute(select(_sides.dispute_id, func.sum(_sides.origins)).group_by(_sides.dispute_id)):
        origins[row[0]] = int(row[1])
    kept = sorted(_kept(connection, wanted), key=lambda d: (-origins.get(d.dispute_id, 0), d.attribute, d.dispute_id))
    shown = kept if wanted.limit is None else kept[: wanted.limit]
    disputes = read_disputes(connection, [row.dispute_id for row in shown])
    claims = claims_of(connection, (c for d in disputes for side in d.sides for c in side.claim_ids))
    return Part(Corpus(readings_of(connection, claims)), Views(disputes=disputes), more=len(kept) - len(shown))


def _kept(connection: Connection, wanted: Selection) -> Iterator[Any]:
    """The rows of the disputes that pass the filters."""
    rows = connection.execute(select(tables.disputes)).all()
    cited = None if wanted.source is None else _citing(connection, wanted.source)
    told = None if wanted.report is None else _told_in(connection, wanted.report)
    later = set[str]() if wanted.day is None else _later(connection, wanted.day)
    sites = sites_of(connection, wanted.place) if wanted.place is not None else {}
    for row in rows:
        named = (row.place or "", row.attribute, sites.get(row.place_key or "", ""))
        if wanted.place is not None and not any(holds_words(text, wanted.place) for text in named):
            continue
        if wanted.status is not None and row.kind != wanted.status.lower():
            continue
        if row.dispute_id not in later and all(ids is None or row.dispute_id in ids for ids in (cited, told)):
            yield row


def _later(connection: Connection, day: date) -> set[str]:
    """The disputes in which no two sides had spoken by the day: a side with a claim of no known day always had."""
    spoken = _spoken(connection)
    first: dict[str, list[str]] = {}
    for row in connection.execute(select(_sides.dispute_id, _sides.side)):
        first.setdefault(row.dispute_id, []).append(spoken.get((row.dispute_id, row.side), ""))
    return {dispute_id for dispute_id, days in first.items() if sorted(days)[1:2] > [day.isoformat()]}


def _spoken(connection: Connection) -> dict[tuple[str, int], str]:
    """For each side of a dispute the first day of its claims, else of their reports; "" where one has none."""
    first = func.coalesce(claim_day("first_day"), _days.day, _reports.day, "")
    source = (
        dated(tables.dispute_claims.join(tables.claims, _claims.claim_id == _links.claim_id))
        .join(tables.reports, _reports.report_id == _claims.report_id)
        .outerjoin(tables.report_days, _days.report_id == _claims.report_id)
    )
    query = select(_links.dispute_id, _links.side, func.min(first)).select_from(source)
    return {(row[0], row[1]): row[2] for row in connection.execute(query.group_by(_links.dispute_id, _links.side))}


def _citing(connection: Connection, source: str) -> set[str]:
    rows = connection.execute(select(_sides.dispute_id, _sides.speakers))
    return {row.dispute_id for row in rows if any(holds_words(text, source) for text in json.loads(row.speakers))}


def _told_in(connection: Connection, report: str) -> set[str]:
    told = and_(_claims.claim_id == _links.claim_id, beginning(_claims.report_id, report))
    query = select(_links.dispute_id).select_from(tables.dispute_claims.join(tables.claims, told))
    return set(connection.scalars(query.distinct()))
