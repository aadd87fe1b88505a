"""A row of the record by its id, or by how that begins, and the part of the record that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, and_, func, or_, select

from fogline.ledger import tables
from fogline.ledger.lineage_rows import read_alterations, read_kin, read_origins, read_stories
from fogline.ledger.lookup import HASHED
from fogline.ledger.parts import claims_of, corpus_of, numbers_of, numbers_of_unnamed, place_names
from fogline.ledger.rebuilding import read_readings
from fogline.ledger.scope import beginning, rows_of
from fogline.ledger.view_rows import read_disputes, read_events, read_holdings
from fogline.ledger.writing import storable
from fogline.records import Corpus, Lineage, Part, Reading, Views

NAMED = 5  # ids that are given where several begin alike
KINDS: dict[str, Column[str]] = {kind: column for kind, column in HASHED.items() if kind != "judgement"}
KINDS |= {"alteration": tables.alterations.c.alteration_id}
_REPORTS = tables.reports.c.report_id


def rows_beginning(connection: Connection, prefix: str) -> tuple[list[str], int]:
    """The ids that are `prefix`, or begin so with or without their kind: the first few, and how many there are."""
    if not prefix or not storable(prefix):
        return [], 0
    columns = (_REPORTS, *KINDS.values())
    if any(connection.execute(select(column).where(column == prefix).limit(1)).first() for column in columns):
        return [prefix], 1
    found = connection.scalars(select(_REPORTS).where(_of_reports_beginning(connection, prefix))).all()
    named, count = sorted(found)[:NAMED], len(found)
    for kind, column in KINDS.items():
        condition = _of_kind_beginning(kind, prefix)
        named += connection.scalars(select(column).where(condition).distinct().order_by(column).limit(NAMED)).all()
        count += connection.scalar(select(func.count(column.distinct())).where(condition)) or 0
    return sorted(named)[:NAMED], count


def part_under(connection: Connection, row_id: str) -> Part:
    """The part of the record under a row: of a report all its claims, of anything else its own."""
    kind = row_id.partition("-")[0]
    column = KINDS.get(kind)
    if column is None or connection.execute(select(column).where(column == row_id)).first() is None:
        return _of_report(connection, row_id)
    return _PARTS[kind](connection, row_id)


def _of_reports_beginning(connection: Connection, prefix: str) -> ColumnElement[bool]:
    """Ids of reports that begin so, or whose part after the first hyphen does: no index tells the latter."""
    place = func.instr if connection.dialect.name == "sqlite" else func.strpos
    after = place(_REPORTS, f"-{prefix}")
    return or_(beginning(_REPORTS, prefix), and_(after > 0, after == place(_REPORTS, "-")))


def _of_kind_beginning(kind: str, prefix: str) -> ColumnElement[bool]:
    column = KINDS[kind]
    whole = beginning(column, f"{kind}-{prefix}")
    if prefix.startswith(f"{kind}-") or f"{kind}-".startswith(prefix):
        return or_(beginning(column, prefix), whole)
    return whole


def _of_claims(connection: Connection, claim_ids: Iterable[str], **views: Any) -> Part:
    corpus = corpus_of(connection, claims_of(connection, claim_ids))
    keys = [holding.place.key for holding in views.get("holdings", ()) if holding.place.key]
    return Part(
        corpus,
        Views(Lineage(origins=corpus.origins), **views),
        numbers=numbers_of_unnamed(connection, corpus.readings),
        place_names=place_names(connection, keys),
    )


def _of_claim(connection: Connection, row_id: str) -> Part:
    """With the text of its report, which may say of itself that it was corrected or withdrawn."""
    part = _of_claims(connection, [row_id])
    ids = [reading.report_id for reading in part.corpus.readings]
    raws = dict(rows_of(connection, select(_REPORTS, tables.reports.c.raw), _REPORTS, ids))
    readings = tuple(replace(reading, raw=raws[reading.report_id]) for reading in part.corpus.readings)
    return replace(part, corpus=replace(part.corpus, readings=readings))


def _of_event(connection: Connection, row_id: str) -> Part:
    events = read_events(connection, [row_id])
    return _of_claims(connection, events[0].claim_ids, events=events)


def _of_holding(connection: Connection, row_id: str) -> Part:
    holdings = read_holdings(connection, [row_id])
    return _of_claims(connection, (*holdings[0].supports, *holdings[0].opposes), holdings=holdings)


def _of_dispute(connection: Connection, row_id: str) -> Part:
    disputes = read_disputes(connection, [row_id])
    return _of_claims(connection, (c for side in disputes[0].sides for c in side.claim_ids), disputes=disputes)


def _of_reports(connection: Connection, report_ids: Iterable[str], **lineage: Any) -> Part:
    """The part that tells of reports: they and what they derive from, with their texts."""
    wanted = list(dict.fromkeys(report_ids))
    kin = read_kin(connection, wanted)
    readings = _whole(connection, [*wanted, *(k.source for k in kin)])
    numbers = numbers_of(connection, readings)
    return Part(Corpus(readings), Views(Lineage(kin=kin, **lineage)), numbers=numbers)


def _of_report(connection: Connection, row_id: str) -> Part:
    return _of_reports(connection, [row_id])


def _of_origin(connection: Connection, row_id: str) -> Part:
    origins = read_origins(connection, [row_id])
    return _of_reports(connection, origins[0].report_ids, origins=origins)


def _of_story(connection: Connection, row_id: str) -> Part:
    stories = read_stories(connection, [row_id])
    return _of_reports(connection, stories[0].report_ids, stories=stories)


def _of_alteration(connection: Connection, row_id: str) -> Part:
    changes = read_alterations(connection, [row_id])
    return _of_reports(connection, (changes[0].report_id, changes[0].source), alterations=changes)


def _whole(connection: Connection, report_ids: Iterable[str]) -> tuple[Reading, ...]:
    """The readings of those ids that are reports', with everything that was read."""
    wanted = sorted(set(report_ids))
    return tuple(r for key in wanted for r in read_readings(connection, report_id=key, derived=True))


_PARTS: dict[str, Callable[[Connection, str], Part]] = {
    "claim": _of_claim,
    "event": _of_event,
    "holding": _of_holding,
    "dispute": _of_dispute,
    "origin": _of_origin,
    "story": _of_story,
    "alteration": _of_alteration,
}
