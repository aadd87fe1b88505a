"""Common nouns that stand for places and actors."""

from __future__ import annotations

import pytest

from fogline.grounding.nouns import nouns
from fogline.records import PlaceKind


@pytest.mark.parametrize(
    ("word", "kind"),
    [("airport", PlaceKind.AIRPORT), ("border crossing", PlaceKind.CROSSING), ("province", PlaceKind.PROVINCE), ("air base", PlaceKind.BASE)],
)  # fmt: skip
def test_what_a_noun_makes_of_a_name(word: str, kind: PlaceKind) -> None:
    assert nouns().after_name[word] is kind


@pytest.mark.parametrize(
    ("lemma", "force"), [("soldier", True), ("rebel", True), ("militia", True), ("government", True), ("baker", False), ("airport", False), ("group", True)]
)  # fmt: skip
def test_which_nouns_name_a_party(lemma: str, force: bool) -> None:
    assert nouns().is_force(lemma) is force


def test_no_noun_is_of_the_government_and_of_the_rebels() -> None:
    actors = nouns().actors
    assert actors["government"] & actors["rebel"] == set()
    assert actors["marks_government"] & actors["marks_rebel"] == set()


def test_lists_are_full_and_in_lower_case() -> None:
    lists = nouns()
    for table in (lists.before_of, lists.regions, lists.definite_place, lists.actors, lists.unknown_place):
        for name, found in table.items():
            assert found, name
            assert {w for w in found if w != w.lower()} == set(), name
