"""Which words of a sentence tell an act, and the frames that they may stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from fogline.claims.codebook import Codebook, Frame, codebook
from fogline.language.parsed import lemma


def iter_acts(sentence: Span) -> Iterator[tuple[Token, tuple[Frame, ...]]]:
    """Every verb or noun of the code book in a sentence, with its frames, the longest expression's first."""
    book = codebook()
    for token in sentence:
        frames = frames_of(token, book)
        if frames:
            yield token, frames


def frames_of(token: Token, book: Codebook) -> tuple[Frame, ...]:
    """The frames of a word: as a verb with its particle or object, or as a noun."""
    if token.i > token.sent.start and token.doc[token.i - 1].text == "-":  # "rebel-held": read as a compound
        return ()
    if token.pos_ == "VERB" or (token.tag_.startswith("VB") and token.pos_ != "AUX"):
        return tuple(frame for key, whole in expressions(token) for frame in _frames(key, book, whole=whole))
    if token.pos_ in ("NOUN", "PROPN"):
        return book.nouns.get(lemma(token), ()) or book.nouns.get(token.lower_, ())
    return ()


def _frames(key: str, book: Codebook, *, whole: bool) -> tuple[Frame, ...]:
    """The frames of an expression; one that holds its own object ("exchange fire") asks for no other."""
    found = book.verbs.get(key, ())
    return tuple(replace(frame, object="any") for frame in found) if whole else found


def expressions(verb: Token) -> list[tuple[str, bool]]:
    """The verb with its particle ("pull out"), with its bare object ("open fire"), and alone.

    The flag says whether the expression holds the verb's object.
    """
    word = lemma(verb)
    keys: list[tuple[str, bool]] = []
    for child in verb.children:
        if child.dep_ in ("compound:prt", "advmod") and child.i in (verb.i + 1, verb.i + 2, verb.i + 3):
            keys.append((f"{word} {child.lower_}", False))
        elif child.dep_ == "obj":
            keys.append((f"{word} {lemma(child)}", True))
    return [*keys, (word, False)]
