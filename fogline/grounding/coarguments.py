"""Whom "them" cannot mean: who does what is done to them, "the rebels chased them", "whose mine killed them"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fogline.grounding.board import Board, Found
from fogline.grounding.nouns import nouns
from fogline.language.plain import Word

THEM = "them"
DONE_TO = frozenset({"obj", "iobj", "obl"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
RELATIVE = frozenset({"who", "which", "that", "whose"})
SHARING = frozenset({"conj", "xcomp", "advcl"})  # verbs that may have their subject from the one above


def doers_to(pronoun: Word, board: Board) -> list[Found]:
    """The parties that do to "them" what its verb tells, and those whose arms do."""
    if pronoun.lower_ != THEM or pronoun.dep_ not in DONE_TO or pronoun.head.pos_ != "VERB":
        return []
    return [board.at[word.i] for word in _doers(pronoun.head) if word.i in board.at]


def is_one_of(party: Found, others: Iterable[Found]) -> bool:
    """Whether a party is one of others, by its name or its key."""
    return any(party.text == one.text or (party.key is not None and party.key == one.key) for one in others)


def may_be_them(party: Found, pronoun: Word) -> bool:
    """Whether "them" may be a party: "soldiers"; an army only where it is fought, "the rebels attacked them"."""
    last = pronoun.doc[party.end - 1]
    fought = last.lemma in nouns().actors["government"] and pronoun.head.lemma in nouns().actors["at_whom"]
    return pronoun.lower_ == THEM and (last.tag_ in ("NNS", "NNPS") or fought)


def are_people_before(pronoun: Word) -> bool:
    """Whether the sentence before tells of people who are no party: "The people of K left. Bombs made them leave."."""
    start = pronoun.sent.start
    before = pronoun.doc[start - 1].sent if start else ()
    return any(w.lemma in nouns().actors["civilian"] and w.tag_ in ("NNS", "NN") for w in before)


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
