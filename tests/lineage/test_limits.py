"""What limits a statement, put or dropped in a sentence told in other words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fogline.lineage.limits import known, limits
from fogline.lineage.matches import Facts, Match
from fogline.lineage.tellings import read_tellings

from .conftest import Make


def match(make: Make, original: str, altered: str) -> Match:
    mine, theirs = (read_tellings((make("a", text),))[0] for text in (altered, original))
    return Match(mine.sentences[0], theirs.sentences[0], Facts.of(mine), Facts.of(theirs))


@pytest.mark.parametrize(
    ("original", "altered", "change"),
    [
        (
            "All bridges over the river have been blown by engineers.",
            "Engineers have blown most of the bridges over the river.",
            ("scope", "all bridges over the", "most of the bridges over"),
        ),
        (
            "The garrison refused to surrender the fort.",
            "The garrison surrendered the fort in the evening.",
            ("negation", "refused to surrender the", "-"),
        ),
        (
            "Shells struck the mill in the morning.",
            "In the morning shells reportedly struck the mill.",
            ("certainty", "-", "reportedly struck the mill"),
        ),
        (
            "The army shelled the harbour.",
            "The army threatened to shell the harbour.",
            ("certainty", "-", "threatened to shell the harbour"),
        ),
    ],
)
def test_a_limit_is_compared_by_what_it_governs(
    make: Make, original: str, altered: str, change: tuple[str, str, str]
) -> None:
    assert change in {(c.kind, c.original, c.altered) for c in limits(match(make, original, altered))}


@pytest.mark.parametrize(
    ("original", "altered"),
    [
        ("Shells might have struck the mill.", "Shells may have struck the mill."),  # another word for it
        ("He denied that the mill was lost, and police went home.", "Police went home, he said."),  # another clause
        ("The troops came in May with mortars.", "The troops came with mortars."),  # a month
        ("Everyone left the mill.", "Everybody left the mill."),
        ("The army will shell the harbour.", "The army is about to shell the harbour."),
    ],
)
def test_the_same_limit_in_other_words_is_no_change(make: Make, original: str, altered: str) -> None:
    assert list(limits(match(make, original, altered))) == []


def test_a_digest_drops_limits_by_nature(make: Make) -> None:
    pair = match(make, "The garrison refused to surrender the fort.", "The garrison surrendered the fort.")
    assert list(limits(replace(pair, digest=True))) == []


def test_a_sentence_beside_itself_has_no_change(make: Make) -> None:
    for limit in known():
        for cue in limit.cues:
            text = f"Men {' '.join(cue)} bridges harbour mills."
            assert list(limits(match(make, text, text))) == []


def test_one_cue_put_for_another_of_its_way_is_no_change(make: Make) -> None:
    pair = match(make, "Shells supposedly struck the mill.", "Shells purportedly struck the mill.")
    assert list(limits(pair)) == []
