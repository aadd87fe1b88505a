"""The day of each report: how it is known, from whom, how sure it is, and what contradicts it."""

from __future__ import annotations

from typing import Any

from fogline.records import Corpus, DayWitness, Reading, Views, WitnessKind, confidence

Row = dict[str, Any]


def date_rows(corpus: Corpus, views: Views) -> list[Row]:
    """A row per report, by day; those whose day is not known stand at the end.

    Shape: `from` is where the day was found, the id of another report or of a judgement where it is one;
    `witnesses` are all that speaks for any day, `contradictions` those of them that speak for another one.
    """
    told: dict[str, list[DayWitness]] = {}
    for witness in views.lineage.witnesses:
        told.setdefault(witness.report_id, []).append(witness)
    order = sorted(corpus.readings, key=lambda r: (r.day is None, r.day.day if r.day else None, r.report_id))
    return [_row(reading, told.get(reading.report_id, [])) for reading in order]


def _row(reading: Reading, witnesses: list[DayWitness]) -> Row:
    day = reading.day
    against = [w for w in witnesses if day is not None and w.day != day.day]
    return {
        "report": reading.report_id,
        "outlet": reading.outlet,
        "day": day.day.isoformat() if day else None,
        "basis": day.basis if day else None,
        "from": day.ground if day else None,
        "confidence": confidence(day.day, witnesses) if day else None,
        "contradictions": [_witness(w) for w in against],
        "witnesses": [_witness(w) for w in witnesses],
    }


def _witness(witness: DayWitness) -> Row:
    return {
        "day": witness.day.isoformat(),
        "kind": witness.kind,
        "from": witness.ground,
        "words": witness.words or None,
    }


_SAYS = {
    WitnessKind.JUDGEMENT: "{ground} says {day}",
    WitnessKind.DATA: "what came with it ({ground}) says {day}",
    WitnessKind.DATELINE: "its dateline “{words}” says {day}",
    WitnessKind.OWN: "its own words “{words}” say {day}",
    WitnessKind.WEEKDAY: "its dateline “{words}” says {day}",
    WitnessKind.NEWS: "what it tells happened “{words}”, {day}",
    WitnessKind.SINCE: "counted from the day of {ground}, it is of {day}: “{words}”",
    WitnessKind.WORDS: "its words beside those of {ground} say {day}: “{words}”",
    WitnessKind.NEXT: "by its own words it is of the day beside that of {ground}, its kin: {day}",
    WitnessKind.KIN: "{ground}, its kin, is of {day}",
    WitnessKind.STORY: "{ground}, of the same story, gives {day}",
    WitnessKind.UNSAID: "{ground}, of the same story, gives {day}; it names no day itself",
}


def in_words(witness: Row) -> str:
    """A witness as one line."""
    return _SAYS[WitnessKind(witness["kind"])].format(
        ground=witness["from"], day=witness["day"], words=witness["words"] or ""
    )
