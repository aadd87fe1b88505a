"""Units under a name of their own that are told to be a party's: "its Karsin group", "Norland's 3rd Brigade".

Each keeps its name, and has the key of the army or group that it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fogline.grounding.belonging import readings
from fogline.grounding.board import Board, Found
from fogline.grounding.nouns import nouns
from fogline.grounding.warring import side_of
from fogline.language.plain import Word, Words
from fogline.records import MentionKind

PRONOUNS = frozenset({"its", "their"})
LONGEST = 4  # words of a name before the unit's word
GOVERNMENT = ":government"
STATES = ("country:", "state:", "defence:", "government:", "military:")


def owned_units(words: Words, board: Board) -> Iterator[Found]:
    """The units that stand behind their owner, as stretches; without a key where it is not known whose they are."""
    for head in words:
        if head.lemma not in nouns().actors["named_unit"] or head.pos_ not in ("NOUN", "PROPN"):
            continue
        start = _start(head)
        if start in (head.i, head.sent.start):
            continue
        under, owner = board.at.get(head.i), _owner(words[start - 1])
        if owner is not None and (under is None or under.key is None):
            key = _key(owner, words[start].text[0].isdigit(), board)
            yield Found(start, head.i + 1, MentionKind.ACTOR, words.text(start, head.i + 1), key, rank=3)


def _start(head: Word) -> int:
    """Where the name of a unit starts: the words with capitals, and the numbers, right before it."""
    first = head.i
    while first > head.sent.start and head.i - first < LONGEST and _is_of_name(head.doc[first - 1]):
        first -= 1
    return first


def _is_of_name(word: Word) -> bool:
    named = word.text[0].isupper() and word.pos_ in ("PROPN", "NOUN", "ADJ")
    return (named or word.text[0].isdigit()) and word.lower_ not in PRONOUNS


def _owner(before: Word) -> Word | None:
    """The pronoun, or the name with a possessive, right before a unit."""
    if before.lower_ in PRONOUNS:
        return before
    return before.nbor(-1) if before.tag_ == "POS" and before.i > before.sent.start else None


def _key(owner: Word, numbered: bool, board: Board) -> str | None:
    """The key of the army or group that an owner has; a country has such armies only whose units are numbered."""
    for piece in readings(owner.i, board):
        side, key = side_of(replace(piece, kind=MentionKind.ACTOR)), piece.key or ""
        if side is None or (key.startswith("country:") and not numbered):
            continue
        if side.endswith(GOVERNMENT) and key.startswith(STATES):
            return f"military:{side.split(':')[1]}"
        return key or None
    return None
