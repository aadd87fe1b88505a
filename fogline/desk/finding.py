"""The rows that a question asks for: made of the rows of the record that they show, or of all of it where need be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from fogline.desk.filters import check_names, keep, named_in
from fogline.desk.options import Query
from fogline.desk.record import Held, hold_up, is_plain, look, open_record
from fogline.desk.screen import remark
from fogline.records import Part

if TYPE_CHECKING:
    from fogline.ledger import SqlLedger

Row = dict[str, Any]


def found(
    query: Query,
    find: Callable[[SqlLedger], Part],
    make: Callable[[Part], list[Row]],
    make_whole: Callable[[Held], list[Row]],
    *,
    whole: bool = False,
) -> list[Row]:
    """The rows that the query asks for.

    They are made of the part that the ledger finds.  Where it cannot know them, the whole record is read and
    filtered: as it was known at a moment, where a report is set aside, where a judgement changes what claims say,
    and where `whole` says so.  The rows are the same, and a line on standard error says how many more there are.
    Raises: InputError where the query asks for an unknown name.
    """
    if query.known is not None:
        return of_whole(query, make_whole)
    with open_record(query.record) as ledger:
        if whole or not is_plain(ledger):
            return _of_all(hold_up(ledger), query, make_whole)
        return of_part(ledger, query, find(ledger), make)


def of_whole(query: Query, make_whole: Callable[[Held], list[Row]]) -> list[Row]:
    """The rows that are made of all of the record.  Raises: InputError, RecordError."""
    return _of_all(look(query.record, query.known), query, make_whole)


def of_part(ledger: SqlLedger, query: Query, part: Part, make: Callable[[Part], list[Row]]) -> list[Row]:
    """The rows of a part of the record that was found for the query.  Raises: InputError."""
    rows = make(part)
    if not rows:
        check_names(ledger.known_names, query)
    return _first(rows, query, part.more, counted=part.counted)


def _of_all(held: Held, query: Query, make_whole: Callable[[Held], list[Row]]) -> list[Row]:
    rows = [dict(row) for row in keep(make_whole(held), query)]
    if not rows:
        check_names(partial(named_in, held.whole()), query)
    return _first(rows, query)


def _first(rows: Sequence[Row], query: Query, more: int = 0, *, counted: bool = True) -> list[Row]:
    first = list(rows if query.most is None else rows[: query.most])
    more = more or len(rows) - len(first)
    if more:
        few = "" if counted else "more than "
        remark(f"{few}{more:,} more rows are not shown: give a filter, or --limit 0 for all")
    return first
