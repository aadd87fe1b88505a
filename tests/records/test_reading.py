"""One report and all that was read from it."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.records import Reading, Refusal, Span, SpanKind

RAW = "Title\nRebels took Hama.\nPhoto: A. Name\nIt was quiet.\n"
KINDS = [SpanKind.HEADLINE, SpanKind.BODY, SpanKind.FURNITURE, SpanKind.BODY]


def reading() -> Reading:
    lines, at = [], 0
    for line, kind in zip(RAW.splitlines(), KINDS, strict=True):
        lines.append(Span(at, at + len(line), kind))
        at += len(line) + 1
    return Reading("r", RAW, spans=tuple(lines))


def test_the_body_is_the_story_alone() -> None:
    assert [RAW[s.start : s.end] for s in reading().body()] == ["Rebels took Hama.", "It was quiet."]
    assert reading().body_text() == "Rebels took Hama.\nIt was quiet."


def test_not_yet_read_is_told_from_read_and_nothing_found() -> None:
    fresh = Reading("r", RAW)
    assert fresh.claims is None
    assert replace(fresh, claims=()) != fresh
    assert fresh.body() == ()
    assert fresh.body_text() == ""


def test_what_is_read_is_added_beside_and_raw_stays() -> None:
    before = reading()
    after = replace(before, refusal=Refusal("text", "no body text"))
    assert after.raw == before.raw == RAW
    assert before.refusal is None
    with pytest.raises(FrozenInstanceError):
        before.raw = ""  # type: ignore[misc]


@given(st.lists(st.tuples(st.integers(0, len(RAW)), st.integers(0, len(RAW)), st.sampled_from(SpanKind)), max_size=6))
def test_body_keeps_the_order_and_nothing_else(drawn: list[tuple[int, int, SpanKind]]) -> None:
    spans = tuple(Span(*one) for one in drawn)
    assert Reading("r", RAW, spans=spans).body() == tuple(s for s in spans if s.kind is SpanKind.BODY)
