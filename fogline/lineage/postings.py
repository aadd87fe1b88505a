"""Which tellings hold which key, and which of them hold the same ones.  Never all pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from fogline.lineage.fingerprints import CROWD, Hashes, Numbers

Pair = tuple[int, int]

NEAREST = 24  # candidates that a telling keeps
_SHIFT = 32  # a pair as one number: the lower owner above, the higher below
_LOW = (1 << _SHIFT) - 1
_OWNER_BITS = 24
_OWNERS = np.uint64((1 << _OWNER_BITS) - 1)
_FIRST_WAIT = 4096  # keys that may wait before they are sorted in, and a part of what is held
_PART_WAITS = 8
_BLOCK = 1 << 15  # entries that are paired at once: they fit into a processor's cache


@dataclass(frozen=True, slots=True)
class Shared:
    """Pairs of owners, lower first, and how many keys they share."""

    low: Numbers
    high: Numbers
    count: Numbers

    def where(self, chosen: NDArray[np.bool_]) -> Shared:
        """Those that are chosen."""
        return Shared(self.low[chosen], self.high[chosen], self.count[chosen])

    def pairs(self) -> list[Pair]:
        """The pairs, sorted."""
        return list(zip(self.low.tolist(), self.high.tolist(), strict=True))

    def nearest(self) -> Shared:
        """The pairs that are among the nearest of one of their two, so that none has a crowd of candidates."""
        every = np.concatenate([self.low, self.high])
        if not len(every) or np.bincount(every).max() <= NEAREST:
            return self
        rows = np.tile(np.arange(len(self.low)), 2)
        order = np.lexsort((rows, -self.count[rows], every))
        begins = np.searchsorted(every[order], every[order])
        chosen = np.zeros(len(self.low), dtype=bool)
        chosen[rows[order[np.arange(len(order)) - begins < NEAREST]]] = True
        return self.where(chosen)


class Postings:
    """Keys with their owners, who are numbers from 0.

    An entry is one number, the upper 40 bits of the key above the owner, so that sorting is all there is to do.  What
    is added one by one waits in a table, and is sorted in when it is an eighth of all, so that the cost of adding
    hardly grows with what is held.
    """

    def __init__(self) -> None:
        self._entries: Hashes = np.empty(0, np.uint64)
        self._late: dict[int, list[int]] = {}
        self._waiting = 0

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self._entries) + self._waiting

    def add(self, owner: int, keys: Iterable[int]) -> None:
        """Add keys of an owner."""
        for key in keys:
            self._late.setdefault(key >> _OWNER_BITS, []).append(owner)
            self._waiting += 1
        if self._waiting > max(_FIRST_WAIT, len(self._entries) // _PART_WAITS):
            self._sort_in()

    def extend(self, parts: Iterable[tuple[Hashes, Numbers]]) -> None:
        """Add many keys, each with its owner, part by part."""
        fresh = [(keys & ~_OWNERS) | owners.astype(np.uint64) for keys, owners in parts]
        self._entries = np.concatenate([self._entries, *fresh])
        self._entries.sort()
        repeated = self._entries[1:] == self._entries[:-1]
        if repeated.any():
            self._entries = self._entries[np.concatenate([[True], ~repeated])]

    def _sort_in(self) -> None:
        keys = [key << _OWNER_BITS for key, owners in self._late.items() for _ in owners]
        owners = [owner for owners in self._late.values() for owner in owners]
        self._late, self._waiting = {}, 0
        self.extend([(np.array(keys, dtype=np.uint64), np.array(owners, dtype=np.int64))])

    def holders(self, keys: Iterable[int]) -> list[list[int]]:
        """The owners of each key; a key that was added twice for an owner one by one may give it twice."""
        cut = [key >> _OWNER_BITS for key in keys]
        low = np.array(cut, dtype=np.uint64) << np.uint64(_OWNER_BITS)
        begins, ends = np.searchsorted(self._entries, low), np.searchsorted(self._entries, low | _OWNERS, side="right")
        return [
            [*(self._entries[begin:end] & _OWNERS).tolist(), *self._late.get(key, ())]
            for key, begin, end in zip(cut, begins, ends, strict=True)
        ]

    def shared(self) -> tuple[Shared, Shared]:
        """The pairs of owners that share keys of a few owners, and those linked by keys that a crowd shares.

        Of a crowd each is linked with the next and with the first, so that the cost is linear in their number.
        """
        few, many = [], []
        for keys, owners, is_few in self._blocks():
            few.append(_pairs_of(keys[is_few], owners[is_few]))
            many.append(_chain_of(keys[~is_few], owners[~is_few]))
        return _counted(few), _counted(many)

    def _blocks(self) -> Iterator[tuple[Hashes, Numbers, NDArray[np.bool_]]]:
        """The keys that several hold, their owners, and whether these are no crowd; a stretch of the keys at a time."""
        self._sort_in()
        cuts = np.searchsorted(self._entries, self._entries[_BLOCK::_BLOCK] & ~_OWNERS)
        for begin, end in pairwise([0, *cuts.tolist(), len(self._entries)]):
            block = self._entries[begin:end] >> np.uint64(_OWNER_BITS)
            heads = np.flatnonzero(np.concatenate([[True], block[1:] != block[:-1]])[: len(block)])
            sizes = np.diff(np.concatenate([heads, [len(block)]]))
            sizes = np.repeat(sizes, sizes)
            held = sizes > 1
            owners = (self._entries[begin:end][held] & _OWNERS).astype(np.int64)
            yield block[held], owners, sizes[held] <= CROWD


def _pairs_of(keys: Hashes, owners: Numbers) -> Numbers:
    """Every two owners of a key."""
    found = [np.empty(0, np.int64)]
    at = np.arange(len(keys))
    for step in range(1, CROWD):
        at = at[at < len(keys) - step]
        at = at[keys[at] == keys[at + step]]
        if not len(at):
            break
        found.append(_paired(owners[at], owners[at + step]))
    return np.concatenate(found)


def _chain_of(keys: Hashes, owners: Numbers) -> Numbers:
    """Each owner of a key with the next and with the first."""
    following = np.flatnonzero(keys[1:] == keys[:-1])
    first = owners[np.searchsorted(keys, keys[following])] if len(keys) else owners
    later = first != owners[following]
    chain = _paired(owners[following], owners[following + 1])
    return np.concatenate([chain, _paired(first[later], owners[following + 1][later])])


def _paired(low: Numbers, high: Numbers) -> Numbers:
    return (low << _SHIFT) | high


def _counted(codes: Sequence[Numbers]) -> Shared:
    unique, counts = np.unique(np.concatenate(codes), return_counts=True)
    return Shared(unique >> _SHIFT, unique & _LOW, counts)
