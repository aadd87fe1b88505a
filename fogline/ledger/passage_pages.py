"""Which passages of reports hold the words that a question asks for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from fogline.language.sought import terms
from fogline.ledger import tables
from fogline.ledger.full_text import REPORT, matching
from fogline.ledger.parts import readings_of
from fogline.ledger.scope import first_of, rows_of
from fogline.records import Corpus, Part, Passage, Selection

_passages, _claims, _reports = tables.passages.c, tables.claims.c, tables.reports.c
_PLACED = select(_claims.report_id, _claims.claim_id, _claims.sentence_start, _claims.sentence_end)


def passage_part(connection: Connection, wanted: Selection) -> Part:
    """The passages of reports that hold the words of `text`, by the ids of the reports, which come with their text."""
    numbers = matching(connection, terms(wanted.text or ""), REPORT)
    query = select(tables.passages).where(_passages.kind == REPORT, _passages.number.in_(numbers))
    rows, more, counted = first_of(connection, query.order_by(_passages.report_id, _passages.start_char), wanted.limit)
    report_ids = [row.report_id for row in rows]
    raws = dict(rows_of(connection, select(_reports.report_id, _reports.raw), _reports.report_id, report_ids))
    readings = tuple(replace(r, raw=raws[r.report_id]) for r in readings_of(connection, (), report_ids))
    placed: dict[str, list[Any]] = defaultdict(list)
    for report_id, *where in rows_of(connection, _PLACED.order_by(_claims.position), _claims.report_id, report_ids):
        placed[report_id].append(tuple(where))
    found = (Passage(r.report_id, r.start_char, r.end_char, tuple(placed[r.report_id])) for r in rows)
    return Part(Corpus(readings), passages=tuple(found), more=more, counted=counted)
