"""Whom each telling of a record is laid beside: found from nothing, or from what was kept and the tellings that came.

Both give the same.  What is kept is known by a name that stands for a body and for the program that read it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from fogline.lineage.candidates import copies_by
from fogline.lineage.postings import KEY_SHIFT, Pair
from fogline.lineage.prints import Fingerprint
from fogline.lineage.remembered import Remembered
from fogline.lineage.search import KinSearch, Near
from fogline.lineage.tellings import Tellings
from fogline.lineage.touched import touched
from fogline.records.ids import content_id
from fogline.records.kin_store import KeptSearch, KinPrint, number_of
from fogline.records.release import release

RULES = ("lineage", "language")  # the parts of the program that a fingerprint, and who is laid beside whom, follow from
AT_MOST = 8  # where more than one in so many is new, all are laid anew, at once

Nearby = dict[str, Near]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of tellings that are worth laying side by side, by their numbers, the lower first; sorted.

    `links` tie a crowd together, and need not all be judged.  `stood` tells of a pair of the other two sorts whether it
    was one before; where it is not given, none was.
    """

    copies: list[Pair]
    links: list[Pair]
    facts: list[Pair]
    stood: Callable[[Pair], bool] = field(default=lambda _: False, compare=False)

    def among(self, home: Mapping[int, int], numbers: Container[int]) -> Pairs:
        """Those of which both have one home, by telling, and it is among these."""
        copies, links, facts = (
            [pair for pair in kind if home[pair[0]] in numbers and home[pair[0]] == home[pair[1]]]
            for kind in (self.copies, self.links, self.facts)
        )
        return Pairs(copies, links, facts)


def find_pairs(tellings: Tellings, kept: KeptSearch | None = None) -> Pairs:
    """The pairs of a corpus.  With what was kept of it, only what is new is read and looked for."""
    names = names_of(tellings)
    numbers = {name: at for at, name in enumerate(names)}
    if kept is None:
        return pairs_of(lay_all([Fingerprint.of(tellings[at], name) for at, name in enumerate(names)]), numbers)
    before = Kept(kept)
    fresh = [name for name in names if name not in before.names()]
    nearby = before.bring_to(
        frozenset(names), [Fingerprint.of(tellings[numbers[name]], name) for name in sorted(fresh)]
    )
    return pairs_of(nearby, numbers, lambda pair: before.stood(names[pair[0]], names[pair[1]]))


def pairs_of(nearby: Nearby, numbers: Mapping[str, int], stood: Callable[[Pair], bool] = lambda _: False) -> Pairs:
    """The pairs of tellings by their numbers, of whom each is laid beside whom by name."""
    copies, links, facts = (
        sorted(pair for pair in _numbered(nearby, numbers, kind) if pair[0] < pair[1]) for kind in range(3)
    )
    return Pairs(copies, links, facts, stood)


def names_of(tellings: Tellings) -> list[str]:
    """What each telling is known by in what is kept."""
    return [content_id("print", release(*RULES), mark) for mark in tellings.marks]


def _numbered(nearby: Nearby, numbers: Mapping[str, int], kind: int) -> Iterator[Pair]:
    return ((numbers[name], numbers[other]) for name, near in nearby.items() for other in near[kind])


def lay_all(prints: Sequence[Fingerprint]) -> Nearby:
    """Whom each is laid beside, from nothing."""
    ordered = sorted(prints, key=lambda own: number_of(own.name))
    owners = np.repeat(np.arange(len(ordered)), [len(own.sequences) for own in ordered])
    keys = np.array([key for own in ordered for key in own.sequences], dtype=np.uint64) << np.uint64(KEY_SHIFT)
    copies = copies_by([(keys, owners)], len(ordered))
    search = KinSearch(Remembered())
    for own in ordered:
        search.add(replace(own, sequences=own.sequences[:1]))  # the first tells its story
    facts = [(own.name, name) for own in ordered for name in search.facts(own)]
    names = [own.name for own in ordered]
    by_kind = (_both(names, copies.pairs), _both(names, copies.links), _mutual(facts))
    return {name: Near(*(tuple(sorted(kind.get(name, ()))) for kind in by_kind)) for name in names}


def _both(names: Sequence[str], pairs: Iterable[Pair]) -> dict[str, set[str]]:
    return _mutual((names[low], names[high]) for low, high in pairs)


def _mutual(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


class Asked(Nearby):
    """Whom each telling is laid beside, read when it is first asked for."""

    def __init__(self, store: KeptSearch) -> None:
        super().__init__()
        self._store = store
        self.before: Nearby = {}

    def __missing__(self, name: str) -> Near:
        """Read it; who is not kept is laid beside nobody."""
        found = self._store.prints([name])
        if not found:
            return Near()
        self.note(found[0])
        return self[name]

    def note(self, kept: KinPrint) -> None:
        """Take what was read, where nothing was read or changed before."""
        if kept.name not in self:
            self[kept.name] = self.before[kept.name] = Near(*kept.beside)


class Kept:
    """What was kept of a record's tellings, brought to those that it has now."""

    def __init__(self, store: KeptSearch, beside: Nearby | None = None) -> None:
        self._store = store
        self._search = KinSearch(store)
        if beside is None:
            beside = {name: Near(*lists) for name, lists in store.beside().items()}
        self._beside = beside
        self._before = beside.before if isinstance(beside, Asked) else dict(beside)
        self._prints: dict[str, Fingerprint] = {}
        self._changed: set[str] = set()

    def names(self) -> frozenset[str]:
        """The names of those that are held."""
        return frozenset(self._beside)

    def stood(self, one: str, other: str) -> bool:
        """Whether two were laid side by side before, and not only as links of a crowd."""
        near = self._before.get(one, Near())
        return one not in self._changed or other in near.copies or other in near.facts

    def bring_to(self, names: frozenset[str], fresh: Sequence[Fingerprint]) -> Nearby:
        """Hold those of these names, of which `fresh` were not held; and whom each is laid beside then."""
        gone = self._beside.keys() - names
        for own in self._read(gone):
            self._search.remove(own)
        self._store.forget(gone)
        if gone or AT_MOST * len(fresh) > len(names):
            self._hold(fresh)
            found = lay_all([*self._read(self._beside.keys() & names), *fresh])
            self._changed = {name for name, near in found.items() if self._beside.get(name) != near}
            self._beside = found
            self._store.lay({name: tuple(self._beside[name]) for name in sorted(self._changed)})
        else:
            self.add(fresh)
        return self._beside

    def add(self, fresh: Iterable[Fingerprint]) -> frozenset[str]:
        """Hold some more, one by one: whose candidates are others now."""
        for own in fresh:
            self._hold([own])
            self._lay(own)
        self._store.lay({name: tuple(self._beside[name]) for name in sorted(self._changed)})
        return frozenset(self._changed)

    def parted(self, names: Iterable[str], others: Iterable[str]) -> set[tuple[str, str]]:
        """The pairs of some that are laid side by side now and were not before, or the other way round; and all pairs
        of others."""
        found = set[tuple[str, str]]()
        for name in sorted({*names, *others}):
            now, before = ([{*kind} for kind in near] for near in (self._beside[name], self._before.get(name, Near())))
            for one, two in zip(now, before, strict=True):
                mates = one | two if name in others else one ^ two
                found.update((min(name, mate), max(name, mate)) for mate in mates)
        return found

    def near(self, names: Iterable[str]) -> Nearby:
        """Whom each of these is laid beside."""
        wanted = sorted(names)
        self._read(wanted)
        return {name: self._beside[name] for name in wanted}

    def _hold(self, fresh: Sequence[Fingerprint]) -> None:
        for own in fresh:
            self._search.add(own)
        self._store.put(KinPrint(own.name, *own.to_bytes()) for own in fresh)

    def _read(self, names: Iterable[str]) -> list[Fingerprint]:
        """The fingerprints of these names; each is read once."""
        wanted = sorted(names)
        for kept in self._store.prints([name for name in wanted if name not in self._prints]):
            self._prints[kept.name] = Fingerprint.from_bytes(kept.name, kept.sequences, kept.facts)
            if isinstance(self._beside, Asked):
                self._beside.note(kept)
        return [self._prints[name] for name in wanted]

    def _lay(self, own: Fingerprint) -> None:
        """Lay one that is held now beside others, and anew those whose candidates it may have changed."""
        self._prints[own.name] = own
        self._beside[own.name] = Near()
        self._changed.add(own.name)
        numbers = touched(self._search, own, lambda n: self._laid(n, 1), lambda n: self._laid(n, 2))
        names = {row.name for rows in self._store.rows(numbers).values() for row in rows} | {own.name}
        found = {print_.name: self._search.find(print_) for print_ in self._read(names)}
        for name in sorted(names):
            for kind in range(len(Near._fields)):
                self._update(name, kind, found)

    def _laid(self, number: int, kind: int) -> frozenset[int]:
        rows = self._store.rows([number]).get(number, ())
        return frozenset(number_of(other) for row in rows for other in self._beside[row.name][kind])

    def _update(self, name: str, kind: int, found: dict[str, Near]) -> None:
        """Make one's pairs of a kind those that either of the two is asked to be laid beside."""
        before, now = set(self._beside[name][kind]), set(found[name][kind])
        for other in sorted(before - now):
            if other not in found:
                found[other] = self._search.find(self._read([other])[0])
            if name not in found[other][kind]:
                self._set(name, other, kind, there=False)
        for other in sorted(now - before):
            self._set(name, other, kind, there=True)

    def _set(self, one: str, other: str, kind: int, *, there: bool) -> None:
        for name, mate in ((one, other), (other, one)):
            near = self._beside[name]
            mates = (set(near[kind]) | {mate}) if there else (set(near[kind]) - {mate})
            self._beside[name] = near._replace(**{Near._fields[kind]: tuple(sorted(mates))})
            self._changed.add(name)
