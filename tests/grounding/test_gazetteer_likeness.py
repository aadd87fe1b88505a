from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.grounding.gazetteer_frames import families
from fogline.grounding.gazetteer_likeness import alikeness, edits, likely
from fogline.language.words import fold

NAMES = st.text(alphabet="abcdefghijklmnopqrstuvwxyzAEIOU '-’éāḥ", max_size=30).map(fold)
FAMILIES = st.sampled_from(sorted(families()))


@given(NAMES, NAMES, FAMILIES)
def test_alikeness_is_a_share_and_the_same_both_ways(one: str, other: str, family: str) -> None:
    rules = families()[family]
    assert 0 <= alikeness(one, other, rules) <= 1
    assert alikeness(one, other, rules) == pytest.approx(alikeness(other, one, rules))
    assert alikeness(one, one, rules) == 1


@given(NAMES, NAMES, FAMILIES)
def test_likely_is_a_share(one: str, other: str, family: str) -> None:
    assert 0 <= likely(one, other, families()[family]) <= 1


@given(NAMES, NAMES)
def test_names_without_edits_are_heard_alike(one: str, other: str) -> None:
    assert (not list(edits(one, other))) == (one == other)


@pytest.mark.parametrize(
    ("family", "asked", "spelling", "other"),
    [
        ("arabic", "karsin", "qarseen", "korsun"),
        ("slavic", "tarnivka", "tarnovka", "tarnyvko"),
        ("slavic", "bashtino", "bashtyno", "bushtyno"),
        ("persian", "tarsak", "tarsek", "tursuk"),
    ],
)
def test_what_romanisation_changes_costs_less(family: str, asked: str, spelling: str, other: str) -> None:
    rules = families()[family]
    assert likely(fold(asked), fold(spelling), rules) > likely(fold(asked), fold(other), rules)


def test_points_of_the_compass_are_never_spellings_of_one_another() -> None:
    assert all(likely("karsin north", "karsin south", family) == 0 for family in families().values())


def test_names_of_one_consonant_must_be_spoken_alike() -> None:
    rules = families()["arabic"]
    assert likely("hawi", "kuwa", rules) == 0
    assert likely("hish", "heesh", rules) > 0
