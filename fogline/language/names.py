"""Names as units: what a tagger marked, made whole, kept apart and given one kind throughout a report.

A name is without article, owner's "'s", title, rank or post; what is coordinated, apposed or in brackets is a name of
its own.  The word for the thing belongs to it where it makes another thing than the bare name: "Karsin airport",
"Karsin province", "6th division"; not "Karsin city".  A force named by its nation is one name: "Syrian army".
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

from fogline.language.names_arms import arms
from fogline.language.names_cut import cut
from fogline.language.names_grow import headed, joined, missed, solid
from fogline.language.names_kinds import typed
from fogline.language.names_lexicon import FAC, LABELS, LOC, NORP, ORG, PERSON, VEHICLE, WEAPON
from fogline.language.names_words import Piece, Words, read

__all__ = ["FAC", "LABELS", "LOC", "NORP", "ORG", "PERSON", "VEHICLE", "WEAPON", "set_names", "settle"]

KNOWN = {label: label for label in LABELS} | {"GPE": LOC, "PER": PERSON}  # what taggers call it -> what it is here
ROUNDS = 4  # of making whole, at most; the second seldom changes anything


def settle(doc: Doc) -> list[Span]:
    """The names of a tagged doc, from its `ents`, words and tags; the doc is left as it is.

    Shape: spans in the order of the text, none over another or over a sentence's end, each with one of `LABELS`.
    To settle what is settled changes nothing.  The time is linear in the words.
    """
    words = read(doc)
    found = [(ent.start, ent.end, KNOWN[ent.label_]) for ent in doc.ents if ent.label_ in KNOWN]
    weapons = arms(words)
    for _ in range(ROUNDS):
        pieces = _once(words, found, weapons)
        again = [(p.start, p.end, p.label) for p in pieces]
        if again == found:
            break
        found = again
    return [Span(doc, start, end, label=label) for start, end, label in found]


def set_names(doc: Doc) -> Doc:
    """The doc itself, with its `ents` settled: a step for the end of a pipeline."""
    doc.ents = tuple(settle(doc))
    return doc


def _once(words: Words, found: list[tuple[int, int, str]], weapons: list[Piece]) -> list[Piece]:
    taken = bytearray(len(words))
    for piece in weapons:
        taken[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
    pieces = [piece for ent in found for piece in cut(words, ent, taken)]
    for piece in pieces:
        taken[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
    pieces = sorted([*weapons, *pieces, *missed(words, taken)])
    return typed(words, solid(words, headed(words, joined(words, pieces))))
