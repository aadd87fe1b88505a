"""Events, holdings and disputes written only where they change: each has a mark, so that its rows need not be compared.

A mark is a hash of all that the rows of a view say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, delete, select

from fogline.ledger import tables
from fogline.ledger.adding import insert_rows
from fogline.ledger.view_rows import add_dispute, add_event, add_holding
from fogline.ledger.writing import Row, Rows
from fogline.records import Dispute, Event, Holding, Name, Views, content_id
from fogline.records.working import Stored

Pair = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of view: its tables, the owner's first; how a view is told by a mark, and how it becomes rows."""

    tables: tuple[Table, ...]
    identify: Callable[[Any], str]
    mark: Callable[[Any], str]
    add: Callable[[Rows, Any], None]

    @property
    def key(self) -> Column[Any]:
        """The id of a view in the owner's table."""
        (key,) = self.tables[0].primary_key
        return key


def mark_of_event(event: Event) -> str:
    """The mark of an event."""
    figures = [(f.unit, f.low, f.best, f.high, f.claim_ids) for f in event.figures]
    period = event.period and (str(event.period.first), str(event.period.last), str(event.period.basis))
    named = _pair(event.place), _pairs(event.actors), _pairs(event.targets)
    counted = event.claim_ids, event.origins, event.grade.reliability, event.grade.credibility
    return content_id("mark", str(event.type), str(event.status), named, period, counted, figures)


def mark_of_holding(holding: Holding) -> str:
    """The mark of a holding."""
    days = [day and str(day) for day in (holding.first, holding.last, holding.since)]
    claims = holding.supports, holding.opposes, holding.guessed, holding.fights
    graded = holding.origins, holding.grade.reliability, holding.grade.credibility, holding.reason
    return content_id("mark", _pair(holding.place), _pair(holding.holder), str(holding.status), days, claims, graded)


def mark_of_dispute(dispute: Dispute) -> str:
    """The mark of a dispute."""
    sides = [(side.value, side.speakers, " ".join(side.claim_ids), side.origins) for side in dispute.sides]
    return content_id("mark", dispute.attribute, str(dispute.kind), _pair(dispute.place), sides)


def _pair(name: Name | None) -> Pair | None:
    return None if name is None else (name.text, name.key)


def _pairs(names: Iterable[Name]) -> list[Pair]:
    return [(name.text, name.key) for name in names]


EVENTS = Kind(
    (tables.events, tables.event_names, tables.event_claims, tables.event_figures),
    lambda view: str(view.event_id), mark_of_event, add_event,
)  # fmt: skip
HOLDINGS = Kind(
    (tables.holdings, tables.holding_claims), lambda view: str(view.holding_id), mark_of_holding, add_holding
)
DISPUTES = Kind(
    (tables.disputes, tables.dispute_sides, tables.dispute_claims),
    lambda view: str(view.dispute_id), mark_of_dispute, add_dispute,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marked:
    """What is to be done to the tables of one kind of view."""

    kind: Kind
    gone: Sequence[str]  # the ids of views that are no longer so, or no longer there
    rows: Rows
    marks: Sequence[Row]

    def delete(self, connection: Connection) -> None:
        """Delete the rows of views that are gone or change."""
        changed = {*self.gone, *(row["view_id"] for row in self.marks)}
        keys = [{"gone": view_id} for view_id in sorted(changed)]
        if keys:
            connection.execute(delete(tables.view_marks).where(tables.view_marks.c.view_id == bindparam("gone")), keys)
            for table in reversed(self.kind.tables):
                connection.execute(delete(table).where(table.c[self.kind.key.name] == bindparam("gone")), keys)

    def write(self, connection: Connection) -> None:
        """Add the rows of views that are new or another one."""
        for table in self.kind.tables:
            if self.rows[table]:
                insert_rows(connection, table, self.rows[table])
        if self.marks:
            insert_rows(connection, tables.view_marks, self.marks)


def changes(connection: Connection, views: Views) -> list[Marked]:
    """What is to be done so that the tables hold these events, holdings and disputes; a `Stored` one stays as it is."""
    given = ((EVENTS, views.events), (HOLDINGS, views.holdings), (DISPUTES, views.disputes))
    return [_changes(connection, kind, found) for kind, found in given]


def _changes(connection: Connection, kind: Kind, views: Sequence[Any]) -> Marked:
    mark = tables.view_marks
    query = select(kind.key, mark.c.mark).outerjoin(mark, mark.c.view_id == kind.key)
    held: dict[str, str | None] = dict(connection.execute(query).all())
    rows: Rows = defaultdict(list)
    marks: list[Row] = []
    seen: set[str] = set()
    for view in views:
        if isinstance(view, Stored):
            held.pop(view.view_id)
            continue
        view_id, told = kind.identify(view), kind.mark(view)
        before = held.pop(view_id, None)
        if view_id in seen:
            kind.add(rows, view)  # once more: the store refuses an id that is there twice
        seen.add(view_id)
        if before != told:
            kind.add(rows, view)
            marks.append({"view_id": view_id, "mark": told})
    return Marked(kind, [*held], rows, marks)
