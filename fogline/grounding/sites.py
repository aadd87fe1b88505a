"""Which bridge, airport or quarter is meant by "the bridge", "its airport", "the southern districts"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from fogline.grounding.antecedents import anywhere
from fogline.grounding.board import Found
from fogline.grounding.history import REFERENCE, History, standing_for
from fogline.grounding.nouns import nouns
from fogline.grounding.referents import is_part, is_settlement
from fogline.language.plain import Word
from fogline.records import MentionKind
from fogline.records.name import IN_TOWN

WITHIN = re.compile(r" (?:of|in|at|near) ")
LATELY = 2  # sentences
QUARTERS = frozenset({"quarter", "district", "neighbourhood", "neighborhood", "suburb"})  # they have no airport


def facility(token: Word, history: History, number: int) -> Iterator[Found]:
    """As in "the bridge", named before; "its bridge", "the airport": those of the town that is meant."""
    word, before = token.lemma, token.doc[token.i - 1].lower_
    one = word in nouns().definite_place["only"] and before == "the" and token.tag_ == "NN"
    same = history.place(number, frozenset({word})) or (history.sites.get(word) if one else None)
    if same is None and ((before == "its" and word not in nouns().definite_place["armed"]) or one):
        owner = token.doc[token.i - 1] if before == "its" else token
        quarters = {p.text for word, p in history.called.items() if word in QUARTERS}
        town = history.antecedents.meant(owner, number, lambda p: is_settlement(p) and p.text not in quarters)
        same = replace(town, text=f"{town.text} {word}", key=None) if town is not None else None
        if same is not None:
            history.sites[word] = same
    if same is None and before == "the" and token.tag_ in ("NN", "NNS"):
        same = history.site(number, word)
    if same is not None:
        yield Found(token.i, token.i + 1, MentionKind.PLACE, same.text, same.key, named=False, rank=REFERENCE)


def within(token: Word, piece: Found, history: History, number: int) -> Found | None:
    """As in "the hospital", "the city's bazaar": that of the town that is meant, which its key tells, for others have
    one; not "the refinery west of Karsin", which is told where it is."""
    bare = not piece.named and piece.key is None and piece.end == token.i + 1 and WITHIN.search(piece.text) is None
    if not bare or token.lemma not in nouns().facilities["nouns"] or _is_told_where(token):
        return None
    towns = nouns().definite_place["settlement"]
    before = [c for c in token.children if c.i < piece.start]
    if not any(c.lower_ == "the" or (c.dep_ == "nmod:poss" and c.lemma in towns) for c in before):
        return None
    town = _only_town(token, history, number)
    return replace(piece, key=f"{IN_TOWN}{town.text}") if town is not None else None


def _only_town(token: Word, history: History, number: int) -> Found | None:
    """The town named last before a site in its sentence, else the only one named lately; none where people only met,
    flew to or fired from."""
    lately = list(takewhile(lambda row: number - row[0] <= LATELY, reversed(history.places)))[::-1]
    told = [(said, p) for said, p in lately if is_settlement(p)]
    told = [(said, p) for said, p in told if not _is_visited(token.doc.root(p.start, p.end))]
    here = [p for said, p in told if said == number and p.start < token.i]
    names = {p.text: p for _, p in told}
    return here[-1] if here else next(iter(names.values())) if len(names) == 1 else None


def _is_visited(town: Word) -> bool:
    """As in "met in Karsin", "based in Karsin", "fired from Karsin"."""
    came = town.dep_ in ("obl", "nmod") and town.head.lemma in nouns().visiting
    return came or any(c.lower_ == "from" for c in town.children)


def _is_told_where(token: Word) -> bool:
    """As in "the refinery west of Karsin", "the prison that they stormed", whatever the words hang on."""
    after = token.doc[token.i + 1].lower_ if token.i + 1 < token.sent.end else ""
    points = nouns().regions["bare"] | nouns().unknown_place["prepositions"] | {"of"}
    return after in points or any(c.i > token.i and c.dep_ in ("nmod", "acl", "acl:relcl") for c in token.children)


def part(token: Word, history: History, number: int) -> Iterator[Found]:
    """As in "the centre", "the southern districts": those of the place named last; of a town, where there are many."""
    fits = is_settlement if is_part(token) else anywhere
    place = history.antecedents.meant(token, number, fits)
    if place is not None and not place.text.lower().startswith(token.lemma):
        if token.lemma in nouns().before_of["named"] and not any(c.dep_ == "amod" for c in token.children):
            yield standing_for(token, place)  # "the quarter": one that has a name of its own
            return
        left = [t.text for t in token.doc[max(token.i - 2, token.sent.start) : token.i] if t.pos_ == "ADJ"]
        text = " ".join([*left, token.text, "of", place.text])
        yield Found(token.i, token.i + 1, MentionKind.PLACE, text, named=False)
