"""What the sources contradict one another about: one dispute for each contradiction, with all who take part in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fogline.control.accounts import Accounts
from fogline.control.alike import Alike, components
from fogline.control.attributes import Attribute, attributes
from fogline.control.contradictions import CONTROL, Bar
from fogline.control.denials import Denials
from fogline.control.figures import Figure, conflicts, sums
from fogline.control.holders import Holders
from fogline.control.matters import Matter, matters, spoken
from fogline.control.parties import Parties
from fogline.control.quarrels import Quarrels
from fogline.control.rules import rules
from fogline.control.sides import weigh
from fogline.control.wording import Word, attribute_of, days_of, in_their_words, side_of, value_of
from fogline.records import Claim, Corpus, Dispute, DisputeKind, Name


@dataclass(frozen=True, slots=True)
class _Docket:
    """What is needed to write a dispute down."""

    bar: Bar
    outlets: dict[str, str]

    def write(self, kind: DisputeKind, attribute: str, place: Name | None, sides: Iterable[tuple[str, list[Word]]]) -> Dispute:  # fmt: skip  # noqa: E501
        """The dispute over these sides, each with its claims; the side with most origins first."""
        written = [side_of(said, value, self.outlets, self.bar.sources) for value, said in sides]
        return Dispute(attribute, kind, place, tuple(sorted(written, key=lambda s: (-s.origins, s.value, s.claim_ids))))


def dispute(corpus: Corpus) -> tuple[Dispute, ...]:
    """All disputes, by place, attribute and id."""
    sources = weigh(corpus)
    holders = Holders.of(corpus, sources)
    bar = Bar(sources, Parties.of(corpus, sources), holders, Denials(sources, holders))
    docket = _Docket(bar, {r.report_id: r.outlet for r in corpus.readings if r.outlet})
    heard = list(matters(corpus, sources))
    found = [*_quarrels(corpus, heard, docket), *_accounts(corpus, heard, docket)]
    for matter in heard:
        found += _days(matter.place, matter.claims, docket)
        found += _attributes(matter.place, matter.claims, docket)
        found += _figures(matter.place, conflicts([*matter.claims, *matter.around, *matter.counted], bar), docket)
    found += _figures(None, sums(spoken(corpus.claims()), bar), docket)
    unique = {d.dispute_id: d for d in found}
    return tuple(sorted(unique.values(), key=lambda d: (d.place.text if d.place else "", d.attribute, d.dispute_id)))


def _quarrels(corpus: Corpus, heard: list[Matter], docket: _Docket) -> Iterator[Dispute]:
    """One dispute for each set of claims that hang together by contradiction."""
    for quarrel in Quarrels.of(corpus, heard, docket.bar).told(corpus):
        place, sides = quarrel.place, [(value_of(side, quarrel.place), list(side)) for side in quarrel.sides]
        attribute = attribute_of([word.claim for side in quarrel.sides for word in side], place)
        yield docket.write(quarrel.kind, attribute, place, sides)


def _days(place: Name | None, claims: list[Claim], docket: _Docket) -> Iterator[Dispute]:
    """One dispute for each change of hands that is told of different days, a side for each day."""
    turns = [claim for claim in claims if claim.type in CONTROL and claim.period is not None]
    alike = Alike.of(turns)
    near = docket.bar.near(alike.heads, slack_days=rules().turn_days) if docket.bar.some_apart(turns) else ()
    for group in components((i, j) for i, j in near if docket.bar.other_day(alike.heads[i], alike.heads[j])):
        told: dict[str, list[Word]] = {}
        for claim in alike.members(group):
            told.setdefault(days_of([claim]), []).append(Word.of(claim))
        sides = [(value_of(said, place) + days, said) for days, said in sorted(told.items())]
        members = [word for said in told.values() for word in said]
        yield docket.write(DisputeKind.TIME, f"when {value_of(members[:1], place)}", place, sides)


def _attributes(place: Name | None, claims: list[Claim], docket: _Docket) -> Iterator[Dispute]:
    """One dispute for each attribute of a place, a side for each value."""
    for given in attributes(claims, docket.bar) if place else ():
        told: dict[float, list[Attribute]] = {}
        for one in given:
            told.setdefault(one.value, []).append(one)
        sides = [
            (min(one.words for one in same), [Word.of(one.claim) for one in same]) for _, same in sorted(told.items())
        ]
        yield docket.write(DisputeKind.ATTRIBUTE, f"{given[0].of} of {place.text if place else ''}", place, sides)


def _accounts(corpus: Corpus, heard: Iterable[Matter], docket: _Docket) -> Iterator[Dispute]:
    """One dispute for each place whose leaving is told in soft words and in others."""
    accounts = Accounts.of(corpus, docket.bar)
    for matter in heard:
        place, told = matter.place, accounts.told(matter.claims) if matter.place else None
        if place is not None and told is not None:
            sides = [(in_their_words(said, place), [Word.of(claim) for claim in said]) for said in told]
            yield docket.write(DisputeKind.ATTRIBUTE, f"in what words {place.text} was left", place, sides)


def _figures(place: Name | None, found: Iterable[list[Figure]], docket: _Docket) -> Iterator[Dispute]:
    """One dispute for each thing counted, a side for each figure."""
    for figures in found:
        told: dict[tuple[int, int, str], list[Word]] = {}
        for figure in figures:
            told.setdefault((figure.low, figure.high, figure.unit), []).append(Word.of(figure.claim))
        sides = [(_in_words(low, high, unit), said) for (low, high, unit), said in sorted(told.items())]
        unit = max((figure.unit for figure in figures), key=lambda unit: (len(unit), unit))
        yield docket.write(DisputeKind.FIGURE, f"how many {unit}{f' at {place.text}' if place else ''}", place, sides)


def _in_words(low: int, high: int, unit: str) -> str:
    if low == 0 < high:
        return f"a small number of {unit}"
    return f"{low:,} {unit}" if low == high else f"{low:,} to {high:,} {unit}"
