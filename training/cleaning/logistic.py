"""Logistic regression over named traits, by Newton's method."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

Traits = Mapping[str, float]
STEPS = 12  # at most
NEAR = 1e-4  # a step that changes no weight by more is the last
SINGLE_WORDS = 3.0  # a single word is trusted less than a trait of form: its weight costs more


def fit(rows: Sequence[Traits], answers: Sequence[bool], shares: Sequence[float], *, ridge: float) -> dict[str, float]:
    """The weights of the traits and of "always", each row counting for its share; the larger the ridge, the smaller."""
    names = ["always", *sorted({name for row in rows for name in row})]
    place = {name: at for at, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    x[:, 0] = 1
    for at, row in enumerate(rows):
        for name, value in row.items():
            x[at, place[name]] = value
    y, share = np.array(answers, float), np.array(shares, float)
    price = np.array([ridge * (SINGLE_WORDS if name.startswith("the word ") else 1) for name in names])
    price[0] = 0.01
    w = np.zeros(len(names))
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        slope = x.T @ (share * (y - p)) - price * w
        curve = (x * (share * p * (1 - p))[:, None]).T @ x + np.diag(price)
        step = np.linalg.solve(curve, slope)
        w += step
        if np.abs(step).max() < NEAR:
            break
    return {name: round(float(value), 3) for name, value in zip(names, w, strict=True)}
