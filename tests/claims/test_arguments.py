"""Who does what to whom, by grammar: the active and the passive, lists, and what verbs share."""

from __future__ import annotations

import pytest

from tests.claims.reports import Told, told


@pytest.mark.parametrize(
    ("active", "passive", "kind"),
    [
        ("Rebels captured Hama.", "Hama was captured by rebels.", "capture"),
        (
            "The Syrian army seized the city of Palmyra.",
            "The city of Palmyra was seized by the Syrian army.",
            "capture",
        ),
        ("Russian forces shelled Bakhmut.", "Bakhmut was shelled by Russian forces.", "attack"),
        ("The army besieged Aleppo.", "Aleppo was besieged by the army.", "besiege"),
        ("Iran backs the Houthis.", "The Houthis are backed by Iran.", "support"),
    ],
)
def test_the_passive_says_what_the_active_says(active: str, passive: str, kind: str) -> None:
    said = [line for line in told(active) if line.type == kind]
    assert [(line.actor or "").lower() for line in said] != [""]
    assert [line for line in told(passive) if line.type == kind] == said


@pytest.mark.parametrize(
    ("raw", "kind", "places"),
    [
        ("M23 fighters took over Goma and Bukavu.", "capture", ["Goma", "Bukavu"]),
        ("Rebels captured Hama, Homs and Daraa.", "capture", ["Hama", "Homs", "Daraa"]),
        ("Taliban fighters captured Kunduz, Herat and Kandahar.", "capture", ["Kunduz", "Herat", "Kandahar"]),
        ("The rebels captured several towns, including Manbij and Azaz.", "capture", ["Manbij", "Azaz"]),
    ],
)
def test_each_place_of_a_list_is_a_claim_of_its_own(raw: str, kind: str, places: list[str]) -> None:
    lines = [line for line in told(raw) if line.type == kind]
    assert [line.place for line in lines] == places
    assert len({line._replace(place=None) for line in lines}) == 1


def test_two_who_act_together_are_both_named() -> None:
    (line,) = told("The army and allied militias captured Palmyra.")
    assert line == Told("capture", "army+allied militias", None, "Palmyra")


def test_joined_verbs_share_their_subject() -> None:
    lines = told("Rebels captured Hama and besieged Homs.")
    assert lines == [Told("capture", "rebels", None, "Hama"), Told("besiege", "rebels", None, "Homs")]


@pytest.mark.parametrize(
    "raw",
    [
        "Rebels, who captured Hama, rested.",
        "The rebels that captured Hama rested.",
    ],
)
def test_a_relative_clause_is_about_the_noun_before_it(raw: str) -> None:
    assert Told("capture", "rebels", None, "Hama") in told(raw)
