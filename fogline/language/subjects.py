"""One subject a word: where the network hangs two on one, grammar and place decide between them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


class Subjects:
    """Mends heads and labels, by the places of labels in the network's inventory."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._is_subject = np.array([label in ("nsubj", "nsubj:pass") for label in labels])
        self._loose, self._told = labels.index("dep"), labels.index("iobj")

    def mend(self, heads: Numbers, labels: Numbers) -> tuple[Numbers, Numbers]:
        """The same heads and labels, where no word has subjects on both its sides, nor its governor's listener.

        Shape: [W] each; heads count from 1, 0 being the root.  "They took Dor, Karsin": what is behind the verb is only
        hung on.  "He told the agency the army had left": of two subjects in a row, the one right behind the verb above
        is told.
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
