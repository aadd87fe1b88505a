"""The English engine: words, sentences, tags, lemmas, parse and entities, through spaCy."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from fogline.language.parsed import Parsed
from fogline.language.sentences import split
from fogline.records import Reading, SpanKind
from fogline.records.errors import EngineError

SHIPPED = Path(__file__).parent / "model"
SETTING = "FOGLINE_ENGINE"  # "spacy:en_core_web_trf", say; the shipped model where it is not set
READ = (SpanKind.BODY, SpanKind.HEADLINE)
BATCH = 16  # reports parsed together
LONGEST_SENTENCE = 400  # words; what is longer is cut, so that the time stays linear


@dataclass(frozen=True, slots=True)
class Engine:
    """A report stage: gives `parse`, the story's words with their grammar and names."""

    nlp: Language
    name: str = "language"
    needs: tuple[str, ...] = ("spans",)
    gives: tuple[str, ...] = ("parse",)

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its parse."""
        return next(self.pipe([reading]))

    def pipe(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """Parse many readings, in their order; the same as one by one, and quicker."""
        rest = iter(readings)
        while batch := list(islice(rest, BATCH)):
            told = [r for r in batch if r.refusal is None and r.spans is not None]
            words = [words_of(r, self.nlp) for r in told]
            docs = self.nlp.pipe((doc for doc, _ in words), batch_size=BATCH)
            parsed = {
                id(r): Parsed(doc, r.report_id, r.raw, offsets)
                for r, doc, (_, offsets) in zip(told, docs, words, strict=True)
            }
            for reading in batch:
                parse = parsed.get(id(reading))
                yield reading if parse is None else replace(reading, parse=parse)


def words_of(reading: Reading, nlp: Language) -> tuple[Doc, tuple[int, ...]]:
    """The words of a reading's story as one `Doc` with its sentences set, and where each word stands in raw."""
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool] = []
    offsets: list[int] = []
    for span in reading.spans or ():
        if span.kind not in READ:
            continue
        text = reading.raw[span.start : span.end]
        for start, end in split(text):
            tokens = [t for t in nlp.tokenizer(text[start:end]) if not t.is_space]
            for i, token in enumerate(tokens):
                after = tokens[i + 1] if i + 1 < len(tokens) else None
                words.append(token.text)
                spaces.append(after is None or after.idx > token.idx + len(token))
                starts.append(i % LONGEST_SENTENCE == 0)
                offsets.append(span.start + start + token.idx)
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts), tuple(offsets)


@cache
def load(name: str | None = None) -> Engine:
    """The engine, loaded once a process.  `name` is a spaCy package or folder; the setting, else the shipped one.

    Raises: EngineError where there is no such pipeline.
    """
    wanted = name or os.environ.get(SETTING) or str(SHIPPED)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # versions of spaCy differ in the last digit
            nlp = spacy.load(wanted.removeprefix("spacy:"))
    except (OSError, ValueError, ImportError) as error:
        raise EngineError(f"the language engine {wanted!r} cannot be loaded: {error}; unset {SETTING}") from error
    return Engine(nlp)


def card() -> dict[str, Any]:
    """The shipped model's name, version, and what it was trained on and measured at."""
    path = SHIPPED / "card.json"
    if not path.exists():
        raise EngineError("the shipped model has no data card: install fogline anew")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
