"""Names and mentions, on held-out parts of the corpora, from running text.

Two ways of matching, both with the right type: `exact`, where the span is the gold's to the character; `overlap`, where
it shares a character with it, each gold span being found once (the type measure of MUC and SemEval 2013).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from evaluation.engine.reading import read_text
from evaluation.tally import Tally
from fogline.language.parsed import Parsed

Mark = tuple[int, int, str]  # start, end, type; in characters, half-open
Marks = Callable[[Parsed], Iterable[Mark]]


@dataclass(slots=True)
class Counts:
    """Spans that are right, in gold, and found."""

    right: int = 0
    gold: int = 0
    found: int = 0

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1, 0 to 1."""
        tally = Tally(self.right, self.gold, self.found)
        return {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}


def measure(nlp: Language, gold: Iterable[Doc], marks: Marks) -> dict[str, dict[str, float]]:
    """The figures by way of matching, and by type where exact."""
    counts: dict[str, Counts] = {"exact": Counts(), "overlap": Counts()}
    for doc in gold:
        told = [(span.start_char, span.end_char, span.label_) for span in doc.ents]
        found = list(marks(read_text(nlp, doc.text)))
        _count(counts["exact"], told, found, len(set(told) & set(found)))
        _count(counts["overlap"], told, found, _overlapping(told, found))
        for kind in sorted({mark[2] for mark in [*told, *found]}):
            mine, theirs = ([m for m in marks_ if m[2] == kind] for marks_ in (told, found))
            _count(counts.setdefault(kind, Counts()), mine, theirs, len(set(mine) & set(theirs)))
    return {name: count.figures() for name, count in counts.items()}


def names(parse: Parsed) -> Iterable[Mark]:
    """The names that the network sees."""
    return _marks(parse, parse.doc.ents)


def mentions(parse: Parsed) -> Iterable[Mark]:
    """All who and what the engine found named or described; the names where an engine has no mentions."""
    return _marks(parse, parse.doc.spans.get("mentions", parse.doc.ents))


def _marks(parse: Parsed, spans: Iterable) -> Iterable[Mark]:
    for span in spans:
        anchor = parse.anchor(span.start, span.end)
        yield anchor.start, anchor.end, span.label_


def _count(counts: Counts, gold: list[Mark], found: list[Mark], right: int) -> None:
    counts.gold += len(gold)
    counts.found += len(found)
    counts.right += right


def _overlapping(gold: Iterable[Mark], found: Iterable[Mark]) -> int:
    """How many gold spans share a character with a found one of their type that no other gold span has taken."""
    free = sorted(found)
    right = 0
    for start, end, kind in sorted(gold):
        hit = next((m for m in free if m[2] == kind and m[0] < end and start < m[1]), None)
        if hit is not None:
            free.remove(hit)
            right += 1
    return right
