"""Who holds which key, where reports come and go one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from fogline.lineage.fingerprints import Hashes, Numbers

_SHIFT = np.uint64(32)  # the key above, the holder's number below
_LOW = np.uint64((1 << 32) - 1)
_SMALL = 1 << 12  # entries that are sorted anew with every report
_LARGEST = 1 << 21  # entries of one run; so many are sorted in ten milliseconds, and no report waits for more
_FOLD = 4  # a run is at most a part of the one before, so that few are looked through


class Table(Protocol):
    """Keys and the numbers of those who hold them, both 0 to 2**32 - 1; in memory, or in a table of the ledger."""

    def add(self, number: int, keys: Sequence[int]) -> None:
        """Add a holder of some keys, each given once."""

    def remove(self, number: int, keys: Sequence[int]) -> None:
        """Remove a holder of some keys; where it holds one of them not, nothing is done."""

    def first(self, keys: Sequence[int], most: int) -> list[list[int]]:
        """The holders of each key, lowest first, the first so many of them."""

    def beside(self, keys: Sequence[int], number: int) -> list[list[int]]:
        """Of each key, the last holder below a number and the first above it, as far as there are any."""


class Holders:
    """A table in memory: runs of sorted entries, of which a later one is mostly a quarter of the one before at most.

    So a report is sorted in a few times over, whatever is held (O'Neil 1996, "log-structured merge").  Runs grow to a
    limit, beyond which another is begun, so that no addition has all entries to sort.
    """

    def __init__(self) -> None:
        self._runs: list[Hashes] = []

    def __len__(self) -> int:
        """How many entries there are."""
        return sum(map(len, self._runs))

    def add(self, number: int, keys: Sequence[int]) -> None:
        """Add a holder of some keys, each given once."""
        self._runs.append(np.sort(_entries(keys, number)))
        while len(self._runs) > 1 and self._is_due():
            last = self._runs.pop()
            self._runs[-1] = np.concatenate([self._runs[-1], last])
            self._runs[-1].sort()

    def _is_due(self) -> bool:
        """Whether the last run is to be sorted into the one before."""
        before, last = map(len, self._runs[-2:])
        return before + last <= _SMALL or (_FOLD * last > before and before + last <= _LARGEST)

    def remove(self, number: int, keys: Sequence[int]) -> None:
        """Remove a holder of some keys; where it holds one of them not, nothing is done."""
        entries = _entries(keys, number)
        for place, run in enumerate(self._runs):
            at, held = _found(run, np.searchsorted(run, entries), entries, np.uint64(0))
            if len(at):
                self._runs[place] = np.delete(run, at)
                entries = np.delete(entries, held)

    def first(self, keys: Sequence[int], most: int) -> list[list[int]]:
        """The holders of each key, lowest first, the first so many of them."""
        found: list[list[int]] = [[] for _ in keys]
        low = _entries(keys, 0)
        for run in self._runs:
            begins, held = _found(run, np.searchsorted(run, low), low, _SHIFT)
            ends = np.minimum(np.searchsorted(run, low[held] | _LOW, side="right"), begins + most)
            counts = ends - begins
            places = np.repeat(ends - np.cumsum(counts), counts) + np.arange(counts.sum())
            for at, number in zip(np.repeat(held, counts).tolist(), (run[places] & _LOW).tolist(), strict=True):
                found[at].append(number)
        return [sorted(numbers)[:most] for numbers in found]

    def beside(self, keys: Sequence[int], number: int) -> list[list[int]]:
        """Of each key, the last holder below a number and the first above it, as far as there are any."""
        entries = _entries(keys, number)
        below: list[list[int]] = [[] for _ in keys]
        above: list[list[int]] = [[] for _ in keys]
        for run in self._runs:
            sides = (np.searchsorted(run, entries) - 1, below), (np.searchsorted(run, entries, side="right"), above)
            for places, side in sides:
                there, held = _found(run, places, entries, _SHIFT)
                for at, near in zip(held.tolist(), (run[there] & _LOW).tolist(), strict=True):
                    side[at].append(near)
        return [[*sorted(lower)[-1:], *sorted(upper)[:1]] for lower, upper in zip(below, above, strict=True)]


def _entries(keys: Sequence[int], number: int) -> Hashes:
    """A holder's entries: each key as the upper half of a number of 64 bits, the holder's number as the lower."""
    entries: Hashes = (np.array(keys, dtype=np.uint64) << _SHIFT) | np.uint64(number)
    return entries


def _found(run: Hashes, places: Numbers, entries: Hashes, shift: np.uint64) -> tuple[Numbers, Numbers]:
    """Which places of a run, one for each entry, hold its upper bits; and which entries these are.

    The `shift` lowest bits are not looked at.
    """
    inside = np.flatnonzero((places >= 0) & (places < len(run)))
    held = inside[run[places[inside]] >> shift == entries[inside] >> shift]
    return places[held], held
