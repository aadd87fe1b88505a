"""When reports came into the record, and which are later versions of which."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime

from sqlalchemy import ColumnElement, Connection, func, select

from fogline.ledger import tables
from fogline.ledger.writing import Row
from fogline.records import Arrival, Reading

_CHUNK = 500  # ids in one query


def arrival_rows(reports: Iterable[str], moment: datetime) -> list[Row]:
    """The rows that say when these reports came."""
    at = moment.astimezone(UTC).isoformat()
    return [{"report_id": report_id, "arrived": at} for report_id in reports]


def version_rows(connection: Connection, readings: Sequence[Reading]) -> list[Row]:
    """The rows of those readings that are later versions, numbered as they come."""
    versions, table = [r for r in readings if r.version_of is not None], tables.versions
    last: dict[str, int] = {}
    rows = []
    for reading in versions:
        key = str(reading.version_of)
        if key not in last:
            query = select(func.max(table.c.number)).where(table.c.version_of == key)
            last[key] = connection.scalar(query) or 1
        last[key] += 1
        rows.append({"report_id": reading.report_id, "version_of": key, "number": last[key]})
    return rows


def read_arrivals(connection: Connection, of: Collection[str] | None = None) -> tuple[Arrival, ...]:
    """Every report in the order of the ids; with `of`, only these, and those of which there are several versions."""
    if of is None:
        found = set(_arrivals(connection, None))
    else:
        report, version = tables.reports.c.report_id, tables.versions.c
        found = set(_arrivals(connection, report.in_(select(version.report_id).union(select(version.version_of)))))
        for start in range(0, len(of), _CHUNK):
            found.update(_arrivals(connection, report.in_(list(of)[start : start + _CHUNK])))
    return tuple(sorted(found, key=lambda arrival: arrival.report_id))


def _arrivals(connection: Connection, scope: ColumnElement[bool] | None) -> Iterator[Arrival]:
    report, came, version, dated = tables.reports, tables.arrivals, tables.versions, tables.report_days
    query = (
        select(report.c.report_id, report.c.published_day, report.c.day, came.c.arrived)
        .add_columns(version.c.version_of, version.c.number, dated.c.day.label("dated"))
        .outerjoin(came, came.c.report_id == report.c.report_id)
        .outerjoin(version, version.c.report_id == report.c.report_id)
        .outerjoin(dated, dated.c.report_id == report.c.report_id)
    )
    for row in connection.execute(query if scope is None else query.where(scope)):
        yield Arrival(
            row.report_id,
            _day(row.day or row.published_day),
            _day(row.dated or row.day or row.published_day),
            datetime.fromisoformat(row.arrived) if row.arrived else None,
            row.version_of,
            row.number or 1,
        )


def read_version_of(connection: Connection) -> Mapping[str, str]:
    """The report that each later version is one of."""
    return {row.report_id: row.version_of for row in connection.execute(select(tables.versions))}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
