"""Lemmas: irregular forms by lookup, unseen ones by rule, base forms left alone."""

import pytest

from fogline.language.engine import SHIPPED
from fogline.language.lemmas import Lemmas


@pytest.fixture(scope="module")
def lemmas():
    return Lemmas(SHIPPED / "lemmas.json")


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("shelled", "VBD", "shell"),
        ("shelling", "VBG", "shell"),
        ("retook", "VBD", "retake"),
        ("overran", "VBD", "overrun"),
        ("withdrew", "VBD", "withdraw"),
        ("fled", "VBD", "flee"),
        ("fell", "VBD", "fall"),
        ("left", "VBD", "leave"),
        ("besieged", "VBN", "besiege"),
        ("encircling", "VBG", "encircle"),
        ("kidnapped", "VBN", "kidnap"),
        ("bombed", "VBD", "bomb"),
        ("seizes", "VBZ", "seize"),
        ("armies", "NNS", "army"),
        ("crises", "NNS", "crisis"),
        ("militiamen", "NNS", "militiaman"),
        ("airstrikes", "NNS", "airstrike"),
        ("lives", "NNS", "life"),
        ("heaviest", "JJS", "heavy"),
        ("n't", "RB", "not"),
        ("An", "DT", "a"),
    ],
)
def test_forms_have_their_lemmas(lemmas, word, tag, lemma):
    assert lemmas.of(word, tag) == lemma


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("zorbed", "VBD", "zorb"),
        ("droned", "VBD", "drone"),
        ("technicals", "NNS", "technical"),
        ("dronned", "VBD", "dron"),
    ],
)
def test_words_that_nobody_has_seen_follow_the_rules(lemmas, word, tag, lemma):
    assert lemmas.of(word, tag) == lemma


@pytest.mark.parametrize(("word", "tag"), [("Homs", "NNP"), ("States", "NNPS"), ("al-Sham", "NNP")])
def test_names_are_kept_as_they_stand(lemmas, word, tag):
    assert lemmas.of(word, tag) == word


@pytest.mark.parametrize(("word", "tag"), [("shed", "VB"), ("need", "VBP"), ("wounded", "JJ"), ("bring", "VB")])
def test_base_forms_are_left_alone(lemmas, word, tag):
    assert lemmas.of(word, tag) == word


@pytest.mark.parametrize("word", ["s", "ed", "ing", "", "'s", "es"])
@pytest.mark.parametrize("tag", ["NNS", "VBD", "VBG", "VBZ", "JJR", "JJS"])
def test_scraps_of_words_have_a_lemma(lemmas, word, tag):
    assert isinstance(lemmas.of(word, tag), str)
