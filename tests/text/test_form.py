from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.text.form import traits
from tests.text.conftest import STORY, STRAYS


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        (STRAYS[0], "kicker in capitals"),
        (STRAYS[1], "broken off"),
        ("Lesen Sie weiter auf Seite drei unten", "hardly any grammar"),
        ("Читать далее", "foreign letters"),
        ("You have two free stories left.", "speaks to the reader"),
        ("We pay our stringers.", "speaks for the house"),
        ("Soldiers in Colm. QPA", "short tail"),
        ("(See map)", "in brackets"),
        ("14:32", "clock"),
        ("© 2031", "copyright"),
        ("Photograph by nobody", "word of the page"),
        ("The choir will sing on Sunday.", "elsewhere, no word of war"),
        ("They slept in the church.", "goes on"),
        ("A bus was late.", "opens with one of many"),
        ("Tickets may be had at the door.", "something is offered or asked"),
        ("The tram was late again.", "one sentence"),
    ],
)
def test_a_line_shows_its_traits(text, trait):
    assert traits(text)[trait] > 0


@pytest.mark.parametrize("text", STORY)
def test_a_sentence_of_a_story_has_no_trait_of_furniture(text):
    found = traits(text)
    assert not found.keys() & {"no stop", "broken off", "label", "bar", "speaks to the reader", "foreign letters"}


def test_you_in_a_quotation_does_not_speak_to_the_reader():
    assert "speaks to the reader" not in traits("“You will see,” he said.")


@given(st.text(max_size=80))
def test_every_trait_is_a_number_between_0_and_1(text):
    assert all(0 < value <= 1 for value in traits(text).values())
