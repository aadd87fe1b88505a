"""A network of the reader: what it makes of the words of reports.  Trained by training/claims; runs by ONNX Runtime.

Sentences that follow one another are read together, up to a number of pieces, so that each is read beside its
neighbours.  What is read off a report hangs on nothing but the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fogline.claims.candidates import Cast
from fogline.claims.features import Roles, mark_of
from fogline.claims.meeting import HALVES, NUMBER, TYPES, Floats
from fogline.claims.scene import Scene
from fogline.language.engine import SHIPPED as ENGINE
from fogline.language.network import groups, padded, session
from fogline.language.pieces import Pieces
from fogline.language.shapes import shape
from fogline.records import ClaimType

COLUMNS = ("pieces", "shapes", "marks", "firsts")
CHANCES = ("acts", "statuses")
MOST_PIECES = 300  # of a sentence; where there are more, each word is read by its first piece alone


@dataclass(frozen=True, slots=True)
class Asked:
    """A report that the reader is asked about: its sentences' casts, and the grammar's roles and types by word."""

    scene: Scene
    casts: Sequence[Cast]
    roles: Roles
    types: Mapping[int, set[ClaimType]]


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence in numbers, and where its words' vectors lie in the report's."""

    pieces: list[int]
    shapes: list[int]
    marks: list[int]
    firsts: list[int]


class Network:
    """The network of a folder: words.onnx, and scene.onnx, in which who fills the roles of an act is made out."""

    def __init__(self, folder: Path, window: int) -> None:
        """`window`: up to how many pieces of sentences that follow one another are read together."""
        self.window = window
        self._pieces = Pieces(ENGINE / "pieces.txt")
        self._words, self.scene = (session(folder / f"{name}.onnx") for name in ("words", "scene"))

    def read(self, asked: Sequence[Asked]) -> list[dict[str, Floats]]:
        """For every word of each report: the chances of its acts, and what it brings to statuses and scenes.

        The sentences of all reports, none of them empty, are read together, which is quicker and gives the same.
        """
        if not asked:
            return []
        told = [list(windows_of([self._row(cast) for cast in one.casts], self.window)) for one in asked]
        rows = [row for windows in told for _, row in windows]
        starts = np.cumsum([0, *(len(row.firsts) for row in rows)])
        grammar = np.concatenate([_grammar(one) for one in asked])
        out: dict[str, Floats] = {}
        names = (*CHANCES, *HALVES)
        for size, group in groups([len(row.pieces) for row in rows]):
            inputs: dict[str, NDArray[Any]] = {
                name: padded([getattr(rows[i], name) for i in group], size) for name in COLUMNS
            }
            places = np.concatenate([np.arange(starts[i], starts[i + 1]) for i in group])
            there = np.arange(size) < np.array([len(rows[i].firsts) for i in group])[:, None]
            inputs["grammar"] = np.zeros((len(group), size, len(TYPES)), dtype=np.float32)
            inputs["grammar"][there] = grammar[places]
            for name, values in zip(names, self._words.run(names, inputs), strict=True):
                if name not in out:
                    kept = np.float32 if name in CHANCES else np.float16
                    out[name] = np.zeros((starts[-1], values.shape[-1]), dtype=kept)
                out[name][places] = values[there]
        ends = np.cumsum([0, *(len(one.scene.doc) for one in asked)]).tolist()
        return [{name: values[start:end] for name, values in out.items()} for start, end in pairwise(ends)]

    def _row(self, cast: Cast) -> Row:
        words = [token.text for token in cast.sentence]
        cut = [self._pieces.of(word) for word in words]
        if sum(map(len, cut)) > MOST_PIECES:
            cut = [pieces[:1] for pieces in cut][:MOST_PIECES]
        row = Row([self._pieces.first], [0], [0], [])
        for word, mark, pieces in zip(words, mark_of(cast), cut, strict=False):
            row.firsts.append(len(row.pieces))
            row.pieces.extend(pieces)
            row.shapes.extend([shape(word)] * len(pieces))
            row.marks.extend([mark] * len(pieces))
        row.firsts.extend([0] * (len(words) - len(row.firsts)))
        return Row([*row.pieces, self._pieces.last], [*row.shapes, 0], [*row.marks, 0], row.firsts)


def windows_of(rows: Sequence[Row], most: int) -> Iterator[tuple[slice, Row]]:
    """Sentences that follow one another, up to so many pieces, as one row; and which of them they are."""
    begin, size = 0, 0
    for i, row in enumerate(rows):
        if i > begin and size + len(row.pieces) > most:
            yield slice(begin, i), _joined(rows[begin:i])
            begin, size = i, 0
        size += len(row.pieces)
    yield slice(begin, len(rows)), _joined(rows[begin:])


def _joined(rows: Sequence[Row]) -> Row:
    joined = Row([], [], [], [])
    for row in rows:
        joined.firsts.extend(len(joined.pieces) + first for first in row.firsts)
        for name in ("pieces", "shapes", "marks"):
            getattr(joined, name).extend(getattr(row, name))
    return joined


def _grammar(asked: Asked) -> Floats:
    """[words, types]: 1 for a type that the grammar sees in a word."""
    seen = np.zeros((len(asked.scene.doc), len(TYPES)), dtype=np.float32)
    for i, kinds in asked.types.items():
        seen[i, [NUMBER[kind] for kind in kinds]] = 1.0
    return seen
