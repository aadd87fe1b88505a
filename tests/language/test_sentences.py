"""Sentences of news: what ends one, and what does not."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.language import split


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in split(text)]


@pytest.mark.parametrize(
    "told",
    [
        ["The army left Karsin.", "The town was quiet."],
        ["He met Lt. Gen. A. B. Orlan on Nov. 27 at the base.", "Nothing was said."],
        ["The U.S. Army flew them out.", "They landed at 3 p.m. on Friday."],
        ["Talks began at 5 a.m.", "The envoys left an hour later."],
        ["KARSIN —", "The U.N. said two convoys had arrived.", "More are due."],
        ["“We hold the bridge,” the spokesman said.", "“Nobody has left.”", "A resident disagreed."],
        ["“Is it over?” she asked.", "It was not."],
        ["Some 1,200 people fled.", "14 died."],
        ["Route No. 5 is closed.", "Vehicles turn back."],
        ["Gov. Dorn spoke in Washington, D.C., on Monday."],
        ["It lies 3.5 km from Karsin."],
        ["They left in 2011.", "In 2014 they came back."],
        ["He waited…", "Nobody came."],
        ["DORA, Norland, Jan. 27 (NNA) --", "The army left Karsin."],
        ["PORT DOR —", "Two ships left."],
    ],
)
def test_each_sentence_stands_alone(told):
    assert sentences(" ".join(told)) == told


def test_a_paragraph_ends_a_sentence_without_a_stop():
    assert sentences("Army leaves Karsin\n\nThe army left Karsin.") == ["Army leaves Karsin", "The army left Karsin."]


def test_a_line_wrapped_in_mid_sentence_goes_on():
    assert sentences("The army left\nthe town of Karsin.\nIt was quiet.") == [
        "The army left\nthe town of Karsin.",
        "It was quiet.",
    ]


def test_nothing_gives_nothing():
    assert split("") == ()
    assert split(" \n\t ") == ()


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_every_word_lies_in_exactly_one_sentence(text):
    spans = split(text)
    assert all(a < b and text[a:b].strip() == text[a:b] for a, b in spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    outside = "".join(
        text[a:b] for a, b in zip([0, *(s[1] for s in spans)], [*(s[0] for s in spans), len(text)], strict=True)
    )
    assert outside.strip() == ""


@pytest.mark.parametrize("piece", ["word ", ".", "A.", " ", '."', "x\n", "\t\r"])
def test_a_long_monotonous_text_is_split_in_linear_time(piece):
    def seconds(n: int) -> float:
        start = time.perf_counter()
        split(piece * n)
        return time.perf_counter() - start

    seconds(1_000)
    assert seconds(200_000) < 100 * max(seconds(10_000), 0.01)
