"""Courses: how the same reports and judgements may come into a record, one after the other."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hypothesis import strategies as st
from sqlalchemy import delete, text

from fogline.ledger import SqlLedger, open_ledger, tables
from fogline.records import Judgement, Reading, Views
from fogline.runs import rebuild
from fogline.runs.reading import keep

RESTART = "restart"
_FORGET = {  # the words of passages, which stand in no table of the metadata
    "sqlite": "INSERT INTO passage_words (passage_words) VALUES ('delete-all')",
    "postgresql": "DELETE FROM passage_words",
}
Step = tuple[str, ...] | Judgement | str  # ids that come together, a decision, or the program ends and begins again


@dataclass(frozen=True)
class Course:
    """What comes, and the steps in which it comes."""

    reports: frozenset[str]
    judgements: frozenset[Judgement]
    steps: tuple[Step, ...]


@st.composite
def courses(draw: st.DrawFn, ids: Sequence[str], judgements: Sequence[Judgement], most: int) -> Course:
    """Some of these reports, at most `most`, and some judgements: in any order, batches, repeats and restarts."""
    order = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=most, unique=True))
    chance = draw(st.randoms(use_true_random=False))
    judged = chance.sample(judgements, chance.choice([0, 0, 0, 1, 2]) if judgements else 0)
    steps: list[Step] = list(_batches(order, chance))
    for judgement in judged:
        steps.insert(chance.randint(0, len(steps)), judgement)
    if chance.random() < 0.5:
        steps.insert(chance.randint(0, len(steps)), RESTART)
    return Course(frozenset(order), frozenset(judged), tuple(steps))


def _batches(order: Sequence[str], chance: random.Random) -> Iterator[tuple[str, ...]]:
    """The reports cut into batches, some of which hold again what came before."""
    start = 0
    while start < len(order):
        end = chance.randint(start + 1, len(order))
        again = [one for one in order[:end] if chance.random() < 0.25]
        batch = [*order[start:end], *again]
        chance.shuffle(batch)
        yield tuple(batch)
        start = end


class Player:
    """Plays courses, one after the other, on one store, whose rows it deletes before each."""

    def __init__(self, address: str | Path, read: dict[str, Reading]) -> None:
        self._address, self._read = address, read
        self._ledger = open_ledger(address)
        self.played = 0

    def play(self, course: Course) -> str:
        """The record after the course, as its canonical text."""
        self.played += 1
        empty(self._ledger)
        for step in course.steps:
            if step == RESTART:
                self.restart()
            elif isinstance(step, Judgement):
                with self._ledger.transaction():
                    self._ledger.judge(step)
                    rebuild(self._ledger)
            else:
                keep(self._ledger, [self._read[report_id] for report_id in step])
        return self._ledger.canonical()

    def views(self) -> Views:
        """The views as they stand after the last course."""
        return self._ledger.views()

    def restart(self) -> None:
        """Close the record and open it again; one in memory would be gone by it."""
        if self._address != "sqlite://":
            self._ledger.close()
            self._ledger = open_ledger(self._address, create=False)

    def close(self) -> None:
        """Let go of the record."""
        self._ledger.close()


class Straight:
    """Records made in the plainest way: all at once, in the order of the ids, with one rebuild."""

    def __init__(self, read: dict[str, Reading]) -> None:
        self._read = read
        self._ledger = open_ledger("sqlite://")
        self.made = cache(self._made)

    def _made(self, reports: frozenset[str], judgements: frozenset[Judgement] = frozenset()) -> str:
        """The canonical text of the record of these."""
        empty(self._ledger)
        for judgement in sorted(judgements, key=lambda one: one.moment):
            self._ledger.judge(judgement)
        self._ledger.add([self._read[report_id] for report_id in sorted(reports)])
        rebuild(self._ledger)
        return self._ledger.canonical()

    def views(self, reports: frozenset[str], judgements: frozenset[Judgement]) -> Views:
        """The views of the record of these, made anew."""
        self._made(reports, judgements)
        return self._ledger.views()

    def close(self) -> None:
        """Let go of the record."""
        self._ledger.close()


def empty(ledger: SqlLedger) -> None:
    """Delete every row of a record."""
    with ledger._writing() as connection:
        for table in reversed(tables.metadata.sorted_tables):
            connection.execute(delete(table))
        connection.execute(text(_FORGET[connection.dialect.name]))
