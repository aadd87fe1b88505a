"""Days of undated reports."""

from __future__ import annotations

from datetime import date

from fogline.lineage import trace
from fogline.records import Basis, Corpus, Reading

from .conftest import Make

WEDNESDAY = date(2030, 3, 6)


def test_a_dateline_without_a_year_is_put_near_its_kin(make: Make, story: tuple[Reading, ...]) -> None:
    reprint = make("reprint", story[0].raw.replace("March 6 (QPA)", "March 7"))
    day = trace(Corpus((story[0], reprint))).days["reprint"]
    assert (day.day, day.basis, day.ground) == (date(2030, 3, 7), Basis.STATED, "dateline")


def test_a_report_without_kin_takes_the_weekday_that_it_names_again_and_again(
    make: Make, story: tuple[Reading, ...]
) -> None:
    text = (
        "On Tuesday the Orlan Front still held the customs house of Talvek, the port on the Lenna. On Tuesday morning "
        "the 14th Brigade stood at the silos of Talvek. The mayor of Kostrad saw boats cross the Lenna on Tuesday."
    )
    day = trace(Corpus((story[0], make("eve", text)))).days["eve"]
    assert (day.day, day.ground) == (date(2030, 3, 5), "agency")


def test_without_a_dated_story_no_day_is_made_up(make: Make, story: tuple[Reading, ...]) -> None:
    undated = make("lone", "Bakers in Havn went on strike over the price of rye.")
    assert trace(Corpus((story[0], undated))).days == {}


def test_identical_words_share_a_day(make: Make, story: tuple[Reading, ...]) -> None:
    assert trace(Corpus((story[0], make("twin", story[0].raw)))).days["twin"].day == WEDNESDAY
