"""Spans as BIO labels, and the noun phrases of GUM's entity column as spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

# What opens or closes in a cell: "(12-person-...", a part of a broken one "(12[1/2]-...", "12)", or ")" of one word.
_EDGE = re.compile(r"\((?P<open>\d+)(?:\[\d+/\d+\])?-(?P<kind>\w+)|(?P<close>\d+)(?:\[\d+/\d+\])?\)|(?P<end>\))")
GUM_KINDS = {"person": "PERSON", "organization": "ORG", "place": "LOC", "object": "OBJECT", "event": "EVENT"}
LONGEST = 12  # words of a phrase; of a longer one the phrases in it are taken


def bio(size: int, spans: Iterable[tuple[int, int, str]]) -> tuple[str, ...]:
    """Labels for `size` words from spans (start, end, kind), half-open; of overlapping ones the longest."""
    labels = ["O"] * size
    for start, end, kind in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        if all(label == "O" for label in labels[start:end]):
            labels[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
    return tuple(labels)


def gum_spans(column: Sequence[str]) -> Iterator[tuple[int, int, int, str]]:
    """What the MISC cells of some words open and close: (start, end, chain, kind); of a broken one each part."""
    opened: list[tuple[int, str, int]] = []
    for i, cell in enumerate(column):
        told = next((part[7:] for part in cell.split("|") if part.startswith("Entity=")), "")
        for edge in _EDGE.finditer(told):
            if edge["open"]:
                opened.append((int(edge["open"]), edge["kind"], i))
                continue
            last_first = range(len(opened) - 1, -1, -1)
            at = next((k for k in last_first if not edge["close"] or opened[k][0] == int(edge["close"])), None)
            if at is not None:
                chain, kind, start = opened.pop(at)
                yield start, i + 1, chain, kind


def gum_mentions(column: Sequence[str]) -> list[tuple[int, int, str]]:
    """The noun phrases of a sentence from the MISC cells of its words: (start, end, kind)."""
    spans = gum_spans(column)
    return [(a, b, GUM_KINDS[kind]) for a, b, _, kind in spans if kind in GUM_KINDS and b - a <= LONGEST]
