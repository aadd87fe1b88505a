"""The stories of a record that grows: only the parts that something new bears on are made again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from fogline.lineage.seeds import Seed
from fogline.lineage.stories import story_of
from fogline.lineage.story_parts import CROWD, SAME, SHARED, Rarity, find_parts, group, level, top_of
from fogline.records import Story
from fogline.records.ids import content_id
from fogline.records.kin_store import number_of
from fogline.records.story_store import KeptStories, StoryRow

AT_MOST = 8  # where more than one group in so many is new, all parts are made again
_ALL = 1 << 31  # of a key


@dataclass(frozen=True, slots=True)
class Retold:
    """Stories that were made again, and all reports that stand in them or stood in what they take the place of."""

    stories: tuple[Story, ...]
    reports: frozenset[str]


class StoryBook:
    """What is kept of the stories of a record, brought to the groups of kin that it has now."""

    def __init__(self, store: KeptStories) -> None:
        self._store = store

    def bring_to(self, gone: Collection[str], fresh: Sequence[Seed]) -> Retold:
        """Take in groups that are new, and out those of the names that are gone; what became of their parts."""
        store = self._store
        before, left = len(store), store.rows(gone)
        crossed = self._count([Seed.of(row.name, row.found) for row in left], fresh)
        rows = {row.name: row for row in left}
        parts = {row.part for row in left}
        if top_of(before) != top_of(len(store)) or AT_MOST * len(fresh) > len(store):
            others = {row.name: row for row in store.rows(store.names())}
        else:
            moved = self._holders(crossed)
            parts.update(row.part for row in moved if row.part)
            others = self._around(parts, [*fresh, *(Seed.of(row.name, row.found) for row in moved if row.part)])
        seeds = {row.name: Seed.of(row.name, row.found) for row in others.values()} | {one.name: one for one in fresh}
        stories = self._make(sorted(seeds.values(), key=lambda seed: seed.reports), others)
        told = [report for seed in seeds.values() for report in seed.reports]
        told += [report for row in rows.values() for report in Seed.of(row.name, row.found).reports]
        return Retold(stories, frozenset(told))

    def _count(self, gone: Sequence[Seed], fresh: Sequence[Seed]) -> list[int]:
        """Take groups in and out; the keys that are of another level now."""
        changes: Counter[int] = Counter()
        for seed in gone:
            changes.subtract(seed.keys.keys())
            self._store.keys.remove(number_of(seed.name), list(seed.keys))
        self._store.forget([seed.name for seed in gone])
        for seed in fresh:
            changes.update(seed.keys.keys())
            self._store.keys.add(number_of(seed.name), list(seed.keys))
        self._store.put(StoryRow(seed.name, "", seed.to_text()) for seed in fresh)
        changed = {key: more for key, more in changes.items() if more}
        held = self._store.held(changed)
        self._store.tally(changed)
        return [key for key, more in changed.items() if level(held.get(key, 0)) != level(held.get(key, 0) + more)]

    def _holders(self, keys: Sequence[int]) -> Sequence[StoryRow]:
        """The groups that hold any of these keys."""
        numbers = {number for holders in self._store.keys.first(keys, _ALL) for number in holders}
        return self._store.numbered(sorted(numbers))

    def _around(self, parts: set[str], changed: Sequence[Seed]) -> dict[str, StoryRow]:
        """The groups of some parts, and of those that they hang together with by groups that changed."""
        found = {row.name: row for row in self._store.of_parts(sorted(parts))}
        own = self._rarity(changed)
        near = self._beside(own, changed, found.keys())
        strangers = {row.name: Seed.of(row.name, row.found) for row in near}
        both = self._rarity([*changed, *strangers.values()])
        groups = {name: group(seed, both) for name, seed in strangers.items()}
        mine = [group(seed, both) for seed in changed]
        alike = {row.part for row in near if any(one.likeness(groups[row.name]) >= SAME for one in mine)}
        return found | {row.name: row for row in self._store.of_parts(sorted(alike))}

    def _beside(self, rarity: Rarity, changed: Sequence[Seed], known: Collection[str]) -> list[StoryRow]:
        """The groups, but for those that are known, that share clues enough with one that changed."""
        asked = {seed.name: rarity.clues(seed) for seed in changed}
        keys = list(dict.fromkeys(key for clues in asked.values() for key in clues))
        holders = dict(zip(keys, self._store.keys.first(keys, CROWD), strict=True))
        numbers: set[int] = set()
        for clues in asked.values():
            shared = Counter(number for key in clues for number in holders[key])
            numbers.update(number for number, count in shared.items() if count >= SHARED)
        numbers -= {number_of(name) for name in (*known, *asked)}
        return [row for row in self._store.numbered(sorted(numbers)) if row.name not in known]

    def _rarity(self, seeds: Iterable[Seed]) -> Rarity:
        """The levels of the keys of some groups."""
        keys = {key for seed in seeds for key in seed.keys}
        return Rarity.of(len(self._store), dict.fromkeys(keys, 0) | dict(self._store.held(keys)))

    def _make(self, seeds: Sequence[Seed], before: dict[str, StoryRow]) -> tuple[Story, ...]:
        """Make the parts of some groups, and note which they are."""
        moved: dict[str, str] = {}
        found: list[Story] = []
        for members, stories in find_parts(seeds, self._rarity(seeds)):
            names = [seeds[number].name for number in members]
            part = content_id("part", *names)
            moved |= {name: part for name in names if name not in before or before[name].part != part}
            found += [story_of(seeds[number] for number in story) for story in stories]
        self._store.move(moved)
        return tuple(sorted(found, key=lambda story: story.report_ids))
