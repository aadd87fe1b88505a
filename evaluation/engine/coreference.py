"""How often coreference is right: on cases of our own, and on GUM's documents where they are at hand.

`python -m evaluation.engine.coreference` prints the figures for the engine that is set.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from fogline.language.coreference import Kind, Reference, references
from fogline.language.engine import words_of
from fogline.language.names import set_names
from fogline.language.words import words
from fogline.records import Reading, Span, SpanKind
from training.gum_coreference import Anaphor, GumText, anaphors, read
from training.sources import SourceMissing, gum_files

CASES = Path(__file__).parent / "gold" / "coreference.jsonl"
Figures = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Case:
    """One case of our own: what `text[start:end]` refers to, by name, or None where a careful reader leaves it open."""

    id: str
    text: str
    start: int
    end: int
    kind: str
    answers: tuple[str, ...]
    held: bool

    def accepts(self, name: str) -> bool:
        """Whether a name is the answer, or a fuller or a shorter form of it."""
        told = words(name)
        return any(set(words(a)) <= set(told) or set(told) <= set(words(a)) for a in self.answers if told)


@dataclass(slots=True)
class Counts:
    """Counts over anaphors: how many have a name, were resolved, were resolved rightly, were handled rightly."""

    all: int = 0
    named: int = 0
    resolved: int = 0
    right: int = 0
    handled: int = 0

    def count(self, *, named: bool, resolved: bool, right: bool) -> None:
        """Count one anaphor."""
        self.all += 1
        self.named += named
        self.resolved += resolved
        self.right += right
        self.handled += right or not (named or resolved)

    def figures(self) -> dict[str, float]:
        """Precision, recall, F1, and accuracy with what is rightly left open; none of a kind counts as nought."""
        precision = self.right / self.resolved if self.resolved else 0.0
        recall = self.right / self.named if self.named else 0.0
        both = precision + recall
        return {
            "n": self.all,
            "named": self.named,
            "precision": round(precision, 3),
            "recall": round(recall, 3),
            "f1": round(2 * precision * recall / both, 3) if both else 0.0,
            "accuracy": round(self.handled / self.all, 3) if self.all else 0.0,
        }


def load_cases(path: Path = CASES) -> list[Case]:
    """Our own cases, in the order of the file."""
    return list(_iter_cases(path.read_text(encoding="utf-8").splitlines()))


def _iter_cases(lines: Iterable[str]) -> Iterator[Case]:
    for line in lines:
        row = json.loads(line)
        answers = (row["answer"], *row.get("also", ())) if row["answer"] is not None else ()
        yield Case(row["id"], row["text"], row["start"], row["end"], row["kind"], answers, row.get("held", False))


def measure(nlp: Language) -> Figures:
    """Every figure, by set and kind: "own_look/person"; GUM's only where its sources are at hand."""
    found = own(nlp)
    try:
        for split in ("dev", "test"):
            texts = [read(path, nlp) for path in gum_files(split)]
            found |= gum(texts, nlp, name=f"gum_{split}")
            found |= gum([t for t in texts if "_news_" in t.name], nlp, name=f"gum_news_{split}")
    except SourceMissing as missing:
        print(missing, file=sys.stderr)
    return found


def own(nlp: Language, cases: Sequence[Case] | None = None) -> Figures:
    """The figures on our own cases: those looked at, those held, and all."""
    counts: dict[str, Counts] = defaultdict(Counts)
    for case, name in answered(nlp, load_cases() if cases is None else cases):
        right = name is not None and case.accepts(name)
        for part in ("own_held" if case.held else "own_look", "own_all"):
            for kind in (case.kind, "all"):
                counts[f"{part}/{kind}"].count(named=bool(case.answers), resolved=name is not None, right=right)
    return {row: count_.figures() for row, count_ in sorted(counts.items())}


def answered(nlp: Language, cases: Iterable[Case]) -> Iterator[tuple[Case, str | None]]:
    """Each case with the name that was found for it, or None."""
    parsed: dict[str, tuple[Doc, tuple[int, ...], tuple[Reference, ...]]] = {}
    for case in cases:
        if case.text not in parsed:
            raw = Reading("case", case.text, spans=(Span(0, len(case.text), SpanKind.BODY),))
            doc, offsets = words_of(raw, nlp)
            doc = set_names(nlp(doc))
            parsed[case.text] = doc, offsets, references(doc)
        doc, offsets, found = parsed[case.text]
        last = [r for r in found if offsets[r.end - 1] < case.end <= offsets[r.end - 1] + len(doc[r.end - 1])]
        yield case, doc[last[0].to_start : last[0].to_end].text if last else None


def gum(texts: Iterable[GumText], nlp: Language, *, name: str) -> Figures:
    """The figures on documents of GUM: right is a name of the anaphor's own chain."""
    counts: dict[str, Counts] = defaultdict(Counts)
    for text in texts:
        found = {r.end - 1: r for r in references(text.bare(nlp)) if r.kind not in (Kind.OFFICE, Kind.SPEAKER)}
        for anaphor in anaphors(text):
            reference = found.get(anaphor.at)
            right = reference is not None and _in_chain(text, anaphor, reference)
            for kind in (anaphor.kind, "all"):
                named = anaphor.named or right
                counts[f"{name}/{kind}"].count(named=named, resolved=reference is not None, right=right)
    return {row: count_.figures() for row, count_ in sorted(counts.items())}


def _in_chain(text: GumText, anaphor: Anaphor, reference: Reference) -> bool:
    """Whether the smallest mention around the head of the name that was found is of the anaphor's chain."""
    head = text.doc[reference.to_start : reference.to_end].root.i
    around = [m for m in text.mentions if m.start <= head < m.end]
    least = min((m.end - m.start for m in around), default=0)
    return any(m.chain == anaphor.chain for m in around if m.end - m.start == least)


def main() -> None:
    """Print the figures."""
    from fogline.language.engine import load

    for row, figures in measure(load().nlp).items():
        print(f"{row:24}" + "  ".join(f"{k} {v:5}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
