"""The learned reader: which words of a sentence tell a claim of which type, and which name fills which role.

It scores what the grammar offers: every word may tell an act, every name of the sentence and those told before may fill
a role; what the code book's frames make of them is among its inputs.  Trained by training/claims; runs by ONNX Runtime.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from fogline.claims.candidates import Candidate, Cast
from fogline.claims.features import Roles, beside, earlier, mark_of
from fogline.claims.scene import Scene
from fogline.language.engine import SHIPPED as ENGINE
from fogline.language.network import groups, padded, session
from fogline.language.pieces import Pieces
from fogline.language.shapes import shape
from fogline.records import ClaimType, Status
from fogline.records.errors import EngineError

SHIPPED = Path(__file__).parent / "model"
TYPES = tuple(ClaimType)
STATUSES = tuple(Status)
ROLES = ("actor", "target", "place")
COLUMNS = ("pieces", "shapes", "marks", "firsts")
OUTPUTS = ("acts", "statuses", "asks", "opens", "closes", "nobody")
MOST_PIECES = 300  # of a sentence; where there are more, each word is read by its first piece alone

Floats = NDArray[np.float32]
Scores = dict[str, dict[str, float]]  # by role, by name


@dataclass(frozen=True, slots=True)
class Told:
    """An act that the reader sees, with its chance, and of each role the names that may fill it.

    The chance of a name (0 to 1) is against the role being open, each name by itself.
    """

    act: Token
    type: ClaimType
    chance: float
    status: Status
    actor: Mapping[str, float]
    target: Mapping[str, float]
    place: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Settings:
    """The least chances: of an act, by type, and where a frame holds; of a role's best name; of a further one.

    `confidence`: the weights of the log odds of the act, of its actor and of its place, and a constant, from which the
    chance is reckoned that a claim is right in all three.
    """

    acts: Mapping[ClaimType, float]
    framed: float
    role: float
    further: float
    confidence: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Row:
    """One sentence in numbers, and where its words' vectors lie in the report's."""

    pieces: list[int]
    shapes: list[int]
    marks: list[int]
    firsts: list[int]


class Reader:
    """The network of a folder: words.onnx, near.onnx, far.onnx, reader.json."""

    def __init__(self, folder: Path) -> None:
        told = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
        acts = {ClaimType(kind): least for kind, least in told["acts"].items()}
        self.settings = Settings(acts, told["framed"], told["role"], told["further"], tuple(told["confidence"]))
        self._status = np.array(told["statuses"], dtype=np.float32)  # what each status of the grammar adds to each
        self._nobody = np.array(told["nobody"], dtype=np.float32)  # what each type adds to leaving a role open
        self._pieces = Pieces(ENGINE / "pieces.txt")
        self._words, self._near, self._far = (session(folder / f"{name}.onnx") for name in ("words", "near", "far"))

    def read(
        self, scene: Scene, casts: Sequence[Cast], roles: Roles, types: Mapping[int, set[ClaimType]], status: Any
    ) -> list[Told]:
        """The acts of a report, in the order of the text.  `status`: the grammar's, of a word."""
        if not casts:
            return []
        vectors = self._vectors(casts, types)
        least = np.array([self.settings.acts[kind] for kind in TYPES], dtype=np.float32)
        seen = vectors["acts"] >= least
        for i, kinds in types.items():  # where a frame of the code book holds too, less will do
            for kind in kinds:
                seen[i, TYPES.index(kind)] |= vectors["acts"][i, TYPES.index(kind)] >= self.settings.framed
        found = np.argwhere(seen)
        acts = [(int(i), int(kind)) for i, kind in found if scene.doc[int(i)].pos_ not in ("PUNCT", "SPACE", "SYM")]
        return self._told(acts, scene, casts, roles, vectors, status) if acts else []

    def _vectors(self, casts: Sequence[Cast], types: Mapping[int, set[ClaimType]]) -> dict[str, Floats]:
        """For every word of the report: the chances of its acts, and its halves of roles and statuses."""
        rows = [self._row(cast) for cast in casts]
        size = sum(len(row.firsts) for row in rows)
        starts = np.cumsum([0, *(len(row.firsts) for row in rows)])
        out: dict[str, Floats] = {}
        for group in groups([row.pieces for row in rows]):
            chosen = [rows[i] for i in group]
            told: dict[str, NDArray[Any]] = {name: padded([getattr(row, name) for row in chosen]) for name in COLUMNS}
            told["grammar"] = _grammar([casts[i] for i in group], types, told["firsts"].shape[1])
            for name, values in zip(OUTPUTS, self._words.run(OUTPUTS, told), strict=True):
                if name not in out:
                    out[name] = np.zeros((size, values.shape[-1]), dtype=np.float32)
                for k, i in enumerate(group):
                    out[name][starts[i] : starts[i + 1]] = values[k, : len(rows[i].firsts)]
        return out

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

    def _told(
        self,
        acts: Sequence[tuple[int, int]],
        scene: Scene,
        casts: Sequence[Cast],
        roles: Roles,
        vectors: Mapping[str, Floats],
        status: Any,
    ) -> list[Told]:
        number_of = {cast.sentence.start: n for n, cast in enumerate(casts)}
        before = {
            n: earlier(casts[n], n, scene.doc, roles) for n in {number_of[scene.doc[i].sent.start] for i, _ in acts}
        }
        near, far = _Beside(), _Beside()
        statuses = []
        for a, (i, _) in enumerate(acts):
            token = scene.doc[i]
            number = number_of[token.sent.start]
            cast = casts[number]
            near.add(a, i, cast.here, beside(token, cast, roles))
            far.add(a, i, cast.earlier, before[number])
            statuses.append(STATUSES.index(status(token)))
        scores: list[Scores] = [{role: {} for role in ROLES} for _ in acts]
        for side, network in ((near, self._near), (far, self._far)):
            side.score(network, vectors, [kind for _, kind in acts], scores)
        seen = self._statuses([i for i, _ in acts], statuses, vectors)
        made = []
        for (i, kind), status_, by_role in zip(acts, seen, scores, strict=True):
            open_ = vectors["nobody"][i] + self._nobody[kind]
            roles_ = (_against(by_role[role], float(score)) for role, score in zip(ROLES, open_, strict=True))
            made.append(Told(scene.doc[i], TYPES[kind], float(vectors["acts"][i, kind]), STATUSES[status_], *roles_))
        return made

    def _statuses(self, acts: Sequence[int], grammar: Sequence[int], vectors: Mapping[str, Floats]) -> list[int]:
        """The status of each act: the reader's scores, with what the grammar's status adds to them."""
        scores = vectors["statuses"][list(acts)] + self._status[list(grammar)]
        return [int(row.argmax()) for row in scores]


class _Beside:
    """Acts beside names, gathered over a report and scored at once."""

    def __init__(self) -> None:
        self._acts: list[int] = []
        self._of: list[int] = []
        self._names: list[Candidate] = []
        self._features: list[list[int]] = []

    def add(self, place: int, act: int, names: Sequence[Candidate], features: Sequence[list[int]]) -> None:
        """The names that may fill the roles of the act at `place` of the list of acts."""
        self._of += [place] * len(names)
        self._acts += [act] * len(names)
        self._names += names
        self._features += features

    def score(
        self,
        network: Any,
        vectors: Mapping[str, Floats],
        kinds: Sequence[int],
        scores: Sequence[Scores],
    ) -> None:
        """Add to `scores` the best score of each name in each role."""
        if not self._names:
            return
        told = {
            "asks": vectors["asks"][self._acts],
            "opens": vectors["opens"][[c.first for c in self._names]],
            "closes": vectors["closes"][[c.last for c in self._names]],
            "types": np.array([kinds[a] for a in self._of], dtype=np.int64),
            "features": np.array(self._features, dtype=np.int64),
        }
        for place, name, row in zip(self._of, self._names, network.run(["scores"], told)[0].tolist(), strict=True):
            for role, score in zip(ROLES, row, strict=True):
                if _fits(name, role, TYPES[kinds[place]]):
                    known = scores[place][role]
                    known[name.text] = max(known.get(name.text, score), score)


def _against(scores: Mapping[str, float], open_: float) -> dict[str, float]:
    """Scores as chances against the score of leaving the role open."""
    return {name: 1 / (1 + exp(min(60.0, open_ - score))) for name, score in scores.items()}


def _fits(name: Candidate, role: str, kind: ClaimType) -> bool:
    place = role == "place" or (role == "target" and kind is ClaimType.LINK)
    return name.is_place if place else name.may_act


def _grammar(casts: Sequence[Cast], types: Mapping[int, set[ClaimType]], width: int) -> Floats:
    """[sentences, words, types]: 1 for a type that the grammar sees in a word."""
    seen = np.zeros((len(casts), width, len(TYPES)), dtype=np.float32)
    for b, cast in enumerate(casts):
        for i in range(cast.sentence.start, cast.sentence.end):
            for kind in types.get(i, ()):
                seen[b, i - cast.sentence.start, TYPES.index(kind)] = 1.0
    return seen


@cache
def load() -> Reader:
    """The shipped reader, loaded once a process.  Raises: EngineError where it is missing or broken."""
    try:
        return Reader(SHIPPED)
    except (OSError, ValueError, KeyError) as error:
        raise EngineError(f"the reader of claims cannot be loaded: {error}; install fogline anew") from error
