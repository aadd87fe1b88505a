"""What the holdings of a line rest on beside its own claims, and the lines that need not be worked out again."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from fogline.control.holders import Holders
from fogline.control.parties import Parties
from fogline.control.places import Line
from fogline.control.reliability import Letters
from fogline.control.takers import Takers
from fogline.control.watching import World
from fogline.control.windows import NAMES, SIGNS, TAKER, Answers, WindowedTakers, Windows
from fogline.records import ClaimType, Holding
from fogline.records.lookups import BEHIND, Asked, Tables, Watched, note, recall, told_by
from fogline.records.sources import Sources
from fogline.records.working import Workings


class Passed(Mapping[str, bool]):
    """Whether the record has a report of a day (in ISO form) or of a later one."""

    def __init__(self, sources: Sources) -> None:
        self._latest = max(sources.days.values(), default=date.min).isoformat()

    def __getitem__(self, day: str) -> bool:
        return day <= self._latest

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


@dataclass(frozen=True, slots=True)
class Ground:
    """The tables of the whole record, as far as holdings rest on them."""

    sources: Sources
    parties: Parties
    holders: Holders
    takers: Takers  # of all years
    windows: Windows  # the same by months
    letters: Letters
    passed: Mapping[str, bool]
    answers: Answers  # who took what, as lines ask it

    def has_passed(self, day: date) -> bool:
        """Whether the record has a report of that day or a later one."""
        return self.passed[day.isoformat()]

    def may_be_kept(self) -> bool:
        """Whether nobody judged a source: that bears on all that it says."""
        return not self.letters.given and not self.sources.doubted

    @property
    def world(self) -> World:
        """What holdings and disputes both rest on."""
        return World(self.sources, self.parties, self.holders)

    def tables(self) -> Tables:
        """The tables by their names."""
        months = {SIGNS: self.windows.signs(self.takers), NAMES: self.windows.names()}
        return Tables(passed=self.passed, **{TAKER: self.answers}, **months, **self.world.tables())

    def watched(self, asked: Asked) -> Ground:
        """The same tables, noting into `asked` whatever is looked up in them."""
        world = self.world.watched(asked)
        passed = Watched("passed", self.passed, asked)
        return replace(self, sources=world.sources, parties=world.parties, holders=world.holders, passed=passed)

    def takers_for_a_line(self, watched: Ground, asked: Asked) -> Takers:
        """The takers as one line asks them, over its watched tables, noting into `asked` what it asks."""
        behind = self.world.watched(asked, BEHIND)
        return cast("Takers", WindowedTakers(self.windows, watched.world, behind, asked, self.answers))


@dataclass(frozen=True, slots=True)
class Kept:
    """Lines as they were worked out before, where that still holds."""

    ground: Ground
    workings: Workings
    changed: Container[str]  # the ids of the claims that a person changed
    tables: Tables

    def of(self, line: Line, work_out: Callable[[Line, Ground, Takers], list[Holding]]) -> list[Holding]:
        """The holdings of a line: those of before, or worked out."""
        part, own = f"line {line.key}", self._own(line)
        found = recall(self.workings, part, own, self.tables, Holding)
        if found is None:
            asked: Asked = {}
            ground = self.ground.watched(asked)
            found = work_out(line, ground, self.ground.takers_for_a_line(ground, asked))
            note(self.workings, part, own, asked=asked, tables=self.tables, found=[h.holding_id for h in found])
        return found

    def _own(self, line: Line) -> str:
        """What stands for all that the line has of its own."""
        links = (c.anchor for c in line.claims if c.type is ClaimType.LINK)
        beside = [sorted(self.ground.holders.beside.get(anchor, ())) for anchor in links]
        named = (line.name, line.place, line.around, beside)
        return told_by(line.claims, self.changed.__contains__, *named, told_by(line.wider, self.changed.__contains__))
