"""Defectors, deserters and mutineers of an army are not that army."""

from __future__ import annotations

import pytest

from fogline.records import MentionKind
from tests.grounding.naming import mentions


def names(raw: str) -> list[str]:
    """The names of those who act, in the order of the text."""
    return [m.name.text for m in mentions(raw, MentionKind.ACTOR)]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Syrian army defectors drove the police out of Karsin.", "Syrian army defectors"),
        ("Mutinous soldiers of the Malian army seized Karsin.", "mutinous soldiers of the Malian army"),
        ("Renegade officers from the Libyan army took Karsin.", "renegade officers from the Libyan army"),
        ("Defectors from the Syrian army took Karsin.", "defectors from the Syrian army"),
        ("Soldiers who defected from the Syrian army took Karsin.", "soldiers who defected from the Syrian army"),
    ],
)
def test_turncoats_go_by_their_own_words(raw: str, name: str) -> None:
    assert names(raw)[0] == name


def test_the_defectors_of_a_later_sentence_are_the_same() -> None:
    raw = "Syrian army defectors took Karsin. The defectors withdrew on Tuesday."
    assert names(raw) == ["Syrian army defectors", "Syrian army defectors"]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Soldiers of the Malian army seized Karsin.", "Malian army"),
        ("Omar Dane, a defector from the Syrian army, left Karsin.", "Syrian army"),
        ("The Syrian army killed 20 defectors in Karsin.", "Syrian army"),
        ("Rebel fighters from Dor took Karsin.", "rebel fighters"),
    ],
)
def test_who_has_not_turned_is_who_he_was(raw: str, name: str) -> None:
    assert name in names(raw)


def test_a_mans_dissidents_are_not_he() -> None:
    assert "Ivan Mordisco's dissidents" in names("Ivan Mordisco's dissidents attacked Karsin.")
