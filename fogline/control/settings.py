"""Where a claim may be told of that names no place of its own: by its sentence, and by those that stand before it.

"Fifteen fighters were killed" behind a sentence on Karsin may be of Karsin.  That is no place of the claim: it tells
where to ask for what its figures and denials contradict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from fogline.control.rules import rules
from fogline.control.spots import UNKNOWN, consonants, is_known, is_named, is_part
from fogline.language.words import words
from fogline.records import Claim, ClaimType, Status

SPOKEN = frozenset({Status.ASSERTED, Status.DENIED})
NEAR = 600  # characters between the sentence of a place and one that tells of it without naming it, at most
Told = dict[str, list[Claim]]
Sentence = Sequence[Claim]
Names = dict[str, list[tuple[list[str], str]]]  # the first word of a name -> its words, and the key of its place


class Laid(NamedTuple):
    """That a claim is told near another, or of a place: the table of `Settings`, what it is filed under there, its id.

    `unless_told`: how a place is spelled (see `consonants`) that no other sentence of the record may name.
    """

    table: str
    key: str
    claim_id: str
    unless_told: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The claims that are told near others, by the ids of those; `named`: by the key of a place.

    `parts`: those that name no place or a part of one ("the terminal"), right after one of a place.  `unknown`: those
    of a place that no gazetteer knows and no other sentence names, since it may be a part, or a name misread.
    `counted`: those that count people and do not name their place, near words of that one.  `named`: those without a
    place whose sentence names one that claims of the report know, or that stand behind one that does.
    """

    parts: Told = field(default_factory=dict)
    unknown: Told = field(default_factory=dict)
    counted: Told = field(default_factory=dict)
    named: Told = field(default_factory=dict)

    @classmethod
    def of(cls, laid: Iterable[Laid], claims: Mapping[str, Claim], spelled: Mapping[str, int]) -> Settings:
        """Those of all reports; `claims` by their ids, and in how many sentences a place is told, by its spelling."""
        found = cls()
        tables = {"parts": found.parts, "unknown": found.unknown, "counted": found.counted, "named": found.named}
        for table, key, claim_id, unless_told in laid:
            if unless_told is None or spelled[unless_told] <= 1:
                tables[table].setdefault(key, []).append(claims[claim_id])
        return found


def spellings(claims: Iterable[Claim]) -> Counter[str]:
    """In how many sentences of a report each place is told, by its consonants."""
    return Counter(key for key, _ in {(consonants(c.place.text), c.anchor) for c in claims if c.place})


def lay(claims: Iterable[Claim]) -> Iterator[Laid]:
    """What the claims of one report are told near, or told of."""
    told = sorted(claims, key=lambda c: (c.anchor.start, c.act.start, c.claim_id))
    sentences = [list(group) for _, group in groupby(told, key=lambda c: c.anchor)]
    names = _names(told)
    for at, sentence in enumerate(sentences):
        before = list(_near(sentence, sentences, at))
        for claim in (c for c in sentence if c.status in SPOKEN):
            yield from _lay(claim, before)
            yield from _set(claim, [sentence, *before], names)


def _lay(claim: Claim, before: Iterable[Sentence]) -> Iterator[Laid]:
    """Lay a claim beside those of the sentences before it, the nearest first."""
    if claim.type is ClaimType.HARM and not is_named(claim):
        for sentence in before:
            yield from _beside("counted", claim, [c for c in sentence if is_known(c) and is_named(c)])
    if claim.type not in rules().deniable or is_known(claim):
        return
    part = is_part(claim)
    alone = consonants(claim.place.text) if claim.place is not None and not part else None
    for sentence in before:
        fitting = [c for c in sentence if is_known(c) or (part and not is_part(c))]
        yield from _beside("parts" if part else "unknown", claim, fitting, alone)
        if fitting:
            return


def _set(claim: Claim, sentences: Iterable[Sentence], names: Names) -> Iterator[Laid]:
    """File a claim without a place under the places that its sentence names, or the last before that names any."""
    if claim.place is not None or (claim.type not in rules().deniable and claim.type is not ClaimType.HARM):
        return
    for key in next(filter(None, (_named(s[0].anchor.quote, names) for s in sentences)), ()):
        yield Laid("named", key, claim.claim_id)


def _near(sentence: Sentence, sentences: Sequence[Sentence], at: int) -> Iterator[Sentence]:
    """The sentences before that are near enough, the nearest first."""
    for number in range(at - 1, -1, -1):
        apart = sentence[0].anchor.start - sentences[number][0].anchor.end
        if apart >= NEAR:
            return
        if apart >= 0:
            yield sentences[number]


def _beside(table: str, claim: Claim, fitting: Iterable[Claim], unless_told: str | None = None) -> Iterator[Laid]:
    """File a claim under those of a sentence that fit, one for each place."""
    for other in {c.place: c for c in fitting if c.status in SPOKEN}.values():
        yield Laid(table, other.claim_id, claim.claim_id, unless_told)


def _names(claims: Sequence[Claim]) -> Names:
    """The names that claims have for located places."""
    found: Names = {}
    for text, key in sorted({(c.place.text, c.place.key) for c in claims if c.place and c.place.key}):
        said = words(text)
        if said and not key.startswith(UNKNOWN):
            found.setdefault(said[0], []).append((said, key))
    return found


def _named(quote: str, names: Names) -> list[str]:
    """The keys of the places that a sentence names."""
    said = _words(quote)
    found = [
        key for at, word in enumerate(said) for name, key in names.get(word, ()) if said[at : at + len(name)] == name
    ]
    return list(dict.fromkeys(found))


@lru_cache(maxsize=50_000)
def _words(quote: str) -> list[str]:
    return words(quote)
