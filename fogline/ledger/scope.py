"""Conditions on columns, alike in both stores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, false, func, select, true

from fogline.ledger import tables
from fogline.ledger.writing import storable

T = TypeVar("T")
AT_ONCE = 500  # ids in one query
COUNTED = 100  # of the rows beyond a limit so many are counted, and then "more than"
_LAST = "\U0010ffff"


def beginning(column: Column[str], prefix: str) -> ColumnElement[bool]:
    """The condition that a text begins with `prefix`, as a range that an index answers."""
    if not storable(prefix):
        return false()
    trimmed = prefix.rstrip(_LAST)
    if not trimmed:
        return column.startswith(prefix, autoescape=True) if prefix else true()
    following = ord(trimmed[-1]) + 1
    after = "\ue000" if following == 0xD800 else chr(following)
    return and_(column >= prefix, column < trimmed[:-1] + after)


def chunks(items: Iterable[T]) -> Iterator[list[T]]:
    """The items, some hundreds at a time."""
    rest = iter(items)
    while chunk := list(islice(rest, AT_ONCE)):
        yield chunk


def rows_of(connection: Connection, query: Select[Any], column: Column[str], keys: Iterable[str]) -> Iterator[Any]:
    """The rows of a query whose `column` is one of the keys."""
    for chunk in chunks(dict.fromkeys(keys)):
        yield from connection.execute(query.where(column.in_(chunk)))


def first_of(connection: Connection, query: Select[Any], limit: int | None) -> tuple[Sequence[Any], int, bool]:
    """The first rows of a query, how many more there are, and whether these were counted to the end."""
    if limit is None:
        return connection.execute(query).all(), 0, True
    rows = connection.execute(query.limit(limit + COUNTED + 1)).all()
    more = max(len(rows) - limit, 0)
    return rows[:limit], min(more, COUNTED), more <= COUNTED


def size_of(connection: Connection, query: Select[Any], most: int) -> int:
    """How many rows a query gives; `most` where there are as many or more."""
    return connection.scalar(select(func.count()).select_from(query.limit(most).subquery())) or 0


def unindexed(column: Column[str]) -> ColumnElement[str]:
    """A text as it is, by which no index is chosen: where another one has led to the row already."""
    return column.concat("")


def claims_with(roles: Sequence[str], texts: Iterable[str], *, of: ColumnElement[str] | None = None) -> Select[Any]:
    """The ids of the claims that use one of these names in one of these roles; only of one claim, where it is given."""
    table = tables.claim_names.c
    query = select(table.claim_id).where(table.role.in_(roles))
    if of is None:
        return query.where(table.text.in_(list(texts)))
    return query.where(table.claim_id == of, unindexed(table.text).in_(list(texts)))
