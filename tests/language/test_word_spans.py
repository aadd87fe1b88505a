"""Words know where they stand, and are those that every room compares by."""

from hypothesis import example, given
from hypothesis import strategies as st

from fogline.language.sought import Term, excerpt, marks, terms
from fogline.language.word_spans import word_spans
from fogline.language.words import words

letters = st.text(st.characters(exclude_categories=("Cs",)) | st.sampled_from("aé'’ʼ-ﬁ½Ḥ\u0301 9"), max_size=40)


@given(letters)
@example("ﬁ½ d'accord Ta\u0301l-ʿAfar ŉ＇x")
def test_the_words_are_those_of_the_whole_text(text):
    spans = list(word_spans(text))
    assert [word for word, _, _ in spans] == words(text)
    assert all(0 <= start < end <= len(text) for _, start, end in spans)
    assert all(words(text[start:end])[0].startswith(word) for word, start, end in spans if word)


@given(letters, st.text("a*\" é'9", max_size=9))
def test_marks_hold_what_is_looked_for(text, wanted):
    if not words(wanted):
        return
    for start, end in marks(text, terms(wanted)):
        assert words(text[start:end])
    start, end = excerpt(text, terms(wanted))
    assert bool(words(text[start:end])) == bool(marks(text, terms(wanted)))


def test_terms():
    assert terms('"left the city" Hom* "" U.N.') == (
        Term(("left", "the", "city")),
        Term(("hom",), open=True),
        Term(("u", "n")),
    )


def test_what_overlaps_is_one_mark():
    assert marks("Rebels left the city.", terms('"left the" "the city"')) == [(7, 20)]


def test_an_excerpt_holds_most_of_what_is_looked_for():
    text = "the army " + "word " * 60 + "the army left Homs today"
    start, end = excerpt(text, terms("army homs"), words_long=20)
    assert "army left Homs" in text[start:end]
