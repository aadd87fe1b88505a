"""The line of stages: each finds what it needs, and a refusal ends the line for its report."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.records import Reading, Refusal
from fogline.records.errors import StageOrder
from fogline.runs.line import (
    FROM_INTAKE,
    MOST_SIGNS,
    batches,
    check_order,
    pass_through,
    pass_together,
    reading_line,
)
from tests.runs.conftest import REPORTS


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


@settings(max_examples=10)
@given(st.lists(st.sampled_from([*(told["text"] for told in REPORTS), "", "It rained."]), max_size=6))
def test_reports_read_together_read_as_alone(texts: list[str]) -> None:
    readings = [Reading(f"r{i}", text) for i, text in enumerate(texts)]
    readings.append(Reading("no", "x", refusal=Refusal("intake", "is empty")))
    together = pass_together(readings, reading_line())
    alone = [pass_through(reading, reading_line()) for reading in readings]
    assert [replace(r, parse=None) for r in together] == [replace(r, parse=None) for r in alone]


@given(st.lists(st.integers(0, 90_000), max_size=60), st.integers(1, 20))
def test_batches_hold_each_report_once_in_its_order(sizes: list[int], most: int) -> None:
    readings = [Reading(f"r{i}", "x" * size) for i, size in enumerate(sizes)]
    made = list(batches(readings, most))
    assert [reading for batch in made for reading in batch] == readings
    assert all(len(batch) <= most for batch in made)
    assert all(len(batch) == 1 or sum(len(r.raw) for r in batch) <= MOST_SIGNS for batch in made)
