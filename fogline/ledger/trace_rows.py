"""Where each report of a record stands in its lineage, as rows: a `KeptTraces` in SQL."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select

from fogline.ledger import tables
from fogline.ledger.adding import insert_rows
from fogline.ledger.lineage_rows import some
from fogline.records.kept_lineage import TracedReport

_TABLE = tables.traced_reports


class SqlTraces:
    """Where the reports of a record stand, inside of a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __len__(self) -> int:
        """How many reports there are."""
        return self._connection.scalar(select(func.count()).select_from(_TABLE)) or 0

    def every(self) -> Mapping[str, TracedReport]:
        """All of them, by id."""
        return _read(some(self._connection, _TABLE))

    def of_reports(self, report_ids: Iterable[str]) -> Mapping[str, TracedReport]:
        """Those of these ids, as far as they are there."""
        return _read(some(self._connection, _TABLE, report_ids))

    def of_tellings(self, names: Iterable[str]) -> Mapping[str, TracedReport]:
        """Those that carry these tellings."""
        return _read(some(self._connection, _TABLE, names, "telling"))

    def of_circles(self, names: Iterable[str]) -> Mapping[str, TracedReport]:
        """Those of these circles."""
        return _read(some(self._connection, _TABLE, names, "circle"))

    def replace(self, gone: Iterable[str], fresh: Mapping[str, TracedReport]) -> None:
        """Forget some reports, and note where others stand now."""
        if keys := [{"gone": report_id} for report_id in (*gone, *fresh)]:
            self._connection.execute(delete(_TABLE).where(_TABLE.c.report_id == bindparam("gone")), keys)
        if fresh:
            insert_rows(self._connection, _TABLE, [{"report_id": key} | row._asdict() for key, row in fresh.items()])

    def latest(self) -> str | None:
        """The latest day of all."""
        found: str | None = self._connection.scalar(select(func.max(_TABLE.c.day)))
        return found


def _read(rows: Iterable[Any]) -> Mapping[str, TracedReport]:
    return {row.report_id: TracedReport(row.telling, row.circle, row.story_group, row.day) for row in rows}
