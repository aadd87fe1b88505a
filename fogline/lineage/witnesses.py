"""What speaks for the day of each report, and what against it: the report itself, its kin, its story, a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fogline.language import words
from fogline.lineage.day_words import find
from fogline.lineage.days import Dating, stated
from fogline.lineage.days_beside import votes_of
from fogline.lineage.days_of_story import often
from fogline.lineage.families import Kindred
from fogline.lineage.lexicon import lexicon
from fogline.records import Basis, DayWitness, Kinship, Reading, Relation, Status, Tense, WitnessKind

FEWEST_CLAIMS = 2  # that name one weekday for what has happened, before it is the weekday of the news
AHEAD_DAYS = 2  # what "happened" on a weekday so soon after the report's day speaks for a later day
LATER = {"last", "next", "previous"}  # words beside which a weekday is not that of the news


def find_witnesses(kindred: Kindred, kin: Sequence[Kinship], dating: Dating) -> tuple[DayWitness, ...]:
    """All that tells the day of the reports that are worked out, sorted; `dating` has that of the undated ones."""
    scene = Scene.of(kindred, kin, dating)
    return tuple(sorted({w for report_id in kindred.report_ids for w in _of(scene, kindred.readings[report_id])}))


@dataclass(frozen=True, slots=True)
class Scene:
    """Who stands where: the telling of each report, its held source, and what was found for undated ones."""

    kindred: Kindred
    tellings: Mapping[str, int]
    sources: Mapping[str, Kinship]
    dating: Dating

    @classmethod
    def of(cls, kindred: Kindred, kin: Sequence[Kinship], dating: Dating) -> Scene:
        """Read it off what lineage found."""
        tellings = kindred.tellings.numbers
        return cls(kindred, tellings, {k.report_id: k for k in kin if k.source in kindred.readings}, dating)

    def day(self, report_id: str) -> date | None:
        """The day that a report is taken to be of."""
        known = self.dating.days.get(report_id) or self.kindred.readings[report_id].day
        return known.day if known else None


def _of(scene: Scene, reading: Reading) -> Iterator[DayWitness]:
    if reading.day is None:
        yield from scene.dating.witnesses.get(reading.report_id, ())
        return
    yield from _given(reading)
    yield from (
        w for w in stated(reading, reading.day.day) if w.kind is WitnessKind.DATELINE or w.day != reading.day.day
    )
    yield from _weekday(reading, reading.day.day)
    yield from _kindred(scene, reading.report_id, reading.day.day)


def _given(reading: Reading) -> Iterator[DayWitness]:
    """What came with the report, and what a person said."""
    if reading.day is not None:
        judged = reading.day.basis is Basis.JUDGED
        kind = WitnessKind.JUDGEMENT if judged else WitnessKind.DATA
        yield DayWitness(reading.report_id, kind, reading.day.day, reading.day.ground)
        if judged and reading.published is not None:
            yield DayWitness(reading.report_id, WitnessKind.DATA, reading.published.day, reading.published.ground)


def _weekday(reading: Reading, day: date) -> Iterator[DayWitness]:
    """The weekday of the news, where it is the report's own or lies just ahead of it."""
    news = _news(reading)
    if news is not None:
        weekday, said = news
        ahead = (weekday - day.weekday()) % 7
        if ahead <= AHEAD_DAYS:
            yield DayWitness(reading.report_id, WitnessKind.NEWS, day + timedelta(days=ahead), "weekday", said)


def happened(reading: Reading) -> Iterator[str]:
    """The words for the days on which a report's claims say that something has happened."""
    for claim in reading.claims or ():
        when = claim.when
        past = when is not None and when.tense is Tense.PAST and when.basis is Basis.STATED
        if when is not None and past and claim.status is Status.ASSERTED:
            yield when.text


def _news(reading: Reading) -> tuple[int, str] | None:
    """The weekday on which most of what a report tells has happened, and how it is worded."""
    if reading.claims is None:
        own = often(find(reading.body_text()))
        return None if own is None else (own, next(word for word, number in lexicon().days.items() if number == own))
    told: Counter[int] = Counter()
    said: dict[int, str] = {}
    for text in happened(reading):
        found = words(text)
        named = {lexicon().days[word] for word in found if word in lexicon().days}
        if len(named) == 1 and not LATER.intersection(found):
            weekday = named.pop()
            told[weekday] += 1
            said.setdefault(weekday, text)
    best = min(told, key=lambda w: (-told[w], w), default=None)
    return (best, said[best]) if best is not None and told[best] >= FEWEST_CLAIMS else None


def _kindred(scene: Scene, report_id: str, day: date) -> Iterator[DayWitness]:
    """What kin and story say.  A report that derives from another is not older than it."""
    row = scene.sources.get(report_id)
    if row is None or row.relation is Relation.UPDATE:
        return
    theirs = scene.day(row.source)
    yield from _worded(scene, report_id, row.source)
    if theirs is not None and theirs >= day:
        yield DayWitness(report_id, WitnessKind.KIN, theirs, row.source)


def _worded(scene: Scene, report_id: str, other: str) -> Iterator[DayWitness]:
    """The day on which the report's "yesterday" is the day that its kin names, where its words agree on one."""
    known = scene.kindred.readings[other].day
    one, two = scene.tellings[report_id], scene.tellings[other]
    if known is None or one == two:
        return
    votes: dict[date, str] = {}
    for told, _, sentence in votes_of(scene.kindred, one, two, known.day):
        votes.setdefault(told, sentence)
    if len(votes) == 1:
        ((told, sentence),) = votes.items()
        yield DayWitness(report_id, WitnessKind.WORDS, told, other, sentence)
