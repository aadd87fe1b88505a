"""Which place a reference means, by what speaks for each."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.grounding.antecedents import MOST, Antecedents, Told, learnt, sort_of
from fogline.grounding.board import Found
from fogline.records import MentionKind
from tests.grounding.naming import places

TEXTS = st.sampled_from(["Hama", "Homs", "Goma airport", "Norland", "eastern Hama"])


@pytest.mark.parametrize(
    ("raw", "words", "name"),
    [
        ("Rebels captured Hama, 40 km from Homs. Residents of the city fled.", "city", "Hama"),
        ("Hama fell on Friday. The road to Homs was cut. Soldiers had left the city at dawn.", "city", "Hama"),
        ("Hama, a town of 9,000, lies near Homs. The army shelled the town.", "town", "Hama"),
        ("Rebels took Hama on Friday, said the ministry in Damascus. Soldiers there fled.", "there", "Hama"),
        (
            "Soldiers left Hama at dawn. The defence ministry in Damascus denied any withdrawal from the city.",
            "city",
            "Hama",
        ),
        ("Rebels took Hama. A London-based group said so. The city is quiet.", "city", "Hama"),
        ("Idlib, Syria (AP) - Rebels took Hama on Friday. The city is quiet.", "city", "Hama"),
        ("Rebels took Hama and went on to the Homs road. The place is quiet.", "place", "Hama"),
        ("Rebels took Hama. Troops from Homs came late. They now hold its airport.", "airport", "Hama airport"),
        ("DAMASCUS, Sept 28 - Rebels took the centre of Hama on Monday. The whole city is theirs.", "city", "Hama"),
        (
            "Rebels took Hama and went to the airport. Two days later shells fell on Homs and Idlib. Idlib burned. "
            "Nobody slept. It rained. Trade went on. The airport was hit.",
            "airport",
            "Hama airport",
        ),
    ],
)
def test_the_place_that_is_spoken_of_is_meant_and_not_the_last_one_named(raw: str, words: str, name: str) -> None:
    assert (words, name) in places(raw)


def test_every_sort_of_reference_has_weights_of_its_own() -> None:
    assert {sort_of(word) for word in ("town", "city", "capital", "hamlet", "there", "its")} == set(learnt())


def told(text: str, sentence: int) -> Told:
    piece = Found(0, 1, MentionKind.PLACE, text)
    return Told(piece, sentence, "obl in", False, False, False, False, frozenset())


@given(st.lists(TEXTS, max_size=12))
def test_each_place_is_weighed_once_with_the_same_traits(texts: list[str]) -> None:
    memory = Antecedents()
    for sentence, text in enumerate(texts):
        memory.note(told(text, sentence))
    found = list(memory.candidates("town", len(texts)))
    assert [own.last.piece.text for own, _ in found] == list(dict.fromkeys(reversed(texts)))
    assert all(0 <= dict(traits)["share near"] <= 1 for _, traits in found)
    assert all(a.last.sentence > b.last.sentence for (a, _), (b, _) in pairwise(found))


def test_a_list_of_thousands_of_places_is_not_gone_through_for_each_reference() -> None:
    memory = Antecedents()
    for n in range(20_000):
        memory.note(told(f"Place {n}", 0))
    assert len(list(memory.candidates("town", 1))) <= 2 * MOST
    begun = time.process_time()
    for _ in range(200):
        list(memory.candidates("town", 1))
    assert time.process_time() - begun < 2
