"""Scores of arcs become a tree: always one, and the best one."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from fogline.language.trees import tree


def is_tree(heads) -> bool:
    """One root, and from every word a way to it."""
    if list(heads).count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen, at = set(), word
        while at:
            if at in seen:
                return False
            seen.add(at)
            at = int(heads[at - 1])
    return True


def total(scores, heads) -> float:
    return float(sum(scores[i, head] for i, head in enumerate(heads)))


def best(scores) -> float:
    """The best total of any tree, by trying them all."""
    size = len(scores)
    every = product(range(size + 1), repeat=size)
    return max(total(scores, heads) for heads in every if is_tree(heads))


def squares(most: int):
    numbers = st.floats(-9, 9, width=32)
    return st.integers(1, most).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=numbers))


@settings(max_examples=200)
@given(squares(12))
def test_what_comes_out_is_a_tree(scores):
    assert is_tree(tree(scores))


@settings(max_examples=100)
@given(squares(4))
def test_no_tree_with_the_same_root_is_better(scores):
    heads = tree(scores)
    root = int(np.flatnonzero(heads == 0)[0])
    rooted = scores.copy()
    rooted[:, 0] = -1e6
    rooted[root, 0] = scores[root, 0]
    assert total(scores, heads) == pytest.approx(best(rooted), abs=1e-3)


def test_of_two_that_want_to_be_the_root_the_one_that_loses_most_is():
    scores = np.array([[5, -9, 4, 0], [5, 1, -9, 0], [0, 0, 9, -9]], dtype=np.float32)
    assert list(tree(scores)) == [2, 0, 2]


def test_the_scores_are_left_as_they_are():
    scores = np.ones((3, 4), dtype=np.float32)
    tree(scores)
    assert (scores == 1).all()


def test_a_circle_is_broken_where_that_costs_least():
    scores = np.full((3, 4), -9, dtype=np.float32)
    scores[0, 2] = scores[1, 1] = 5  # the first two words want each other
    scores[1, 3] = 4
    scores[2, 0] = 3
    assert list(tree(scores)) == [2, 3, 0]
