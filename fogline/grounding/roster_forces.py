"""Forces that a report describes without naming them: "the army", "Polisario fighters", "the junta's troops"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from fogline.grounding.nouns import nouns
from fogline.grounding.roster import Roster, RosterHit
from fogline.grounding.roster_heads import load_heads
from fogline.grounding.roster_words import split, split_and_keys
from fogline.records import Actor, ActorKind

_OWNERS = frozenset((ActorKind.ARMED_GROUP, ActorKind.PERSON, ActorKind.BODY, ActorKind.MILITARY, ActorKind.STATE))
MAX_MODIFIERS = 6
MEN = "men"
_AGAINST = frozenset(("pro", "anti"))
_OF = (("of",), ("from",), ("loyal", "to"), ("under",), ("aligned", "with"), ("allied", "to"), ("allied", "with"))


class ForceRole(StrEnum):
    """Whose a described force is, as far as its words tell."""

    GOVERNMENT = "government"  # "government troops", "the junta", "security forces"
    REBELS = "rebels"
    STATE = "state"  # a state's own army, police or ministry: "the army", "Peruvian soldiers"
    GROUP = "group"  # of a named owner: "Polisario fighters"
    GENERIC = "generic"  # "gunmen", "fighters", "forces"


@dataclass(frozen=True, slots=True)
class Force:
    """A described force.  `country` is a state's code (ISO, or one such as "MD-transnistria"), `None` where not said.

    `head` is the folded head ("troops"); `arm` the body of a state that it means ("military", "airforce", "state");
    `owner` the named actor whose force it is; `backer` the code of the state that is said to back or lead it.
    """

    role: ForceRole
    country: str | None
    head: str
    arm: str | None = None
    owner: Actor | None = None
    backer: str | None = None


@dataclass(frozen=True, slots=True)
class ForceHit:
    """`text[start:end]` describes `force`; articles and numbers before it are not part of it.

    `head_end` is where the head ends: before `end` in "soldiers of Peru", equal to it in most.
    """

    start: int
    end: int
    force: Force
    head_end: int


@dataclass(slots=True)
class _Phrase:
    """What has been read of a noun phrase so far; `i` is the next word."""

    i: int
    leaning: str = ""
    country: str | None = None
    owner: Actor | None = None
    backer: str | None = None
    head: tuple[str, int] | None = None
    head_start: int = 0
    head_leaning: str = ""
    local: bool = False

    def qualified(self) -> bool:
        """Whether something says whose it is."""
        return bool(self.owner or self.country or self.backer or self.head_leaning)


def forces(text: str, *, country: str | None = None) -> tuple[ForceHit, ...]:
    """The forces that `text` describes, in order, not overlapping.  Any text will do.

    `country` is the main country, where known; it decides between owners of one name.
    """
    return tuple(_Reader(text, country).read())


def read_force(phrase: str, *, country: str | None = None) -> Force | None:
    """The force that a noun phrase describes ("the junta's troops"): the last one in it; `None` if there is none."""
    hits = forces(phrase, country=country)
    return hits[-1].force if hits else None


def force_actor(force: Force, *, country: str | None) -> Actor | None:
    """The actor that a force stands for, `country` being the report's main country; `None` where that is open.

    "the army" is the main country's army, "Peruvian rebels" that side; a named owner stands for its force, and a
    leader for the side; a generic force without an owner stands for nobody.
    """
    roster = Roster.load()
    if force.owner is not None:
        person = force.owner.kind is ActorKind.PERSON
        return roster.get(force.owner.side or "") or force.owner if person else force.owner
    code = force.country or country
    if code is None or force.role is ForceRole.GENERIC:
        return None
    if force.role is ForceRole.REBELS:
        return roster.get(f"side:{code}:rebels")
    if force.role is ForceRole.GOVERNMENT and force.arm != "state":
        return roster.get(f"side:{code}:government")
    return roster.get(f"{force.arm or 'military'}:{code}")


class _Reader:
    """Reads the noun phrases of one text."""

    def __init__(self, text: str, country: str | None) -> None:
        self.roster, self.heads = Roster.load(), load_heads()
        self.found, self.keys = split_and_keys(text)
        self.stops = self.found.clause_ends()
        index = {start: i for i, start in enumerate(self.found.starts)}
        self.hits = {index[h.start]: h for h in self.roster.match(text, country=country)}
        self.after = {end: i + 1 for i, end in enumerate(self.found.ends)}

    def read(self) -> Iterator[ForceHit]:
        """Every force, from left to right."""
        covered = 0
        for i in self._starts():
            hit = (self._phrase(i) or self._shared(i) or self._people(i)) if i >= covered else None
            if hit is not None:
                yield hit
                covered = self.after[hit.end]

    def _starts(self) -> list[int]:
        """The words that a force may begin with: of most words none does."""
        states, hits, others = self.roster.state_starts, self.hits, _first_words()
        return [
            i
            for i, (key, folded) in enumerate(zip(self.keys, self.found.keys, strict=True))
            if folded.lower() in others or key in states or i in hits
        ]

    def _phrase(self, start: int) -> ForceHit | None:
        """The force whose first word is `start`."""
        stop = self.stops[start]
        read = _Phrase(start)
        for _ in range(MAX_MODIFIERS):
            head = self.heads.heads.longest(self.found.keys, read.i, stop)
            longer = head is not None and (read.head is None or (head[1] > read.head[1] and not self._bare(head, read)))
            if head and longer and not self.found.joined(head[1] - 1):
                read.head, read.head_start, read.head_leaning = head, read.i, read.leaning
            if not self._modifier(read, stop) or read.i >= stop:
                break
        else:
            return None
        return self._hit(start, read)

    def _bare(self, head: tuple[str, int], read: _Phrase) -> bool:
        """Whether a head is the "men" of another head, and means nobody by itself: "the army's men"."""
        if read.head is None or read.qualified() or read.leaning or self.found.keys[head[1] - 1] != MEN:
            return False
        return self.found.text[self.found.ends[read.head[1] - 1] :].startswith(("'", "’"))

    def _modifier(self, read: _Phrase, stop: int) -> bool:
        """Read one modifier at the next word of the phrase; `False` if there is none."""
        i, found = read.i, self.found
        qualifier = self.heads.qualifiers.longest(found.keys, i, stop)
        if qualifier and not (found.joined(qualifier[1] - 1) and found.keys[qualifier[1]] in self.heads.backing):
            read.leaning = qualifier[0] if qualifier[0] not in {"neutral", "local"} else read.leaning
            read.local = read.local or qualifier[0] == "local"
            read.i = qualifier[1]
            return True
        against = found.keys[i] in _AGAINST and found.joined(i) and i + 1 < stop
        return self._owner(read, i + 1 if against else i, stop, found.keys[i] if against else "")

    def _owner(self, read: _Phrase, i: int, stop: int, prefix: str) -> bool:
        """Read an owner, a country or a backer at word `i`."""
        if read.owner or read.country:
            return False
        state = self.roster.state_at(self.found, self.keys, i)
        hit = self.hits.get(i)
        listed = hit is not None and _listed(hit) and hit.actor.kind in _OWNERS
        end = self.after[hit.end] if hit is not None and listed else state[1] if state else 0
        if not end or end > stop:
            return False
        backing = self.found.joined(end - 1) and self.found.keys[end] in self.heads.backing
        owner = hit.actor if hit is not None and listed else None
        code = owner.country if owner else state[0].code if state else None
        if prefix == "anti":
            read.i = end
        elif backing or (prefix and owner is None):
            read.backer, read.i = code, end + backing
        else:
            read.owner, read.country, read.i = owner, code, end
        if read.head and read.head[1] > i:
            read.head = None
        return True

    def _hit(self, start: int, read: _Phrase) -> ForceHit | None:
        """The force that was read, unless its words mean none."""
        if read.head is None:
            return self._named(start)
        role, end = read.head
        last = self._behind(read, end)
        if role == "owned" and not read.qualified():
            return None
        body = self.heads.roles.longest(self.found.keys, read.head_start, end)
        arm = body[0] if body and body[1] == end and not body[0].startswith("side:") else None
        if read.local and role == "government" and "-" not in (read.country or ""):
            role, arm = "generic", None  # "the state government" is not the state's
        words = " ".join(k.lower() for k in self.found.keys[read.head_start : end])
        force = Force(ForceRole.GENERIC, read.country, words, arm, read.owner, read.backer)
        force = replace(force, role=_role(read, role, arm))
        return ForceHit(self.found.starts[start], self.found.ends[last - 1], force, self.found.ends[end - 1])

    def _behind(self, read: _Phrase, end: int) -> int:
        """Read an owner behind the head ("soldiers of Peru", "forces loyal to ..."); the index after the phrase."""
        keys, stop = self.found.keys, self.stops[end - 1]
        at = next((end + len(w) for w in _OF if tuple(keys[end : end + len(w)]) == w), None)
        if at is None or at >= stop or read.owner or read.country:
            return end
        at += keys[at] == "the" and at + 1 < stop
        at += keys[at].lower() in nouns().titles and at + 1 < stop
        bare = _Phrase(at, backer="")
        if not self._owner(bare, at, stop, "") or bare.backer or bare.i > stop:
            return end
        if self.heads.heads.longest(keys, bare.i, stop) or self.heads.qualifiers.longest(keys, bare.i, stop):
            return end
        read.owner, read.country = bare.owner, bare.country
        return bare.i

    def _shared(self, start: int) -> ForceHit | None:
        """A demonym that shares its head with a later one: "Peruvian" in "Peruvian, Chilean and Bolivian soldiers"."""
        state = self.roster.state_at(self.found, self.keys, start)
        if state is None or start in self.hits:
            return None
        at = state[1]
        between = self.found.text[self.found.ends[at - 1] : self.found.starts[at]] if at < len(self.keys) else ""
        if between != ", " and self.found.keys[at : at + 1] != ["and"]:
            return None
        at += self.found.keys[at] == "and"
        later = (self._phrase(at) or self._shared(at)) if at < len(self.keys) else None
        if later is None or later.force.role is ForceRole.GROUP or later.force.owner:
            return None
        if later.force.country is None and later.force.role is not ForceRole.GOVERNMENT:
            return None
        body = self.heads.roles.longest(later.force.head.split(), 0, len(later.force.head.split()))
        role = ForceRole.STATE if body else later.force.role
        force = replace(later.force, role=role, country=state[0].code, arm=body[0] if body else None)
        end = self.found.ends[state[1] - 1]
        return ForceHit(self.found.starts[start], end, force, end)

    def _named(self, start: int) -> ForceHit | None:
        """A listed name that ends in a head of its own: "Khmer Rouge guerrillas"."""
        hit = self.hits.get(start)
        if hit is None or not _listed(hit) or hit.actor.kind not in _OWNERS:
            return None
        end = self.after[hit.end]
        head = self.heads.heads.longest(self.found.keys, end - 1, end)
        if head is None or end - start < 2:
            return None
        role = ForceRole.STATE if hit.actor.kind is ActorKind.MILITARY else ForceRole.GROUP
        force = Force(role, hit.actor.country, self.found.keys[end - 1].lower(), None, hit.actor)
        return ForceHit(hit.start, hit.end, force, hit.end)

    def _people(self, start: int) -> ForceHit | None:
        """As in "the Bolivians", "500 Bolivians", for their army."""
        key = self.found.keys[start]
        code = _plurals().get(key)
        before = self.found.keys[start - 1].lower() if start else ""
        if code is None or not (before == "the" or before.isdigit()) or self.found.joined(start):
            return None
        if not self.found.raw(start)[0].isupper() or start in self.hits:
            return None
        force = Force(ForceRole.GENERIC, code, key)
        return ForceHit(self.found.starts[start], self.found.ends[start], force, self.found.ends[start])


def _listed(hit: RosterHit) -> bool:
    """Whether a hit is of the tables, not made from a state's name by rule."""
    return hit.actor.actor_id.split(":")[0] in {"group", "person", "force", "body"}


def _role(read: _Phrase, base: str, arm: str | None) -> ForceRole:
    """Whose force it is: the owner decides over the words before the head, those over the head."""
    if read.owner is not None:
        return _owner_role(read.owner)
    if read.head_leaning in {"government", "security"}:
        return ForceRole.GOVERNMENT
    if read.head_leaning == "rebels":
        return ForceRole.REBELS
    if base in {"government", "rebels", "state"}:
        return ForceRole(base)
    return ForceRole.STATE if read.country and arm else ForceRole.GENERIC


def _owner_role(owner: Actor) -> ForceRole:
    """The role of a force by its owner: a leader's side, a group, or a state's army."""
    if owner.kind is not ActorKind.PERSON:
        return ForceRole.STATE if owner.kind is ActorKind.MILITARY else ForceRole.GROUP
    side = owner.side or ""
    if side.endswith(":government"):
        return ForceRole.GOVERNMENT
    return ForceRole.REBELS if side.endswith(":rebels") else ForceRole.GROUP


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """The folded words that a force may begin with, apart from names."""
    heads = load_heads()
    return frozenset([*heads.heads.root, *heads.qualifiers.root, *_AGAINST, *_plurals()])


@lru_cache(maxsize=1)
def _plurals() -> dict[str, str]:
    """As in "bolivians" -> "BO", for the demonyms whose plural is made with an s."""
    plurals: dict[str, str] = {}
    for state in Roster.load().states.values():
        for adjective in state.adjectives:
            key = " ".join(split(adjective).keys)
            if key.endswith(("n", "i", "k", "t", "c")) and " " not in key:
                plurals.setdefault(f"{key}s", state.code)
    return plurals
