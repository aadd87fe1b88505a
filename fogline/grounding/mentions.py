"""The stage that finds who and where is named, once for the whole report, before any claim is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from spacy.tokens import Doc

from fogline.grounding import dates, named
from fogline.grounding.antecedents import Antecedents
from fogline.grounding.board import Board
from fogline.grounding.gazetteer import Gazetteer
from fogline.grounding.home import home_of
from fogline.grounding.joined import joined
from fogline.grounding.onlookers import onlookers
from fogline.grounding.owned_units import owned_units
from fogline.grounding.parties import lay_parties
from fogline.grounding.placephrases import grow
from fogline.grounding.references import lay_references
from fogline.grounding.referents import is_dateline
from fogline.grounding.roster import Roster
from fogline.grounding.state_forces import seated
from fogline.grounding.turncoats import turncoats
from fogline.grounding.unsure import lay_surnames, lay_unsure
from fogline.language.plain import words_of
from fogline.language.words import words
from fogline.records import Mention, MentionKind, Name, Parse, Reading

_BACKED = re.compile(r"^\S+-(?:led|backed|dominated|run)$")


@dataclass(frozen=True, slots=True)
class Mentions:
    """A report stage: gives `mentions`.  `antecedents`: what remembers the places of a report."""

    gazetteer: Gazetteer
    roster: Roster
    antecedents: Callable[[], Antecedents] = Antecedents
    name: str = "mentions"
    needs: tuple[str, ...] = ("parse",)
    gives: tuple[str, ...] = ("mentions",)

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its mentions, in the order of the text."""
        parse = reading.parse
        if reading.refusal is not None or parse is None:
            return reading
        doc: Doc = parse.doc
        board = self._board(doc)
        pieces, full = board.pieces(), full_names(board)
        names = {said: _name(*said, full) for said in {(p.kind, p.text, p.key) for p in pieces}}
        made = [Mention(parse.anchor(p.start, p.end), p.kind, names[p.kind, p.text, p.key], p.named) for p in pieces]
        return replace(reading, mentions=tuple(sorted([*made, *_dates(parse)], key=_in_text)))

    def _board(self, doc: Doc) -> Board:
        board = Board()
        countries = list(named.iter_countries(doc))
        board.lay(countries)
        home = home_of(doc, board, self.gazetteer, self.roster)
        codes = frozenset(p.key.removeprefix("country:") for p in countries if p.key)
        board = Board()
        pieces = named.agreed(
            list(
                chain(
                    named.iter_introduced(doc, self.roster, home),
                    named.iter_known(doc, self.roster, home),
                    countries,
                    named.iter_gazetteer(doc, self.gazetteer, codes),
                    named.iter_engine(doc),
                )
            )
        )
        board.lay(pieces)
        lay_unsure(board, words_of(doc))
        lay_surnames(board, words_of(doc))
        for told in (joined, onlookers):
            for piece in list(told(words_of(doc), board)):
                board.put(piece)
        for piece in named.capitals(p for p in board.pieces() if not is_dateline(words_of(doc), p)):
            board.beside(piece)
        grow(board, doc)
        lay_parties(board, doc, home)
        for piece in list(seated(words_of(doc), board)):
            board.put(piece)
        board.lay(named.iter_unclaimed(board, doc))
        named.lay_listed(board, doc)
        for piece in list(owned_units(words_of(doc), board)):
            board.put(piece)
        for piece in list(turncoats(words_of(doc), board)):
            board.put(piece)
        lay_references(board, doc, self.antecedents(), home)
        for piece in list(owned_units(words_of(doc), board)):  # "its" is known only now
            board.put(piece)
        return board


def full_names(board: Board) -> dict[tuple[MentionKind, str], str]:
    """For each short name the one full name of a person or group in the report that ends (or starts) with it."""
    people = sorted({p.text for p in board.pieces() if p.kind is MentionKind.PERSON and " " in p.text})
    by_last: dict[str, list[str]] = {}
    for name in people:
        for last in words(name)[-1:]:
            by_last.setdefault(last, []).append(name)
    return {(MentionKind.PERSON, last): names[0] for last, names in by_last.items() if len(names) == 1}


def _name(kind: MentionKind, said: str, key: str | None, full: dict[tuple[MentionKind, str], str]) -> Name:
    parts = words(said)
    short = " ".join(parts[-1:]) if len(parts) <= 2 else ""
    return Name(plain_name(full.get((kind, short), said)), key)


def plain_name(text: str) -> str:
    """A name in plain type: straight apostrophes, single blanks, without "the" and "Norland-backed" before it."""
    words_ = text.replace("’", "'").replace("‘", "'").split()
    if len(words_) > 2 and _BACKED.match(words_[0]) and words_[1][0].isupper():
        words_ = words_[1:]
    return " ".join(words_)


def _in_text(mention: Mention) -> tuple[int, int, MentionKind, Name, bool]:
    """The order of the mentions of one report."""
    return mention.anchor.start, mention.anchor.end, mention.kind, mention.name, mention.named


def _dates(parse: Parse) -> Iterator[Mention]:
    for sentence in words_of(parse.doc).sents:
        anchor = parse.anchor(sentence.start, sentence.end)
        for start, end in dates.find(anchor.quote):
            where = replace(anchor, start=anchor.start + start, end=anchor.start + end, quote=anchor.quote[start:end])
            yield Mention(where, MentionKind.DATE, Name(where.quote))
