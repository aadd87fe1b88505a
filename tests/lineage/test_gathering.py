"""Groups made by what speaks for and against each pair."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fogline.lineage.gathering import gather

PAIRS = st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] < p[1])
EVIDENCE = st.dictionaries(PAIRS, st.integers(-40, 40).map(lambda n: n / 8))


def test_what_speaks_for_a_pair_joins_it() -> None:
    assert gather(range(4), {(0, 1): 2.0, (1, 2): 1.0, (2, 3): -1.0}) == [[0, 1, 2], [3]]


def test_one_likeness_joins_no_two_groups_that_are_unlike_otherwise() -> None:
    evidence = {(0, 1): 4.0, (2, 3): 4.0, (1, 2): 1.0, (0, 2): -1.0, (1, 3): -1.0, (0, 3): -1.0}
    assert gather(range(4), evidence) == [[0, 1], [2, 3]]


def test_a_thousand_copies_in_a_line_are_one_group() -> None:
    assert gather(range(1000), {(n, n + 1): 4.0 for n in range(999)}) == [list(range(1000))]


@given(EVIDENCE)
def test_every_item_stands_in_one_group(evidence: dict[tuple[int, int], float]) -> None:
    groups = gather(range(10), evidence)
    assert sorted(item for group in groups for item in group) == list(range(10))
    assert groups == sorted(groups)


@given(EVIDENCE)
def test_no_two_groups_are_left_apart_for_which_more_speaks_than_against(
    evidence: dict[tuple[int, int], float],
) -> None:
    home = {item: n for n, group in enumerate(gather(range(10), evidence)) for item in group}
    between: dict[frozenset[int], float] = {}
    for (low, high), weight in evidence.items():
        if home[low] != home[high]:
            key = frozenset({home[low], home[high]})
            between[key] = between.get(key, 0.0) + weight
    assert all(weight <= 0 for weight in between.values())


@given(EVIDENCE, st.randoms())
def test_the_order_of_the_evidence_changes_nothing(evidence: dict[tuple[int, int], float], random: object) -> None:
    rows = list(evidence.items())
    random.shuffle(rows)  # type: ignore[attr-defined]
    assert gather(range(10), dict(rows)) == gather(range(10), evidence)
