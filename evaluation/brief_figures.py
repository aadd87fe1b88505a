"""Holds the figures of a line against those that its claims give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evaluation.brief_facts import Facts
from evaluation.brief_sources import sources, words_of
from evaluation.brief_words import Sentence, figures, table
from fogline.records import Claim

Row = Mapping[str, Any]


def check_figures(
    facts: Facts, told: Sequence[Sentence], main: Sequence[Claim], line: Row, claims: Sequence[Claim]
) -> Iterator[str]:
    given = {(q.unit, q.low, q.high) for c in main for q in c.quantities}
    sentence = next((s for s in told if s.kind == "figures"), None)
    if sentence is None:
        if given:
            yield f"figure left out: {len(given)}"
        return
    between, shown = 0, set()
    for part in figures(words_of(facts, claims), sentence.parts["items"]):
        if "between" in part:
            between += int(part["between"])
            continue
        low = int(part["low"].replace(",", ""))
        high = int(part.get("high", part["low"]).replace(",", ""))
        units = [u for u, a, b in given if (a, b) == (low, high) and _unit(u, part["unit"])]
        if not units:
            yield f"figure: {part['low']} {part['unit']}"
            continue
        shown.add((units[0], low, high))
        those = [c for c in main if any((q.unit, q.low, q.high) == (units[0], low, high) for q in c.quantities)]
        if "who" in part or "own" in part:
            yield from sources(facts, part, those)
        elif len(those) != len(main):
            yield f"figure: not all claims give {part['low']} {part['unit']}"
        if "best" in part:
            yield from _best(facts, line, units[0], low, high, main)
    if between != len(given - shown):
        yield f"count: {between} more figures for {len(given - shown)}"


def _best(facts: Facts, line: Row, unit: str, low: int, high: int, main: Sequence[Claim]) -> Iterator[str]:
    """The best figure is the record's own, and no other has more origins."""
    best = [f.best for i in line["ids"] if i in facts.events for f in facts.events[i].figures if f.unit == unit]
    if best and (low + high) // 2 not in best:
        yield f"figure: {low} is not the best"
    told: dict[tuple[int, int], set[str]] = {}
    every = [c for i in line["ids"] if i in facts.events for c in facts.events[i].claim_ids]
    for claim in [facts.claims[c] for c in every if c in facts.claims] or main:
        for q in claim.quantities:
            if q.unit == unit:
                told.setdefault((q.low, q.high), set()).add(facts.origin(claim.anchor.report_id))
    if told and len(told.get((low, high), ())) < max(len(o) for o in told.values()):
        yield f"figure: {low} is not that of most origins"


def _unit(unit: str, told: str) -> bool:
    irregular = {*table()["units"].values()}
    plural = table()["units"].get(unit, unit)
    return told in {unit, plural, f"{unit}s", re.sub("man$", "men", unit)} and (
        told not in irregular or told in {unit, plural}
    )
