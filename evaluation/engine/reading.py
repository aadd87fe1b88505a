"""How a text, or a document whose words are given, is put through an engine."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from fogline.language.engine import words_of
from fogline.language.parsed import Parsed
from fogline.records import Reading, Span, SpanKind


def read_text(nlp: Language, text: str) -> Parsed:
    """A running text, read as the body of a report is: its sentences and words are the engine's.

    The names are those that the network sees; `fogline.language.names` has not made them units yet.
    """
    reading = Reading("text", text, spans=(Span(0, len(text), SpanKind.BODY),))
    doc, offsets = words_of(reading, nlp)
    return Parsed(nlp(doc), reading.report_id, text, offsets)


def read_words(nlp: Language, gold: Doc) -> Doc:
    """The words and sentences of a gold document, everything else the engine's."""
    bare = Doc(
        nlp.vocab,
        words=[t.text for t in gold],
        spaces=[bool(t.whitespace_) for t in gold],
        sent_starts=[t.is_sent_start for t in gold],
    )
    return nlp(bare)
