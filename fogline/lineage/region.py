"""What a report that comes bears on: the circles whose tellings are laid beside others now, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from fogline.lineage.agencies import short_name
from fogline.lineage.families import Kindred
from fogline.lineage.held import AT_MOST, Asked, Kept, Pairs, names_of, pairs_of
from fogline.lineage.prints import Fingerprint
from fogline.lineage.search import Near
from fogline.lineage.tellings import Tellings
from fogline.records import Reading
from fogline.records.kept_lineage import KeptLineage, KeptTraces, TracedReport
from fogline.records.kin_store import KeptSearch, KinTies
from fogline.records.reckoned import Reckoned, Reckoning
from fogline.records.story_store import KeptStories

Read = Callable[[Iterable[str]], Sequence[Reading]]


class Surroundings:
    """Whom new reports are laid beside, and the reports of all circles that this bears on.

    `known` says where those of them stood that were there before; `changed` are the tellings of which others are
    nearest now, or which other reports carry.
    """

    def __init__(self, kept: KeptLineage, new: Sequence[Reading], read: Read) -> None:
        self._kept, self._new, self._read = kept, new, read
        self._search = Kept(kept.search, Asked(kept.search))
        tellings = Tellings(new)
        names = names_of(tellings)
        held = {one.name for one in kept.search.prints(names)}
        fresh = sorted((name, at) for at, name in enumerate(names) if name not in held)
        moved = self._search.add(Fingerprint.of(tellings[at], name) for name, at in fresh)
        self.changed = moved | frozenset(names)
        named = {short_name(credit) for reading in new for credit in reading.credits or ()}
        touched = {**kept.traces.of_tellings(names), **kept.traces.of_reports(sorted(named))}
        circles = {row.circle for row in touched.values()} | self._tied(self._search.parted(moved, held))
        self.known: Mapping[str, TracedReport] = kept.traces.of_circles(sorted(circles))

    def _tied(self, pairs: Collection[tuple[str, str]]) -> set[str]:
        """The circles in which tellings are laid side by side otherwise than before, or to which such a pair ties one.

        A pair of two circles that does not tie them bears on neither.
        """
        rows = self._kept.traces.of_tellings(sorted({name for pair in pairs for name in pair}))
        home = {row.telling: row.circle for row in rows.values()}
        found = {home[one] for one, other in pairs if one in home and home[one] == home.get(other)}
        across = [pair for pair in pairs if home.get(pair[0], "") != home.get(pair[1], pair[1])]
        asked = {name for pair in across for name in pair}
        ids = {report_id for report_id, row in rows.items() if row.telling in asked}
        kindred = kindred_of((*self._read(sorted(ids)), *self._new), self._kept)
        numbers = {name: at for at, name in enumerate(names_of(kindred.tellings))}
        kindred.reckoned.load(kindred.tellings.marks)
        for one, other in across:
            low, high = sorted((numbers[one], numbers[other]))
            if kindred.tie((low, high)):
                found.update(home[name] for name in (one, other) if name in home)
        return found

    def pairs(self, tellings: Tellings) -> Pairs:
        """The pairs among some tellings."""
        names = names_of(tellings)
        numbers = {name: at for at, name in enumerate(names)}
        near = {
            name: Near(*(tuple(mate for mate in kind if mate in numbers) for kind in near))
            for name, near in self._search.near(names).items()
        }
        return pairs_of(near, numbers, lambda pair: self._search.stood(names[pair[0]], names[pair[1]]))

    def forget(self) -> None:
        """Have what these reports bear on judged and traced anew: the new tellings count as laid beside others now."""
        kept = self._kept
        circles = {row.circle for row in (*self.known.values(), *kept.traces.of_tellings(self.changed).values())}
        kept.note_ties(sorted(kept.ties(self.changed)), {})
        kept.replace_circles(sorted(circles), {})


def kindred_of(readings: Iterable[Reading], kept: KeptLineage) -> Kindred:
    """Some reports, of whose kin nothing is judged yet."""
    told = sorted(readings, key=lambda reading: reading.report_id)
    return Kindred(told, Reckoned(kept.reckonings), Tellings(told))


def may_be_added(kept: KeptLineage, new: Sequence[Reading]) -> bool:
    """Whether so few come that they are looked for one by one."""
    return AT_MOST * len(new) <= len(kept.search)


class Region:
    """A `KeptLineage` of some circles alone: what is kept of others is neither read nor changed."""

    def __init__(self, kept: KeptLineage, known: Mapping[str, TracedReport], names: Iterable[str]) -> None:
        self._kept, self._known, self._names = kept, known, frozenset(names)

    @property
    def search(self) -> KeptSearch:
        """What kin are looked for by."""
        return self._kept.search

    @property
    def stories(self) -> KeptStories:
        """How stories are made."""
        return self._kept.stories

    @property
    def traces(self) -> KeptTraces:
        """Where each report stands."""
        return self._kept.traces

    def ties(self, names: Iterable[str] | None = None) -> Mapping[str, KinTies]:
        """How the tellings of these circles hang together."""
        return self._kept.ties(sorted(self._names) if names is None else names)

    def note_ties(self, gone: Iterable[str], fresh: Mapping[str, KinTies]) -> None:
        """Note how they hang together now; what was noted of them beside others stays."""
        before = self._kept.ties(fresh)
        now = {}
        for name, own in fresh.items():
            was = before[name].ties if name in before and before[name].face == own.face else {}
            outside = {other: tie for other, tie in was.items() if other not in self._names}
            now[name] = KinTies(own.face, dict(sorted({**outside, **own.ties}.items())))
        self._kept.note_ties(gone, now)

    def circles(self, names: Iterable[str] | None = None) -> Mapping[str, str]:
        """What came of these circles."""
        own = sorted({row.circle for row in self._known.values()})
        return self._kept.circles(own if names is None else names)

    def replace_circles(self, gone: Iterable[str], fresh: Mapping[str, str]) -> None:
        """Forget some circles, and keep others."""
        self._kept.replace_circles(gone, fresh)

    def reckonings(self, owners: Iterable[str]) -> Iterable[Reckoning]:
        """What was reckoned of some bodies."""
        return self._kept.reckonings(owners)

    def replace_reckonings(self, gone: Iterable[Reckoning], owners: Iterable[str], fresh: Iterable[Reckoning]) -> None:
        """Forget some reckonings, and all of some bodies; keep others."""
        self._kept.replace_reckonings(gone, owners, fresh)

    def has_asked(self) -> bool:
        """Whether any report without a day asked others of the record."""
        return self._kept.has_asked()

    def is_asked(self, keys: Iterable[int]) -> bool:
        """Whether a report without a day asked others of the record by any of these keys."""
        return self._kept.is_asked(keys)

    def replace_asked(self, keys: Collection[int]) -> None:
        """Make these the keys by which they did."""
        self._kept.replace_asked(keys)

    def mark(self, name: str) -> str | None:
        """What was noted under a name; `None` where nothing was."""
        return self._kept.mark(name)

    def note(self, name: str, mark: str) -> None:
        """Note something under a name."""
        self._kept.note(name, mark)
