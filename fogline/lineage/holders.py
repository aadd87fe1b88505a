"""Who holds which key, where reports come and go one by one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from fogline.lineage.fingerprints import Hashes, Numbers

_SHIFT = np.uint64(32)  # the key above, the holder's number below
_LOW = np.uint64((1 << 32) - 1)
_SLICE = 1 << 17  # entries that are merged at once, in a millisecond or two; of more, so many with each addition
_LARGEST = 1 << 23  # entries of one run; beyond it another is begun, as what is removed is cut out of its whole run
_FOLD = 16  # a run is at most such a part of the one before, so that few are looked through


class Holders:
    """A `KinTable` in memory, of keys and numbers of 32 bits: runs of sorted entries.

    A later run is mostly a sixteenth of the one before at most.
    So a report is sorted in some times over, whatever is held (O'Neil 1996, "log-structured merge").  Two large runs
    are merged in slices, one with each addition, so that none waits for all entries; meanwhile both answer as before.
    """

    def __init__(self) -> None:
        self._runs: list[Hashes] = []
        self._merge: _Merge | None = None

    def __len__(self) -> int:
        """How many entries there are."""
        return sum(map(len, self._runs))

    def add(self, number: int, keys: Sequence[int]) -> None:
        """Add a holder of some keys, each given once."""
        if keys:
            self._runs.append(np.sort(_entries(keys, number)))
        if self._merge is not None and self._merge.go_on(max(_SLICE, 2 * _FOLD * len(keys))):
            self._runs[self._merge.place : self._merge.place + 2] = [self._merge.whole()]
            self._merge = None
        while (place := self._due()) is not None:
            both = self._runs[place : place + 2]
            if sum(map(len, both)) > _SLICE:
                self._merge = _Merge(place, both)
            else:
                self._runs[place : place + 2] = [np.sort(np.concatenate(both))]

    def _due(self) -> int | None:
        """The last run that is to be merged with the one behind it; those that are merged already stay as they are."""
        begin, most = (0, _LARGEST) if self._merge is None else (self._merge.place + 2, _SLICE)
        sizes = [len(run) for run in self._runs]
        for place in reversed(range(begin, len(sizes) - 1)):
            before, after = sizes[place : place + 2]
            if _FOLD * after > before and before + after <= most:
                return place
        return None

    def remove(self, number: int, keys: Sequence[int]) -> None:
        """Remove a holder of some keys; where it holds one of them not, nothing is done."""
        entries = _entries(keys, number)
        for place, run in enumerate(self._runs):
            at, held = _found(run, np.searchsorted(run, entries), entries, np.uint64(0))
            if len(at):
                self._runs[place] = np.delete(run, at)
                if self._merge is not None:
                    self._merge.remove(place, entries[held])
                entries = np.delete(entries, held)

    def first(self, keys: Sequence[int], most: int) -> list[list[int]]:
        """The holders of each key, lowest first, the first so many of them."""
        found: list[list[int]] = [[] for _ in keys]
        low = _entries(keys, 0)
        for run in self._runs:
            begins, held = _found(run, np.searchsorted(run, low), low, _SHIFT)
            ends = np.minimum(np.searchsorted(run, low[held] | _LOW, side="right"), begins + most)
            counts = ends - begins
            stops = np.cumsum(counts)
            places = np.repeat(ends - stops, counts) + np.arange(counts.sum())
            numbers = (run[places] & _LOW).tolist()
            for at, stop, count in zip(held.tolist(), stops.tolist(), counts.tolist(), strict=True):
                found[at] += numbers[stop - count : stop]
        return [sorted(every)[:most] for every in found]

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


class _Merge:
    """Two neighbouring runs that are merged bit by bit; `place` is that of the first."""

    def __init__(self, place: int, runs: Sequence[Hashes]) -> None:
        self.place = place
        self._runs = runs
        self._at = [0, 0]  # how many entries of each are merged
        self._merged = np.empty(sum(map(len, runs)), dtype=np.uint64)
        self._removed: list[Hashes] = []

    def go_on(self, most: int) -> bool:
        """Merge the next entries, so many at most and at least half of them; whether all are merged."""
        heads = [run[at : at + max(1, most // 2)] for run, at in zip(self._runs, self._at, strict=True)]
        bound = min(head[-1] for head in heads if len(head))
        ready = [head[: np.searchsorted(head, bound, side="right")] for head in heads]
        begin = sum(self._at)
        self._at = [at + len(part) for at, part in zip(self._at, ready, strict=True)]
        merged = self._merged[begin : sum(self._at)]
        np.concatenate(ready, out=merged)
        merged.sort()
        return sum(self._at) == len(self._merged)

    def remove(self, place: int, entries: Hashes) -> None:
        """Leave out entries in the end, if the run at this place is one of the two."""
        if place in (self.place, self.place + 1):
            self._removed.append(entries)

    def whole(self) -> Hashes:
        """What the two are merged into, without what was removed meanwhile."""
        if not self._removed:
            return self._merged
        gone = np.sort(np.concatenate(self._removed))
        again = np.arange(len(gone)) - np.searchsorted(gone, gone)  # one that two held alike is removed twice
        return np.delete(self._merged, np.searchsorted(self._merged, gone) + again)


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
