"""The learned reader: which words of a sentence tell a claim of which type, and which name fills which role.

It scores what the grammar offers: every word may tell an act, every name of the sentence and those told before may fill
a role; what the code book's frames make of them is among its inputs.  Trained by training/claims; runs by ONNX Runtime.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fogline.claims.meeting import NUMBER, TYPES, Floats, Look, meet
from fogline.claims.network import Asked, Network
from fogline.language.plain import Word, Words
from fogline.records import ClaimType, Status
from fogline.records.errors import EngineError

SHIPPED = Path(__file__).parent / "model"
STATUSES = tuple(Status)
NETWORKS = ("first", "second")
NO_ACTS = ("PUNCT", "SPACE", "SYM")  # parts of speech
SHARED = 0.1  # by how much the least chance of an act is lower where two words tell it together
TERRITORY = frozenset({ClaimType.CAPTURE, ClaimType.WITHDRAW})  # but not of these
CLAUSES = frozenset({"conj", "advcl", "ccomp", "parataxis", "acl", "acl:relcl"})
FAINT, SUREST, MOST_WORDS = 0.05, 0.99, 3  # of their chances
WORTH_A_LOOK = 0.05  # the least chance of an act for which the second network reads a report too


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
class Settings:
    """The least chances: of an act, by type, and where a frame holds, by type; of a role's best name; of a further one.

    `asked`: of the best name of a role that an act of its type is never without.
    `confidence`: the weights of the log odds of the act, of its actor and of its place, and a constant, from which the
    chance is reckoned that a claim is right in all three.
    """

    acts: Mapping[ClaimType, float]
    framed: Mapping[ClaimType, float]
    role: float
    asked: float
    further: float
    confidence: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Eye:
    """A network of the reader, and what its chances of acts and of who fills their roles count beside the others'.

    `statuses`: what each status of the grammar adds to the score of each.
    """

    network: Network
    acts: float
    roles: float
    statuses: Floats

    @classmethod
    def of(cls, folder: Path, acts: float, roles: float) -> Eye:
        """The network of a folder, as its network.json tells of it."""
        told = json.loads((folder / "network.json").read_text(encoding="utf-8"))
        return cls(Network(folder, told["window"]), acts, roles, np.array(told["statuses"], dtype=np.float32))


@dataclass(frozen=True, slots=True)
class Seen:
    """What an eye makes of a report's words."""

    eye: Eye
    vectors: Mapping[str, Floats]

    def look(self) -> Look:
        """The same as who fills a role is made out by."""
        return Look(self.eye.network.scene, self.vectors, self.eye.roles)

    def statuses(self, acts: Sequence[int], grammar: Sequence[int]) -> Floats:
        """The scores of acts for each status, with what the grammar's add to them.  Shape: [acts, STATUSES]."""
        scores: Floats = self.vectors["statuses"][list(acts)] + self.eye.statuses[list(grammar)]
        return scores


class Reader:
    """The two networks of a folder, `first` and `second`, and reader.json, which says what counts how much.

    The second network is several times as large.  It reads a report in which the first sees an act; what both say is
    weighed.
    """

    def __init__(self, folder: Path) -> None:
        told = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
        acts = {ClaimType(kind): least for kind, least in told["acts"].items()}
        framed = {ClaimType(kind): least for kind, least in told["framed"].items()}
        self.settings = Settings(acts, framed, told["role"], told["asked"], told["further"], tuple(told["confidence"]))
        self._acts = np.array([acts[kind] for kind in TYPES], dtype=np.float32)
        lower = [0.0 if kind in TERRITORY else SHARED for kind in TYPES]
        self._shared = self._acts - np.array(lower, dtype=np.float32)
        self._first, self._second = (Eye.of(folder / name, **told["weights"][name]) for name in NETWORKS)

    def read(self, asked: Sequence[Asked], status: Any) -> list[list[Told]]:
        """The acts of each report, in the order of the text.  `status`: the grammar's, of a word.

        The sentences of all reports are read together, which is quicker and gives the same.
        """
        full = [n for n, one in enumerate(asked) if one.casts]
        first = dict(zip(full, self._first.network.read([asked[n] for n in full]), strict=True))
        again = [n for n in full if (first[n]["acts"] >= WORTH_A_LOOK).any()]
        second = dict(zip(again, self._second.network.read([asked[n] for n in again]), strict=True))
        told: list[list[Told]] = [[] for _ in asked]
        for n in again:
            told[n] = self._told(asked[n], [Seen(self._first, first[n]), Seen(self._second, second[n])], status)
        return told

    def _told(self, asked: Asked, seen: Sequence[Seen], status: Any) -> list[Told]:
        doc, chances = asked.scene.doc, np.sum([one.eye.acts * one.vectors["acts"] for one in seen], axis=0)
        enough = chances >= self._acts
        for i, kinds in asked.types.items():  # where a frame of the code book holds too, less will do
            for kind in kinds:
                enough[i, NUMBER[kind]] |= chances[i, NUMBER[kind]] >= self.settings.framed[kind]
        chances = with_shared(chances, enough, self._shared, doc)
        acts = [(doc[i], TYPES[kind]) for i, kind in np.argwhere(enough).tolist() if doc[i].pos_ not in NO_ACTS]
        if not acts:
            return []
        words, grammar = [token.i for token, _ in acts], [STATUSES.index(status(token)) for token, _ in acts]
        statuses = np.sum([one.eye.acts * one.statuses(words, grammar) for one in seen], axis=0).argmax(1).tolist()
        met = meet([one.look() for one in seen], acts, asked.casts, asked.roles)
        return [
            Told(token, kind, float(chances[token.i, NUMBER[kind]]), STATUSES[own], **by_role)
            for (token, kind), own, by_role in zip(acts, statuses, met, strict=True)
        ]


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


@cache
def load() -> Reader:
    """The shipped reader, loaded once a process.  Raises: EngineError where it is missing or broken."""
    try:
        return Reader(SHIPPED)
    except (OSError, ValueError, KeyError) as error:
        raise EngineError(f"the reader of claims cannot be loaded: {error}; install fogline anew") from error
