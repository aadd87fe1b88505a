from __future__ import annotations

import pytest

from fogline.text.form import is_broken_off
from fogline.text.strays import find_strays
from fogline.text.weighing import Line
from tests.text.conftest import STORY, STRAYS


def candidates(*texts: str, turn_before: int | None = None) -> list[Line]:
    return [Line(text, at == turn_before, at == turn_before) for at, text in enumerate(texts)]


def test_teasers_at_the_end_are_strays():
    assert find_strays(candidates(*STORY, *STRAYS)) == {6, 7}


def test_a_whole_story_has_none():
    assert find_strays(candidates(*STORY)) == set()


def test_a_story_whose_end_is_cut_off_keeps_it():
    assert find_strays(candidates(*STORY[:-1], STORY[-1][:40])) == set()


def test_a_paragraph_on_something_else_in_whole_sentences_is_no_proof():
    aside = "Economists in Lisbon and Porto say that cork exports have doubled since the harvest of 2029."
    assert find_strays(candidates(*STORY, aside)) == set()


def test_after_a_turn_of_the_page_it_is():
    aside = "Economists in Lisbon and Porto say that cork exports from Alentejo have doubled since the Faro harvest of 2029."
    assert find_strays(candidates(*STORY, aside, turn_before=6)) == {6}


def test_a_sentence_of_elsewhere_is_a_stray_and_one_that_tells_of_the_war_is_not():
    elsewhere = "Tickets for the choir may be had at the door of the parish hall, and there will be cakes and a raffle."
    telling = "Nobody in the villages, a midwife said, has slept in a bed since the mortars came."
    paragraphs = [" ".join(STORY[at : at + 2]) for at in range(0, len(STORY), 2)]
    assert find_strays(candidates(*paragraphs[:2], elsewhere, telling, paragraphs[2])) == {2}


def test_strays_in_the_middle_do_not_take_the_story_after_them():
    assert find_strays(candidates(*STORY[:4], *STRAYS, *STORY[4:])) == {4, 5}


def test_short_texts_are_left_alone():
    assert find_strays(candidates(STORY[0], STRAYS[0])) == set()


def test_the_title_counts_as_the_story():
    cut_off = "Hop growers in the Saaz valley have begun to count what the frost of last month has left them, and they say that the"
    page = [*STORY[:3], cut_off]
    assert find_strays(candidates(*page)) == {3}
    assert (
        find_strays(candidates(*page), title="Frost in the Saaz valley: hop growers count what last month has left")
        == set()
    )


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("The council will decide whether the", True),
        ("The coach, who was dropped after the defeat in March, could be back before", True),
        ("On Monday next week, before the vote,", True),
        ("Rebels take two towns", False),
        ("He did not say what it was for.", False),
        ("“It is over,” he said. “We won.”", False),
        ("What the army is fighting for", False),
        ("Growers of hops in the valley expect their poorest crop since the drought of 2015 and fear more…", True),
    ],
)
def test_breaking_off(text, broken):
    assert is_broken_off(text) is broken
