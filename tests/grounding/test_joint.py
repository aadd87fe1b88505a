"""Parties that act together, and what is said of both."""

from __future__ import annotations

import pytest

from tests.claims.reports import told
from tests.grounding.naming import actors, places


def meant(raw: str, word: str) -> set[str]:
    return {name for said, name in actors(raw) if said == word}


@pytest.mark.parametrize(
    ("raw", "word", "names"),
    [
        ("Chadian and Nigerien troops entered Borno. They took Osk.", "They", {"Chadian troops", "Nigerien troops"}),
        ("Russian forces and Wagner entered Karsin. They took Osk.", "They", {"Russian forces", "Wagner"}),
        (
            "Ethiopian and Eritrean soldiers took Osk. Both armies entered Karsin.",
            "armies",
            {"Ethiopian soldiers", "Eritrean soldiers"},
        ),
        ("The army and M23 fought for Osk. Both sides left it.", "sides", {"army", "M23"}),
    ],
)
def test_all_of_them(raw: str, word: str, names: set[str]) -> None:
    assert meant(raw, word) == names


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("M23 and the army fought for Karsin. They took Osk.", "They"),  # foes
        ("M23 took Karsin. Both sides lost men.", "sides"),  # only one was told of
    ],
)
def test_not_both(raw: str, word: str) -> None:
    assert len(meant(raw, word)) <= 1


def test_each_people_that_shares_a_noun_has_its_men() -> None:
    raw = "Peruvian, Chilean and Bolivian soldiers took Arica."
    assert {name for _, name in actors(raw)} == {"Peruvian soldiers", "Chilean soldiers", "Bolivian soldiers"}
    assert not [name for _, name in actors("Russian and Syrian officials met.") if "officials" in name]


@pytest.mark.parametrize(
    "raw",
    [
        "Hama and Homs lie south of Idlib. The rebels took both cities in May.",
        "The towns of Hama and Homs were quiet. The rebels have taken both.",
    ],
)
def test_both_places(raw: str) -> None:
    assert {line.place for line in told(raw) if line.type == "capture"} == {"Hama", "Homs"}


def test_names_in_a_list_of_villages_are_places() -> None:
    assert ("Zelene", "Zelene") in places("The districts of Karsin and Zelene were seized.")
