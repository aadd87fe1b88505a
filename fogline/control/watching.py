"""The tables of a whole record that parts of its views look things up in, and the same tables noting what is asked."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from fogline.control.holders import Holders
from fogline.control.parties import Parties
from fogline.control.places import Line, draw_lines
from fogline.control.sides import weigh
from fogline.records import Corpus
from fogline.records.lookups import Asked, Watched, WatchedSet
from fogline.records.sources import Sources

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class World:
    """What the whole record tells of who speaks, who stands with whom, and who can hold a place.

    `lines` are the claims about each place, which cannot be looked up: over watched tables there are none.
    """

    sources: Sources
    parties: Parties
    holders: Holders
    lines: tuple[Line, ...] = ()

    @classmethod
    def of(cls, corpus: Corpus) -> World:
        """Read it off a corpus."""
        sources = weigh(corpus)
        return cls(sources, Parties.of(corpus, sources), Holders.of(corpus, sources), draw_lines(corpus))

    def tables(self) -> dict[str, Mapping[str, object] | Set[str]]:
        """The tables by their names."""
        sources, parties, holders = self.sources, self.parties, self.holders
        return {
            "origins": sources.origins, "days": sources.days, "sides": sources.sides,
            "allies": parties.allies, "enemies": parties.enemies,
            "actors": holders.actors, "places": holders.places, "regular": holders.regular, "heads": holders.heads,
            "groups": holders.groups, "unions": holders.unions, "texts": holders.texts, "known": holders.known,
            "states": holders.states,
        }  # fmt: skip

    def watched(self, asked: Asked, before: str = "") -> World:
        """The same tables, noting into `asked` whatever is looked up in them, with a text before their names."""

        def table(name: str, of: Mapping[str, V]) -> Watched[V]:
            return Watched(before + name, of, asked)

        def members(name: str, of: frozenset[str]) -> frozenset[str]:
            return cast("frozenset[str]", WatchedSet(before + name, of, asked))

        sources = replace(
            self.sources, origins=table("origins", self.sources.origins), days=table("days", self.sources.days),
            sides=table("sides", self.sources.sides),
        )  # fmt: skip
        parties = Parties(table("allies", self.parties.allies), table("enemies", self.parties.enemies))
        of = self.holders
        holders = replace(
            of, actors=table("actors", of.actors), places=table("places", of.places), heads=table("heads", of.heads),
            groups=table("groups", of.groups), unions=table("unions", of.unions), texts=table("texts", of.texts),
            states=table("states", of.states),
            regular=members("regular", of.regular), known=members("known", of.known),
        )  # fmt: skip
        return World(sources, parties, holders)
