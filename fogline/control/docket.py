"""Disputes written down: in the record's words, and as texts that are kept for the next time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from sys import intern

from fogline.control.contradictions import Bar
from fogline.control.keeping import Keeping
from fogline.control.lookups import Asked, Watched
from fogline.control.watching import World
from fogline.control.wording import Word, side_of
from fogline.records import Dispute, DisputeKind, Name, Side


@dataclass(frozen=True, slots=True)
class Docket:
    """What is needed to write a dispute down; where it has a `keeping`, parts are taken from there."""

    world: World
    bar: Bar
    outlets: Mapping[str, str]
    keeping: Keeping | None = None

    @classmethod
    def of(cls, world: World, outlets: Mapping[str, str], keeping: Keeping | None = None) -> Docket:
        """A docket over the tables of a record."""
        return cls(world, Bar.of(world), outlets, keeping)

    def write(self, kind: DisputeKind, attribute: str, place: Name | None, sides: Iterable[tuple[str, list[Word]]]) -> Dispute:  # fmt: skip  # noqa: E501
        """The dispute over these sides, each with its claims; the side with most origins first."""
        written = [side_of(said, value, self.outlets, self.bar.sources) for value, said in sides]
        return Dispute(attribute, kind, place, tuple(sorted(written, key=lambda s: (-s.origins, s.value, s.claim_ids))))

    def disputes(
        self, part: str, own: Callable[[Keeping], Iterable[object]], work_out: Callable[[Docket], Iterable[Dispute]]
    ) -> Iterator[Dispute]:
        """The disputes of a part, which `own` tells; taken as they were where nothing that they rest on is another."""
        if self.keeping is None:
            yield from work_out(self)
            return
        texts = self.keeping.of(
            part, own(self.keeping), lambda asked: (text for d in work_out(self._watched(asked)) for text in _texts(d))
        )
        yield from _read(iter(texts))

    def _watched(self, asked: Asked) -> Docket:
        world = self.world.watched(asked)
        return replace(self, world=world, bar=Bar.of(world), outlets=Watched("outlets", self.outlets, asked))


def _texts(dispute: Dispute) -> Iterator[str]:
    """A dispute as one text, and one for the claims of each side."""
    place = [dispute.place.text, dispute.place.key] if dispute.place else None
    sides = [[side.value, side.speakers, side.origins] for side in dispute.sides]
    yield json.dumps([dispute.dispute_id, dispute.attribute, dispute.kind, place, sides], ensure_ascii=False)
    yield from (" ".join(side.claim_ids) for side in dispute.sides)


def _read(texts: Iterator[str]) -> Iterator[Dispute]:
    for head in texts:
        dispute_id, attribute, kind, place, sides = json.loads(head)
        told = Dispute(
            attribute, DisputeKind(kind), Name(*place) if place else None,
            tuple(Side(value, tuple(speakers), _ids(next(texts)), origins) for value, speakers, origins in sides),
        )  # fmt: skip
        yield told.known_by(dispute_id)


def _ids(text: str) -> tuple[str, ...]:
    return tuple(map(intern, text.split(" "))) if text else ()  # many disputes are over the same claims
