"""Sentences as tensors, in batches of like length."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import chain

import torch
from torch import Tensor

from fogline.language.pieces import Pieces
from fogline.language.shapes import shape
from training.examples import Sentence
from training.network import ABSENT, KINDS, Batch, Inventory

LONGEST = 120  # words of a training sentence; what is longer is left out


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence in numbers: pieces and shapes [P], firsts [W + 1], and each kind's gold [W]."""

    pieces: list[int]
    shapes: list[int]
    firsts: list[int]
    gold: dict[str, list[int]]


class Numbers:
    """Turns sentences into rows by the vocabulary of pieces and the inventory of values."""

    def __init__(self, pieces: Pieces, inventory: Inventory) -> None:
        self._pieces = pieces
        self._index = {kind: {v: i for i, v in enumerate(values)} for kind, values in asdict(inventory).items()}

    def row(self, sentence: Sentence) -> Row:
        """The row of one sentence; values that the inventory lacks are left out of the gold."""
        ids, shapes, firsts = [self._pieces.first], [0], [0]
        for word in sentence.words:
            firsts.append(len(ids))
            cut = self._pieces.of(word)
            ids.extend(cut)
            shapes.extend([shape(word)] * len(cut))
        ids.append(self._pieces.last)
        shapes.append(0)
        gold = {k: self._values(k, getattr(sentence, k)) for k in (*KINDS, "labels") if getattr(sentence, k)}
        if sentence.heads:
            gold["heads"] = list(sentence.heads)
        return Row(ids, shapes, firsts, gold)

    def _values(self, kind: str, values: Iterable[str]) -> list[int]:
        index = self._index[kind]
        return [index.get(value, ABSENT) for value in values]


def inventory(sentences: Iterable[Sentence]) -> Inventory:
    """Every value that occurs, by its name."""
    found: dict[str, set[str]] = {kind: set() for kind in (*KINDS, "labels")}
    for sentence in sentences:
        for kind, values in found.items():
            values.update(getattr(sentence, kind))
    return Inventory(**{kind: tuple(sorted(values)) for kind, values in found.items()})


def batches(rows: Sequence[Row], *, pieces: int, draw: random.Random) -> Iterator[Batch]:
    """Every row once, in batches of at most `pieces` pieces with padding, in an order drawn by `draw`."""
    kept = [row for row in rows if len(row.firsts) <= LONGEST + 1]
    order = sorted(kept, key=lambda row: len(row.pieces) + draw.random() * 4)
    groups: list[list[Row]] = [[]]
    for row in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(row.pieces) > pieces:
            groups.append([])
        groups[-1].append(row)
    draw.shuffle(groups)
    for group in groups:
        if group:
            yield stack(group)


def stack(rows: Sequence[Row]) -> Batch:
    """Rows as one batch; gold that only some of them have is absent for the others."""
    longest = max(len(row.pieces) for row in rows)
    words = max(len(row.firsts) for row in rows)
    kinds = set(chain.from_iterable(row.gold for row in rows))
    return Batch(
        pieces=_padded([row.pieces for row in rows], longest, 0),
        shapes=_padded([row.shapes for row in rows], longest, 0),
        firsts=_padded([row.firsts for row in rows], words, 0),
        gold={kind: _padded([row.gold.get(kind, []) for row in rows], words - 1, ABSENT) for kind in sorted(kinds)},
    )


def _padded(columns: list[list[int]], size: int, filler: int) -> Tensor:
    return torch.tensor([column + [filler] * (size - len(column)) for column in columns])
