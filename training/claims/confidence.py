"""The confidence of claims, fitted on stories with gold: of those told at .7 about seven in ten are right."""

from __future__ import annotations

from collections.abc import Iterable
from math import log

import torch
from torch.nn import functional

LEAST = 1e-3


def fit(rows: Iterable[tuple[float, float, float, bool]]) -> tuple[float, float, float, float]:
    """The weights of the log odds of (act, actor, place), and a constant.  Rows: the three chances; whether right.

    Without a row the chance of the act is taken as it stands.
    """
    told = [([_odds(c) for c in chances], right) for *chances, right in rows]
    if not told:
        return 1.0, 0.0, 0.0, 0.0
    x = torch.tensor([odds for odds, _ in told])
    y = torch.tensor([float(right) for _, right in told])
    weights = torch.zeros(4, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200)

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        scores = x @ weights[:3] + weights[3]
        loss = functional.binary_cross_entropy_with_logits(scores, y) + 1e-4 * weights.square().sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    first, second, third, constant = (round(float(w), 4) for w in weights.detach())
    return first, second, third, constant


def _odds(chance: float) -> float:
    return log(max(chance, LEAST) / max(1 - chance, LEAST))
