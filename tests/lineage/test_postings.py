"""Who holds which key, added at once or one by one."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.lineage import postings
from fogline.lineage.fingerprints import CROWD
from fogline.lineage.postings import NEAREST, Postings, Shared

STEP = 1 << 24  # two keys that differ by less count as one
held = st.lists(st.sets(st.integers(1, 12), max_size=6), min_size=1, max_size=20)


def at_once(owners: list[set[int]]) -> Postings:
    found = Postings()
    rows = [(key * STEP, owner) for owner, keys in enumerate(owners) for key in keys]
    keys, own = np.array([k for k, _ in rows], dtype=np.uint64), np.array([o for _, o in rows], dtype=np.int64)
    found.extend([(keys, own)])
    return found


def counted(shared: Shared) -> dict[tuple[int, int], int]:
    return dict(zip(shared.pairs(), shared.count.tolist(), strict=True))


@given(held)
def test_the_pairs_that_share_keys_are_all_found_and_counted(owners: list[set[int]]) -> None:
    shared, linked = at_once(owners).shared()
    expected = {
        (low, high): len(owners[low] & owners[high])
        for low, high in combinations(range(len(owners)), 2)
        if owners[low] & owners[high]
    }
    assert counted(shared) == expected
    assert counted(linked) == {}


@settings(max_examples=50)
@given(held, st.integers(1, 5))
def test_one_by_one_gives_what_all_at_once_gives(owners: list[set[int]], wait: int) -> None:
    one_by_one, before = Postings(), postings._FIRST_WAIT
    postings._FIRST_WAIT = wait
    try:
        for owner, keys in enumerate(owners):
            one_by_one.add(owner, [key * STEP for key in keys])
    finally:
        postings._FIRST_WAIT = before
    every = [key * STEP for key in range(1, 13)]
    assert one_by_one.holders(every) == at_once(owners).holders(every)
    assert len(one_by_one) == sum(map(len, owners))
    assert counted(one_by_one.shared()[0]) == counted(at_once(owners).shared()[0])


def test_a_crowd_is_linked_in_linear_number() -> None:
    count = 50 * CROWD
    shared, linked = at_once([{1} for _ in range(count)]).shared()
    assert counted(shared) == {}
    assert count - 1 <= len(linked.pairs()) < 2 * count
    degree = Counter(owner for pair in linked.pairs() for owner in pair)
    assert set(degree) == set(range(count))


def test_none_keeps_a_crowd_of_candidates() -> None:
    others = np.arange(1, 5 * NEAREST)
    shared = Shared(np.zeros(len(others), dtype=np.int64), others, others)
    kept = shared.nearest()
    assert set(kept.pairs()) == set(shared.pairs()), "each of the others has no nearer one"
    every = [(low, high) for low, high in combinations(range(3 * NEAREST), 2)]
    low, high = (np.array(side) for side in zip(*every, strict=True))
    dense = Shared(low, high, high - low).nearest()
    assert len(dense.pairs()) < len(every)
    assert (0, 3 * NEAREST - 1) in dense.pairs(), "the nearest stays"
