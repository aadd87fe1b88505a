"""Those who have left an army or risen against it are not that army: "army defectors", "mutinous soldiers of the army".

They go by the words of the text, and "the defectors" of a later sentence are the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from fogline.grounding.board import Board, Found
from fogline.grounding.nouns import nouns
from fogline.language.plain import Word, Words
from fogline.records import MentionKind

FROM = frozenset({"from", "of"})
ARMED = frozenset(
    {"officer", "fighter", "member", "force", "unit", "man", "general", "commander", "faction", "element"}
)
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


def _is_the(noun: Word) -> bool:
    return noun.i > 0 and noun.doc[noun.i - 1].lower_ == "the"


def _party(word: Word, board: Board) -> Found | None:
    piece = board.at.get(word.i)
    return piece if piece is not None and piece.kind in (MentionKind.ACTOR, MentionKind.NATIONALITY) else None


def _behind_party(noun: Word, board: Board) -> Found | None:
    """As in "Norland army defectors", "army deserters"."""
    party = _party(noun.nbor(-1), board) if noun.i > noun.sent.start else None
    hung = (
        party is not None
        and party.end == noun.i
        and noun.nbor(-1).head is noun
        and noun.nbor(-1).dep_ in ("compound", "amod")
    )
    if party is None or not hung or noun.lemma not in nouns().actors["turned"]:
        return None
    return Found(party.start, noun.i + 1, MentionKind.ACTOR, f"{party.text} {noun.lower_}", rank=1)


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
