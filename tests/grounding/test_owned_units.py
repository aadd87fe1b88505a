"""Units under a name of their own that are told to be a party's."""

from __future__ import annotations

import pytest

from fogline.records import MentionKind
from tests.grounding.naming import mentions


@pytest.mark.parametrize(
    ("raw", "words", "key"),
    [
        ("Kyiv's 3rd Brigade left Karsin.", "3rd Brigade", "military:UA"),
        ("M23's Dorin battalion left Goma.", "Dorin battalion", "group:march-23-movement"),
        ("Russia's army left Karsin. Its Vostok group holds Dor.", "Vostok group", "military:RU"),
        ("A soldier of the Ukrainian 110th Brigade left Karsin.", "110th Brigade", "military:UA"),
    ],
)
def test_a_unit_keeps_its_name_and_has_the_key_of_its_owner(raw: str, words: str, key: str) -> None:
    told = {(m.name.text, m.name.key) for m in mentions(raw, MentionKind.ACTOR) if m.anchor.quote == words}
    assert told == {(words, key)}


@pytest.mark.parametrize("raw", ["Syria's Hamza Division left Afrin.", "The Hamza Division left Afrin."])
def test_a_unit_that_is_only_of_a_country_may_be_anybodys(raw: str) -> None:
    told = [m for m in mentions(raw, MentionKind.ACTOR) if m.anchor.quote.endswith("Division")]
    assert told
    assert not [m for m in told if (m.name.key or "").startswith("military:")]
