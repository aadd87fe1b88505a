"""Which judgements stand."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fogline.records import Judgement, Verdict, standing, undoings

NOON = datetime(2030, 3, 6, 12, tzinfo=UTC)


def judge(verdict: Verdict = Verdict.KIN, *subjects: str, after_s: int = 0) -> Judgement:
    return Judgement(verdict, subjects or ("a", "b"), None, "desk", NOON + timedelta(seconds=after_s), "because")


def undo(judgement: Judgement, after_s: int = 1) -> Judgement:
    return judge(Verdict.UNDO, judgement.judgement_id, after_s=after_s)


def test_a_judgement_stands_until_it_is_undone() -> None:
    made = judge()
    assert standing([made]) == (made,)
    assert standing([made, undo(made)]) == ()
    assert undoings([made, undo(made)]) == {made.judgement_id: undo(made).judgement_id}


def test_an_undo_can_be_undone() -> None:
    made = judge()
    taken_back = undo(made)
    assert standing([made, taken_back, undo(taken_back, 2)]) == (made,)


def test_two_undos_both_have_to_be_undone() -> None:
    made = judge()
    first, second = undo(made, 1), undo(made, 2)
    assert standing([made, first, second, undo(first, 3)]) == ()
    assert standing([made, first, second, undo(first, 3), undo(second, 4)]) == (made,)


def test_the_oldest_stands_first_and_a_moment_without_a_zone_is_utc() -> None:
    late, early = judge(after_s=9), judge(Verdict.NOT_KIN)
    bare = Judgement(Verdict.STORY, ("a", "b"), None, "desk", datetime(2030, 3, 6, 12, 0, 5), "because")
    assert standing([late, bare, early]) == (early, bare, late)


@st.composite
def decisions(draw: st.DrawFn) -> list[Judgement]:
    """Judgements, and undos of them and of one another."""
    made = [judge(after_s=n) for n in range(draw(st.integers(1, 3)))]
    for step in range(draw(st.integers(0, 5))):
        made.append(undo(draw(st.sampled_from(made)), 10 + step))
    return made


@given(decisions(), st.randoms(use_true_random=False))
def test_what_stands_does_not_depend_on_the_order(made: list[Judgement], chance: random.Random) -> None:
    shuffled = chance.sample(made, len(made))
    assert standing(shuffled) == standing(made) == standing([*made, *shuffled])


@given(decisions())
def test_undoing_all_that_stands_leaves_nothing(made: list[Judgement]) -> None:
    assert standing([*made, *(undo(j, 99) for j in standing(made))]) == ()
