"""What speaks for the days of reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from fogline.lineage import trace
from fogline.records import (
    Anchor,
    Claim,
    ClaimType,
    Corpus,
    DateExpression,
    DayWitness,
    Reading,
    Tense,
    WitnessKind,
    confidence,
)

from .conftest import Make

WEDNESDAY = date(2030, 3, 6)
DAY = timedelta(days=1)


def told(readings: tuple[Reading, ...], report_id: str) -> list[tuple[WitnessKind, date, str]]:
    found = trace(Corpus(readings)).witnesses
    return [(w.kind, w.day, w.ground) for w in found if w.report_id == report_id]


def with_when(reading: Reading, *worded: str, tense: Tense = Tense.PAST) -> Reading:
    """The reading with a claim for each of these dates."""
    anchor = Anchor.at(reading.raw, 0, 5, report_id=reading.report_id)
    claims = (Claim(anchor, anchor, ClaimType.CAPTURE, when=DateExpression(text, tense)) for text in worded)
    return replace(reading, claims=tuple(claims))


def test_a_stated_day_has_its_field_for_witness_and_its_dateline(story: tuple[Reading, ...]) -> None:
    assert told(story[:1], "agency") == [
        (WitnessKind.DATA, WEDNESDAY, "published"),
        (WitnessKind.DATELINE, WEDNESDAY, "dateline"),
    ]


def test_a_dateline_of_another_day_contradicts(story: tuple[Reading, ...], make: Make) -> None:
    late = make("late", story[0].raw, WEDNESDAY + 4 * DAY)
    assert (WitnessKind.DATELINE, WEDNESDAY, "dateline") in told((late,), "late")


def test_an_inferred_day_says_which_words_of_whom_gave_it(story: tuple[Reading, ...]) -> None:
    found = [w for w in trace(Corpus(story)).witnesses if w.report_id == "copy"]
    assert [(w.kind, w.day, w.ground) for w in found] == [(WitnessKind.WORDS, WEDNESDAY + DAY, "agency")]
    assert "yesterday" in found[0].words
    assert found[0].words in story[1].raw


def test_kin_that_is_older_than_its_source_is_contradicted(story: tuple[Reading, ...], make: Make) -> None:
    early = replace(story[4], day=replace(story[0].day, day=WEDNESDAY - 3 * DAY))  # type: ignore[type-var]
    assert (WitnessKind.KIN, WEDNESDAY, "agency") in told((story[0], early), "rewrite")


def test_what_happened_on_a_weekday_ahead_contradicts_the_day(make: Make) -> None:
    report = with_when(make("r", "Troops entered the port of Talvek.", WEDNESDAY), "on Friday", "Friday night")
    assert (WitnessKind.NEWS, WEDNESDAY + 2 * DAY, "weekday") in told((report,), "r")


def test_weekdays_of_plans_and_of_last_week_contradict_nothing(make: Make) -> None:
    report = make("r", "Troops entered the port of Talvek.", WEDNESDAY)
    for quiet in (
        with_when(report, "on Friday", "on Friday", tense=Tense.FUTURE),
        with_when(report, "last Friday", "last Friday"),
        with_when(report, "on Friday"),
    ):
        assert [kind for kind, _, _ in told((quiet,), "r")] == [WitnessKind.DATA]


def test_a_day_taken_from_another_story_s_report_is_hardly_sure(story: tuple[Reading, ...], make: Make) -> None:
    text = (
        "On Tuesday the Orlan Front still held the customs house of Talvek, the port on the Lenna. On Tuesday morning "
        "the 14th Brigade stood at the silos of Talvek. The mayor of Kostrad saw boats cross the Lenna on Tuesday."
    )
    found = [w for w in trace(Corpus((story[0], make("eve", text)))).witnesses if w.report_id == "eve"]
    assert found == [
        DayWitness("eve", WitnessKind.NEWS, WEDNESDAY - DAY, "agency", "Tuesday"),
        DayWitness("eve", WitnessKind.STORY, WEDNESDAY, "agency"),
    ]
    assert confidence(WEDNESDAY - DAY, found) < 0.5


def test_a_report_of_no_day_has_no_witness(make: Make) -> None:
    assert told((make("r", "Troops entered the port of Talvek."),), "r") == []
