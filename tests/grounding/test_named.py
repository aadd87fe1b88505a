"""Names of places, actors and people in a report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.grounding.board import Found
from fogline.grounding.named import agreed, capitals
from fogline.language.words import fold
from fogline.records import MentionKind
from tests.grounding.naming import actors, mentions, places


@pytest.mark.parametrize(
    ("raw", "kind", "name"),
    [
        ("Russian forces entered Bakhmut.", MentionKind.PLACE, "Bakhmut"),
        ("The U.N. said 14 people died in Deir ez-Zor.", MentionKind.PLACE, "Deir ez-Zor"),
        ("M23 took the town.", MentionKind.ACTOR, "M23"),
        ("The Syrian Democratic Forces went home.", MentionKind.ACTOR, "Syrian Democratic Forces"),
        ("President Vladimir Putin met officials.", MentionKind.PERSON, "Vladimir Putin"),
        ("A nurse told Reuters of it.", MentionKind.AGENCY, "Reuters"),
        ("A nurse told the Lakeside Press Agency (LPA) of it.", MentionKind.AGENCY, "Lakeside Press Agency"),
        ("The village is held by hunters.", MentionKind.ACTOR, "hunters"),
        ("A Syrian baker left.", MentionKind.NATIONALITY, "Syria"),
        ("The troops captured Zarnuq from the rebels.", MentionKind.PLACE, "Zarnuq"),
        ("Fighting near Zarnuq went on.", MentionKind.PLACE, "Zarnuq"),
        ("The troops established control over al-Zarnuq area.", MentionKind.PLACE, "al-Zarnuq"),
    ],
)
def test_a_name_has_its_kind(raw: str, kind: MentionKind, name: str) -> None:
    assert name in [m.name.text for m in mentions(raw, kind)]


@pytest.mark.parametrize(
    "raw",
    ["Two died in Hama At the clinic there was no bread.", "The battle of Hama - US officials saw it - was long."],
)
def test_a_place_ends_before_the_next_line_and_before_a_dash(raw: str) -> None:
    assert "Hama" in [name for _, name in places(raw)]


def test_titles_are_no_part_of_a_name() -> None:
    assert actors("President Vladimir Putin met officials.") == [("Vladimir Putin", "Vladimir Putin")]


def test_an_introduced_acronym_stands_for_the_full_name_everywhere() -> None:
    raw = "The Green Hill Popular Front (GHPF) took Hama. GHPF men rested."
    assert {name for _, name in actors(raw)} == {"Green Hill Popular Front"}


def test_whom_a_report_introduces_has_the_key_that_the_roster_knows_him_by() -> None:
    raw = (
        "The Syrian Observatory for Human Rights (SOHR) counted them. The Green Hill Front (GHF) did not; SOHR said so."
    )
    keys = {m.anchor.quote: m.name.key for m in mentions(raw, MentionKind.ACTOR)}
    assert keys["SOHR"] == "monitor:syrian-observatory-for-human-rights"
    assert keys["GHF"] is None


def test_a_country_by_its_initials_is_one() -> None:
    assert ("U.S.", "country:US") in [(m.name.text, m.name.key) for m in mentions("U.S. air strikes hit Hama.")]


@pytest.mark.parametrize("raw", ["City. The army is calm.", "Rebels took Hama. Airport: calm."])
def test_a_kind_of_place_is_no_name(raw: str) -> None:
    assert not {"City", "Airport"} & {m.name.text for m in mentions(raw, MentionKind.PLACE)}


@pytest.mark.parametrize("raw", ["It rained on Monday.", "In May it rained.", "He may march on."])
def test_days_and_months_are_no_names(raw: str) -> None:
    assert mentions(raw, MentionKind.PLACE, MentionKind.PERSON) == []


def test_a_capital_may_be_its_government() -> None:
    raw = "Kinshasa denied it."
    assert ("Kinshasa", "Kinshasa") in places(raw)
    assert [m.name.key for m in mentions(raw, MentionKind.ACTOR)] == ["country:CD"]


def test_only_places_are_capitals() -> None:
    person = Found(0, 1, MentionKind.PERSON, "Lima")
    assert list(capitals([person])) == []
    (state,) = capitals([Found(0, 1, MentionKind.PLACE, "Lima")])
    assert (state.kind, state.key) == (MentionKind.ACTOR, "country:PE")


drawn = st.builds(
    lambda start, kind, text, rank: Found(start, start + 1, kind, text, rank=rank),
    st.integers(0, 20),
    st.sampled_from([MentionKind.PLACE, MentionKind.ACTOR, MentionKind.PERSON, MentionKind.NATIONALITY]),
    st.sampled_from(["Dor", "dor", "Nal"]),
    st.integers(0, 7),
)


@given(st.lists(drawn, max_size=10))
def test_the_same_words_are_one_kind_of_thing(pieces: list[Found]) -> None:
    kept = agreed(pieces)
    for text in {fold(p.text) for p in pieces}:
        here = [p for p in pieces if fold(p.text) == text and p.kind is not MentionKind.NATIONALITY]
        kinds = {p.kind for p in kept if fold(p.text) == text and p.kind is not MentionKind.NATIONALITY}
        assert len(kinds) == min(1, len(here))
        if here:
            assert kinds <= {p.kind for p in here if p.rank == min(q.rank for q in here)}
    assert [p for p in pieces if p.kind is MentionKind.NATIONALITY] == [
        p for p in kept if p.kind is MentionKind.NATIONALITY
    ]


def test_the_word_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    assert ("Turkey", "Turkey") in places('"If Turkey moves, we all go home," she said in Hama.')
    assert "Bereft" not in {words for words, _ in (*places(BEREFT), *actors(BEREFT))}


BEREFT = "Bereft of Mosul since July, it keeps Raqqa."
