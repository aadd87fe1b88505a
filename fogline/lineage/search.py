"""A search for kin that reports are added to and removed from: the candidates of one report among all that are held.

What it finds is a function of the set of tellings that are held: neither order nor what was removed changes it.  It is
what the search over a whole corpus (`candidates.near_copies`) finds of this report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import NamedTuple, Protocol

import numpy as np

from fogline.lineage.candidates import FEWEST_SEQUENCES, SHARE
from fogline.lineage.fingerprints import CROWD, FEWEST_KEYS, fact_keys, sequence_keys
from fogline.lineage.holders import Holders, Table
from fogline.lineage.postings import KEY_SHIFT, NEAREST
from fogline.lineage.tellings import Telling

LOOKED_AT = 4 * CROWD  # holders of a fact that are looked at; of a crowd of copies, these stand for all
GLANCED_AT = CROWD + CROWD // 3  # of these, so many at first
_STORED = np.dtype("<u4")


@dataclass(frozen=True)
class Fingerprint:
    """What a telling is found by: the keys of its word sequences and of its facts, numbers of 32 bits, sorted.

    A telling is to be read alone (`read_tellings` of its reports), so that its keys do not depend on the others.
    """

    report_id: str
    sequences: tuple[int, ...]
    facts: tuple[int, ...]

    @classmethod
    def of(cls, telling: Telling) -> Fingerprint:
        """Read it off a telling; the first of its reports names it."""
        sequences = (key >> KEY_SHIFT for keys, _ in sequence_keys([telling.text]) for key in keys.tolist())
        facts = {key >> KEY_SHIFT for key in fact_keys(telling)}
        return cls(telling.report_ids[0], tuple(sorted(set(sequences))), tuple(sorted(facts)))

    @cached_property
    def number(self) -> int:
        """The report's number, 0 to 2**32 - 1, told by its id alone; holders of a key stand in this order."""
        return int.from_bytes(blake2b(self.report_id.encode(), digest_size=4).digest(), "big")

    def row(self) -> Row:
        """What of it is looked up by its number."""
        return Row(self.report_id, len(self.sequences), self.sequences[0] if self.sequences else 0)

    def to_bytes(self) -> tuple[bytes, bytes]:
        """The keys of its sequences and of its facts, to be stored: four bytes each, the lowest first."""
        return np.array(self.sequences, _STORED).tobytes(), np.array(self.facts, _STORED).tobytes()

    @classmethod
    def from_bytes(cls, report_id: str, sequences: bytes, facts: bytes) -> Fingerprint:
        """What was stored.

        Raises: ValueError if the length of one is no multiple of four.
        """
        kept, joined = (tuple(np.frombuffer(data, _STORED).tolist()) for data in (sequences, facts))
        return cls(report_id, kept, joined)


class Row(NamedTuple):
    """What is held of a report beside its keys."""

    report_id: str
    size: int  # how many word sequences it keeps
    story: int  # the lowest of them: copies mostly have the same


class Store(Protocol):
    """Where fingerprints are held.  Two reports whose numbers are the same by chance share a number."""

    @property
    def sequences(self) -> Table:
        """Who holds which word sequences."""

    @property
    def facts(self) -> Table:
        """Who holds which facts."""

    def add(self, number: int, row: Row) -> None:
        """Hold a row under a number."""

    def remove(self, number: int, report_id: str) -> bool:
        """Hold it no longer; whether it was held."""

    def rows(self, numbers: Iterable[int]) -> Mapping[int, Sequence[Row]]:
        """The rows under some numbers; numbers without any are left out."""

    def __len__(self) -> int:
        """How many rows are held."""


class InMemory:
    """A store for one process."""

    def __init__(self) -> None:
        self.sequences, self.facts = Holders(), Holders()
        self._rows: dict[int, tuple[Row, ...]] = {}
        self._count = 0

    def __len__(self) -> int:
        """How many rows are held."""
        return self._count

    def add(self, number: int, row: Row) -> None:
        """Hold a row under a number."""
        self._rows[number] = (*self._rows.get(number, ()), row)
        self._count += 1

    def remove(self, number: int, report_id: str) -> bool:
        """Hold it no longer; whether it was held."""
        held = self._rows.pop(number, ())
        kept = tuple(row for row in held if row.report_id != report_id)
        if kept:
            self._rows[number] = kept
        self._count -= len(held) - len(kept)
        return len(kept) < len(held)

    def rows(self, numbers: Iterable[int]) -> Mapping[int, Sequence[Row]]:
        """The rows under some numbers; numbers without any are left out."""
        held = ((number, self._rows.get(number)) for number in numbers)
        return {number: rows for number, rows in held if rows is not None}


class KinSearch:
    """The tellings that are held, by their fingerprints; their texts are not kept."""

    def __init__(self, store: Store | None = None) -> None:
        self._store: Store = InMemory() if store is None else store

    def __len__(self) -> int:
        """How many tellings are held."""
        return len(self._store)

    def add(self, told: Telling | Fingerprint) -> None:
        """Add a telling; each is added once."""
        own = _fingerprint(told)
        self._store.add(own.number, own.row())
        self._store.sequences.add(own.number, own.sequences)
        self._store.facts.add(own.number, own.facts)

    def remove(self, told: Telling | Fingerprint) -> None:
        """Remove a telling, as if it had never been added; one that is not held is passed over."""
        own = _fingerprint(told)
        if self._store.remove(own.number, own.report_id):
            self._store.sequences.remove(own.number, own.sequences)
            self._store.facts.remove(own.number, own.facts)

    def near(self, told: Telling | Fingerprint) -> list[str]:
        """The ids of the tellings that are worth laying beside this one, sorted; itself is left out.

        Held or not, the answer is the same.
        """
        own = _fingerprint(told)
        few, links = self._sharing(own)
        found = {*self._copies(few, own), *self._copies(links, own), *self._paraphrases(own)}
        return sorted(found - {own.report_id})

    def _sharing(self, own: Fingerprint) -> tuple[Counter[int], Counter[int]]:
        """How many word sequences of a few each number shares, and of a crowd.

        Of a crowd it is laid beside the first, and the two between which it stands.
        """
        few: Counter[int] = Counter()
        crowded: dict[int, int] = {}
        for key, holders in zip(own.sequences, self._first(self._store.sequences, own, CROWD), strict=True):
            if len(holders) < CROWD:
                few.update(holders)
            else:
                crowded[key] = holders[0]
        links: Counter[int] = Counter()
        beside = self._store.sequences.beside(tuple(crowded), own.number)
        for first, others in zip(crowded.values(), beside, strict=True):
            links.update({first, *others})
        return few, links

    def _first(self, table: Table, own: Fingerprint, most: int) -> list[list[int]]:
        """The first other holders of each of its keys."""
        keys = own.sequences if table is self._store.sequences else own.facts
        found = table.first(keys, most + 1)
        return [
            [number for number in holders if number != own.number] if own.number in holders else holders[:most]
            for holders in found
        ]

    def _copies(self, shared: Mapping[int, int], own: Fingerprint) -> list[str]:
        """Who shares enough word sequences, by how many the shorter of the two keeps."""
        rows = self._store.rows([number for number, count in shared.items() if count >= FEWEST_SEQUENCES])
        enough = {
            number: shared[number]
            for number, held in rows.items()
            if any(shared[number] >= SHARE * min(len(own.sequences), row.size) for row in held)
        }
        return [row.report_id for number in _nearest(enough) for row in rows[number]]

    def _paraphrases(self, own: Fingerprint) -> list[str]:
        """Who shares facts that no crowd of stories holds; of copies, the first.

        Most facts that a crowd of stories holds are known by few of their holders; the others are not looked up then.
        """
        every = self._first(self._store.facts, own, LOOKED_AT)
        stories = self._stories({number for numbers in every for number in numbers[:GLANCED_AT]})
        clues = [numbers for numbers in every if len({stories[number] for number in numbers[:GLANCED_AT]}) <= CROWD]
        stories |= self._stories({number for numbers in clues for number in numbers[GLANCED_AT:]} - stories.keys())
        count: Counter[int] = Counter()
        firsts: dict[int, int] = {}
        for numbers in clues:
            told = {stories[number]: number for number in reversed(numbers)}
            if len(told) <= CROWD:
                count.update(told.keys())
                firsts |= {story: min(number, firsts.get(story, number)) for story, number in told.items()}
        found = _nearest({firsts[story]: shared for story, shared in count.items() if shared >= FEWEST_KEYS})
        rows = self._store.rows(found)
        return [row.report_id for number in found for row in rows[number]]

    def _stories(self, numbers: Iterable[int]) -> dict[int, int]:
        """What stands for the story of each number: reports of the same one mostly are copies."""
        return {number: held[0].story for number, held in self._store.rows(numbers).items()}


def _fingerprint(told: Telling | Fingerprint) -> Fingerprint:
    return told if isinstance(told, Fingerprint) else Fingerprint.of(told)


def _nearest(shared: Mapping[int, int]) -> list[int]:
    """The numbers that share most; of equals, the lower."""
    return sorted(shared, key=lambda number: (-shared[number], number))[:NEAREST]
