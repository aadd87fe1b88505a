"""The country that a report is about: where its places lie, and which state it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from spacy.tokens import Doc

from fogline.grounding import named
from fogline.grounding.board import Board
from fogline.grounding.gazetteer import Gazetteer, Likeness
from fogline.grounding.roster import Roster
from fogline.language.plain import words_of
from fogline.records import ActorKind

LEAST_PEOPLE = 1_000  # of a town that counts for its country


def home_of(doc: Doc, countries: Board, gazetteer: Gazetteer, roster: Roster) -> str | None:
    """The code (ISO 3166) of the country that a report is about; `None` where it names no place, state or group.

    `countries`: the countries that it names.  Source: docs/decisions/0034-roles-that-are-never-open.md
    """
    codes = frozenset(p.key.removeprefix("country:") for p in countries.pieces() if p.key)
    return main_country(countries, towns_by_country(doc, codes, gazetteer)) or country_of_groups(doc, roster)


def country_of_groups(doc: Doc, roster: Roster) -> str | None:
    """The country of all armed groups that a text names; `None` where they are of several, or none is known."""
    groups = (hit.actor for hit in roster.match(words_of(doc).whole) if hit.actor.kind is ActorKind.ARMED_GROUP)
    found = {group.country for group in groups}
    return found.pop() if len(found) == 1 else None


def main_country(board: Board, towns: Mapping[str, float] | None = None) -> str | None:
    """The country named most, by name, adjective or capital, and by the places that lie in it; its code."""
    votes: Counter[str] = Counter()
    for piece in board.pieces():
        if piece.key is not None and piece.key.startswith("country:"):
            votes[piece.key.removeprefix("country:")] += 1
    weights = {code: votes[code] + (towns or {}).get(code, 0.0) for code in {*votes, *(towns or {})}}
    return max(sorted(weights), key=lambda code: weights[code]) if weights else None


def towns_by_country(doc: Doc, codes: frozenset[str], gazetteer: Gazetteer) -> dict[str, float]:
    """How many places a text names in each country; a name that several have is shared out among them.

    A town named in a war of its own country says more of whose army "the army" is than the states that speak of it.
    """
    told = Counter(piece.text for piece in named.iter_gazetteer(doc, gazetteer, codes))
    weights: dict[str, float] = {}
    for name in sorted(told):
        lie_in = {
            c.place.country
            for c in gazetteer.candidates(name)
            if c.likeness <= Likeness.ARTICLE and (c.curated or c.population >= LEAST_PEOPLE) and c.place.country
        }
        for code in lie_in:
            weights[code] = weights.get(code, 0.0) + told[name] / len(lie_in)
    return weights
