"""What a person names on the command line, found in the record: reports, claims, events, actors, places, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING

from fogline.control import judged
from fogline.control.keys import spelt
from fogline.control.trust import outlet_key
from fogline.records import AsideReason, ClaimType, Corpus, Event, Name, Status, Views, standing
from fogline.records.errors import InputError, UnknownId
from fogline.records.judged import ACTOR, EVENT, PLACE
from fogline.records.sources import key_of

if TYPE_CHECKING:
    from fogline.ledger import SqlLedger

Known = Mapping[str, set[str]]  # the spellings of each key, as they are told
NEAREST = 3
MOST_NAMED = 6  # of several that a name may mean


@dataclass
class Sitting:
    """An open record, asked for what a judgement names.  Each `find` raises InputError or UnknownId."""

    ledger: SqlLedger

    @cached_property
    def corpus(self) -> Corpus:
        """The record as it is judged now, with the names that reports use."""
        return judged(self.ledger.corpus(derived=True), standing(self.ledger.judgements()))

    @cached_property
    def views(self) -> Views:
        """Its views."""
        return self.ledger.views()

    def report(self, given: str) -> str:
        """The id of a report."""
        return self.ledger.find_report(given).report_id

    def version(self, given: str) -> str:
        """The id of the version of the report that counts.  Raises InputError too where that is withdrawn already."""
        found, aside = self.report(given), self.ledger.aside()
        while found in aside and aside[found].reason is AsideReason.SUPERSEDED:
            found = aside[found].by
        if found in aside:
            raise InputError(f"{found} is withdrawn already: undo {aside[found].by} to have it count again")
        return found

    def claim(self, given: str) -> str:
        """The id of a claim."""
        return self.ledger.find_claim(given).claim_id

    def event(self, given: str) -> Event:
        """The event of this id, or the one that the claim of this id stands in."""
        found = self.ledger.resolve_id(given)
        for event in self.views.events:
            if found == event.event_id or found in event.claim_ids:
                return event
        raise UnknownId(f"{found!r} in {self.ledger.name} is no event and stands in none: fogline events lists ids")

    def told(self, claim_ids: Iterable[str]) -> tuple[str, ...]:
        """Those of the claims that deny nothing: a denial goes with the event that it denies."""
        told = {claim.claim_id for claim in self.corpus.claims() if claim.status is not Status.DENIED}
        return tuple(i for i in claim_ids if i in told)

    def outlet(self, given: str) -> str:
        """What the outlet of this name is known by."""
        outlets = {reading.outlet for reading in self.corpus.readings if reading.outlet}
        if not any(spelt(outlet) == spelt(given) for outlet in outlets):
            raise InputError(_unknown("outlet", given, outlets))
        return outlet_key(given)

    def key(self, kind: str, given: str) -> str:
        """The key of an actor or a place."""
        return self.actor(given) if kind == ACTOR else self.place(given)

    def actor(self, given: str) -> str:
        """The key of an actor, by it or by a name that reports call the actor by."""
        return self._one(ACTOR, given)

    def place(self, given: str) -> str:
        """The key of a place, by it or by a name that reports call the place by."""
        return self._one(PLACE, given)

    def read_place(self, given: str) -> str:
        """The key that the place was read with: a place that was moved is moved again from there."""
        return _only(PLACE, given, _matching(given, _spellings(self.ledger.corpus())[PLACE]), self.corpus)

    def kind(self, given: str) -> str:
        """Whether it is an event or claim, an actor, or a place."""
        if given.startswith(("event-", "claim-")):
            return EVENT
        kinds = [kind for kind in (ACTOR, PLACE) if _matching(given, self.known[kind])]
        if len(kinds) == 1:
            return kinds[0]
        if kinds:
            keys = [key for kind in kinds for key in _matching(given, self.known[kind])]
            raise InputError(f"{given!r} names an actor and a place: give the id of one ({', '.join(keys)})")
        every = {text for known in self.known.values() for texts in known.values() for text in texts}
        raise InputError(_unknown("actor or place", given, every))

    @cached_property
    def known(self) -> Mapping[str, Known]:
        """The spellings of all actors and places, by kind and key."""
        return _spellings(self.corpus)

    def spellings(self, key: str) -> set[str]:
        """How reports spell an actor."""
        return {name.text for name, kind in _names(self.corpus) if kind == ACTOR and key_of(name) == key}

    def sources(self, given: str) -> tuple[str, ...]:
        """All that goes by a name and may vouch for something: a cited source, an outlet, an agency."""
        corpus, found = self.corpus, list[str]()
        cited = {key_of(name) for c in corpus.claims() for name in c.attribution.speakers}
        found += [key for key in _matching(given, self.known[ACTOR]) if key in cited]
        publishers = {r.outlet for r in corpus.readings if r.outlet} | {o.agency for o in corpus.origins if o.agency}
        found += sorted({outlet_key(name) for name in publishers if spelt(name) == spelt(given)})
        if not found:
            texts = {text for key in cited for text in self.known[ACTOR].get(key, ())} | publishers
            raise InputError(_unknown("outlet, agency or cited source", given, texts))
        return tuple(found)

    def _one(self, kind: str, given: str) -> str:
        return _only(kind, given, _matching(given, self.known[kind]), self.corpus)


def _only(kind: str, given: str, found: list[str], corpus: Corpus) -> str:
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(found[:MOST_NAMED])
        raise InputError(f"{given!r} may be {len(found)} {kind}s: give the id of one ({listed})")
    texts = {text for texts in _spellings(corpus)[kind].values() for text in texts}
    raise InputError(_unknown(kind, given, texts))


def _matching(given: str, known: Known) -> list[str]:
    """The keys that this is, or is a spelling of."""
    if given in known:
        return [given]
    wanted = spelt(given)
    return sorted(key for key, texts in known.items() if any(spelt(text) == wanted for text in texts))


def _spellings(corpus: Corpus) -> Mapping[str, dict[str, set[str]]]:
    found: dict[str, dict[str, set[str]]] = {ACTOR: {}, PLACE: {}}
    for name, kind in _names(corpus):
        found[kind].setdefault(key_of(name), set()).add(name.text)
    for key, actor in corpus.actors.items():
        if key in found[ACTOR]:
            found[ACTOR][key].add(actor.name)
    for key, place in corpus.places.items():
        found[PLACE].setdefault(key, set()).add(place.name)
    for key, text in corpus.judged.names.items():
        for known in found.values():
            if key in known:
                known[key].add(text)
    return found


def _names(corpus: Corpus) -> Iterator[tuple[Name, str]]:
    for claim in corpus.claims():
        yield from ((name, ACTOR) for name in claim.actors + claim.attribution.speakers)
        yield from ((name, PLACE if claim.type is ClaimType.LINK else ACTOR) for name in claim.targets)
        if claim.place is not None:
            yield claim.place, PLACE


def _unknown(kind: str, given: str, known: Iterable[str]) -> str:
    by_words = {spelt(text): text for text in sorted(known)}
    near = [by_words[found] for found in get_close_matches(spelt(given), by_words, n=NEAREST)]
    advice = f"did you mean {' or '.join(near)}?" if near else "fogline claims and fogline actors list the names"
    return f"the record knows no {kind} {given!r}: {advice}"
