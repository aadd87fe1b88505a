"""Whose "its troops" are, of a state's offices, and whose office one is."""

from __future__ import annotations

import pytest

from fogline.records import MentionKind
from tests.grounding.naming import mentions


def told(raw: str, words: str) -> set[tuple[str, str | None]]:
    return {(m.name.text, m.name.key) for m in mentions(raw, MentionKind.ACTOR) if m.anchor.quote == words}


@pytest.mark.parametrize(
    ("raw", "words", "name", "key"),
    [
        ("Turkey's defence ministry said its troops had taken Osk.", "troops", "Turkish troops", "military:TR"),
        ("The Turkish defence ministry said its forces had taken Osk.", "forces", "Turkish forces", "military:TR"),
        ("The Turkish interior ministry said its men had left Osk.", "men", "Turkish forces", "military:TR"),
        ("The Turkish presidency said its soldiers had left Osk.", "soldiers", "Turkish soldiers", "military:TR"),
        ("The Turkish general staff said its forces had left Osk.", "forces", "Turkish forces", "military:TR"),
        ("Ankara's command said its soldiers had left Osk.", "soldiers", "Turkish soldiers", "military:TR"),
        ("The Turkish government said its troops had left Osk.", "troops", "Turkish troops", "military:TR"),
        ("The Turkish army left Osk. The defence ministry said its forces held Tarn.", "forces", "Turkish army", None),
        ("The defence ministry in Ankara said its troops had taken Hama.", "troops", "Turkish troops", "military:TR"),
        ("Turkish defence minister Hasan Demir said his troops had left.", "troops", "Turkish troops", "military:TR"),
    ],
)
def test_the_forces_of_an_office_are_its_states(raw: str, words: str, name: str, key: str | None) -> None:
    assert told(raw, words) == {(name, key or "military:TR")}


@pytest.mark.parametrize(
    ("raw", "words", "name"),
    [
        ("M23 said its troops had left Goma.", "troops", "M23"),
        ("The Turkish army said its troops had left Osk.", "troops", "Turkish army"),
        ("Turkey said its troops had left Osk.", "troops", "Turkish troops"),
        ("The Taliban's defence ministry said its forces had left Osk.", "forces", "Taliban"),
    ],
)
def test_those_of_who_has_men_are_his(raw: str, words: str, name: str) -> None:
    assert {text for text, _ in told(raw, words)} == {name}


def test_an_office_is_of_the_state_in_whose_capital_it_sits() -> None:
    raw = "The defence ministry in Ankara said rebels had left Hama and Homs in Syria."
    assert told(raw, "defence ministry") == {("defence ministry", "defence:TR")}
    raw = "The Syrian defence ministry said in Ankara that rebels had left Hama."
    assert told(raw, "Syrian defence ministry") == {("Syrian defence ministry", "defence:SY")}
