"""Parties as common nouns."""

from __future__ import annotations

import pytest

from fogline.grounding.board import Board, Found
from fogline.grounding.home import main_country
from fogline.records import MentionKind
from tests.grounding.naming import actors, mentions


@pytest.mark.parametrize(
    ("raw", "words", "name"),
    [
        ("The rebels entered Hama.", "rebels", "rebels"),
        ("Syrian forces entered Idlib.", "Syrian forces", "Syrian forces"),
        ("Egypt's army closed the road.", "Egypt's army", "Egyptian army"),
        ("The men of Boko Haram left.", "men", "Boko Haram"),
        ("Fighters from Boko Haram entered Baga.", "Fighters", "Boko Haram"),
        ("Government troops left Hama.", "Government troops", "government troops"),
        ("Troops of Yemen's internationally recognised government took Aden.", "Troops of Yemen", "Yemeni army"),
        ("The separatists took Aden. The Houthis, Iranian-backed rebels, fled.", "separatists", "separatists"),
        ("Hama is still in rebel hands.", "rebel", "rebels"),
        ("Syria is at war. Hama is still in government hands.", "government", "government forces"),
        ("Gao has been under Islamist rule since April.", "Islamist", "Islamists"),
        ("Fighters took Mokha; coalition-backed forces left it.", "forces", "coalition-backed forces"),
        ("Militias from Misrata besieged it.", "Militias", "militias from Misrata"),
        ("The Russian embassy in Damascus warned them.", "Russian embassy", "Russian embassy in Damascus"),
        ("M23, a rebel force backed by Rwanda, took Goma.", "rebel force", "M23"),
        ("The March 23 Movement (M23), an armed group, took Goma.", "armed group", "March 23 Movement"),
        ("Boko Haram, an al-Qaeda affiliate, took Baga.", "affiliate", "Boko Haram"),
        ("Boko Haram, an al-Qaeda affiliate, took Baga.", "al-Qaeda", "al-Qaeda"),
        ("Boko Haram fighters left. The al-Qaeda affiliate took Baga.", "al-Qaeda affiliate", "Boko Haram"),
        ("An al-Qaeda affiliate took Baga.", "al-Qaeda affiliate", "al-Qaeda affiliate"),
        ("Boko Haram, a militia and the army fought in Baga.", "militia", "militia"),
        ("A town was retaken by government forces from Boko Haram.", "government forces", "government forces"),
    ],
)
def test_whose_a_party_is(raw: str, words: str, name: str) -> None:
    assert (words, name) in actors(raw)


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (
            "American and French officials spoke of America. Fighters left Kismayo for Baidoa, Jowhar and Afgooye. "
            "The army is in Beledweyne.",
            "military:SO",
        ),
        ("The American army left. Troops entered Kunduz, Herat and Kandahar, and the army stayed.", "military:AF"),
        ("The army retook Sake, which was seized by the M23 rebels.", "military:CD"),  # a place that nobody knows
    ],
)
def test_the_army_is_that_of_the_country_where_the_places_lie(raw: str, key: str) -> None:
    assert key in [m.name.key for m in mentions(raw, MentionKind.ACTOR)]


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("Syria is at war. The army left Hama.", "military:SY"),
        ("Mali and France agreed, and Mali was glad. The army left Gao.", "military:ML"),
        ("Russian warplanes bombed it.", "airforce:RU"),
    ],
)
def test_a_bare_army_is_that_of_the_main_country(raw: str, key: str) -> None:
    assert key in [m.name.key for m in mentions(raw, MentionKind.ACTOR)]


def test_a_party_is_no_name_of_its_own() -> None:
    assert [m.named for m in mentions("The rebels entered Hama.", MentionKind.ACTOR)] == [False]
    assert [m.named for m in mentions("M23 entered Goma.", MentionKind.ACTOR)] == [True]


@pytest.mark.parametrize("raw", ["The baker left Hama.", "Nobody forced him.", "The strike of the drivers went on."])
def test_others_are_no_parties(raw: str) -> None:
    assert mentions(raw, MentionKind.ACTOR) == []


def test_the_main_country_is_the_one_most_named_and_of_two_the_first_by_code() -> None:
    board = Board()
    assert main_country(board) is None
    board.lay(Found(i, i + 1, MentionKind.PLACE, "x", f"country:{code}") for i, code in enumerate(["ML", "FR"]))
    assert main_country(board) == "FR"
    board.lay([Found(2, 3, MentionKind.NATIONALITY, "x", "country:ML"), Found(3, 4, MentionKind.PLACE, "y")])
    assert main_country(board) == "ML"


@pytest.mark.parametrize(
    ("raw", "words", "key"),
    [
        (
            "Aden, Yemen. On Monday the southern separatists took Aden. The separatists stayed.",
            "separatists",
            "group:southern-transitional-council",
        ),
        ("Aden, Yemen. The separatists took Aden.", "separatists", "side:YE:rebels"),
        (
            "Bentiu, South Sudan. Juba spoke of Seleka rebels in Bangui. The rebels left Bentiu and Malakal.",
            "rebels",
            "side:SS:rebels",
        ),
    ],
)
def test_a_side_by_one_word_is_the_group_of_its_country_that_the_report_calls_so(
    raw: str, words: str, key: str
) -> None:
    said = [m for m in mentions(raw) if m.anchor.quote == words]
    assert said[-1].name.key == key


def test_a_capital_is_the_government_where_the_state_has_foes() -> None:
    assert ("Damascus", "Syrian government") in actors("Damascus denied it. The rebels left Hama and Homs.")
    assert ("Damascus", "Syria") in actors("Damascus denied it. People left Hama and Homs.")


def test_troops_loyal_to_a_president_are_the_government_s() -> None:
    raw = "Troops loyal to President Bashar al-Assad left Hama."
    assert ("Troops loyal to President Bashar al-Assad", "government forces") in actors(raw)
