"""What the sources contradict one another about: one dispute for each contradiction, with all who take part in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from fogline.control.contradictions import CONTROL, Bar
from fogline.control.figures import Counted, iter_conflicts
from fogline.control.holders import Holders
from fogline.control.parties import Parties
from fogline.control.places import draw_lines
from fogline.control.rules import rules
from fogline.control.sides import weigh
from fogline.control.wording import attribute_of, days_of, side_of, value_of
from fogline.records import Claim, ClaimType, Corpus, Dispute, DisputeKind, Name, Status
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
    edges = [
        (one, other, kind)
        for one, other in _pairs(claims, docket.bar)
        if (kind := docket.bar.contradiction(one, other)) is not None
    ]
    for group in _components([(one, other) for one, other, _ in edges]):
        kinds = {kind for one, _, kind in edges if one.claim_id in group}
        kind = DisputeKind.DENIAL if DisputeKind.DENIAL in kinds else DisputeKind.RIVAL_HOLDERS
        members = [claim for claim in claims if claim.claim_id in group]
        sides = [(value_of(stance, place), stance) for stance in _stances(members, docket.bar)]
        if len(sides) > 1:
            yield docket.write(kind, attribute_of(members, place), place, sides)


def _days(place: Name | None, claims: list[Claim], docket: _Docket) -> Iterator[Dispute]:
    """One dispute for each change of hands that is told of different days, a side for each day."""
    turns = [claim for claim in claims if claim.type in CONTROL and claim.period is not None]
    edges = [(one, other) for one, other in combinations(turns, 2) if docket.bar.other_day(one, other)]
    for group in _components(edges):
        told: dict[str, list[Claim]] = {}
        for claim in (claim for claim in turns if claim.claim_id in group):
            told.setdefault(days_of([claim]), []).append(claim)
        sides = [(value_of(said, place) + days, said) for days, said in sorted(told.items())]
        members = [claim for said in told.values() for claim in said]
        yield docket.write(DisputeKind.TIME, f"when {value_of(members[:1], place)}", place, sides)


def _pairs(claims: list[Claim], bar: Bar) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of which at least one is denied, or both speak of who holds the place."""
    denied = [claim for claim in claims if claim.status is Status.DENIED]
    asserted = [claim for claim in claims if claim.status is Status.ASSERTED and not bar.is_over(claim, claims)]
    yield from ((one, other) for one in denied for other in asserted)
    control = [claim for claim in (*asserted, *denied) if claim.type in CONTROL]
    yield from combinations(sorted(control, key=lambda claim: claim.claim_id), 2)


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
    conflicts = list(iter_conflicts(claims, docket.bar))
    counted: dict[str, list[Counted]] = {}
    for one, other in conflicts:
        for claim, quantity in (one, other):
            counted.setdefault(claim.claim_id, []).append((claim, quantity))
    for group in _components([(one[0], other[0]) for one, other in conflicts]):
        members = {(c.claim_id, q): (c, q) for claim_id in sorted(group) for c, q in counted[claim_id]}
        figures: dict[tuple[int, int, str], list[Claim]] = {}
        for claim, quantity in members.values():
            figures.setdefault((quantity.low, quantity.high, quantity.unit), []).append(claim)
        sides = [(_in_words(low, high, unit), said) for (low, high, unit), said in sorted(figures.items())]
        yield docket.write(DisputeKind.FIGURE, _counted_what(figures, place, members.values()), place, sides)


def _counted_what(
    figures: dict[tuple[int, int, str], list[Claim]], place: Name | None, members: Iterable[Counted]
) -> str:
    unit = min(unit for _, _, unit in figures)
    types = {claim.type for claim, _ in members}
    where = f" at {place.text}" if place else ""
    return f"how many {unit}: {min(types, default=ClaimType.HARM)}{where}"


def _in_words(low: int, high: int, unit: str) -> str:
    return f"{low:,} {unit}" if low == high else f"{low:,} to {high:,} {unit}"


def _components(edges: list[tuple[Claim, Claim]]) -> list[frozenset[str]]:
    """The sets of claim ids that hang together by edges, in a fixed order."""
    home: dict[str, set[str]] = {}
    for one, other in edges:
        joined = home.get(one.claim_id, {one.claim_id}) | home.get(other.claim_id, {other.claim_id})
        home.update(dict.fromkeys(joined, joined))
    return sorted({frozenset(group) for group in home.values()}, key=sorted)
