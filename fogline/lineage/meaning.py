"""Whether a sentence still means what the passage means that it retells: a network reads the two side by side.

It tells how likely the sentence changes the meaning, of which kind the change would be, and which words of both bear
it.  Trained by training/lineage/meaning; runs by ONNX Runtime.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fogline.language.engine import SHIPPED as ENGINE
from fogline.language.network import groups, padded, session
from fogline.language.pieces import Pieces
from fogline.language.shapes import shape
from fogline.records.errors import EngineError

SHIPPED = Path(__file__).parent / "model"
WORD = re.compile(r"\w+|[^\w\s]")
MOST_SOURCE, MOST_TOLD = 160, 80  # pieces that are read of a passage and of a sentence
COLUMNS = ("pieces", "shapes", "sides")
BESIDE = 0.5  # how sure a word beside the one that is pointed to has to be, as a share
NOWHERE = (0, 0)  # the span of a piece that stands for no words

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the network makes of a sentence beside its passage.

    `chance` that the meaning is another, 0 to 1; `kinds`: the same for each kind of change; `original` and `altered`:
    the words of the passage and of the sentence that bear it, empty where it points to none.
    """

    chance: float
    kinds: Mapping[str, float]
    original: str
    altered: str

    @property
    def kind(self) -> str:
        """The likeliest kind."""
        return max(self.kinds, key=lambda kind: self.kinds[kind])


@dataclass(frozen=True, slots=True)
class Row:
    """A passage (side 0) and a sentence (side 1) in numbers, and which characters of its text each piece stands for."""

    pieces: list[int]
    shapes: list[int]
    sides: list[int]
    spans: list[tuple[int, int]]


def row_of(pieces: Pieces, passage: str, sentence: str) -> Row:
    """The row of the two; of long texts the first pieces."""
    row = Row([pieces.first], [0], [0], [NOWHERE])
    for side, (text, most) in enumerate(((passage, MOST_SOURCE), (sentence, MOST_TOLD))):
        told = [(piece, w) for w in WORD.finditer(text) for piece in pieces.of(w.group())][:most]
        row.pieces.extend([*(piece for piece, _ in told), pieces.last])
        row.shapes.extend([*(shape(word.group()) for _, word in told), 0])
        row.sides.extend([side] * (len(told) + 1))
        row.spans.extend([*(word.span() for _, word in told), NOWHERE])
    return row


class Meaning:
    """The network of a folder: meaning.onnx and meaning.json."""

    def __init__(self, folder: Path) -> None:
        told = json.loads((folder / "meaning.json").read_text(encoding="utf-8"))
        self.kinds: tuple[str, ...] = tuple(told["kinds"])
        self.pointed: float = told["pointed"]
        self._pieces = Pieces(ENGINE / "pieces.txt")
        self._network = session(folder / "meaning.onnx")

    def read(self, asked: Sequence[tuple[str, str]]) -> list[Doubt]:
        """What it makes of passages and sentences, read together, to the same end as each alone."""
        rows = [row_of(self._pieces, passage, sentence) for passage, sentence in asked]
        found: list[Doubt | None] = [None] * len(rows)
        for size, group in groups([len(row.pieces) for row in rows]):
            inputs: dict[str, Any] = {name: padded([getattr(rows[i], name) for i in group], size) for name in COLUMNS}
            chances, words = self._network.run(["chances", "words"], inputs)
            for i, own, pointed in zip(group, chances, words, strict=True):
                found[i] = self._doubt(asked[i], rows[i], own, pointed)
        return [doubt for doubt in found if doubt is not None]

    def _doubt(self, asked: tuple[str, str], row: Row, chances: Floats, words: Floats) -> Doubt:
        *kinds, chance = map(float, chances)
        told = zip(self.kinds, kinds, strict=True)
        original, altered = (self._pointed(text, row, side, words) for side, text in enumerate(asked))
        return Doubt(chance, dict(told), original, altered)

    def _pointed(self, text: str, row: Row, side: int, words: Floats) -> str:
        """The words of one text that bear the change: the surest, and those beside it that are sure enough."""
        sure: dict[tuple[int, int], float] = {}
        for span, own, chance in zip(row.spans, row.sides, words.tolist(), strict=False):
            if own == side and span != NOWHERE:
                sure.setdefault(span, chance)  # a word is read at its first piece
        spans, enough = list(sure), [chance >= self.pointed * BESIDE for chance in sure.values()]
        if max(sure.values(), default=0.0) < self.pointed:
            return ""
        first = last = max(range(len(spans)), key=lambda n: sure[spans[n]])
        while first and enough[first - 1]:
            first -= 1
        while last + 1 < len(spans) and enough[last + 1]:
            last += 1
        return text[spans[first][0] : spans[last][1]]


@cache
def mark() -> str:
    """What stands for the shipped network, so that what another one made out is never taken again.

    Raises: EngineError where it is missing.
    """
    try:
        return (SHIPPED / "meaning.json").read_text(encoding="utf-8")
    except OSError as error:
        raise _broken(error) from error


@cache
def load() -> Meaning:
    """The shipped network, loaded once a process.  Raises: EngineError where it is missing or broken."""
    try:
        return Meaning(SHIPPED)
    except (OSError, ValueError, KeyError) as error:
        raise _broken(error) from error


def _broken(error: Exception) -> EngineError:
    return EngineError(f"the network for alterations cannot be loaded: {error}; install fogline anew")
