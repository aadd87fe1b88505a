"""Claims of the same happening, gathered into events.

An event is founded by the claim that fixes its day best, and gathers what tells of the same (see `sameness`).  The
founder's days, not the union of all, decide who joins: a chain of vague claims does not join two happenings.  Asserted
claims found first; possible, planned and conditional ones join an event, or found one of their own; denied claims found
nothing, but are listed with the event that they deny, and are not counted among its origins.
A capture told by its winner and the withdrawal told by its loser stay two events.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Protocol

from fogline.events.figures import figures_of
from fogline.events.sameness import days_of, same_days, same_parties, says_enough
from fogline.events.types import types
from fogline.records import Claim, Corpus, Event, Name, Period, Status
from fogline.records.keeping import Keeping
from fogline.records.lookups import Asked, Tables, Watched
from fogline.records.sources import Sources, key_of
from fogline.records.working import Workings

_FIRMNESS = (Status.ASSERTED, Status.POSSIBLE, Status.PLANNED, Status.CONDITIONAL, Status.DENIED)
_UNSAID, _ANYBODY = "", "*"  # among the parties of founders: of those that name none, and of all
_LONG_DAYS = 40  # a longer period is not looked up day by day
_BETTER_UNFIXED = 10**6  # days: a claim without a date fixes its day worse than any period


@dataclass(slots=True)
class _Gathering:
    """An event in the making: its founder and those who joined."""

    founder: Claim
    claims: list[Claim] = field(default_factory=list)


class Grader(Protocol):
    """Grades events by the sides that its sources give."""

    @property
    def sources(self) -> Sources:
        """Those by which it grades."""

    def grade(self, event: Event, claims: Collection[Claim], sources: Sources | None = None) -> Event:
        """The event with its grade; `sources` stand in place of its own."""


class _Founded:
    """The events so far of one type and place, by the parties and days of their founders: never all are looked at."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._on: dict[tuple[str, int], list[_Gathering]] = {}  # a party and a day
        self._long: dict[str, list[_Gathering]] = {}  # a party, where the days are many or unknown
        self._all: dict[str, list[_Gathering]] = {}

    def add(self, gathering: _Gathering) -> None:
        """Note an event under everything that may ask for it."""
        parties, days = self._parties(gathering.founder), self._days(gathering.founder, slack_days=0)
        for party in (*(parties or (_UNSAID,)), _ANYBODY):
            self._all.setdefault(party, []).append(gathering)
            if days is None:
                self._long.setdefault(party, []).append(gathering)
            for day in days or ():
                self._on.setdefault((party, day), []).append(gathering)

    def near(self, claim: Claim) -> list[_Gathering]:
        """All events that the claim could tell of, by party and day, and others: each once."""
        slack = max(types().slack_days, types().undated_days)
        parties, days = self._parties(claim), self._days(claim, slack_days=slack)
        found: dict[int, _Gathering] = {}
        for party in (*parties, _UNSAID) if parties else (_ANYBODY,):
            lists = [self._all.get(party, ())] if days is None else [self._long.get(party, ())]
            lists += [self._on.get((party, day), ()) for day in days or ()]
            found.update((id(gathering), gathering) for listed in lists for gathering in listed)
        return list(found.values())

    def _parties(self, claim: Claim) -> set[str]:
        names = claim.actors + claim.targets if claim.type in types().mutual else claim.actors
        keys = {key_of(name) for name in names}
        return keys | {self._sources.sides.get(key, key) for key in keys}

    def _days(self, claim: Claim, *, slack_days: int) -> range | None:
        days = days_of(claim, self._sources)
        if days is None or days.days > _LONG_DAYS:
            return None
        return range(days.first.toordinal() - slack_days, days.last.toordinal() + slack_days + 1)


def gather(corpus: Corpus) -> tuple[Event, ...]:
    """All events, by first day (undated ones last), type and id.  A claim is in one event at most."""
    sources = Sources.of(corpus)
    found = [e for claims in _groups(corpus).values() for e in _gather_group(claims.values(), corpus, sources)]
    return tuple(sorted(found, key=lambda event: event.order))


def gather_kept(corpus: Corpus, workings: Workings, grader: Grader) -> tuple[Event, ...]:
    """All events, each with its grade, in the same order; a `Stored` for each of those that stand as they were found.

    What is told of one type and place is gathered again only where its claims are others, or an answer to what was
    looked up for them: the days, origins and sides of those who speak and act, and the form of the place.
    """
    sources = Sources.of(corpus)
    tables = Tables(
        days=sources.days, origins=sources.origins, roots=sources.sides, sides=grader.sources.sides,
        places=corpus.places,
    )  # fmt: skip
    keeping = Keeping(workings, tables, corpus.judged.changed)
    found: list[Event] = []
    for (type_, place), claims in _groups(corpus).items():
        own = [type_, place, keeping.told(claims[claim_id] for claim_id in sorted(claims))]
        work_out = partial(_graded, claims, corpus, sources, grader)
        found += keeping.views(f"events {type_} {place}", own, work_out, Event, lambda event: event.event_id)
    return tuple(sorted(found, key=lambda event: event.order))


def _graded(
    claims: dict[str, Claim], corpus: Corpus, sources: Sources, grader: Grader, asked: Asked
) -> Iterator[Event]:
    """The events of one group with their grades, noting into `asked` what is looked up for them."""
    days, origins = Watched("days", sources.days, asked), Watched("origins", sources.origins, asked)
    own = replace(sources, days=days, origins=origins, sides=Watched("roots", sources.sides, asked))
    weighed = grader.sources
    theirs = replace(weighed, days=days, origins=origins, sides=Watched("sides", weighed.sides, asked))
    here = replace(corpus, places=Watched("places", corpus.places, asked))
    for event in _gather_group(claims.values(), here, own):
        yield grader.grade(event, [claims[claim_id] for claim_id in event.claim_ids], theirs)


def _groups(corpus: Corpus) -> dict[tuple[str, str], dict[str, Claim]]:
    """The claims that tell of happenings, by type and place, and by their ids."""
    groups: dict[tuple[str, str], dict[str, Claim]] = {}
    for claim in corpus.claims():
        if claim.type in types().happenings:
            place = key_of(claim.place) if claim.place else ""
            groups.setdefault((claim.type, place), {})[claim.claim_id] = claim
    return groups


def _gather_group(claims: Iterable[Claim], corpus: Corpus, sources: Sources) -> list[Event]:
    gatherings: list[_Gathering] = []
    founded = _Founded(sources)
    for claim in sorted(claims, key=lambda c: _precedence(c, sources)):
        home = _home(claim, founded.near(claim), sources)
        if home is not None:
            home.claims.append(claim)
        elif claim.status is not Status.DENIED:
            gatherings.append(_Gathering(claim, [claim]))
            founded.add(gatherings[-1])
    return [event_of(gathering.claims, corpus, sources) for gathering in gatherings]


def _precedence(claim: Claim, sources: Sources) -> tuple[int, bool, int, date, str]:
    """Who founds before whom: the firmer, those who name an actor, the better fixed, the earlier."""
    days = days_of(claim, sources)
    width = claim.period.days if claim.period else _BETTER_UNFIXED
    first = days.first if days else date.max
    return _FIRMNESS.index(claim.status), not claim.actors, width, first, claim.claim_id


def _home(claim: Claim, gatherings: Iterable[_Gathering], sources: Sources) -> _Gathering | None:
    """The nearest event that the claim may tell of."""
    fitting = [
        g for g in gatherings
        if same_days(g.founder, claim, sources) and same_parties(g.founder, claim, sources)
        and says_enough(g.founder, claim) and _may_join(claim, g.founder)
    ]  # fmt: skip
    return min(fitting, key=lambda g: _distance(g.founder, claim, sources), default=None)


def _may_join(claim: Claim, founder: Claim) -> bool:
    """What is not yet so joins what has happened only where both give their days."""
    if claim.status in (Status.ASSERTED, Status.DENIED) or founder.status is claim.status:
        return True
    return claim.period is not None and founder.period is not None


def _distance(founder: Claim, claim: Claim, sources: Sources) -> tuple[int, int, str]:
    mine, theirs = days_of(founder, sources), days_of(claim, sources)
    apart = abs((mine.first - theirs.first).days) if mine and theirs else 0
    shared = {key_of(n) for n in founder.actors} & {key_of(n) for n in claim.actors}
    return -len(shared), apart, founder.claim_id


def event_of(claims: list[Claim], corpus: Corpus, sources: Sources) -> Event:
    """The event that these claims tell of; one of them at least is not denied.  Its type is that of the first."""
    speaking = [claim for claim in claims if claim.status is not Status.DENIED]
    return Event(
        type=claims[0].type,
        place=_place(speaking, corpus),
        actors=_names(name for claim in speaking for name in claim.actors),
        targets=_names(name for claim in speaking for name in claim.targets),
        period=_period(speaking),
        status=min((claim.status for claim in speaking), key=_FIRMNESS.index),
        claim_ids=tuple(sorted(claim.claim_id for claim in claims)),
        origins=sources.independent(speaking),
        figures=figures_of(speaking, sources),
    )


def _place(claims: list[Claim], corpus: Corpus) -> Name | None:
    """The gazetteer's name of the place; else the name that most claims use."""
    names = _names(claim.place for claim in claims if claim.place)
    if not names:
        return None
    known = corpus.places.get(names[0].key or "")
    return Name(known.name, known.place_id) if known else names[0]


def _names(names: Iterable[Name]) -> tuple[Name, ...]:
    """Each actor once, by its most frequent text; the most named first."""
    given = Counter(names)
    if len(given) < 2:
        return tuple(given)
    actors = Counter[str]()
    texts: dict[str, Name] = {}
    for name, count in sorted(given.items(), key=lambda item: (-item[1], item[0].text, item[0].key or "")):
        actors[key_of(name)] += count
        texts.setdefault(key_of(name), name)
    return tuple(texts[key] for key in sorted(actors, key=lambda k: (-actors[k], k)))


def _period(claims: list[Claim]) -> Period | None:
    """The days on which all the dated claims agree; the best fixed period where they share none."""
    periods = [claim.period for claim in claims if claim.period]
    if not periods:
        return None
    best = min(periods, key=lambda p: (p.days, p))
    first, last = max(p.first for p in periods), min(p.last for p in periods)
    return Period(first, last, best.basis) if first <= last else best
