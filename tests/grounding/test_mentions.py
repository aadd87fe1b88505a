"""The stage that finds who and where is named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.grounding.board import Board, Found
from fogline.grounding.mentions import full_names, plain_name
from fogline.records import MentionKind, Reading, Refusal
from tests.claims.reports import TEXTS, named, naming, report
from tests.grounding.naming import actors


@settings(max_examples=40)
@given(TEXTS)
def test_on_any_words_mentions_hold_in_order(raw: str) -> None:
    found = named(raw).mentions or ()
    assert list(found) == sorted(found)
    for mention in found:
        assert mention.anchor.holds_in(raw)
        assert mention.name.text
        assert mention.name.text == plain_name(mention.name.text)


@settings(max_examples=15)
@given(TEXTS)
def test_naming_twice_gives_the_same(raw: str) -> None:
    assert naming()(named(raw)).mentions == named(raw).mentions


def test_a_refused_or_unparsed_reading_is_left_as_it_is() -> None:
    refused = Reading("r", "", refusal=Refusal("text", "no body text"))
    assert naming()(refused) is refused
    unparsed = report("Rebels left.")
    assert naming()(unparsed) is unparsed


def test_dates_are_mentions_too() -> None:
    raw = "On Friday rebels left. They came back on 3 May."
    dates = [m for m in named(raw).mentions or () if m.kind is MentionKind.DATE]
    assert [m.anchor.quote.rstrip(".") for m in dates] == ["On Friday", "on 3 May"]
    assert all(m.anchor.holds_in(raw) for m in dates)


def test_a_surname_stands_for_the_one_person_of_that_name() -> None:
    assert actors("Bashar al-Assad left Damascus. Assad flew on.") == [
        ("Bashar al-Assad", "Bashar al-Assad"), ("Damascus", "Syria"), ("Assad", "Bashar al-Assad"),
    ]  # fmt: skip


def test_a_surname_of_two_people_stands_for_itself() -> None:
    board = Board()
    people = ["Anna Brown", "Carl Brown", "Eva Green"]
    board.lay(Found(i, i + 1, MentionKind.PERSON, name) for i, name in enumerate(people))
    assert full_names(board) == {(MentionKind.PERSON, "green"): "Eva Green"}


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Egypt’s  army", "Egypt's army"),
        ("Norland-backed Stone Army", "Stone Army"),
        ("Norland-backed rebels", "Norland-backed rebels"),
        ("Hay‘at Tahrir al-Sham", "Hay'at Tahrir al-Sham"),
    ],
)
def test_plain_names(text: str, plain: str) -> None:
    assert plain_name(text) == plain


@given(st.text(max_size=30))
def test_a_plain_name_is_plain(text: str) -> None:
    once = plain_name(text)
    assert plain_name(once) == once or once.count("-") > 1
    assert "’" not in once
    assert once == " ".join(once.split())


def test_mentions_depend_on_the_text_alone() -> None:
    raw = "Rebels captured Hama."
    assert replace(named(raw), mentions=None, outlet="x").raw == raw
    assert naming()(replace(named(raw), outlet="x", title="y")).mentions == named(raw).mentions
