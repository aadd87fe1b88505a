"""The shipped engine: words keep their offsets, names keep their hyphens, and bad input does no harm."""

import time
from shutil import copytree

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.language.engine import SETTING, SHIPPED, card, load
from fogline.records import Reading, Span, SpanKind
from fogline.records.errors import EngineError


@pytest.fixture(scope="module")
def engine():
    return load()


def reading(raw: str) -> Reading:
    return Reading("r", raw, spans=(Span(0, len(raw), SpanKind.BODY),))


@settings(max_examples=30)
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


ODD = {
    "empty": "",
    "blank": " \n\t ",
    "control characters": "\x00\x01\x02 \x1b[31m \x7f",
    "other scripts": "войска вошли в город. 軍隊は町に入った。 دخلت القوات المدينة",
    "stops": "." * 5000,
    "no blank": "x" * 50_000,
    "signs": "-/('\"" * 5000,
    "halves of pairs": "\ud800 town \udfff",
    "marks": "e\u0301\u0323" * 3000,
    "blanks of many kinds": "Homs\u00a0fell\u2028to\u200bthe\ufeffrebels",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_text_does_no_harm(engine, text):
    parse = engine(reading(text)).parse
    assert all(parse.anchor(t.i, t.i + 1).holds_in(text) for t in parse.doc)


@pytest.mark.parametrize("unit", ["word ", "Karsin, ", "x", "Mr. ", "( ", "the town that "])
def test_a_text_without_an_end_takes_linear_time(engine, unit):
    def seconds(n: int) -> float:
        start = time.process_time()
        engine(reading(unit * n))
        return time.process_time() - start

    seconds(200)
    # the quickest of three: Python's collector may go through the whole process in any of them
    assert min(seconds(8000) for _ in range(3)) < 20 * max(seconds(1000), 0.05)


def test_the_shipped_model_is_small():
    assert sum(file.stat().st_size for file in SHIPPED.rglob("*") if file.is_file()) < 40e6


def test_another_engine_can_be_named(tmp_path, monkeypatch):
    other = spacy.blank("en")
    other.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Karsin"}])
    other.to_disk(tmp_path / "other")
    for name in (f"spacy:{tmp_path / 'other'}", str(tmp_path / "other")):
        monkeypatch.setenv(SETTING, name)
        load.cache_clear()
        doc = load()(reading("The army left Karsin. It was quiet.")).parse.doc
        assert [(e.text, e.label_) for e in doc.ents] == [("Karsin", "LOC")]
        assert [s.text for s in doc.sents] == ["The army left Karsin.", "It was quiet."]
    load.cache_clear()


def test_a_model_folder_of_ours_can_be_named(tmp_path, monkeypatch):
    copytree(SHIPPED, tmp_path / "copy")
    monkeypatch.setenv(SETTING, str(tmp_path / "copy"))
    load.cache_clear()
    doc = load()(reading("The rebels took Karsin.")).parse.doc
    load.cache_clear()
    assert [t.dep_ for t in doc][2] == "ROOT"


@pytest.mark.parametrize("content", [b"", b"{}", b"no model"], ids=["empty", "braces", "words"])
@pytest.mark.parametrize("file", ["words.onnx", "labels.onnx", "pieces.txt", "inventory.json", "lemmas.json"])
def test_a_broken_model_is_named(tmp_path, file, content):
    copytree(SHIPPED, tmp_path / "broken")
    (tmp_path / "broken" / file).write_bytes(content)
    with pytest.raises(EngineError, match="broken"):
        load(str(tmp_path / "broken"))


def test_a_long_address_cuts_no_other_word(engine):
    plain = "The army of Karsin arrived there on Friday, " * 12
    address = "http://news.example/" + "karsin/" * 80
    words = [t.text for t in engine(reading(f"{plain}see {address} for more.")).parse.doc]
    assert words[: 12 * 9] == ["The", "army", "of", "Karsin", "arrived", "there", "on", "Friday", ","] * 12
    assert words[-3:] == ["for", "more", "."]


def test_an_unknown_engine_is_named():
    with pytest.raises(EngineError, match="no_such_pipeline"):
        load("spacy:no_such_pipeline")


def test_the_data_card_names_its_sources():
    assert {"name", "version", "sources", "scores"} <= set(card())
