"""Where a record keeps how its stories are made: groups of kin, the parts in which they hang together, their keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from fogline.records.kin_store import KinTable


class StoryRow(NamedTuple):
    """A group of kin by its name, the part that it stands in, and what is told of it, as text."""

    name: str
    part: str
    found: str


class KeptStories(Protocol):
    """What is kept of stories, from one addition to the next.  A group's number follows from its name."""

    @property
    def keys(self) -> KinTable:
        """Who holds which names and numbers."""

    def names(self) -> frozenset[str]:
        """The names of all groups."""

    def __len__(self) -> int:
        """How many groups there are."""

    def rows(self, names: Iterable[str]) -> Sequence[StoryRow]:
        """The groups of these names, as far as they are kept."""

    def numbered(self, numbers: Iterable[int]) -> Sequence[StoryRow]:
        """The groups of these numbers."""

    def of_parts(self, parts: Iterable[str]) -> Sequence[StoryRow]:
        """The groups that stand in these parts."""

    def put(self, rows: Iterable[StoryRow]) -> None:
        """Keep groups that were not kept."""

    def move(self, parts: Mapping[str, str]) -> None:
        """Note in which part groups stand now, by their names."""

    def forget(self, names: Iterable[str]) -> None:
        """Keep these groups no longer."""

    def held(self, keys: Iterable[int]) -> Mapping[int, int]:
        """How many groups hold each of these keys; keys that none holds may be left out."""

    def tally(self, changes: Mapping[int, int]) -> None:
        """Note by how many more, or fewer, groups each key is held."""
