"""Views (lineage, events, holdings, disputes) as rows, and back."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Table, select

from fogline.ledger import tables
from fogline.ledger.rebuilding import name, period, place_name, read_days
from fogline.ledger.writing import Rows, json_list, name_rows, period_columns, place_columns
from fogline.records import (
    Alteration,
    ClaimType,
    Control,
    Dispute,
    DisputeKind,
    Event,
    Figure,
    Grade,
    Holding,
    Kinship,
    Lineage,
    Name,
    Origin,
    Relation,
    Side,
    Status,
    Views,
)

T = TypeVar("T")


def view_rows(views: Views) -> Rows:
    """The rows of the views by table.  The inferred days are not among them: the ledger keeps them with periods."""
    rows: Rows = defaultdict(list)
    _add_lineage(rows, views.lineage)
    for position, event in enumerate(views.events):
        _add_event(rows, event, position)
    for position, holding in enumerate(views.holdings):
        _add_holding(rows, holding, position)
    for position, dispute in enumerate(views.disputes):
        _add_dispute(rows, dispute, position)
    return rows


def read_views(connection: Connection) -> Views:
    """The stored views, in the order in which they were given."""
    lineage = Lineage(
        kin=tuple(_kinship(row) for row in _ordered(connection, tables.kin)),
        origins=read_origins(connection),
        alterations=tuple(_alteration(row) for row in _ordered(connection, tables.alterations)),
        days=read_days(connection),
    )
    return Views(lineage, _events(connection), _holdings(connection), _disputes(connection))


def read_origins(connection: Connection) -> tuple[Origin, ...]:
    """The stored origins."""
    reports = _lists(connection, tables.origin_reports, ("origin_id",), lambda row: str(row.report_id))
    return tuple(Origin(tuple(reports[row.origin_id,]), row.agency) for row in _ordered(connection, tables.origins))


def _add_lineage(rows: Rows, lineage: Lineage) -> None:
    for position, kinship in enumerate(lineage.kin):
        rows[tables.kin].append(
            {"position": position, "report_id": kinship.report_id, "source": kinship.source}
            | {"relation": str(kinship.relation), "score": float(kinship.score), "reasons": json_list(kinship.reasons)}
        )
    for position, origin in enumerate(lineage.origins):
        owner = {"origin_id": origin.origin_id}
        rows[tables.origins].append(owner | {"position": position, "agency": origin.agency})
        rows[tables.origin_reports].extend(
            owner | {"position": rank, "report_id": report_id} for rank, report_id in enumerate(origin.report_ids)
        )
    for position, alteration in enumerate(lineage.alterations):
        rows[tables.alterations].append(
            {
                "position": position,
                "alteration_id": alteration.alteration_id,
                "report_id": alteration.report_id,
                "source": alteration.source,
                "kind": alteration.kind,
                "original": alteration.original,
                "altered": alteration.altered,
                "sentence": alteration.sentence,
                "original_sentence": alteration.original_sentence,
            }
        )


def _add_event(rows: Rows, event: Event, position: int) -> None:
    owner = {"event_id": event.event_id}
    rows[tables.events].append(
        owner
        | {"position": position, "type": str(event.type), "status": str(event.status), "origins": event.origins}
        | place_columns(event.place)
        | period_columns(event.period)
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


def _add_holding(rows: Rows, holding: Holding, position: int) -> None:
    owner = {"holding_id": holding.holding_id}
    rows[tables.holdings].append(
        owner
        | {"position": position, "status": str(holding.status), "first_day": holding.first.isoformat()}
        | {"last_day": holding.last.isoformat() if holding.last else None}
        | {"since_day": holding.since.isoformat() if holding.since else None}
        | place_columns(holding.place)
        | place_columns(holding.holder, "holder")
        | {"origins": holding.origins, "reliability": holding.grade.reliability}
        | {"credibility": holding.grade.credibility, "reason": holding.reason}
    )
    _add_claims(rows, tables.holding_claims, owner | {"stance": "supports"}, holding.supports)
    _add_claims(rows, tables.holding_claims, owner | {"stance": "opposes"}, holding.opposes)


def _add_dispute(rows: Rows, dispute: Dispute, position: int) -> None:
    owner = {"dispute_id": dispute.dispute_id}
    rows[tables.disputes].append(
        owner
        | {"position": position, "attribute": dispute.attribute, "kind": str(dispute.kind)}
        | place_columns(dispute.place)
    )
    for number, side in enumerate(dispute.sides):
        rows[tables.dispute_sides].append(
            owner | {"side": number, "value": side.value, "speakers": json_list(side.speakers), "origins": side.origins}
        )
        _add_claims(rows, tables.dispute_claims, owner | {"side": number}, side.claim_ids)


def _add_claims(rows: Rows, table: Table, owner: dict[str, Any], claim_ids: Sequence[str]) -> None:
    rows[table].extend(owner | {"position": rank, "claim_id": claim_id} for rank, claim_id in enumerate(claim_ids))


def _events(connection: Connection) -> tuple[Event, ...]:
    names = _lists(connection, tables.event_names, ("event_id", "role"), lambda row: name(row.text, row.key))
    claims = _claim_lists(connection, tables.event_claims, "event_id")
    figures = _lists(connection, tables.event_figures, ("event_id",), _figure)
    return tuple(
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
        )
        for row in _ordered(connection, tables.events)
    )


def _holdings(connection: Connection) -> tuple[Holding, ...]:
    claims = _claim_lists(connection, tables.holding_claims, "holding_id", "stance")
    return tuple(
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
        )
        for row in _ordered(connection, tables.holdings)
    )


def _disputes(connection: Connection) -> tuple[Dispute, ...]:
    claims = _claim_lists(connection, tables.dispute_claims, "dispute_id", "side")
    sides: dict[str, list[Side]] = defaultdict(list)
    for row in _ordered(connection, tables.dispute_sides, "side"):
        speakers = tuple(json.loads(row.speakers))
        sides[row.dispute_id].append(Side(row.value, speakers, tuple(claims[row.dispute_id, row.side]), row.origins))
    return tuple(
        Dispute(
            row.attribute, DisputeKind(row.kind), place_name(row.place, row.place_key), tuple(sides[row.dispute_id])
        )
        for row in _ordered(connection, tables.disputes)
    )


def _kinship(row: Row[Any]) -> Kinship:
    return Kinship(row.report_id, row.source, Relation(row.relation), row.score, tuple(json.loads(row.reasons)))


def _alteration(row: Row[Any]) -> Alteration:
    return Alteration(
        row.report_id, row.source, row.kind, row.original, row.altered, row.sentence, row.original_sentence
    )


def _figure(row: Row[Any]) -> Figure:
    return Figure(row.unit, row.low, row.best, row.high, tuple(json.loads(row.claim_ids)))


def _claim_lists(connection: Connection, table: Table, *owner: str) -> defaultdict[tuple[Any, ...], list[str]]:
    return _lists(connection, table, owner, lambda row: str(row.claim_id))


def _lists(
    connection: Connection, table: Table, owner: Sequence[str], make: Callable[[Row[Any]], T]
) -> defaultdict[tuple[Any, ...], list[T]]:
    """What the rows of `table` make, in order, by the values of the `owner` columns."""
    lists: defaultdict[tuple[Any, ...], list[T]] = defaultdict(list)
    for row in _ordered(connection, table):
        lists[tuple(getattr(row, name) for name in owner)].append(make(row))
    return lists


def _ordered(connection: Connection, table: Table, order: str = "position") -> Iterable[Row[Any]]:
    return connection.execute(select(table).order_by(table.c[order])).all()
