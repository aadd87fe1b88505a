"""What the network reads stands on the document, and each sentence reads the same wherever it stands."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from fogline.language.annotator import MENTIONS, mended, spans_of, texts
from fogline.language.engine import load
from fogline.language.network import STEP, groups

SENTENCES = (
    "The rebels captured the town of Karsin on Friday.",
    "A spokesman for the army, Col. Dor Nal, denied that its troops had left the border gate.",
    "Homs fell.",
    "“We are still inside the city,” he said, “and we will stay.”",
    "Government forces backed by Norland shelled Zaf, Talbin and two villages, killing at least 12 people.",
    "Войска вошли в город.",
)


@pytest.fixture(scope="module")
def nlp():
    return load().nlp


def facts(doc: Doc, start: int = 0, end: int | None = None):
    span = doc[start : len(doc) if end is None else end]
    return [(t.text, t.tag_, t.pos_, t.lemma_, t.dep_, t.head.i - t.i, t.ent_iob_, t.ent_type_) for t in span]


@settings(max_examples=25)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8))
def test_a_sentence_reads_the_same_alone_and_among_others(told):
    nlp = load().nlp
    whole = nlp(" ".join(told))
    assert [s.text for s in whole.sents] == told
    for sentence in whole.sents:
        assert facts(whole, sentence.start, sentence.end) == facts(nlp(sentence.text))


@settings(max_examples=25)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8), st.integers(1, 4))
def test_documents_annotated_together_are_annotated_as_alone(told, size):
    nlp = load().nlp
    together = nlp.get_pipe("fogline_annotator").pipe([nlp.make_doc(text) for text in ["", *told]], size)
    assert [facts(doc) for doc in together] == [facts(nlp(text)) for text in ["", *told]]


def test_what_is_read_off_a_row_hangs_on_nothing_else():
    for size, group in groups(sizes := [1, 9, 4, 12, 5, 3, 700, 8], most=16):
        assert all(size - STEP < sizes[i] <= size for i in group)
        assert len(group) == 1 or size * len(group) <= 16


def test_every_sentence_has_one_root_and_no_head_outside(nlp):
    for sentence in nlp(" ".join(SENTENCES)).sents:
        assert [t.dep_ for t in sentence].count("ROOT") == 1
        assert all(sentence.start <= t.head.i < sentence.end for t in sentence)


def test_sentences_that_are_set_are_kept(nlp):
    doc = Doc(nlp.vocab, words=["Homs", "fell", "Hama", "fell"], sent_starts=[True, False, True, False])
    assert [s.text for s in nlp(doc).sents] == ["Homs fell", "Hama fell"]


def test_who_is_described_is_a_mention_though_no_name(nlp):
    doc = nlp("The rebels attacked government forces near the town.")
    assert "rebels" in {span.root.text for span in doc.spans[MENTIONS]}
    assert not doc.ents


def test_a_sentence_of_a_thousand_words_is_read(nlp):
    doc = nlp(" ".join(["Troops left the town"] * 250))
    assert all(t.dep_ and t.tag_ and t.lemma_ for t in doc)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "a  b", " x", "Homs  fell .\n"])
def test_texts_are_those_of_the_tokens(nlp, text):
    doc = nlp.tokenizer(text)
    assert list(texts(doc, text)) == [(t.text, t.idx) for t in doc]


def test_no_name_runs_over_the_end_of_a_sentence():
    iob, types = np.array([3, 1, 1, 1], np.uint64), np.array([7, 7, 7, 0], np.uint64)
    assert mended(iob, types, [0, 2])[0].tolist() == [3, 1, 3, 3]


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        ([], []),
        (["O", "B-LOC", "I-LOC"], [(1, 3, "LOC")]),
        (["B-LOC", "B-LOC"], [(0, 1, "LOC"), (1, 2, "LOC")]),
        (["I-ORG", "I-ORG", "I-LOC"], [(0, 2, "ORG"), (2, 3, "LOC")]),
    ],
)
def test_labels_become_spans(labels, spans):
    assert list(spans_of(labels)) == spans
