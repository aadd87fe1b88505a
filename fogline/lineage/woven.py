"""Reports that draw on two origins: in part on the one, in part on the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from fogline.lineage.coverage import covered
from fogline.lineage.families import Family, Kindred

BOTH = 0.6  # of a report, that the two tell together
ALONE = 0.15  # of it, that each tells and the other does not
MOST = 12  # other origins that are tried, those that tell most of it: ten thousand flashes may share a mould


@dataclass(frozen=True, slots=True)
class Woven:
    """A telling with its two sources; `union` is the share of it that they tell together."""

    telling: int
    sources: tuple[int, int]
    union: float


def find_woven(kindred: Kindred, families: Sequence[Family]) -> list[Woven]:
    """The tellings that draw on two origins which have nothing to do with each other, by telling.

    One that stands in an origin draws on that one and on another.  Of two that would derive from each other, the one
    that its sources tell more fully does.
    """
    home = {member: number for number, family in enumerate(families) for member in family.members}
    found = [woven for telling in sorted(home) for woven in _candidates(kindred, families, home, telling)]
    taken: dict[int, Woven] = {}
    for woven in sorted(found, key=lambda w: (-w.union, w.telling, w.sources)):
        back = any(woven.telling in taken[s].sources for s in woven.sources if s in taken)
        if woven.telling not in taken and not back:
            taken[woven.telling] = woven
    return [taken[telling] for telling in sorted(taken)]


def _candidates(kindred: Kindred, families: Sequence[Family], home: Mapping[int, int], telling: int) -> Iterator[Woven]:
    """The pairs of sources that tell most of a telling together, and each its own part."""
    near = {home[o] for o in kindred.perhaps_of(telling)} | {home[telling]}
    if len(near) == 1:
        return
    members = families[home[telling]].members
    own = _source(kindred, telling, members)
    others = [_source(kindred, telling, families[number].members) for number in sorted(near - {home[telling]})]
    views = {s: kindred.likeness(telling, s).first for s in (own, *others) if s is not None}
    fullest = sorted(views.keys() - {own}, key=lambda source: (-views[source].told, source))[:MOST]
    for pair in combinations(sorted(views.keys() & {own, *fullest}), 2):
        if (own is None or own in pair) and pair[1] not in kindred.kin_of(pair[0]):
            union, alone = covered(kindred.gists[telling], views[pair[0]], views[pair[1]])
            if union >= BOTH and alone >= ALONE:
                yield Woven(telling, pair, union)


def _source(kindred: Kindred, telling: int, members: Sequence[int]) -> int | None:
    """From which member of an origin a telling would derive: none that is later."""
    until = members[: members.index(telling)] if telling in members else members
    before = [o for o in until if not kindred.is_later(o, telling)]
    return kindred.source_of(telling, set(before), before[0]) if before else None
