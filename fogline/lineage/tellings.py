"""A telling: the words of one body, read for comparing.  Reports with the same words share one telling."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import overload

from fogline.language import split
from fogline.lineage.tokens import Kind, Raw, Token, names_of, read, tokens
from fogline.records import Reading
from fogline.records.ids import content_id

MAX_SENTENCES = 400  # of a longer report the first are compared, so that one huge file does not stall a record
MAX_CHARACTERS = 120_000  # the same, for a body that is hardly split into sentences
FACTORS = {Kind.NAME: 1.3, Kind.NUMBER: 1.6, Kind.WORD: 1.0}  # a name or a number tells more than a word
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|‘[^’]{12,}’")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its tokens, and the keys that count: each with the factor of its kind."""

    text: str
    tokens: tuple[Token, ...]
    factors: dict[str, float]
    quoted: bool  # whether most of it stands in quotation marks

    @property
    def anchors(self) -> tuple[str, ...]:
        """The keys of its names and numbers, each once, in order."""
        named = (t for t in self.tokens if t.kind is Kind.NAME or t.kind is Kind.NUMBER)
        return tuple(dict.fromkeys(_key(t.kind, t.key) for t in named))


@dataclass(frozen=True, slots=True)
class Telling:
    """One body: its sentences in order, and the reports that carry exactly these words.

    `mark` stands for its words.
    """

    report_ids: tuple[str, ...]
    text: str
    sentences: tuple[Sentence, ...]
    mark: str = ""

    @property
    def keys(self) -> frozenset[str]:
        """The keys that count, over all its sentences."""
        return frozenset(key for sentence in self.sentences for key in sentence.factors)

    @property
    def length(self) -> int:
        """Words that count, over all its sentences."""
        return sum(len(s.factors) for s in self.sentences)


class Tellings(Sequence[Telling]):
    """The tellings of a corpus, in the order of their first report's id; each is read when it is first asked for.

    Reports without a body have none.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        carriers: dict[str, list[str]] = {}
        for reading in sorted(readings, key=lambda r: r.report_id):
            body = reading.body_text().strip()
            if body:
                carriers.setdefault(body, []).append(reading.report_id)
        self._bodies = tuple(carriers)
        self._read: dict[int, Telling] = {}
        self._pieces: dict[int, Sequence[str]] = {}
        self.report_ids = tuple(map(tuple, carriers.values()))
        self.marks = tuple(map(mark_of, self._bodies))
        self.numbers = {report_id: at for at, ids in enumerate(self.report_ids) for report_id in ids}

    def __len__(self) -> int:
        """How many there are; none is read for it."""
        return len(self._bodies)

    @overload
    def __getitem__(self, at: int) -> Telling: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Telling]: ...
    def __getitem__(self, at: int | slice) -> Telling | Sequence[Telling]:
        """One telling or some."""
        if isinstance(at, slice):
            return [self[index] for index in range(*at.indices(len(self)))]
        if at not in self._read:
            self._read[at] = read_telling(self._bodies[at], self.report_ids[at])
        return self._read[at]

    def pieces(self, at: int) -> Sequence[str]:
        """The texts of the sentences of a telling, which need not be read for it."""
        if at not in self._pieces:
            self._pieces[at] = _pieces(self._bodies[at])
        return self._pieces[at]


def read_tellings(readings: Sequence[Reading]) -> tuple[Telling, ...]:
    """The tellings of a corpus, all read."""
    return tuple(Tellings(readings))


def mark_of(body: str) -> str:
    """What stands for the words of a telling."""
    return content_id("telling", body)


def read_telling(body: str, report_ids: Sequence[str]) -> Telling:
    """The telling of a body that these reports carry.  What it reads follows from the body alone."""
    pieces = _read_body(body)
    names = names_of(raw for _, raw in pieces)
    sentences = tuple(_sentence(text, raw, names) for text, raw in pieces)
    return Telling(tuple(report_ids), body, sentences, mark_of(body))


def _read_body(body: str) -> list[tuple[str, list[Raw]]]:
    """The first sentences of a body, with their words."""
    return [(piece, read(piece)) for piece in _pieces(body)]


def _pieces(body: str) -> list[str]:
    return [body[start:end] for start, end in split(body[:MAX_CHARACTERS])[:MAX_SENTENCES]]


def _sentence(text: str, raw: Sequence[Raw], names: frozenset[str]) -> Sentence:
    found = tokens(raw, names)
    factors = {_key(t.kind, t.key): FACTORS[t.kind] for t in found if t.kind is not Kind.EMPTY}
    quoted = sum(len(m.group()) for m in QUOTED.finditer(text))
    return Sentence(text, found, factors, quoted * 2 > len(text))


@lru_cache(maxsize=1 << 17)
def _key(kind: Kind, key: str) -> str:
    """A token's key, kept apart by kind; one string for all that have it."""
    return f"{kind}:{key}"
