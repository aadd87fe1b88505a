"""Parties that act together: "they" and "both armies", behind "Norland and Doria attacked Karsin", are all of them."""

from __future__ import annotations

from fogline.grounding.board import Board, Found
from fogline.grounding.history import REFERENCE
from fogline.language.plain import Word, Words
from fogline.records import MentionKind

AGAINST = frozenset({"fight", "clash", "battle", "trade", "exchange", "skirmish", "duel"})  # what two do to each other


def together(party: Found, board: Board, doc: Words) -> list[Found]:
    """Those whom "they" means, of a party: also those with it, but not those who fought each other."""
    found = joint(party, board, doc)
    verbs = {doc[i].head.lemma for one in found for i in range(one.start, one.end) if doc[i].head.pos_ == "VERB"}
    return found if not verbs & AGAINST else [party]


def joint(party: Found, board: Board, doc: Words) -> list[Found]:
    """A party with those that "and" joins to it, in the order of the text; alone where it stands alone."""
    if party.rank == REFERENCE:
        return [party]
    root = doc.root(party.start, party.end) if party.end > party.start + 1 else doc[party.start]
    heads = sorted({root, *root.conjuncts, *_sharing(root)}, key=lambda word: word.i)
    if not any(c.lower_ == "and" for head in heads for c in head.children):
        return [party]
    found = [board.at[head.i] for head in heads if head.i in board.at]
    parties = {piece.key or piece.text: piece for piece in found if piece.kind is MentionKind.ACTOR}
    return list(parties.values()) if len(parties) > 1 and (party.key or party.text) in parties else [party]


def _sharing(noun: Word) -> list[Word]:
    """The people's adjectives before a noun: those of "Norlandic and Dorian troops"."""
    first = [c for c in noun.children if c.dep_ in ("amod", "compound") and c.i < noun.i]
    return [word for c in first for word in (c, *c.conjuncts) if word.i < noun.i]
