"""The judgement over two tellings: one report told again, another that draws on it, or independent.

It is learned (`training/lineage/learn.py`) from stories of our own; `data/kin.toml` has what each feature weighs.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from math import exp

from fogline.lineage.alignment import CARRIED, Likeness
from fogline.lineage.features import say
from fogline.records import Relation

TABLE = "kin.toml"
SURE = 0.0  # log odds from which two tellings are kin
COPIED = 0.50  # share in the same words from which a report is a copy
DIGEST = 0.40  # length against the source under which a retelling is a summary
CREDITED_DIGEST = 0.80  # the same where the text names the source it sums up
CUT = 0.80  # a short report that has this share in the source's words is the source, cut
SAME_LEAD = 0.50  # if both open with what the other tells: an update has news of its own there
ORDERLY = 0.15  # order and words kept, from which no chance explains them: independent reports reach 0.11
CERTAIN = 4.0  # log odds where no feature need be weighed
WHOLE = 0.97  # share and length from which a copy is unedited
TELLING = 3  # features that an explanation gives of each side


class Tie(StrEnum):
    """What two tellings are to one another."""

    RETOLD = "retold"  # one story told twice: one origin
    DRAWN = "drawn"  # one draws on the other and is a story of its own: an update, or a report of two origins
    NONE = "none"  # independent


@dataclass(frozen=True, slots=True)
class Head:
    """What one question weighs: log odds at the mean, and each feature's mean and weight."""

    start: float
    mean: Mapping[str, float]
    weight: Mapping[str, float]

    def shares(self, features: Mapping[str, float]) -> dict[str, float]:
        """What each feature adds to the log odds."""
        return {name: weight * (features[name] - self.mean[name]) for name, weight in self.weight.items()}


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found of two tellings: log odds that they are kin, and that kin tell one original; and the features."""

    kin: float
    retold: float
    features: Mapping[str, float]

    @property
    def tie(self) -> Tie:
        """The likeliest of the three."""
        if self.kin < SURE:
            return Tie.NONE
        return Tie.RETOLD if self.retold >= 0 else Tie.DRAWN

    @property
    def chance(self) -> float:
        """How likely they are kin, 0 to 1."""
        return 1 / (1 + exp(-max(-30.0, min(30.0, self.kin))))


@cache
def heads() -> tuple[Head, Head]:
    """What was learned: of kin, and of one original."""
    text = resources.files("fogline.lineage").joinpath(f"data/{TABLE}").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    kin, retold = (Head(data[name]["start"], data[name]["mean"], data[name]["weight"]) for name in ("kin", "retold"))
    return kin, retold


def judge(features: Mapping[str, float]) -> Judged:
    """What two tellings with these features are to one another.

    Three things are plain without weighing: whoever keeps sentences in their order is kin, however few they are in a
    long report; two that are half in the same words each are one story, and so is a short report that the other holds
    in the same words, if both open alike.
    """
    kin, retold = (head.start + sum(head.shares(features).values()) for head in heads())
    if features["verbatim"] >= CARRIED and features["verbatim"] + features["order"] >= ORDERLY:
        kin = max(kin, CERTAIN)
    cut = features["most copied"] >= CUT and features["least lead"] >= SAME_LEAD
    if cut or features["least copied"] >= COPIED:
        retold = max(retold, CERTAIN)
    return Judged(kin, retold, features)


def relate(likeness: Likeness, *, credits_in_text: bool) -> Relation:
    """How the first derives from the second, where both tell one story."""
    view, ratio = likeness.first, likeness.ratio
    shortest = CREDITED_DIGEST if credits_in_text else DIGEST
    if ratio < shortest and (credits_in_text or view.copied < CUT):
        return Relation.SUMMARY
    if view.copied >= COPIED:
        whole = view.copied >= WHOLE and likeness.second.copied >= WHOLE
        return Relation.COPY if whole and _same_text(likeness) else Relation.EDITED_COPY
    return Relation.REWRITE


def _same_text(likeness: Likeness) -> bool:
    """Whether the words are the same but for a few."""
    shares = [share for view in (likeness.first, likeness.second) for _, _, share in view.links]
    return WHOLE <= likeness.ratio <= 1 / WHOLE and sum(shares) >= WHOLE * len(shares)


def explain(likeness: Likeness, judged: Judged | None = None) -> tuple[str, ...]:
    """The features that spoke for the first deriving from the second, in words."""
    view = likeness.first
    order = max(view.order, likeness.second.order)
    return (
        f"{view.aligned:.0%} of it is told by the source",
        f"{likeness.second.aligned:.0%} of the source is told by it",
        f"{view.copied:.0%} of it in the same words",
        f"tells in the source's order ({order:.0%})",
        f"{likeness.ratio:.0%} as long as the source",
        *(() if judged is None else _strongest(judged)),
    )


def weigh(judged: Judged) -> tuple[str, ...]:
    """Every feature in words, with what it adds to the log odds of kin and of one original; the weightiest first."""
    kin, retold = (head.shares(judged.features) for head in heads())
    told = {name: (kin.get(name, 0.0), retold.get(name, 0.0)) for name in judged.features}
    order = sorted(told, key=lambda name: (-sum(map(abs, told[name])), name))
    return tuple(
        f"{say(name, judged.features[name])} ({told[name][0]:+.1f} kin, {told[name][1]:+.1f} one original)"
        for name in order
    )


def _strongest(judged: Judged) -> tuple[str, ...]:
    """What spoke most for kin, and what most against."""
    shares = heads()[0].shares(judged.features)
    order = sorted(shares, key=lambda name: (-shares[name], name))
    most = [say(name, judged.features[name]) for name in order[:TELLING] if shares[name] > 0]
    least = [say(name, judged.features[name]) for name in order[::-1][:1] if shares[name] < 0]
    return (*(f"for: {text}" for text in most), *(f"against: {text}" for text in least))
