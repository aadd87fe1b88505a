"""Training sentences, whatever their source: words, and what that source tells of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from training.bio import bio, gum_mentions
from training.treebank import iter_sentences

OUTSIDE = "O"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence.  Shape: each column is as long as `words`, or empty where the source does not tell it.

    heads: 0 for the root, else the place of the head counted from 1.  names, mentions, phrases: BIO labels.
    """

    words: tuple[str, ...]
    tags: tuple[str, ...] = ()
    pos: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


def from_treebank(paths: Iterable[Path], *, phrases: bool = False) -> Iterator[Sentence]:
    """The sentences of CoNLL-U files; with the noun phrases of GUM's entity column if wanted."""
    for path in paths:
        for rows in iter_sentences(path):
            tokens = [row for row in rows if row[0].isdigit()]
            yield Sentence(
                words=tuple(row[1] for row in tokens),
                tags=tuple(row[4] for row in tokens),
                pos=tuple(row[3] for row in tokens),
                heads=tuple(int(row[6]) for row in tokens),
                labels=tuple(row[7] for row in tokens),
                phrases=bio(len(tokens), gum_mentions([row[9] for row in tokens])) if phrases else (),
            )


def from_docs(docs: Iterable[Doc], column: str) -> Iterator[Sentence]:
    """The sentences of documents with entities, which become the column `names` or `mentions`."""
    for doc in docs:
        for sentence in doc.sents:
            labels = tuple(t.ent_iob_ + "-" + t.ent_type_ if t.ent_type_ else OUTSIDE for t in sentence)
            yield Sentence(words=tuple(t.text for t in sentence), **{column: labels})
