"""On which day a report follows its kin."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fogline.lineage import trace
from fogline.lineage.day_words import find
from fogline.lineage.days_of_kin import after_update, is_late, is_past
from fogline.records import Corpus, Reading

from .conftest import Make

WEDNESDAY = date(2030, 3, 6)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "late"),
    [
        ("It fell yesterday.", True),
        ("It fell today.", False),
        ("It fell on Wednesday; they met on Thursday.", True),
        ("It fell on Wednesday.", None),
        ("It fell.", None),
    ],
)
def test_a_retelling_is_late_by_its_own_words(text: str, late: bool | None) -> None:
    assert is_late(find(text), WEDNESDAY) is late


def test_a_day_that_its_source_looks_ahead_to_makes_no_retelling_late() -> None:
    text = "It fell on Wednesday; they are to meet on Thursday."
    assert is_late(find(text), WEDNESDAY, find("It fell on Wednesday. They meet on Thursday.")) is None


def test_an_update_is_of_the_day_that_it_names_after_its_source() -> None:
    assert after_update(find("On Friday it rained, as it had on Wednesday."), WEDNESDAY) == WEDNESDAY + 2 * DAY
    assert after_update(find("It rained, as on Wednesday."), WEDNESDAY) == WEDNESDAY + DAY


def test_who_says_yesterday_calls_an_earlier_day_by_its_name() -> None:
    text = "It rained yesterday, as on Wednesday."
    assert is_past(find(text), WEDNESDAY)
    assert after_update(find(text), WEDNESDAY) == WEDNESDAY + 2 * DAY
    assert not is_past(find("It rained yesterday; it fell on Thursday, not on Wednesday."), WEDNESDAY)
    assert not is_past(find("It rained yesterday and today, as on Wednesday."), WEDNESDAY)


def test_a_retelling_without_day_words_is_of_its_source_s_day(story: tuple[Reading, ...], make: Make) -> None:
    text = story[1].raw.replace(" yesterday", "").replace(" since Monday", "")
    assert trace(Corpus((story[0], make("bare", text)))).days["bare"].day == WEDNESDAY


def test_a_retelling_that_keeps_the_weekday_does_as_its_siblings(story: tuple[Reading, ...], make: Make) -> None:
    kept = story[1].raw.replace("yesterday", "on Wednesday")
    alone = trace(Corpus((story[0], make("kept", kept))))
    assert alone.days["kept"].day == WEDNESDAY
    sibling = make("sibling", kept.removesuffix("the mining towns of Ushgar."), WEDNESDAY + DAY)
    beside = trace(Corpus((story[0], sibling, make("kept", kept))))
    assert beside.days["kept"].day == WEDNESDAY + DAY


def test_a_source_is_no_later_than_the_first_that_retells_it(story: tuple[Reading, ...], make: Make) -> None:
    bare = make("agency", story[0].raw.removeprefix("TALVEK, March 6 (QPA) - "), outlet=story[0].outlet)
    copy = make("copy", story[1].raw, WEDNESDAY + DAY)
    assert trace(Corpus((bare, copy))).days["agency"].day == WEDNESDAY


def test_a_paper_prints_what_was_filed_the_day_before(story: tuple[Reading, ...], make: Make) -> None:
    today = story[1].raw.replace("yesterday", "today")
    assert trace(Corpus((story[0], make("told", today)))).days["told"].day == WEDNESDAY
    filed = "TALVEK, Wednesday (By Our Own Man)\n" + today
    assert trace(Corpus((story[0], make("filed", filed)))).days["filed"].day == WEDNESDAY + DAY
