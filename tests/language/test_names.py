"""Names are units: whole, without one kind throughout a report, whatever the tagger did to them."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from evaluation.engine.names import GoldError, measure, sentences
from fogline.language.engine import load
from fogline.language.names import LABELS, set_names, settle

VOCAB = Vocab()
SMALL = {"the": "DT", "of": "IN", "in": "IN", "near": "IN", "and": "CC", "'s": "POS", "said": "VBD", "captured": "VBD"}
FLOOR = {"f1": 0.80, "span f1": 0.90}  # of the whole set; well below what is reached, so that engines may change
COST_US = 60  # a word; six times what it should cost, for slow machines


def tag_of(word):
    if word in SMALL:
        return SMALL[word]
    if word[0].isupper() or word.startswith("al-"):
        return "NNP"
    return "NN" if word[0].isalpha() else "CD" if word[0].isdigit() else "."


def doc_of(text, *ents, sentences=None):
    """Words parted by blanks, as a tagger might mark them.  `ents` are (words, label), found in order."""
    words = text.split()
    starts = sentences or [i == 0 or words[i - 1] == "." for i in range(len(words))]
    doc = Doc(VOCAB, words=words, tags=[tag_of(w) for w in words], sent_starts=starts)
    spans, at = [], 0
    for name, label in ents:
        size = len(name.split())
        at = next(i for i in range(at, len(words)) if words[i : i + size] == name.split())
        spans.append(Span(doc, at, at + size, label=label))
        at += size
    doc.ents = spans
    return doc


def names(text, *ents):
    return [(span.text, span.label_) for span in settle(doc_of(text, *ents))]


def test_a_title_is_no_part_of_a_name():
    assert names("They met Gen. Dov Marrow .", ("Gen. Dov Marrow", "PERSON")) == [("Dov Marrow", "PERSON")]


def test_a_post_parts_group_and_person():
    found = names("Yesterday HTS leader Abu Karim spoke .", ("HTS leader Abu Karim", "PERSON"))
    assert ("Abu Karim", "PERSON") in found
    assert all("leader" not in text for text, _ in found)


def test_a_title_makes_a_person_of_what_follows():
    assert names("They met President Marrow .", ("Marrow", "LOC")) == [("Marrow", "PERSON")]


def test_article_and_owner_are_cut_off():
    found = names("They hit the Karsin Front 's camp .", ("the Karsin Front 's", "ORG"))
    assert found == [("Karsin Front", "ORG")]


def test_coordinated_names_are_apart():
    found = names("They hold Hama and Homs , near Dor .", ("Hama and Homs , near Dor", "LOC"))
    assert found == [("Hama", "LOC"), ("Homs", "LOC"), ("Dor", "LOC")]


def test_and_stays_in_what_a_body_is_for():
    name = "Front for Change and Concord"
    assert names(f"They left the {name} .", (name, "ORG")) == [(name, "ORG")]


def test_an_apposition_in_brackets_is_a_name_of_its_own_and_of_the_same_kind():
    found = names("They left the Karsin Front ( KFR ) .", ("Karsin Front ( KFR )", "LOC"))
    assert found == [("Karsin Front", "ORG"), ("KFR", "ORG")]


@pytest.mark.parametrize(
    ("text", "tagged", "name", "label"),
    [
        ("They took the Karsin border gate .", ("Karsin", "LOC"), "Karsin border gate", "FAC"),
        ("They took the Karsin air base .", ("Karsin", "PERSON"), "Karsin air base", "FAC"),
        ("They took Karsin province .", ("Karsin", "ORG"), "Karsin province", "LOC"),
        ("The 6th Infantry Division left .", ("Infantry", "ORG"), "6th Infantry Division", "ORG"),
        ("They joined the Three Brotherhood Alliance .", ("Brotherhood Alliance", "PERSON"), "Three Brotherhood Alliance", "ORG"),
        ("They joined the Syrian army .", ("Syrian", "NORP"), "Syrian army", "ORG"),
        ("They joined the Turkish Air Force .", ("Air Force", "ORG"), "Turkish Air Force", "ORG"),
        ("They saw Abu Karim al-Dori .", ("Karim", "PERSON"), "Abu Karim al-Dori", "PERSON"),
        ("They saw Osama bin Laden .", ("Osama", "PERSON"), "Osama bin Laden", "PERSON"),
        ("They blame the Ministry of Defence of Norland .", ("Ministry", "ORG"), "Ministry of Defence of Norland", "ORG"),
    ],
)  # fmt: skip
def test_a_cut_off_name_is_made_whole(text, tagged, name, label):
    assert names(text, tagged) == [(name, label)]


def test_a_groups_or_a_states_camp_is_no_facility():
    assert names("They hit a Taliban camp .", ("Taliban", "ORG")) == [("Taliban", "ORG")]


def test_a_peoples_word_stands_apart_from_persons_and_arms():
    found = names("A Russian T-72 hit Turkish Kemal Dor .", ("Russian T-72", "ORG"), ("Turkish Kemal Dor", "PERSON"))
    assert found == [("Russian", "NORP"), ("T-72", "VEHICLE"), ("Turkish", "NORP"), ("Kemal Dor", "PERSON")]


def test_arms_of_many_senses_need_words_that_say_so():
    assert names("They fired Grad rockets .") == [("Grad", "WEAPON")]
    assert names("They praised Abrams .", ("Abrams", "PERSON")) == [("Abrams", "PERSON")]


def test_a_missed_place_is_found_where_places_stand():
    assert names("Shells fell near Karsin .") == [("Karsin", "LOC")]


def test_a_missed_name_is_left_where_nothing_tells_its_kind():
    assert names("They praised Karsin .") == []


def test_wars_days_and_common_words_with_capitals_are_no_names():
    assert names("On Monday Operation Dawn began .", ("Monday", "LOC"), ("Operation Dawn", "ORG")) == []
    assert names("They told the Government .", ("Government", "ORG")) == []


def test_a_name_has_one_kind_throughout_a_report():
    text = "They hold Dor . They fled Dor . They left Dor ."
    assert {label for _, label in names(text, ("Dor", "LOC"), ("Dor", "ORG"), ("Dor", "LOC"))} == {"LOC"}


def test_a_surname_alone_is_a_person():
    found = names("They met Gen. Dov Marrow . Later , Marrow left .", ("Dov Marrow", "PERSON"), ("Marrow", "LOC"))
    assert found == [("Dov Marrow", "PERSON"), ("Marrow", "PERSON")]


def test_capitals_of_a_headline_join_nothing():
    assert names("Rebels Seize Karsin After Battle", ("Karsin", "LOC")) == [("Karsin", "LOC")]


def test_a_headline_in_the_text_is_no_name(nlp):
    doc = nlp("Assad Regime Commits Horrific Massacres After Loss of Idlib. The army left.")
    assert [e.text for e in doc.ents] == ["Assad", "Idlib"]
    doc = nlp("The Popular Front for Change of Northern Doria Met President Dane.")
    assert any("Front for Change" in e.text for e in doc.ents)


def test_names_never_cross_a_sentence():
    found = names("They left Karsin . Dor fell", ("Karsin . Dor", "LOC"))
    assert found == [("Karsin", "LOC"), ("Dor", "LOC")]


def test_settling_sets_the_docs_names_only_where_asked():
    doc = doc_of("They met Gen. Dov Marrow .", ("Gen. Dov Marrow", "PERSON"))
    settle(doc)
    assert [e.text for e in doc.ents] == ["Gen. Dov Marrow"]
    assert [e.text for e in set_names(doc).ents] == ["Dov Marrow"]


WORDS = st.sampled_from(
    [
        "The",
        "the",
        "Karsin",
        "Dor",
        "Hama",
        "Syrian",
        "Kurdish",
        "Chad",
        "Front",
        "Army",
        "army",
        "6th",
        "Infantry",
        "Division",
        "Gen.",
        "President",
        "leader",
        "said",
        "in",
        "near",
        "of",
        "and",
        "for",
        ",",
        ".",
        "(",
        ")",
        "'s",
        "-",
        "al-Sham",
        "bin",
        "Abu",
        "Mount",
        "border",
        "gate",
        "camp",
        "province",
        "river",
        "military",
        "HTS",
        "M23",
        "T-72",
        "Grad",
        "rockets",
        "Leopard",
        "2A6",
        "Monday",
        "Operation",
        "Ministry",
        "Defence",
        "captured",
        "People",
        "Lord",
        "Three",
        "North",
        "Korean",
        "Islamic",
        "State",
        "Taliban",
        "14",
        "wa",
        "Rebel",
        "General",
        "Staff",
        "King",
        "region",
        "fighters",
    ]
)


@st.composite
def docs(draw):
    words = draw(st.lists(WORDS, min_size=0, max_size=24))
    starts = [i == 0 or draw(st.integers(0, 7)) == 0 for i in range(len(words))]
    tags = [draw(st.sampled_from([tag_of(w), tag_of(w), "NNP", "NN", "JJ"])) for w in words]
    blanks = [draw(st.booleans()) for _ in words]
    doc = Doc(VOCAB, words=words, tags=tags, spaces=blanks, sent_starts=starts)
    spans, at = [], 0
    while at < len(words):
        at += draw(st.integers(0, 4))
        end = at + draw(st.integers(1, 5))
        if end <= len(words):
            spans.append(Span(doc, at, end, label=draw(st.sampled_from([*LABELS, "GPE"]))))
        at = end
    doc.ents = spans
    return doc


@settings(max_examples=300)
@given(docs())
def test_names_are_in_order_apart_and_within_sentences(doc):
    found = settle(doc)
    ends = [0, *(span.end for span in found)]
    for span, before in zip(found, ends[:-1], strict=True):
        assert before <= span.start < span.end
        assert span.label_ in LABELS
        assert not any(doc[i].is_sent_start for i in range(span.start + 1, span.end))


@settings(max_examples=300)
@given(docs())
def test_what_is_settled_stays(doc):
    once = [(s.start, s.end, s.label_) for s in settle(doc)]
    set_names(doc)
    assert [(s.start, s.end, s.label_) for s in settle(doc)] == once


@settings(max_examples=100)
@given(docs())
def test_the_same_doc_gives_the_same_names(doc):
    assert [s.text for s in settle(doc)] == [s.text for s in settle(doc)]


@pytest.fixture(scope="module")
def nlp():
    return load().nlp


def test_the_own_set_is_large_and_a_third_is_held():
    told = sentences()
    assert len(told) >= 300
    assert 0.25 < sum(s.held for s in told) / len(told) < 0.4
    assert {label for s in told for *_, label in s.names} == set(LABELS)
    assert len({s.text for s in told}) == len(told)


def test_a_row_that_names_what_is_not_there_is_refused(tmp_path):
    path = tmp_path / "names.jsonl"
    row = {"text": "They left.", "style": "agency", "names": [{"text": "Dor", "label": "LOC"}], "held": False}
    path.write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(GoldError, match="line 1"):
        sentences(path)


def test_names_hold_their_floor_on_the_own_set(nlp):
    table = measure(nlp)
    for figure, floor in FLOOR.items():
        assert table["after all"][figure] >= floor
        assert table["after held"][figure] > table["before held"][figure]


def test_the_time_is_linear_and_small():
    text = "The Syrian army left Karsin province , said Gen. Dov Marrow of the 6th Infantry Division ."
    doc = doc_of(" ".join([text] * 400), *[("Karsin", "LOC"), ("Gen. Dov Marrow", "PERSON")] * 400)
    settle(doc_of(text))
    start = time.process_time()
    settle(doc)
    assert (time.process_time() - start) / len(doc) * 1e6 < COST_US
