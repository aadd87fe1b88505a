"""Places left for another: what follows "they went from Karsin to Osk" happens in Osk, and "the town" is Osk.

Who is only told to withdraw from Karsin to Osk, or flies there, may leave "the town" to others; where he goes on, or
comes with arms, it is Osk.
"""

from __future__ import annotations

from collections.abc import Iterator

from fogline.grounding.board import Board, Found
from fogline.grounding.nouns import nouns
from fogline.grounding.referents import is_settlement
from fogline.language.plain import Sentence, Word
from fogline.records import MentionKind

FROM = frozenset({"from", "of"})  # "out of"
AT = frozenset({"from", "of", "in", "at", "near"})
TO = frozenset({"to", "toward", "towards", "into", "for", "onto"})
GOING_ON = frozenset({"they", "it", "he", "she", "them"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def left_behind(town: Word, board: Board) -> frozenset[str]:
    """The places that "the town" cannot mean, for they were left for another, in its sentence or the one before."""
    start = town.sent.start
    before = _left(town.doc[start - 1].sent, board, going_on=_goes_on(town)) if start else []
    return frozenset(piece.text for piece in [*before, *_left(town.sent, board, until=town)])


def _left(sentence: Sentence, board: Board, *, going_on: bool = False, until: Word | None = None) -> list[Found]:
    lists, found = nouns().actors, list[Found]()
    for verb in sentence:
        driven = any(c.dep_ == "nsubj:pass" for c in verb.children)  # "were driven from Karsin", but "drove to Osk"
        leaving = verb.lemma in lists["leaving"] and (driven or verb.lemma not in lists["moving"])
        if verb.pos_ != "VERB" or (until is not None and verb.i > until.i):
            continue
        goes = verb.lemma in lists["moving"] and (until is not None or _is_of_force(verb))
        if not (going_on or (goes and not leaving)) or not (leaving or verb.lemma in lists["moving"]):
            continue
        whither = [p for p in _whither(verb, board) if until is None or p.end <= until.i]
        left = [p for p in _whence(verb, board, leaving=leaving) if p.text not in {w.text for w in whither}]
        found += left if whither else []
    return found


def _is_of_force(verb: Word) -> bool:
    """Whether men under arms go, who may meet others there: not a plane, a minister or the wounded."""
    actors, subjects = nouns().actors, [c for c in verb.children if c.dep_ == "nsubj"]
    return any(s.lemma in actors["government"] | actors["armed_men"] | actors["armed_sorts"] for s in subjects)


def _whence(verb: Word, board: Board, *, leaving: bool) -> Iterator[Found]:
    """The places from which somebody goes: "from Karsin"; of who leaves also "Karsin", "a camp at Karsin"."""
    for child in verb.children:
        if child.dep_ == "obl" and _cases(child) & (AT if leaving else FROM):
            yield from _place(child, board)
        elif leaving and child.dep_ == "obj":
            yield from _place(child, board)
            yield from (p for c in child.children if c.dep_ == "nmod" for p in _place(c, board))


def _whither(verb: Word, board: Board) -> Iterator[Found]:
    """The towns to which somebody goes, by the verb itself or by one joined to it: "left Karsin and flew to Osk"."""
    joined = [c for c in verb.children if c.dep_ == "conj" and c.lemma in nouns().actors["moving"]]
    for one in (verb, *joined):
        below = [c for c in one.children if c.dep_ == "obl"]
        for child in (*below, *(c for b in below for c in b.children if c.dep_ == "nmod")):
            if _cases(child) & TO:
                yield from (p for p in _place(child, board) if is_settlement(p))


def _cases(word: Word) -> set[str]:
    return {c.lower_ for c in word.children if c.dep_ == "case"}


def _place(word: Word, board: Board) -> Iterator[Found]:
    piece = board.at.get(word.i)
    if piece is not None and piece.kind is MentionKind.PLACE:
        yield piece


def _goes_on(town: Word) -> bool:
    """Whether a sentence tells on of who moved, and of nobody else who comes into "the town"."""
    verb = next((w for w in town.ancestors if w.pos_ == "VERB"), None)
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS] if verb is not None else []
    objects = [c for c in verb.children if c.dep_ == "obj"] if verb is not None else []
    on = bool(subjects) and all(s.lower_ in GOING_ON for s in subjects)
    return on or any(o.lower_ in ("it", "them") for o in objects)  # "rebels attacked it near the city"
