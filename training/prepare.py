"""Write the training and development corpora of one part of the engine as .spacy files."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from fogline.language.tokenizer import install
from training.entities import gmb_docs, re3d_docs
from training.sources import ewt_files, gum_files
from training.treebank import to_docs


def blank() -> Language:
    """spaCy's English with fogline's words."""
    nlp = spacy.blank("en")
    install(nlp)
    return nlp


def syntax(folder: Path) -> None:
    """train, dev (EWT and GUM together) and test-ewt, test-gum."""
    vocab = blank().vocab
    for split in ("train", "dev"):
        _save(folder / f"syntax-{split}.spacy", to_docs(ewt_files(split) + gum_files(split), vocab))
    _save(folder / "syntax-test-ewt.spacy", to_docs(ewt_files("test"), vocab))
    _save(folder / "syntax-test-gum.spacy", to_docs(gum_files("test"), vocab))


def entities(folder: Path) -> None:
    """train (re3d three times over: it is small and it is the language of our reports), dev, and both tests."""
    nlp = blank()
    near = list(re3d_docs(nlp, held_out=False))
    _save(folder / "entities-train.spacy", chain(gmb_docs(nlp, held_out=False), near, near, near))
    held = list(gmb_docs(nlp, held_out=True))
    _save(folder / "entities-dev.spacy", held[::2])
    _save(folder / "entities-test-gmb.spacy", held[1::2])
    _save(folder / "entities-test-re3d.spacy", re3d_docs(nlp, held_out=True))


def _save(path: Path, docs: Iterable[Doc]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    bin_ = DocBin(docs=docs, store_user_data=False)
    bin_.to_disk(path)
    print(f"{path.name}: {len(bin_)} documents")
