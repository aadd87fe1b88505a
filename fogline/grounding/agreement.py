"""Which of two parties a pronoun agrees with: "The army took Karsin from the rebels. They had held it since May." """

from __future__ import annotations

from collections.abc import Iterable

from fogline.grounding.board import Found
from fogline.language.plain import Word, Words
from fogline.records import MentionKind

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
MANY, ONE = frozenset({"NNS", "NNPS"}), frozenset({"NN"})


def agreeing(pronoun: Word, near: Iterable[tuple[int, Found, bool]], number: int) -> Found | None:
    """The one party of the sentence before that is of the pronoun's number, where its subject is not.

    `near`: the parties told of in this sentence (of that `number`) and the one before.  `None` where it stays open.
    """
    told = list(near)
    if pronoun.dep_ not in SUBJECTS or any(said == number for said, _, _ in told):
        return None
    own, other = (MANY, ONE) if pronoun.lower_ == "they" else (ONE, MANY)
    parties = [(piece, subject) for _, piece, subject in told if piece.kind is MentionKind.ACTOR]
    subjects = [piece for piece, subject in parties if subject]
    if not subjects or any(_tag(piece, pronoun.doc) not in other for piece in subjects):
        return None
    fitting = {piece.text: piece for piece, _ in parties if _tag(piece, pronoun.doc) in own}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _tag(piece: Found, words: Words) -> str:
    last = words[piece.end - 1]
    return "NN" if last.lower_ == "it" else last.tag_
