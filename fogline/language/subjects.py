"""One subject a word: where the network hangs two on one, or none, grammar and place decide."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
FINITE = ("VBD", "VBP", "VBZ")
MARK = ":"  # the tag of a semicolon, a colon and a dash
HELPING = ("aux", "aux:pass", "advmod", "cop")  # what may stand between a subject and its verb


class Subjects:
    """Mends heads and labels, by the places of labels and tags in the network's inventories."""

    def __init__(self, labels: Sequence[str], tags: Sequence[str]) -> None:
        self._is_subject = np.array([label in ("nsubj", "nsubj:pass") for label in labels])
        self._loose, self._told = labels.index("dep"), labels.index("iobj")
        self._joined, self._and = labels.index("conj"), labels.index("cc")
        self._subject, self._passive = labels.index("nsubj"), labels.index("nsubj:pass")
        self._helping = np.array([label in HELPING for label in labels])
        self._is_passive = labels.index("aux:pass")
        self._finite = np.array([tag in FINITE for tag in tags])
        self._aside = np.array([tag == MARK for tag in tags])

    def mend(self, heads: Numbers, labels: Numbers, tags: Numbers) -> tuple[Numbers, Numbers]:
        """The same heads and labels, where no word has subjects on both its sides, nor its governor's listener, and no
        verb that is joined to another, or stands behind a semicolon, lacks the subject right before it.

        Shape: [W] each; heads count from 1, 0 being the root.
        """
        return self._behind_mark(*self._with_own(*self._with_one(heads, labels), tags), tags)

    def _behind_mark(self, heads: Numbers, labels: Numbers, tags: Numbers) -> tuple[Numbers, Numbers]:
        """In "they reached Dor; the army had left it" the army is no second thing that they reached: it had left."""
        for noun in np.flatnonzero(labels == self._joined).tolist():
            first, verb = noun, noun + 1
            while first > 0 and first < heads[first - 1] <= noun + 1:
                first -= 1
            while verb < len(heads) and self._helping[labels[verb]] and heads[verb] > verb + 1:
                verb += 1
            if not first or verb == len(heads) or not self._aside[tags[first - 1]] or heads[noun] > first:
                continue
            below = np.flatnonzero(heads == verb + 1)
            finite = self._finite[tags[noun + 1 : verb + 1]].any()
            if (
                not finite
                or set(range(noun + 1, verb)) - set(below.tolist())
                or self._is_subject[labels[below]].any()
                or _is_above(noun, verb, heads)
            ):
                continue
            heads, labels = heads.copy(), labels.copy()
            passive = (labels[below] == self._is_passive).any()
            heads[noun], labels[noun] = verb + 1, self._passive if passive else self._subject
        return heads, labels

    def _with_own(self, heads: Numbers, labels: Numbers, tags: Numbers) -> tuple[Numbers, Numbers]:
        """In "they took Dor and the army left" the army is no second thing that they took: it left."""
        verbs = np.flatnonzero((labels == self._joined) & self._finite[tags])
        lacking = [v for v in verbs.tolist() if not self._is_subject[labels[heads == v + 1]].any()]
        for verb in lacking:
            noun = verb - 1
            while noun > 0 and heads[noun] == verb + 1 and self._helping[labels[noun]]:
                noun -= 1
            marks = np.flatnonzero((heads == noun + 1) & (labels == self._and))
            above = heads[verb] - 1
            within = above < heads[noun] - 1 < noun
            if labels[noun] != self._joined or not within or not len(marks) or marks[0] > noun:
                continue
            if _is_above(noun, verb, heads):
                continue
            heads, labels = heads.copy(), labels.copy()
            passive = (labels[heads == verb + 1] == self._is_passive).any()
            heads[noun], labels[noun] = verb + 1, self._passive if passive else self._subject
            heads[marks[0]] = verb + 1
        return heads, labels

    def _with_one(self, heads: Numbers, labels: Numbers) -> tuple[Numbers, Numbers]:
        """In "they took Dor, Karsin" what is behind the verb is only hung on.

        "He told the agency the army had left": of two subjects in a row, the one right behind the verb above is told.
        """
        places = np.flatnonzero(self._is_subject[labels])
        hung = heads[places]
        if len(set(hung.tolist())) == len(places):
            return heads, labels
        heads, labels = heads.copy(), labels.copy()
        for head in np.unique(hung).tolist():
            mine = places[hung == head]
            before, behind = mine[mine < head - 1], mine[mine > head - 1]
            if len(before) and len(behind):
                labels[behind] = self._loose
            above = int(heads[head - 1])
            if len(before) > 1 and 0 < above <= before[0] and (heads[above : before[0]] == before[0] + 1).all():
                heads[before[0]], labels[before[0]] = above, self._told
        return heads, labels


def _is_above(place: int, below: int, heads: Numbers) -> bool:
    """Whether a word hangs on another, so that this may not hang on it."""
    for _ in range(len(heads)):
        below = int(heads[below]) - 1
        if below in (place, -1):
            return below == place
    return True
