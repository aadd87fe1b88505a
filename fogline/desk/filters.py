"""Which rows of a table a query asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from fogline.desk.options import Query
from fogline.language.sought import holds, terms
from fogline.language.words import fold, holds_words
from fogline.records import Corpus
from fogline.records.errors import InputError

Row = Mapping[str, Any]

# The fields of a row that each filter looks into, wherever they stand in it.
_FIELDS = {
    "place": ("place", "attribute"),
    "actor": ("actor", "target", "holder", "names"),
    "source": ("source", "via", "speakers"),
}


def keep(rows: Iterable[Row], query: Query) -> list[Row]:
    """The rows that pass every filter of the query.

    Names match by their folded words, whole words in a row: "tall afar" finds "Tall-Afar district".
    """
    return [row for row in rows if _passes(row, query)]


def check_names(known: Callable[[str], Iterable[str]], query: Query) -> None:
    """Whether the record names what the filters ask for; to be asked where no row was kept.

    `known` gives the names of a kind (place, actor, source), and the ids of reports.
    Raises: InputError for a place, actor, source or report that no report of the record names, with the nearest names.
    """
    for kind in ("place", "actor", "source"):
        wanted = getattr(query, kind)
        if wanted is not None:
            names = {text for text in known(kind) if text}
            if not any(holds_words(text, wanted) for text in names):
                raise InputError(_unknown(kind, wanted, names))
    if query.report is not None:
        reports = set(known("report"))
        if not any(r.startswith(query.report) for r in reports):
            raise InputError(_unknown("report", query.report, reports))


def _unknown(kind: str, wanted: str, known: Iterable[str]) -> str:
    folded = {fold(text): text for text in sorted(known)}
    near = [folded[found] for found in get_close_matches(fold(wanted), folded, n=3)]
    advice = f"did you mean {' or '.join(near)}?" if near else "fogline claims and fogline actors list the names"
    return f"the record knows no {kind} {wanted!r}: {advice}"


def named_in(corpus: Corpus, kind: str) -> Iterator[str]:
    """The names of a kind that a corpus knows, or the ids of its reports."""
    claims = tuple(corpus.claims())
    if kind == "place":
        yield from (place.name for place in corpus.places.values())
        yield from (claim.place.text for claim in claims if claim.place)
    elif kind == "actor":
        yield from (actor.name for actor in corpus.actors.values())
        yield from (name.text for claim in claims for name in (*claim.actors, *claim.targets))
    elif kind == "report":
        yield from (reading.report_id for reading in corpus.readings)
    else:
        yield from (reading.outlet or "" for reading in corpus.readings)
        for claim in claims:
            said = claim.attribution
            yield from (name.text for name in (*said.speakers, *([said.via] if said.via else [])))


def _passes(row: Row, query: Query) -> bool:
    for filter_name, fields in _FIELDS.items():
        wanted = getattr(query, filter_name)
        if wanted is not None and not any(holds_words(text, wanted) for text in _texts(row, fields)):
            return False
    if query.text is not None and not holds(row["sentence"], terms(query.text)):
        return False
    if query.type is not None and row.get("type") != query.type:
        return False
    if query.status is not None and query.status.lower() not in {
        t.lower() for t in _texts(row, ("status", "kind", "aside"))
    }:
        return False
    if query.report is not None and not any(r.startswith(query.report) for r in _texts(row, ("report", "from"))):
        return False
    return not _begins_after(row, query)


def _begins_after(row: Row, query: Query) -> bool:
    when = row.get("when") or ([row["first"]] if row.get("first") else None)
    return bool(query.day and when and str(when[0]) > query.day.isoformat())


def _texts(value: Any, fields: Iterable[str]) -> Iterator[str]:
    """Every text under one of these fields, in the row and in the rows that it holds."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name in fields and isinstance(inner, str):
                yield inner
            elif name in fields and isinstance(inner, list):
                yield from (text for text in inner if isinstance(text, str))
            if isinstance(inner, list):
                yield from _texts([row for row in inner if isinstance(row, Mapping)], fields)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, fields)
