"""The corpora of the engine: what is trained on, and what is held out to tune by and to measure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from fogline.language.tokenizer import english
from training.entities import gmb_docs, re3d_docs
from training.examples import Sentence, from_docs, from_treebank
from training.sources import ewt_files, gum_files


@cache
def words() -> Language:
    """spaCy's English with fogline's words."""
    return english()


def treebanks(split: str) -> Iterator[Sentence]:
    """EWT and GUM: tags, parse, and GUM's noun phrases."""
    yield from from_treebank(ewt_files(split))
    yield from from_treebank(gum_files(split), phrases=True)


def named() -> Iterator[Sentence]:
    """GMB's training blocks: names."""
    return from_docs(gmb_docs(words(), held_out=False), "names")


def described() -> Iterator[Sentence]:
    """re3d's training documents: whoever and whatever is named or described."""
    return from_docs(re3d_docs(words(), held_out=False), "mentions")


def held_names(part: str) -> list[Doc]:
    """The held-out blocks of GMB: every other document for whoever tunes ("dev"), the rest to measure ("test")."""
    docs = list(gmb_docs(words(), held_out=True))
    return docs[0::2] if part == "dev" else docs[1::2]


def held_mentions() -> list[Doc]:
    """The held-out documents of re3d."""
    return list(re3d_docs(words(), held_out=True))
