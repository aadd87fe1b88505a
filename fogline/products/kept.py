"""Reports that count for nothing, later versions, and what publishers say of their own texts: rows for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from fogline.records import Aside, Reading
from fogline.text.notices import Notice, find_notices

Row = dict[str, Any]


def aside_words(aside: Aside) -> str:
    """Why a report counts for nothing, in words."""
    if aside.why:
        return f"{aside.reason}: {aside.why} ({aside.by})"
    return f"{aside.reason} by {aside.by}"


def version_rows(readings: Iterable[Reading], aside: Mapping[str, Aside]) -> list[Row]:
    """A row per report that is a later version, has one, or was withdrawn, in the order of the ids.

    Shape: `counts` is whether its claims count; `why` says why not.
    """
    held = list(readings)
    several = {r.version_of for r in held if r.version_of}
    shown = (r for r in held if r.version_of or r.report_id in several or r.report_id in aside)
    return [
        {
            "report": r.report_id,
            "version_of": r.version_of,
            "outlet": r.outlet,
            "day": r.day.day.isoformat() if r.day else None,
            "counts": r.report_id not in aside,
            "why": aside_words(aside[r.report_id]) if r.report_id in aside else None,
        }
        for r in sorted(shown, key=lambda r: (r.version_of or r.report_id, r.report_id))
    ]


def notice_rows(readings: Iterable[Reading]) -> list[Row]:
    """A row per notice of a correction or a withdrawal that stands in a report."""
    return [
        {"report": r.report_id, "kind": str(n.kind), "words": n.anchor.quote, "start": n.anchor.start}
        for r in readings
        for n in notices_of(r)
    ]


def notices_of(reading: Reading) -> tuple[Notice, ...]:
    """The notices of a report."""
    return find_notices(reading.raw, report_id=reading.report_id)
