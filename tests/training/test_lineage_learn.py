"""What the judge of kin learns from: the labels of pairs, and the regression."""

from __future__ import annotations

import tomllib

import numpy as np

from evaluation.families import Gold
from training.lineage.learn import SHIPPED, fit, label, written

KIN = {("b", "a"): "rewrite", ("up", "a"): "update", ("mx", "a"): "rewrite", ("mx", "c"): "rewrite"}
GOLD = Gold(kin=KIN, origins=frozenset({frozenset({"a", "b"})}))


def test_a_pair_is_told_again_drawn_on_or_no_kin() -> None:
    asked = {"a b": True, "a up": False, "b up": False, "a mx": False, "c mx": False, "up mx": False, "c up": None}
    assert {pair: label(GOLD, frozenset(pair.split())) for pair in asked} == asked


def test_the_regression_finds_what_tells() -> None:
    random = np.random.default_rng(0)
    seen = random.random((400, 2))
    head = fit(("telling", "silent"), seen, (seen[:, 0] > 0.5).astype(float), np.ones(400))
    assert head.weights[0] > 10 * abs(head.weights[1])


def test_what_is_written_is_what_the_program_reads() -> None:
    head = fit(("x",), np.array([[0.0], [1.0]]), np.array([0.0, 1.0]), np.ones(2))
    data = tomllib.loads(written({"kin": head}))
    assert data["kin"]["weight"]["x"] > 0
    assert SHIPPED.is_file()
