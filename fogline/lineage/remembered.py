"""Fingerprints that are kept in memory, as a ledger keeps them: for a corpus that is traced at once, and for tests."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from fogline.records.kept_lineage import TracedReport
from fogline.records.kin_store import KinPrint, KinRow, KinTies, number_of
from fogline.records.reckoned import Reckoning
from fogline.records.story_store import StoryRow


class Lists:
    """A `KinTable` of sorted lists; whoever is added last in the order of the numbers costs least."""

    def __init__(self) -> None:
        self._held: dict[int, list[int]] = {}

    def add(self, number: int, keys: Sequence[int]) -> None:
        """Add a holder of some keys, each given once."""
        for key in keys:
            insort(self._held.setdefault(key, []), number)

    def remove(self, number: int, keys: Sequence[int]) -> None:
        """Remove a holder of some keys; where it holds one of them not, nothing is done."""
        for key in keys:
            holders = self._held.get(key, [])
            if number in holders:
                holders.remove(number)

    def first(self, keys: Sequence[int], most: int) -> list[list[int]]:
        """The holders of each key, lowest first, the first so many of them."""
        return [self._held.get(key, [])[:most] for key in keys]

    def beside(self, keys: Sequence[int], number: int) -> list[list[int]]:
        """Of each key, the last holder below a number and the first above it, as far as there are any."""
        every = [self._held.get(key, []) for key in keys]
        return [
            [*held[: bisect_left(held, number)][-1:], *held[(at := bisect_right(held, number)) : at + 1]]
            for held in every
        ]


class Remembered:
    """A `KeptSearch` in memory."""

    def __init__(self) -> None:
        self.sequences, self.facts = Lists(), Lists()
        self._rows: dict[int, tuple[KinRow, ...]] = {}
        self._prints: dict[str, KinPrint] = {}

    def __len__(self) -> int:
        """How many rows are held."""
        return sum(map(len, self._rows.values()))

    def number(self, name: str) -> int:
        """The number of a telling, told by its name alone; holders of a key stand in this order."""
        return number_of(name)

    def add(self, number: int, row: KinRow) -> None:
        """Hold a row under a number."""
        self._rows[number] = (*self._rows.get(number, ()), row)

    def remove(self, number: int, name: str) -> bool:
        """Hold it no longer; whether it was held."""
        held = self._rows.pop(number, ())
        kept = tuple(row for row in held if row.name != name)
        if kept:
            self._rows[number] = kept
        return len(kept) < len(held)

    def rows(self, numbers: Iterable[int]) -> Mapping[int, Sequence[KinRow]]:
        """The rows under some numbers; numbers without any are left out."""
        return {number: self._rows[number] for number in numbers if number in self._rows}

    def beside(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """Whom each is laid beside."""
        return {name: kept.beside for name, kept in self._prints.items()}

    def prints(self, names: Iterable[str]) -> Sequence[KinPrint]:
        """The fingerprints of these names, as far as they are kept."""
        return [self._prints[name] for name in names if name in self._prints]

    def put(self, prints: Iterable[KinPrint]) -> None:
        """Keep fingerprints, or keep them otherwise than before."""
        self._prints |= {kept.name: kept for kept in prints}

    def lay(self, beside: Mapping[str, tuple[tuple[str, ...], ...]]) -> None:
        """Note whom these are laid beside now."""
        self._prints |= {name: replace(self._prints[name], beside=lists) for name, lists in beside.items()}

    def forget(self, names: Iterable[str]) -> None:
        """Keep these no longer."""
        for name in names:
            self._prints.pop(name, None)


class RememberedStories:
    """A `KeptStories` in memory."""

    def __init__(self) -> None:
        self.keys = Lists()
        self._rows: dict[str, StoryRow] = {}
        self._held: Counter[int] = Counter()

    def names(self) -> frozenset[str]:
        """The names of all groups."""
        return frozenset(self._rows)

    def __len__(self) -> int:
        """How many groups there are."""
        return len(self._rows)

    def rows(self, names: Iterable[str]) -> Sequence[StoryRow]:
        """The groups of these names, as far as they are kept."""
        return [self._rows[name] for name in names if name in self._rows]

    def numbered(self, numbers: Iterable[int]) -> Sequence[StoryRow]:
        """The groups of these numbers."""
        wanted = set(numbers)
        return [row for row in self._rows.values() if number_of(row.name) in wanted]

    def of_parts(self, parts: Iterable[str]) -> Sequence[StoryRow]:
        """The groups that stand in these parts."""
        wanted = set(parts)
        return [row for row in self._rows.values() if row.part in wanted]

    def put(self, rows: Iterable[StoryRow]) -> None:
        """Keep groups that were not kept."""
        self._rows |= {row.name: row for row in rows}

    def move(self, parts: Mapping[str, str]) -> None:
        """Note in which part groups stand now, by their names."""
        self._rows |= {name: self._rows[name]._replace(part=part) for name, part in parts.items()}

    def forget(self, names: Iterable[str]) -> None:
        """Keep these groups no longer."""
        for name in names:
            del self._rows[name]

    def held(self, keys: Iterable[int]) -> Mapping[int, int]:
        """How many groups hold each of these keys."""
        return {key: self._held[key] for key in keys}

    def tally(self, changes: Mapping[int, int]) -> None:
        """Note by how many more, or fewer, groups each key is held."""
        self._held.update(changes)


class RememberedTraces:
    """A `KeptTraces` in memory."""

    def __init__(self) -> None:
        self._rows: dict[str, TracedReport] = {}

    def __len__(self) -> int:
        """How many reports there are."""
        return len(self._rows)

    def every(self) -> Mapping[str, TracedReport]:
        """All of them, by id."""
        return dict(self._rows)

    def of_reports(self, report_ids: Iterable[str]) -> Mapping[str, TracedReport]:
        """Those of these ids, as far as they are there."""
        return {report_id: self._rows[report_id] for report_id in report_ids if report_id in self._rows}

    def of_tellings(self, names: Iterable[str]) -> Mapping[str, TracedReport]:
        """Those that carry these tellings."""
        wanted = set(names)
        return {report_id: row for report_id, row in self._rows.items() if row.telling in wanted}

    def of_circles(self, names: Iterable[str]) -> Mapping[str, TracedReport]:
        """Those of these circles."""
        wanted = set(names)
        return {report_id: row for report_id, row in self._rows.items() if row.circle in wanted}

    def replace(self, gone: Iterable[str], fresh: Mapping[str, TracedReport]) -> None:
        """Forget some reports, and note where others stand now."""
        for report_id in gone:
            del self._rows[report_id]
        self._rows |= fresh

    def latest(self) -> str | None:
        """The latest day of all."""
        return max((row.day for row in self._rows.values() if row.day), default=None)


class RememberedLineage:
    """A `KeptLineage` in memory."""

    def __init__(self) -> None:
        self.search = Remembered()
        self.stories = RememberedStories()
        self.traces = RememberedTraces()
        self._marks: dict[str, str] = {}
        self._asked: frozenset[int] = frozenset()
        self._ties: dict[str, KinTies] = {}
        self._circles: dict[str, str] = {}
        self._reckonings: dict[tuple[str, str], str] = {}

    def ties(self, names: Iterable[str] | None = None) -> Mapping[str, KinTies]:
        """How the tellings hang together, by their names; all of them, or these."""
        return {name: self._ties[name] for name in self._ties if names is None or name in set(names)}

    def note_ties(self, gone: Iterable[str], fresh: Mapping[str, KinTies]) -> None:
        """Forget some tellings, and note how others hang together now."""
        for name in gone:
            del self._ties[name]
        self._ties |= fresh

    def circles(self, names: Iterable[str] | None = None) -> Mapping[str, str]:
        """What came of each circle of reports, by its name; of all, or of these."""
        return {name: self._circles[name] for name in self._circles if names is None or name in set(names)}

    def replace_circles(self, gone: Iterable[str], fresh: Mapping[str, str]) -> None:
        """Forget some circles, and keep others."""
        for name in gone:
            del self._circles[name]
        self._circles |= fresh

    def reckonings(self, owners: Iterable[str]) -> Iterable[Reckoning]:
        """What was reckoned of some bodies."""
        asked = set(owners)
        return [Reckoning(*key, found) for key, found in self._reckonings.items() if key[0] in asked]

    def owners(self) -> frozenset[str]:
        """The bodies of which something was reckoned."""
        return frozenset(owner for owner, _ in self._reckonings)

    def replace_reckonings(self, gone: Iterable[Reckoning], owners: Iterable[str], fresh: Iterable[Reckoning]) -> None:
        """Forget some reckonings, and all of some bodies; keep others."""
        left = {(row.owner, row.key) for row in gone}
        bodies = set(owners)
        kept = {key: found for key, found in self._reckonings.items() if key not in left and key[0] not in bodies}
        self._reckonings = kept | {(row.owner, row.key): row.found for row in fresh}

    def has_asked(self) -> bool:
        """Whether any report without a day asked others of the record."""
        return bool(self._asked)

    def is_asked(self, keys: Iterable[int]) -> bool:
        """Whether a report without a day asked others of the record by any of these keys."""
        return not self._asked.isdisjoint(keys)

    def replace_asked(self, keys: Collection[int]) -> None:
        """Make these the keys by which they did."""
        self._asked = frozenset(keys)

    def mark(self, name: str) -> str | None:
        """What was noted under a name; `None` where nothing was."""
        return self._marks.get(name)

    def note(self, name: str, mark: str) -> None:
        """Note something under a name."""
        self._marks[name] = mark
