"""How far a claim can be relied on."""

from dataclasses import replace

import pytest

from fogline.control.weights import is_named, weight_of
from fogline.records import Name
from tests.control.cases import claim, names


def said(quote, **details):
    told = claim("hold", "green", **details)
    return replace(told, anchor=replace(told.anchor, quote=quote), confidence=0.8)


def test_a_claim_weighs_its_confidence_and_less_where_the_sentence_names_neither_place_nor_party():
    full = weight_of(said("The Green Army holds Alder."), names("green"), listed=True)
    placeless = weight_of(said("The Green Army holds the town."), names("green"), listed=True)
    nameless = weight_of(said("They hold it."), names("green"), listed=True)
    assert full == pytest.approx(0.8)
    assert full > placeless > nameless > 0


def test_a_party_that_no_list_knows_weighs_less():
    told = said("The Green Army holds Alder.")
    assert weight_of(told, names("green"), listed=False) < weight_of(told, names("green"), listed=True)
    assert weight_of(told, (), listed=False) == pytest.approx(0.8)


def test_one_long_word_of_a_name_names_it_and_a_short_one_does_not():
    anchor = said("The Greens and an army took Alder.").anchor
    assert is_named(Name("Army of Green"), anchor)
    assert not is_named(Name("Front of the Sun"), anchor)
