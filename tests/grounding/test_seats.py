"""A capital that says something is its government, and no "it"."""

from __future__ import annotations

from fogline.records import MentionKind
from tests.grounding.naming import mentions


def test_it_is_the_town_and_not_the_capital_that_speaks() -> None:
    raw = "Rebels attacked the town of Maaloula on Monday. Damascus said the army had entered it."
    assert [m.name.text for m in mentions(raw, MentionKind.PLACE) if m.anchor.quote == "it"] == ["Maaloula"]


def test_the_capital_may_be_meant_where_it_does_not_speak() -> None:
    raw = "The army left Damascus on Monday. The rebels said they had entered it."
    assert [m.name.text for m in mentions(raw, MentionKind.PLACE) if m.anchor.quote == "it"] == ["Damascus"]
