"""Notices of a correction or a withdrawal, at the head or the foot of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.records import Reading
from fogline.text import Clean
from fogline.text.notices import find_notices

STORY = "\n\n".join(f"Troops held the ridge above village {n} on Monday, a resident said." for n in range(9))

CORRECTED = [
    "CORRECTION: The town fell on Tuesday, not on Monday.",
    "Correction, June 12: the number of dead was misstated.",
    "CORRECTED - Army retakes the ridge",
    "(Corrects spelling of the town in paragraph 3)",
    "An earlier version of this article said that the bridge had been blown up.",
    "This story has been corrected to say that 14, not 40, soldiers were killed.",
    "This report was updated to correct the name of the commander.",
    "Clarification: the ministry speaks for the interim government.",
    "We regret the error.",
]
WITHDRAWN = [
    "This story has been withdrawn.",
    "EDITORS: this report is withdrawn; a substitute follows.",
    "ADVISORY: STORY WITHDRAWN",
    "RETRACTION: The report of the fall of the town was wrong.",
    "We have retracted this article.",
    "MANDATORY KILL. Do not use.",
    "Please disregard the earlier story on the bridge.",
]
NEITHER = [
    "The army has withdrawn from the town.",
    "Withdrawn from the front, the brigade rests.",
    "The ministry said that the report was wrong.",
    "He corrected the course of the convoy.",
    "A UN report on the siege was withdrawn by the council.",
    "The minister retracted his statement.",
    "Corrections officers fled the prison.",
]


@pytest.mark.parametrize("words", CORRECTED)
@pytest.mark.parametrize("where", ["{words}\n\n{story}", "{story}\n\n{words}"], ids=["head", "foot"])
def test_a_correction_is_seen_at_the_head_and_at_the_foot(words, where):
    raw = where.format(words=words, story=STORY)
    (notice,) = find_notices(raw, report_id="r")
    assert (notice.kind, notice.anchor.quote) == ("correction", words)
    assert notice.anchor.holds_in(raw)


@pytest.mark.parametrize("words", WITHDRAWN)
@pytest.mark.parametrize("where", ["{words}\n\n{story}", "{story}\n\n{words}"], ids=["head", "foot"])
def test_a_withdrawal_is_seen_at_the_head_and_at_the_foot(words, where):
    (notice,) = find_notices(where.format(words=words, story=STORY), report_id="r")
    assert (notice.kind, notice.anchor.quote) == ("withdrawal", words)


@pytest.mark.parametrize("words", NEITHER)
def test_what_the_story_tells_is_no_notice(words):
    assert find_notices(f"{words}\n\n{STORY}", report_id="r") == ()


def test_in_the_middle_of_a_story_nothing_is_looked_for():
    assert find_notices(f"{STORY}\n\n{CORRECTED[0]}\n\n{STORY}", report_id="r") == ()


def test_of_a_long_paragraph_the_sentence_is_shown():
    long = f"{STORY.replace(chr(10), ' ')} {CORRECTED[4]} The error was the desk's."
    (notice,) = find_notices(long, report_id="r")
    assert notice.anchor.quote == CORRECTED[4]


@given(st.text(max_size=200))
def test_any_text_gives_notices_whose_words_stand_in_it(raw):
    assert all(notice.anchor.holds_in(raw) for notice in find_notices(raw, report_id="r"))


def test_what_a_former_version_said_is_no_part_of_the_story():
    told = f"{STORY}\n\nAn earlier version of this article said that rebels had captured the town."
    cleaned = Clean()(Reading("r", told))
    assert "earlier version" not in cleaned.body_text()
    assert "resident said" in cleaned.body_text()
