"""The engine's figures: what is right counts as right, what is not does not."""

import pytest
from spacy.tokens import Doc

from evaluation.engine import entities, run, syntax
from evaluation.engine.page import SECTIONS, page, terminal
from fogline.language.engine import SETTING, card, load

TEXT = "The rebels captured Karsin on Friday. Col. Dor Nal denied it."


@pytest.fixture(scope="module")
def nlp():
    return load().nlp


@pytest.fixture(scope="module")
def gold(nlp) -> Doc:
    return nlp(TEXT)


def changed(gold: Doc, **columns) -> Doc:
    told = {
        "words": [t.text for t in gold],
        "spaces": [bool(t.whitespace_) for t in gold],
        "tags": [t.tag_ for t in gold],
        "pos": [t.pos_ for t in gold],
        "lemmas": [t.lemma_ for t in gold],
        "heads": [t.head.i for t in gold],
        "deps": [t.dep_ for t in gold],
    }
    return Doc(gold.vocab, **(told | columns))


def test_an_engine_agrees_with_its_own_reading(nlp, gold):
    assert set(syntax.measure(nlp, [gold]).values()) == {1.0}


def test_a_wrong_tag_costs_one_word(nlp, gold):
    tags = [t.tag_ for t in gold]
    tags[0] = "XX"
    found = syntax.measure(nlp, [changed(gold, tags=tags)])
    assert found["xpos"] == found["raw_xpos"] == pytest.approx(1 - 1 / len(gold))
    assert found["las"] == 1.0


def test_the_end_of_a_label_counts_only_in_full(nlp, gold):
    deps = [f"{t.dep_}:x" if t.dep_ == "obl" else t.dep_ for t in gold]
    assert "obl" in {t.dep_ for t in gold}
    found = syntax.measure(nlp, [changed(gold, deps=deps)])
    assert found["las"] == 1.0
    assert found["las_full"] < 1.0


def test_words_that_are_cut_otherwise_are_wrong_only_in_running_text(nlp, gold):
    words = [t.text for t in gold]
    at = words.index("Karsin")
    split = Doc(
        gold.vocab,
        words=[*words[:at], "Kar", "sin", *words[at + 1 :]],
        spaces=[*[bool(t.whitespace_) for t in gold[:at]], False, *[bool(t.whitespace_) for t in gold[at:]]],
        deps=["dep"] * (len(words) + 1),
        heads=[0] * (len(words) + 1),
    )
    assert syntax.measure(nlp, [split])["raw_words"] == pytest.approx(2 * (len(words) - 1) / (2 * len(words) + 1))


def test_spans_match_by_their_ends_or_by_a_shared_character(nlp, gold):
    told = nlp(TEXT)
    told.ents = [told.char_span(4, 26, label="ORG"), told.char_span(43, 50, label="PERSON")]
    given = {"exact": [(43, 50, "PERSON")], "overlap": [(4, 10, "ORG"), (11, 19, "ORG"), (43, 50, "PERSON")]}
    exact = entities.measure(nlp, [told], lambda _: given["exact"])
    assert (exact["exact"]["precision"], exact["exact"]["recall"]) == (1.0, 0.5)
    overlap = entities.measure(nlp, [told], lambda _: given["overlap"])["overlap"]
    assert (overlap["precision"], overlap["recall"]) == (pytest.approx(2 / 3, abs=1e-3), 1.0)


def test_names_and_mentions_stand_in_the_text(nlp):
    parse = entities.read_text(nlp, TEXT)
    for start, end, _ in [*entities.names(parse), *entities.mentions(parse)]:
        assert TEXT[start:end] == TEXT[start:end].strip() != ""


def test_the_page_is_written_of_the_shipped_engine_alone(capsys):
    assert run.main(["--write-docs", "--engine", "spacy:other"]) == 2
    assert "leave out --engine" in capsys.readouterr().err


def test_an_engine_that_is_not_there_is_named(capsys, monkeypatch):
    monkeypatch.setenv(SETTING, "")
    assert run.main(["--engine", "spacy:no_such_pipeline"]) == 2
    assert "no_such_pipeline" in capsys.readouterr().err


def test_nothing_is_written_where_figures_are_missing(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(run, "_measure", lambda *_, **__: iter([("sentences all", {"f1": 1.0})]))
    monkeypatch.setattr(run, "PAGE", tmp_path / "engine.md")
    assert run.main(["--write-docs"]) == 0
    assert not (tmp_path / "engine.md").exists()
    assert "was not measured" in capsys.readouterr().err


def test_the_page_has_a_table_for_what_was_measured_and_the_floors():
    told = {"engine ewt test": {"upos": 0.9, "las": 0.8}}
    text = page(told, {"engine ewt test": {"las": 0.7}}, card())
    assert "| ewt test | 0.900 |  |  |  | 0.800 |  |" in text
    assert "## Speed" not in text
    assert "| ewt test | `las` | 0.7 |" in text
    assert all(section.title in terminal(told) for section in SECTIONS)
