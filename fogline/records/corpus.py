"""What the corpus stages fold over, and what they make of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fogline.records.claim import Claim
from fogline.records.dating import DayWitness
from fogline.records.dispute import Dispute
from fogline.records.event import Event
from fogline.records.holding import Holding
from fogline.records.judged import Judged
from fogline.records.kinship import Alteration, Kinship, Origin
from fogline.records.name import Actor, Place
from fogline.records.reading import Reading, ReportDay
from fogline.records.story import Story


@dataclass(frozen=True, slots=True)
class Corpus:
    """The readings of a record in the order of their ids, with the places and actors that their claims name."""

    readings: tuple[Reading, ...]
    places: Mapping[str, Place] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    origins: tuple[Origin, ...] = ()
    judged: Judged = field(default_factory=Judged)

    def claims(self) -> Iterator[Claim]:
        """Every claim, report by report, in the order of the text."""
        for reading in self.readings:
            yield from reading.claims or ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """What lineage found: kin, origins, alterations, stories, and the days of reports.

    `days` are those that it inferred for undated reports, and those that a person judged; `witnesses` are all that
    speaks for the day of any report, for or against the one that was taken.  Of the reports that are `standing`, kin,
    alterations and witnesses are as the record holds them, and are not given.  Where it is told which reports were
    `retold`, only the stories that these stand in now are given: no other story of theirs is left, and all stories of
    others are as the record holds them.  A lineage that is `of` some reports tells of these alone: they are whole
    circles, and all others are as the record holds them.
    """

    kin: tuple[Kinship, ...] = ()
    origins: tuple[Origin, ...] = ()
    alterations: tuple[Alteration, ...] = ()
    days: Mapping[str, ReportDay] = field(default_factory=dict)
    witnesses: tuple[DayWitness, ...] = ()
    stories: tuple[Story, ...] = ()
    standing: frozenset[str] = frozenset()
    retold: frozenset[str] | None = None
    of: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Views:
    """Everything that is derived from claims and judgements, and can be dropped and rebuilt."""

    lineage: Lineage = field(default_factory=Lineage)
    events: tuple[Event, ...] = ()
    holdings: tuple[Holding, ...] = ()
    disputes: tuple[Dispute, ...] = ()
