"""Whom "them" cannot mean: who does what is done to them, "the rebels chased them", "whose mine killed them"."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.grounding.board import Board, Found
from fogline.language.plain import Word

OBJECTS = frozenset({"it", "them"})
DONE_TO = frozenset({"obj", "iobj", "obl"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
RELATIVE = frozenset({"who", "which", "that", "whose"})
SHARING = frozenset({"conj", "xcomp", "advcl"})  # verbs that may have their subject from the one above


def doers_to(pronoun: Word, board: Board) -> list[Found]:
    """The parties that do to "it" or "them" what its verb tells, and those whose arms do."""
    if pronoun.lower_ not in OBJECTS or pronoun.dep_ not in DONE_TO or pronoun.head.pos_ != "VERB":
        return []
    return [board.at[word.i] for word in _doers(pronoun.head) if word.i in board.at]


def _doers(verb: Word) -> Iterator[Word]:
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    while not own and verb.dep_ in SHARING and verb.head.pos_ == "VERB":
        verb = verb.head
        own = [c for c in verb.children if c.dep_ in SUBJECTS]
    for subject in own:
        owners = [c for c in subject.children if c.dep_ == "nmod:poss"]
        yield from (subject, *owners)
        if verb.dep_.startswith("acl") and any(w.lower_ in RELATIVE for w in (subject, *owners)):
            yield verb.head
