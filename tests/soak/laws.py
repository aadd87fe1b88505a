"""The laws of the record, each tried on as many examples as its caller wants."""

from __future__ import annotations

import random
from collections.abc import Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from fogline.control import at
from fogline.records import Judgement, Reading, Verdict
from tests.soak.courses import Course, Player, Straight, courses
from tests.soak.reports import JUDGEMENTS

DAYS = (date(2020, 2, 25), date(2020, 3, 20))  # about those that the short reports speak of


def thorough(examples: int) -> settings:
    """That many examples, however long each takes."""
    phases = (Phase.generate, Phase.shrink)
    checks = list(HealthCheck)
    return settings(max_examples=examples, phases=phases, suppress_health_check=checks, database=None)


def hold_for_any_course(
    read: dict[str, Reading], address: str | Path, examples: int, *, most: int, judgements: Sequence[Judgement] = ()
) -> int:
    """Any order, batches, repeats and restarts give the canonical text of the plainest way.  Gives how many ran."""
    straight, player = Straight(read), Player(address, read)
    with closing(straight), closing(player):

        @thorough(examples)
        @given(courses(sorted(read), judgements, most))
        def law(course: Course) -> None:
            note(str(course.steps))
            assert player.play(course) == straight.made(course.reports, course.judgements)

        law()
        return player.played


def undoing_leaves_nothing(read: dict[str, Reading], address: str | Path, examples: int) -> int:
    """Judgements that are undone, in any order, leave the record as if they had never been, but for their rows."""
    straight, player = Straight(read), Player(address, read)
    first = [j for j in JUDGEMENTS if j.verdict is not Verdict.UNDO]
    with closing(straight), closing(player):

        @thorough(examples)
        @given(courses(sorted(read), first, 5), st.randoms(use_true_random=False))
        def law(course: Course, chance: random.Random) -> None:
            undone = [_undo(judgement) for judgement in course.judgements]
            chance.shuffle(undone)
            steps = (*course.steps, *undone)
            note(str(steps))
            text = player.play(Course(course.reports, frozenset(), steps))
            assert without(text, "judgements") == without(straight.made(course.reports), "judgements")

        law()
        return player.played


def as_of_agrees_with_a_replay(read: dict[str, Reading], address: str | Path, examples: int) -> int:
    """What held on any day is what a record says that is read from scratch; and one thing held at a time."""
    straight, player = Straight(read), Player(address, read)
    with closing(straight), closing(player):

        @thorough(examples)
        @given(courses(sorted(read), JUDGEMENTS, 5), st.dates(*DAYS))
        def law(course: Course, day: date) -> None:
            note(f"{day}: {course.steps}")
            player.play(course)
            there = at(player.views().holdings, day)
            assert there == at(straight.views(course.reports, course.judgements).holdings, day)
            assert len({holding.place for holding in there}) == len(there)

        law()
        return player.played


def _undo(judgement: Judgement) -> Judgement:
    when = judgement.when + timedelta(hours=1)
    return Judgement(Verdict.UNDO, (judgement.judgement_id,), None, "Ben", when, "she was not")


def without(text: str, table: str) -> str:
    """The canonical text without the lines of a table."""
    mark = f'"table": "{table}"'
    return "".join(line for line in text.splitlines(keepends=True) if mark not in line)
