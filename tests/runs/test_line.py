"""The line of stages: each finds what it needs, and a refusal ends the line for its report."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.records import Reading, Refusal
from fogline.records.errors import StageOrder
from fogline.runs.line import FROM_INTAKE, check_order, pass_through, reading_line


@dataclass(frozen=True)
class Stage:
    """A stage that only says what it needs and gives."""

    name: str
    needs: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    refuses: bool = False

    def __call__(self, reading: Reading) -> Reading:
        """Add the stage's name to the title, so that it can be seen who was there."""
        seen = replace(reading, title=f"{reading.title or ''}{self.name}")
        return replace(seen, refusal=Refusal(self.name, "cannot be read")) if self.refuses else seen


def test_the_shipped_line_stands_in_order() -> None:
    stages = reading_line()
    check_order(stages)
    assert [stage.name for stage in stages] == ["text", "language", "mentions", "claims", "grounding"]


def test_the_shipped_line_stands_in_no_other_order() -> None:
    with pytest.raises(StageOrder):
        check_order(tuple(reversed(reading_line())))


@pytest.mark.parametrize("missing", range(3))
def test_a_stage_that_finds_nothing_is_named_with_what_it_lacks(missing: int) -> None:
    stages = list(reading_line())
    lacks = stages.pop(missing).gives[0]
    with pytest.raises(StageOrder, match=lacks):
        check_order(stages)


@given(st.permutations(["a", "b", "c", "d"]))
def test_only_the_order_of_their_needs_passes(order: list[str]) -> None:
    stages = {
        "a": Stage("a", (), ("x",)),
        "b": Stage("b", ("x",), ("y",)),
        "c": Stage("c", ("x", "y"), ("z",)),
        "d": Stage("d", ("z",)),
    }
    if order == ["a", "b", "c", "d"]:
        check_order([stages[name] for name in order])
    else:
        with pytest.raises(StageOrder):
            check_order([stages[name] for name in order])


def test_what_intake_gives_need_not_be_given() -> None:
    given = Stage("a", tuple(FROM_INTAKE))
    check_order([given])
    with pytest.raises(StageOrder):
        check_order([Stage("a", (*FROM_INTAKE, "what nobody gives"))])
    assert set(given.needs) == set(FROM_INTAKE)


def test_a_refusal_ends_the_line_for_its_report() -> None:
    stages = [Stage("a"), Stage("b", refuses=True), Stage("c")]
    assert pass_through(Reading("r", "x"), stages).title == "ab"
    refused = Reading("r", "x", refusal=Refusal("intake", "is empty"))
    assert pass_through(refused, stages) is refused
