"""Which owners hold the same keys."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from fogline.lineage.fingerprints import CROWD
from fogline.lineage.postings import NEAREST, Postings, Shared

STEP = 1 << 32  # two keys that differ by less count as one
held = st.lists(st.sets(st.integers(1, 12), max_size=6), min_size=1, max_size=20)


def at_once(owners: list[set[int]]) -> Postings:
    rows = [(key * STEP, owner) for owner, keys in enumerate(owners) for key in keys]
    keys, own = np.array([k for k, _ in rows], dtype=np.uint64), np.array([o for _, o in rows], dtype=np.int64)
    return Postings([(keys[n::3], own[n::3]) for n in range(3)], len(owners))


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


@given(held)
def test_a_key_that_is_given_twice_counts_once(owners: list[set[int]]) -> None:
    keys = np.array([key * STEP for own in owners for key in own], dtype=np.uint64)
    numbers = np.repeat(np.arange(len(owners)), [len(own) for own in owners])
    twice = Postings([(keys, numbers), (keys, numbers)], len(owners))
    assert len(twice) == sum(map(len, owners))
    assert twice.sizes.tolist() == [len(own) for own in owners]
    assert counted(twice.shared()[0]) == counted(at_once(owners).shared()[0])


@given(held, st.integers(2, 4))
def test_pairs_that_share_too_few_keys_are_left_out(owners: list[set[int]], fewest: int) -> None:
    every = counted(at_once(owners).shared()[0])
    assert counted(at_once(owners).shared(fewest)[0]) == {p: n for p, n in every.items() if n >= fewest}


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
