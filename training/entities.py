"""Entity corpora to spaCy documents: Groningen Meaning Bank sentences and re3d documents."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from training.sources import GMB, RE3D, RE3D_HELD_OUT, RE3D_LEFT_OUT

GMB_LABELS = {"geo": "LOC", "gpe": "NORP", "org": "ORG", "per": "PERSON"}
RE3D_LABELS = {"Location": "LOC", "Nationality": "NORP", "Organisation": "ORG", "Person": "PERSON"}
GMB_HELD_OUT = 10  # every tenth block of 100 sentences
CLOSING = frozenset({".", ",", ";", ":", "!", "?", "'s", "%", ")", "n't", "''"})


def gmb_docs(nlp: Language, *, held_out: bool) -> Iterator[Doc]:
    """Documents of five sentences, of the training blocks or of the held-out ones."""
    rows: list[list[tuple[str, str]]] = []
    for i, sentence in enumerate(_gmb_sentences()):
        if ((i // 100) % GMB_HELD_OUT == 0) == held_out:
            rows.append(sentence)
        if len(rows) == 5:
            yield _gmb_doc(nlp, rows)
            rows = []
    if rows:
        yield _gmb_doc(nlp, rows)


def _gmb_sentences() -> Iterator[list[tuple[str, str]]]:
    path = GMB.path() / "entity-annotated-corpus" / "ner_dataset.csv"
    sentence: list[tuple[str, str]] = []
    with path.open(encoding="latin-1", newline="") as file:
        for row in csv.DictReader(file):
            if row["Sentence #"] and sentence:
                yield sentence
                sentence = []
            sentence.append((row["Word"], row["Tag"]))
    yield sentence


def _gmb_doc(nlp: Language, sentences: list[list[tuple[str, str]]]) -> Doc:
    text, spans = "", []
    opened: tuple[int, str] | None = None
    for word, tag in (pair for sentence in sentences for pair in sentence):
        if opened and not tag.startswith("I-"):
            spans.append((opened[0], len(text), opened[1]))
            opened = None
        if text and word not in CLOSING:
            text += " "
        kind = GMB_LABELS.get(tag[2:])
        if tag.startswith("B-") and kind:
            opened = (len(text), kind)
        text += word
    if opened:
        spans.append((opened[0], len(text), opened[1]))
    return _with_entities(nlp, text, spans)


def re3d_docs(nlp: Language, *, held_out: bool) -> Iterator[Doc]:
    """The documents of the folders that may be used, of the training part or of the held-out one."""
    for folder in sorted(RE3D.path().iterdir()):
        if (folder / "documents.json").is_file() and folder.name not in RE3D_LEFT_OUT:
            marked: dict[str, list[tuple[int, int, str]]] = {}
            for row in _json_lines(folder / "entities.json"):
                if row["type"] in RE3D_LABELS:
                    span = (row["begin"], row["end"], RE3D_LABELS[row["type"]])
                    marked.setdefault(row["documentId"], []).append(span)
            for row in _json_lines(folder / "documents.json"):
                if (row["_id"][0].lower() in RE3D_HELD_OUT) == held_out:
                    yield _with_entities(nlp, row["text"], marked.get(row["_id"], []))


def _json_lines(path: Path) -> Iterator[dict]:
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        if line.strip():
            yield json.loads(line)


def _with_entities(nlp: Language, text: str, spans: list[tuple[int, int, str]]) -> Doc:
    doc = nlp.make_doc(text)
    found = (doc.char_span(a, b, label=label, alignment_mode="expand") for a, b, label in spans)
    doc.ents = filter_spans([span for span in found if span is not None])
    return doc
