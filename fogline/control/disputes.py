"""What the sources contradict one another about: one dispute for each contradiction, with all who take part in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from fogline.control.accounts import Accounts
from fogline.control.alike import Alike, components
from fogline.control.attributes import Attribute, attributes
from fogline.control.contradictions import CONTROL
from fogline.control.docket import Docket
from fogline.control.figures import Figure, conflicts, sums, sums_together
from fogline.control.matters import Matter, matters
from fogline.control.minutes import Minutes, take_minutes
from fogline.control.quarrels import Case, Quarrels
from fogline.control.repeats import told_once
from fogline.control.rules import rules
from fogline.control.watching import World
from fogline.control.wording import Word, attribute_of, days_of, in_their_words, value_of
from fogline.records import Claim, Corpus, Dispute, DisputeKind, Name, PlaceKind
from fogline.records.keeping import Keeping
from fogline.records.lookups import Tables
from fogline.records.working import Workings


def dispute(corpus: Corpus, workings: Workings | None = None, world: World | None = None) -> tuple[Dispute, ...]:
    """All disputes, by place, attribute and id.

    With `workings` a part is worked out only where something that it follows from is not as it was; `world` is that
    of the corpus, where it is known.
    """
    docket = _docket(corpus, workings, world or World.of(corpus))
    minutes = take_minutes(corpus, docket)
    heard = list(matters(corpus, docket.world, minutes))
    found = [*_quarrels(corpus, heard, minutes, docket), *_accounts(corpus, heard, docket)]
    for matter in heard:
        found += _of_matter(matter, docket)
    found += _sums(corpus, minutes, docket)
    if docket.keeping is not None and len({d.dispute_id for d in found}) < len(found):
        return dispute(corpus, None, world)  # two parts found one: whose stands, nobody knows
    unique = {d.dispute_id: d for d in told_once(found, corpus, docket.bar.sources)}
    return tuple(sorted(unique.values(), key=lambda d: d.order))


def _docket(corpus: Corpus, workings: Workings | None, world: World) -> Docket:
    outlets = {r.report_id: r.outlet for r in corpus.readings if r.outlet}
    countries = frozenset(p.name for p in corpus.places.values() if p.kind is PlaceKind.COUNTRY)
    if workings is None or world.sources.doubted:
        return Docket.of(world, outlets, countries)
    tables = Tables(outlets=outlets, countries=countries, **world.tables())
    return Docket.of(world, outlets, countries, Keeping(workings, tables, corpus.judged.changed))


def _quarrels(corpus: Corpus, heard: list[Matter], minutes: list[Minutes], docket: Docket) -> Iterator[Dispute]:
    """One dispute for each set of claims that hang together by contradiction."""
    for case in Quarrels.of(corpus, heard, minutes, docket).cases():
        yield from docket.disputes(case.part(), case.own, partial(_quarrel, case))


def _quarrel(case: Case, docket: Docket) -> Iterator[Dispute]:
    quarrel = case.quarrel(docket.bar)
    place, sides = quarrel.place, [(value_of(side, quarrel.place), list(side)) for side in quarrel.sides]
    attribute = attribute_of([word.claim for side in quarrel.sides for word in side], place)
    yield docket.write(quarrel.kind, attribute, place, sides)


def _of_matter(matter: Matter, docket: Docket) -> Iterator[Dispute]:
    """The disputes that a matter holds within itself."""

    def own(keeping: Keeping) -> list[str]:
        return [repr(matter.place), *map(keeping.told, (matter.claims, matter.around, matter.counted))]

    def found(docket: Docket) -> Iterator[Dispute]:
        yield from _days(matter.place, matter.claims, docket)
        yield from _attributes(matter.place, matter.claims, docket)
        counted = [*matter.claims, *matter.around, *matter.counted]
        yield from _figures(matter.place, conflicts(counted, docket.bar), docket)

    yield from docket.disputes(f"matter {matter.key}", own, found)


def _days(place: Name | None, claims: list[Claim], docket: Docket) -> Iterator[Dispute]:
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


def _attributes(place: Name | None, claims: list[Claim], docket: Docket) -> Iterator[Dispute]:
    """One dispute for each attribute of a place, a side for each value."""
    for given in attributes(claims, docket.bar, docket.countries) if place else ():
        told: dict[float, list[Attribute]] = {}
        for one in given:
            told.setdefault(one.value, []).append(one)
        sides = [
            (min(one.words for one in same), [Word.of(one.claim) for one in same]) for _, same in sorted(told.items())
        ]
        yield docket.write(DisputeKind.ATTRIBUTE, f"{given[0].of} of {place.text if place else ''}", place, sides)


def _accounts(corpus: Corpus, heard: Iterable[Matter], docket: Docket) -> Iterator[Dispute]:
    """One dispute for each place whose leaving is told in soft words and in others."""
    accounts = Accounts.of(corpus, docket.bar)
    for matter in heard:
        place, told = matter.place, accounts.told(matter.claims) if matter.place else None
        if place is not None and told is not None:
            sides = [(in_their_words(said, place), [Word.of(claim) for claim in said]) for said in told]
            yield docket.write(DisputeKind.ATTRIBUTE, f"in what words {place.text} was left", place, sides)


def _sums(corpus: Corpus, minutes: list[Minutes], docket: Docket) -> Iterator[Dispute]:
    """The disputes over sums of a war or of days, wherever they are told."""
    claims = {claim.claim_id: claim for claim in corpus.claims()}
    for figures in sums_together(figure for each in minutes for figure in each.figures(claims)):
        yield from _of_sums(figures, docket)


def _of_sums(figures: list[Figure], docket: Docket) -> Iterator[Dispute]:
    """The disputes over sums of one unit that begin on the same days."""
    first = figures[0]

    def own(keeping: Keeping) -> list[str]:
        told = (f"{keeping.told([f.claim])} {f.low} {f.high}" for f in figures)
        return [first.unit, *told]

    yield from docket.disputes(
        f"sums {first.claim.claim_id} {first.unit}", own, lambda of: _figures(None, sums(figures, of.bar), of)
    )


def _figures(place: Name | None, found: Iterable[list[Figure]], docket: Docket) -> Iterator[Dispute]:
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
