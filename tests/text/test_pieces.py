from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.text.pieces import find_inside, pieces
from tests.text.conftest import STORY


@pytest.mark.parametrize(
    "furniture",
    [
        "(See map, page 11)",
        "Read more on our website.",
        "[Photo gallery: 14 images]",
        "Share this on WhatsApp",
        "Story tools: Print | E-mail",
    ],
)
def test_furniture_behind_a_sentence_is_found_exactly(furniture):
    text = f"{STORY[1]} {furniture}"
    found = find_inside([*STORY[:1], text, *STORY[2:]])
    assert [text[start:end] for start, end in found[1]] == [furniture]
    assert not any(found[:1] + found[2:])


def test_furniture_that_runs_into_the_next_sentence_is_found():
    text = f"{STORY[1]} Slideshow: 14 images | View gallery The Northern Front took Varna in April after a siege of two weeks."
    [_, [(start, end)]] = find_inside([STORY[0], text])
    assert text[start:end] == "Slideshow: 14 images | View gallery"


def test_a_story_has_none():
    assert not any(find_inside([" ".join(STORY[:3]), " ".join(STORY[3:])]))


@given(st.lists(st.sampled_from([*STORY, "(Photo: EPA)", "Page 3", "He left.", "-- QPA", "[x] ("]), max_size=6))
def test_pieces_stand_where_they_say(parts):
    text = " ".join(parts)
    for piece in pieces(text):
        assert text[piece.start : piece.end] == piece.text
        assert piece.text == piece.text.strip()
        assert len(piece.text) < len(text)
