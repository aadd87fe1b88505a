"""What is learnt from verdicts: weights that point where the verdicts do, and how far claims are told too surely."""

from __future__ import annotations

import numpy as np

from training.claims.likely import DENSE, Judged, doubt, fit


def test_a_trait_that_goes_with_right_claims_speaks_for_them() -> None:
    random = np.random.default_rng(7)
    traits = np.column_stack([np.ones(400), random.normal(size=(400, 4))])
    told = (traits[:, 1] - traits[:, 3] + random.normal(size=400) > 0).astype(float)
    weights = fit(traits, told)
    assert weights[1] > 0.5
    assert weights[3] < -0.5
    assert abs(weights[2]) < 0.5


def test_claims_of_sparse_reports_that_are_told_too_surely_are_told_as_less_sure() -> None:
    def rows(density: float, right: int) -> list[Judged]:
        return [Judged((1.0, 0.0, 0.0, 0.0, 0.0), 0.7, density, told=True, core=n < right) for n in range(10)]

    assert doubt([*rows(DENSE, 7), *rows(1.0, 7)]) == 0
    assert doubt([*rows(DENSE, 7), *rows(1.0, 3)]) > 0.5
