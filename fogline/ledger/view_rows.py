"""Views (events, holdings, disputes; lineage is next door) as rows, and back."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Table

from fogline.ledger import tables
from fogline.ledger.lineage_rows import Ids, add_lineage, lists, ordered, read_lineage, some
from fogline.ledger.rebuilding import name, period, place_name
from fogline.ledger.writing import Rows, json_list, name_rows, period_columns, place_columns
from fogline.records import (
    ClaimType,
    Control,
    Dispute,
    DisputeKind,
    Event,
    Figure,
    Grade,
    Holding,
    Name,
    Side,
    Status,
    Views,
)

STANCES = ("supports", "opposes", "guessed", "fights")  # how a claim stands to a holding: the last two are among them


def view_rows(views: Views) -> Rows:
    """The rows of the views by table.  The inferred days are not among them: the ledger keeps them with periods."""
    rows: Rows = defaultdict(list)
    add_lineage(rows, views.lineage)
    for event in views.events:
        add_event(rows, event)
    for holding in views.holdings:
        add_holding(rows, holding)
    for dispute in views.disputes:
        add_dispute(rows, dispute)
    return rows


def read_views(connection: Connection) -> Views:
    """The stored views, each kind in its order."""
    return Views(
        read_lineage(connection), read_events(connection), read_holdings(connection), read_disputes(connection)
    )


def add_event(rows: Rows, event: Event) -> None:
    """Add the rows of an event."""
    owner = {"event_id": event.event_id}
    rows[tables.events].append(
        owner
        | {"type": str(event.type), "status": str(event.status), "origins": event.origins}
        | {"claims": len(event.claim_ids)}
        | place_columns(event.place)
        | period_columns(event.period)
        | {"reliability": event.grade.reliability, "credibility": event.grade.credibility}
    )
    rows[tables.event_names].extend(name_rows(owner, "actor", event.actors))
    rows[tables.event_names].extend(name_rows(owner, "target", event.targets))
    _add_claims(rows, tables.event_claims, owner, event.claim_ids)
    for rank, figure in enumerate(event.figures):
        rows[tables.event_figures].append(
            owner
            | {"position": rank, "unit": figure.unit, "low": figure.low, "best": figure.best, "high": figure.high}
            | {"claim_ids": json_list(figure.claim_ids)}
        )


def add_holding(rows: Rows, holding: Holding) -> None:
    """Add the rows of a holding."""
    owner = {"holding_id": holding.holding_id}
    rows[tables.holdings].append(
        owner
        | {"status": str(holding.status), "first_day": holding.first.isoformat()}
        | {"last_day": holding.last.isoformat() if holding.last else None}
        | {"since_day": holding.since.isoformat() if holding.since else None}
        | place_columns(holding.place)
        | place_columns(holding.holder, "holder")
        | {"origins": holding.origins, "reliability": holding.grade.reliability}
        | {"credibility": holding.grade.credibility, "reason": holding.reason}
    )
    for stance in STANCES:
        _add_claims(rows, tables.holding_claims, owner | {"stance": stance}, getattr(holding, stance))


def add_dispute(rows: Rows, dispute: Dispute) -> None:
    """Add the rows of a dispute."""
    owner = {"dispute_id": dispute.dispute_id}
    rows[tables.disputes].append(
        owner | {"attribute": dispute.attribute, "kind": str(dispute.kind)} | place_columns(dispute.place)
    )
    for number, side in enumerate(dispute.sides):
        rows[tables.dispute_sides].append(
            owner | {"side": number, "value": side.value, "speakers": json_list(side.speakers), "origins": side.origins}
        )
        _add_claims(rows, tables.dispute_claims, owner | {"side": number}, side.claim_ids)


def _add_claims(rows: Rows, table: Table, owner: dict[str, Any], claim_ids: Sequence[str]) -> None:
    rows[table].extend(owner | {"position": rank, "claim_id": claim_id} for rank, claim_id in enumerate(claim_ids))


def read_events(connection: Connection, ids: Ids = None) -> tuple[Event, ...]:
    """All events, or those of these ids, in their order."""
    names = lists(connection, tables.event_names, ("event_id", "role"), lambda row: name(row.text, row.key), ids)
    claims = _claim_lists(connection, tables.event_claims, ids, "event_id")
    figures = lists(connection, tables.event_figures, ("event_id",), _figure, ids)
    found = (
        Event(
            type=ClaimType(row.type),
            place=place_name(row.place, row.place_key),
            actors=tuple(names[row.event_id, "actor"]),
            targets=tuple(names[row.event_id, "target"]),
            period=period(row.first_day, row.last_day, row.period_basis),
            status=Status(row.status),
            claim_ids=tuple(claims[row.event_id,]),
            origins=row.origins,
            figures=tuple(figures[row.event_id,]),
            grade=Grade(row.reliability, row.credibility),
        )
        for row in some(connection, tables.events, ids)
    )
    return tuple(sorted(found, key=lambda event: event.order))


def read_holdings(connection: Connection, ids: Ids = None) -> tuple[Holding, ...]:
    """All holdings, or those of these ids, in their order."""
    claims = _claim_lists(connection, tables.holding_claims, ids, "holding_id", "stance")
    found = (
        Holding(
            place=Name(row.place, row.place_key),
            holder=place_name(row.holder, row.holder_key),
            status=Control(row.status),
            first=date.fromisoformat(row.first_day),
            last=date.fromisoformat(row.last_day) if row.last_day else None,
            since=date.fromisoformat(row.since_day) if row.since_day else None,
            supports=tuple(claims[row.holding_id, "supports"]),
            opposes=tuple(claims[row.holding_id, "opposes"]),
            origins=row.origins,
            grade=Grade(row.reliability, row.credibility),
            reason=row.reason,
            guessed=tuple(claims[row.holding_id, "guessed"]),
            fights=tuple(claims[row.holding_id, "fights"]),
        )
        for row in some(connection, tables.holdings, ids)
    )
    return tuple(sorted(found, key=lambda holding: holding.order))


def read_disputes(connection: Connection, ids: Ids = None) -> tuple[Dispute, ...]:
    """All disputes, or those of these ids, in their order."""
    claims = _claim_lists(connection, tables.dispute_claims, ids, "dispute_id", "side")
    sides: dict[str, list[Side]] = defaultdict(list)
    for row in ordered(connection, tables.dispute_sides, "side", ids=ids):
        speakers = tuple(json.loads(row.speakers))
        sides[row.dispute_id].append(Side(row.value, speakers, tuple(claims[row.dispute_id, row.side]), row.origins))
    found = (
        Dispute(
            row.attribute, DisputeKind(row.kind), place_name(row.place, row.place_key), tuple(sides[row.dispute_id])
        )
        for row in some(connection, tables.disputes, ids)
    )
    return tuple(sorted(found, key=lambda dispute: dispute.order))


def _figure(row: Row[Any]) -> Figure:
    return Figure(row.unit, row.low, row.best, row.high, tuple(json.loads(row.claim_ids)))


def _claim_lists(
    connection: Connection, table: Table, ids: Ids, *owner: str
) -> defaultdict[tuple[Any, ...], list[str]]:
    return lists(connection, table, owner, lambda row: str(row.claim_id), ids)
