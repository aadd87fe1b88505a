"""Who most probably holds a place, by weighing what is said of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.control.belief import Belief
from fogline.control.parties import Parties

GREEN, BROWN = frozenset({"green"}), frozenset({"brown"})
WEIGHTS = st.floats(0.0, 0.95)
STEPS = st.lists(st.tuples(st.sampled_from(("move", "leave", "deny")), st.sampled_from((GREEN, BROWN)), WEIGHTS))


def belief():
    return Belief(Parties({}, {}))


def moved(*words):
    found = belief()
    for camp, weight in words:
        found.move_to({camp: [weight]}, from_nobody=True)
    return found


def test_a_later_word_takes_its_weight_from_an_earlier_one():
    found = moved((GREEN, 0.9), (BROWN, 0.6))
    assert found.of(BROWN) == pytest.approx(0.6)
    assert found.of(GREEN) == pytest.approx(0.36)
    assert found.open == pytest.approx(0.04)
    assert found.leaders()[0] == BROWN


def test_several_words_of_one_day_are_surer_than_one_and_rivals_share():
    found = belief()
    found.move_to({GREEN: [0.5, 0.5], BROWN: [0.5]}, from_nobody=True)
    assert found.of(GREEN) > found.of(BROWN) > 0
    assert found.open == pytest.approx(0.125)


def test_who_leaves_leaves_it_to_nobody_and_a_denial_to_the_others():
    found = moved((GREEN, 0.4), (BROWN, 0.5))
    found.deny([BROWN], 0.5)
    assert found.of(BROWN) == pytest.approx(0.25)
    assert found.of(GREEN) == pytest.approx(0.3)
    found.leave([GREEN], 1.0)
    assert found.of(GREEN) == 0.0
    assert found.nobody == pytest.approx(0.75)


def test_who_leaves_may_leave_it_to_who_came_and_nobody_gets_nothing():
    found = moved((GREEN, 0.8), (BROWN, 0.5))
    found.yield_to([BROWN], [GREEN], 1.0)
    assert found.of(GREEN) == 0.0
    assert found.of(BROWN) == pytest.approx(0.9)
    assert found.nobody == 0.0


@given(STEPS)
def test_the_shares_are_never_less_than_nothing_nor_more_than_all(steps):
    found = belief()
    for act, camp, weight in steps:
        if act == "move":
            found.move_to({camp: [weight]}, from_nobody=True)
        else:
            (found.leave if act == "leave" else found.deny)([camp], weight)
        assert all(share >= 0 for share in found.shares.values())
        assert found.nobody >= 0
        assert sum(found.shares.values()) + found.nobody <= 1 + 1e-9
