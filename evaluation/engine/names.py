"""How well names are found as units: the own set gold/names.jsonl against an engine, as tagged and as settled.

Rules of the set.  A name has no article, no possessive 's, no title, rank or post ("HTS leader", "Gen.", "Foreign
Minister"); what is coordinated, apposed or in brackets is a name of its own.  Directions in small letters stay out
("northern Syria" is "Syria").  The word for a division of land, a water, a height or a built thing belongs to the name
("Aleppo province", "Vess river", "Karsin border gate"), as does that of a unit ("Azov brigade"); "city", "town",
"village", plural words for two ("the provinces"), and "group", "movement", "militia" in small letters do not.  A body
takes its complement ("Ministry of Defence of Azerbaijan").  An army, force, police or ministry named by its nation is
one ORG ("Syrian army"), with no NORP inside; "Syrian forces", "the Syrian government" have the NORP alone.  A would-be
state is LOC, a university or newspaper ORG, a road or square FAC; an uncrewed aircraft and a ship are VEHICLE, guns and
launchers WEAPON.  Wars, operations, treaties and days are no names here.  All sentences were written for the set.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from evaluation.tally import Tally
from fogline.language.names import LABELS, settle

GOLD = Path(__file__).parent / "gold" / "names.jsonl"

Name = tuple[int, int, str]  # start and end in code points, half-open; label


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the set, with its names in order; `held` ones are looked at only as a figure."""

    text: str
    style: str
    names: tuple[Name, ...]
    held: bool


class GoldError(Exception):
    """A row of the set that does not say what it should."""


@cache
def sentences(path: Path = GOLD) -> tuple[Sentence, ...]:
    """The set.

    Raises: GoldError where a name is not in its sentence, lies over another, or has a label that is none of `LABELS`.
    """
    return tuple(_sentence(n, line) for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1))


def _sentence(number: int, line: str) -> Sentence:
    row = json.loads(line)
    names: list[Name] = []
    for name in row["names"]:
        start = -1
        for _ in range(name.get("nth", 1)):
            start = row["text"].find(name["text"], start + 1)
        last = names[-1][1] if names else 0
        if start < last or name["label"] not in LABELS:
            raise GoldError(f"line {number}: {name} is not there, or not in order, or of no known label")
        names.append((start, start + len(name["text"]), name["label"]))
    return Sentence(row["text"], row["style"], tuple(names), row["held"])


def measure(nlp: Language) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of the names of an engine.

    Shape: rows "before dev", "after held", "after all", ...; each with figures such as "f1", "span f1" (whatever the
    label) and "ORG f1".  A name counts where its first and last character are right.
    """
    told = sentences()
    docs = list(parsed(nlp, told))
    before = [_names(doc.ents) for doc in docs]
    after = [_names(settle(doc)) for doc in docs]
    table: dict[str, dict[str, float]] = {}
    for part, wanted in (("dev", (False,)), ("held", (True,)), ("all", (False, True))):
        rows = [n for n, s in enumerate(told) if s.held in wanted]
        for when, given in (("before", before), ("after", after)):
            table[f"{when} {part}"] = _figures([told[n].names for n in rows], [given[n] for n in rows])
    return table


def parsed(nlp: Language, told: Iterable[Sentence]) -> Iterator[Doc]:
    """The sentences through the engine, each as one sentence."""
    for sentence in told:
        doc = nlp.tokenizer(sentence.text)
        for token in doc:
            token.is_sent_start = token.i == 0
        yield nlp(doc)


def _names(spans: Iterable[Span]) -> set[Name]:
    return {(s.start_char, s.end_char, s.label_) for s in spans}


def _figures(asked: list[tuple[Name, ...]], given: list[set[Name]]) -> dict[str, float]:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for gold, found in zip(asked, given, strict=True):
        for row, want, got in _views(set(gold), found):
            for n, part in enumerate((want & got, want, got)):
                counts[row][n] += len(part)
    figures: dict[str, float] = {}
    for row, (right, wanted, got) in counts.items():
        tally = Tally(right, wanted, got)
        figures |= {f"{row}precision": tally.precision, f"{row}recall": tally.recall, f"{row}f1": tally.f1}
    return figures


def _views(gold: set[Name], found: set[Name]) -> Iterator[tuple[str, set[Name], set[Name]]]:
    yield "", gold, found
    yield "span ", {(s, e, "") for s, e, _ in gold}, {(s, e, "") for s, e, _ in found}
    for label in LABELS:
        yield f"{label} ", {n for n in gold if n[2] == label}, {n for n in found if n[2] == label}
