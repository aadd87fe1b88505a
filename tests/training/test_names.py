"""Names are swapped for others of their kind; nothing else changes."""

import random

from hypothesis import given
from hypothesis import strategies as st

from training.examples import Sentence
from training.names import Swapper, mention_pool

PARSED = Sentence(
    words=("Karsin", "fell", "to", "the", "UN", "in", "Karsin", "."),
    pos=("PROPN", "VERB", "ADP", "DET", "PROPN", "ADP", "PROPN", "PUNCT"),
    heads=(2, 0, 5, 5, 2, 7, 2, 2),
)
NAMED = Sentence(words=("The", "Dor", "Front", "left", "Karsin"), names=("O", "B-ORG", "I-ORG", "O", "B-LOC"))


@given(st.integers(0, 500))
def test_one_name_becomes_one_other_throughout_and_the_parse_stays(seed):
    other = Swapper(1.0, random.Random(seed))(PARSED)
    assert other.words[0] == other.words[6]
    assert other.words[1:6] == PARSED.words[1:6]
    assert other.heads == PARSED.heads


@given(st.integers(0, 500))
def test_labels_follow_names_of_another_length(seed):
    other = Swapper(1.0, random.Random(seed))(NAMED)
    assert len(other.words) == len(other.names)
    assert [label for label in other.names if label.startswith("B-")] == ["B-ORG", "B-LOC"]
    assert [w for w, label in zip(other.words, other.names, strict=True) if label == "O"] == ["The", "left"]


def test_mentions_are_drawn_from_those_of_their_kind():
    told = Sentence(words=("The", "men", "left", "it"), mentions=("B-ORG", "I-ORG", "O", "B-LOC"))
    pool = mention_pool([told, Sentence(words=("Rebels",), mentions=("B-ORG",))])
    assert pool == {"ORG": [("The", "men"), ("Rebels",)], "LOC": [("it",)]}
    seen = {Swapper(1.0, random.Random(seed), pool)(told).words for seed in range(50)}
    assert seen == {("The", "men", "left", "it"), ("Rebels", "left", "it")}


def test_a_share_of_nothing_changes_nothing():
    assert Swapper(0.0, random.Random(1))(NAMED) is NAMED
