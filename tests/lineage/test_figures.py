"""Numbers as figures: what they count, as what bound, and when two of them differ."""

from __future__ import annotations

import pytest

from fogline.lineage.figures import Figure, differ, figures_in, is_sum
from fogline.lineage.tokens import names_of, read, tokens


def figures(text: str) -> list[Figure]:
    raw = read(text)
    return figures_in(tokens(raw, names_of([raw])))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It lies 160 kilometres away.", "It lies 100 miles away."),
        ("It took forty-eight hours.", "It took two days."),
        ("Some 1,105 people fled.", "More than 1,100 people fled."),
    ],
)
def test_a_converted_or_rounded_amount_does_not_differ(one: str, other: str) -> None:
    assert not differ(figures(one)[0], figures(other)[0])


def test_another_amount_differs_and_another_measure_is_not_compared() -> None:
    assert differ(figures("Nine men died.")[0], figures("Nineteen men died.")[0])
    assert not differ(figures("Nine men died.")[0], figures("It took 19 days.")[0])


@pytest.mark.parametrize(
    ("text", "bound"),
    [("At least 40 men died.", "least"), ("Up to 40 men died.", "most"), ("Control over five towns ended.", "")],
)
def test_bounds_are_read(text: str, bound: str) -> None:
    assert figures(text)[0].bound == bound


def test_the_sum_of_two_figures_is_known() -> None:
    assert is_sum(figures("In all 49 fell.")[0], figures("They lost 35 soldiers and 14 rebels."))


def test_a_day_of_a_month_is_a_time_and_a_battalion_has_a_name() -> None:
    assert [f.kind for f in figures("On February 19 the 57th Battalion left.")] == ["time", "name"]
