"""Whose an act without a subject of its own is, where grammar is sure: "by seizing K", "advanced and took K"."""

from __future__ import annotations

from fogline.claims.arguments import SUBJECTS, antecedent, is_passive
from fogline.language.plain import Word

MEANS = frozenset({"by", "after", "since", "while", "before"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def shared_subject(verb: Word) -> list[Word]:
    """The subject of the verb that this one is joined to, or that it tells the means or the time of."""
    head = verb.head
    if head is verb or head.pos_ != "VERB" or is_passive(head) or is_passive(verb):
        return []
    if not (_is_joined(verb) or _is_means(verb)):
        return []
    return [antecedent(c, head) for c in head.children if c.dep_ in SUBJECTS]


def _is_joined(verb: Word) -> bool:
    return verb.dep_ == "conj" and verb.tag_ in FINITE and verb.head.tag_ in FINITE


def _is_means(verb: Word) -> bool:
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "case")}
    return verb.dep_ in ("advcl", "obl") and verb.tag_ == "VBG" and bool(marks & MEANS)
