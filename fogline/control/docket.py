"""Disputes written down in the record's words, but for those that stand there already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import cast

from fogline.control.contradictions import Bar
from fogline.control.watching import World
from fogline.control.wording import Word, side_of
from fogline.records import Dispute, DisputeKind, Name
from fogline.records.keeping import Keeping
from fogline.records.lookups import Asked, Watched, WatchedSet


@dataclass(frozen=True, slots=True)
class Docket:
    """What is needed to write a dispute down; where it has a `keeping`, parts are taken from there."""

    world: World
    bar: Bar
    outlets: Mapping[str, str]
    countries: frozenset[str]  # the names of those that the record knows
    keeping: Keeping | None = None

    @classmethod
    def of(
        cls, world: World, outlets: Mapping[str, str], countries: frozenset[str], keeping: Keeping | None = None
    ) -> Docket:
        """A docket over the tables of a record."""
        return cls(world, Bar.of(world), outlets, countries, keeping)

    def write(self, kind: DisputeKind, attribute: str, place: Name | None, sides: Iterable[tuple[str, list[Word]]]) -> Dispute:  # fmt: skip  # noqa: E501
        """The dispute over these sides, each with its claims; the side with most origins first."""
        written = [side_of(said, value, self.outlets, self.bar.sources) for value, said in sides]
        return Dispute(attribute, kind, place, tuple(sorted(written, key=lambda s: (-s.origins, s.value, s.claim_ids))))

    def disputes(
        self, part: str, own: Callable[[Keeping], Iterable[object]], work_out: Callable[[Docket], Iterable[Dispute]]
    ) -> Iterator[Dispute]:
        """The disputes of a part, which `own` tells; a `Stored` for each where nothing that they rest on is another."""
        if self.keeping is None:
            yield from work_out(self)
            return
        yield from self.keeping.views(
            part, own(self.keeping), lambda asked: work_out(self._watched(asked)), Dispute, lambda d: d.dispute_id
        )

    def _watched(self, asked: Asked) -> Docket:
        world = self.world.watched(asked)
        outlets, countries = Watched("outlets", self.outlets, asked), WatchedSet("countries", self.countries, asked)
        known = cast("frozenset[str]", countries)
        return replace(self, world=world, bar=Bar.of(world), outlets=outlets, countries=known)
