"""Whether a sentence still means what the passage means that it retells."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.lineage import meaning
from fogline.lineage.meaning import MOST_SOURCE, MOST_TOLD, Meaning, load
from fogline.records.errors import EngineError

PLAN = "The Front plans to withdraw from Karsin if the talks succeed, a spokesman said. The governor has not replied."
ORDER = "No order to leave the bridge was given, the colonel said. Some 40 men still hold it."
CLOSED = "The hospital in Talvek is still closed, the aid agency said on Monday."
SHELLS = "Two shells hit a clinic on Saturday, wounding three nurses."


@pytest.mark.parametrize(
    ("passage", "sentence", "kind"),
    [
        (PLAN, "The Front has pulled out of Karsin, according to its spokesman.", "status"),
        (PLAN, "The governor turned the offer down.", "status"),
        (ORDER, "The colonel said that the order to give up the bridge had come.", "negation"),
        (CLOSED, "Talvek's hospital has opened its doors again, the aid agency said on Monday.", "negation"),
        (SHELLS, "A clinic was struck by two shells on Friday; three nurses were hurt.", "time"),
    ],
)
def test_another_meaning_is_seen_in_other_words(passage: str, sentence: str, kind: str) -> None:
    (doubt,) = load().read([(passage, sentence)])
    assert doubt.chance > 0.5
    assert doubt.kind == kind
    assert doubt.altered in sentence
    assert doubt.original in passage


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        (PLAN, "The Front intends to leave Karsin should the talks come to a good end, in its spokesman's words."),
        (PLAN, "So far no answer has come from the governor."),
        (ORDER, "About forty men remain at the bridge."),
        (CLOSED, "Talvek's hospital remained shut on Monday, according to the agency."),
        (SHELLS, "Three nurses were hurt on Saturday when a clinic was struck by a pair of shells."),
    ],
)
def test_the_same_meaning_in_other_words_is_none(passage: str, sentence: str) -> None:
    (doubt,) = load().read([(passage, sentence)])
    assert doubt.chance < 0.5


def test_what_is_read_among_others_is_read_as_alone() -> None:
    asked = [
        (PLAN, "The governor turned the offer down."),
        (SHELLS, "Three nurses were hurt."),
        (CLOSED, "It is shut."),
    ]
    assert load().read(asked) == [load().read([one])[0] for one in asked]
    assert load().read([]) == []


@settings(max_examples=25)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_are_read(passage: str, sentence: str) -> None:
    (doubt,) = load().read([(passage, sentence)])
    assert 0 <= doubt.chance <= 1
    assert doubt.altered in sentence
    assert doubt.original in passage


def test_of_long_texts_the_first_pieces_are_read() -> None:
    long, tail = "the army took the town and " * 40, "left it to the Front of Dor"
    asked = [(long + tail, "It did."), (long, "It did."), ("It did.", long + tail), ("It did.", long)]
    first, second, third, fourth = load().read(asked)
    assert (first, third.chance) == (second, fourth.chance)
    assert len(long.split()) > max(MOST_SOURCE, MOST_TOLD)


def test_a_missing_network_is_told(tmp_path: Path) -> None:
    (tmp_path / "meaning.json").write_text('{"kinds": [], "pointed": 0.5}', encoding="utf-8")
    with pytest.raises(EngineError):
        Meaning(tmp_path)


def test_a_missing_mark_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "SHIPPED", tmp_path)
    with pytest.raises(EngineError, match="install fogline anew"):
        meaning.mark.__wrapped__()
