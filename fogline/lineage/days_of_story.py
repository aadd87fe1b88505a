"""What the dated reports of the same happenings tell of the day of a report without kin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from zlib import crc32

from fogline.lineage.day_words import DayWord, near
from fogline.lineage.days_beside import DAY, Known, words_beside, words_of
from fogline.lineage.days_of_kin import is_after, names
from fogline.lineage.days_since import since, starts
from fogline.lineage.families import Kindred
from fogline.lineage.fingerprints import CROWD, FEWEST_KEYS, pairs_among
from fogline.records import DayWitness, Origin, WitnessKind

OFTEN = 3  # a weekday that a report names so often is its own day
ALIKE = 0.4  # share of a sentence from which its day words speak for another reporter's
NAMED = 2  # so much more counts a day whose weekday the report names
NEAREST = 6  # reports that are asked
SAME_DAYS = 14  # from the story's day, within which reports tell of the same happenings

Key = tuple[str, str]


class Stories:
    """The dated tellings by the names and numbers that they join, and the first of the origin of each, with its day."""

    def __init__(self, kindred: Kindred, origins: Sequence[Origin], known: Mapping[int, Known]) -> None:
        self._kindred = kindred
        self._known = known
        self._first: dict[int, Known] = {}
        self._holders: dict[Key, list[int]] = {}
        numbers = kindred.tellings.numbers
        for origin in origins:
            dated = [i for r in origin.report_ids if (i := numbers.get(r)) in known and i is not None]
            if dated:
                first = min(dated, key=lambda i: (known[i].day, i))
                self._first |= dict.fromkeys(dated, known[first])
        kindred.anchors.load(range(kindred.count))
        for index in sorted(known):
            for key in _keys(kindred.anchors[index]):
                self._holders.setdefault(key, []).append(index)

    def witnesses(self, report_id: str, member: int) -> Iterator[DayWitness]:
        """The day that most of the nearest reports are of, what day words tell beside theirs, a weekday named often.

        A report that names no day at all may be of any.
        """
        words = words_of(self._kindred, member)
        shared = self._nearest(member)
        if not shared:
            yield from self._of_little(report_id, member, words)
            return
        day, ground = self._commonest(shared, words)
        theirs = words_of(self._kindred, self._kindred.tellings.numbers[ground])
        late = DAY if is_after(words, day, theirs) else 0 * DAY
        yield DayWitness(report_id, WitnessKind.STORY if words else WitnessKind.UNSAID, day + late, ground)
        yield from self._since(report_id, member, shared, day)
        asked = [(i, ALIKE) for i in shared if abs((self._known[i].day - day).days) <= SAME_DAYS]
        yield from words_beside(self._kindred, self._known, (report_id, member), asked)
        if (own := often(words)) is not None:
            told = near(own, day)
            yield DayWitness(report_id, WitnessKind.NEWS, told, ground, f"{told:%A}")

    def _of_little(self, report_id: str, member: int, words: Sequence[DayWord]) -> Iterator[DayWitness]:
        """What the likest report tells where little is shared: since when days are counted, or which weekday is meant.

        It must be one weekday alone that the report names.
        """
        shared = self._shared(_keys(self._kindred.anchors[member]))
        nearest = sorted(shared, key=lambda i: (-shared[i], i))[:NEAREST]
        if not nearest:
            return
        first = self._first[nearest[0]]
        counted = list(self._since(report_id, member, nearest, first.day))
        yield from counted
        named = {word.weekday for word in words if word.weekday is not None}
        if not counted and len(named) == 1 and not any(word.offset is not None for word in words):
            told = near(named.pop(), first.day)
            yield DayWitness(report_id, WitnessKind.NEWS, told, first.report_id, f"{told:%A}")

    def _since(self, report_id: str, member: int, asked: Iterable[int], day: date) -> Iterator[DayWitness]:
        """The days that the report's counts come to, since what the others tell."""
        pieces = self._kindred.tellings.pieces
        known = [
            start for i in asked for start in starts(pieces(i), self._known[i].day, self._known[i].report_id)
        ]  # fmt: skip
        for told, ground, sentence in since(pieces(member), known, day):
            yield DayWitness(report_id, WitnessKind.SINCE, told, ground, sentence)

    def clues(self, member: int) -> set[int]:
        """The keys by which a telling asks others, hashed; what a crowd has asks nobody."""
        keys = _keys(self._kindred.anchors[member])
        return {hashed(key) for key in keys if len(self._holders.get(key, ())) <= CROWD}

    def about(self, member: int) -> date | None:
        """The first day of the likest report, however little is shared: enough to tell the year of a dateline."""
        shared = self._shared(_keys(self._kindred.anchors[member]))
        likest = min(shared, key=lambda i: (-shared[i], i), default=None)
        return None if likest is None else self._first[likest].day

    def _nearest(self, member: int) -> dict[int, int]:
        """The dated tellings that join most of the same names and numbers, with how many."""
        shared = self._shared(pairs_among(self._kindred.anchors[member]))
        ranked = sorted(shared, key=lambda i: (-shared[i], i))[:NEAREST]
        return {i: shared[i] for i in ranked if shared[i] >= FEWEST_KEYS}

    def _shared(self, keys: Iterable[Key]) -> Counter[int]:
        """How many of these keys each dated telling has; a key that a crowd has is no clue."""
        shared: Counter[int] = Counter()
        for key in keys:
            holders = self._holders.get(key, ())
            shared.update(holders if len(holders) <= CROWD else ())
        return shared

    def _commonest(self, shared: Mapping[int, int], words: Sequence[DayWord]) -> tuple[date, str]:
        """The day that most is shared with, twice as much where the report names its weekday; and a report of that day.

        Every origin counts for its first day: who retells it later tells of the same happenings.
        """
        weekdays = [] if any(word.offset is not None for word in words) else words
        weights: Counter[date] = Counter()
        for index, count in shared.items():
            day = self._first[index].day
            weights[day] += count * (NAMED if names(weekdays, day) else 1)
        best = min(weights, key=lambda d: (-weights[d], d))
        nearest = min((i for i in shared if self._first[i].day == best), key=lambda i: (-shared[i], i))
        return best, self._first[nearest].report_id


def clues_of(kindred: Kindred, tellings: Collection[int]) -> set[int]:
    """The keys by which these tellings may be asked for a day, hashed."""
    kindred.anchors.load(tellings)
    return {hashed(key) for telling in tellings for key in _keys(kindred.anchors[telling])}


def hashed(key: Key) -> int:
    """A key as a number of 32 bits."""
    return crc32("\x1f".join(key).encode())


def _keys(sentences: Sequence[Sequence[str]]) -> dict[Key, None]:
    """The pairs of names and numbers that stand in one sentence, and each alone."""
    alone: dict[Key, None] = {(anchor, ""): None for anchors in sentences for anchor in anchors}
    return alone | pairs_among(sentences)


def often(words: Sequence[DayWord]) -> int | None:
    """The weekday that a report names most, if it does so often and never says "yesterday" or "today"."""
    count = Counter(word.weekday for word in words if word.weekday is not None)
    if not count or any(word.offset is not None for word in words):
        return None
    best = min(count, key=lambda d: (-count[d], d))
    return best if count[best] >= OFTEN else None
