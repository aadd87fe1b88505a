"""Those who have left an army or risen against it are not that army: "army defectors", "mutinous soldiers of the army".

They go by the words of the text, and "the defectors" of a later sentence are the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fogline.grounding.board import Board, Found
from fogline.grounding.nouns import nouns
from fogline.language.plain import Word, Words
from fogline.records import MentionKind

FROM = frozenset({"from", "of"})
ARMED = frozenset(
    {"officer", "fighter", "member", "force", "unit", "man", "general", "commander", "faction", "element"}
)
PARTIES = frozenset({MentionKind.ACTOR, MentionKind.NATIONALITY})
OWNERS = PARTIES | {MentionKind.PERSON}
AWAY = frozenset({"from", "against"})


def turncoats(doc: Words, board: Board) -> Iterator[Found]:
    """The defectors, deserters and mutineers of a party, under their own name."""
    last: Found | None = None
    for noun in doc:
        if noun.tag_ not in ("NNS", "NNPS") or noun.i + 1 >= len(doc):
            continue
        found = _behind_party(noun, board) or _of_party(noun, board) or _who_left(noun, board)
        if found is None and last is not None and noun.lemma in nouns().actors["turned"] and _is_the(noun):
            found = Found(noun.i, noun.i + 1, MentionKind.ACTOR, last.text, named=False, rank=1)
        if found is not None:
            last = found if found.named else last
            yield found
            yield from _with_members(noun, found, board)


def _with_members(noun: Word, found: Found, board: Board) -> Iterator[Found]:
    """In "fighters of Omar Dane's dissidents" the fighters, whom Dane's name stood for."""
    members, party = board.at.get(noun.head.i), board.at.get(found.start)
    if noun.dep_ != "nmod" or members is None or party is None or members.named:
        return
    if members.text == party.text and members.end <= found.start:
        yield replace(members, text=found.text, key=None)


def _is_the(noun: Word) -> bool:
    return noun.i > 0 and noun.doc[noun.i - 1].lower_ == "the"


def _party(word: Word, board: Board) -> Found | None:
    piece = board.at.get(word.i)
    return piece if piece is not None and piece.kind in PARTIES else None


def _behind_party(noun: Word, board: Board) -> Found | None:
    """As in "Norland army defectors", "army deserters", "Omar Dane's dissidents"."""
    if noun.i == noun.sent.start:
        return None
    before = noun.nbor(-1)
    owned = before.tag_ == "POS" and before.i > noun.sent.start
    before = before.nbor(-1) if owned else before
    party = board.at.get(before.i)
    labels = ("nmod:poss", "flat") if owned else ("compound", "amod")
    if party is None or party.kind not in (OWNERS if owned else PARTIES) or noun.lemma not in nouns().actors["turned"]:
        return None
    if party.end != before.i + 1 or before.dep_ not in labels:
        return None
    mark = "'s" if owned else ""
    return Found(party.start, noun.i + 1, MentionKind.ACTOR, f"{party.text}{mark} {noun.lower_}", rank=1)


def _of_party(noun: Word, board: Board) -> Found | None:
    """As in "mutineers from the army", "renegade soldiers of the army"."""
    turned = [c for c in noun.children if c.dep_ == "amod" and c.lower_ in nouns().actors["turning"] and c.i < noun.i]
    head = nouns().actors
    if not (turned and noun.lemma in head["government"] | ARMED) and noun.lemma not in head["turned"]:
        return None
    for child in noun.children:
        party = _party(child, board) if child.dep_ == "nmod" and child.i > noun.i else None
        between = [t.lower_ for t in noun.doc[noun.i + 1 : party.start]] if party is not None else []
        if party is not None and between and between[0] in FROM and between[1:] in ([], ["the"]):
            start = min((c.i for c in turned), default=noun.i)
            said = noun.doc.text(start, party.end)
            said = said if noun.doc[start].pos_ == "PROPN" else f"{said[:1].lower()}{said[1:]}"
            return Found(start, party.end, MentionKind.ACTOR, said, rank=1)
    return None


def _who_left(noun: Word, board: Board) -> Found | None:
    """As in "soldiers who defected from the army"."""
    if any(c.text[:1].isupper() for c in noun.children if c.i < noun.i and c.dep_ in ("amod", "compound", "flat")):
        return None  # "Norland Shield fighters who defected from the army" have a name
    for clause in noun.children:
        if not clause.dep_.startswith("acl") or clause.lemma not in nouns().actors["defecting"]:
            continue
        for end in clause.children:
            party = _party(end, board) if end.dep_ == "obl" else None
            away = any(c.dep_ == "case" and c.lower_ in AWAY for c in end.children)
            if party is not None and away and noun.pos_ == "NOUN":
                return Found(noun.i, noun.i + 1, MentionKind.ACTOR, _lowered(noun.doc, noun.i, party.end), rank=1)
    return None


def _lowered(doc: Words, start: int, end: int) -> str:
    return f"{doc[start].lower_} {doc.text(start + 1, end)}"
