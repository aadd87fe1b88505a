"""Holdings and disputes that are otherwise than a gold set has them, line by line: where to look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evaluation.gold import GoldSet
from evaluation.views import by_place, parts, same_holder

Row = Mapping[str, Any]


def wrong_holdings(gold: GoldSet, given: Sequence[Row]) -> Iterator[str]:
    """Each place and day that has another holder or status than the gold's, or none, by place."""
    asked, told = by_place(gold.holdings, gold.names), by_place(given, gold.names)
    for (place, day), row in sorted(asked.items()):
        found = told.get((place, day))
        if found is None or not same_holder(row, found, gold.names):
            yield f"  holder  {place}, {day}: {_held(row)}\n      told as {_held(found) if found else 'nothing'}"
        elif found["status"] not in row.get("accept", [row["status"]]):
            yield f"  status  {place}, {day}: {_held(row)}\n      told as {_held(found)}"


def wrong_disputes(gold: GoldSet, given: Sequence[Row]) -> Iterator[str]:
    """Each listed dispute that is not told, and each told that parts none of those listed: it may yet be true."""
    used: set[int] = set()
    for row in gold.disputes:
        found = {i for i, dispute in enumerate(given) if parts(dispute, row["a"], row["b"])}
        used |= found
        if not found:
            ends = "".join(f"\n      [{row[end]['report']}] {row[end]['sentence']}" for end in ("a", "b"))
            yield f"  missed  {row['attribute']}{ends}"
    for dispute in (dispute for i, dispute in enumerate(given) if i not in used):
        yield "\n".join([f"  besides {dispute['attribute']}", *_sides(dispute)])


def _sides(dispute: Row) -> Iterator[str]:
    for side in dispute["sides"]:
        yield f"      {side['value']}"
        yield from (f"        [{e['report']}] {e['sentence']}" for e in side["evidence"])


def _held(row: Row) -> str:
    holder = row["holder"]
    names = holder if isinstance(holder, str) else " or ".join(holder) if holder else "nobody"
    return f"{names}, {row['status']}"
