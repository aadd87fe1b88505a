"""Figures of one thing that cannot both be right.

Compared are numbers of people of one sort (dead, wounded, displaced, sent ...), at one place, in one time, as their
sentences count them (see `counts`), or as claims give them where the sentence tells no sort.  Sums over a war or over
days are compared wherever they are told, if they begin on the same days.  They contradict each other where they differ
by more than a rounding, and neither their origins nor their cited sources are the same; in one report, where one of
them is told as somebody's toll; in one sentence, where another speaker is set against the first.  The same figure,
rounded, is no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from fogline.control.alike import components
from fogline.control.contradictions import Bar
from fogline.control.counts import counts_in, tells_a_toll
from fogline.control.cues import cues, says
from fogline.control.rules import rules
from fogline.language.words import words
from fogline.records import Claim, ClaimType, Status

_COSTS = frozenset({ClaimType.HARM, ClaimType.ATTACK})
_SENT = frozenset({ClaimType.DEPLOY})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as a claim gives it.  `high` is more than `low` where only a range is told, 0 and up for "a few"."""

    claim: Claim
    low: int
    high: int
    sort: str
    people: str | None
    total: bool = False
    at: int = -1  # where it stands in its sentence

    @property
    def unit(self) -> str:
        """What is counted, in words: "soldiers dead"."""
        return f"{self.people or 'people'} {self.sort}"


def conflicts(claims: Iterable[Claim], bar: Bar) -> Iterator[list[Figure]]:
    """The figures of these claims, of one place, that hang together by contradiction, in the order of claim ids."""
    yield from _hang_together(sorted(_figures(claims), key=_order), bar)


def sums_told(claims: Iterable[Claim]) -> Iterator[Figure]:
    """The sums over a war or over days that the claims of one report give."""
    for figure in _figures(filter(_may_sum, claims)):
        if figure.total and figure.people and figure.claim.period:
            yield figure


def sums_together(figures: Iterable[Figure]) -> Iterator[list[Figure]]:
    """Sums of one unit that may contradict each other: nothing outside of a list contradicts what is in it.

    Sums contradict each other only where they begin on the same days, or nearly so.
    """
    units: dict[str, list[Figure]] = {}
    for figure in figures:
        units.setdefault(figure.unit, []).append(figure)
    for _, told in sorted(units.items()):
        dated = sorted((period.first, *_order(f), at) for at, f in enumerate(told) if (period := f.claim.period))
        together: list[Figure] = []
        last = date.min
        for first, *_, at in dated:
            if together and (first - last).days > rules().turn_days:
                yield together
                together = []
            together.append(told[at])
            last = first
        if together:
            yield together


def sums(figures: Iterable[Figure], bar: Bar) -> Iterator[list[Figure]]:
    """The sums of one unit that hang together by contradiction, wherever they are told."""
    yield from _hang_together(sorted(figures, key=_order), bar, anywhere=True)


def _may_sum(claim: Claim) -> bool:
    """Whether a claim may give a sum: it counts people, and its sentence has a word for sums."""
    if claim.status is not Status.ASSERTED or claim.type not in _COSTS | _SENT:
        return False
    return cues().total.search(" ".join(claim.anchor.quote.casefold().split())) is not None


def _order(figure: Figure) -> tuple[str, str, int, int]:
    return figure.claim.claim_id, figure.unit, figure.low, figure.high


def _hang_together(figures: list[Figure], bar: Bar, *, anywhere: bool = False) -> Iterator[list[Figure]]:
    by_sort: dict[str, list[int]] = {}
    for number, figure in enumerate(figures):
        by_sort.setdefault(figure.sort, []).append(number)
    edges = [
        (one, other)
        for _, numbers in sorted(by_sort.items())
        for one, other in _near(numbers, figures, bar)
        if _contradict(figures[one], figures[other], bar, anywhere=anywhere)
    ]
    for group in components(edges):
        yield [figures[number] for number in group]


def _near(numbers: list[int], figures: list[Figure], bar: Bar) -> Iterator[tuple[int, int]]:
    near = bar.near([figures[number].claim for number in numbers], slack_days=0)
    return ((numbers[min(a, b)], numbers[max(a, b)]) for a, b in near)


def _figures(claims: Iterable[Claim]) -> Iterator[Figure]:
    """Each claim's figures: of its sentence those whose nearest claim it is, else what it gives itself."""
    sentences: dict[tuple[str, int, int], list[Claim]] = {}
    for claim in claims:
        if claim.status is Status.ASSERTED and claim.type in _COSTS | _SENT:
            sentences.setdefault((claim.anchor.report_id, claim.anchor.start, claim.anchor.end), []).append(claim)
    for told in sentences.values():
        yield from _in_sentence(told)


def _in_sentence(told: list[Claim]) -> Iterator[Figure]:
    counts = counts_in(told[0].anchor.quote)
    for count in counts:
        types = _SENT if count.sort == "sent" else _COSTS
        fitting = sorted((c for c in told if c.type in types), key=lambda c: (c.type is ClaimType.ATTACK, _away(c, count.at), c.claim_id))  # fmt: skip  # noqa: E501
        if fitting:
            yield Figure(fitting[0], count.low, count.high, count.sort, count.people, count.total, count.at)
    for claim in told:
        if not counts:
            yield from _given(claim)
        if claim.type in _SENT and says(cues().few, claim.anchor.quote):
            yield Figure(claim, 0, cues().few_less_than - 1, "sent", "fighters")


def _away(claim: Claim, at: int) -> int:
    return abs(claim.act.start - claim.anchor.start - at)


def _given(claim: Claim) -> Iterator[Figure]:
    """The figures of the claim itself, by its word of the act."""
    sorts = [rules().harm[word] for word in words(claim.act.quote) if word in rules().harm]
    sort = sorts[0] if sorts else "sent" if claim.type in _SENT else None
    for quantity in claim.quantities if sort else ():
        people = next((name for name, cue in cues().people.items() if cue.fullmatch(quantity.unit)), quantity.unit)
        yield Figure(claim, quantity.low, quantity.high, sort or "", people)


def _contradict(one: Figure, other: Figure, bar: Bar, *, anywhere: bool) -> bool:
    if one.people and other.people and one.people != other.people:
        return False
    if _agree(one, other) or not _of_two(one, other, bar):
        return False
    left, right = one.claim, other.claim
    if not bar.meet(left, right, slack_days=0) or _has_grown(one, other, bar) or _has_grown(other, one, bar):
        return False
    if anywhere or (one.total and other.total and left.period and right.period):
        return _begin_together(left, right)
    return left.type not in _SENT or bar.denials.may_be_same(left.actors, right.actors)


def _of_two(one: Figure, other: Figure, bar: Bar) -> bool:
    """Whether two sources give them: in two origins, or in one report where one is told as somebody's toll."""
    left, right = one.claim, other.claim
    if left.anchor.report_id != right.anchor.report_id:
        return bar.apart(left, right)
    toll = tells_a_toll(left.anchor.quote) or tells_a_toll(right.anchor.quote)
    if left.anchor == right.anchor:
        return toll or _set_against(one, other)
    return toll and bar.sources.cited(left) != bar.sources.cited(right)


def _set_against(one: Figure, other: Figure) -> bool:
    """Whether one sentence gives both, the second by another speaker: "eight dead, it said; the rebels claimed 19"."""
    first, second = sorted((one.at, other.at))
    between = one.claim.anchor.quote[first:second] if first >= 0 else ""
    turned = ";" in between or says(cues().contrast, between)
    return turned and (says(cues().speech, between) or says(cues().counting, between))


def _has_grown(before: Figure, after: Figure, bar: Bar) -> bool:
    """Whether a report of a later day counts more: a toll that has risen since.  Who was sent was sent once."""
    if before.sort == "sent":
        return False
    told, told_later = bar.sources.report_day(before.claim), bar.sources.report_day(after.claim)
    return told is not None and told_later is not None and told < told_later and before.high < after.low


def _begin_together(left: Claim, right: Claim) -> bool:
    if left.period is None or right.period is None:
        return False
    return abs((left.period.first - right.period.first).days) <= rules().turn_days


def _agree(one: Figure, other: Figure) -> bool:
    low, high = max(one.low, other.low), min(one.high, other.high)
    return low - high <= cues().near * max(one.high, other.high)
