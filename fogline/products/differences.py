"""What of the record a judgement changed: rows of the views before and after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from fogline.records import Views

Row = dict[str, Any]
Told = Mapping[str, str]  # what a view says, in words, by what it says it of


def differences(before: Views, after: Views) -> list[Row]:
    """A row for each report whose kin, origin, day or story is another one now, and for each view whose number is.

    Shape: `what` is changed, of which `report` (`None` for a number), from `before` to `after`, in words.
    """
    rows = []
    for what, tell in _VIEWS.items():
        one, other = tell(before), tell(after)
        rows += [
            {"what": what, "report": report, "before": one.get(report), "after": other.get(report)}
            for report in sorted(one.keys() | other.keys())
            if one.get(report) != other.get(report)
        ]
    for what, count in _NUMBERS.items():
        if count(before) != count(after):
            rows.append({"what": what, "report": None, "before": str(count(before)), "after": str(count(after))})
    return rows


def _kin(views: Views) -> Told:
    found: dict[str, str] = {}
    for k in views.lineage.kin:
        before = f"{found[k.report_id]}, " if k.report_id in found else ""
        found[k.report_id] = f"{before}{k.relation} of {k.source}"
    return found


def _origins(views: Views) -> Told:
    found = {}
    for origin in views.lineage.origins:
        by = f" by {origin.agency}" if origin.agency else ""
        found.update({r: f"{_with(r, origin.report_ids)}{by}" for r in origin.report_ids})
    return found


def _days(views: Views) -> Told:
    return {r: f"{d.day} ({d.basis} from {d.ground})" for r, d in views.lineage.days.items()}


def _stories(views: Views) -> Told:
    return {r: _with(r, story.report_ids) for story in views.lineage.stories for r in story.report_ids}


def _with(report: str, together: Iterable[str]) -> str:
    others = [r for r in together if r != report]
    return f"with {', '.join(others)}" if others else "alone"


_VIEWS: Mapping[str, Callable[[Views], Told]] = {
    "kin": _kin, "origin": _origins, "day": _days, "story": _stories,
}  # fmt: skip
_NUMBERS: Mapping[str, Callable[[Views], int]] = {
    "origins": lambda views: len(views.lineage.origins),
    "stories": lambda views: len(views.lineage.stories),
    "alterations": lambda views: len(views.lineage.alterations),
    "events": lambda views: len(views.events),
    "holdings": lambda views: len(views.holdings),
    "disputes": lambda views: len(views.disputes),
}
