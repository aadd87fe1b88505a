"""Spans as BIO labels, and the noun phrases of GUM's entity column as spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_PIECE = re.compile(r"\((?P<open>\d+)-(?P<kind>[a-z]+)[^()]*(?P<single>\))?|(?P<close>\d+)\)")
GUM_KINDS = {"person": "PERSON", "organization": "ORG", "place": "LOC", "object": "OBJECT", "event": "EVENT"}
LONGEST = 12  # words of a phrase; of a longer one the phrases in it are taken


def bio(size: int, spans: Iterable[tuple[int, int, str]]) -> tuple[str, ...]:
    """Labels for `size` words from spans (start, end, kind), half-open; of overlapping ones the longest."""
    labels = ["O"] * size
    for start, end, kind in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        if all(label == "O" for label in labels[start:end]):
            labels[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
    return tuple(labels)


def gum_mentions(column: Sequence[str]) -> list[tuple[int, int, str]]:
    """The noun phrases of a sentence from the MISC cells of its words: (start, end, kind)."""
    opened: dict[str, list[tuple[int, str]]] = {}
    spans = []
    for i, cell in enumerate(column):
        told = next((part[7:] for part in cell.split("|") if part.startswith("Entity=")), "")
        for piece in _PIECE.finditer(told):
            if piece["close"]:
                if opened.get(piece["close"]):
                    start, kind = opened[piece["close"]].pop()
                    spans.append((start, i + 1, kind))
            elif piece["single"]:
                spans.append((i, i + 1, piece["kind"]))
            else:
                opened.setdefault(piece["open"], []).append((i, piece["kind"]))
    return [(a, b, GUM_KINDS[kind]) for a, b, kind in spans if kind in GUM_KINDS and b - a <= LONGEST]
