"""Entity corpora to spaCy documents with sentences: the Groningen Meaning Bank, and re3d."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from fogline.language.sentences import split
from training.sources import GMB, RE3D, RE3D_HELD_OUT, RE3D_LEFT_OUT

GMB_LABELS = {"geo": "LOC", "gpe": "NORP", "org": "ORG", "per": "PERSON"}
RE3D_LABELS = {
    "Location": "LOC",
    "Nationality": "NORP",
    "Organisation": "ORG",
    "Person": "PERSON",
    "Weapon": "WEAPON",
    "MilitaryPlatform": "VEHICLE",
    "Vehicle": "VEHICLE",
}
GMB_HELD_OUT = 10  # every tenth block of 100 sentences
CLOSING = frozenset({".", ",", ";", ":", "!", "?", "'s", "%", ")", "n't", "''"})
TOGETHER = 5  # sentences of a document

Marks = list[tuple[int, int, str]]


def gmb_docs(nlp: Language, *, held_out: bool) -> Iterator[Doc]:
    """Documents of five sentences, of the training blocks or of the held-out ones."""
    kept = (s for i, s in enumerate(_gmb_sentences()) if ((i // 100) % GMB_HELD_OUT == 0) == held_out)
    while five := list(islice(kept, TOGETHER)):
        yield document(nlp, [_gmb_text(sentence) for sentence in five])


def _gmb_sentences() -> Iterator[list[tuple[str, str]]]:
    path = next(GMB.path().rglob("ner_dataset.csv"))
    sentence: list[tuple[str, str]] = []
    with path.open(encoding="latin-1", newline="") as file:
        for row in csv.DictReader(file):
            if row["Sentence #"] and sentence:
                yield sentence
                sentence = []
            sentence.append((row["Word"], row["Tag"]))
    yield sentence


def _gmb_text(sentence: list[tuple[str, str]]) -> tuple[str, Marks]:
    """A sentence as running text, with its names."""
    text, marks = "", []
    opened: tuple[int, str] | None = None
    for word, tag in sentence:
        if opened and not tag.startswith("I-"):
            marks.append((opened[0], len(text), opened[1]))
            opened = None
        if text and word not in CLOSING:
            text += " "
        kind = GMB_LABELS.get(tag[2:])
        if tag.startswith("B-") and kind:
            opened = (len(text), kind)
        text += word
    if opened:
        marks.append((opened[0], len(text), opened[1]))
    return text, marks


def re3d_docs(nlp: Language, *, held_out: bool) -> Iterator[Doc]:
    """The documents of the folders that may be used, of the training part or of the held-out one."""
    for folder in sorted(RE3D.path().iterdir()):
        if (folder / "documents.json").is_file() and folder.name not in RE3D_LEFT_OUT:
            marked = _re3d_marks(folder / "entities.json")
            for row in _json_lines(folder / "documents.json"):
                if (row["_id"][0].lower() in RE3D_HELD_OUT) == held_out:
                    text, marks = row["text"], marked.get(row["_id"], [])
                    parts = [
                        (text[a:b], [(s - a, e - a, k) for s, e, k in marks if a <= s < b]) for a, b in split(text)
                    ]
                    yield document(nlp, parts)


def _re3d_marks(path: Path) -> dict[str, Marks]:
    marked: dict[str, Marks] = {}
    for row in _json_lines(path):
        if row["type"] in RE3D_LABELS:
            marked.setdefault(row["documentId"], []).append((row["begin"], row["end"], RE3D_LABELS[row["type"]]))
    return marked


def _json_lines(path: Path) -> Iterator[dict]:
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        if line.strip():
            yield json.loads(line)


def document(nlp: Language, sentences: Iterable[tuple[str, Marks]]) -> Doc:
    """A document of sentences with entities; of nested ones the longest.

    An entity that begins within a word is none ("st ISIL" for a ship's name): re3d has some of these.
    """
    parts = [_sentence(nlp, text, marks) for text, marks in sentences if text.strip()]
    return Doc.from_docs(parts, ensure_whitespace=True) if parts else Doc(nlp.vocab)


def _sentence(nlp: Language, text: str, marks: Marks) -> Doc:
    doc = nlp.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    found = [doc.char_span(a, min(b, len(text)), label=label, alignment_mode="expand") for a, b, label in marks]
    starts = {a for a, _, _ in marks}
    doc.ents = filter_spans([s for s in found if s is not None and s.start_char in starts])
    return doc
