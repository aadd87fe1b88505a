"""The names and numbers of the sentences of tellings, kept so that their bodies need not be read for them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from fogline.lineage.tellings import Tellings
from fogline.records.ids import content_id
from fogline.records.reckoned import Reckoned
from fogline.records.release import release

RULES = ("lineage", "language")  # the parts of the program that they follow from


class Anchors:
    """The names and numbers of each sentence of a telling; those that were kept are taken from there."""

    def __init__(self, tellings: Tellings, reckoned: Reckoned) -> None:
        self._tellings = tellings
        self._reckoned = reckoned

    def load(self, tellings: Iterable[int]) -> None:
        """Read what is kept of some of them at once."""
        self._reckoned.load(anchors_key(self._tellings.marks[at]) for at in tellings)

    def __getitem__(self, at: int) -> Sequence[Sequence[str]]:
        """Those of a telling by its number, sentence by sentence."""
        key = anchors_key(self._tellings.marks[at])
        kept = self._reckoned.recall(key, key)
        if kept is not None:
            read: list[list[str]] = json.loads(kept)
            return read
        found = [sentence.anchors for sentence in self._tellings[at].sentences]
        self._reckoned.keep(key, json.dumps(found, ensure_ascii=False), key)
        return found


def anchors_key(mark: str) -> str:
    """What they are kept under, which is their owner, too: they are read without the rest."""
    return content_id("anchors", release(*RULES), mark)
