"""The spaCy component that writes onto a `Doc` what the network reads off its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, LENGTH, POS, SENT_START, SPACY, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from fogline.language.lemmas import Lemmas
from fogline.language.network import Network, Read
from fogline.language.parsed import spelt
from fogline.language.sentences import split
from fogline.language.subjects import Subjects

COLUMNS = [TAG, POS, LEMMA, DEP, HEAD, ENT_IOB, ENT_TYPE]
MENTIONS = "mentions"  # the key in `doc.spans` of all who and what are named or described
LONGEST = 200  # words read together; what is longer is cut, so that the time stays linear
NO_ENDS = ("ADP", "CCONJ", "PUNCT")  # parts of speech that no mention begins or ends with
INSIDE, OUTSIDE, BEGINS = 1, 2, 3  # spaCy's numbers

Hashes = NDArray[np.uint64]


class Annotator:
    """Gives a document tags, lemmas, a parse, `ents` (names) and `spans["mentions"]`.

    A document whose sentences are not set gets those of `fogline.language.split`.
    """

    def __init__(self, vocab: Vocab, folder: Path) -> None:
        self._network = Network(folder)
        self._lemmas = Lemmas(folder / "lemmas.json")
        self._strings = vocab.strings
        told = self._network.inventory
        self._tags, self._pos = self._hashes(told["tags"]), self._hashes(told["pos"])
        self._labels = self._hashes(["ROOT" if label == "root" else label for label in told["labels"]])
        self._subjects = Subjects(told["labels"], told["tags"])
        self._tag_names = told["tags"]
        self._name_iob, self._name_types = self._bio(told["names"])
        self._mention_values = told["mentions"]
        self._may_end = np.array([name not in NO_ENDS for name in told["pos"]])

    def __call__(self, doc: Doc) -> Doc:
        """The same document, annotated."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 1) -> Iterator[Doc]:
        """The same documents, annotated; the sentences of so many are read together, which is quicker."""
        rest = iter(docs)
        while batch := list(islice(rest, batch_size)):
            words = [spelt(doc) for doc in batch]
            bounds = [list(_bounds(doc)) for doc in batch]
            sentences = [told[a:b] for told, own in zip(words, bounds, strict=True) for a, b in own]
            reads = iter(self._network.read(sentences))
            for doc, told, own in zip(batch, words, bounds, strict=True):
                self._annotate(doc, told, own, list(islice(reads, len(own))))
            yield from batch

    def _annotate(
        self, doc: Doc, words: Sequence[str], bounds: Sequence[tuple[int, int]], reads: Sequence[Read]
    ) -> None:
        if len(doc):
            doc.from_array(COLUMNS, self._columns(words, bounds, reads))
            doc.spans[MENTIONS] = list(self._mentions(doc, bounds, reads))

    def _columns(self, words: Sequence[str], bounds: Sequence[tuple[int, int]], reads: Sequence[Read]) -> Hashes:
        """One row a word, in the order of `COLUMNS`."""
        tags = np.concatenate([read.tags for read in reads])
        names = np.concatenate([read.names for read in reads])
        rows = np.empty((len(words), len(COLUMNS)), dtype=np.uint64)
        rows[:, 0] = self._tags[tags]
        rows[:, 1] = self._pos[np.concatenate([read.pos for read in reads])]
        rows[:, 2] = [
            self._strings.add(self._lemmas.of(w, self._tag_names[t])) for w, t in zip(words, tags, strict=True)
        ]
        whole = [self._subjects.mend(read.heads, read.labels, read.tags) for read in reads]
        rows[:, 3] = self._labels[np.concatenate([labels for _, labels in whole])]
        rows[:, 4] = _offsets([heads for heads, _ in whole]).view(np.uint64)
        rows[:, 5], rows[:, 6] = mended(self._name_iob[names], self._name_types[names], [a for a, _ in bounds])
        return rows

    def _mentions(self, doc: Doc, bounds: Sequence[tuple[int, int]], reads: Sequence[Read]) -> Iterator[Span]:
        for (start, _), read in zip(bounds, reads, strict=True):
            values = [self._mention_values[i] for i in read.mentions.tolist()]
            may_end = self._may_end[read.pos].tolist()
            for a, b, kind in spans_of(values):
                inside = [i for i in range(a, b) if may_end[i]]
                if inside:
                    yield Span(doc, start + inside[0], start + inside[-1] + 1, label=kind)

    def _hashes(self, values: Sequence[str]) -> Hashes:
        return np.array([self._strings.add(value) for value in values], dtype=np.uint64)

    def _bio(self, values: Sequence[str]) -> tuple[Hashes, Hashes]:
        marks = {"B": BEGINS, "I": INSIDE, "O": OUTSIDE}
        iob = np.array([marks[value[0]] for value in values], dtype=np.uint64)
        return iob, np.array([self._strings.add(v[2:]) if v[2:] else 0 for v in values], dtype=np.uint64)


def texts(doc: Doc, text: str) -> Iterator[tuple[str, int]]:
    """Each word of a document with where it starts in its text, which is given.  Quicker than by way of tokens."""
    at = 0
    for length, spaced in doc.to_array([LENGTH, SPACY]).tolist():
        yield text[at : at + length], at
        at += length + spaced


def spans_of(values: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The spans (start, end, kind) of BIO labels; an I that goes on nothing begins a span."""
    start, kind = 0, ""
    for i, value in enumerate([*values, "O"]):
        if kind and value != f"I-{kind}":
            yield start, i, kind
            kind = ""
        if value != "O" and not kind:
            start, kind = i, value[2:]


def mended(iob: Hashes, types: Hashes, starts: Sequence[int]) -> tuple[Hashes, Hashes]:
    """The same columns, where what goes on nothing of its type, or over a sentence's end, begins anew."""
    before = np.concatenate([[np.uint64(0)], types[:-1]])
    before[list(starts)] = 0
    iob = iob.copy()
    iob[(iob == INSIDE) & (before != types)] = BEGINS
    return iob, types


def _offsets(heads: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    """The heads of all sentences as spaCy keeps them: how far away; 0 is the root."""
    whole = np.concatenate(heads)
    places = np.concatenate([np.arange(len(own)) for own in heads])
    return np.where(whole == 0, 0, whole - 1 - places)


def _bounds(doc: Doc) -> Iterator[tuple[int, int]]:
    """Where each sentence starts and ends, as words; long ones are cut."""
    if doc.has_annotation("SENT_START"):
        starts = np.flatnonzero(doc.to_array(SENT_START) == 1).tolist()
    else:
        begins = {start for start, _ in split(doc.text)}
        starts = [i for i, (_, at) in enumerate(texts(doc, doc.text)) if at in begins]
    starts = sorted({0, *starts})
    for start, end in pairwise([*starts, len(doc)]):
        for cut in range(start, end, LONGEST):
            yield cut, min(cut + LONGEST, end)


@Language.factory("fogline_annotator")  # type: ignore[untyped-decorator]
def make_annotator(nlp: Language, name: str, folder: str) -> Annotator:  # noqa: ARG001  (spaCy's signature)
    """The component of the model in `folder`."""
    return Annotator(nlp.vocab, Path(folder))
