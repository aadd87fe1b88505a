from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from fogline.grounding.gazetteer_frames import (
    CONSONANTS,
    families,
    family_of,
    is_written,
    near_frames,
)
from fogline.language.words import fold

NAMES = st.text(alphabet="abcdefghijklmnopqrstuvwxyzAEIOU '-’éāḥ", max_size=30).map(fold)
FAMILIES = st.sampled_from(sorted(families()))


@pytest.mark.parametrize(
    ("family", "one", "other"),
    [
        ("arabic", "Ez-Zouara", "Az Ziwarah"),
        ("arabic", "Jabal Qarsin", "Gebel Karseen"),
        ("arabic", "Khirbat Dorra", "Kherbet ed Dora"),
        ("persian", "Qal'eh-ye Tarsak", "Kala-i-Torsak"),
        ("persian", "Varjan", "Wardzhan"),
        ("slavic", "Holubivka", "Golubovka"),
        ("slavic", "Tarnivskyi", "Tarnovskiy"),
        ("slavic", "Zhovtsy", "Zovci"),
        ("burmese", "Mong Tak", "Mongtak"),
        ("burmese", "Kan Thar Kone", "Kanthagon"),
        ("burmese", "Tar Pyin Chaung", "Tabyingyaung"),
        ("burmese", "Daut Gyi", "Daugyi"),
        ("burmese", "Letkokpin", "Let Khoke Pin"),
        ("burmese", "Jar Pin", "Yabin"),
        ("somali", "Xarsin", "Harsin"),
        ("general", "Tchorum", "Chorum"),
    ],
)
def test_spellings_of_one_name_have_one_frame(family: str, one: str, other: str) -> None:
    rules = families()[family]
    assert rules.frame(fold(one)) == rules.frame(fold(other)) != ""


@pytest.mark.parametrize(("one", "other"), [("Karsin North", "Karsin South"), ("East Dorra", "West Dorra")])
def test_points_of_the_compass_keep_names_apart(one: str, other: str) -> None:
    assert all(f.frame(fold(one)) != f.frame(fold(other)) for f in families().values())


@given(NAMES, FAMILIES)
def test_a_frame_has_only_consonants_that_the_rules_leave(name: str, family: str) -> None:
    assert set(families()[family].frame(name)) <= set(CONSONANTS) | set("1234")


@given(NAMES, FAMILIES)
def test_near_frames_are_one_consonant_off(name: str, family: str) -> None:
    rules = families()[family]
    frame = rules.frame(name)
    assert all(Levenshtein.distance(frame, near) == 1 for near in near_frames(frame, rules.near))


def test_a_short_frame_has_none_near_it() -> None:
    assert near_frames("kr", ["n"]) == set()
    assert near_frames("krs", ["n"]) == {"nkrs", "knrs", "krns", "krsn"}


def test_every_pattern_of_the_data_has_no_group_of_its_own() -> None:
    for family in families().values():
        assert family.written.groups == len(family.said)
        assert not re.search(r"\\\d", "".join(family.said))


def test_a_country_that_no_family_lists_is_in_the_general_one() -> None:
    assert family_of("ZZ").name == family_of(None).name == "general"
    assert family_of("MM").name == "burmese"


@pytest.mark.parametrize(("name", "written"), [("Karsin", True), ("‘Ayn Dorra", True), ("krsyn", False), ("", False)])
def test_transliterations_by_machine_have_no_capital(name: str, written: bool) -> None:
    assert is_written(name) is written
