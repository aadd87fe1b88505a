"""The English engine: words, sentences, tags, lemmas, parse and names, as spaCy's `Doc`.

The shipped engine is fogline's own network; another spaCy pipeline can be named by a setting.  It has to label its
parse as Universal Dependencies do, since the rooms above read those labels.
"""

from __future__ import annotations

import json
import os
import re
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

from fogline.language.annotator import texts  # importing it registers the component
from fogline.language.names import set_names
from fogline.language.parsed import Parsed
from fogline.language.sentences import split
from fogline.language.tokenizer import english
from fogline.records import Reading, SpanKind
from fogline.records.errors import EngineError

SHIPPED = Path(__file__).parent / "model"
SETTING = "FOGLINE_ENGINE"  # "spacy:en_core_web_trf", say; the shipped model where it is not set
READ = (SpanKind.BODY, SpanKind.HEADLINE, SpanKind.STANDFIRST)
BATCH = 16  # reports handed to the pipeline together
HALVES = re.compile("[\ud800-\udfff]")  # of a character, alone: spaCy cannot hold them
LONGEST_CHUNK = 400  # characters without a blank that are cut into words together, so that the time stays linear
LONG = re.compile(rf"\S{{{LONGEST_CHUNK + 1},}}")


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
        """Parse many readings, in their order: the same as one by one.  Some of spaCy's pipelines are quicker so."""
        rest = iter(readings)
        while batch := list(islice(rest, BATCH)):
            told = [r for r in batch if r.refusal is None and r.spans is not None]
            words = [words_of(r, self.nlp) for r in told]
            docs = self.nlp.pipe((doc for doc, _ in words), batch_size=BATCH)
            parsed = {
                id(r): Parsed(set_names(doc), r.report_id, r.raw, offsets)
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
        text = HALVES.sub("\ufffd", reading.raw[span.start : span.end])
        for start, end in split(text):
            first = len(words)
            for word, at, spaced in _words(text[start:end], nlp):
                words.append(word)
                spaces.append(spaced)
                offsets.append(span.start + start + at)
                starts.append(len(words) == first + 1)
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts), tuple(offsets)


def _words(sentence: str, nlp: Language) -> Iterator[tuple[str, int, bool]]:
    """The words of a sentence: each with where it starts, and whether a blank or the end follows."""
    for start, end in _pieces(sentence):
        piece = sentence[start:end]
        for word, at in texts(nlp.tokenizer(piece), piece):
            if not word.isspace():
                last = start + at + len(word)
                yield word, start + at, last == len(sentence) or sentence[last].isspace()


def _pieces(sentence: str) -> Iterator[tuple[int, int]]:
    """The sentence whole or, where it holds a chunk longer than `LONGEST_CHUNK`, around and within such chunks."""
    done = 0
    for chunk in LONG.finditer(sentence):
        if chunk.start() > done:
            yield done, chunk.start()
        for at in range(chunk.start(), chunk.end(), LONGEST_CHUNK):
            yield at, min(at + LONGEST_CHUNK, chunk.end())
        done = chunk.end()
    if done < len(sentence):
        yield done, len(sentence)


@cache
def load(name: str | None = None) -> Engine:
    """The engine, loaded once a process.

    `name` is a model folder of fogline's, or "spacy:" and a package or folder of spaCy's; without it the setting, else
    the shipped model.
    Raises: EngineError where there is no such pipeline.
    """
    wanted = name or os.environ.get(SETTING) or str(SHIPPED)
    try:
        return Engine(_own(wanted) if (Path(wanted) / "words.onnx").is_file() else _spacy(wanted))
    except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
        raise EngineError(f"the language engine {wanted!r} cannot be loaded: {error}; unset {SETTING}") from error


def _own(folder: str) -> Language:
    """A model of fogline's: its words, and its network as the one component."""
    nlp = english()
    nlp.add_pipe("fogline_annotator", config={"folder": folder})
    return nlp


def _spacy(wanted: str) -> Language:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # versions of spaCy differ in the last digit
        nlp = spacy.load(wanted.removeprefix("spacy:"))
    return nlp


def card() -> dict[str, Any]:
    """The shipped model's name, version, and what it was trained on and measured at."""
    path = SHIPPED / "card.json"
    if not path.exists():
        raise EngineError("the shipped model has no data card: install fogline anew")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
