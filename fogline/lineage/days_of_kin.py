"""What the dated kin of an undated report tell of its day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from fogline.lineage.day_words import DayWord
from fogline.lineage.days_beside import CARRIED, LINKED, WITNESSES, Known, words_beside, words_of
from fogline.lineage.families import Family, Kindred
from fogline.records import DayWitness, Kinship, WitnessKind

FOLLOWS = 3  # days within which an update follows
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Relatives:
    """The dated kin of every telling: those of its family, and those that it carries text over from, or they from it.

    `dated` has the dated tellings of each telling's family, the earliest first, no more than are asked.
    """

    kindred: Kindred
    known: Mapping[int, Known]
    family: Mapping[int, Family]
    dated: Mapping[int, tuple[int, ...]]
    sources: Mapping[str, str]
    derived: Mapping[str, Sequence[str]]
    tellings: Mapping[str, int]

    @classmethod
    def of(
        cls, kindred: Kindred, families: Sequence[Family], kin: Sequence[Kinship], known: Mapping[int, Known]
    ) -> Relatives:
        """Read it off what lineage found."""
        dated: dict[int, tuple[int, ...]] = {}
        for family in families:
            told = sorted((i for i in family.members if i in known), key=lambda i: (known[i].day, i))
            dated |= dict.fromkeys(family.members, tuple(told[: WITNESSES + 1]))
        derived: dict[str, list[str]] = {}
        for row in kin:
            derived.setdefault(row.source, []).append(row.report_id)
        return cls(
            kindred,
            known,
            {member: family for family in families for member in family.members},
            dated,
            {row.report_id: row.source for row in kin},
            derived,
            kindred.tellings.numbers,
        )

    def witnesses(self, report_id: str, member: int) -> Iterator[DayWitness]:
        """All that dated kin say; nothing where there are none."""
        if member in self.known:  # the same words under another id
            known = self.known[member]
            yield DayWitness(report_id, WitnessKind.KIN, known.day, known.report_id)
            return
        mates = self._mates(report_id, member)
        asked = [(i, LINKED if self.family[i] is self.family[member] else CARRIED) for i in mates]
        worded = list(words_beside(self.kindred, self.known, (report_id, member), asked))
        yield from worded
        if len(worded) == 1:  # what else is told by rests on the same words
            return
        told = self._as_derived(report_id, member) or self._as_source(report_id, member, mates)
        if told is not None:
            yield told

    def _mates(self, report_id: str, member: int) -> list[int]:
        """The dated tellings that are kin: source, those derived, the family."""
        source = self.sources.get(report_id)
        linked = ([source] if source else []) + list(islice(self.derived.get(report_id, ()), WITNESSES))
        near = [self.tellings[r] for r in linked if r in self.tellings] + list(self.dated[member])
        return [i for i in dict.fromkeys(near) if i != member and i in self.known][:WITNESSES]

    def _as_derived(self, report_id: str, member: int) -> DayWitness | None:
        """What the day of its source tells: of the first dated telling of its own story, else of what it updates."""
        words = words_of(self.kindred, member)
        if self.family[member].members[0] != member and self.dated[member]:
            first = self.dated[member][0]
            source, theirs = self.known[first], words_of(self.kindred, first)
            late = is_late(words, source.day, theirs)
            if late is None and names(words, source.day):
                late = self._as_siblings(member, source.day, theirs)
            kind, day = (WitnessKind.NEXT, source.day + DAY) if late else (WitnessKind.KIN, source.day)
            return DayWitness(report_id, kind, day, source.report_id)
        before = self.tellings.get(self.sources.get(report_id, ""))
        if before is None or not self.dated[before] or self.family[before] is self.family[member]:
            return None
        source = self.known[self.dated[before][0]]
        return DayWitness(report_id, WitnessKind.NEXT, after_update(words, source.day), source.report_id)

    def _as_siblings(self, member: int, source: date, theirs: Sequence[DayWord]) -> bool:
        """Whether more retellings that keep the weekday of their source are of the next day than of the same."""
        later = 0
        for other in self.dated[member][1:]:
            day, words = self.known[other].day, words_of(self.kindred, other)
            if names(words, source) and is_late(words, source, theirs) is None:
                later += (day == source + DAY) - (day == source)
        return later > 0

    def _as_source(self, report_id: str, member: int, mates: Sequence[int]) -> DayWitness | None:
        """What the day of the first that derives from it tells: the same; the day before, if it names that one; or two
        days after, if it tells of that day as one before yesterday: then it is no source, whatever it looks like."""
        if not mates:
            return None
        first = min((self.known[i] for i in mates), key=lambda known: (known.day, known.report_id))
        words = words_of(self.kindred, member)
        before = names(words, first.day - DAY) and not names(words, first.day)
        if is_past(words, first.day):
            return DayWitness(report_id, WitnessKind.NEXT, first.day + 2 * DAY, first.report_id)
        kind, day = (WitnessKind.NEXT, first.day - DAY) if before else (WitnessKind.KIN, first.day)
        return DayWitness(report_id, kind, day, first.report_id)


def names(words: Iterable[DayWord], day: date) -> bool:
    """Whether day words name the weekday of a day."""
    return any(word.weekday == day.weekday() for word in words)


def is_past(words: Sequence[DayWord], day: date) -> bool:
    """Whether a report tells of a day as one before yesterday: it says "yesterday", never "today", and names that day.

    Who says "yesterday" calls only other days by their names.
    """
    offsets = {word.offset for word in words if word.offset is not None}
    return -1 in offsets and 0 not in offsets and names(words, day) and not names(words, day + DAY)


def after_update(words: Sequence[DayWord], source: date) -> date:
    """The day of an update: the one after its source's that it names most, else the next, or the one after that."""
    count = Counter(word.weekday for word in words if word.weekday is not None)
    ahead = [source + DAY * n for n in range(1, FOLLOWS + 1) if count[(source + DAY * n).weekday()]]
    first = source + DAY * (1 + is_past(words, source))
    return max(ahead, key=lambda d: (count[d.weekday()], -d.toordinal()), default=first)


def is_late(words: Sequence[DayWord], source: date, theirs: Sequence[DayWord] = ()) -> bool | None:
    """Whether a retelling is of the day after its source's; `theirs` are the source's day words.

    It is if it says "yesterday", or names that day where its source does not (who does looks ahead: "talks on Monday");
    no if it says "today".  `None` where it says neither: whoever keeps the weekday of its source may be of the same day
    or of the next.
    """
    said = next((word.offset for word in words if word.offset is not None and word.offset <= 0), None)
    if said is not None:
        return said < 0
    return True if names(words, source + DAY) and not names(theirs, source + DAY) else None


def is_after(words: Sequence[DayWord], day: date, theirs: Sequence[DayWord]) -> bool:
    """Whether a report is of the day after another's, of whose happenings it tells: it says "yesterday".

    The other must tell them as of its own day: who says "yesterday" as well may be of the same one.
    """
    said, others = ([w.offset for w in told if w.offset is not None and w.offset <= 0] for told in (words, theirs))
    return said[:1] == [-1] and names(theirs, day) and -1 not in others
