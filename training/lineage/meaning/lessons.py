"""What the network learns from: passages beside sentences that retell them, and what each changed.

*Pairs* (`training/lineage/pairs`): passages of one to three sentences, each with six retellings; for every retelling
that changes the meaning, the passage told otherwise, so that the same words are true to it.  Without these the network
guesses from the sound of the retelling alone (decision 0050).  *Stories* (`data` of the half `look`, `fresh`,
`retold`): every sentence of a report beside the passage that the program finds for it.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.alterations import holds, readings
from fogline.language.pieces import Pieces
from fogline.lineage.families import Kindred
from fogline.lineage.meaning import NOWHERE, row_of
from fogline.lineage.passages import passages
from fogline.records import Relation
from training.lineage.told import FRESH, KINDS, Family, Told, iter_families, retold

PAIRS = Path(__file__).parent.parent / "pairs"
NAMED = tuple(sorted(KINDS))
UNKNOWN = -1  # of a piece: whether it bears a change is not told
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’]? +(?=[\"“‘A-Z])")
Change = Sequence[str]  # kind, the passage's words, the sentence's words; "-" for none


@dataclass(frozen=True, slots=True)
class Lesson:
    """A passage beside a sentence in numbers.

    kinds: of each of `NAMED` 1.0 where the sentence changed it; bears: of each piece 1 where it bears a change, 0, or
    `UNKNOWN`.
    """

    pieces: list[int]
    shapes: list[int]
    sides: list[int]
    kinds: list[float]
    bears: list[int]


def lesson(cut: Pieces, passage: str, sentence: str, changes: Sequence[Change], *, pointed: bool = True) -> Lesson:
    """One lesson.  `pointed`: whether the words of the changes are told as they stand in both texts."""
    row = row_of(cut, passage, sentence)
    kinds = [float(any(change[0] == kind for change in changes)) for kind in NAMED]
    marked = [[_find(text, change[side + 1]) for change in changes] for side, text in enumerate((passage, sentence))]
    known = pointed and all(found is not None for found in marked[1])
    bears = [
        UNKNOWN if span == NOWHERE or not known else int(any(_meet(span, found) for found in marked[side]))
        for span, side in zip(row.spans, row.sides, strict=True)
    ]
    return Lesson(row.pieces, row.shapes, row.sides, kinds, bears)


def _find(text: str, told: str) -> tuple[int, int] | None:
    """Where some words stand; nowhere (0, 0) for "-", `None` where they do not stand so."""
    if told == "-":
        return NOWHERE
    at = text.find(told)
    return None if at < 0 else (at, at + len(told))


def _meet(span: tuple[int, int], found: tuple[int, int] | None) -> bool:
    return found is not None and found[0] < span[1] and span[0] < found[1]


def of_pairs(cut: Pieces, draw: random.Random, folder: Path = PAIRS) -> Iterator[Lesson]:
    """The lessons of the pairs; of each passage one of its own sentences is a copy, which changes nothing."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from _of_pair(cut, json.loads(line), draw)


def _of_pair(cut: Pieces, pair: Mapping[str, Any], draw: random.Random) -> Iterator[Lesson]:
    told = pair["told"]
    yield from (lesson(cut, pair["source"], sentence, changes) for sentence, changes in told)
    for other in pair["otherwise"]:
        yield lesson(cut, other["source"], told[other["k"]][0], ())
        for k, kind in other["false"]:
            yield lesson(cut, other["source"], told[k][0], ((kind, "-", "-"),), pointed=False)
    yield lesson(cut, pair["source"], draw.choice(_SENTENCE.split(pair["source"])), ())
    k = draw.randrange(len(told))
    true = [sentence for n, (sentence, changes) in enumerate(told) if n != k and not changes]
    around = [told[k][0], *draw.sample(true, min(1, len(true)))]
    draw.shuffle(around)
    yield lesson(cut, " ".join(around), told[k][0], ())


def of_stories(cut: Pieces) -> Iterator[Lesson]:
    """The lessons of the stories that may be learnt from."""
    look = (family for family in iter_families() if family.half == "look")
    for family in (*look, *iter_families(FRESH), *retold(learnt=True)):
        yield from of_story(cut, family)


def of_story(cut: Pieces, family: Family) -> Iterator[Lesson]:
    """Every sentence of each retelling in which nothing was only left out; unlabelled paraphrases are passed over."""
    kindred = Kindred(readings(family.reports, own=False))
    numbers = kindred.tellings.numbers
    for report in family.reports:
        unlabelled = report is family.reports[1] and not report.changes
        if report.relation == Relation.UPDATE or unlabelled:
            continue
        for source in report.sources:
            if report.id in numbers and source in numbers and numbers[report.id] != numbers[source]:
                told, theirs = (kindred.tellings[numbers[i]] for i in (report.id, source))
                texts = [[s.text for s in telling.sentences] for telling in (told, theirs)]
                yield from _of_report(cut, report, texts[0], texts[1], passages(told, theirs))


def _of_report(
    cut: Pieces, report: Told, mine: Sequence[str], theirs: Sequence[str], found: Iterable[Sequence[int]]
) -> Iterator[Lesson]:
    for sentence, places in zip(mine, found, strict=True):
        around = [theirs[j] for j in sorted(places)]
        made = [c for c in report.changes if c.altered is not None and holds(sentence, c.altered)]
        dropped = any(c.altered is None and any(holds(a, c.original or "") for a in around) for c in report.changes)
        if around and (made or not dropped):
            changes = [(c.kind, c.original or "-", c.altered or "-") for c in made]
            yield lesson(cut, " ".join(around), sentence, changes)
