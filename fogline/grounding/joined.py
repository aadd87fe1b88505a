"""Names of places cut short: "Kasr Dorn" where one word of it is known, or none, and the parser joins both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fogline.grounding.board import Board, Found
from fogline.grounding.nouns import nouns
from fogline.language.plain import Word, Words
from fogline.records import MentionKind

GAZETTEER, ENGINE, UNCLAIMED = 4, 6, 7  # the ranks of names of unsure extent: known, only seen, by their place alone


def joined(words: Words, board: Board) -> Iterator[Found]:
    """Places with the name behind them that belongs to theirs, as one."""
    for piece in board.pieces():
        if piece.kind is not MentionKind.PLACE or piece.end - piece.start > 1 or not _is_unsure(piece):
            continue
        start = piece.start
        if start > words[start].sent.start and start - 1 not in board.at and piece.rank == ENGINE:
            start -= _is_begun(words[start - 1], words[start])
        end = piece.end
        if end < words[start].sent.end and _belongs(words[end - 1], words[end]):
            after = board.at.get(end)
            end += after is None or (after.end - after.start == 1 and _is_unsure(after))
        if end - start > 1:
            yield replace(piece, start=start, end=end, text=words.text(start, end), rank=UNCLAIMED)


def _is_unsure(piece: Found) -> bool:
    """Whether a name is known by no list that tells who or what it is."""
    return piece.named and piece.key is None and GAZETTEER <= piece.rank <= UNCLAIMED


def _is_begun(first: Word, second: Word) -> bool:
    """Whether a word without a reading of its own is the first of a name."""
    named = first.pos_ == "PROPN" and first.text.istitle() and first.lower_ not in nouns().not_names | nouns().titles
    return named and first.dep_ == "compound" and first.head == second and not _tells_sort(first)


def _belongs(first: Word, second: Word) -> bool:
    """Whether the parser reads two words as one name, the second no word for a kind of place or force."""
    one = second.dep_ == "flat" or (first.dep_ == "compound" and first.head == second)
    return one and second.pos_ == "PROPN" and second.text[0].isupper() and not _tells_sort(second)


def _tells_sort(word: Word) -> bool:
    """As in "Karsin Bridge", "the Karsin Brigade"."""
    lists, low = nouns(), word.lemma
    places = set(lists.after_name) | lists.facilities["nouns"] | lists.before_of["same"] | lists.before_of["part"]
    return low in places or lists.is_force(low) or low in lists.actors["group"] or low in lists.unknown_place["sorts"]
