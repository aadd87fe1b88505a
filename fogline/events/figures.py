"""The figures of an event, kept per unit: lowest, best and highest.

Low and high are the lowest and the highest number that any source gives.  Best is the number of most origins; where
several have as many, that of the latest report.  Of a range, best is its middle, rounded down.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from fogline.records import Claim, Figure, Quantity
from fogline.records.sources import Sources


def figures_of(claims: Iterable[Claim], sources: Sources) -> tuple[Figure, ...]:
    """One figure for each unit that these claims count, in the order of units."""
    by_unit: dict[str, list[tuple[Claim, Quantity]]] = {}
    for claim in claims:
        for quantity in claim.quantities:
            by_unit.setdefault(quantity.unit, []).append((claim, quantity))
    return tuple(_figure(unit, counted, sources) for unit, counted in sorted(by_unit.items()))


def _figure(unit: str, counted: list[tuple[Claim, Quantity]], sources: Sources) -> Figure:
    low = min(q.low for _, q in counted)
    high = max(q.high for _, q in counted)
    told: dict[tuple[int, int], list[Claim]] = {}
    for claim, quantity in counted:
        told.setdefault((quantity.low, quantity.high), []).append(claim)

    def rank(numbers: tuple[int, int]) -> tuple[int, date, tuple[int, int]]:
        claims = told[numbers]
        latest = max((day for c in claims if (day := sources.report_day(c))), default=date.min)
        return len({sources.origin(c) for c in claims}), latest, numbers

    best = max(told, key=rank)
    ids = tuple(sorted({claim.claim_id for claim, _ in counted}))
    return Figure(unit, low, sum(best) // 2, high, ids)
