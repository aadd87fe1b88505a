"""The shipped engine: words keep their offsets, names keep their hyphens, and bad input does no harm."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.language.engine import card, load
from fogline.records import Reading, Span, SpanKind
from fogline.records.errors import EngineError


@pytest.fixture(scope="module")
def engine():
    return load()


def reading(raw: str) -> Reading:
    return Reading("r", raw, spans=(Span(0, len(raw), SpanKind.BODY),))


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_every_word_stands_in_raw_where_the_parse_says(text):
    parse = load()(reading(text)).parse
    for token in parse.doc:
        anchor = parse.anchor(token.i, token.i + 1)
        assert anchor.quote == token.text
        assert anchor.holds_in(text)


def test_furniture_is_not_parsed(engine):
    raw = "The army left Karsin.\nPhoto: Agency\nIt was quiet."
    cut = raw.index("Photo")
    spans = (
        Span(0, cut, SpanKind.BODY),
        Span(cut, cut + 13, SpanKind.FURNITURE),
        Span(cut + 14, len(raw), SpanKind.BODY),
    )
    parse = engine(Reading("r", raw, spans=spans)).parse
    assert "Photo" not in [t.text for t in parse.doc]
    assert parse.sentence(len(parse.doc) - 1).quote == "It was quiet."


@pytest.mark.parametrize("name", ["al-Karsin", "Dor-e-Nal", "Hay'at", "N'Dora", "ez-Dor"])
def test_hyphenated_names_are_one_word(engine, name):
    parse = engine(reading(f"Troops entered {name} on Friday.")).parse
    assert name in [t.text for t in parse.doc]


def test_compounds_are_cut(engine):
    words = [t.text for t in engine(reading("US-backed fighters took rebel-held Karsin.")).parse.doc]
    assert words[:4] == ["US", "-", "backed", "fighters"]


@pytest.mark.parametrize(
    ("text", "verb", "lemma"),
    [("The army shelled Karsin.", "shelled", "shell"), ("They withdrew from Dor.", "withdrew", "withdraw")],
)
def test_verbs_have_their_lemmas(engine, text, verb, lemma):
    doc = engine(reading(text)).parse.doc
    assert next(t for t in doc if t.text == verb).lemma_ == lemma


def test_subject_and_object_are_found(engine):
    doc = engine(reading("The rebels captured the town of Karsin on Friday.")).parse.doc
    verb = next(t for t in doc if t.text == "captured")
    assert {(c.dep_, c.text) for c in verb.children} >= {("nsubj", "rebels"), ("obj", "town")}


@pytest.mark.parametrize("text", ["", " ", "\x00\x01\x02", "войска вошли в город", "軍隊は町に入った。", "." * 500])
def test_odd_text_does_no_harm(engine, text):
    assert engine(reading(text)).parse is not None


def test_a_text_without_a_stop_takes_linear_time(engine):
    def seconds(n: int) -> float:
        start = time.perf_counter()
        engine(reading("word " * n))
        return time.perf_counter() - start

    seconds(200)
    assert seconds(8000) < 20 * max(seconds(1000), 0.05)


def test_an_unknown_engine_is_named():
    with pytest.raises(EngineError, match="no_such_pipeline"):
        load("spacy:no_such_pipeline")


def test_the_data_card_names_its_sources():
    assert {"name", "version", "sources", "scores"} <= set(card())
