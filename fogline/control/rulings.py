"""A corpus as persons judged it: what is made of claims is made of them as they stand after that.

Claims are never reworded: a judgement changes the key of a name, a claim's period or its place's key, or whether it
counts at all.  Every claim keeps its id.  Source: docs/decisions/0038-what-a-person-decides-of-claims.md
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from fogline.control.keys import Keys, place_of
from fogline.control.trust import Doubts, source_letters
from fogline.records import (
    Actor,
    ActorKind,
    Basis,
    Claim,
    ClaimType,
    Corpus,
    Judged,
    Judgement,
    Name,
    Period,
    Place,
    Reading,
    Verdict,
)
from fogline.records.judged import ACTOR, EVENT, PLACE
from fogline.records.sources import key_of

_OF_CLAIMS = frozenset({Verdict.MERGE, Verdict.SPLIT, Verdict.DISTRUST, Verdict.RELOCATE, Verdict.RENAME})


def judged(corpus: Corpus, judgements: Iterable[Judgement]) -> Corpus:
    """The corpus with its claims, places and actors as the judgements have them, and with what they say beside.

    `judgements` are those that stand, oldest first.  Distrusted claims are still there: see `trusted`.
    """
    made = tuple(judgements)
    if not made:
        return corpus
    return _Rulings.of(corpus, made).apply(corpus)


def changes_claims(judgement: Judgement) -> bool:
    """Whether it bears on what claims say, or on whether they count: on more than reports and the trust in sources."""
    if judgement.verdict is Verdict.REDATE:
        return "/" in (judgement.value or "")
    return judgement.verdict in _OF_CLAIMS


def trusted(corpus: Corpus) -> Corpus:
    """The corpus without the claims that a person distrusts: what counts."""
    if not corpus.judged.distrusted:
        return corpus
    doubted = corpus.judged.distrusted
    return replace(
        corpus,
        readings=tuple(
            r if not r.claims else replace(r, claims=tuple(c for c in r.claims if c.claim_id not in doubted))
            for r in corpus.readings
        ),
    )


def names_of(corpus: Corpus) -> tuple[frozenset[str], frozenset[str]]:
    """The keys of all actors and of all places that the corpus knows or names."""
    actors, places = set(corpus.actors), set(corpus.places)
    for claim in corpus.claims():
        named = claim.actors + claim.attribution.speakers
        (places if claim.type is ClaimType.LINK else actors).update(map(key_of, claim.targets))
        actors.update(map(key_of, named))
        if claim.place is not None:
            places.add(key_of(claim.place))
    return frozenset(actors), frozenset(places)


@dataclass(frozen=True, slots=True)
class _Rulings:
    """All that changes claims, by what it is asked for."""

    actors: Keys
    places: Keys
    doubts: Doubts
    periods: dict[str, tuple[Period, Judgement]] = field(default_factory=dict)
    spots: dict[str, tuple[Place, Judgement]] = field(default_factory=dict)
    letters: dict[str, Judgement] = field(default_factory=dict)
    events: dict[str, list[Judgement]] = field(default_factory=dict)  # on the event of a claim: see the room of events

    @classmethod
    def of(cls, corpus: Corpus, judgements: tuple[Judgement, ...]) -> _Rulings:
        """Read the judgements, oldest first."""
        actors, places = names_of(corpus)
        known = Keys.of(ACTOR, judgements, actors), Keys.of(PLACE, judgements, places)
        found = cls(*known, Doubts.of(judgements, known[0]), letters=source_letters(judgements, known[0]))
        for j in judgements:
            if j.verdict is Verdict.REDATE and j.value and "/" in j.value:
                found.periods[j.subjects[0]] = (period_of(j.value), j)
            elif j.verdict is Verdict.RELOCATE and j.value and j.subjects[0].startswith("claim-"):
                found.spots[j.subjects[0]] = (place_of(j.value), j)
            elif (j.verdict, j.value) in ((Verdict.MERGE, EVENT), (Verdict.SPLIT, None)):
                for claim_id in j.subjects:
                    found.events.setdefault(claim_id, []).append(j)
        return found

    def apply(self, corpus: Corpus) -> Corpus:
        """The corpus as they have it."""
        changed: dict[str, tuple[Judgement, ...]] = {}
        distrusted: dict[str, Judgement] = {}
        readings = []
        for reading in corpus.readings:
            claims = []
            for claim in reading.claims or ():
                ruled, by = self._claim(claim)
                claims.append(ruled)
                if by:
                    changed[claim.claim_id] = by
                if doubt := self.doubts.of_claim(ruled, reading):
                    distrusted[claim.claim_id] = doubt
            readings.append(_with_claims(reading, tuple(claims)))
        known = Judged(
            distrusted,
            changed,
            frozenset(self.doubts.sources),
            self.letters,
            {**self.actors.names, **self.places.names},
        )
        actors, places = self._actors(corpus), self._places(corpus)
        return replace(corpus, readings=tuple(readings), actors=actors, places=places, judged=known)

    def _claim(self, claim: Claim) -> tuple[Claim, tuple[Judgement, ...]]:
        by: dict[str, Judgement] = {}

        def ruled(keys: Keys, names: tuple[Name, ...]) -> tuple[Name, ...]:
            found = [keys.name(name) for name in names]
            by.update((j.judgement_id, j) for _, judgements in found for j in judgements)
            return tuple(name for name, _ in found)

        claim_id, said = claim.claim_id, claim.attribution
        made = replace(
            claim,
            actors=ruled(self.actors, claim.actors),
            targets=ruled(self.places if claim.type is ClaimType.LINK else self.actors, claim.targets),
            place=next(iter(ruled(self.places, (claim.place,))), None) if claim.place else None,
            attribution=replace(said, speakers=ruled(self.actors, said.speakers)),
        )
        if claim_id in self.periods:
            period, judgement = self.periods[claim_id]
            made, by[judgement.judgement_id] = replace(made, period=period), judgement
        if claim_id in self.spots:
            place, judgement = self.spots[claim_id]
            spot = self.places.after(Name(claim.place.text if claim.place else place.name, place.place_id), judgement)
            made, by[judgement.judgement_id] = replace(made, place=spot, read_id=claim_id), judgement
        by.update((j.judgement_id, j) for j in self.events.get(claim_id, ()))
        order = sorted(by.values(), key=lambda j: (j.moment, j.judgement_id))
        return (made, tuple(order)) if order else (claim, ())

    def _actors(self, corpus: Corpus) -> dict[str, Actor]:
        """Each actor under the key that it has now, on the side that its side is now, and those that were split off."""
        keys, found = self.actors, {}
        for key, actor in corpus.actors.items():
            if keys.now(key) == key:
                side = keys.now(actor.side) if actor.side else None
                found[key] = replace(actor, side=side)
        for key, (taken_from, spelling) in keys.split.items():
            old = corpus.actors.get(taken_from)
            new = Actor(key, spelling, old.kind if old else ActorKind.OTHER, old.country if old else None)
            if keys.now(key) == key:
                found[key] = new
        return found

    def _places(self, corpus: Corpus) -> dict[str, Place]:
        """Each place under the key that it has now, and those that judgements brought in."""
        keys = self.places
        spots = {place.place_id: place for place, _ in self.spots.values()}
        every = {**spots, **keys.places, **corpus.places}
        return {
            key: replace(place, within=keys.now(place.within) if place.within else None)
            for key, place in every.items()
            if keys.now(key) == key
        }


def period_of(value: str) -> Period:
    """The period of a judgement's value: two days with a slash between them."""
    first, _, last = value.partition("/")
    return Period(date.fromisoformat(first), date.fromisoformat(last), Basis.JUDGED)


def _with_claims(reading: Reading, claims: tuple[Claim, ...]) -> Reading:
    return replace(reading, claims=claims) if claims else reading
