"""The words of a parsed document as plain objects: spaCy's attributes, read once, for rooms that ask for them often.

spaCy makes a new `Token` at every step through a tree and looks every string up anew; here both are done once a
document.  Attributes have spaCy's names, and mean the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, IS_PUNCT, LEMMA, ORTH, POS, SENT_START, SPACY, TAG
from spacy.tokens import Doc
from spacy.vocab import Vocab

from fogline.language.parsed import NAMES, singular

KEPT = "fogline.words"  # where a document keeps its words
COLUMNS = [ORTH, TAG, POS, LEMMA, DEP, HEAD, SENT_START, IS_PUNCT, SPACY]
HEADS, STARTS, MARKS, SPACES = 5, 6, 7, 8  # of them


class Word:
    """A token.  `children` are in the order of the text; `lemma` is `fogline.language.parsed.lemma`.

    `case` and `passive` are what `case_of` and `is_passive` found for the word; `None` as long as nobody asked.
    """

    __slots__ = (
        "case",
        "children",
        "dep_",
        "doc",
        "head",
        "i",
        "is_punct",
        "is_sent_start",
        "lemma",
        "lemma_",
        "lower_",
        "passive",
        "pos_",
        "sent",
        "tag_",
        "text",
    )

    head: Word
    sent: Sentence

    def __init__(self, doc: Words, i: int, told: tuple[str, str, str, str, str, int]) -> None:
        text, tag, self.pos_, lemma, self.dep_, mark = told
        self.doc, self.i, self.text, self.tag_, self.lemma_ = doc, i, text, tag, lemma
        self.lower_ = text.lower()
        self.lemma = singular(lemma.lower(), tag) if tag in NAMES else lemma.lower()
        self.is_punct, self.is_sent_start = mark == 1, False
        self.children: Sequence[Word] = ()
        self.case: str | None = None
        self.passive: bool | None = None

    def __repr__(self) -> str:
        return self.text

    @property
    def subtree(self) -> list[Word]:
        """The word and all that hangs on it, as the text has them where no branches cross."""
        found: list[Word] = []
        _gather(self, found)
        return found

    @property
    def ancestors(self) -> Iterator[Word]:
        """The words above, the nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def is_ancestor(self, other: Word) -> bool:
        """Whether another word hangs on this one."""
        while other.head is not other:
            other = other.head
            if other is self:
                return True
        return False

    def nbor(self, steps: int) -> Word:
        """The word so many steps on; it must be there."""
        return self.doc[self.i + steps]

    @property
    def left_edge(self) -> Word:
        """The first word of the phrase that hangs on this one."""
        return self.doc[int(self.doc.parsed[self.i].left_edge.i)]

    @property
    def right_edge(self) -> Word:
        """The last word of the phrase that hangs on this one."""
        return self.doc[int(self.doc.parsed[self.i].right_edge.i)]

    @property
    def conjuncts(self) -> tuple[Word, ...]:
        """The words joined to this one: those of its list, the nearest to the list's first word first."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for word in found:
            found += [child for child in word.children if child.dep_ == "conj" and child.i > word.i]
        return tuple(word for word in found if word is not self)

    @property
    def like_num(self) -> bool:
        """Whether it looks like a number, in digits or letters."""
        return bool(self.doc.parsed[self.i].like_num)


def _gather(word: Word, found: list[Word]) -> None:
    own = True
    for child in word.children:
        if own and child.i > word.i:
            found.append(word)
            own = False
        if child.children:
            _gather(child, found)
        else:
            found.append(child)
    if own:
        found.append(word)


class Sentence:
    """The words of a sentence: those from `start` to `end`, half-open."""

    __slots__ = ("_root", "doc", "end", "start", "words")

    def __init__(self, doc: Words, start: int, end: int) -> None:
        self.doc, self.words = doc, doc[start:end]
        self.start, self.end = start, end
        self._root: Word | None = None

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)

    @property
    def text(self) -> str:
        """As it stands in the document, without what follows its last word."""
        return self.doc.text(self.start, self.end)

    @property
    def root(self) -> Word:
        """The word that is highest in the tree."""
        if self._root is None:
            self._root = self.doc.root(self.start, self.end)
        return self._root


class Words(list[Word]):
    """A document.  `sents` are its sentences; `parsed` is spaCy's own; `kept` is what rooms found out about it.

    `whole` is its text, `starts` where each word starts in it.
    """

    def __init__(self, doc: Doc) -> None:
        super().__init__()
        self.parsed = doc
        self.kept: dict[str, Any] = {}
        self.sents: list[Sentence] = []
        self.whole, self.starts = "", list[int]()
        if len(doc):
            rows = doc.to_array(COLUMNS)
            self._read(rows, doc.vocab)
            self._hang((rows[:, HEADS].astype(np.int64) + np.arange(len(rows))).tolist())
            self._cut(np.flatnonzero(rows[:, STARTS] == 1).tolist())

    def _read(self, rows: NDArray[np.uint64], vocab: Vocab) -> None:
        columns = rows.T.tolist()
        texts, tags, parts, lemmas, labels = (_named(column, vocab) for column in columns[:HEADS])
        told = zip(texts, tags, parts, lemmas, labels, columns[MARKS], strict=True)
        self += [Word(self, i, one) for i, one in enumerate(told)]
        pieces = [f"{text} " if spaced else text for text, spaced in zip(texts, columns[SPACES], strict=True)]
        self.whole = "".join(pieces)
        self.starts = [0, *accumulate(map(len, pieces[:-1]))]

    def _hang(self, heads: Sequence[int]) -> None:
        below: defaultdict[int, list[Word]] = defaultdict(list)
        for word, head in zip(self, heads, strict=True):
            word.head = self[head]
            if head != word.i:
                below[head].append(word)
        for head, children in below.items():
            self[head].children = children

    def _cut(self, starts: Sequence[int]) -> None:
        for start in starts:
            self[start].is_sent_start = True
        for start, end in pairwise([*sorted({0, *starts}), len(self)]):
            sentence = Sentence(self, start, end)
            self.sents.append(sentence)
            for word in sentence.words:
                word.sent = sentence

    def text(self, start: int, end: int) -> str:
        """Words `start` to `end` (half-open) as they stand in the text; empty where there are none."""
        last = min(end, len(self)) - 1
        return self.whole[self.starts[start] : self.starts[last] + len(self[last].text)] if last >= start else ""

    def root(self, start: int, end: int) -> Word:
        """The word that is highest in the tree, of those from `start` to `end` (half-open)."""
        return self[int(self.parsed[start:end].root.i)]


def _named(column: list[int], vocab: Vocab) -> list[str]:
    """The strings that numbers stand for; each is looked up once."""
    strings = {number: vocab.strings[number] if number else "" for number in set(column)}
    return [strings[number] for number in column]


def words_of(doc: Doc) -> Words:
    """The words of a document; made when it is first asked for, and kept with it."""
    kept: Words | None = doc.user_data.get(KEPT)
    if kept is None:
        kept = doc.user_data[KEPT] = Words(doc)
    return kept
