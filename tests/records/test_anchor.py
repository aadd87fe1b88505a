"""An anchor's words stand where it says, always."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.records import Anchor
from fogline.records.errors import AnchorNotFound

RAW = "Rebels took Hama. “Hama is ours,” they said."


@st.composite
def stretches(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text with a stretch in it."""
    raw = draw(st.text(min_size=1, max_size=40))
    start = draw(st.integers(0, len(raw) - 1))
    return raw, start, draw(st.integers(start + 1, len(raw)))


@given(stretches())
def test_an_anchor_by_offsets_holds(found: tuple[str, int, int]) -> None:
    raw, start, end = found
    anchor = Anchor.at(raw, start, end, report_id="r")
    assert raw[anchor.start : anchor.end] == anchor.quote
    assert anchor.holds_in(raw)


@given(stretches())
def test_an_anchor_by_words_is_the_first_of_them(found: tuple[str, int, int]) -> None:
    raw, start, end = found
    anchor = Anchor.find(raw, raw[start:end], report_id="r")
    assert anchor.holds_in(raw)
    assert anchor.start == raw.index(raw[start:end]) <= start


@given(stretches(), st.text(min_size=1, max_size=5))
def test_an_anchor_does_not_hold_where_the_words_have_moved(found: tuple[str, int, int], before: str) -> None:
    raw, start, end = found
    anchor = Anchor.at(raw, start, end, report_id="r")
    moved = before + raw
    assert anchor.holds_in(moved) == (moved[start:end] == anchor.quote)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2), (0, len(RAW) + 1), (len(RAW), len(RAW))])
def test_no_words_are_an_error_that_names_the_report(start: int, end: int) -> None:
    with pytest.raises(AnchorNotFound, match="harbour-7"):
        Anchor.at(RAW, start, end, report_id="harbour-7")


@pytest.mark.parametrize("quote", ["", "Rebels  took", "rebels", '"Hama is ours,"'])
def test_words_that_differ_by_a_character_are_not_found(quote: str) -> None:
    with pytest.raises(AnchorNotFound, match="harbour-7"):
        Anchor.find(RAW, quote, report_id="harbour-7")
