"""Passages of reports as rows: the words around those that were asked for, and the claims that rest on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from fogline.language.sought import Mark, Term, excerpt, marks, terms
from fogline.records import Aside, Part, Passage, Reading

OPENS, CLOSES = "‹", "›"  # around a word that was asked for
_ABOUT = 40  # words of an excerpt


def passage_rows(part: Part, wanted: str, aside: Mapping[str, Aside]) -> list[dict[str, Any]]:
    """A row per passage: report, offsets, quote (`raw[start:end] == quote`), marked words, claims that rest on it.

    `aside` are the reports that count for nothing.
    """
    readings = {reading.report_id: reading for reading in part.corpus.readings}
    sought = terms(wanted)
    rows = []
    for passage in part.passages:
        why = aside.get(passage.report_id)
        rows.append(_row(readings[passage.report_id], passage, sought) | {"aside": str(why.reason) if why else None})
    return rows


def mark_claims(rows: Iterable[Mapping[str, Any]], wanted: str) -> list[dict[str, Any]]:
    """The rows of claims, each with the marks in its sentence, as offsets into the raw text, and a snippet."""
    sought, marked = terms(wanted), []
    for row in rows:
        found = marks(row["sentence"], sought)
        start, end = excerpt(row["sentence"], sought, words_long=_ABOUT)
        offsets = [[row["start"] + a, row["start"] + b] for a, b in found]
        marked.append({**row, "marks": offsets, "snippet": with_marks(row["sentence"], found, (start, end))})
    return marked


def with_marks(text: str, found: Sequence[Mark], part: Mark) -> str:
    """A part of a text in one line, with marks around what was found in it, and dots where the text goes on."""
    start, end = part
    pieces, at = [], start
    for a, b in found:
        if start <= a and b <= end:
            pieces += [text[at:a], OPENS, text[a:b], CLOSES]
            at = b
    told = " ".join("".join([*pieces, text[at:end]]).split())
    return f"{'… ' if text[:start].strip() else ''}{told}{' …' if text[end:].strip() else ''}"


def _row(reading: Reading, passage: Passage, sought: Sequence[Term]) -> dict[str, Any]:
    text = reading.raw[passage.start : passage.end]
    found = marks(text, sought)
    a, b = excerpt(text, sought, words_long=_ABOUT)
    start, end = passage.start + a, passage.start + b
    return {
        "report": reading.report_id,
        "outlet": reading.outlet,
        "title": reading.title,
        "day": reading.day.day.isoformat() if reading.day else None,
        "start": start,
        "end": end,
        "quote": reading.raw[start:end],
        "marks": [[passage.start + c, passage.start + d] for c, d in found if a <= c and d <= b],
        "snippet": with_marks(text, found, (a, b)),
        "claims": [claim_id for claim_id, first, last in passage.claims if first < end and start < last],
    }
