"""The learned reader: which words of a sentence tell a claim of which type, and which name fills which role.

It scores what the grammar offers: every word may tell an act, every name of the sentence and those told before may fill
a role; what the code book's frames make of them is among its inputs.  Trained by training/claims; runs by ONNX Runtime.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fogline.claims.candidates import Cast
from fogline.claims.features import Roles, mark_of
from fogline.claims.meeting import HALVES, NUMBER, TYPES, Floats, meet
from fogline.claims.scene import Scene
from fogline.language.engine import SHIPPED as ENGINE
from fogline.language.network import groups, padded, session
from fogline.language.pieces import Pieces
from fogline.language.plain import Word, Words
from fogline.language.shapes import shape
from fogline.records import ClaimType, Status
from fogline.records.errors import EngineError

SHIPPED = Path(__file__).parent / "model"
STATUSES = tuple(Status)
COLUMNS = ("pieces", "shapes", "marks", "firsts")
CHANCES = ("acts", "statuses")
NO_ACTS = ("PUNCT", "SPACE", "SYM")  # parts of speech
SHARED = 0.1  # by how much the least chance of an act is lower where two words tell it together
TERRITORY = frozenset({ClaimType.CAPTURE, ClaimType.WITHDRAW})  # but not of these
CLAUSES = frozenset({"conj", "advcl", "ccomp", "parataxis", "acl", "acl:relcl"})
FAINT, SUREST, MOST_WORDS = 0.05, 0.99, 3  # of their chances
MOST_PIECES = 300  # of a sentence; where there are more, each word is read by its first piece alone


@dataclass(frozen=True, slots=True)
class Told:
    """An act that the reader sees, with its chance, and of each role the names that may fill it.

    The chance of a name (0 to 1) is against the role being open, each name by itself.
    """

    act: Word
    type: ClaimType
    chance: float
    status: Status
    actor: Mapping[str, float]
    target: Mapping[str, float]
    place: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Asked:
    """A report that the reader is asked about: its sentences' casts, and the grammar's roles and types by word."""

    scene: Scene
    casts: Sequence[Cast]
    roles: Roles
    types: Mapping[int, set[ClaimType]]


@dataclass(frozen=True, slots=True)
class Settings:
    """The least chances: of an act, by type, and where a frame holds, by type; of a role's best name; of a further one.

    `asked`: of the best name of a role that an act of its type is never without.
    `window`: up to how many pieces of sentences that follow one another are read together.
    `confidence`: the weights of the log odds of the act, of its actor and of its place, and a constant, from which the
    chance is reckoned that a claim is right in all three.
    """

    acts: Mapping[ClaimType, float]
    framed: Mapping[ClaimType, float]
    role: float
    asked: float
    further: float
    window: int
    confidence: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Row:
    """One sentence in numbers, and where its words' vectors lie in the report's."""

    pieces: list[int]
    shapes: list[int]
    marks: list[int]
    firsts: list[int]


class Reader:
    """The network of a folder: words.onnx, scene.onnx, reader.json."""

    def __init__(self, folder: Path) -> None:
        told = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
        acts = {ClaimType(kind): least for kind, least in told["acts"].items()}
        framed = {ClaimType(kind): least for kind, least in told["framed"].items()}
        least = (told["role"], told["asked"], told["further"])
        self.settings = Settings(acts, framed, *least, told["window"], tuple(told["confidence"]))
        self._acts = np.array([acts[kind] for kind in TYPES], dtype=np.float32)
        lower = [0.0 if kind in TERRITORY else SHARED for kind in TYPES]
        self._shared = self._acts - np.array(lower, dtype=np.float32)
        self._status = np.array(told["statuses"], dtype=np.float32)  # what each status of the grammar adds to each
        self._pieces = Pieces(ENGINE / "pieces.txt")
        self._words, self._scene = (session(folder / f"{name}.onnx") for name in ("words", "scene"))

    def read(self, asked: Sequence[Asked], status: Any) -> list[list[Told]]:
        """The acts of each report, in the order of the text.  `status`: the grammar's, of a word.

        The sentences of all reports are read together, which is quicker and gives the same.
        """
        full = [one for one in asked if one.casts]
        vectors = iter(self._vectors(full) if full else ())
        return [self._told(one, next(vectors), status) if one.casts else [] for one in asked]

    def _vectors(self, asked: Sequence[Asked]) -> list[dict[str, Floats]]:
        """For every word of each report: the chances of its acts, and what it brings to statuses and scenes."""
        told = [list(_windows([self._row(cast) for cast in one.casts], self.settings.window)) for one in asked]
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

    def _row(self, cast: Cast) -> _Row:
        words = [token.text for token in cast.sentence]
        cut = [self._pieces.of(word) for word in words]
        if sum(map(len, cut)) > MOST_PIECES:
            cut = [pieces[:1] for pieces in cut][:MOST_PIECES]
        row = _Row([self._pieces.first], [0], [0], [])
        for word, mark, pieces in zip(words, mark_of(cast), cut, strict=False):
            row.firsts.append(len(row.pieces))
            row.pieces.extend(pieces)
            row.shapes.extend([shape(word)] * len(pieces))
            row.marks.extend([mark] * len(pieces))
        row.firsts.extend([0] * (len(words) - len(row.firsts)))
        return _Row([*row.pieces, self._pieces.last], [*row.shapes, 0], [*row.marks, 0], row.firsts)

    def _told(self, asked: Asked, vectors: Mapping[str, Floats], status: Any) -> list[Told]:
        chances, doc = vectors["acts"], asked.scene.doc
        seen = chances >= self._acts
        for i, kinds in asked.types.items():  # where a frame of the code book holds too, less will do
            for kind in kinds:
                seen[i, NUMBER[kind]] |= chances[i, NUMBER[kind]] >= self.settings.framed[kind]
        chances = with_shared(chances, seen, self._shared, doc)
        acts = [(doc[i], TYPES[kind]) for i, kind in np.argwhere(seen).tolist() if doc[i].pos_ not in NO_ACTS]
        if not acts:
            return []
        grammar = [STATUSES.index(status(token)) for token, _ in acts]
        statuses = self._statuses([token.i for token, _ in acts], grammar, vectors)
        met = meet(self._scene, acts, asked.casts, asked.roles, vectors)
        return [
            Told(token, kind, float(chances[token.i, NUMBER[kind]]), STATUSES[own], **by_role)
            for (token, kind), own, by_role in zip(acts, statuses, met, strict=True)
        ]

    def _statuses(self, acts: Sequence[int], grammar: Sequence[int], vectors: Mapping[str, Floats]) -> list[int]:
        """The status of each act: the reader's scores, with what the grammar's status adds to them."""
        scores = vectors["statuses"][list(acts)] + self._status[list(grammar)]
        return [int(row.argmax()) for row in scores]


def with_shared(chances: Floats, seen: NDArray[np.bool_], least: Floats, doc: Words) -> Floats:
    """The chances, each act that two words tell together with their sum, and marked in `seen` where that will do.

    "The flag is flying over K", "went home": either word may be taken for the one that tells it, and neither is likely
    by itself.  The likelier of two words of which one hangs on the other stands for both.
    """
    told = chances.copy()
    for i, kind in np.argwhere((chances >= least / MOST_WORDS) & ~seen).tolist():
        own = chances[i, kind]
        beside = [one.i for one in _beside(doc[i])]
        others = chances[beside, kind]
        if (others <= own).all() and (total := own + others.sum()) >= least[kind] and others.max(initial=0.0) > FAINT:
            told[i, kind], seen[i, kind] = min(total, SUREST), True
    return told


def _beside(word: Word) -> Iterator[Word]:
    """The words that hang on a word, and the one that it hangs on, within its clause."""
    yield from (child for child in word.children if child.dep_ not in CLAUSES)
    if word.head is not word and word.dep_ not in CLAUSES:
        yield word.head


def _windows(rows: Sequence[_Row], most: int) -> Iterator[tuple[slice, _Row]]:
    """Sentences that follow one another, up to so many pieces, as one row; and which of them they are."""
    begin, size = 0, 0
    for i, row in enumerate(rows):
        if i > begin and size + len(row.pieces) > most:
            yield slice(begin, i), _joined(rows[begin:i])
            begin, size = i, 0
        size += len(row.pieces)
    yield slice(begin, len(rows)), _joined(rows[begin:])


def _joined(rows: Sequence[_Row]) -> _Row:
    joined = _Row([], [], [], [])
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


@cache
def load() -> Reader:
    """The shipped reader, loaded once a process.  Raises: EngineError where it is missing or broken."""
    try:
        return Reader(SHIPPED)
    except (OSError, ValueError, KeyError) as error:
        raise EngineError(f"the reader of claims cannot be loaded: {error}; install fogline anew") from error
