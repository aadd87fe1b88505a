"""The days of a record that are told most, each with the happenings told most: a timeline of a given length.

A day weighs what its reports weigh together, each once, however many claims it makes of the day: by how the day is
known, and more where a report tells of it days later, for what is still told then mattered.  How such timelines compare
with those of journalists: docs/reference/events-and-timelines.md.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fogline.language import words
from fogline.products.timeline import Entry
from fogline.records import Basis, Claim, Corpus, Status

WEIGHT = {Basis.STATED: 1.0, Basis.JUDGED: 1.0, Basis.INFERRED: 0.5, Basis.PUBLISHED: 0.1}
LATER = timedelta(days=2)
TOLD_LATER = 3.0  # what a report weighs more that tells of a day later than that
SHORT = 8  # words by which a sentence counts as longer than it is: a few common words tell little
ALIKE = 0.5  # of the shorter sentence's words: the two tell the same
LETTERS = 4  # of a word that tells something
REAL = frozenset({Status.ASSERTED, Status.DENIED})


@dataclass(frozen=True, slots=True)
class Told:
    """An entry of a timeline, how many reports tell it, and the claim whose sentence tells it best.

    `weight`: the reports, times how common in what is told of the day the words of that sentence are.
    """

    entry: Entry
    reports: int
    claim: Claim
    weight: float


def digest(
    entries: Iterable[Entry], corpus: Corpus, *, days: int, each: int, first: date | None = None
) -> tuple[Told, ...]:
    """Of a timeline, from a day on, the so many days that weigh most, and of each so many that most reports tell.

    Days in their order; an entry that lasts several days belongs to none.  Of two sentences that tell the same, one.
    """
    by_day = defaultdict[date, list[Entry]](list)
    for entry in entries:
        if entry.first == entry.last and (first is None or entry.first >= first):
            by_day[entry.first].append(entry)
    weights = weigh_days(corpus)
    kept = sorted(sorted(by_day, key=lambda day: (-weights.get(day, 0.0), day))[:days])
    spoken, claims = _spoken(corpus, set(kept)), {claim.claim_id: claim for claim in corpus.claims()}
    return tuple(told for day in kept for told in _told(by_day[day], spoken[day], claims, each))


def weigh_days(corpus: Corpus) -> Mapping[date, float]:
    """What each day weighs that claims fix to the day."""
    told: defaultdict[date, dict[str, float]] = defaultdict(dict)
    published = {r.report_id: r.day.day for r in corpus.readings if r.day}
    for claim in corpus.claims():
        if claim.status in REAL and claim.period is not None and claim.period.days == 1:
            reports, report = told[claim.period.first], claim.anchor.report_id
            later = report in published and published[report] - claim.period.first > LATER
            weight = WEIGHT[claim.period.basis] * (TOLD_LATER if later else 1.0)
            reports[report] = max(reports.get(report, 0.0), weight)
    return {day: sum(reports.values()) for day, reports in told.items()}


def _spoken(corpus: Corpus, days: Collection[date]) -> Mapping[date, Counter[str]]:
    """In how many claims of each of these days each word stands."""
    spoken: defaultdict[date, Counter[str]] = defaultdict(Counter)
    for claim in corpus.claims():
        if claim.period is not None and claim.period.days == 1 and claim.period.first in days:
            spoken[claim.period.first].update(_words(claim))
    return spoken


def _told(entries: Sequence[Entry], spoken: Counter[str], claims: Mapping[str, Claim], each: int) -> list[Told]:
    ranked = sorted((_best(e, spoken, claims) for e in entries), key=lambda t: (-t.weight, t.claim.claim_id))
    kept: list[Told] = []
    for told in ranked:
        if len(kept) == each:
            break
        if not any(_alike(told.claim, other.claim) for other in kept):
            kept.append(told)
    return kept


def _best(entry: Entry, spoken: Counter[str], claims: Mapping[str, Claim]) -> Told:
    told = [claims[c] for c in entry.claim_ids if c in claims]
    best = max(told, key=lambda claim: (_commonness(claim, spoken), claim.claim_id))
    reports = len({claim.anchor.report_id for claim in told})
    return Told(entry, reports, best, reports * _commonness(best, spoken))


def _commonness(claim: Claim, spoken: Counter[str]) -> float:
    said = _words(claim)
    return sum(spoken[word] for word in said) / (len(said) + SHORT)


def _alike(one: Claim, other: Claim) -> bool:
    mine, theirs = _words(one), _words(other)
    return len(mine & theirs) > ALIKE * min(len(mine), len(theirs))


def _words(claim: Claim) -> set[str]:
    return {word for word in words(claim.anchor.quote) if len(word) >= LETTERS}
