"""Names that only the engine sees, and takes for people or groups: which of them are places, by how they stand.

Source, with the trials' figures: docs/decisions/0045-which-place-is-meant.md
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from fogline.grounding.antecedents import is_taken
from fogline.grounding.board import Board, Found
from fogline.grounding.nouns import nouns
from fogline.language.plain import Word, Words
from fogline.records import MentionKind

ENGINE = 6  # the rank of what only the engine sees
UNSURE = frozenset({MentionKind.PERSON, MentionKind.ACTOR})


def lay_unsure(board: Board, doc: Words) -> None:
    """Lay down as places the unsure names that stand as places somewhere, and nowhere as somebody."""
    unsure = [p for p in board.pieces() if p.rank == ENGINE and p.kind in UNSURE]
    places: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for piece in unsure:
        places[piece.text] += stands_as_place(piece, board, doc)
        others[piece.text] += stands_as_somebody(piece, doc)
    for piece in unsure:
        if is_numbered(piece, doc) or (places[piece.text] and not others[piece.text]):
            board.put(replace(piece, kind=MentionKind.PLACE))


def lay_surnames(board: Board, doc: Words) -> None:
    """Lay down the last names of people whom the report names in full: "Mr Karl" of "Otto Karl".

    What else is known under that name gives way where it stands as somebody, and what only the engine sees does.  Whom
    the roster knows it finds by itself.
    """
    full = {p.text for p in board.pieces() if p.kind is MentionKind.PERSON and " " in p.text and p.key is None}
    people = {name.split()[-1] for name in full}
    for token in doc:
        under = board.at.get(token.i)
        if token.text not in people or (under is not None and under.kind is not MentionKind.PLACE):
            continue
        piece = Found(token.i, token.i + 1, MentionKind.PERSON, token.text, rank=ENGINE)
        if under is not None and (under.end > under.start + 1 or (under.key or "").startswith("country:")):
            continue
        if stands_as_somebody(piece, doc) or (under is not None and under.rank >= ENGINE):
            board.put(piece)


def is_numbered(piece: Found, doc: Words) -> bool:
    """As in "Hill 677", "Route 9"."""
    after = doc[piece.end] if piece.end < doc[piece.start].sent.end else None
    return after is not None and after.text.isdigit() and doc[piece.end - 1].lemma in nouns().definite_place["numbered"]


def stands_as_place(piece: Found, board: Board, doc: Words) -> bool:
    """As in "near Karsin", "Karsin was lost", "Karsin, a village", "Dor and Karsin", "the garrison of Karsin"."""
    root = _root(piece, doc)
    lists = nouns().unknown_place
    return (
        _before(piece, doc) in lists["prepositions"] | lists["about"]
        or is_taken(root)
        or _is_fought_over(root)
        or any(word.lemma in lists["sorts"] for word in _apposed(root))
        or _names_a_sort(root)
        or _belongs(root)
        or _is_of_sorts(root)
        or _listed(root, board)
        or _goes_on_as_place(piece, doc)
        or _is_taken_behind(root)
    )


def stands_as_somebody(piece: Found, doc: Words) -> bool:
    """As in "General Karl", "Karl said", "Karl's men", "by Karl", "Karl, a teacher", "Karl, who ..."."""
    root = _root(piece, doc)
    lists = nouns().unknown_place
    before = _before(piece, doc)
    owned = root.dep_ in ("nmod:poss", "compound") and root.head.lemma in nouns().actors["owner"] | lists["kin"]
    speaks = root.dep_ == "nsubj" and root.head.lemma in lists["speaking"]
    sort = any(word.lemma in nouns().speakers or word.pos_ == "NUM" for word in _apposed(root))
    return (
        before in nouns().titles
        or _is_called_a_group(piece, doc)
        or (before in ("by", "to") and root.dep_ == "obl:agent")
        or owned
        or speaks
        or sort
        or any(word.lower_ == "who" for child in root.children for word in child.children)
    )


def _is_called_a_group(piece: Found, doc: Words) -> bool:
    """As in "the Karsin Alliance", "the National Front"; not "the Northern Front"."""
    lists = nouns().unknown_place
    before = doc[piece.end - 2].lower_ if piece.end - piece.start > 1 else ""
    return bool(before) and doc[piece.end - 1].lower_ in lists["groups"] and before not in nouns().regions["directions"]


def _is_fought_over(root: Word) -> bool:
    """As in "Karsin was fought over"."""
    over = any(child.lower_ == "over" for child in root.head.children)
    return root.dep_ == "nsubj:pass" and root.head.lemma in ("fight", "contest", "battle") and over


def _apposed(root: Word) -> Iterator[Word]:
    """What a name is said to be: "Karsin, a village", "the village Karsin"."""
    yield from (child for child in root.children if child.dep_ == "appos")
    if root.dep_ in ("appos", "flat"):
        yield root.head


def _names_a_sort(root: Word) -> bool:
    """As in "the Karsin area", "Karsin village"."""
    return (
        root.dep_ == "compound"
        and root.i < root.head.i
        and root.head.lemma in nouns().unknown_place["sorts"] | nouns().unknown_place["areas"]
    )


def _belongs(root: Word) -> bool:
    """As in "the garrison of Karsin", "Karsin's hospital", "north of Karsin"."""
    lists = nouns().unknown_place
    if root.dep_ not in ("nmod", "nmod:poss", "obl"):
        return False
    case = {child.lower_ for child in root.children if child.dep_ == "case"}
    owner = root.dep_ == "nmod:poss" or "of" in case
    return owner and root.head.lemma in lists["of"] | lists["own"] | nouns().regions["bare"]


def _is_of_sorts(root: Word) -> bool:
    """As in "the villages of Dor and Karsin"."""
    first = next((word for word in root.conjuncts if word.i < root.i), root)
    of = any(c.dep_ == "case" and c.lower_ == "of" for c in first.children)
    head = first.head
    return of and first.dep_ == "nmod" and head.tag_ == "NNS" and head.lemma in nouns().unknown_place["sorts"]


def _listed(root: Word, board: Board) -> bool:
    """Whether a name stands in one list with a place."""
    pieces = (board.at.get(word.i) for word in root.conjuncts)
    return any(p is not None and p.kind is MentionKind.PLACE and p.rank < ENGINE for p in pieces)


def _goes_on_as_place(piece: Found, doc: Words) -> bool:
    """As in "Karsin, whose capture was denied", "Karsin, from which they fled", "Karsin, where they stayed"."""
    behind = doc[piece.end : min(piece.end + 3, doc[piece.start].sent.end)]
    if len(behind) < 3 or behind[0].text != ",":
        return False
    lists = nouns().unknown_place
    if behind[1].lower_ == "whose":
        return behind[2].lemma in lists["of"] | lists["own"] | nouns().before_of["own"]
    led = behind[1].lower_ in lists["prepositions"] | lists["about"] | {"from", "to"}
    return behind[1].lower_ == "where" or (led and behind[2].lower_ == "which")


def _is_taken_behind(root: Word) -> bool:
    """As in "Karsin, which the army holds": nobody is a "which", and a group is not held."""
    verbs = (c for c in root.children if c.dep_ == "acl:relcl")
    whiches = (c for verb in verbs for c in verb.children if c.lower_ == "which" and c.dep_ in ("obj", "nsubj:pass"))
    return any(is_taken(which) for which in whiches)


def _before(piece: Found, doc: Words) -> str:
    return doc[piece.start - 1].lower_ if piece.start > doc[piece.start].sent.start else ""


def _root(piece: Found, doc: Words) -> Word:
    return doc.root(piece.start, piece.end) if piece.end > piece.start + 1 else doc[piece.start]
