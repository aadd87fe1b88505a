"""A sentence of a report beside the one that it was taken from, and the changes that are found in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from fogline.lineage.tellings import Sentence, Telling
from fogline.lineage.tokens import Kind


@dataclass(frozen=True, slots=True)
class Change:
    """A kind of alteration with both values.

    The kinds: number, name, place, time, source, certainty, scope, status, negation, wording (a word
    put for another, of no kind that is known).
    """

    kind: str
    original: str
    altered: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a whole telling holds, to know a change from a move."""

    names: frozenset[str]

    @classmethod
    def of(cls, telling: Telling) -> Facts:
        """The names of a telling, by their keys."""
        return cls(frozenset(t.key for s in telling.sentences for t in s.tokens if t.kind is Kind.NAME))


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence, the one it was taken from, and what stands around both.

    Around: the neighbours, and every sentence that is joined to the other.
    """

    altered: Sentence
    original: Sentence
    altered_facts: Facts
    original_facts: Facts
    near_altered: Sequence[Sentence] = field(default=())
    near_original: Sequence[Sentence] = field(default=())
    joined_altered: Sequence[Sentence] = field(default=())  # of those near, the ones that tell the original
    alone: bool = True  # whether each of the two was matched with the other only, and the one tells enough of the other
    digest: bool = False  # whether the report is a summary, which drops and merges by nature
    share: float = 1.0  # how much of the one, by weight, the other tells: of either the larger part
    own_words: bool = False  # whether the whole report keeps no sentence of its source
    plain: bool = False  # whether nearly every word is kept
    agency: frozenset[str] = frozenset()  # keys of the agencies that the report credits: no source of their own
