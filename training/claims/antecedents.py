"""Learn which place named before a reference means: `make antecedents` (minutes).

From our own labelled sentences: where a label says that "the town", "there" or "it" stands for a place, that place is
right, and the others named before are wrong.  Writes fogline/grounding/data/antecedents.toml.
Source: docs/decisions/0045-which-place-is-meant.md
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from rich.progress import track

from evaluation.names import Names
from fogline.claims.scene import scene_of
from fogline.grounding import antecedents
from fogline.grounding.antecedents import Antecedents, Traits, anywhere, sort_of
from fogline.grounding.board import Found
from fogline.grounding.nouns import nouns
from fogline.language.plain import Sentence, Word
from fogline.runs.line import reading_line
from training.claims.examples import read_with_labels
from training.claims.labelled import DATA, Labelled
from training.claims.labelled import read as read_labelled

OUT = Path(antecedents.__file__).parent / "data" / "antecedents.toml"
FOLDS = 5
STEPS, RATE, PRICE = 300, 0.05, 2e-3
SORTS = ("town", "city", "village", "it", "there")


@dataclass(frozen=True, slots=True)
class Choice:
    """One reference: its sort, the traits of the places named before, and which of them are right."""

    conflict: str
    sort: str
    traits: list[Traits]
    right: list[bool]


class Asked(Antecedents):
    """Remembers what it was asked: for each token the places to choose from."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: dict[int, list[tuple[str, Traits]]] = {}

    def meant(self, token: Word, sentence: int, fits: Callable[[Found], bool] = anywhere) -> Found | None:
        """As ever, and remembered where the place itself is meant, and not its airport."""
        word = token.lemma if token.pos_ == "NOUN" else token.lower_
        if word not in nouns().definite_place["facility"] | nouns().before_of["part"]:
            told = self.candidates(word, sentence)
            self.asked[token.i] = [(own.last.piece.text, list(traits)) for own, traits in told]
        return super().meant(token, sentence, fits)


def main(argv: Sequence[str] | None = None) -> int:
    """Read the labels, try in folds over conflicts, learn from all, write."""
    parser = argparse.ArgumentParser(prog="python -m training.claims.antecedents", description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args(argv)
    choices = [c for path in track(sorted(DATA.glob("*.txt")), "reading") for c in choices_of(path)]
    for sort, (count, right) in tried(choices).items():
        print(f"{sort}: {count} references, {right} right in folds that leave their conflict out", file=sys.stderr)
    options.out.write_text(as_toml(learn(choices)), encoding="utf-8")
    return 0


def choices_of(path: Path) -> Iterator[Choice]:
    """The references of one file of labelled reports."""
    reports = read_labelled(path)
    names = Names(reports[0].names)
    for report in reports:
        yield from _choices(path.stem, report, names)


def _choices(conflict: str, report: Labelled, names: Names) -> Iterator[Choice]:
    reading, labels = read_with_labels(report)
    asked = Asked()
    replace(reading_line()[2], antecedents=lambda: asked)(reading)
    seen: set[int] = set()
    for number, sentence in enumerate(scene_of(reading).doc.sents):
        for label in labels.get(number, []):
            for role in label.roles.get("place", [[]])[0]:
                token = _reference(role.words, sentence, asked)
                if token is None or token in seen:
                    continue
                seen.add(token)
                wanted = names.keys(role.name)
                right = [bool(names.keys(text) & wanted) for text, _ in asked.asked[token]]
                word = sentence.doc[token]
                lemma = word.lemma if word.pos_ == "NOUN" else word.lower_
                yield Choice(conflict, sort_of(lemma), [t for _, t in asked.asked[token]], right)


def _reference(words: str | None, sentence: Sentence, asked: Asked) -> int | None:
    """The last token that was asked for within the words that stand for a place."""
    found = None if words is None else re.search(rf"(?<!\w){re.escape(words)}(?!\w)", sentence.text)
    if found is None:
        return None
    starts = sentence.doc.starts
    begin, end = (starts[sentence.start] + at for at in found.span())
    inside = [t.i for t in sentence if begin <= starts[t.i] < end and t.i in asked.asked]
    return inside[-1] if inside else None


def tried(choices: Sequence[Choice]) -> dict[str, tuple[int, int]]:
    """For each sort how many references there are, and how many are right where their conflict was left out."""
    conflicts = sorted({c.conflict for c in choices})
    count, right = Counter[str](), Counter[str]()
    for fold in range(FOLDS):
        out = set(conflicts[fold::FOLDS])
        weights = learn([c for c in choices if c.conflict not in out])
        for choice in (c for c in choices if c.conflict in out and c.traits):
            scores = [sum(weights[choice.sort].get(name, 0.0) * v for name, v in traits) for traits in choice.traits]
            count[choice.sort] += 1
            right[choice.sort] += choice.right[scores.index(max(scores))]
    return {sort: (count[sort], right[sort]) for sort in SORTS}


def learn(choices: Sequence[Choice]) -> dict[str, dict[str, float]]:
    """The weights by sort: those that all sorts share, and what a sort adds, both kept small."""
    told = [c for c in choices if any(c.right)]
    names = sorted({name for c in told for traits in c.traits for name, _ in traits})
    place = {name: n for n, name in enumerate(names)}
    most = max(len(c.traits) for c in told)
    values = torch.zeros(len(told), most, len(names))
    absent = torch.ones(len(told), most, dtype=torch.bool)
    right = torch.zeros(len(told), most, dtype=torch.bool)
    for i, choice in enumerate(told):
        absent[i, : len(choice.traits)] = False
        right[i, : len(choice.right)] = torch.tensor(choice.right)
        for k, traits in enumerate(choice.traits):
            for name, value in traits:
                values[i, k, place[name]] = value
    sorts = torch.tensor([SORTS.index(c.sort) for c in told])
    weights = torch.zeros(1 + len(SORTS), len(names), requires_grad=True)
    optimizer = torch.optim.Adam([weights], lr=RATE)
    for _ in range(STEPS):
        scores = (values * (weights[0] + weights[1 + sorts])[:, None]).sum(-1).masked_fill(absent, -1e4)
        chances = scores.log_softmax(1).masked_fill(~right, -1e9)
        loss = -torch.logsumexp(chances, 1).mean() + PRICE * (weights**2).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    found = (weights[0] + weights[1:]).detach()
    return {sort: dict(zip(names, found[n].tolist(), strict=True)) for n, sort in enumerate(SORTS)}


def as_toml(weights: dict[str, dict[str, float]]) -> str:
    """The weights as they are shipped."""
    lines = ["# Written by `make antecedents`; do not edit.  What speaks for a place that a reference may mean."]
    for sort, traits in weights.items():
        lines += ["", f"[{sort}]", *(f'"{name}" = {value:.3f}' for name, value in sorted(traits.items()))]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
