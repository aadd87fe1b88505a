"""The plain words of a document say what spaCy's tokens say."""

from __future__ import annotations

from hypothesis import given, settings

from fogline.language.engine import load
from fogline.language.parsed import lemma
from fogline.language.plain import Words, words_of
from tests.claims.reports import TEXTS, report

RAW = "“They had left Homs,” a source in the army said. Troops, tanks and two drones struck the town that K holds."


def parsed(raw: str):
    return load()(report(raw)).parse.doc


def test_a_document_without_words_has_no_sentences() -> None:
    empty = Words(load().nlp.make_doc(""))
    assert list(empty) == empty.sents == []
    assert empty.text(0, 1) == ""


def test_the_words_are_made_once_a_document() -> None:
    doc = parsed(RAW)
    assert words_of(doc) is words_of(doc)


@settings(max_examples=40)
@given(TEXTS.filter(str.strip))
def test_every_word_says_what_its_token_says(raw: str) -> None:
    doc = parsed(raw)
    for word, token in zip(words_of(doc), doc, strict=True):
        for name in ("i", "text", "lower_", "tag_", "pos_", "lemma_", "dep_", "is_punct", "is_sent_start", "like_num"):
            assert getattr(word, name) == getattr(token, name), name
        assert word.lemma == lemma(token)


@settings(max_examples=40)
@given(TEXTS.filter(str.strip))
def test_the_tree_is_spacys(raw: str) -> None:
    doc = parsed(raw)
    words = words_of(doc)
    for word, token in zip(words, doc, strict=True):
        for name in ("children", "subtree", "ancestors", "conjuncts"):
            assert [w.i for w in getattr(word, name)] == [t.i for t in getattr(token, name)], name
        for name in ("head", "left_edge", "right_edge"):
            assert getattr(word, name) is words[getattr(token, name).i]
        assert [word.is_ancestor(other) for other in words] == [token.is_ancestor(other) for other in doc]


@settings(max_examples=40)
@given(TEXTS.filter(str.strip))
def test_sentences_and_their_texts_are_spacys(raw: str) -> None:
    doc = parsed(raw)
    words = words_of(doc)
    assert words.whole == doc.text
    for sentence, span in zip(words.sents, doc.sents, strict=True):
        assert (sentence.start, sentence.end, sentence.root.i) == (span.start, span.end, span.root.i)
        assert all(word.sent is sentence for word in sentence)
        for start in range(sentence.start, sentence.end):
            assert words.text(start, start + 4) == doc[start : start + 4].text
