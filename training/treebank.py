"""CoNLL-U to spaCy: whole paragraphs as documents, so that the raw text has its real spaces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

SENTENCES_A_DOC = 8


def iter_sentences(path: Path) -> Iterator[list[list[str]]]:
    """The token rows of each sentence; ranges (1-2) and empty nodes (1.1) are left out."""
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            if rows:
                yield rows
            rows = []
        elif not line.startswith("#"):
            row = line.split("\t")
            if row[0].isdigit() or "-" in row[0]:
                rows.append(row)
    if rows:
        yield rows


def to_docs(paths: Iterable[Path], vocab: Vocab) -> Iterator[Doc]:
    """Documents of up to eight sentences with words, spaces, tags, morphology, lemmas, heads and labels."""
    for path in paths:
        sentences = list(iter_sentences(path))
        for i in range(0, len(sentences), SENTENCES_A_DOC):
            yield _doc(sentences[i : i + SENTENCES_A_DOC], vocab)


def _doc(sentences: list[list[list[str]]], vocab: Vocab) -> Doc:
    columns: dict[str, list] = {k: [] for k in ("words", "spaces", "tags", "pos", "morphs", "lemmas", "deps", "heads")}
    for rows in sentences:
        base = len(columns["words"])
        glued = _glued(rows)
        tokens = [r for r in rows if r[0].isdigit()]
        for i, row in enumerate(tokens):
            head = int(row[6])
            columns["words"].append(row[1])
            columns["spaces"].append("SpaceAfter=No" not in row[9] and int(row[0]) not in glued)
            columns["tags"].append(row[4])
            columns["pos"].append(row[3])
            columns["morphs"].append("" if row[5] == "_" else row[5])
            columns["lemmas"].append(row[2])
            columns["deps"].append(row[7] if head else "ROOT")
            columns["heads"].append(base + (head - 1 if head else i))
    return Doc(vocab, **columns)


def _glued(rows: list[list[str]]) -> set[int]:
    """Ids of tokens that no space follows, because a multiword range (1-2) goes on or ends without one."""
    glued: set[int] = set()
    for row in rows:
        if "-" in row[0]:
            first, last = (int(x) for x in row[0].split("-"))
            glued |= set(range(first, last))
            if "SpaceAfter=No" in row[9]:
                glued.add(last)
    return glued
