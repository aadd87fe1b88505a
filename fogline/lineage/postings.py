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
KEY_SHIFT = 32  # of a key of 64 bits the upper 32 are used: two keys that agree in these count as one
_OWNERS = np.uint64((1 << KEY_SHIFT) - 1)
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
        crowded = np.bincount(every, minlength=1) > NEAREST
        chosen = ~(crowded[self.low] & crowded[self.high])
        if chosen.all():
            return self
        among = np.flatnonzero(crowded[every])
        owners, rows = every[among], among % len(self.low)
        order = np.lexsort((rows, -self.count[rows], owners))
        begins = np.searchsorted(owners[order], owners[order])
        chosen[rows[order[np.arange(len(order)) - begins < NEAREST]]] = True
        return self.where(chosen)


class Postings:
    """Keys with their owners, who are numbers from 0, all at once.

    An entry is one number, the upper 32 bits of the key above the owner, so that sorting is all there is to do.
    """

    def __init__(self, parts: Iterable[tuple[Hashes, Numbers]], owners: int) -> None:
        self.sizes: Numbers = np.zeros(owners, dtype=np.int64)  # how many keys each owner has
        fresh = [self._entries_of(keys, held) for keys, held in parts]
        self._entries: Hashes = np.concatenate([np.empty(0, np.uint64), *fresh])
        self._entries.sort()
        repeated = np.flatnonzero(self._entries[1:] == self._entries[:-1])
        np.subtract.at(self.sizes, (self._entries[repeated] & _OWNERS).view(np.int64), 1)

    def _entries_of(self, keys: Hashes, owners: Numbers) -> Hashes:
        """A part as entries, counted."""
        first = owners.min(initial=len(self.sizes))
        counts = np.bincount(owners - first)
        self.sizes[first : first + len(counts)] += counts
        entries: Hashes = (keys & ~_OWNERS) | owners.astype(np.uint64)
        return entries

    def __len__(self) -> int:
        """How many entries there are, each key of an owner once."""
        return int(self.sizes.sum())

    def shared(self, fewest: int = 1) -> tuple[Shared, Shared]:
        """The pairs of owners that share so many keys of a few owners, and those linked by keys that a crowd shares.

        Of a crowd each is linked with the next and with the first, so that the cost is linear in their number.
        """
        few, many = [], []
        for keys, owners, is_few in self._blocks():
            few.append(_pairs_of(keys[is_few], owners[is_few]))
            many.append(_chain_of(keys[~is_few], owners[~is_few]))
        return _counted(few, fewest), _counted(many, fewest)

    def _blocks(self) -> Iterator[tuple[Hashes, Numbers, NDArray[np.bool_]]]:
        """The keys that several hold, their owners, and whether these are no crowd; a stretch of the keys at a time."""
        cuts = np.searchsorted(self._entries, self._entries[_BLOCK::_BLOCK] & ~_OWNERS)
        for begin, end in pairwise([0, *cuts.tolist(), len(self._entries)]):
            entries = self._entries[begin:end]
            entries = entries[_heads(entries)]
            block = entries >> np.uint64(KEY_SHIFT)
            sizes = np.diff(_heads(block), append=len(block))
            sizes = np.repeat(sizes, sizes)
            held = sizes > 1
            yield block[held], (entries[held] & _OWNERS).view(np.int64), sizes[held] <= CROWD


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


def _counted(parts: Sequence[Numbers], fewest: int) -> Shared:
    codes = np.concatenate(parts)
    codes.sort()
    heads = _heads(codes)
    counts = np.diff(heads, append=len(codes))
    often = counts >= fewest
    unique = codes[heads[often]]
    return Shared(unique >> _SHIFT, unique & _LOW, counts[often])


def _heads(sorted_values: Hashes | Numbers) -> Numbers:
    """Where each value stands first."""
    return np.flatnonzero(np.concatenate([[True], sorted_values[1:] != sorted_values[:-1]])[: len(sorted_values)])
