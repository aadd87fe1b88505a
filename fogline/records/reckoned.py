"""What follows from texts alone, kept so that it is worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Reckoning(NamedTuple):
    """What was found of one body, or of one beside another: under a hash of all that it follows from.

    `owner` stands for the body, or for the first of the two.
    """

    owner: str
    key: str
    found: str


def nothing(_owners: Iterable[str]) -> Iterator[Reckoning]:
    """No reckoning of any owner."""
    return iter(())


@dataclass
class Reckoned:
    """What was reckoned before, of a body when it is first asked for, and what is reckoned now."""

    read: Callable[[Iterable[str]], Iterable[Reckoning]] = nothing
    before: dict[str, dict[str, str]] = field(default_factory=dict)  # by owner, of those that were asked for
    used: set[str] = field(default_factory=set)
    now: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)  # by key, with its bodies, owner first

    def load(self, owners: Iterable[str]) -> None:
        """Read what is kept of several owners at once."""
        new = [owner for owner in dict.fromkeys(owners) if owner not in self.before]
        self.before |= {owner: {} for owner in new}
        for row in self.read(new):
            self.before[row.owner][row.key] = row.found

    def recall(self, key: str, owner: str) -> str | None:
        """What was found then of this owner; `None` where it has to be reckoned."""
        if owner not in self.before:
            self.load([owner])
        found = self.before[owner].get(key)
        if found is not None:
            self.used.add(key)
        return found

    def keep(self, key: str, found: str, *bodies: str) -> None:
        """Remember what was found of a body or of two, the owner first; never an empty text."""
        self.now[key] = found, bodies
        self.used.add(key)

    def fresh(self) -> Iterator[tuple[Reckoning, tuple[str, ...]]]:
        """What was not known before, each with its bodies."""
        for key, (found, bodies) in self.now.items():
            if key not in self.before.get(bodies[0], {}):
                yield Reckoning(bodies[0], key, found), bodies

    def unused(self, owners: Iterable[str]) -> Iterator[Reckoning]:
        """What was known of these owners and was not asked for."""
        for owner in owners:
            for key, found in self.before.get(owner, {}).items():
                if key not in self.used:
                    yield Reckoning(owner, key, found)
