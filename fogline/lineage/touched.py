"""Whose candidates may be others now that one more telling is held: few, however many are held.

Found from the keys that the new one holds, and from who was laid beside whom before.  Rather one too many than one too
few: whoever is named here is asked anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from fogline.lineage.candidates import FEWEST_SEQUENCES
from fogline.lineage.fingerprints import CROWD, FEWEST_KEYS
from fogline.lineage.prints import Fingerprint
from fogline.lineage.search import LOOKED_AT, KinSearch

Laid = Callable[[int], frozenset[int]]  # whom a number was laid beside before

_SEEN = LOOKED_AT + 2  # holders of a fact, of which each sees all but itself and at most the last
_ALL = 1 << 31  # of a key


def touched_by_sequences(search: KinSearch, own: Fingerprint, linked: Laid) -> set[int]:
    """Whose copies or links may be others; `linked` tells whom one was linked with.

    A key that few hold adds to what they share with the new one; it may have made them a crowd.  In a crowd the new one
    parts the two between which it stands, or takes the place of the first.
    """
    table, mine = search.store.sequences, search.store.number(own.name)
    shared: Counter[int] = Counter()
    lost: set[tuple[int, int]] = set()
    touched: set[int] = set()
    crowds: dict[int, int] = {}
    leads = False  # whether the new one is the first of a crowd: of what it shares with another, only that one sees all
    for key, holders in zip(own.sequences, table.first(own.sequences, CROWD + 2), strict=True):
        others = [number for number in holders if number != mine]
        if len(holders) <= CROWD:
            shared.update(others)
        elif len(holders) == CROWD + 1:
            touched.update(others)
        elif holders[0] == mine:
            every = [number for number in table.first([key], _ALL)[0] if number != mine]
            shared.update(every)
            lost.update((number, holders[1]) for number in every)
            leads = True
        else:
            crowds[key] = holders[0]
    for first, sides in zip(crowds.values(), table.beside(tuple(crowds), mine), strict=True):
        if leads:
            shared.update({first, *sides})
        if len(sides) == 2:
            lost.add((sides[0], sides[1]))
    touched.update(number for number, count in shared.items() if count >= FEWEST_SEQUENCES)
    for one, other in lost:
        if other in linked(one):
            touched |= {one, other}
    return touched


def touched_by_facts(search: KinSearch, own: Fingerprint, joined: Laid) -> set[int]:
    """Whose paraphrases may be others; `joined` tells with whom one shared facts enough.

    A fact that few stories hold adds to what they share with the new one; it may have become one of a crowd.
    """
    table, mine = search.store.facts, search.store.number(own.name)
    every = table.first(own.facts, _SEEN + 1)
    stories = search.stories({number for holders in every for number in holders})
    shared: Counter[int] = Counter()
    lost: set[int] = set()
    found: set[int] = set()
    for key, holders in zip(own.facts, every, strict=True):
        others = [number for number in holders if number != mine]
        told = len({stories[number] for number in others})
        if len(holders) <= _SEEN - 1:
            if told > CROWD + 1:
                continue
            shared.update(others)
            lost.update(others if told >= CROWD else ())
        elif mine in holders[:_SEEN] and told <= CROWD + 3:
            others = [number for number in table.first([key], _ALL)[0] if number != mine]
            found.update(others)  # the last that was seen may have made it a crowd's
    found |= {number for number, count in shared.items() if count >= FEWEST_KEYS}
    return found | {number for number in lost if joined(number)}


def touched(search: KinSearch, own: Fingerprint, linked: Laid, joined: Laid) -> Sequence[int]:
    """The numbers of all whose candidates may be others, sorted; the new one, which is held already, not among them."""
    found = touched_by_sequences(search, own, linked) | touched_by_facts(search, own, joined)
    return sorted(found - {search.store.number(own.name)})
