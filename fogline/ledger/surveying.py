"""A few reports of a record, and what the record has found of them: for whoever brings no more than that up to date."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, Table, func, select

from fogline.ledger import tables
from fogline.ledger.parts import origins_of
from fogline.ledger.rebuilding import make_actor, make_place, read_outline, report_day
from fogline.ledger.scope import chunks, rows_of
from fogline.records import Origin, Reading, ReportDay

_Kind = tuple[Table, Table, str, Callable[[Any], object]]
_FORMS: tuple[_Kind, ...] = (
    (tables.places, tables.report_places, "place_id", make_place),
    (tables.actors, tables.report_actors, "actor_id", make_actor),
)


class Surveying(ABC):
    """What a ledger tells of some reports alone."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]:
        """A connection to read from."""

    def outline_of(self, report_ids: Iterable[str]) -> tuple[Reading, ...]:
        """The readings of these reports as `outline` gives them, in the order of their ids."""
        with self._reading() as connection:
            found = [r for some in chunks(sorted(set(report_ids))) for r in read_outline(connection, some)]
        return tuple(found)

    def count_reports(self) -> int:
        """How many reports there are."""
        with self._reading() as connection:
            return connection.scalar(select(func.count()).select_from(tables.reports)) or 0

    def found_of(self, report_ids: Collection[str]) -> tuple[dict[str, ReportDay], tuple[Origin, ...]]:
        """The days inferred for these reports, and their origins, as they stand."""
        table = tables.report_days
        with self._reading() as connection:
            rows = rows_of(connection, select(table), table.c.report_id, report_ids)
            days = {row.report_id: report_day(row.day, row.basis, row.ground) for row in rows}
            return {key: day for key, day in days.items() if day}, origins_of(connection, report_ids)

    def moves_forms(self, report_ids: Collection[str], *, without: Collection[str] = ()) -> bool:
        """Whether a place or an actor is new by these reports, or another form of one the commonest.

        The reports of the ids in `without` are not counted.
        """
        with self._reading() as connection:
            return any(_moves(connection, kind, report_ids, without) for kind in _FORMS)


def _moves(connection: Connection, kind: _Kind, report_ids: Iterable[str], without: Iterable[str]) -> bool:
    forms, links, key, make = kind
    own, left = _counted(connection, links, report_ids), _counted(connection, links, without)
    keys = {row[0] for row in rows_of(connection, select(forms.c[key]), forms.c.form_id, own)}
    now: dict[str, dict[object, int]] = defaultdict(dict)
    before: dict[str, dict[object, int]] = defaultdict(dict)
    for row in rows_of(connection, select(forms), forms.c[key], sorted(keys)):
        counts, form, told = row.reports - left[row.form_id], make(row), getattr(row, key)
        for found, count in ((now, counts), (before, counts - own[row.form_id])):
            if count > 0:
                found[told][form] = count
    return any(told not in before or _commonest(before[told]) != _commonest(now[told]) for told in now)


def _counted(connection: Connection, links: Table, report_ids: Iterable[str]) -> Counter[str]:
    """How many of these reports name each form."""
    return Counter(row.form_id for row in rows_of(connection, select(links), links.c.report_id, report_ids))


def _commonest(forms: Mapping[object, int]) -> object:
    return min(forms, key=lambda form: (-forms[form], repr(form)))
