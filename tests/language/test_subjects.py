"""A verb has one subject; what else was hung on it as one is told apart by where it stands."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from fogline.language.subjects import Subjects

LABELS = ("dep", "det", "iobj", "nsubj", "nsubj:pass", "obj", "root", "ccomp", "conj", "cc", "aux", "aux:pass")
TAGS = ("NN", "VBD", "VBN", ":")


def mended(heads, labels, tags=()):
    numbers = np.array([LABELS.index(label) for label in labels])
    found = Subjects(LABELS, TAGS).mend(
        np.array(heads), numbers, np.array([TAGS.index(tag) for tag in tags or ["NN"] * len(heads)])
    )
    return found[0].tolist(), [LABELS[i] for i in found[1]]


def test_what_stands_behind_is_no_second_subject():
    heads, labels = mended([2, 0, 2, 2], ["nsubj", "root", "obj", "nsubj"])  # rebels took Dor, Karsin
    assert (heads, labels) == ([2, 0, 2, 2], ["nsubj", "root", "obj", "dep"])


def test_the_first_of_two_in_a_row_is_told():
    words = ["nsubj", "root", "det", "nsubj", "det", "nsubj", "ccomp"]  # he told the agency the army left
    heads, labels = mended([2, 0, 4, 7, 6, 7, 2], words)
    assert heads == [2, 0, 4, 2, 6, 7, 2]
    assert labels == ["nsubj", "root", "det", "iobj", "det", "nsubj", "ccomp"]


def test_two_in_a_row_stay_where_nobody_is_told():
    given_ = ([3, 3, 0], ["nsubj", "nsubj", "root"])
    assert mended(*given_) == given_


def test_one_subject_each_stays():
    given_ = ([2, 0, 4, 2], ["nsubj", "root", "nsubj", "ccomp"])
    assert mended(*given_) == given_


def test_a_joined_verb_has_the_subject_before_it():
    heads, labels = [2, 0, 2, 6, 6, 3, 2], ["nsubj", "root", "obj", "cc", "det", "conj", "conj"]
    tags = ["NN", "VBD", "NN", "NN", "NN", "NN", "VBD"]  # rebels took Dor and the army left
    assert mended(heads, labels, tags) == (
        [2, 0, 2, 7, 6, 7, 2], ["nsubj", "root", "obj", "cc", "det", "nsubj", "conj"]
    )  # fmt: skip


def test_a_joined_verb_that_was_done_has_it_too():
    heads, labels = [2, 0, 2, 5, 3, 7, 2], ["nsubj", "root", "obj", "cc", "conj", "aux:pass", "conj"]
    tags = ["NN", "VBD", "NN", "NN", "NN", "VBD", "VBD"]  # rebels took Dor and soldiers were driven
    assert mended(heads, labels, tags)[1][4] == "nsubj:pass"


def test_what_is_joined_to_a_thing_stays_where_no_finite_verb_follows():
    heads, labels = [2, 0, 2, 5, 3, 2], ["nsubj", "root", "obj", "cc", "conj", "conj"]
    tags = ["NN", "VBD", "NN", "NN", "NN", "VBN"]  # rebels took Dor and Osk left by all
    assert mended(heads, labels, tags) == (heads, labels)


def test_a_verb_behind_a_semicolon_has_the_subject_before_it():
    words = ["nsubj", "root", "obj", "dep", "det", "conj", "aux", "ccomp"]
    heads = [2, 0, 2, 8, 6, 3, 8, 2]
    tags = ["NN", "VBD", "NN", ":", "NN", "NN", "VBD", "VBN"]  # rebels reached Dor; the army had left
    assert mended(heads, words, tags) == ([2, 0, 2, 8, 6, 8, 8, 2], [*words[:5], "nsubj", *words[6:]])


def test_what_is_listed_behind_a_semicolon_stays_where_no_finite_verb_follows():
    words = ["nsubj", "root", "obj", "dep", "det", "conj", "ccomp"]
    given_ = [2, 0, 2, 7, 6, 3, 2], words
    tags = ["NN", "VBD", "NN", ":", "NN", "NN", "VBN"]  # rebels reached Dor; the town left by all
    assert mended(*given_, tags) == given_


@given(st.integers(2, 8).flatmap(lambda n: st.lists(st.sampled_from(LABELS), min_size=n, max_size=n)), st.data())
def test_to_mend_twice_is_to_mend_once(labels, data):
    heads = [0] + [data.draw(st.integers(1, i)) for i in range(1, len(labels))]  # each hangs from one before it
    tags = [data.draw(st.sampled_from(TAGS)) for _ in labels]
    once = mended(heads, labels, tags)
    assert mended(*once, tags) == once
