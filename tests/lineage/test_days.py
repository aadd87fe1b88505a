"""Days of undated reports."""

from __future__ import annotations

import random
from datetime import date, timedelta

from fogline.lineage import trace
from fogline.lineage.days import choose
from fogline.records import Basis, Corpus, DayWitness, Reading, WitnessKind

from .conftest import Make

WEDNESDAY = date(2030, 3, 6)
DAY = timedelta(days=1)


def test_a_dateline_without_a_year_is_put_near_its_kin(make: Make, story: tuple[Reading, ...]) -> None:
    reprint = make("reprint", story[0].raw.replace("March 6 (QPA)", "March 7"))
    day = trace(Corpus((story[0], reprint))).days["reprint"]
    assert (day.day, day.basis, day.ground) == (date(2030, 3, 7), Basis.STATED, "dateline")


def test_a_full_date_needs_no_kin(make: Make) -> None:
    for text, ground in (
        ("HAVN, 2 May 2031 (QPA) - Bakers went on strike over the price of rye.", "dateline"),
        ("Bakers on strike\nPublished 2 May 2031\nBakers in Havn went on strike over the price of rye.", "page"),
    ):
        day = trace(Corpus((make("lone", text),))).days["lone"]
        assert (day.day, day.basis, day.ground) == (date(2031, 5, 2), Basis.STATED, ground)


def test_what_one_undated_report_states_dates_its_kin(make: Make, story: tuple[Reading, ...]) -> None:
    agency = make("agency", story[0].raw.replace("March 6 (QPA)", "March 6, 2030 (QPA)"), outlet=story[0].outlet)
    days = trace(Corpus((agency, story[1]))).days
    assert (days["agency"].day, days["copy"].day) == (WEDNESDAY, WEDNESDAY + DAY)


def test_a_report_tells_its_own_weekday(make: Make, story: tuple[Reading, ...]) -> None:
    text = story[2].raw.replace("Government troops have", "Yesterday, Wednesday, government troops have")
    found = trace(Corpus((story[0], make("digest", text))))
    assert found.days["digest"].day == WEDNESDAY + DAY
    assert WitnessKind.OWN in {w.kind for w in found.witnesses}


def test_a_page_and_a_dateline_that_disagree_are_both_told(make: Make) -> None:
    text = "Bakers on strike\n5 March 2031\nHAVN, 3 April 2031 - Bakers went on strike over the price of rye."
    found = trace(Corpus((make("lone", text),)))
    told = {(w.kind, w.day) for w in found.witnesses}
    assert told == {(WitnessKind.DATA, date(2031, 3, 5)), (WitnessKind.DATELINE, date(2031, 4, 3))}
    assert found.days["lone"].day in {day for _, day in told}


def test_a_report_without_kin_takes_the_weekday_that_it_names_again_and_again(
    make: Make, story: tuple[Reading, ...]
) -> None:
    text = (
        "On Tuesday the Orlan Front still held the customs house of Talvek, the port on the Lenna. On Tuesday morning "
        "the 14th Brigade stood at the silos of Talvek. The mayor of Kostrad saw boats cross the Lenna on Tuesday."
    )
    day = trace(Corpus((story[0], make("eve", text)))).days["eve"]
    assert (day.day, day.ground) == (date(2030, 3, 5), "agency")


def test_the_report_that_a_day_of_the_story_is_taken_from_is_of_that_day(
    make: Make, story: tuple[Reading, ...]
) -> None:
    text = (
        "On Tuesday the Orlan Front still held the customs house of Talvek, the port on the Lenna. On Tuesday morning "
        "the 14th Brigade stood at the silos of Talvek. The mayor of Kostrad saw boats cross the Lenna on Tuesday."
    )
    late = make("agency", story[0].raw, day=WEDNESDAY + 3 * DAY)
    early = make("brief", story[1].raw[:420], day=WEDNESDAY)
    found = trace(Corpus((late, early, make("eve", text))))
    days = {late.report_id: WEDNESDAY + 3 * DAY, early.report_id: WEDNESDAY}
    told = [(w.day, days[w.ground]) for w in found.witnesses if w.kind is WitnessKind.STORY]
    assert told == [(WEDNESDAY, WEDNESDAY)]


def test_a_report_of_the_story_that_names_no_day_is_left_open(make: Make, story: tuple[Reading, ...]) -> None:
    text = (
        "Whoever rules Talvek, the port on the Lenna, rules Kostrad. The Orlan Front has known it since the days of "
        "President Arno Velt, and the 14th Brigade has known it for longer. Port Selm and Ushgar live from the Lenna."
    )
    found = trace(Corpus((story[0], make("essay", text))))
    assert "essay" not in found.days
    assert {w.kind for w in found.witnesses if w.report_id == "essay"} == {WitnessKind.UNSAID}


def test_without_a_dated_story_no_day_is_made_up(make: Make, story: tuple[Reading, ...]) -> None:
    undated = make("lone", "Bakers in Havn went on strike over the price of rye.")
    assert trace(Corpus((story[0], undated))).days == {}


def test_identical_words_share_a_day(make: Make, story: tuple[Reading, ...]) -> None:
    assert trace(Corpus((story[0], make("twin", story[0].raw)))).days["twin"].day == WEDNESDAY


def test_the_order_of_reports_changes_no_day(corpus: Corpus) -> None:
    undated = tuple(r for r in corpus.readings if r.report_id != "agency")
    before = trace(corpus), trace(Corpus(undated))
    for seed in range(3):
        shuffled = random.Random(seed).sample(corpus.readings, len(corpus.readings))
        kept = tuple(r for r in shuffled if r.report_id != "agency")
        after = trace(Corpus(tuple(shuffled))), trace(Corpus(kept))
        assert [(x.days, x.witnesses) for x in after] == [(x.days, x.witnesses) for x in before]


def test_the_surest_day_is_chosen_and_an_unsure_one_is_not() -> None:
    story = DayWitness("r", WitnessKind.STORY, WEDNESDAY, "a")
    words = DayWitness("r", WitnessKind.WORDS, WEDNESDAY + DAY, "b", "It fell yesterday.")
    chosen = choose((story, words))
    assert chosen is not None
    assert (chosen.day, chosen.basis, chosen.ground) == (WEDNESDAY + DAY, Basis.INFERRED, "b")
    assert choose((DayWitness("r", WitnessKind.UNSAID, WEDNESDAY, "a"),)) is None
    assert choose(()) is None
