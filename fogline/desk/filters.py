"""Which rows of a table a query asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from fogline.desk.options import Query
from fogline.language.words import fold

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


def _passes(row: Row, query: Query) -> bool:
    for filter_name, fields in _FIELDS.items():
        wanted = getattr(query, filter_name)
        if wanted is not None and not any(named(wanted, text) for text in _texts(row, fields)):
            return False
    if query.type is not None and row.get("type") != query.type:
        return False
    if query.status is not None and query.status.lower() not in {t.lower() for t in _texts(row, ("status", "kind"))}:
        return False
    if query.report is not None and not any(r.startswith(query.report) for r in _texts(row, ("report", "from"))):
        return False
    return not _begins_after(row, query)


def named(wanted: str, text: str) -> bool:
    """Whether a text holds the wanted name, word for word, whatever its accents, hyphens and case."""
    folded = fold(wanted)
    return f" {folded} " in f" {fold(text)} " if folded else wanted.casefold() in text.casefold()


def _begins_after(row: Row, query: Query) -> bool:
    when = row.get("when") or ([row["first"]] if "first" in row else None)
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
