"""The trained network: sentences in; tags, heads, labels, names and mentions out.  It runs by ONNX Runtime."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnxruntime.capi.onnxruntime_pybind11_state import (
    Fail,
    InvalidArgument,
    InvalidGraph,
    InvalidProtobuf,
    NoSuchFile,
    NotImplemented,
)

from fogline.language.pieces import Pieces
from fogline.language.processor import adds_in_full
from fogline.language.shapes import shape
from fogline.language.trees import tree
from fogline.records.errors import EngineError

AT_ONCE = 512  # pieces, with padding, that are read at once
STEP = 4  # to a multiple of which rows are filled up
MOST_PIECES = 510  # of a sentence; where there are more, each word is read by its first piece alone
ERRORS_ONLY = 3  # of ONNX Runtime's log levels
IN_FULL = ("session.x64quantprecision", "1")  # slower, and asked only of processors that do not add in full anyway
COLUMNS = ("pieces", "shapes", "firsts")
KINDS = ("tags", "pos", "names", "mentions")

NO_MODEL = (Fail, InvalidArgument, InvalidGraph, InvalidProtobuf, NoSuchFile, NotImplemented)

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Read:
    """What was read off one sentence.  Shape: each an array with a number a word.

    heads: 0 for the root, else the head counted from 1.  The others are places in the network's inventory.
    """

    tags: Numbers
    pos: Numbers
    names: Numbers
    mentions: Numbers
    heads: Numbers
    labels: Numbers


@dataclass(frozen=True, slots=True)
class _Row:
    pieces: list[int]
    shapes: list[int]
    firsts: list[int]


class Network:
    """The network of a folder: words.onnx, labels.onnx, pieces.txt, inventory.json.

    One thread: a second report is read faster by a second process.
    """

    def __init__(self, folder: Path) -> None:
        self.pieces = Pieces(folder / "pieces.txt")
        self.inventory: dict[str, list[str]] = json.loads((folder / "inventory.json").read_text(encoding="utf-8"))
        self._words = session(folder / "words.onnx")
        self._labels = session(folder / "labels.onnx")

    def read(self, sentences: Sequence[Sequence[str]]) -> list[Read]:
        """Read sentences, none of them empty.  Those of like length are read together, to the same end as alone."""
        rows = [self._row(words) for words in sentences]
        found: list[Read | None] = [None] * len(rows)
        for size, group in groups([len(row.pieces) for row in rows]):
            for i, read in zip(group, self._together([rows[i] for i in group], size), strict=True):
                found[i] = read
        return [read for read in found if read is not None]

    def _row(self, words: Sequence[str]) -> _Row:
        cut = [self.pieces.of(word) for word in words]
        if sum(map(len, cut)) > MOST_PIECES:
            cut = [pieces[:1] for pieces in cut]
        ids, shapes, firsts = [self.pieces.first], [0], [0]
        for word, pieces in zip(words, cut, strict=True):
            firsts.append(len(ids))
            ids.extend(pieces)
            shapes.extend([shape(word)] * len(pieces))
        return _Row([*ids, self.pieces.last], [*shapes, 0], firsts)

    def _together(self, rows: Sequence[_Row], size: int) -> Iterator[Read]:
        told = {name: padded([getattr(row, name) for row in rows], size) for name in COLUMNS}
        *kinds, arcs, child, head = self._words.run([*KINDS, "arcs", "child", "head"], told)
        words = [len(row.firsts) - 1 for row in rows]
        heads = [tree(arcs[i, :count, : count + 1]) for i, count in enumerate(words)]
        ends = {
            "child": np.concatenate([child[i, :count] for i, count in enumerate(words)]),
            "head": np.concatenate([head[i, found] for i, found in enumerate(heads)]),
        }
        labels = np.split(self._labels.run(["labels"], ends)[0], np.cumsum(words)[:-1])
        for i, count in enumerate(words):
            tags, pos, names, mentions = (kind[i, :count] for kind in kinds)
            yield Read(tags, pos, names, mentions, heads[i], labels[i])


def groups(sizes: Sequence[int], most: int = AT_ONCE) -> Iterator[tuple[int, list[int]]]:
    """Which rows are read together, by their places, and the size that they are filled up to.

    Rows of another size are never among them: so what is read off a row hangs on nothing but the row, to the last bit.
    """
    alike: defaultdict[int, list[int]] = defaultdict(list)
    for i, size in enumerate(sizes):
        alike[-(-size // STEP) * STEP].append(i)
    for size, rows in alike.items():
        step = max(1, most // size)
        yield from ((size, rows[start : start + step]) for start in range(0, len(rows), step))


def padded(columns: Sequence[list[int]], size: int) -> Numbers:
    """Rows as one array, each filled up with 0.  Shape: [rows, size]."""
    return np.array([column + [0] * (size - len(column)) for column in columns], dtype=np.int64)


def session(path: Path) -> Any:
    """The network of a file, run in one thread.  Raises: EngineError where it is none."""
    # Without the one fusion that makes things slower: it takes a fifth of the time for what two nodes do in a tenth.
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = ERRORS_ONLY
    onnxruntime.set_default_logger_severity(ERRORS_ONLY)  # else it warns on machines without a graphics card
    try:
        if not adds_in_full():
            options.add_session_config_entry(*IN_FULL)
        return onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
        )
    except NO_MODEL as error:
        raise EngineError(f"{path} is no model that can be run: {error}") from error
