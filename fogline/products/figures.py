"""The numbers that an event's sources give: each with who gives it, from the lowest to the highest, and the best."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fogline.products.lookup import Lookup
from fogline.products.wording import enumerated, named_sources, plural
from fogline.records import Claim, Event

MOST_VALUES = 4  # values of one unit that are told; of more the lowest, the best and the highest
Value = tuple[int, int]


def figure_sentence(lookup: Lookup, event: Event, claims: Sequence[Claim]) -> list[str]:
    """The sentence of the figures that these claims give; none where they give none.

    Who gives a figure is told where not all of the claims give the same one.  The best is the event's own.
    """
    told = _by_unit(claims)
    if not told:
        return []
    best = {f.unit: f.best for f in event.figures}
    parts = [part for unit in sorted(told) for part in _unit(lookup, unit, told[unit], best.get(unit), len(claims))]
    return [f"Figure{'s' if len(parts) > 1 else ''} given: {enumerated(parts)}."]


def largest(claims: Iterable[Claim]) -> int:
    """The largest number that any of the claims gives; 0 where none gives one."""
    return max((q.high for c in claims for q in c.quantities), default=0)


def _by_unit(claims: Iterable[Claim]) -> dict[str, dict[Value, list[Claim]]]:
    told: dict[str, dict[Value, list[Claim]]] = {}
    for claim in claims:
        for q in dict.fromkeys(claim.quantities):
            told.setdefault(q.unit, {}).setdefault((q.low, q.high), []).append(claim)
    return told


def _unit(lookup: Lookup, unit: str, values: dict[Value, list[Claim]], best: int | None, claims: int) -> list[str]:
    order = sorted(values)
    chosen = next((v for v in order if sum(v) // 2 == best), None)
    if len(order) == 1:
        (value,) = order
        who = "" if len(values[value]) == claims else f" ({named_sources(values[value], lookup.labels)})"
        return [f"{_number(value, unit)}{who}"]
    shown = order if len(order) <= MOST_VALUES else [v for v in order if v in (order[0], chosen, order[-1])]
    parts = []
    for value in shown:
        mark = "; best" if value == chosen else ""
        parts.append(f"{_number(value, unit)} ({named_sources(values[value], lookup.labels)}{mark})")
    if more := len(order) - len(shown):
        parts.append(f"{more} more between them")
    return parts


def _number(value: Value, unit: str) -> str:
    low, high = value
    return f"{low:,} {plural(unit, low)}" if low == high else f"{low:,} to {high:,} {plural(unit, high)}"
