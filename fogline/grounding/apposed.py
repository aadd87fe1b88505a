"""Whom a description beside a name means: "the Northern Front (NF), a militia backed by Norland, took Karsin".

And whom one means that is made up with another's name: "the Northern Front offshoot" is not the Northern Front.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fogline.grounding.board import Board, Found
from fogline.language.plain import Words
from fogline.records import MentionKind

ARTICLES = ("a", "an")
OFFSHOOTS = frozenset({"offshoot", "affiliate", "splinter", "franchise", "breakaway", "spinoff"})
GROUP = "group:"  # the keys of armed groups
LONGEST = 6  # words between the article and what is described


def apposed(words: Words, board: Board) -> Iterator[Found]:
    """The descriptions that stand behind a party's name and a comma, under that name."""
    for piece in board.pieces():
        if piece.kind is MentionKind.ACTOR and not piece.named:
            named = _before(piece, words, board)
            if named is not None and not _goes_on(piece, words):
                yield replace(piece, text=named.text, key=named.key)


def offshoots(words: Words, board: Board) -> Iterator[Found]:
    """As in "the Front affiliate": the group that was named last, if it is definite; else nobody who has a name."""
    last: Found | None = None
    for piece in board.pieces():
        if piece.kind is not MentionKind.ACTOR:
            continue
        if piece.named and piece.end < len(words) and words[piece.end].lemma in OFFSHOOTS:
            definite = piece.start > 0 and words[piece.start - 1].lower_ == "the"
            start = piece.end if _tells_who(piece, words) else piece.start
            meant = last if definite and last is not None and last.key != piece.key else None
            text = meant.text if meant else words.text(piece.start, piece.end + 1)
            key = meant.key if meant else None
            yield Found(start, piece.end + 1, MentionKind.ACTOR, text, key, named=False, rank=3)
        elif (piece.key or "").startswith(GROUP):
            last = piece


def _tells_who(piece: Found, words: Words) -> bool:
    """Whether it says what somebody is, "X, the Front affiliate", so that the Front itself is told of, too."""
    at = piece.start - 2 if piece.start > 1 and words[piece.start - 1].pos_ == "DET" else piece.start - 1
    return at >= words[piece.start].sent.start and (words[at].text in (",", "(", "–", "-") or words[at].lemma == "be")


def _before(piece: Found, words: Words, board: Board) -> Found | None:
    """The party named right before ", a ..."."""
    start = words[piece.start].sent.start
    at = piece.start - 1
    while at > start and words[at].lower_ not in ARTICLES and piece.start - at <= LONGEST:
        if words[at].pos_ in ("VERB", "ADP", "CCONJ") and words[at].tag_ != "VBN":
            return None
        at -= 1
    if at - 2 < start or words[at].lower_ not in ARTICLES or words[at - 1].text != ",":
        return None
    at -= 2
    if words[at].text == ")":
        while at > start and words[at].text != "(":
            at -= 1
        at -= 1
    named = board.at.get(at)
    return named if named is not None and named.named and named.kind is MentionKind.ACTOR else None


def _goes_on(piece: Found, words: Words) -> bool:
    """Whether a list goes on: "between the Front, a militia and the police"."""
    return piece.end < len(words) and words[piece.end].lower_ in ("and", "or")
