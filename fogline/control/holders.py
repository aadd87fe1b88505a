"""Who can hold a place, and by what name a holder is called.

A war monitor, an agency and people without a name ("two officials") never hold a place; nor does a word for anybody
under arms ("gunmen", "troops") that could not be told to be one party, nor a side "as such" of another country than the
place's, which is the word of another war.  What such a word says of a place is kept as said by nobody in particular.
A name that no list knows is a party where one of its words is a word for a force ("the Upper Valley Brigade").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fogline.control.rules import rules
from fogline.language.words import words
from fogline.records import Actor, ActorKind, Corpus, Name, Place
from fogline.records.sources import Sources, key_of

_NEVER = frozenset({ActorKind.MONITOR, ActorKind.AGENCY, ActorKind.UNNAMED})
_ARMED = frozenset({ActorKind.MILITARY, ActorKind.ARMED_GROUP, ActorKind.SIDE})
_BY_OFFICE = frozenset({ActorKind.SIDE, ActorKind.MILITARY})


@dataclass(frozen=True, slots=True)
class Holders:
    """The actors of a record as holders of places."""

    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    regular: frozenset[str]  # the sides of states and their armies
    heads: Mapping[str, str]  # a side -> the armed actor of it that claims name most
    texts: Mapping[str, str]  # an actor -> the text that claims use most

    @classmethod
    def of(cls, corpus: Corpus, sources: Sources) -> Holders:
        """Read them off a corpus."""
        named = Counter(name for claim in corpus.claims() for name in claim.actors + claim.targets)
        regular = frozenset(
            sources.side(Name(actor.name, key))
            for key, actor in corpus.actors.items()
            if actor.kind in (ActorKind.STATE, ActorKind.MILITARY)
        )
        return cls(corpus.actors, corpus.places, regular, _heads(named, corpus.actors, sources), _texts(named))

    def able(self, names: Iterable[Name], where: str | None = None) -> tuple[Name, ...]:
        """Those of the names that can hold a place in a country (an ISO code, where it is known)."""
        return tuple(name for name in names if self._is_able(name, where))

    def _is_able(self, name: Name, where: str | None) -> bool:
        if name.key in self.places:
            return False
        actor = self.actors.get(name.key or "")
        if actor is None:
            return True
        if actor.kind in _NEVER:
            return False
        if actor.kind is ActorKind.SIDE:
            return None in (where, actor.country) or actor.country == where
        return actor.kind is not ActorKind.OTHER or self._is_force(name)

    def _is_force(self, name: Name) -> bool:
        said = words(name.text)
        return not set(said) <= rules().anybody and bool(set(said) & (rules().forces | rules().anybody))

    def is_armed(self, name: Name) -> bool:
        """Whether it is a force, a group or a side, and no state, office or person."""
        actor = self.actors.get(name.key or "")
        return actor is None or actor.kind in _ARMED or actor.kind is ActorKind.OTHER

    def may_be(self, side: str, said: Iterable[Name]) -> bool:
        """Whether words that name nobody ("rebels", "troops") may mean this side."""
        spoken = {word for name in said for word in words(name.text)}
        if spoken & rules().irregulars:
            return side not in self.regular
        return not spoken & rules().regulars or side in self.regular

    def called(self, name: Name, sources: Sources) -> Name:
        """The name that a holder goes by: a force's or a side's own name, a state's or person's force, else as told."""
        actor = self.actors.get(name.key or "")
        if actor is None or name.key is None:
            return name
        if actor.kind in _BY_OFFICE:
            return Name(actor.name, name.key)
        if actor.kind in (ActorKind.STATE, ActorKind.BODY, ActorKind.PERSON):
            return self._force_of(actor, name, sources)
        return Name(self.texts.get(name.key, name.text), name.key)

    def _force_of(self, actor: Actor, name: Name, sources: Sources) -> Name:
        own = self.actors.get(actor.side or "")
        head = self.actors.get(self.heads.get(sources.side(name), ""))
        force = own if own and own.kind is ActorKind.ARMED_GROUP else head
        if force is None or not actor.side:
            return Name(self.texts.get(name.key or "", name.text), name.key)
        return self.called(Name(force.name, force.actor_id), sources)


def _heads(named: Mapping[Name, int], actors: Mapping[str, Actor], sources: Sources) -> dict[str, str]:
    counts: dict[str, Counter[str]] = {}
    for name, count in named.items():
        actor = actors.get(name.key or "")
        if actor is not None and actor.kind in _ARMED:
            counts.setdefault(sources.side(name), Counter())[actor.actor_id] += count
    return {side: min(found, key=lambda key: (-found[key], key)) for side, found in counts.items()}


def _texts(named: Mapping[Name, int]) -> dict[str, str]:
    """The commonest text of each actor that is written as a name; else the commonest."""
    found: dict[str, dict[str, int]] = {}
    for name, count in named.items():
        found.setdefault(key_of(name), {})[name.text] = count
    return {
        key: min(texts, key=lambda text: (not text[:1].isupper(), -texts[text], text)) for key, texts in found.items()
    }
