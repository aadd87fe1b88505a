"""Ids hash content."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from fogline.records import content_id

PARTS = st.lists(
    st.one_of(st.none(), st.integers(), st.text(st.characters(exclude_characters="\x1f\x00"))), min_size=1, max_size=4
)


@given(PARTS)
def test_the_same_parts_give_the_same_id(parts: list[object]) -> None:
    made = content_id("claim", *parts)
    assert made == content_id("claim", *parts)
    assert re.fullmatch(r"claim-[0-9a-f]{16}", made)


@given(PARTS, PARTS)
def test_other_parts_give_another_id(one: list[object], other: list[object]) -> None:
    def shown(parts: list[object]) -> list[str | None]:
        return [None if p is None else str(p) for p in parts]

    same = shown(one) == shown(other)
    assert (content_id("claim", *one) == content_id("claim", *other)) == same


def test_order_and_absence_count() -> None:
    assert content_id("x", "a", "b") != content_id("x", "b", "a")
    assert content_id("x", "a", None) != content_id("x", "a", "")
    assert content_id("x", "ab", "c") != content_id("x", "a", "bc")


def test_an_id_is_the_same_in_every_process_and_on_every_day() -> None:
    assert content_id("report", "Hama", 3) == "report-654938f642d3bf94"


def test_half_a_surrogate_pair_has_an_id_too() -> None:
    assert content_id("x", "\ud800") != content_id("x", "\udfff")
