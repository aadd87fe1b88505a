"""A search for kin that reports are added to and removed from: the candidates of one report among all that are held.

What it finds is a function of the set of tellings that are held: neither order nor what was removed changes it.  It is
what the search over a whole corpus (`candidates.near_copies`) finds of this report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple

from fogline.lineage.candidates import FEWEST_SEQUENCES, SHARE
from fogline.lineage.fingerprints import CROWD, FEWEST_KEYS
from fogline.lineage.holders import Holders
from fogline.lineage.postings import NEAREST
from fogline.lineage.prints import Fingerprint
from fogline.lineage.tellings import Telling
from fogline.records.kin_store import KinRow, KinStore, KinTable

LOOKED_AT = 4 * CROWD  # holders of a fact that are looked at; of a crowd of copies, these stand for all
GLANCED_AT = CROWD + CROWD // 3  # of these, so many at first


class Near(NamedTuple):
    """The names of the tellings that are worth laying beside one, each list sorted, by how they were found.

    `copies` share word sequences that few hold, `links` those of a crowd, `facts` names and numbers in one sentence.
    """

    copies: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


class InMemory:
    """A store for one process."""

    def __init__(self) -> None:
        self.sequences, self.facts = Holders(), Holders()
        self._rows: dict[int, tuple[KinRow, ...]] = {}
        self._count = 0

    def __len__(self) -> int:
        """How many rows are held."""
        return self._count

    def number(self, name: str) -> int:
        """The number of a telling, 0 to 2**32 - 1, told by its name alone; holders of a key stand in this order."""
        return int.from_bytes(blake2b(name.encode(), digest_size=4).digest(), "big")

    def add(self, number: int, row: KinRow) -> None:
        """Hold a row under a number."""
        self._rows[number] = (*self._rows.get(number, ()), row)
        self._count += 1

    def remove(self, number: int, name: str) -> bool:
        """Hold it no longer; whether it was held."""
        held = self._rows.pop(number, ())
        kept = tuple(row for row in held if row.name != name)
        if kept:
            self._rows[number] = kept
        self._count -= len(held) - len(kept)
        return len(kept) < len(held)

    def rows(self, numbers: Iterable[int]) -> Mapping[int, Sequence[KinRow]]:
        """The rows under some numbers; numbers without any are left out."""
        held = ((number, self._rows.get(number)) for number in numbers)
        return {number: rows for number, rows in held if rows is not None}


class KinSearch:
    """The tellings that are held, by their fingerprints; their texts are not kept."""

    def __init__(self, store: KinStore | None = None) -> None:
        self.store: KinStore = InMemory() if store is None else store

    def __len__(self) -> int:
        """How many tellings are held."""
        return len(self.store)

    def add(self, told: Telling | Fingerprint) -> None:
        """Add a telling; each is added once."""
        own = _fingerprint(told)
        number = self.store.number(own.name)
        self.store.add(number, own.row())
        self.store.sequences.add(number, own.sequences)
        self.store.facts.add(number, own.facts)

    def remove(self, told: Telling | Fingerprint) -> None:
        """Remove a telling, as if it had never been added; one that is not held is passed over."""
        own = _fingerprint(told)
        number = self.store.number(own.name)
        if self.store.remove(number, own.name):
            self.store.sequences.remove(number, own.sequences)
            self.store.facts.remove(number, own.facts)

    def near(self, told: Telling | Fingerprint) -> list[str]:
        """The names of the tellings that are worth laying beside this one, sorted; itself is left out.

        Held or not, the answer is the same.
        """
        return sorted({name for names in self.find(told) for name in names})

    def find(self, told: Telling | Fingerprint) -> Near:
        """The same, by how they were found."""
        own = _fingerprint(told)
        few, links = self._sharing(own)
        nearest = self._named(_nearest(self._enough(few, own)), own)
        return Near(nearest, self._named(self._enough(links, own), own), self.facts(own))

    def facts(self, own: Fingerprint) -> tuple[str, ...]:
        """Those of them that were found by facts."""
        return self._named(self._paraphrases(own), own)

    def _named(self, numbers: Iterable[int], own: Fingerprint) -> tuple[str, ...]:
        every = list(numbers)
        rows = self.store.rows(every)
        return tuple(sorted({row.name for number in every for row in rows[number]} - {own.name}))

    def _sharing(self, own: Fingerprint) -> tuple[Counter[int], Counter[int]]:
        """How many word sequences of a few each number shares, and of a crowd.

        Of a crowd it is laid beside the first, and the two between which it stands.
        """
        few: Counter[int] = Counter()
        crowded: dict[int, int] = {}
        for key, holders in zip(own.sequences, self._first(self.store.sequences, own, CROWD), strict=True):
            if len(holders) < CROWD:
                few.update(holders)
            else:
                crowded[key] = holders[0]
        links: Counter[int] = Counter()
        beside = self.store.sequences.beside(tuple(crowded), self.store.number(own.name))
        for first, others in zip(crowded.values(), beside, strict=True):
            links.update({first, *others})
        return few, links

    def _first(self, table: KinTable, own: Fingerprint, most: int) -> list[list[int]]:
        """The first other holders of each of its keys."""
        keys = own.sequences if table is self.store.sequences else own.facts
        mine = self.store.number(own.name)
        return [
            [number for number in holders if number != mine] if mine in holders else holders[:most]
            for holders in table.first(keys, most + 1)
        ]

    def _enough(self, shared: Mapping[int, int], own: Fingerprint) -> dict[int, int]:
        """Who shares enough word sequences, by how many the shorter of the two keeps."""
        rows = self.store.rows([number for number, count in shared.items() if count >= FEWEST_SEQUENCES])
        return {
            number: shared[number]
            for number, held in rows.items()
            if any(shared[number] >= SHARE * min(len(own.sequences), row.size) for row in held)
        }

    def _paraphrases(self, own: Fingerprint) -> list[int]:
        """Who shares facts that no crowd of stories holds; of the copies of one story, the one that shares most.

        Most facts that a crowd of stories holds are known by few of their holders; the others are not looked up then.
        """
        every = self._first(self.store.facts, own, LOOKED_AT)
        stories = self.stories({number for numbers in every for number in numbers[:GLANCED_AT]})
        clues = [numbers for numbers in every if len({stories[number] for number in numbers[:GLANCED_AT]}) <= CROWD]
        stories |= self.stories({number for numbers in clues for number in numbers[GLANCED_AT:]} - stories.keys())
        count: Counter[int] = Counter()
        for numbers in clues:
            if len({stories[number] for number in numbers}) <= CROWD:
                count.update(numbers)
        best: dict[int, int] = {}
        for number in sorted(n for n, shared in count.items() if shared >= FEWEST_KEYS):
            held = best.setdefault(stories[number], number)
            if count[number] > count[held]:
                best[stories[number]] = number
        return _nearest({number: count[number] for number in best.values()})

    def stories(self, numbers: Iterable[int]) -> dict[int, int]:
        """What stands for the story of each number: reports of the same one mostly are copies."""
        return {number: held[0].story for number, held in self.store.rows(numbers).items()}


def _fingerprint(told: Telling | Fingerprint) -> Fingerprint:
    return told if isinstance(told, Fingerprint) else Fingerprint.of(told)


def _nearest(shared: Mapping[int, int]) -> list[int]:
    """The numbers that share most; of equals, the lower."""
    return sorted(shared, key=lambda number: (-shared[number], number))[:NEAREST]
