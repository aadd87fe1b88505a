"""Who fills the roles of an act: the act, the words around it and the names meet in a small network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fogline.claims.candidates import Candidate, Cast
from fogline.claims.features import EARLIER_SIZES, SIZES, Roles, beside, earlier
from fogline.language.plain import Word
from fogline.records import ClaimType

TYPES = tuple(ClaimType)
NUMBER = {kind: number for number, kind in enumerate(TYPES)}
ROLES = ("actor", "target", "place")
HALVES = ("around", "near_opens", "near_closes", "far_opens", "far_closes")  # what each word brings to a meeting
TOGETHER = 1024  # words and names, with padding, that are read at once

Floats = NDArray[np.floating[Any]]
Numbers = NDArray[np.int64]
Scores = list[list[float]]
Chances = dict[str, dict[str, float]]  # by role, by name


@dataclass(frozen=True, slots=True)
class Look:
    """One network's look at a report: `scene`, a session of scene.onnx; what each word of the report brings to it.

    `vectors`: by the names in `HALVES`.  `weight`: what its chances count beside those of the other looks; all weights
    together are 1.
    """

    scene: Any
    vectors: Mapping[str, Floats]
    weight: float


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What the acts of one sentence share: its cast, and the features of the names told before."""

    cast: Cast
    far_features: Numbers

    @property
    def size(self) -> int:
        """How many meet: words, names here and earlier ones."""
        return len(self.cast.sentence) + len(self.cast.here) + len(self.cast.earlier)


@dataclass(frozen=True, slots=True)
class _Act:
    """An act of a sentence, and the features of its names."""

    word: Word
    kind: ClaimType
    sentence: _Sentence
    features: Numbers


@dataclass(frozen=True, slots=True)
class _Brought:
    """What a sentence's words, and its names near and far, bring to a network's scene.  Shape: [each, width]."""

    words: Floats
    near: Floats
    far: Floats

    @classmethod
    def of(cls, cast: Cast, vectors: Mapping[str, Floats]) -> _Brought:
        """By what each word of the report brings."""
        near, far = (_offers(names, side, vectors) for names, side in ((cast.here, "near"), (cast.earlier, "far")))
        return cls(vectors["around"][cast.sentence.start : cast.sentence.end], near, far)


def meet(
    looks: Sequence[Look], acts: Sequence[tuple[Word, ClaimType]], casts: Sequence[Cast], roles: Roles
) -> list[Chances]:
    """For each act by role the chance of each name, against the role being open: the mean of all looks."""
    told = _told(acts, casts, roles)
    made = [[*_met(look, told)] for look in looks]
    return [_mean(list(of_act), [look.weight for look in looks]) for of_act in zip(*made, strict=True)]


def _met(look: Look, told: Sequence[_Act]) -> list[Chances]:
    """The chances of each act as one network sees them."""
    brought: dict[int, _Brought] = {}
    for act in told:
        cast = act.sentence.cast
        if cast.sentence.start not in brought:
            brought[cast.sentence.start] = _Brought.of(cast, look.vectors)
    made: list[Chances] = [{} for _ in told]
    for group in alike([act.sentence.size for act in told]):
        chosen = [told[i] for i in group]
        own = [brought[act.sentence.cast.sentence.start] for act in chosen]
        for i, act, scores in zip(group, chosen, _scores(look.scene, chosen, own), strict=True):
            made[i] = _chances(act, scores)
    return made


def _mean(chances: Sequence[Chances], weights: Sequence[float]) -> Chances:
    """The mean of the chances of several looks, which are all of the same names."""
    if len(chances) == 1:
        return chances[0]
    return {
        role: {name: sum(w * one[role][name] for w, one in zip(weights, chances, strict=True)) for name in names}
        for role, names in chances[0].items()
    }


def alike(sizes: Sequence[int]) -> Iterator[list[int]]:
    """The places of acts of like size, so that little is padding when they meet at once."""
    group: list[int] = []
    for i in sorted(range(len(sizes)), key=sizes.__getitem__):
        if group and (len(group) + 1) * sizes[i] > TOGETHER:
            yield group
            group = []
        group.append(i)
    if group:
        yield group


def _told(acts: Sequence[tuple[Word, ClaimType]], casts: Sequence[Cast], roles: Roles) -> list[_Act]:
    number_of = {cast.sentence.start: n for n, cast in enumerate(casts)}
    sentences: dict[int, _Sentence] = {}
    features: dict[int, Numbers] = {}
    for word, _ in acts:
        number = number_of[word.sent.start]
        if number not in sentences:
            far = earlier(casts[number], number, word.doc, roles)
            sentences[number] = _Sentence(casts[number], _array(far, len(EARLIER_SIZES)))
        if word.i not in features:
            features[word.i] = _array(beside(word, casts[number], roles), len(SIZES))
    return [_Act(word, kind, sentences[number_of[word.sent.start]], features[word.i]) for word, kind in acts]


def _offers(names: Sequence[Candidate], side: str, vectors: Mapping[str, Floats]) -> Floats:
    """[names, width]: from the first and the last word of each."""
    first, last = [n.first for n in names], [n.last for n in names]
    offers: Floats = vectors[f"{side}_opens"][first] + vectors[f"{side}_closes"][last]
    return offers


def _array(rows: Sequence[Sequence[int]], width: int) -> Numbers:
    return np.array(rows, dtype=np.int64).reshape(-1, width)


def _scores(network: Any, acts: Sequence[_Act], brought: Sequence[_Brought]) -> list[Scores]:
    """For each act the scores of its names, near and far, and of nobody.  Shape: [names + 1][ROLES]."""
    own = [act.sentence for act in acts]
    told = {
        "act": np.array([act.word.i - act.sentence.cast.sentence.start for act in acts]),
        "types": np.array([NUMBER[act.kind] for act in acts]),
        "near_features": _filled([act.features for act in acts], np.int64),
        "far_features": _filled([sentence.far_features for sentence in own], np.int64),
    }
    for name, absent in (("words", "absent"), ("near", "near_absent"), ("far", "far_absent")):
        rows = [getattr(one, name) for one in brought]
        told[name] = _filled(rows, np.float32)
        told[absent] = np.arange(told[name].shape[1])[None, :] >= np.array([len(r) for r in rows])[:, None]
    found = network.run(["scores"], told)[0].tolist()
    near = told["near"].shape[1]
    return [
        [*scores[: len(one.near)], *scores[near : near + len(one.far)], scores[-1]]
        for one, scores in zip(brought, found, strict=True)
    ]


def _filled(values: Sequence[NDArray[Any]], kind: type) -> NDArray[Any]:
    """Arrays of some rows each as one, with zeros behind; at least one row.  Shape: [len(values), rows, columns]."""
    out: NDArray[Any] = np.zeros((len(values), max(1, *map(len, values)), values[0].shape[1]), dtype=kind)
    for i, rows in enumerate(values):
        out[i, : len(rows)] = rows
    return out


def _chances(act: _Act, scores: Scores) -> Chances:
    """The score of a name's best mention as a chance against the score of leaving the role open."""
    *names, nobody = scores
    best: Chances = {role: {} for role in ROLES}
    cast = act.sentence.cast
    link = act.kind is ClaimType.LINK
    for name, (actor, target, place) in zip((*cast.here, *cast.earlier), names, strict=True):
        if name.may_act:
            _raise(best["actor"], name.text, actor)
        if name.is_place if link else name.may_act:
            _raise(best["target"], name.text, target)
        if name.is_place:
            _raise(best["place"], name.text, place)
    return {role: _against(best[role], open_) for role, open_ in zip(ROLES, nobody, strict=True)}


def _raise(best: dict[str, float], name: str, score: float) -> None:
    if score > best.get(name, float("-inf")):
        best[name] = score


def _against(scores: Mapping[str, float], open_: float) -> dict[str, float]:
    return {name: 1 / (1 + exp(min(60.0, open_ - score))) for name, score in scores.items()}
