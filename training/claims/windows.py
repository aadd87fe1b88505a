"""Sentences that follow one another in a report, read together, so that each is read beside its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from training.claims.network import Reader
from training.claims.tensors import Rows

WINDOW = 128  # pieces, as fogline.claims.reader has it
PARTS = 8  # in which windows of like length are read together, to save padding


@dataclass(slots=True)
class Windows:
    """Windows in numbers, and of each word of the rows where it lies: its row and place, its window and place."""

    told: Rows
    row: Tensor
    word: Tensor
    window: Tensor
    place: Tensor


def read_in_windows(network: Reader, told: Rows) -> Tensor:
    """The vectors of the words of all rows, [B, W, width]."""
    windows = list(cut(told))
    sizes = (told.pieces != 0).sum(1)
    windows.sort(key=lambda rows: int(sizes[rows].sum()))
    step = -(-len(windows) // PARTS)
    out: Tensor | None = None
    for begin in range(0, len(windows), step):
        read = joined(told, windows[begin : begin + step])
        found = network.read(read.told.pieces, read.told.shapes, read.told.marks, read.told.firsts)
        if out is None:
            out = found.new_zeros(len(told.pieces), told.firsts.shape[1], found.shape[-1])
        out = out.index_put((read.row, read.word), found[read.window, read.place])
    assert out is not None
    return out


def cut(told: Rows) -> Iterator[list[int]]:
    """Which rows are read together: of one report, one after the other, up to so many pieces."""
    sizes = (told.pieces != 0).sum(1).tolist()
    window: list[int] = []
    for row, report in enumerate(told.reports):
        if window and (report != told.reports[window[0]] or sum(sizes[r] for r in window) + sizes[row] > WINDOW):
            yield window
            window = []
        window.append(row)
    if window:
        yield window


def joined(told: Rows, windows: Sequence[Sequence[int]]) -> Windows:
    """Rows put together into windows."""
    pieces, words = (told.pieces != 0).sum(1).tolist(), told.words.sum(1).tolist()
    most = max(sum(pieces[r] for r in w) for w in windows), max(sum(words[r] for r in w) for w in windows)
    made = Rows(
        *(torch.zeros(len(windows), size, dtype=torch.long) for size in (most[0], most[0], most[0], most[1])),
        torch.zeros(len(windows), most[1], told.grammar.shape[2]),
        torch.zeros(len(windows), most[1], dtype=torch.bool),
        [told.reports[w[0]] for w in windows],
    )
    places: list[tuple[int, int, int, int]] = []
    for number, window in enumerate(windows):
        piece = word = 0
        for r in window:
            size, count = pieces[r], words[r]
            for name in ("pieces", "shapes", "marks"):
                getattr(made, name)[number, piece : piece + size] = getattr(told, name)[r, :size]
            made.firsts[number, word : word + count] = told.firsts[r, :count] + piece
            made.grammar[number, word : word + count] = told.grammar[r, :count]
            made.words[number, word : word + count] = True
            places += [(r, k, number, word + k) for k in range(count)]
            piece, word = piece + size, word + count
    return Windows(made, *torch.tensor(places).view(-1, 4).unbind(1))
