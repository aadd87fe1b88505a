"""Days at the head of a text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fogline.lineage.datelines import dateline, stamp
from fogline.records import Span, SpanKind

from .conftest import Make

NEAR = date(2030, 3, 6)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("TALVEK, March 7 (QPA) - Troops entered the port.", date(2030, 3, 7)),
        ("KOSTRAD, Sept. 11 - Troops entered the port.", date(2029, 9, 11)),
        ("Kostrad, March 21. The Front told the press here that it had left.", date(2030, 3, 21)),
        ("TALVEK/KOSTRAD, 16 June 2018 (Waypoint) - Some 900 people fled.", date(2018, 6, 16)),
        ("WORLD\nTroops enter port\nTALVEK, Norrland, 5 March: Troops entered.", date(2030, 3, 5)),
        ("TALVEK, Dec 31 - The last shell of the year fell.", date(2029, 12, 31)),
    ],
)
def test_a_dateline_is_of_the_year_that_puts_it_nearest(make: Make, text: str, day: date) -> None:
    found = dateline(make("r", text))
    assert found is not None
    assert found.day(NEAR) == day
    assert found.words in text


def test_a_dateline_may_name_only_its_weekday(make: Make) -> None:
    found = dateline(make("r", "LONDON, Saturday. Paratroopers have landed."))
    assert found is not None
    assert (found.weekday, found.day(NEAR)) == (5, None)


@pytest.mark.parametrize("line", ["TALVEK, Saturday", "TALVEK, Saturday.", "Port Talvek, Saturday (From Our Own Man)"])
def test_a_dateline_may_stand_on_a_line_of_its_own(make: Make, line: str) -> None:
    found = dateline(make("r", f"{line}\nTroops entered the port on March 7, two days late."))
    assert found is not None
    assert (found.weekday, found.month) == (5, None)


def test_a_dateline_is_read_where_a_byline_has_it(make: Make) -> None:
    text = "TALVEK, Saturday (Quill Press)\nTroops entered the port."
    spans = (Span(0, 30, SpanKind.BYLINE), Span(31, len(text), SpanKind.BODY))
    found = dateline(replace(make("r", text), spans=spans))
    assert found is not None
    assert found.weekday == 5


@pytest.mark.parametrize(
    "text",
    [
        "He came on Saturday\nand left again",
        "they march on the port, saturday",
        "Troops entered the port on March 7 - two days late.",
        "On Friday the army, which had left in May, came back. Nobody saw it.",
        "TALVEK (QPA) - Troops entered the port on March 7.",
        "TALVEK, from March 7 to March 9 - Three days were enough.",
        "",
    ],
)
def test_a_sentence_is_no_dateline(make: Make, text: str) -> None:
    assert dateline(make("r", text)) is None


def test_a_day_that_no_year_has_is_none(make: Make) -> None:
    found = dateline(make("r", "TALVEK, June 31 - Nothing happened."))
    assert found is not None
    assert found.day(NEAR) is None


def test_without_a_year_a_dateline_tells_no_day_of_its_own(make: Make) -> None:
    found = dateline(make("r", "TALVEK, March 7 (QPA) - Troops entered the port."))
    assert found is not None
    assert found.day(None) is None


@pytest.mark.parametrize(
    "line", ["Published: 8 June 2016, 10:15 GMT", "Wednesday, June 8, 2016", "Last updated on 2016-06-08 at 7 p.m."]
)
def test_a_date_on_a_line_of_its_own_is_the_page_s(make: Make, line: str) -> None:
    found = stamp(make("r", f"Army retakes port\n{line}\nTroops entered the port of Talvek."))
    assert found is not None
    assert found.day(None) == date(2016, 6, 8)


@pytest.mark.parametrize(
    "line", ["The treaty of 8 June 2016", "8 June", "8 June 2016 to 9 June 2016", "Founded 8 June 2016"]
)
def test_any_other_line_with_a_date_is_not(make: Make, line: str) -> None:
    assert stamp(make("r", f"{line}\nTroops entered the port of Talvek.")) is None
