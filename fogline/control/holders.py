"""Who can hold a place, and by what name a holder is called.

A war monitor, an agency and people without a name ("two officials") never hold a place; nor does a word for anybody
under arms ("gunmen", "troops") that could not be told to be one party, or that was told to be one of another country
than the place's though it does not say so: that is the word of another war.  What such a word says of a place is kept
as said by nobody in particular.
A name that no list knows is a party where one of its words is a word for a force ("the Upper Valley Brigade").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fogline.control.rules import rules
from fogline.control.weights import is_named
from fogline.language.words import words
from fogline.records import Actor, ActorKind, Anchor, Claim, ClaimType, Corpus, Name, Place
from fogline.records.sources import Sources, key_of

_NEVER = frozenset({ActorKind.MONITOR, ActorKind.AGENCY, ActorKind.UNNAMED})
_ARMED = frozenset({ActorKind.MILITARY, ActorKind.ARMED_GROUP, ActorKind.SIDE})
_STEM = 4  # letters in which the words for a land and its people agree
_BY_OFFICE = frozenset({ActorKind.SIDE, ActorKind.MILITARY})


@dataclass(frozen=True, slots=True)
class Holders:
    """The actors of a record as holders of places."""

    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    regular: frozenset[str]  # the sides of states and their armies
    heads: Mapping[str, str]  # a side -> the armed actor of it that claims name most
    groups: Mapping[str, str]  # a side -> the group that "the rebels" are in this record
    unions: Mapping[str, str]  # "coalition" -> the only coalition that is named
    texts: Mapping[str, str]  # an actor -> the text that claims use most
    known: frozenset[str]  # the actors that claims call by the roster's name for them
    states: Mapping[str, Name]  # a country (an ISO code) -> the force of its one government
    beside: Mapping[Anchor, frozenset[Name]]  # who is named by the claims of a sentence, where one of them is a link

    @classmethod
    def of(cls, corpus: Corpus, sources: Sources) -> Holders:
        """Read them off a corpus."""
        named = Counter(name for claim in corpus.claims() for name in claim.actors + claim.targets)
        regular = frozenset(
            sources.side(Name(actor.name, key))
            for key, actor in corpus.actors.items()
            if actor.kind in (ActorKind.STATE, ActorKind.MILITARY)
        )
        counts = _counts(named, corpus.actors, sources)
        heads = {side: min(found, key=lambda key: (-found[key], key)) for side, found in counts.items()}
        groups = _groups(counts, corpus.actors) | _governments(named, counts, corpus.actors, sources)
        said = {(name.key or "", tuple(words(name.text))) for name in named}
        known = frozenset(key for key, actor in corpus.actors.items() if (key, tuple(words(actor.name))) in said)
        unions, texts = _unions(corpus.actors, named), _texts(named)
        states = _states(corpus.actors, heads, texts, sources)
        return cls(corpus.actors, corpus.places, regular, heads, groups, unions, texts, known, states, _beside(corpus))

    def able(self, names: Iterable[Name], where: str | None = None) -> tuple[Name, ...]:
        """Those of the names that can hold a place in a country (an ISO code, where it is known).

        "The coalition" is the one coalition that the record names.
        """
        meant = (self._meant(name) for name in names)
        return tuple(name for name in meant if self._is_able(name, where))

    def of_here(self, names: Iterable[Name], where: str | None) -> tuple[Name, ...]:
        """The names, without the words for anybody that were read as a force of another country than the place's."""
        return tuple(name for name in names if not self._is_of_abroad(name, where))

    def _is_of_abroad(self, name: Name, where: str | None) -> bool:
        actor = self.actors.get(name.key or "")
        if actor is None or actor.kind not in _BY_OFFICE or None in (where, actor.country):
            return False
        return actor.country != where and not _names_the_land(name.text, actor.name)

    def _meant(self, name: Name) -> Name:
        said = words(name.text)
        key = self.unions.get(said[-1]) if len(said) == 1 else None
        return Name(self.texts[key], key) if key else name

    def _is_able(self, name: Name, where: str | None) -> bool:
        if name.key in self.places:
            return False
        actor = self.actors.get(name.key or "")
        if actor is None:
            return True
        if self.keeps_peace(name):
            return False
        if actor.kind in _NEVER:
            return actor.kind is ActorKind.UNNAMED and bool(set(words(name.text)) & rules().locals)
        if actor.kind is ActorKind.BODY and actor.side is None and actor.country is None:
            return self._is_force(name)
        if self._is_of_abroad(name, where):
            return False
        return actor.kind is not ActorKind.OTHER or self._is_force(name)

    def keeps_peace(self, name: Name) -> bool:
        """Whether it is a force of the United Nations: it has camps of its own, and holds no place for itself."""
        actor = self.actors.get(name.key or "")
        said = words(actor.name) if actor is not None and actor.kind in (ActorKind.MILITARY, ActorKind.BODY) else []
        return said[:1] == ["un"] or said == ["united", "nations"]

    def peacekeepers(self, claim: Claim) -> tuple[Name, ...]:
        """The blue helmets that a sentence names as who has a place, or took it."""
        return tuple(n for n in claim.actors if self.keeps_peace(n) and is_named(n, claim.anchor))

    def _is_force(self, name: Name) -> bool:
        said = words(name.text)
        return not set(said) <= rules().anybody and bool(set(said) & (rules().forces | rules().anybody))

    def country_of(self, place: Name | None) -> str | None:
        """The country of a place, an ISO code, where it is known."""
        known = self.places.get(place.key or "") if place else None
        return known.country if known else None

    def at_home(self, names: Iterable[Name], where: str | None) -> tuple[Name, ...]:
        """The forces of a country among the names, and the groups that fight in it."""
        able = self.able(names, where)
        return tuple(
            n for n in able if self.is_armed(n) and (known := self.actors.get(n.key or "")) and known.country == where
        )

    def is_armed(self, name: Name) -> bool:
        """Whether it is a force, a group or a side, and no state, office or person."""
        actor = self.actors.get(name.key or "")
        return actor is None or actor.kind in _ARMED or actor.kind is ActorKind.OTHER

    def travels(self, name: Name, where: str | None) -> bool:
        """Whether it is a person in another country than his own, who brings no forces there."""
        actor = self.actors.get(name.key or "")
        return actor is not None and actor.kind is ActorKind.PERSON and actor.country != where

    def is_listed(self, name: Name) -> bool:
        """Whether a list of actors knows it."""
        actor = self.actors.get(name.key or "")
        return actor is not None and actor.kind is not ActorKind.OTHER

    def state_of(self, where: str | None) -> Name | None:
        """The force of a country's government, where the record knows one government of it: its army, if it is told."""
        return self.states.get(where) if where else None

    def force(self, side: str) -> Name | None:
        """The armed actor of a side that claims name most."""
        key = self.heads.get(side)
        return Name(self.actors[key].name, key) if key else None

    def may_be(self, side: str, said: Iterable[Name]) -> bool:
        """Whether words that name nobody ("rebels", "troops") may mean this side."""
        role = self.role(said)
        return role is None or role == (side in self.regular)

    def role(self, said: Iterable[Name]) -> bool | None:
        """Whether the words mean an army or government (true), irregulars (false), or either (none)."""
        names = tuple(said)
        if any(self._is_side(name) for name in names):
            return any(self._is_side(name) and name.key in self.regular for name in names)
        spoken = {word for name in names for word in words(name.text)}
        if spoken & rules().irregulars:
            return False
        return True if spoken & rules().regulars else None

    def _is_side(self, name: Name) -> bool:
        actor = self.actors.get(name.key or "")
        return actor is not None and actor.kind is ActorKind.SIDE

    def called(self, name: Name, sources: Sources) -> Name:
        """The name that a holder goes by: a force's or a side's own name, a state's or person's force, else as told."""
        actor = self.actors.get(name.key or "")
        if actor is None or name.key is None:
            return name
        if actor.kind in _BY_OFFICE and name.key in self.groups:
            group = self.groups[name.key]
            return Name(self.texts.get(group, self.actors[group].name), group)
        if actor.kind in _BY_OFFICE:
            return Name(self._by_office(actor), name.key)
        if actor.kind in (ActorKind.STATE, ActorKind.BODY, ActorKind.PERSON):
            return self._force_of(actor, name, sources)
        return Name(self.texts.get(name.key, name.text), name.key)

    def _by_office(self, actor: Actor) -> str:
        """The roster's name of a force or side where the record uses it; else the record's own, if it is a name.

        So are its initials.
        """
        text = self.texts.get(actor.actor_id, actor.name)
        told = text if text[:1].isupper() and (" " in text or text.isupper()) else actor.name
        return actor.name if actor.actor_id in self.known else told

    def _force_of(self, actor: Actor, name: Name, sources: Sources) -> Name:
        own = self.actors.get(actor.side or "")
        head = self.actors.get(self.heads.get(sources.side(name), ""))
        force = own if own and own.kind is ActorKind.ARMED_GROUP else head
        if force is None or not actor.side:
            return Name(self.texts.get(name.key or "", name.text), name.key)
        return self.called(Name(force.name, force.actor_id), sources)


def _names_the_land(text: str, called: str) -> bool:
    """Whether the words as told share more with the actor's name than words for anybody: "Serb" and "Serbian" do."""
    told, own = ({word[:_STEM] for word in words(said) if word not in rules().anybody} for said in (text, called))
    return bool(told & own)


def _counts(named: Mapping[Name, int], actors: Mapping[str, Actor], sources: Sources) -> dict[str, Counter[str]]:
    """How often the armed actors of each side are named."""
    counts: dict[str, Counter[str]] = {}
    for name, count in named.items():
        actor = actors.get(name.key or "")
        if actor is not None and actor.kind in _ARMED:
            counts.setdefault(sources.side(name), Counter())[actor.actor_id] += count
    return counts


def _groups(counts: Mapping[str, Counter[str]], actors: Mapping[str, Actor]) -> dict[str, str]:
    """The group by which a side goes: most of all that is told of its groups, and named more than the side as such."""
    groups: dict[str, str] = {}
    for side, found in counts.items():
        told = {key: n for key, n in found.items() if actors[key].kind is ActorKind.ARMED_GROUP}
        best = min(told, key=lambda key: (-told[key], key), default=None)
        armies = any(actors[key].kind is ActorKind.MILITARY for key in found)
        if best is None or armies or side == best:
            continue
        if told[best] >= rules().one_group * sum(told.values()) and told[best] > found.get(side, 0):
            groups[side] = best
    return groups


def _governments(
    named: Mapping[Name, int], counts: Mapping[str, Counter[str]], actors: Mapping[str, Actor], sources: Sources
) -> dict[str, str]:
    """The government with a name of its own by which a state's side and army go, where claims name it more."""
    told: Counter[str] = Counter()
    for name, count in named.items():
        actor = actors.get(name.key or "")
        if actor is not None and actor.kind is ActorKind.STATE and actor.side is None:
            told[actor.actor_id] += count
    found: dict[str, str] = {}
    for key, count in sorted(told.items()):
        side = sources.sides.get(key, key)
        if side != key:
            found |= {
                other: key for other, n in counts.get(side, Counter()).items() if n < count and _is_army(other, actors)
            }
    return found


def _states(
    actors: Mapping[str, Actor], heads: Mapping[str, str], texts: Mapping[str, str], sources: Sources
) -> dict[str, Name]:
    """Of each country that has one government here its force: the army that claims name, else the head of its side."""
    sides: dict[str, set[str]] = {}
    for key, actor in actors.items():
        if actor.kind is ActorKind.STATE and actor.country is not None:
            sides.setdefault(actor.country, set()).add(sources.side(Name(actor.name, key)))
    armies: dict[str | None, list[str]] = {}
    for key in texts:
        if key in actors and actors[key].kind is ActorKind.MILITARY:
            armies.setdefault(actors[key].side, []).append(key)
    found: dict[str, Name] = {}
    for country, of in sides.items():
        side = min(of)
        told = [key for key in armies.get(side, ()) if key.startswith("military:")]
        told = told or [key for key in (side,) if key in texts] or armies.get(side, [])
        force = min(told, default=heads.get(side))
        if len(of) == 1 and force is not None:
            found[country] = Name(actors[force].name, force)
    return found


def _is_army(key: str, actors: Mapping[str, Actor]) -> bool:
    return actors[key].kind in _BY_OFFICE


def _beside(corpus: Corpus) -> dict[Anchor, frozenset[Name]]:
    """Who is named by the claims of each sentence that tells of a link."""
    told = [claim for reading in corpus.readings for claim in reading.claims or ()]
    links = {claim.anchor for claim in told if claim.type is ClaimType.LINK}
    found: dict[Anchor, set[Name]] = {}
    for claim in told:
        if claim.anchor in links:
            found.setdefault(claim.anchor, set()).update(claim.actors + claim.targets)
    return {anchor: frozenset(names) for anchor, names in found.items()}


def _unions(actors: Mapping[str, Actor], named: Mapping[Name, int]) -> dict[str, str]:
    """The one actor that ends on each word for a union of parties; on any of them, where there is no other."""
    found: dict[str, set[str]] = {}
    for name in named:
        actor = actors.get(name.key or "")
        said = words(name.text)
        if actor is not None and actor.kind is ActorKind.ARMED_GROUP and said and said[-1] in rules().unions:
            found.setdefault(said[-1], set()).add(actor.actor_id)
    every = set().union(*found.values())
    return {word: next(iter(keys)) for word in rules().unions if len(keys := found.get(word, every)) == 1}


def _texts(named: Mapping[Name, int]) -> dict[str, str]:
    """The commonest text of each actor that is written as a name; else the commonest."""
    found: dict[str, dict[str, int]] = {}
    for name, count in named.items():
        found.setdefault(key_of(name), {})[name.text] = count
    return {
        key: min(texts, key=lambda text: (not text[:1].isupper(), -texts[text], text)) for key, texts in found.items()
    }
