"""How sure a day is, by what speaks for it and against it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.records import DayWitness, WitnessKind, confidence
from fogline.records.dating import RELIABILITY

DAY = date(2030, 3, 6)
kinds = st.sampled_from(WitnessKind)
near = st.integers(-3, 3).map(lambda n: DAY + timedelta(days=n))
witnesses = st.lists(st.builds(DayWitness, st.just("r"), kinds, near, st.sampled_from(["a", "b"])), max_size=6)


def witness(kind: WitnessKind, day: date = DAY, ground: str = "a") -> DayWitness:
    return DayWitness("r", kind, day, ground)


@pytest.mark.parametrize("kind", WitnessKind)
def test_one_witness_makes_a_day_as_sure_as_it_is_reliable(kind: WitnessKind) -> None:
    assert confidence(DAY, [witness(kind)]) == pytest.approx(RELIABILITY[kind], abs=0.005)


def test_a_day_that_nothing_speaks_for_is_not_sure_at_all() -> None:
    assert confidence(DAY, []) == 0


@given(witnesses)
def test_it_is_a_share_and_the_order_changes_nothing(told: list[DayWitness]) -> None:
    assert 0 <= confidence(DAY, told) <= 1
    assert confidence(DAY, told) == confidence(DAY, reversed(told))


@given(witnesses)
def test_the_shares_of_all_days_are_no_more_than_one(told: list[DayWitness]) -> None:
    assert sum(confidence(DAY + timedelta(days=n), told) for n in range(-3, 4)) <= 1.05


@given(kinds, kinds)
def test_agreement_makes_surer_and_contradiction_less_sure(one: WitnessKind, other: WitnessKind) -> None:
    alone = confidence(DAY, [witness(one)])
    if one is not other:
        assert confidence(DAY, [witness(one), witness(other, ground="b")]) >= alone
    assert confidence(DAY, [witness(one), witness(other, DAY + timedelta(days=1))]) <= alone


def test_a_crowd_of_one_kind_counts_once() -> None:
    crowd = [witness(WitnessKind.KIN, ground=str(n)) for n in range(50)]
    assert confidence(DAY, crowd) == confidence(DAY, crowd[:1])
