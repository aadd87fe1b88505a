"""Days that are counted from what a story tells."""

from __future__ import annotations

from datetime import date

import pytest

from fogline.lineage.days_since import counts, since, starts

LEAD = "Fighters of the Orlan Front entered Talvek on Saturday and took the customs house, residents said."
BEGUN = "The offensive on the port had begun on Thursday, a doctor said."
SATURDAY = date(2030, 3, 9)
KNOWN = [*starts(["TALVEK -", LEAD, BEGUN], SATURDAY, "wire")]


def told(*sentences: str) -> list[tuple[date, str]]:
    return [(day, ground) for day, ground, _ in since(sentences, KNOWN, SATURDAY)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two days after the fall of Talvek nobody patrols its streets.", date(2030, 3, 11)),
        ("A day after the fighters entered Talvek the port was calm.", date(2030, 3, 10)),
        ("It rained on the third day of the offensive, and on Saturday lorries sank.", date(2030, 3, 9)),
        ("Four days into the battle for Talvek, on Tuesday, its market is ash.", date(2030, 3, 12)),
    ],
)
def test_a_count_comes_to_a_day_from_what_a_dated_report_tells(text: str, day: date) -> None:
    assert told(text) == [(day, "wire")]


def test_what_a_report_itself_dates_by_month_is_counted_from() -> None:
    text = "On Thursday the army took the silos, on the fifth day of the operation that began on March 10, it said"
    assert told(f"{text}.") == [(date(2030, 3, 14), "its own words")]
    assert told(f"{text} last night.") == [(date(2030, 3, 15), "its own words")], "of the day after what it dates"


@pytest.mark.parametrize(
    "text",
    [
        "Two days after the election in Kostrad the streets were calm.",  # of something else
        "Two days after the fall of Talvek, on Friday, the streets were calm.",  # it is no Friday
        "Four days into the battle for Talvek its market is ash.",  # the fourth day or the fifth
        "Thousands fled.",
    ],
)
def test_a_count_that_does_not_fit_tells_nothing(text: str) -> None:
    assert told(text) == []


def test_numbers_are_read_in_words_and_digits() -> None:
    found = [
        count.passed for count in counts(["12 days after it, the twelfth day of it, a day since it, two dozen days."])
    ]
    assert found == [(12,), (11,), (1,)]
