"""Which patterns of date expressions a sentence is shown."""

from __future__ import annotations

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from fogline.grounding.dates_forms import Forms
from fogline.grounding.dates_patterns import BARE, DATES, JOINING, RANGES
from fogline.grounding.dates_words import compiled, date_words

FORMS = Forms((*DATES, *JOINING, *RANGES, *BARE))
TABLES = ("months", "weekdays", "numbers", "multiples", "decades", "seasons", "units", "ordinals", "holidays")
SMALL = """
the of in on at by for to and a from between since until after before earlier later ago now last this next same
past previous following that coming recent early late mid-May mid start end half Hours days weeks centuries years
yesterday today tonight tomorrow overnight morning night week weekend month 3 3rd 5-7 25 1996 2021-06-03 1990s
'90s 4 p.m. noon Christmas year-ago current quarter latest period few several whole soldiers fled , .
"""
words = st.sampled_from([*SMALL.split(), *chain.from_iterable(date_words()[table] for table in TABLES)])
sentences = st.lists(words, max_size=9).map(" ".join)


@given(sentences)
def test_a_pattern_that_a_sentence_is_not_shown_finds_nothing_in_it(sentence: str) -> None:
    shown = FORMS.fitting(sentence)
    rest = (compiled(pattern) for _, pattern in FORMS.rows)
    assert not [p.pattern for p in rest if p not in shown and p.search(sentence)]


def test_a_sentence_without_a_sign_of_a_date_is_shown_no_pattern() -> None:
    assert FORMS.fitting("Rebels fled from the city.") == ()


def test_all_that_a_pattern_needs_must_be_there() -> None:
    forms = Forms([("after UNIT", "«UNIT» after")])
    assert forms.fitting("hours after") == (compiled("«UNIT» after"),)
    assert forms.fitting("after dark") == forms.fitting("for hours") == ()
