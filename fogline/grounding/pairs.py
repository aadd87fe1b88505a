"""Which of two that were named together "the former" and "the latter" mean."""

from __future__ import annotations

from fogline.grounding.board import Board, Found
from fogline.language.plain import Sentence, Word, Words
from fogline.records import MentionKind

WHICH = {"former": 0, "latter": 1}
PARTIES = frozenset({MentionKind.ACTOR, MentionKind.PERSON})


def is_of_pair(token: Word) -> bool:
    """As in "the loss of the former", but not "the former president"."""
    if token.lower_ not in WHICH or token.i == token.sent.start or token.doc[token.i - 1].lower_ != "the":
        return False
    follows = token.doc[token.i + 1] if token.i + 1 < token.sent.end else None
    return follows is None or follows.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")


def of_pair(token: Word, board: Board, before: Sentence | None) -> Found | None:
    """The one that is meant, of the last two named in one breath in this sentence or the one before."""
    doc = token.doc
    start = before.start if before is not None else token.sent.start
    pair: tuple[Found, Found] | None = None
    for second in dict.fromkeys(board.at[i] for i in range(start, token.i) if i in board.at):
        if second.named and start <= second.start and second.end <= token.i:
            first = _joined(second, doc, board)
            pair = (first, second) if first is not None else pair
    return pair[WHICH[token.lower_]] if pair is not None else None


def _joined(second: Found, doc: Words, board: Board) -> Found | None:
    """The name that "and" or "or" joins a name to, where both name places, or both parties."""
    root = doc.root(second.start, second.end) if second.end > second.start + 1 else doc[second.start]
    if root.dep_ != "conj":
        return None
    first = board.at.get(root.head.i)
    if first is None or first is second or first.end > second.start or first.text == second.text:
        return None
    same = first.kind is second.kind or {first.kind, second.kind} <= PARTIES
    more = [w for w in root.head.children if w.dep_ == "conj" and w.i != root.i]
    return first if same and not more else None
