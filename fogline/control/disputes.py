"""What the sources contradict one another about: one dispute for each contradiction, with all who take part in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fogline.control.alike import Alike, components
from fogline.control.contradictions import CONTROL, Bar
from fogline.control.figures import Counted, conflicts
from fogline.control.holders import Holders
from fogline.control.parties import Parties
from fogline.control.places import draw_lines
from fogline.control.rules import rules
from fogline.control.sides import weigh
from fogline.control.wording import attribute_of, days_of, side_of, value_of
from fogline.records import Anchor, Claim, ClaimType, Corpus, Dispute, DisputeKind, Name, Status
from fogline.records.sources import Sources, key_of

_SPOKEN = frozenset({Status.ASSERTED, Status.DENIED})


@dataclass(frozen=True, slots=True)
class _Docket:
    """What is needed to write a dispute down."""

    bar: Bar
    outlets: dict[str, str]

    def write(self, kind: DisputeKind, attribute: str, place: Name | None, sides: Iterable[tuple[str, list[Claim]]]) -> Dispute:  # fmt: skip  # noqa: E501
        """The dispute over these sides, each with its claims; the side with most origins first."""
        written = [side_of(claims, value, self.outlets, self.bar.sources) for value, claims in sides]
        return Dispute(attribute, kind, place, tuple(sorted(written, key=lambda s: (-s.origins, s.value, s.claim_ids))))


def dispute(corpus: Corpus) -> tuple[Dispute, ...]:
    """All disputes, by place, attribute and id.  A claim's wording decides nothing: its fields do."""
    sources = weigh(corpus)
    outlets = {r.report_id: r.outlet for r in corpus.readings if r.outlet}
    docket = _Docket(Bar(sources, Parties.of(corpus, sources), Holders.of(corpus, sources)), outlets)
    found = [d for place, claims in _benches(corpus, sources) for d in _hear(place, claims, docket)]
    return tuple(sorted(found, key=lambda d: (d.place.text if d.place else "", d.attribute, d.dispute_id)))


def _benches(corpus: Corpus, sources: Sources) -> Iterator[tuple[Name | None, list[Claim]]]:
    """Claims that can contradict each other: of one place, or of no line, one family of types and one side."""
    lines = draw_lines(corpus)
    for line in lines:
        yield line.name, _spoken(line.claims)
    placed = {claim.claim_id for line in lines for claim in line.claims}
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in corpus.claims():
        if claim.claim_id not in placed and claim.actors:
            family, where = rules().families.get(claim.type, claim.type), key_of(claim.place) if claim.place else ""
            groups.setdefault((family, where, min(sources.sides_of(claim.actors))), []).append(claim)
    for _, claims in sorted(groups.items()):
        yield claims[0].place, _spoken(claims)


def _spoken(claims: Iterable[Claim]) -> list[Claim]:
    spoken = {claim.claim_id: claim for claim in claims if claim.status in _SPOKEN}
    return [spoken[claim_id] for claim_id in sorted(spoken)]


def _hear(place: Name | None, claims: list[Claim], docket: _Docket) -> Iterator[Dispute]:
    yield from _contradictions(place, claims, docket)
    yield from _days(place, claims, docket)
    yield from _figures(place, claims, docket)


def _contradictions(place: Name | None, claims: list[Claim], docket: _Docket) -> Iterator[Dispute]:
    """One dispute for each set of claims that hang together by contradiction, a side for each stance."""
    alike = Alike.of(_spoken_of(claims, docket.bar))
    found = {
        (one, other): kind
        for one, other in docket.bar.near(alike.heads, slack_days=rules().meet_days)
        if _may_contradict(alike.heads[one], alike.heads[other])
        and (kind := docket.bar.contradiction(alike.heads[one], alike.heads[other])) is not None
    }
    for group in components(found):
        inside = frozenset(group)
        kinds = {kind for (one, _), kind in found.items() if one in inside}
        kind = DisputeKind.DENIAL if DisputeKind.DENIAL in kinds else DisputeKind.RIVAL_HOLDERS
        members = alike.members(group)
        sides = [(value_of(stance, place), stance) for stance in _stances(members, docket.bar)]
        if len(sides) > 1:
            yield docket.write(kind, attribute_of(members, place), place, sides)


def _days(place: Name | None, claims: list[Claim], docket: _Docket) -> Iterator[Dispute]:
    """One dispute for each change of hands that is told of different days, a side for each day."""
    turns = [claim for claim in claims if claim.type in CONTROL and claim.period is not None]
    alike = Alike.of(turns)
    near = docket.bar.near(alike.heads, slack_days=rules().turn_days) if docket.bar.some_apart(turns) else ()
    for group in components((i, j) for i, j in near if docket.bar.other_day(alike.heads[i], alike.heads[j])):
        told: dict[str, list[Claim]] = {}
        for claim in alike.members(group):
            told.setdefault(days_of([claim]), []).append(claim)
        sides = [(value_of(said, place) + days, said) for days, said in sorted(told.items())]
        members = [claim for said in told.values() for claim in said]
        yield docket.write(DisputeKind.TIME, f"when {value_of(members[:1], place)}", place, sides)


def _spoken_of(claims: Iterable[Claim], bar: Bar) -> list[Claim]:
    """The claims that may be contradicted: not the states of which their own sentence tells the end."""
    told: dict[Anchor, list[Claim]] = {}
    for claim in claims:
        told.setdefault(claim.anchor, []).append(claim)
    return [c for c in claims if c.status is Status.DENIED or not bar.is_over(c, told[c.anchor])]


def _may_contradict(one: Claim, other: Claim) -> bool:
    """Whether one of the two is denied, or both speak of who holds the place."""
    return one.status is not other.status or (one.type in CONTROL and other.type in CONTROL)


def _stances(claims: list[Claim], bar: Bar) -> list[list[Claim]]:
    """The claims by what they stand for: that a party, or its ally, is there or acts so, or that it does not."""
    stances: list[tuple[bool, frozenset[str], list[Claim]]] = []
    for claim in claims:
        there = (claim.status is Status.DENIED) == (claim.type in rules().leaves)
        parties = bar.sides(claim) if claim.type in CONTROL else frozenset()
        for stands, others, stance in stances:
            if stands == there and (parties == others or bar.parties.allied(parties, others)):
                stance.append(claim)
                break
        else:
            stances.append((there, parties, [claim]))
    return [stance for _, _, stance in stances]


def _figures(place: Name | None, claims: list[Claim], docket: _Docket) -> Iterator[Dispute]:
    """One dispute for each thing counted, a side for each figure."""
    for members in conflicts(claims, docket.bar):
        figures: dict[tuple[int, int, str], list[Claim]] = {}
        for claim, quantity in members:
            figures.setdefault((quantity.low, quantity.high, quantity.unit), []).append(claim)
        sides = [(_in_words(low, high, unit), said) for (low, high, unit), said in sorted(figures.items())]
        yield docket.write(DisputeKind.FIGURE, _counted_what(figures, place, members), place, sides)


def _counted_what(
    figures: dict[tuple[int, int, str], list[Claim]], place: Name | None, members: Iterable[Counted]
) -> str:
    unit = min(unit for _, _, unit in figures)
    types = {claim.type for claim, _ in members}
    where = f" at {place.text}" if place else ""
    return f"how many {unit}: {min(types, default=ClaimType.HARM)}{where}"


def _in_words(low: int, high: int, unit: str) -> str:
    return f"{low:,} {unit}" if low == high else f"{low:,} to {high:,} {unit}"
