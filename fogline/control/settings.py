"""Where a claim may be told of that names no place of its own: by its sentence, and by those that stand before it.

"Fifteen fighters were killed" behind a sentence on Karsin may be of Karsin.  That is no place of the claim: it tells
where to ask for what its figures and denials contradict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from fogline.control.rules import rules
from fogline.control.spots import UNKNOWN, consonants, is_known, is_named, is_part
from fogline.language.words import words
from fogline.records import Claim, ClaimType, Corpus, Status

SPOKEN = frozenset({Status.ASSERTED, Status.DENIED})
NEAR = 600  # characters between the sentence of a place and one that tells of it without naming it, at most
Told = dict[str, list[Claim]]
Sentence = Sequence[Claim]
Names = dict[str, list[tuple[list[str], str]]]  # the first word of a name -> its words, and the key of its place


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
    def of(cls, corpus: Corpus) -> Settings:
        """Those of all reports of a corpus."""
        spelled = Counter(key for key, _ in {(consonants(c.place.text), c.anchor) for c in corpus.claims() if c.place})
        found = cls()
        for reading in corpus.readings:
            told = sorted(reading.claims or (), key=lambda c: (c.anchor.start, c.act.start, c.claim_id))
            sentences = [list(group) for _, group in groupby(told, key=lambda c: c.anchor)]
            names = _names(told)
            for at, sentence in enumerate(sentences):
                before = list(_near(sentence, sentences, at))
                for claim in (c for c in sentence if c.status in SPOKEN):
                    found._lay(claim, before, spelled)
                    found._set(claim, [sentence, *before], names)
        return found

    def _lay(self, claim: Claim, before: Iterable[Sentence], spelled: Counter[str]) -> None:
        """Lay a claim beside those of the sentences before it, the nearest first."""
        if claim.type is ClaimType.HARM and not is_named(claim):
            for sentence in before:
                _beside(self.counted, claim, sentence, lambda c: is_known(c) and is_named(c))
        if claim.type not in rules().deniable or is_known(claim):
            return
        part = is_part(claim)
        if claim.place is not None and not part and spelled[consonants(claim.place.text)] > 1:
            return
        for sentence in before:
            table = self.parts if part else self.unknown
            if _beside(table, claim, sentence, lambda c: is_known(c) or (part and not is_part(c))):
                return

    def _set(self, claim: Claim, sentences: Iterable[Sentence], names: Names) -> None:
        """File a claim without a place under the places that its sentence names, or the last before that names any."""
        if claim.place is not None or (claim.type not in rules().deniable and claim.type is not ClaimType.HARM):
            return
        for key in next(filter(None, (_named(s[0].anchor.quote, names) for s in sentences)), ()):
            self.named.setdefault(key, []).append(claim)


def _near(sentence: Sentence, sentences: Sequence[Sentence], at: int) -> Iterator[Sentence]:
    """The sentences before that are near enough, the nearest first."""
    for number in range(at - 1, -1, -1):
        apart = sentence[0].anchor.start - sentences[number][0].anchor.end
        if apart >= NEAR:
            return
        if apart >= 0:
            yield sentences[number]


def _beside(table: Told, claim: Claim, sentence: Sentence, fits: Callable[[Claim], bool]) -> bool:
    """File a claim under those of a sentence that fit, one for each place.  Gives whether any does."""
    fitting = [c for c in sentence if fits(c)]
    for other in {c.place: c for c in fitting if c.status in SPOKEN}.values():
        table.setdefault(other.claim_id, []).append(claim)
    return bool(fitting)


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
