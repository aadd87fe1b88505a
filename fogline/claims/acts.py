"""Which words of a sentence tell an act, and the frames that they may stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fogline.claims.arguments import OBLIQUE
from fogline.claims.codebook import Codebook, Frame, codebook
from fogline.claims.scene import case_of
from fogline.language.plain import Sentence, Word

REACH = 3  # words from a verb to its particle
PARTICLES = frozenset({"out", "off", "away", "over", "under"})


def iter_acts(sentence: Sentence) -> Iterator[tuple[Word, tuple[Frame, ...]]]:
    """Every verb or noun of the code book in a sentence, with its frames, the longest expression's first."""
    book = codebook()
    for token in sentence:
        frames = frames_of(token, book)
        if frames:
            yield token, frames


def frames_of(token: Word, book: Codebook) -> tuple[Frame, ...]:
    """The frames of a word: as a verb with its particle or object, as a noun, or as what somebody or a place is."""
    found: tuple[Frame, ...] = ()
    if token.pos_ in ("NOUN", "PROPN"):
        found = book.nouns.get(token.lemma, ()) or book.nouns.get(token.lower_, ())
    elif token.pos_ in ("ADJ", "ADV") and token.lower_ in book.states:
        is_said = token.pos_ == "ADJ" or any(c.dep_ == "cop" for c in token.children)
        found = book.states[token.lower_] if is_said else ()
    elif token.pos_ == "VERB" or (token.tag_.startswith("VB") and token.pos_ != "AUX"):
        told = expressions(token) if token.lemma in book.openers else [(token.lemma, False)]
        if any(" " in key and key in book.sufferers for key, _ in told):  # "came under attack": nobody came
            return ()
        found = tuple(frame for key, whole in told for frame in _frames(key, book, whole=whole))
    if token.i > token.sent.start + 1 and token.doc[token.i - 1].text == "-":  # "rebel-held" is read as a compound
        return book.nouns.get(f"{token.doc[token.i - 2].lower_}-{token.lemma}", ())
    return found


def _frames(key: str, book: Codebook, *, whole: bool) -> tuple[Frame, ...]:
    """The frames of an expression; one that holds its own object ("exchange fire") asks for no other."""
    found = book.verbs.get(key, ())
    return tuple(replace(frame, object="any") for frame in found) if whole else found


def expressions(verb: Word) -> list[tuple[str, bool]]:
    """The verb with particle and object ("run up flag"), particle ("pull out"), bare object ("open fire") or a phrase
    ("lie in wait"), and alone; the longer ones first.

    The flag says whether the expression holds the verb's object.
    """
    word = verb.lemma
    longer: list[tuple[str, bool]] = []
    keys: list[tuple[str, bool]] = []
    particle = ""
    for child in verb.children:
        if child.dep_ in ("compound:prt", "advmod", "xcomp") and verb.i < child.i <= verb.i + REACH:
            particle = child.lower_
            keys.append((f"{word} {particle}", False))
        elif child.dep_ == "obj":
            keys.append((f"{word} {child.lemma}", True))
            if particle:
                longer.append((f"{word} {particle} {child.lemma}", True))
        elif child.dep_ in OBLIQUE:  # "pulled out of K": the parser hangs the particle on K
            keys += [(f"{word} {c.lower_}", False) for c in particles(child) if c.i <= verb.i + REACH]
            longer.append((f"{word} {case_of(child)} {child.lemma}", False))
    return [*longer, *keys, (word, False)]


def particles(noun: Word) -> list[Word]:
    """The words before a noun that may belong to the verb: "out" of "out of K", "off" of "off the road"."""
    return [c for c in noun.children if c.dep_ == "case" and c.lower_ in PARTICLES]
