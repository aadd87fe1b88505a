"""Rows found by the filter that leaves fewest.

A filter can *find* rows (by an index) and can be *asked* of a row.  Where one finds few, these are gathered, asked all
the others and put in order; where all find many, the rows are looked through in order until enough have passed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from typing import Any

from sqlalchemy import Column, ColumnElement

from fogline.records import Selection

FEW = 15_000  # rows: so many are gathered and sorted sooner than enough are come upon by looking through a record;
# the more is asked at once, the fewer pass, and the longer looking through takes
FEW_OF_ALL = 200_000  # where all are asked for


@dataclass(frozen=True, slots=True)
class Filter:
    """What must hold of a row, and how the rows of which it holds (may hold, where not `exact`) are found.

    `found` is a query for their ids, each once; there are `size` of them, or fewer.
    """

    asked: ColumnElement[bool]
    found: Any = None
    size: int = 0
    exact: bool = True


def few_for(wanted: Selection) -> int:
    """How many rows are few for what is asked."""
    asked = sum(value is not None for value in astuple(replace(wanted, limit=None)))
    return FEW_OF_ALL if wanted.limit is None else FEW * max(asked, 1)


def narrowed(key: Column[str], filters: Sequence[Filter], few: int) -> tuple[Any, list[ColumnElement[bool]]]:
    """Where rows come from and what they are asked: by the narrowest filter that finds few, if there is one."""
    finders = [f for f in filters if f.found is not None and f.size < few]
    if not finders:
        return key.table, [f.asked for f in filters]
    narrowest = min(finders, key=lambda f: f.size)
    found = narrowest.found.cte("found")
    (name,) = found.c
    asked = [f.asked for f in filters if f is not narrowest or not f.exact]
    return found.join(key.table, key == name), asked
