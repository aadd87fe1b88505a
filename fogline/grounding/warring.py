"""Who fights whom in a report that tells of a war of two sides, so that it can say whose "enemy" is who."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from fogline.grounding.board import Board, Found
from fogline.grounding.nouns import nouns
from fogline.grounding.parties import BARE
from fogline.grounding.roster import Roster
from fogline.language.countries import adjective, demonym_country
from fogline.language.plain import Sentence, Word, Words
from fogline.records import MentionKind

ONLOOKING = ("un:", "monitor:", "agency:", "media:", "body:", "person:")  # keys of those who are no side
ARMED = ("military:", "group:", "side:")
BOTH = 2
SOLE = 2  # times as much as of any others must a report tell of two: else its war has more sides, or allies


@dataclass(frozen=True, slots=True)
class War:
    """The two sides by their keys, each with the party as the report calls it; no sides where they are not plain."""

    parties: Mapping[str, Found]

    def foe(self, party: Found) -> Found | None:
        """The party on the other side; `None` where a party is on neither."""
        own = side_of(party)
        others = [found for side, found in self.parties.items() if side != own]
        return others[0] if len(others) == 1 else None


def side_of(party: Found) -> str | None:
    """The key of the side that a party is on: its state's government, the rebels of a country, else itself."""
    key = party.key or ""
    if party.kind not in (MentionKind.ACTOR, MentionKind.NATIONALITY) or key.startswith(ONLOOKING):
        return None
    if not key:
        code = demonym_country(party.text)  # "the Norlanders"
        return f"side:{code}:government" if code else None
    if key.startswith("country:"):
        return f"side:{key.removeprefix('country:')}:government"
    known = Roster.load().get(key)
    return (known.side if known is not None else None) or key


def war_of(words: Words, board: Board, names: Mapping[str, str]) -> War:
    """The war that a report tells of: the two sides of which it tells most, in sentences with a word of fighting."""
    near = [(sentence, sides_in(sentence, board)) for sentence in words.sents]
    told = Counter(side for _, sides in near for side in sides)
    fights = Counter(pair for sentence, sides in near if _is_of_fight(sentence) for pair in _pairs(sides))
    weights = Counter({pair: times * min(told[side] for side in pair) for pair, times in fights.items()})
    (pair, most), (_, next_most), *_ = [*weights.most_common(2), ((), 0), ((), 0)]
    if most < SOLE * next_most:
        return War({})
    parties = {side: party for side in pair if (party := _party(side, board, names)) is not None}
    return War(parties if len(parties) == BOTH else {})


def sides_in(sentence: Sentence, board: Board) -> dict[str, Found]:
    """The sides whose parties act or suffer in a sentence, each with the first of them."""
    found: dict[str, Found] = {}
    for word in sentence:
        piece = board.at.get(word.i)
        if piece is not None and _is_party(word, piece) and (side := side_of(piece)) is not None:
            found.setdefault(side, piece)
    return found


def _is_party(word: Word, piece: Found) -> bool:
    """Whether a stretch names a party, as "Norlandic" does before "and Dorian troops", but not before "towns"."""
    if piece.kind is MentionKind.ACTOR:
        return piece.rank != BARE
    lists = nouns().actors
    joined = word.head.lemma in lists["government"] | lists["neutral"] or demonym_country(word.head.text) is not None
    return piece.kind is MentionKind.NATIONALITY and joined


def _is_of_fight(sentence: Sentence) -> bool:
    return any(word.lemma in nouns().actors["fighting"] for word in sentence)


def _pairs(sides: Mapping[str, Found]) -> Iterator[tuple[str, ...]]:
    yield from combinations(sorted(sides), BOTH)


def _party(side: str, board: Board, names: Mapping[str, str]) -> Found | None:
    """A side under the name of its army, or of the one group on it, or of itself, as the report has them."""
    armed = [p for p in board.pieces() if p.key and p.key.startswith(ARMED) and p.rank != BARE]
    pieces = [p for p in armed if side_of(p) == side]
    groups = {p.key: p for p in pieces if p.key and p.key.startswith("group:")}
    armies = {p.key: p for p in pieces if p.key and p.key.startswith("military:")}
    own = {p.key: p for p in pieces if p.key == side}
    for told in (armies, groups, own):
        if len(told) == 1:
            (party,) = told.values()
            return Found(party.start, party.end, party.kind, names.get(party.key or "", party.text), party.key, False)
    return None if pieces else _of_state(side)


def _of_state(side: str) -> Found | None:
    """The forces of a state whose army the report does not name."""
    _, code, *rest = side.split(":")
    name = adjective(code) if rest == ["government"] else None
    return Found(0, 0, MentionKind.ACTOR, f"{name} forces", f"military:{code}", named=False) if name else None
