"""Day words beside those of dated reports: whose "yesterday" is another's "on Saturday", is of the day after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fogline.lineage.datelines import dateline
from fogline.lineage.day_words import WEEK, DayWord, find
from fogline.lineage.families import Kindred
from fogline.records import DayWitness, Reading, WitnessKind

LINKED = 0.25  # share of a sentence from which its day words speak for its kin's
CARRIED = 0.5  # the same for a report of another story, of which only whole sentences are carried over
WITNESSES = 12  # dated kin that are asked
HALF = 0.5  # of what speaks for the day that most speaks for: another day with so much is told, too
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Known:
    """The first day of a telling, and the report that it is of."""

    day: date
    report_id: str


def known_days(kindred: Kindred) -> dict[int, Known]:
    """The first day of every telling that has one."""
    found: dict[int, Known] = {}
    for telling in range(len(kindred.tellings)):
        dated = [(r.day.day, r.report_id) for r in kindred.reports(telling) if r.day is not None]
        if dated:
            found[telling] = Known(*min(dated))
    return found


def words_of(kindred: Kindred, telling: int) -> list[DayWord]:
    """The day words of a telling in order."""
    return [word for sentence in kindred.tellings.pieces(telling) for word in find(sentence)]


def words_beside(
    kindred: Kindred, known: Mapping[int, Known], report: tuple[str, int], mates: Iterable[tuple[int, float]]
) -> Iterator[DayWitness]:
    """The day that most day words of a report tell, and any other that half as much speaks for.

    `report` is an id and its telling; `mates` are tellings, each with the share of a sentence from which it counts.
    """
    report_id, member = report
    filed = filed_on(kindred.readings[report_id])
    votes: dict[date, list[tuple[float, str, str]]] = {}
    for other, least in mates:
        for told, share, sentence in votes_of(kindred, member, other, known[other].day):
            if share >= least:
                printed = told + DAY if told.weekday() == filed else told
                votes.setdefault(printed, []).append((-share, known[other].report_id, sentence))
    weights = {told: -sum(share for share, _, _ in given) for told, given in votes.items()}
    for told in sorted(weights):
        if weights[told] >= HALF * max(weights.values()):
            _, ground, sentence = min(votes[told])
            yield DayWitness(report_id, WitnessKind.WORDS, told, ground, sentence)


def filed_on(report: Reading) -> int | None:
    """The weekday of a dateline that names nothing else ("LONDON, Saturday."), 0 for Monday; of no such, `None`.

    That is the day on which it was filed, by which its "today" goes; a paper prints it on the next.
    """
    stated = dateline(report)
    return stated.weekday if stated is not None and stated.month is None else None


def votes_of(kindred: Kindred, member: int, other: int, day: date) -> Iterator[tuple[date, float, str]]:
    """The days on which a report must have been written, so that its "yesterday" is the day that the other names.

    Shape: each with the share of one sentence that the other tells, and the report's sentence; `day` is the other's.
    """
    likeness = kindred.likeness(member, other)
    links = {(i, j): share for i, j, share in likeness.first.links if share >= LINKED}
    for j, i, share in likeness.second.links:
        if share >= LINKED:
            links[i, j] = max(share, links.get((i, j), 0.0))
    mine, theirs = kindred.tellings.pieces(member), kindred.tellings.pieces(other)
    beside: dict[int, list[DayWord]] = {}
    for i, j in sorted(links):
        beside.setdefault(j, []).extend(find(mine[i]))
    for (i, j), share in sorted(links.items()):
        told = written(find(mine[i]), find(theirs[j]), day, beside[j])
        if told is not None:
            yield told, share, mine[i]


def written(
    mine: Sequence[DayWord], theirs: Sequence[DayWord], day: date, beside: Sequence[DayWord] = ()
) -> date | None:
    """The day on which a sentence was written beside one of `day`.

    A day whose weekday it names itself tells nothing, nor does one that is named in what else of its report tells the
    same sentence (`beside`): "K fell on Thursday. Officials said so yesterday."
    """
    offsets = {word.offset for word in mine if word.offset is not None}
    kept = {word.weekday for word in (*mine, *beside)}
    named = {word for word in theirs if word.day(day).weekday() not in kept}
    if not offsets or len(offsets) != len(named):
        return None
    days = [{d - DAY * offset for word in named for d in _meant(word, day)} for offset in sorted(offsets)]
    common = set.intersection(*days)
    return min(common, key=lambda d: (abs((d - day).days), -d.toordinal()), default=None)


def _meant(word: DayWord, day: date) -> tuple[date, ...]:
    """The days that a day word may mean in a report of `day`: a weekday is the last one, or the next."""
    last = word.day(day)
    return (last,) if word.weekday is None else (last, last + DAY * WEEK)
