"""What was named so far in a report, for who and what its pronouns and definite nouns stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from fogline.grounding.antecedents import Antecedents, told
from fogline.grounding.belonging import last_name, party_of
from fogline.grounding.board import Board, Found
from fogline.grounding.nouns import nouns
from fogline.grounding.referents import (
    is_bound,
    is_dateline,
    is_seat,
    is_settlement,
    is_subject,
    sites_for,
    speaks_for_state,
    town_of,
    words_for,
)
from fogline.grounding.voices import Voices
from fogline.language.plain import Word, Words
from fogline.records import MentionKind

NEAR_PERSON = 2  # sentences
FAR_SENTENCES = 4
PAIR = 2
FAR_GROUP = 8  # sentences: who is called "the group" is named more often than a place, and by few other words
REFERENCE = 8  # the rank of what a pronoun or a noun refers to
FORCES = ("military:", "airforce:", "navy:", "police:")
NO_GROUP = (*FORCES, "force:", "country:", "state:", "government:", "ministry:", "body:", "un:", "monitor:")


@dataclass(slots=True)
class History:
    """What was named so far, newest last: (sentence number, stretch, whether as a subject).

    `names`: the fullest name of each actor in the whole report, by its key.
    """

    names: Mapping[str, str]
    antecedents: Antecedents
    home: str | None
    voices: Voices
    namesakes: Mapping[str, list[Found]]
    places: list[tuple[int, Found]] = field(default_factory=list)
    actors: list[tuple[int, Found, bool]] = field(default_factory=list)
    people: list[tuple[int, Found]] = field(default_factory=list)
    town: tuple[int, Found] | None = None  # what "the town" meant last
    parties: dict[str, Found] = field(default_factory=dict)  # whose man somebody is, by the last word of his name
    sites: dict[str, Found] = field(default_factory=dict)  # what "the airport" meant last
    stood: dict[str, list[tuple[int, Found]]] = field(default_factory=dict)  # where camps and posts stand, by a word
    called: dict[str, Found] = field(default_factory=dict)  # what is said to be an outpost, a quarter: by that word

    def note(self, number: int, piece: Found, doc: Words, board: Board) -> None:
        """Remember a stretch."""
        if piece.kind is MentionKind.PLACE and not is_dateline(doc, piece):
            bounds = is_bound(doc, piece)
            self.called |= dict.fromkeys(words_for(doc, piece), piece) if piece.named else {}
            for word in sites_for(doc, piece) if not bounds else ():
                self.stood.setdefault(word, []).append((number, piece))
            if not is_seat(doc, piece):
                owned = piece.start > 0 and doc[piece.start - 1].tag_ == "POS"  # "K's suburb of L": L is no town
                if not owned and (whole := town_of(piece)) is not None:
                    self.antecedents.note(replace(told(whole, number, doc, bounds=bounds), around=True))
                self.antecedents.note(told(piece, number, doc, bounds=bounds))
            if not is_seat(doc, piece) and not bounds:
                self.places.append((number, piece))
            if (piece.key or "").startswith("country:"):
                self.actors.append((number, piece, is_subject(doc, piece)))
            elif speaks_for_state(doc, piece):
                states = (p for p in board.starting_at(piece.start) if (p.key or "").startswith("country:"))
                self.actors += [(number, state, True) for state in states]
        elif piece.kind is MentionKind.PERSON:
            self.people.append((number, piece))
            if piece.named and (party := party_of(piece, doc, board)) is not None:
                self.parties.setdefault(last_name(piece), party)
        elif piece.kind is MentionKind.ACTOR:
            self.actors.append((number, piece, is_subject(doc, piece)))

    def place(self, number: int, sorts: frozenset[str]) -> Found | None:
        """The last place named whose name ends in a word of these sorts; none far back."""
        for said, piece in reversed(self.places):
            if number - said > FAR_SENTENCES:
                return None
            words = piece.text.split()
            part = len(words) > 1 and words[0] in nouns().regions["directions"]
            if not part and words[-1].lower() in sorts and not (piece.key or "").startswith("country:"):
                return piece
        return None

    def site(self, number: int, word: str) -> Found | None:
        """The place where a camp or a post was told to stand, by a word for it; none far back, nor of two."""
        near = {piece.text: piece for said, piece in self.stood.get(word, ()) if number - said <= FAR_SENTENCES}
        return next(iter(near.values())) if len(near) == 1 else None

    def same(self, number: int) -> Found | None:
        """The place that "the town" meant before in the same sentence: "The town is quiet, and rebels hold it"."""
        return self.town[1] if self.town is not None and self.town[0] == number else None

    def settlements(self, number: int, many: int, doc: Words) -> list[Found]:
        """The last so many places named, in the order of the text; none where fewer were named lately.  Two that "and"
        joins go before others of their sentence: "Karsin and Osk lie south of Tarn"."""
        found: dict[str, Found] = {}
        towns = [(said, p) for said, p in self.places if number - said <= 1 and is_settlement(p)]
        last = [p for said, p in towns if said == towns[-1][0]]
        joined = [(a, b) for a, b in pairwise(last) if doc.text(a.end, b.start).lower() == "and"]
        joined = [(a, b) for a, b in joined if a.start == 0 or doc[a.start - 1].text != ","]  # no list of three
        if many == PAIR and len(joined) == 1:
            return list(joined[0])
        for said, piece in reversed(self.places):
            if number - said <= FAR_SENTENCES and piece.text not in found and is_settlement(piece):
                found[piece.text] = piece
            if len(found) == many:
                return list(found.values())[::-1]
        return []

    def person(self, number: int) -> Found | None:
        """The last person named, not far back."""
        return next((piece for said, piece in self.people[-1:] if number - said <= NEAR_PERSON), None)

    def latest(self, number: int, most: int) -> Iterator[tuple[int, Found, bool]]:
        """The actors named in this sentence and so many before it, newest first."""
        return takewhile(lambda row: number - row[0] <= most, reversed(self.actors))

    def group(self, number: int) -> Found | None:
        """The last group that was told of, by its name or by a word for its sort."""
        for _, piece, _ in self.latest(number, FAR_GROUP):
            if (piece.named or _is_known_group(piece)) and not (piece.key or "").startswith(NO_GROUP):
                return piece
        return None


def _is_known_group(piece: Found) -> bool:
    """As in "the jihadists", where one group of the report is meant by it; no pronoun."""
    return piece.rank < REFERENCE and (piece.key or "").startswith("group:")


def standing_for(word: Word, piece: Found) -> Found:
    """A word as a stretch that refers to what was named."""
    return Found(word.i, word.i + 1, piece.kind, piece.text, piece.key, named=False, rank=REFERENCE)
