"""Two reports side by side, with what the one altered against the other marked in both."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from fogline import __version__
from fogline.products.lineage_page import css
from fogline.products.pages import template
from fogline.products.wording import count_words, day_words
from fogline.records import Alteration, Corpus, Kinship, Reading, Views
from fogline.records.errors import UnknownId

if TYPE_CHECKING:
    from fogline.lineage.beside import Piece, Row


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a sentence; `numbers` are those of the alterations that stand in it."""

    text: str
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it is shown: on each side the stretches of its sentences.  `state` is same, told, left out or added."""

    state: str
    source: tuple[Mark, ...]
    report: tuple[Mark, ...]
    row: Row


@dataclass(frozen=True, slots=True)
class Beside:
    """A report beside the one that it derives from, or that it is held against.

    `kin` is what the record has of the two; `None` where they are no kin: then the alterations are what it would have
    altered if it derived from the other.  `agency`: whose report both derive from, where that is not held.
    """

    source: Reading
    report: Reading
    kin: Kinship | None
    lines: tuple[Line, ...]
    changes: tuple[Alteration, ...]
    agency: str | None = None


def beside(corpus: Corpus, views: Views, one: str, other: str | None = None) -> Beside:
    """Two reports, by the beginnings of their ids; of one alone, with the report that it derives from.

    Raises: UnknownId for an id that is none or several, and where a report alone derives from none that is held.
    """
    from fogline.lineage.beside import changes_between, lay_beside

    readings = {r.report_id: r for r in corpus.readings}
    first = _find(readings, one)
    second = _find(readings, other) if other is not None else _source(views, first, readings)
    if first == second:
        raise UnknownId(f"{first} is beside itself: name two different reports")
    report, source, kin = _direction(views, readings[first], readings[second])
    known = {report.report_id, source.report_id}
    changes = tuple(a for a in views.lineage.alterations if {a.report_id, a.source} == known)
    if kin is None and not changes:
        _, changes = changes_between(report, source)
    rows = lay_beside(report, source)
    place = {id(row): at for at, row in enumerate(rows)}
    order = sorted(changes, key=lambda a: min((place[id(r)] for r in rows if _holds(r, a)), default=len(rows)))
    lines = tuple(_line(row, order) for row in rows)
    return Beside(source, report, kin, lines, tuple(order), None if kin else _agency(views, known, readings))


def _agency(views: Views, pair: set[str], held: Container[str]) -> str | None:
    """Whose report both derive from, where that report is not held."""
    above = [{k.source for k in views.lineage.kin if k.report_id == one} for one in sorted(pair)]
    return next(iter(sorted(name for name in set.intersection(*above) if name not in held)), None)


def _find(readings: Iterable[str], wanted: str) -> str:
    known = sorted(readings)
    found = [r for r in known if wanted and r.startswith(wanted)]
    if wanted in found:
        return wanted
    if len(found) != 1:
        several = f"begins {len(found)} ids ({', '.join(found[:4])}): give more of it" if found else "is no report here"
        raise UnknownId(f"{wanted!r} {several}; fogline dates lists the reports")
    return found[0]


def _source(views: Views, report: str, readings: Iterable[str]) -> str:
    """The report that it derives from; for an agency's that is not held, the fullest telling of it stands in."""
    held = set(readings)
    found = [k.source for k in views.lineage.kin if k.report_id == report and k.source in held]
    found += [a.source for a in views.lineage.alterations if a.report_id == report]
    if not found:
        raise UnknownId(f"{report} derives from no report that is held: name the one to lay beside it")
    return found[0]


def _direction(views: Views, one: Reading, other: Reading) -> tuple[Reading, Reading, Kinship | None]:
    """Which derives from which: a later version from its report, as the record has it, else the later one."""
    for later, former in ((one, other), (other, one)):
        if later.version_of == former.report_id:
            return later, former, None
    for row in views.lineage.kin:
        if (row.report_id, row.source) == (one.report_id, other.report_id):
            return one, other, row
        if (row.report_id, row.source) == (other.report_id, one.report_id):
            return other, one, row
    for change in views.lineage.alterations:  # against the fullest telling of an agency's report that is not held
        if (change.report_id, change.source) == (one.report_id, other.report_id):
            return one, other, None
        if (change.report_id, change.source) == (other.report_id, one.report_id):
            return other, one, None

    def when(reading: Reading) -> tuple[date, str]:
        return (reading.day.day if reading.day else date.max, reading.report_id)

    return (one, other, None) if when(one) > when(other) else (other, one, None)


def _holds(row: Row, change: Alteration) -> bool:
    return any(p.text == change.sentence for p in row.report) or any(
        p.text == change.original_sentence for p in row.source
    )


def _line(row: Row, changes: Sequence[Alteration]) -> Line:
    if not row.report:
        state = "left out"
    elif not row.source:
        state = "added"
    else:
        state = "same" if row.same else "told"
    was = [(n, c.original_sentence, c.original) for n, c in enumerate(changes, start=1)]
    now = [(n, c.sentence, c.altered) for n, c in enumerate(changes, start=1)]
    return Line(state, _marked(row.source, was), _marked(row.report, now), row)


def _marked(pieces: Sequence[Piece], changes: Sequence[tuple[int, str, str]]) -> tuple[Mark, ...]:
    """The sentences cut where an alteration's words begin and end.

    Where the words do not stand in the sentence (something was left out), its number stands alone at the end.
    """
    marks: list[Mark] = []
    for at, piece in enumerate(pieces):
        if at:
            marks.append(Mark(" "))
        mine = [(number, piece.text.find(words), len(words)) for number, told, words in changes if told == piece.text]
        marks += _cut(piece.text, [(n, start, start + size) for n, start, size in mine if size and start >= 0])
        marks += [Mark("", (n,)) for n, start, size in mine if not size or start < 0]
    return tuple(marks)


def _cut(text: str, spans: Sequence[tuple[int, int, int]]) -> list[Mark]:
    """A text cut where the numbers that stand over it change."""
    ends = sorted({0, len(text), *(end for _, *ends in spans for end in ends)})
    return [
        Mark(text[start:end], tuple(sorted({n for n, first, last in spans if first <= start and end <= last})))
        for start, end in pairwise(ends)
    ]


def content(found: Beside) -> dict[str, Any]:
    """The same as plain values: offsets in code points of the raw text, the end left out."""
    return {
        "source": _report(found.source),
        "report": _report(found.report),
        "kin": {"relation": found.kin.relation, "score": round(found.kin.score, 4), "reasons": list(found.kin.reasons)}
        if found.kin
        else None,
        "rows": [
            {
                "state": line.state,
                "source": [_piece(p) for p in line.row.source],
                "report": [_piece(p) for p in line.row.report],
                "alterations": sorted({n for m in (*line.source, *line.report) for n in m.numbers}),
            }
            for line in found.lines
        ],
        "alterations": [
            {"number": n, "kind": c.kind, "original": c.original, "altered": c.altered}
            | {"sentence": c.sentence, "original_sentence": c.original_sentence}
            for n, c in enumerate(found.changes, start=1)
        ],
    }


def _report(reading: Reading) -> dict[str, Any]:
    day = reading.day
    return {
        "report": reading.report_id,
        "outlet": reading.outlet,
        "day": day.day.isoformat() if day else None,
        "basis": day.basis if day else None,
    }


def _piece(piece: Piece) -> dict[str, Any]:
    return {"text": piece.text, "start": piece.start, "end": piece.end}


def heading(reading: Reading) -> str:
    """What stands above a side: outlet, id and day."""
    day = day_words(reading.day.day) if reading.day else "day not known"
    return " · ".join(part for part in (reading.outlet, reading.report_id, day) if part)


def relation_words(found: Beside) -> str:
    """How the two hang together, in a sentence."""
    report, source = found.report.report_id, found.source.report_id
    if found.agency:
        return (
            f"{report} and {source} both derive from {found.agency}, whose own report is not held; "
            f"marked is what {report} tells otherwise."
        )
    if found.kin is None:
        return f"{report} and {source} are not kin in this record; marked is what {report} tells otherwise."
    article = "an" if found.kin.relation[0] in "aeu" else "a"
    return f"{report} is {article} {found.kin.relation} of {source} (score {found.kin.score:.2f})."


def render(found: Beside) -> str:
    """The two as one self-contained HTML page: no script, nothing loaded, everything from the reports escaped."""
    return template("beside.html.j2", ("count_words", count_words)).render(
        title="Side by side",
        found=found,
        heading=heading,
        relation=relation_words(found),
        css=css(),
        version=__version__,
    )
