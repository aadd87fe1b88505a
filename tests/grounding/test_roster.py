"""The roster names actors in any text, by any usual spelling, and never across a sentence's end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.grounding.roster import Roster
from fogline.records import ActorKind

ROSTER = Roster.load()
PIECES = st.sampled_from(
    ["the ", "Peruvian ", "army", "Shining Path", " and ", "FARC", "'s ", ". ", "\n", "al-", "Khmer ", "Rouge", "US", "us ", "of ",
     "government ", "forces", "-held", "Renamo", "’s", "İ", "ﬁ", "\u0301", "(", "Polisario ", "Front", "Peru", "é", "🛑", "UN ", "rebels"]
)  # fmt: skip


def ids(text: str, country: str | None = None) -> list[str]:
    return [hit.actor.actor_id for hit in ROSTER.match(text, country=country)]


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map("".join)))
def test_hits_stand_in_any_text_in_order_without_overlap(text: str) -> None:
    last = 0
    for hit in ROSTER.match(text):
        assert last <= hit.start < hit.end <= len(text)
        assert not text[hit.start : hit.end].endswith(("'s", "’s"))
        assert text[hit.start : hit.end].strip() == text[hit.start : hit.end]
        last = hit.end


@settings(max_examples=100)
@given(st.lists(PIECES, max_size=10).map("".join))
def test_matching_twice_gives_the_same(text: str) -> None:
    assert ROSTER.match(text) == ROSTER.match(text)


@settings(max_examples=60)
@given(st.text(max_size=40))
def test_find_takes_any_text(name: str) -> None:
    actor = ROSTER.find(name)
    assert actor is None or ROSTER.get(actor.actor_id) == actor


def test_every_actor_is_found_by_its_name_or_needs_its_country() -> None:
    lost = [
        a.actor_id
        for a in ROSTER
        if (found := ROSTER.find(a.name) or ROSTER.find(a.name, country=a.country)) is None
        or (found.actor_id != a.actor_id and found.country != a.country)
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "actor_id"),
    [
        ("Peruvian government forces left", "side:PE:government"),
        ("Peruvian rebels came", "side:PE:rebels"),
        ("Nepalese federal troops", "side:NP:government"),
        ("Bolivia's army said", "military:BO"),
        ("the army of Bolivia said", "military:BO"),
        ("Bolivian Army", "military:BO"),
        ("jets of the Chile Air Force", "airforce:CL"),
        ("Chilean warplanes", "airforce:CL"),
        ("the Ministry of Defence of the Czech Republic", "defence:CZ"),
        ("Polish state television", "media:PL"),
        ("Transnistrian forces", "military:MD-transnistria"),
        ("Pol Pot's men", "person:pol-pot"),
        ("the Bundeswehr", "military:DE"),
    ],
)
def test_rules_and_tables_name_actors(text: str, actor_id: str) -> None:
    assert ids(text) == [actor_id]


def test_longest_name_wins() -> None:
    text = "Communist Party of Nepal (Maoist) fighters"
    (hit,) = ROSTER.match(text)
    assert text[hit.start : hit.end] == "Communist Party of Nepal (Maoist"


def test_possessive_is_outside_and_article_inside() -> None:
    text = "Jonas Savimbi's UNITA met the al-Zarqawi circle"
    assert [text[h.start : h.end] for h in ROSTER.match(text)] == ["Jonas Savimbi", "UNITA", "al-Zarqawi"]


@pytest.mark.parametrize(
    "spelling", ["Lashkar-e-Taiba", "Lashkar-e-Toiba", "Lashkar e Tayyiba", "lashkar-e-taiba", "the LeT"]
)
def test_romanisations_meet(spelling: str) -> None:
    actor = ROSTER.find(spelling)
    assert actor is not None
    assert actor.actor_id == "group:lashkar-e-taiba"


@pytest.mark.parametrize(
    "text",
    ["Let us go", "it told us so", "who is it", "PERU AND THE US MEET ON FRIDAY", "model armies", "a shining path"],
)
def test_words_are_no_acronyms(text: str) -> None:
    assert not [h for h in ROSTER.match(text) if h.actor.kind is not ActorKind.STATE or text[h.start : h.end] == "US"]


@pytest.mark.parametrize(
    "text", ["Peru army-held hills", "He left Peru. Army posts", "Peru forces Chile to pay", "Peru, forces of nature"]
)
def test_no_body_across_a_break_or_a_verb(text: str) -> None:
    assert set(ids(text)) <= {"state:PE", "state:CL"}


def test_an_acronym_of_two_groups_goes_with_the_text_or_the_caller() -> None:
    assert ids("the NLA and the GIA of Algeria") == ["group:armed-islamic-group", "state:DZ"]
    assert "group:armed-islamic-group" not in ids("the GIA came")
    assert ids("the GIA came", country="DZ") == ["group:armed-islamic-group"]


def test_state_run_agencies_are_known() -> None:
    assert ROSTER.state_run("agency:xinhua")
    assert ROSTER.state_run("media:PL")
    assert not ROSTER.state_run("agency:reuters")
