"""Full text over reports and the sentences of claims: FTS5 in SQLite, tsvector in PostgreSQL, behind one function.

Both are given the folded words of a text, so both find the same: every word and every "phrase in quotes" must stand in
the passage, and `word*` finds what begins so.  A passage is a sentence of a claim, or up to 2,000 words of a report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, cast, column, func, literal_column, select, table, text
from sqlalchemy.dialects.postgresql import TSQUERY

from fogline.language.sought import LONGEST, Term
from fogline.language.word_spans import word_spans
from fogline.language.words import words
from fogline.ledger import tables
from fogline.ledger.writing import Row, Rows

REPORT, SENTENCE = "report", "sentence"
LENGTH, STEP = 2000, 1800  # words of a passage of a report, and from the beginning of one to that of the next
_INDEX = table("passage_words", column("rowid"), column("number"), column("report"), column("sentence"))


def matching(connection: Connection, wanted: Sequence[Term], kind: str) -> Select[Any]:
    """A query for the numbers of the passages of a kind that hold every term."""
    if connection.dialect.name == "sqlite":
        sought = f"{kind} : ({' AND '.join(map(_in_sqlite, wanted))})"
        query = select(_INDEX.c.rowid.label("number"))
        return query.where(literal_column("passage_words").op("MATCH")(sought))
    sought = " & ".join(map(_in_postgres, wanted))
    return select(_INDEX.c.number).where(_INDEX.c[kind].op("@@")(cast(sought, TSQUERY)))


def index(connection: Connection, rows: Rows) -> None:
    """Make new readings, given by their rows, findable."""
    index_texts(connection, rows[tables.reports], rows[tables.claims])


def index_texts(connection: Connection, reports: Iterable[Row], claims: Iterable[Row]) -> None:
    """Make reports (`report_id`, `raw`) and their claims' sentences findable."""
    found = [passage for row in reports for passage in _of_report(row["report_id"], row["raw"])]
    found += _sentences(claims)
    last = connection.scalar(select(func.max(tables.passages.c.number))) or 0
    passages = [row | {"number": last + i} for i, (row, _) in enumerate(found, start=1)]
    held = [_words(connection, row["kind"], told) for row, (_, told) in zip(passages, found, strict=True)]
    if passages:
        connection.execute(tables.passages.insert(), passages)
        numbered = [{"number": row["number"]} | told for row, told in zip(passages, held, strict=True)]
        connection.execute(text(_PUT[connection.dialect.name]), numbered)


_PUT = {
    "sqlite": "INSERT INTO passage_words (rowid, report, sentence) VALUES (:number, :report, :sentence)",
    "postgresql": "INSERT INTO passage_words (number, report, sentence) "
    "VALUES (:number, CAST(:report AS tsvector), CAST(:sentence AS tsvector))",
}


def _words(connection: Connection, kind: str, told: Sequence[str]) -> Row:
    """The words of a passage as its store takes them, in the column of its kind."""
    if connection.dialect.name == "sqlite":
        return {REPORT: None, SENTENCE: None} | {kind: " ".join(told)}
    positions: dict[str, list[str]] = {}
    for position, word in enumerate(told, start=1):
        positions.setdefault(word, []).append(str(position))
    return {REPORT: None, SENTENCE: None} | {kind: " ".join(f"'{w}':{','.join(at)}" for w, at in positions.items())}


def _of_report(report_id: str, raw: str) -> Iterator[tuple[Row, list[str]]]:
    spans = list(word_spans(raw))
    for start in range(0, max(len(spans) - (LENGTH - STEP), 1), STEP):
        part = spans[start : start + LENGTH]
        if part:
            yield _passage(REPORT, report_id, part[0][1], part[-1][2]), [word[:LONGEST] for word, _, _ in part]


def _sentences(claims: Iterable[Row]) -> list[tuple[Row, list[str]]]:
    """Each sentence once, however many claims it makes."""
    found = {(c["report_id"], c["sentence_start"], c["sentence_end"]): c["sentence"] for c in claims}
    return [
        (_passage(SENTENCE, *where), [word[:LONGEST] for word in words(sentence)]) for where, sentence in found.items()
    ]


def _passage(kind: str, report_id: str, start: int, end: int) -> Row:
    return {"kind": kind, "report_id": report_id, "start_char": start, "end_char": end}


def _in_sqlite(term: Term) -> str:
    return f'"{" ".join(term.words)}"{" *" if term.open else ""}'


def _in_postgres(term: Term) -> str:
    *first, last = [f"'{word}'" for word in term.words]
    return "(" + " <-> ".join([*first, f"{last}:*" if term.open else last]) + ")"
