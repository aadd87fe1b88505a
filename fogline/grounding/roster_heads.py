"""The words for forces and for bodies of states, read from `data/forcewords.toml` into tries."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from fogline.language.words import words
from fogline.records import ActorKind

DATA = Path(__file__).parent / "data"
GOVERNMENT, REBELS = "side:government", "side:rebels"
_ARMED_ROLES = frozenset(("military", "airforce", "navy", "police"))
MAX_QUALIFIERS = 4


@dataclass(frozen=True, slots=True)
class Body:
    """A body that every state may have: how its actor is named, and on which side of the state it stands."""

    role: str
    kind: ActorKind
    name: str
    side: str


class PhraseTrie:
    """Phrases of folded words, each with a value; the longest phrase at a position is found."""

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}

    def add(self, phrase: str, value: str) -> None:
        """Add a phrase; a phrase that is there already keeps its first value."""
        node = self.root
        for word in words(phrase.replace("'s", "")):
            node = node.setdefault(word, {})
        node.setdefault("", value)

    def longest(self, keys: Sequence[str], start: int, stop: int) -> tuple[str, int] | None:
        """The value and the end of the longest phrase in `keys[start:stop]`, or `None`."""
        node, best = self.root, None
        for i in range(start, stop):
            node = node.get(keys[i].lower(), {})
            if not node:
                break
            if "" in node:
                best = (node[""], i + 1)
        return best


@dataclass(frozen=True, slots=True)
class BodyRead:
    """A body or side read from words: its role ("military", "side:rebels") and the index after its last word.

    `local` tells that it is a body of a part of a state: "regional government".
    """

    role: str
    end: int
    local: bool = False


class Heads:
    """The lexicon of forces.  Source: data/forcewords.toml"""

    def __init__(self, table: dict[str, Any]) -> None:
        self.bodies = tuple(Body(b["role"], ActorKind(b["kind"]), b["name"], b["side"]) for b in table["bodies"])
        self.side_names = {side: str(row["name"]) for side, row in table["sides"].items()}
        self.roles, self.heads, self.qualifiers = PhraseTrie(), PhraseTrie(), PhraseTrie()
        _fill(self.roles, ((b["phrases"], b["role"]) for b in table["bodies"]))
        _fill(self.roles, ((row["phrases"], f"side:{side}") for side, row in table["sides"].items()))
        _fill(self.heads, ((phrases, role) for role, phrases in table["heads"].items()))
        _fill(self.qualifiers, ((phrases, role) for role, phrases in table["qualifiers"].items()))
        self.verb_heads = frozenset(table["verbs"]["heads"])
        self.backing = frozenset(table["backing"]["words"])
        self.units: dict[str, list[str]] = table["units"]
        self.refused = frozenset(table["refused"]["words"])

    def read_body(self, keys: Sequence[str], start: int, stop: int) -> BodyRead | None:
        """The longest body in `keys[start:stop]`, or `None`; words such as "ground" or "government" may precede it.

        "government troops" and "federal army" are the government's side; "opposition militia" the rebels'.
        """
        best: BodyRead | None = None
        position, leaning, local = start, "", False
        for _ in range(MAX_QUALIFIERS):
            found = self.roles.longest(keys, position, stop)
            if found and (best is None or found[1] > best.end):
                best = BodyRead(_lean(found[0], leaning), found[1], local and found[0] not in _ARMED_ROLES)
            qualifier = self.qualifiers.longest(keys, position, stop)
            if qualifier is None:
                break
            leaning = qualifier[0] if qualifier[0] in {"government", "rebels"} else leaning
            local = local or qualifier[0] == "local"
            position = qualifier[1]
        return best


def _lean(role: str, leaning: str) -> str:
    """The role of an armed body after "government" or "rebel"."""
    return f"side:{leaning}" if leaning and role in _ARMED_ROLES else role


def _fill(trie: PhraseTrie, rows: Iterable[tuple[list[str], str]]) -> None:
    for phrases, value in rows:
        for phrase in phrases:
            trie.add(phrase, value)


@lru_cache(maxsize=1)
def load_heads() -> Heads:
    """The lexicon, read once."""
    with (DATA / "forcewords.toml").open("rb") as file:
        return Heads(tomllib.load(file))
