from __future__ import annotations

import pytest

from fogline.text.heads import find_bylines, find_headlines, find_labels, find_mastheads
from tests.text.conftest import STORY


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Roe",
        "Jane Roe, Brenna",
        "From our correspondent",
        "Words: Jane Roe",
        "Jane van Roe and Ali Doe",
        "The Paper",
        "JANE ROE",
        "JANE ROE on the Oder",
        "Jane Roe @janeroe",
        "Jane Roe with agency files",
        "By a Special Correspondent",
        "Foreign affairs reporter",
        "EVENING POST REPORTER",
        "Por JANE ROE, enviado especial",
    ],
)
def test_a_line_of_names_over_the_story_is_a_byline(line):
    assert find_bylines(["Army quits two towns", line, *STORY], outlet="The Paper") == {1}


@pytest.mark.parametrize(
    "line",
    ["Brenna And Colm Given Up", "Troops Quit Two Towns", "Army quits two towns", "BRENNA LOST", "Front Cut in Two"],
)
def test_a_headline_is_no_byline(line):
    assert find_bylines([line, *STORY], outlet="The Paper") == set()


def test_where_a_page_stands_in_its_site_is_no_byline():
    assert find_bylines(["World > Asia > Jane Roe", *STORY], outlet="") == set()


@pytest.mark.parametrize(
    "line", ["Sections | World | Asia", "Brenna Surrenders", "Brenna, Saturday", "ARMY CUT OFF", "War!"]
)
def test_a_line_of_common_words_or_of_sections_is_no_byline(line):
    assert find_bylines(["Army quits two towns", line, *STORY], outlet="") == set()


def test_a_writer_of_whom_a_note_tells_is_named_over_the_story():
    head = ["Army quits two towns", "Jane Roe in Colm"]
    assert find_bylines([*head, *STORY, "Jane Roe is the paper's correspondent."], outlet="") == {1}


@pytest.mark.parametrize("line", ["The Paper LIVE", "THE PAPER - No. 3,308", "The Paper | World"])
def test_a_line_that_says_more_of_the_outlet_is_its_masthead(line):
    assert find_mastheads(["Army quits two towns", line, *STORY], outlet="The Paper") == {1}


def test_the_outlet_over_the_headline_is_a_masthead_and_under_it_a_byline():
    assert find_mastheads(["The Paper", "Army quits two towns", *STORY], outlet="The Paper") == {0}
    assert find_mastheads(["Army quits two towns", "The Paper", *STORY], outlet="The Paper") == set()


def test_a_call_over_the_story_is_its_headline():
    assert find_headlines(["Brenna is gone!", *STORY], set()) == ({0}, set())


def test_names_below_the_story_are_no_byline():
    assert find_bylines([*STORY, "Jane Roe, Brenna"], outlet="") == set()


def test_the_first_short_line_is_the_headline_and_the_next_its_standfirst():
    head = ["Army quits two towns", "Front sends cars to the last bridge on the road", "By Jane Roe"]
    assert find_headlines([*head, *STORY], {2}) == ({0}, {1})


def test_a_standfirst_of_whole_sentences_stands_before_a_byline():
    head = [
        "Army quits two towns",
        "Brenna and Colm are gone, and the army says that it will be back. Who will feed them?",
    ]
    assert find_headlines([*head, "By Jane Roe", *STORY], {2}) == ({0}, {1})


def test_notes_have_no_headlines():
    assert find_headlines(["Troops left Brenna", "Bridge gone"], set()) == (set(), set())


BODY = (
    "The army left the town of Brenna at dawn on Saturday, and a nurse at its hospital counted nine wounded soldiers."
)


def test_a_label_within_a_story_that_shares_none_of_its_words_is_not_its_own() -> None:
    texts = ["Army leaves Brenna", BODY, "Hops harvest poorest since drought", "Army hospital", BODY]
    assert find_labels(texts, {0, 2, 3}) == {2}


def test_headings_of_sections_and_a_last_line_are_the_storys() -> None:
    headings = ["OUTLOOK", "SCENARIOS", "PRECEDENT", "CONTEXT"]
    texts = [BODY, *(text for heading in headings for text in (heading, BODY))]
    assert find_labels(texts, {1, 3, 5, 7}) == set()
    assert find_labels([BODY, BODY, "Hops harvest poorest since"], {2}) == set()
