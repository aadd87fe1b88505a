"""How a party is called where no name tells it: by who backs it, where it comes from, in whose hands something is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fogline.grounding.board import Board, Found
from fogline.grounding.nouns import nouns
from fogline.language.plain import Word, Words
from fogline.records import MentionKind

PEOPLES = ("i", "an", "ese", "ish")  # the ends of adjectives that name a people


def is_compound(head: Word) -> bool:
    """As in "the rebel advance"."""
    return head.tag_ == "NN" and head.dep_ == "compound"


def plural(head: Word) -> str:
    """Those whom a word in the singular means: "rebels" of "rebel"; "opposition" is already many."""
    word = head.lower_ if head.is_sent_start else head.text
    return word if head.lower_ in nouns().actors["many"] else f"{word}s"


def holds(head: Word) -> bool:
    """Whether a word tells in whose hands something is: "government hands", "under Islamist rule"."""
    before = head.dep_ in ("compound", "amod", "nmod") and head.head.i > head.i
    return before and head.head.lemma in nouns().actors["held"]


def described(start: int, end: int, text: str, doc: Words, board: Board) -> str:
    """A force that nothing names, with the words that tell which: "alliance-backed fighters", "militias from Karsin",
    "fighters supported by the alliance", "Karinni fighters"."""
    backing = nouns().actors["backing"]
    if start > doc[start].sent.start and _tells_which(doc[start - 1], doc[end - 1]):
        return f"{doc[start - 1].text} {text}"
    if start >= 3 and doc[start - 1].lower_ in backing and doc[start - 2].text == "-" and doc[start - 3].pos_ == "NOUN":
        return doc.text(start - 3, end)
    if end + 2 >= len(doc):
        return text
    after, place = doc[end], board.at.get(end + 1)
    if after.lower_ == "from" and doc[end - 1].lemma in nouns().actors["of_town"]:
        return f"{text} from {place.text}" if place is not None and place.kind is MentionKind.PLACE else text
    if after.lower_ in backing and doc[end + 1].lower_ == "by":
        last = next((t.i for t in doc[end + 2 : end + 5] if t.pos_ in ("NOUN", "PROPN")), None)
        return doc.text(start, last + 1) if last is not None else text
    return text


def _tells_which(word: Word, head: Word) -> bool:
    """As in "Karinni fighters", "the Platform coalition": of a people, a town or a body that no list knows."""
    name = word.text[:1].isupper() and not word.text.isupper() and word.pos_ in ("PROPN", "ADJ")
    if word.is_sent_start and word.pos_ == "ADJ" and not word.lower_.endswith(PEOPLES):
        return False  # "Other gunmen", "More fighters"
    stands = word.dep_ in ("amod", "compound") and word.head == head
    return name and stands and word.lower_ not in nouns().titles


def of_people(doc: Words, board: Board) -> Iterator[Found]:
    """As in "in Dorian hands", of a people without a state: the party called after it."""
    for token in doc:
        if token.i in board.at or not token.text[0].isupper() or not holds(token):
            continue
        same = (p for p in board.pieces() if p.kind is MentionKind.ACTOR and p.text.split()[0] == token.text)
        party = next(same, None)
        if token.pos_ in ("PROPN", "ADJ") and party is not None:
            yield replace(party, start=token.i, end=token.i + 1, named=False, rank=3)


def longer(doc: Words, board: Board) -> Iterator[Found]:
    """As in "the Karl Dorn brigade", "the Norlandic embassy in Karsin", "Norlandic Air Force Intelligence"."""
    units = nouns().actors["of_person"]
    for piece in board.pieces():
        after = doc[piece.end] if piece.end < doc[piece.start].sent.end else None
        if after is None or doc[piece.start].sent.start == piece.end:
            continue
        if piece.kind is MentionKind.PERSON and piece.named and after.lower_ in units:
            end = piece.end + 1
            yield Found(piece.start, end, MentionKind.ACTOR, doc.text(piece.start, end), rank=2)
        elif (piece.key or "").startswith("embassy:") and after.lower_ == "in":
            town = board.at.get(piece.end + 1)
            if town is not None and town.kind is MentionKind.PLACE and town.named:
                yield replace(piece, text=f"{piece.text} in {town.text}")
        elif (piece.key or "").startswith(("airforce:", "military:")) and after.text == "Intelligence":
            key = f"intelligence:{(piece.key or '').partition(':')[2]}"
            yield replace(piece, end=piece.end + 1, text=f"{piece.text} Intelligence", key=key)
