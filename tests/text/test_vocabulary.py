from __future__ import annotations

from fogline.text.vocabulary import Story, known_names, vocabulary, word_list


def test_a_name_is_known_at_the_start_of_a_sentence_by_its_capital_elsewhere():
    names = known_names(["They left Brenna at noon.", "Meanwhile the road was open."])
    assert names == {"brenna"}
    assert vocabulary("Brenna was quiet. Meanwhile, shells fell.", names).names == {"brenna"}


def test_days_and_great_words_are_no_names():
    assert known_names(["They left on Friday for the United Nations, the President said."]) == frozenset()


def test_a_paragraph_is_not_compared_with_itself():
    one = vocabulary("Shells fell on Brenna.", frozenset({"brenna"}))
    assert Story({0: one}).shared(0, one) == (0, 1, 0.0)
    assert Story({0: one, 1: one}).shared(0, one)[:2] == (1, 0)


def test_word_lists_are_folded_and_apart():
    assert word_list("enders") <= word_list("grammar") | {"does", "did"}
    assert not word_list("grammar") & word_list("news")
