"""What two tellings are beside one another, as far as their own words tell; kept, so that it is worked out once.

A comparison follows from the words of the two bodies (`Telling.mark` stands for them), and from nothing else: days and
houses are weighed by whoever asks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, overload

from fogline.lineage.alignment import Likeness, Link, View, compare
from fogline.lineage.features import Traits, lasting
from fogline.lineage.mould import of_one_mould
from fogline.lineage.tellings import Tellings
from fogline.records.ids import content_id
from fogline.records.reckoned import Reckoned
from fogline.records.release import release

RULES = ("lineage", "language")  # the parts of the program that a comparison follows from
_NUMBERS = [field.name for field in fields(View) if field.name != "links"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two tellings side by side.  `features` are those that no day or house bears on; `common` counts their keys that
    both have; `one_mould`: whether they say the same of different things."""

    likeness: Likeness
    features: Mapping[str, float]
    common: int
    one_mould: bool


class Comparisons:
    """The comparisons of the tellings of a corpus; those that were kept are taken from there."""

    def __init__(self, tellings: Tellings, reckoned: Reckoned) -> None:
        self._tellings = tellings
        self._reckoned = reckoned
        self._traits: dict[int, Traits] = {}
        self._found: dict[tuple[int, int], Comparison] = {}

    def of(self, low: int, high: int) -> Comparison:
        """The comparison of two tellings by their numbers, seen from the first."""
        found = self._found.get((low, high))
        if found is None:
            marks = self._tellings.marks
            key = content_id("comparison", release(*RULES), marks[low], marks[high])
            kept = self._reckoned.recall(key, marks[low])
            found = self._compare(low, high) if kept is None else _read(kept)
            if kept is None:
                self._reckoned.keep(key, _write(found), marks[low], marks[high])
            self._found[low, high] = found
        return found

    def traits(self, telling: int) -> Traits:
        """What a telling has of its own; read once."""
        if telling not in self._traits:
            self._traits[telling] = Traits.of(self._tellings[telling])
        return self._traits[telling]

    def _compare(self, low: int, high: int) -> Comparison:
        one, other = self._tellings[low], self._tellings[high]
        likeness = compare(one, other)
        told = lasting(likeness, self.traits(low), self.traits(high))
        return Comparison(likeness, told, len(one.keys & other.keys), of_one_mould(one, other, likeness))


class Links(Sequence[Link]):
    """The links of a view that was kept, read when they are asked for."""

    __slots__ = ("_links", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._links: tuple[Link, ...] | None = None

    def _read(self) -> tuple[Link, ...]:
        if self._links is None:
            self._links = tuple((i, j, share) for i, j, share in json.loads(self._text))
        return self._links

    @overload
    def __getitem__(self, at: int) -> Link: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Link]: ...
    def __getitem__(self, at: int | slice) -> Link | Sequence[Link]:
        """One link or some."""
        return self._read()[at]

    def __iter__(self) -> Iterator[Link]:
        """The links in order."""
        return iter(self._read())

    def __len__(self) -> int:
        """How many links there are."""
        return len(self._read())


def _write(found: Comparison) -> str:
    """A comparison as three lines: its numbers, and the links of either view."""
    first, second = found.likeness.first, found.likeness.second
    numbers = [[getattr(view, name) for name in _NUMBERS] for view in (first, second)]
    head = [found.features, found.common, found.one_mould, found.likeness.ratio, *numbers]
    return "\n".join(json.dumps(part) for part in (head, first.links, second.links))


def _read(text: str) -> Comparison:
    head, *links = text.split("\n")
    told, common, one_mould, ratio, *numbers = json.loads(head)
    first, second = (_view(own, Links(told)) for own, told in zip(numbers, links, strict=True))
    return Comparison(Likeness(first, second, ratio), told, common, one_mould)


def _view(numbers: Sequence[Any], links: Sequence[Link]) -> View:
    return View(**dict(zip(_NUMBERS, numbers, strict=True)), links=links)
