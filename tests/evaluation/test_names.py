"""When two names or sentences count as the same."""

from hypothesis import given
from hypothesis import strategies as st

from evaluation.names import Names, same_sentence, words


def test_generic_words_do_not_part_names():
    names = Names({})
    assert names.keys("the city of Aveling") == names.keys("Aveling")


def test_a_name_of_generic_words_alone_keeps_them():
    assert Names({}).keys("The Border") == frozenset({"the border"})


def test_aliases_lead_to_one_key():
    names = Names({"Northern Front": ["NF", "the Front"]})
    assert names.keys(["NF", "the front"]) == frozenset({"Northern Front"})


def test_no_name_has_no_key():
    assert Names({}).keys(None) == frozenset()


def test_a_sentence_cut_elsewhere_is_the_same():
    whole = "Soldiers left the bridge at Aveling on Monday, two boatmen said."
    assert same_sentence(whole, "Soldiers left the bridge at Aveling on Monday")


def test_other_sentences_differ():
    assert not same_sentence("Soldiers left the bridge on Monday.", "Nobody was hurt in the market.")


@given(st.text(max_size=60))
def test_a_sentence_with_words_is_the_same_as_itself(text):
    assert same_sentence(text, text) == bool(words(text))


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_symmetric(left, right):
    assert same_sentence(left, right) == same_sentence(right, left)
