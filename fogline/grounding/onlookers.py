"""Who only tells of the war: monitors and media that a report introduces, and the agency of its dateline.

As in "the Karsin Observatory, a war monitor", "Karsin Today, the movement's mouthpiece", "DOR, May 3 (KPA) -".
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.grounding.board import Board, Found
from fogline.grounding.nouns import nouns
from fogline.grounding.referents import is_dateline
from fogline.language.plain import Word, Words
from fogline.language.words import fold
from fogline.records import MentionKind

GOES_ON = frozenset({"NOUN", "PROPN", "VERB", "AUX"})  # "the daily said", "a daily presence"
BEFORE = 4  # words before a name that tell whose it is
OF = frozenset({"of", "at", "from", "with", "for"})
LONGEST = 6  # words between the comma and what a name is said to be
SAID = frozenset({"a", "an", "the"})


def onlookers(words: Words, board: Board) -> Iterator[Found]:
    """The names of onlookers wherever they stand, each under its full name and with the key of its sort."""
    unknown = [p for p in board.pieces() if p.kind is MentionKind.ACTOR and p.key is None and p.named]
    sorts: dict[str, str] = {}
    for piece in unknown:
        if (sort := _sort(piece, words)) is not None:
            sorts.setdefault(piece.text, sort)
    for piece in unknown:
        full = next((name for name in sorts if name == piece.text or _is_end(piece.text, name)), None)
        if full is not None:
            agency = sorts[full] == "agency"
            kind = MentionKind.AGENCY if agency else piece.kind
            yield replace(piece, kind=kind, text=full, key=f"{sorts[full]}:~{fold(full)}")


def _is_end(text: str, name: str) -> bool:
    """Whether a name is the last word of a longer one: "the Observatory"."""
    return " " not in text and name.endswith(f" {text}")


def _sort(piece: Found, words: Words) -> str | None:
    """The sort of onlooker that a name is by its last word, by what it is said to be, or by the dateline it is in."""
    people = nouns().onlookers
    if piece.text.split()[-1].lower() in people["named"]:
        return "monitor"
    end = words[piece.start].sent.end
    if _of_analysts(piece, words):
        return "monitor"
    if _in_dateline(piece, words):
        return "agency"
    if piece.end + 1 >= end or words[piece.end].text != ",":
        return None
    said = words[piece.end + 1 : min(piece.end + 1 + LONGEST, end)]
    if said[0].lower_ not in SAID:
        return None
    return _first_sort(said[1:])


def _of_analysts(piece: Found, words: Words) -> bool:
    """As in "analysts of the Karsin Group", "a researcher at Karsin", "the think-tank Karsin"."""
    first = words[piece.start].sent.start
    before = [w for w in words[max(first, piece.start - BEFORE) : piece.start] if w.lower_ not in SAID]
    beside = nouns().onlookers["beside"]
    if not before or before[-1].lemma in beside:
        return bool(before)
    return len(before) > 1 and before[-1].lower_ in OF and before[-2].lemma in beside


def _first_sort(said: Sequence[Word]) -> str | None:
    """The sort of onlooker that the first noun tells which is nobody's owner: "a group that monitors know" is none."""
    for word, after in itertools.zip_longest(said, said[1:]):
        for sort in ("monitor", "agency"):
            if word.lemma in nouns().onlookers[sort] and (after is None or after.pos_ not in GOES_ON):
                return sort
        owns = after is not None and after.tag_ == "POS"
        if word.lemma in (",", "which", "who") or (word.lemma in nouns().actors["group"] and not owns):
            return None
    return None


def _in_dateline(piece: Found, words: Words) -> bool:
    """As in "KARSIN, May 3 (KPA) -"."""
    sentence = words[piece.start].sent
    if sentence.start > 40 or piece.start == sentence.start or piece.end >= sentence.end:
        return False
    return words[piece.start - 1].text == "(" and words[piece.end].text == ")" and is_dateline(words, piece)
