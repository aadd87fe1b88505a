"""The roster: who is who in the world's conflicts, and where a text names them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from fogline.grounding.roster_data import Entry, State, made_entries, read_entries, read_states
from fogline.grounding.roster_heads import DATA, Heads, load_heads
from fogline.grounding.roster_words import (
    ACRONYM_LENGTH,
    Words,
    is_acronym,
    light,
    loose,
    name_keys,
    split,
    split_and_keys,
)
from fogline.records import Actor, ActorKind

_LOOSE_KINDS = frozenset((ActorKind.ARMED_GROUP, ActorKind.PERSON))
_ENTRIES, _STATES = " entries", " states"  # no word holds a space
CAPITALS_LINE_WORDS = 4


@dataclass(frozen=True, slots=True)
class RosterHit:
    """`text[start:end]` names `actor`.  Units: code points, half-open; a possessive 's is not part of it."""

    start: int
    end: int
    actor: Actor


@dataclass(frozen=True, slots=True)
class _Name:
    """One spelling of an actor's name, and what a text must show to be taken for it."""

    actor: Actor
    keys: tuple[str, ...]
    capitals: tuple[bool, ...]
    sure: bool
    loose: bool
    acronym: bool
    exact: str  # the only spelling that counts, for short names with inner capitals such as "LeT"; else empty
    commas: bool


@dataclass(slots=True)
class _Find:
    """Words start..end of a text name one of these."""

    start: int
    end: int
    names: tuple[_Name, ...] = ()
    actor: Actor | None = None


@dataclass(slots=True)
class _Evidence:
    """Of which countries a text speaks, by how many words."""

    countries: Counter[str] = field(default_factory=Counter)

    def decide(self, names: tuple[_Name, ...], country: str | None) -> Actor | None:
        """The actor that the text's countries speak for; else the one that needs no support; else none."""
        weight = {n.actor.actor_id: self._weight(n.actor, country) for n in names}
        best = max(weight.values())
        actors = {n.actor.actor_id: n.actor for n in names if weight[n.actor.actor_id] == best}
        if best > 0 and len(actors) == 1:
            return next(iter(actors.values()))
        sure = {n.actor.actor_id: n.actor for n in names if n.sure}
        return next(iter(sure.values())) if len(sure) == 1 else None

    def _weight(self, actor: Actor, country: str | None) -> int:
        if actor.country is None:
            return 0
        return 1_000_000 if actor.country == country else self.countries[actor.country]


class Roster:
    """Actors by id, and a trie over the words of their names.  `Roster.load()` gives the shared one."""

    def __init__(self, states: tuple[State, ...], entries: tuple[Entry, ...], heads: Heads) -> None:
        self.heads = heads
        self.states = {s.code: s for s in states}
        self._actors = {e.actor.actor_id: e.actor for e in entries}
        self._state_run = frozenset(e.actor.actor_id for e in entries if e.state_run)
        self._root: dict[str, Any] = {}
        self.state_starts: set[str] = set()  # the keys (`name_keys`) of the first words of states and demonyms
        self._names: dict[str, list[_Name]] = {}
        for state in states:
            for word in (*state.adjectives, state.name, *state.aliases):
                self._add_state(word, state)
        for entry in entries:
            for alias in (*entry.names, *entry.doubtful):
                self._add_name(alias, entry.actor, alias not in entry.doubtful)

    @classmethod
    def load(cls) -> Roster:
        """The roster of the shipped tables, built once per process (about half a second)."""
        return _load()

    def __iter__(self) -> Iterator[Actor]:
        """All actors, in the order of their ids."""
        return iter(self._actors[key] for key in sorted(self._actors))

    def get(self, actor_id: str) -> Actor | None:
        """The actor of this id, or `None`."""
        return self._actors.get(actor_id)

    def state_run(self, actor_id: str) -> bool:
        """Whether an agency is owned or run by a state or a party to a war."""
        return actor_id in self._state_run or actor_id.startswith("media:")

    def find(self, name: str, *, country: str | None = None) -> Actor | None:
        """The actor of this name, whatever its case, articles and romanisation; `None` if unknown or undecided.

        `country` (ISO code) decides between actors of one name, and supports a doubtful one.
        """
        found = split(name)
        if found.keys and found.keys[0].lower() == "the":
            found = Words(found.text, found.starts[1:], found.ends[1:], found.keys[1:], found.owned[1:])
        if not found.keys:
            return None
        names = self._names.get(_plain(found.keys))
        if names:
            return _Evidence().decide(tuple(names), country)
        made = self._compose_at(found, name_keys(found), 0) or self._body_of(found, name_keys(found), 0)
        if made and made.end == len(found.keys):
            return made.actor
        names = self._names.get(_plain([loose(k) for k in found.keys]))
        return _Evidence().decide(tuple(names), country) if names else None

    def match(self, text: str, *, country: str | None = None) -> tuple[RosterHit, ...]:
        """The actors that `text` names: longest, not overlapping, in order.

        `country` (ISO code) is the main country, where known: it decides between actors of one name.
        """
        return _matched(self, text, country)

    def _match(self, text: str, country: str | None) -> tuple[RosterHit, ...]:
        found, keys = split_and_keys(text)
        evidence = _Evidence()
        finds = self._scan(found, keys, evidence)
        for find in finds:
            if find.actor is not None and find.actor.country:
                evidence.countries[find.actor.country] += 1
        hits = []
        for find in finds:
            actor = find.actor or evidence.decide(find.names, country)
            if actor is not None:
                hits.append(RosterHit(found.starts[find.start], found.ends[find.end - 1], actor))
        return tuple(hits)

    def state_at(self, found: Words, keys: list[str], start: int) -> tuple[State, int] | None:
        """The state whose name or demonym stands at word `start`, and the index after it; the longest."""
        if keys[start] not in self.state_starts:
            return None
        node, best = self._root, None
        for i in range(start, len(keys)):
            node = node.get(keys[i], {})
            if not node:
                break
            for state, lights, capitals in node.get(_STATES, ()):
                if _same(found, start, lights, capitals):
                    best = (state, i + 1)
            if found.broken(i):
                break
        return best

    def _scan(self, found: Words, keys: list[str], evidence: _Evidence) -> list[_Find]:
        """Every find of the text, undecided ones with their candidates."""
        finds: list[_Find] = []
        root, bodies = self._root, self.heads.roles.root
        i, size = 0, len(keys)
        while i < size:
            find = None
            if keys[i] in root:
                find = self._named_at(found, keys, i)
                made = self._compose_at(found, keys, i, evidence)
                if made and (find is None or made.end > find.end):
                    find = made
            if find is None and found.keys[i] in bodies:
                find = self._body_of(found, keys, i)
            if find is None:
                i += 1
                continue
            if i and keys[i - 1] == "al" and found.joined(i - 1) and (not finds or finds[-1].end < i):
                find.start = i - 1
            finds.append(find)
            i = find.end
        return finds

    def _named_at(self, found: Words, keys: list[str], start: int) -> _Find | None:
        """The longest listed name at `start`."""
        node, best, clean = self._root, None, True
        for i in range(start, len(keys)):
            node = node.get(keys[i], {})
            if not node:
                break
            names = tuple(n for n in node.get(_ENTRIES, ()) if (clean or n.commas) and _fits(n, found, start))
            if names:
                best = _Find(start, i + 1, names)
            clean = clean and not found.broken(i)
        if best and len({n.actor.actor_id for n in best.names}) == 1 and best.names[0].sure:
            best.actor = best.names[0].actor
        return best

    def _compose_at(self, found: Words, keys: list[str], start: int, evidence: _Evidence | None = None) -> _Find | None:
        """A state's body or side at `start`: "Peruvian government forces", "Costa Rica's police"."""
        named = self.state_at(found, keys, start)
        if named is None:
            return None
        state, end = named
        if evidence is not None:
            evidence.countries[state.country] += 1
        if end >= len(keys) or (found.broken(end - 1)):
            return None
        body = self.heads.read_body(found.keys, end, found.clause_end(end))
        if body is None or found.joined(body.end - 1) or self._verb(found, start, end, body.end, state):
            return None
        if body.local and state.code == state.country:
            return None
        return _Find(start, body.end, actor=self._actors[_body_id(body.role, state.code)])

    def _verb(self, found: Words, start: int, end: int, last: int, state: State) -> bool:
        """Whether the word after a bare name of a state may be a verb: "Peru forces Chile to"."""
        bare = not found.owned[end - 1] and " ".join(found.keys[start:end]) not in _adjective_keys(state)
        return bare and last - end == 1 and found.keys[end] in self.heads.verb_heads

    def _body_of(self, found: Words, keys: list[str], start: int) -> _Find | None:
        """A body before its state: "the army of Peru", "Ministry of Defence of the Czech Republic"."""
        stop = found.clause_end(start)
        body = self.heads.roles.longest(found.keys, start, stop)
        if body is None or body[1] + 1 >= stop or found.keys[body[1]] != "of":
            return None
        at = body[1] + 1
        at += found.keys[at] == "the"
        named = self.state_at(found, keys, at) if at < stop else None
        if named is None:
            return None
        if " ".join(found.keys[at : named[1]]) in _adjective_keys(named[0]):
            return None
        if self.heads.read_body(found.keys, named[1], stop):
            return None  # "jets of the Peru Air Force": the body stands behind
        return _Find(start, named[1], actor=self._actors[_body_id(body[0], named[0].code)])

    def _add_state(self, word: str, state: State) -> None:
        found = split(word)
        keys = name_keys(found)
        row = (state, _lights(found, keys), tuple(map(_capital, _raws(found))))
        self.state_starts.add(keys[0])
        rows = self._node(keys).setdefault(_STATES, [])
        if all((r[0].code, r[1]) != (state.code, row[1]) for r in rows):
            rows.append(row)

    def _add_name(self, alias: str, actor: Actor, sure: bool) -> None:
        found = split(alias)
        keys = name_keys(found)
        raws = _raws(found)
        loosely = actor.kind in _LOOSE_KINDS and sum(k != "al" for k in keys) > 1
        acronym = len(keys) == 1 and is_acronym(raws[0])
        short = len(keys) == 1 and len(raws[0]) <= ACRONYM_LENGTH and not acronym
        exact = raws[0] if short and raws[0][1:] != raws[0][1:].lower() else ""
        name = _Name(
            actor, _lights(found, keys), tuple(map(_capital, raws)), sure, loosely, acronym, exact, "," in alias
        )
        self._insert(keys, name)
        if keys[0] == "al" and len(keys) > 1 and len(found.keys[1]) > 4:
            bare = replace(name, keys=name.keys[1:], capitals=name.capitals[1:], loose=loosely and len(keys) > 2)
            self._insert(keys[1:], bare)
        self._names.setdefault(_plain(found.keys), []).append(name)
        if loosely:
            self._names.setdefault(_plain([loose(k) for k in found.keys]), []).append(name)

    def _insert(self, keys: list[str], name: _Name) -> None:
        rows = self._node(keys).setdefault(_ENTRIES, [])
        if (name.actor.actor_id, name.keys, name.capitals) not in {
            (n.actor.actor_id, n.keys, n.capitals) for n in rows
        }:
            rows.append(name)

    def _node(self, keys: list[str]) -> dict[str, Any]:
        node = self._root
        for key in keys:
            node = node.setdefault(key, {})
        return node


@lru_cache(maxsize=2)
def _matched(roster: Roster, text: str, country: str | None) -> tuple[RosterHit, ...]:
    """What stands in a text: a report is asked for it by the roster itself and by its forces."""
    return roster._match(text, country)


def _body_id(role: str, code: str) -> str:
    return f"side:{code}:{role[5:]}" if role.startswith("side:") else f"{role}:{code}"


def _plain(keys: list[str]) -> str:
    """The key of a whole name, without articles of Arabic names."""
    kept = [light(k).lower() for k in keys if k.lower() not in {"al", "el", "ul", "the"}]
    return " ".join(kept or keys)


def _raws(found: Words) -> list[str]:
    return [found.raw(i) for i in range(len(found.keys))]


def _lights(found: Words, keys: list[str]) -> tuple[str, ...]:
    return tuple("al" if k == "al" else light(f) for k, f in zip(keys, found.keys, strict=True))


def _capital(raw: str) -> bool:
    return raw[:1].isupper() and raw.lower() not in {"al", "el", "the"}


def _same(found: Words, start: int, lights: tuple[str, ...], capitals: tuple[bool, ...]) -> bool:
    """Whether the words from `start` are these, with capitals where these have them."""
    for i, (key, capital) in enumerate(zip(lights, capitals, strict=True), start):
        if key != "al" and light(found.keys[i]) != key:
            return False
        if capital and not found.text[found.starts[i]].isupper():
            return False
    return True


def _fits(name: _Name, found: Words, start: int) -> bool:
    """Whether the words from `start`, whose loose keys are the name's, are written as the name asks."""
    if name.loose:
        capitals = enumerate(name.capitals, start)
        if any(c and not found.text[found.starts[i]].isupper() for i, c in capitals):
            return False
    elif not _same(found, start, name.keys, name.capitals):
        return False
    if name.exact and found.raw(start) != name.exact:
        return False
    return not (name.acronym and _in_capitals(found.text, found.starts[start]))


def _in_capitals(text: str, at: int) -> bool:
    """Whether the line around `at` is all in capitals, so that an acronym cannot be told from a word."""
    line = text[text.rfind("\n", 0, at) + 1 : text.find("\n", at) if "\n" in text[at:] else len(text)]
    return line.isupper() and len(line.split()) >= CAPITALS_LINE_WORDS


@lru_cache(maxsize=512)
def _adjective_keys(state: State) -> frozenset[str]:
    return frozenset(" ".join(split(a).keys) for a in state.adjectives)


@lru_cache(maxsize=1)
def _load() -> Roster:
    heads = load_heads()
    states = read_states(DATA)
    entries = {e.actor.actor_id: e for state in states for e in made_entries(state, heads)}
    for entry in read_entries(DATA, entries):
        entries[entry.actor.actor_id] = entry
    return Roster(states, tuple(entries.values()), heads)
