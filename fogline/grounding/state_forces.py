"""The forces of a state's offices: "its troops", of a ministry, a presidency or a general staff, are the state's.

An office that only says where it sits is that of the state whose capital this is: "the defence ministry in Karsin".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from fogline.grounding.board import Board, Found
from fogline.grounding.nouns import nouns
from fogline.language.countries import adjective, capital_country
from fogline.language.plain import Word, Words
from fogline.records import MentionKind

BODIES = ("defence:", "interior:", "foreign:", "presidency:", "ministry:", "intelligence:")  # keys of such offices
ARMY = "military:"
COUNTRY = "country:"


def is_office(party: Found) -> bool:
    """Whether a body of a state speaks for forces and is none: "the defence ministry", "the general staff"."""
    key = party.key or ""
    return key.startswith(BODIES) or (key.startswith(ARMY) and _is_desk(party.text))


def forces_of(office: Found, force: Word, names: Mapping[str, str]) -> Found | None:
    """Whom "its forces" of an office are; `None` where the office has none of its own to mean."""
    code = (office.key or "").partition(":")[2]
    if not is_office(office) or adjective(code) is None:
        return None
    word = force.lower_ if force.lemma in nouns().actors["government"] | {"force"} else "forces"
    text = army_name("military", code, word, names)
    return Found(force.i, force.i + 1, MentionKind.ACTOR, text, f"{ARMY}{code}", named=False, rank=8)


def army_name(arm: str, code: str, word: str, names: Mapping[str, str]) -> str:
    """A state's force as the report names it, though not by an office; else by its adjective and the word for it."""
    told = names.get(f"{arm}:{code}", "")
    return told if told and not _is_desk(told) else f"{adjective(code) or ''} {word}".strip()


def owner_of_office(office: Word, board: Board) -> Found | None:
    """The state in "Karsin's command", where nothing names the office."""
    if office.lemma not in nouns().actors["offices"] or office.i in board.at:
        return None
    owners = [board.at[c.i] for c in office.children if c.dep_ == "nmod:poss" and c.i in board.at]
    readings = (one for owner in owners for one in board.starting_at(owner.start))
    return next((one for one in readings if (one.key or "").startswith(COUNTRY)), None)


def seated(words: Words, board: Board) -> Iterator[Found]:
    """The offices that their seat tells apart, as in "the defence ministry in Karsin"."""
    for piece in board.pieces():
        if piece.kind is not MentionKind.ACTOR or not is_office(piece) or piece.end + 1 >= len(words):
            continue
        seat = board.at.get(piece.end + 1)
        code = capital_country(seat.text) if seat is not None and words[piece.end].lower_ == "in" else None
        if code is not None and _is_unowned(piece, words) and not (piece.key or "").endswith(f":{code}"):
            role = (piece.key or "").partition(":")[0]
            yield replace(piece, text=words.text(piece.start, piece.end).lower(), key=f"{role}:{code}")


def _is_unowned(piece: Found, words: Words) -> bool:
    """Whether no word before an office tells whose it is: "the defence ministry"."""
    inside = words[piece.start : piece.end]
    if any(w.text[:1].isupper() and not w.is_sent_start for w in inside):
        return False
    first = words[piece.start]
    return first.is_sent_start or first.nbor(-1).lower_ == "the"


def _is_desk(text: str) -> bool:
    return text.rsplit(maxsplit=1)[-1].lower() in nouns().actors["offices"]
