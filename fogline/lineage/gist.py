"""What is asked of every telling of a record, kept so that its body need not be read for it again."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fogline.lineage.tellings import Telling, Tellings
from fogline.lineage.tokens import Kind
from fogline.records.ids import content_id
from fogline.records.reckoned import Reckoned
from fogline.records.release import release

RULES = ("lineage", "language")  # the parts of the program that it follows from
WORD = f"{Kind.WORD}:"


@dataclass(frozen=True, slots=True)
class Gist:
    """A telling in short.

    `lengths`: words that count, sentence by sentence.  `keys`: how often each name and number stands in it.
    """

    lengths: tuple[int, ...]
    keys: Mapping[str, int]

    @classmethod
    def of(cls, telling: Telling) -> Gist:
        """Read it off a telling."""
        keys = (key for sentence in telling.sentences for key in sentence.factors)
        counted = Counter(key for key in keys if not key.startswith(WORD))
        return cls(tuple(len(sentence.factors) for sentence in telling.sentences), counted)

    @property
    def length(self) -> int:
        """Words that count, over all sentences."""
        return sum(self.lengths)


class Gists:
    """The gists of the tellings of a corpus; those that were kept are taken from there."""

    def __init__(self, tellings: Tellings, reckoned: Reckoned) -> None:
        self._tellings = tellings
        self._reckoned = reckoned
        self._found: dict[int, Gist] = {}

    def load(self, tellings: Iterable[int]) -> None:
        """Read what is kept of some of them at once."""
        self._reckoned.load(gist_key(self._tellings.marks[at]) for at in tellings)

    def __getitem__(self, at: int) -> Gist:
        """The gist of a telling by its number."""
        if at not in self._found:
            key = gist_key(self._tellings.marks[at])
            kept = self._reckoned.recall(key, key)
            found = Gist.of(self._tellings[at]) if kept is None else _read(kept)
            if kept is None:
                self._reckoned.keep(key, json.dumps([found.lengths, found.keys], ensure_ascii=False), key)
            self._found[at] = found
        return self._found[at]


def gist_key(mark: str) -> str:
    """What the gist of a body is kept under, which is its owner, too: gists are read without the rest."""
    return content_id("gist", release(*RULES), mark)


def _read(text: str) -> Gist:
    lengths, keys = json.loads(text)
    return Gist(tuple(lengths), keys)
