"""Where each report of some circles stands, and what the lineage of a record rests on beside its reports."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from fogline.lineage.agencies import short_name
from fogline.lineage.circles import RULES, Circle
from fogline.lineage.families import Kindred
from fogline.lineage.held import names_of
from fogline.lineage.seeds import Grown
from fogline.records import Judgement, ReportDay
from fogline.records.ids import content_id
from fogline.records.kept_lineage import KeptLineage, KeptTraces, TracedReport
from fogline.records.release import release

PROGRAM = ("control", "events", "grounding", "runs", *RULES)  # what all views follow from
WHOLE, CREDITED = "whole", "credited"  # what is noted under these names


def find_traces(
    kindred: Kindred, circles: Iterable[Circle], grown: Iterable[Grown], days: Mapping[str, ReportDay]
) -> dict[str, TracedReport]:
    """Where each report stands; `days` are the inferred ones."""
    names, numbers = names_of(kindred.tellings), kindred.tellings.numbers
    home = {report_id: circle.name for circle in circles for report_id in circle.report_ids}
    group = {report_id: one.name for one in grown for report_id in one.reports}
    found = {}
    for report_id, reading in kindred.readings.items():
        at = numbers.get(report_id)
        day = days.get(report_id) or reading.day or reading.published
        telling = "" if at is None else names[at]
        found[report_id] = TracedReport(telling, home[report_id], group[report_id], str(day.day) if day else None)
    return found


def note_traces(kept: KeptTraces, before: Mapping[str, TracedReport], now: Mapping[str, TracedReport]) -> None:
    """Make these the places of some reports, in place of those that they had."""
    gone = sorted(before.keys() - now.keys())
    kept.replace(gone, {report_id: row for report_id, row in now.items() if before.get(report_id) != row})


def state_of(judgements: Iterable[Judgement]) -> str:
    """What lineage rests on beside the reports: the judgements, and the program."""
    return content_id(WHOLE, release(*PROGRAM), *(judgement.judgement_id for judgement in judgements))


def credited(kindred: Kindred) -> list[str]:
    """The short names of all agencies that reports credit, sorted."""
    every = {name for reading in kindred.readings.values() for name in reading.credits or ()}
    return sorted({short_name(name) for name in every})


def note_state(kept: KeptLineage, judged: Sequence[Judgement], names: Sequence[str]) -> None:
    """Note what the lineage of a record rests on, once all of it is kept; `names` are the agencies' that it credits."""
    kept.note(WHOLE, state_of(judged))
    kept.note(CREDITED, json.dumps(names, ensure_ascii=False))
