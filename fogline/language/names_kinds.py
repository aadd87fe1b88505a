"""What kind of thing a name is for: by its own words, by the words around it, and alike throughout a report."""

from __future__ import annotations

from collections import Counter, defaultdict

from fogline.language.names_cut import group_at, people_at, state_at
from fogline.language.names_grow import ARMS
from fogline.language.names_lexicon import LOC, NORP, ORG, PERSON, Form, lexicon
from fogline.language.names_words import CAPITAL, Piece, Words

PROOF, CONTEXT, TAGGED = 100, 2, 1  # votes of a name's own words, of its surroundings, of the tagger
SPEECH = frozenset({"said", "says", "told"})
LONGEST_PERSON = 4


def typed(words: Words, pieces: list[Piece]) -> list[Piece]:
    """The pieces with their labels as far as they can be told; what stays open is left out, and all are agreed."""
    told: list[tuple[Piece, int]] = []
    for n, piece in enumerate(pieces):
        label, votes = _kind(words, piece, told[n - 1][0] if n else None)
        if votes == TAGGED and n and _is_paired(words, pieces[n - 1], told[n - 1], piece):
            label, votes = LOC, CONTEXT
        told.append((piece._replace(label=label), votes))
    return _agreed(words, told)


def _kind(words: Words, piece: Piece, before: Piece | None) -> tuple[str, int]:
    """The label of one piece, and how many votes it has on the same name elsewhere."""
    if piece.proved or (piece.label == NORP and people_at(words, piece.start, piece.end)):
        return piece.label, PROOF
    own = _by_words(words, piece)
    if own:
        return own, PROOF
    if _has_title(words, piece):
        return PERSON, PROOF
    if before is not None and _is_short_form(words, before, piece):
        return before.label or ORG, PROOF
    if _is_followed(words, piece):
        return ORG, PROOF
    if _stands_as_place(words, piece):
        return LOC, CONTEXT
    if not piece.label and (guess := _guess(words, piece)):
        return guess, CONTEXT
    return piece.label, TAGGED


def _is_paired(words: Words, before: Piece, told: tuple[Piece, int], piece: Piece) -> bool:
    """Whether a name is coordinated with one that stands as a place: "in Karsin and Dor"."""
    if told[0].label != LOC or piece.start - before.end != 1 or words.low[before.end] not in ("and", "or"):
        return False
    if words.same(piece.start, piece.end) and words.tag[piece.end].startswith(("V", "MD")):
        return False
    return not piece.label or (piece.label == before.label and told[1] == CONTEXT)


def _by_words(words: Words, piece: Piece) -> str:
    """The label that the first or last words of a name give it, or ""."""
    start, end, lists = piece.start, piece.end, lexicon()
    if state_at(words, start, end) or tuple(words.text[start:end]) in lists.seats:
        return LOC
    if group_at(words, start, end):
        return ORG
    opens = lists.opens.get(words.low[start]) if end - start > 1 and words.has(start, CAPITAL) else None
    for size in (3, 2, 1):
        labels = lists.ends.get(words.phrase(end - size, end)) if end - size > start else None
        if labels and words.has(end - size, CAPITAL):
            surname = (
                size == 1
                and end - start <= 3 - (not piece.label)
                and words.low[end - 1] in lists.surnames
                and piece.label in (PERSON, "")
            )
            if not surname:
                return piece.label if piece.label in labels else labels[0]
    return opens or ""


def _has_title(words: Words, piece: Piece) -> bool:
    """Whether a title stands before the name: "President Marrow"."""
    i = piece.start - 1
    if (
        piece.label == NORP
        or not words.same(i, piece.start)
        or not (words.has(i, Form.TITLE) or words.low[i] in ("elect", "designate"))
    ):
        return False
    if words.has(piece.start, Form.ACRONYM) or words.has(piece.start, Form.ORDINAL):
        return False
    firm = words.has(i, Form.FIRM) or words.low[i] in ("elect", "designate")
    return firm or piece.label == PERSON or (not piece.label and piece.end - piece.start > 1)


def _is_short_form(words: Words, before: Piece, piece: Piece) -> bool:
    """Whether the piece is the acronym in brackets behind a name: "(SDF)"."""
    if piece.end - piece.start != 1 or not words.has(piece.start, Form.ACRONYM) or piece.start - before.end != 1:
        return False
    if words.text[before.end] != "(" or before.label in (*ARMS, NORP, PERSON):
        return False
    return before.label != LOC or words.text[before.start][0] == words.text[piece.start][0]


def _is_followed(words: Words, piece: Piece) -> bool:
    """Whether a group's people stand behind the name: "Fano militiamen"."""
    if not words.same(piece.start, piece.end):
        return False
    flags = words.flags[piece.end]
    if flags & Form.FOLLOWER and not flags & CAPITAL:
        return piece.label in ("", PERSON) or words.has(piece.start, Form.ACRONYM)
    return not piece.label and words.low[piece.end] in lexicon().leads and not flags & CAPITAL


def _stands_as_place(words: Words, piece: Piece) -> bool:
    """Whether an untold or unlikely name stands where places do: "in Karsin", "south of Karsin"."""
    i = piece.start - 1
    if (
        piece.label not in ("", PERSON, ORG, NORP)
        or words.has(piece.start, Form.ACRONYM)
        or not words.same(i, piece.start)
    ):
        return False
    if words.same(piece.start, piece.end) and (words.tag[piece.end] == "POS" or words.tag[piece.end].startswith("NN")):
        return False
    low, lists = words.low[i], lexicon()
    if low in lists.directions or low in ("near", "outside") or (low in lists.taken_by and words.tag[i] != "VBN"):
        return True
    if low in ("at", "between", "on", "of"):
        return words.same(i - 1, i) and _leads_to_place(words.low[i - 1], low, words.has(i - 1, Form.TITLE))
    if low in ("from", "to", "over"):
        return not piece.label
    likely = not piece.label or (piece.label != ORG and piece.end - piece.start == 1)
    return low in lists.places_before and likely


def _leads_to_place(before: str, low: str, post: bool) -> bool:
    """Whether the word before a preposition says that a place follows: "attack on", "road between", "outskirts of"."""
    lists = lexicon()
    wanted = {"between": lists.ways, "on": lists.attacks, "of": lists.places_of}
    return not post if low == "at" else before in wanted[low]


def _guess(words: Words, piece: Piece) -> str:
    """The label of a name that the tagger missed, where its surroundings are plain; else ""."""
    if words.has(piece.start, Form.ACRONYM):
        return ORG if len(words.text[piece.start]) > 2 and _stands_as_body(words, piece) else ""
    return PERSON if _speaks(words, piece) else ""


def _stands_as_body(words: Words, piece: Piece) -> bool:
    """Whether an acronym acts, or is somebody's office: "the RSF", "MONUSCO left", "head of MI6"."""
    i = piece.start - 1
    if words.same(i, piece.start) and (
        words.low[i] == "the" or (words.low[i] == "of" and words.has(i - 1, Form.TITLE))
    ):
        return True
    return words.same(i + 1, piece.end) and words.tag[piece.end] in ("VBD", "VBZ", "MD")


def _speaks(words: Words, piece: Piece) -> bool:
    long_enough = 1 < piece.end - piece.start <= LONGEST_PERSON
    return long_enough and words.same(piece.start, piece.end) and words.low[piece.end] in SPEECH


def _agreed(words: Words, told: list[tuple[Piece, int]]) -> list[Piece]:
    """The same name has one label throughout: that of the most votes, the first of equals."""
    votes: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for piece, count in told:
        if piece.label and piece.label != NORP:
            votes[words.phrase(piece.start, piece.end)][piece.label] += count
    kinds = {name: max(count, key=lambda label: count[label]) for name, count in votes.items()}
    for name in [name for name, kind in kinds.items() if kind == PERSON and len(name) > 1]:
        if votes[last := name[-1:]].total() < PROOF:  # a surname on its own
            kinds[last] = PERSON
    agreed = []
    for piece, _ in told:
        name = words.phrase(piece.start, piece.end)
        label = piece.label if piece.label in (NORP, *ARMS) else kinds.get(name, "")
        if label:
            agreed.append(piece._replace(label=label))
    return agreed
