"""Parties as common nouns: "the army", "rebel fighters", "Norland's troops", "the men of the brigade"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from fogline.grounding.apposed import apposed, offshoots
from fogline.grounding.board import Board, Found
from fogline.grounding.called import called
from fogline.grounding.described import described, holds, is_compound, longer, of_people, plural
from fogline.grounding.nouns import nouns
from fogline.grounding.peoples import as_armies
from fogline.grounding.roster import Roster
from fogline.grounding.roster_forces import ForceHit, ForceRole, force_actor, forces
from fogline.grounding.roster_units import units
from fogline.language.countries import adjective, country_name
from fogline.language.plain import Word, Words, words_of
from fogline.records import ActorKind, MentionKind

_BACKED = re.compile(r"[-–‑](?:backed|led|aligned|allied|supported|trained)\b")
OF_SIDE = {"government": "government forces", "rebels": "rebels"}  # by the end of a side's key
BARE = 9  # the rank of a force without a country: "troops", "the soldiers"


def lay_parties(board: Board, doc: Doc, home: str | None) -> None:
    """Add the parties that are named by common nouns; a bare "army" or "government" is that of the country `home`."""
    words = words_of(doc)
    hits = (_without_loser(hit, words, home) for hit in forces(words.whole, country=home))
    pieces = [p for hit in hits if (p := _party(hit, words, board, home)) is not None]
    for piece in pieces:
        board.put(piece)
    for piece in [p for hit in units(words.whole) if (p := _party(hit, words, board, home)) is not None]:
        if all(_is_inside(board.at[i], piece) for i in range(piece.start, piece.end) if i in board.at):
            board.put(piece)  # "the Norlandic 5th Brigade": for the engine, "Brigade"
    for piece in [*as_armies(board, home), *_namesakes(board), *_renamed(board)]:
        board.put(piece)
    for piece in [*of_people(words, board), *_members(words, board)]:
        board.put(piece)
    for piece in list(longer(words, board)):
        board.put(piece)
    for told in (offshoots, apposed):
        for piece in list(told(words, board)):
            board.put(piece)
    for piece in list(called(words, board, fullest(board))):
        board.put(piece)
    _seat_governments(board, home)


def _is_inside(under: Found, piece: Found) -> bool:
    return piece.start <= under.start and under.end <= piece.end and under.end - under.start < piece.end - piece.start


def _without_loser(hit: ForceHit, doc: Words, home: str | None) -> ForceHit:
    """The force without a "from X" that belongs to another word: "seized by rebels from the army"."""
    if hit.end == hit.head_end:
        return hit
    head = doc.parsed.char_span(hit.start, hit.head_end, alignment_mode="contract")
    behind = doc.parsed.char_span(hit.head_end, hit.end, alignment_mode="contract")
    if head is None or behind is None or not len(head) or not len(behind) or behind[0].lower_ != "from":
        return hit
    if doc[behind.end - 1].head.i == head.end - 1:
        return hit
    alone = forces(doc.whole[hit.start : hit.head_end], country=home)
    if len(alone) != 1 or alone[0].start:
        return hit
    return replace(hit, end=hit.head_end, force=alone[0].force)


def _party(hit: ForceHit, doc: Words, board: Board, home: str | None) -> Found | None:
    """A described force as a stretch, unless a better name covers its head."""
    span = doc.parsed.char_span(hit.start, hit.end, alignment_mode="contract")
    if span is None or span.start == span.end:
        return None
    start, end = span.start, span.end
    if end - start > 1 and doc[start].pos_ == "PRON":  # "our forces"
        start += 1
    first, head, said = doc[start], doc[end - 1], doc.text(start, end)
    under = board.at.get(head.i)
    if under is not None and under.kind is not MentionKind.NATIONALITY and under.end - under.start >= end - start:
        return None
    held = holds(head)
    if (men := _sharing(first, end - start, hit.force.head)) is not None:
        actor = force_actor(hit.force, country=home)
        if actor is not None and actor.kind is ActorKind.MILITARY and "-" not in (hit.force.country or ""):
            return Found(start, end, MentionKind.ACTOR, men, actor.actor_id, rank=3)
    if head.pos_ in ("VERB", "AUX") or (head.pos_ == "ADJ" and head.dep_ == "amod" and not held):
        return None
    if (group := _called_so(start, end, doc, home)) is not None:
        return group
    actor = force_actor(hit.force, country=home)
    text = said[0].lower() + said[1:] if _is_common(first) else said
    if actor is not None and " of " in text:  # "troops of Norland"
        text = actor.name
    if end - start == 1 and head.lower_ in nouns().actors["rebel"] and (is_compound(head) or held):
        text = plural(head)  # "the rebel advance" is the rebels'
    elif end - start == 1 and head.lower_ == "government" and held:  # "in government hands": its forces'
        actor = Roster.load().get(f"side:{home}:government")
        text = "government forces"
    key = actor.actor_id if actor is not None else None
    if key is None and hit.force.role is ForceRole.GENERIC:
        text = described(start, end, text, doc, board)
    owner = hit.force.owner
    if owner is not None and owner.kind is ActorKind.PERSON and actor is not None and "loyal" in said.lower().split():
        text = OF_SIDE.get((key or "").rpartition(":")[2], text)
    elif owner is not None and owner.actor_id == key:
        text = next((p.text for i in range(start, end) if (p := board.at.get(i)) and p.key == key), owner.name)
    bare = hit.force.country is None and owner is None and _is_bare(said.lower().split())
    return Found(start, end, MentionKind.ACTOR, text, key, named=False, rank=BARE if bare else 3)


def _sharing(word: Word, size: int, head: str) -> str | None:
    """Whose men a people's adjective means that shares its noun with the next: "Norlandic" in "Norlandic and Dorian
    troops"."""
    first = word
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    noun = first.head
    if (
        size > 1
        or first.dep_ not in ("amod", "compound")
        or noun.i <= word.i + 1
        or noun.lower_ != head.rsplit(maxsplit=1)[-1]
    ):
        return None
    between = word.doc[word.i + 1 : noun.i]
    joined = any(w.lower_ == "and" for w in between) and all(
        w.pos_ in ("ADJ", "CCONJ", "PUNCT", "PROPN") for w in between
    )
    return f"{word.text} {noun.lower_}" if joined else None


def _called_so(start: int, end: int, doc: Words, home: str | None) -> Found | None:
    """A group of the roster by a name without capitals: "the northern separatists"."""
    if start == 0 or doc[start - 1].pos_ != "ADJ" or doc[start - 1].sent.start > start - 1:
        return None
    text = doc.text(start - 1, end)
    group = Roster.load().find(text, country=home)
    if group is None or group.kind is not ActorKind.ARMED_GROUP:
        return None
    return Found(start - 1, end, MentionKind.ACTOR, text, group.actor_id, rank=3)


def _is_common(first: Word) -> bool:
    """Whether a capital is only that of the sentence: "Government troops", and not "Kurdish forces"."""
    lists = nouns().actors
    known = any(first.lower_ in lists[n] or first.lemma in lists[n] for n in lists)
    return first.is_sent_start and known


def _is_bare(words: list[str]) -> bool:
    """As in "troops", "additional troops": no word says whose."""
    marks = nouns().actors["marks_government"] | nouns().actors["marks_rebel"]
    return words[-1] in nouns().actors["bare"] and not marks & set(words)


def fullest(board: Board) -> dict[str, str]:
    """The fullest name that the report gives each actor, by key: no "army spokesman", where it has another; with a
    capital, then told most, then the longest."""
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for piece in board.pieces():
        if piece.key is not None and piece.kind is MentionKind.ACTOR and piece.rank != BARE:
            names[piece.key][piece.text] += 1
    return {
        key: max(sorted(told), key=lambda name: (not is_man(name), _is_full(name), told[name], len(name)))
        for key, told in names.items()
    }


def is_man(name: str) -> bool:
    """As in "Norlandic army spokesman": one who serves, and no name of whom he serves."""
    return name.rsplit(maxsplit=1)[-1].lower() in nouns().actors["serving"]


def _renamed(board: Board) -> Iterator[Found]:
    """A party under the fullest name that the report uses for it: "Norland army" for "the army"."""
    names = fullest(board)
    for piece in board.pieces():
        if piece.kind is not MentionKind.ACTOR or piece.key is None or _is_full(piece.text) or piece.rank == BARE:
            continue
        if _is_full(names[piece.key]):
            if _may_be_called(piece, names[piece.key]):
                yield replace(piece, text=names[piece.key])
        elif "’s " in piece.text or "'s " in piece.text:
            actor = Roster.load().get(piece.key)
            if actor is not None:
                yield replace(piece, text=actor.name)


def _namesakes(board: Board) -> Iterator[Found]:
    """A side by one word as the one group that the report calls by this word too: "the separatists" for a council
    of which it says "northern separatists"."""
    called: defaultdict[str, dict[str, Found]] = defaultdict(dict)
    pieces = [p for p in board.pieces() if p.kind is MentionKind.ACTOR and p.key is not None]
    for piece in pieces:
        if " " in piece.text:
            called[piece.text.split()[-1].lower()].setdefault(piece.key or "", piece)
    for piece in pieces:
        meant = called.get(piece.text.lower(), {})
        if (piece.key or "").startswith("side:") and len(meant) == 1:
            (name,) = meant.values()
            group = Roster.load().get(name.key or "")
            if (
                group is not None
                and group.kind is ActorKind.ARMED_GROUP
                and f"side:{group.country}:" in f"{piece.key}:"
            ):
                yield replace(piece, text=name.text, key=name.key)


def _seat_governments(board: Board, home: str | None) -> None:
    """A capital is its government where the report names a group of that country: there the state is a party."""
    name = adjective(home) if home is not None else None
    if name is None or not any(_is_foe(p, home) for p in board.pieces()):
        return
    text = fullest(board).get(f"state:{home}", "")
    text = text if _is_full(text) and text != country_name(home or "") else f"{name} government"
    for start, pieces in board.extra.items():
        board.extra[start] = [replace(p, text=text) if p.key == f"country:{home}" else p for p in pieces]


def _is_foe(piece: Found, home: str | None) -> bool:
    """Whether a party is one of those that rebel in a country."""
    actor = Roster.load().get(piece.key) if piece.key is not None else None
    return (actor is not None and actor.side == f"side:{home}:rebels") or (piece.key or "") == f"side:{home}:rebels"


def _may_be_called(piece: Found, name: str) -> bool:
    """Not a side by words that tell of another: "the separatists" are no "Norland-backed rebels"."""
    if not (piece.key or "").startswith("side:"):
        return True
    return piece.text.split()[-1].lower() == name.rsplit(maxsplit=1)[-1].lower() and not _BACKED.search(name)


def _is_full(text: str) -> bool:
    return text[:1].isupper() and "’s " not in text and "'s " not in text


def _members(doc: Words, board: Board) -> Iterator[Found]:
    """As in "the men of the brigade", "fighters from the front": the brigade, the front."""
    owners = nouns().actors["owner"] | {"unit", "member", "element", "column"}
    for token in doc:
        if token.lemma not in owners or token.pos_ not in ("NOUN", "PROPN"):
            continue
        under = board.at.get(token.i)
        owner = _owner_of(token, board)
        if owner is not None and (under is None or not under.named):
            start = under.start if under is not None else token.i
            yield Found(start, token.i + 1, MentionKind.ACTOR, owner.text, owner.key, named=False, rank=3)


def _owner_of(head: Word, board: Board) -> Found | None:
    doc = head.doc
    if head.i + 2 >= len(doc) or doc[head.i + 1].lower_ not in ("of", "from"):
        return None
    behind = doc[head.i + 1].head
    if doc[head.i + 1].lower_ == "from" and behind.head is not head:
        return None  # "seized by rebels from the army"
    for j in range(head.i + 2, min(head.i + 8, head.sent.end)):
        piece = board.at.get(j)
        if piece is not None and piece.end < len(doc) and doc[piece.end].text != "-":
            return piece if piece.kind in (MentionKind.ACTOR, MentionKind.PERSON) else None
        if doc[j].pos_ in ("VERB", "ADP") or doc[j].text in (",", ";", "."):
            return None
    return None
