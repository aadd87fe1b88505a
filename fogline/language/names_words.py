"""The words of a parsed story as plain lists, and the pieces of names that are cut from them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from spacy.attrs import SENT_START, SPACY, TAG
from spacy.tokens import Doc

from fogline.language.names_lexicon import Form, form
from fogline.language.parsed import spelt

CAPITAL, STOP = Form.CAPITAL, Form.STOP
LONG = 4  # letters from which a word's capital shows how a headline is set
TITLE_CASE = 0.9  # share of a sentence's long words with capitals from which capitals say nothing
FEW = 3  # long words below which the share says nothing
MANY = 6  # long words from which a headline is known for one though a stop closes it, where all have capitals


class Piece(NamedTuple):
    """A name: tokens `start` to `end` (half-open), its label or "" while that is open, and whether words prove it."""

    start: int
    end: int
    label: str
    proved: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a `Doc` by columns.  Shape: one entry a token, in order; flags are of `Form`."""

    text: list[str]
    low: list[str]
    tag: list[str]
    flags: list[int]
    glued: list[bool]  # no blank behind
    sent: list[int]  # the number of its sentence
    first: list[bool]  # it begins a sentence
    loud: list[bool]  # by sentence: set like a headline, so that capitals say nothing

    def __len__(self) -> int:
        return len(self.text)

    def has(self, i: int, flag: int) -> bool:
        """Whether the token has one of the flags."""
        return bool(self.flags[i] & flag)

    def same(self, i: int, j: int) -> bool:
        """Whether both are tokens of one sentence."""
        return 0 <= i < len(self.text) and 0 <= j < len(self.text) and self.sent[i] == self.sent[j]

    def phrase(self, start: int, end: int) -> tuple[str, ...]:
        """The words from `start` to `end` in lower case."""
        return tuple(self.low[start:end])

    def proper(self, i: int) -> bool:
        """Whether the tagger takes the token for a name."""
        return self.tag[i] in ("NNP", "NNPS")


def read(doc: Doc) -> Words:
    """The columns of a doc."""
    text = spelt(doc)
    forms = [form(t) for t in text]
    table = doc.to_array([TAG, SPACY, SENT_START])
    strings = doc.vocab.strings
    tags = {key: strings[key] for key in set(table[:, 0].tolist())} if text else {}
    rows = table.tolist()
    first = [i == 0 or row[2] == 1 for i, row in enumerate(rows)]
    sent: list[int] = []
    for starts in first:
        sent.append(sent[-1] + starts if sent else 0)
    flags = [f for _, f in forms]
    loud = _loud(text, flags, sent, first)
    return Words(
        text,
        [low for low, _ in forms],
        [tags[row[0]] for row in rows],
        flags,
        [not row[1] for row in rows],
        sent,
        first,
        loud,
    )


def _loud(text: list[str], flags: list[int], sent: list[int], first: list[bool]) -> list[bool]:
    long: Counter[int] = Counter()
    raised: Counter[int] = Counter()
    for i, word in enumerate(text):
        if len(word) >= LONG and not first[i] and word[0].isalpha():
            long[sent[i]] += 1
            raised[sent[i]] += flags[i] & CAPITAL
    last = {n: word for n, word in zip(sent, text, strict=True)}  # noqa: C416
    closed = {n: last[n] == "." and (long[n] < MANY or raised[n] < long[n]) for n in last}
    return [not closed[n] and long[n] >= FEW and raised[n] >= TITLE_CASE * long[n] for n in last]
