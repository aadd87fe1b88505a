"""The labelled stories of `data/`: read and checked.  `README.md` gives the form.

`python -m training.lineage.told` checks all files and counts.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from training.claims.labelled import DATA as BASES
from training.claims.labelled import Labelled
from training.claims.labelled import read as read_labelled

DATA = Path(__file__).parent / "data"
DATED = Path(__file__).parent / "days"  # stories that are told for the days of their reports alone
FRESH = Path(__file__).parent / "fresh"  # stories that are told for their alterations alone
UNREAD = Path(__file__).parent / "unread"  # the same, and only measure
RETOLD = Path(__file__).parent / "retold"  # stories from which the network for meaning learns, but for every twelfth
EVERY, FIRST = 12, 5
RELATIONS = frozenset({"copy", "edited copy", "rewrite", "summary", "update", "independent"})
KINDS = frozenset({"number", "name", "source", "qualifier", "status", "time", "place", "negation"})
HALVES = ("look", "held")
_INSIDE = re.compile(r"\[\[(.*?)\]\]")


class Wrong(ValueError):
    """A line that does not follow the form."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a paragraph changed in meaning: the words of the source and its own, `None` where there are none."""

    kind: str
    original: str | None
    altered: str | None
    paragraph: str


@dataclass(slots=True)
class Told:
    """One report.  `spans`: characters of `raw` that are furniture or strays.  `sources`: whom it derives from.

    `day` is the true one; where the page does not tell it, `dated` is false.  `relation` is `None` for the reports of
    the base, which derive from nobody but the second, the first one's rewrite.
    """

    id: str
    outlet: str
    day: date | None
    dated: bool
    relation: str
    sources: tuple[str, ...]
    raw: str = ""
    spans: list[tuple[int, int]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Family:
    """A story with all its reports: the base's five, then those of the lineage file."""

    name: str
    reports: tuple[Told, ...]

    @property
    def half(self) -> str:
        """ "look", which may be read while building, or "held", which only measures: fixed by the name alone."""
        return HALVES[hashlib.sha256(self.name.encode()).digest()[0] % 2]


def iter_families(folder: Path = DATA) -> Iterator[Family]:
    """Every story, by name."""
    for path in sorted(folder.glob("*.txt")):
        yield read(path)


def retold(*, learnt: bool) -> Iterator[Family]:
    """The stories of `RETOLD`: those that are learnt from, or those that only measure."""
    for number, path in enumerate(sorted(RETOLD.glob("*.txt"))):
        if (number % EVERY != FIRST) == learnt:
            yield read(path)


def read(path: Path) -> Family:
    """The story of one file; raises `Wrong` with the line's number at the first line that is not in the form."""
    reports: list[Told] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            _take(line.strip(), reports)
        except (Wrong, IndexError, ValueError) as wrong:
            raise Wrong(f"{path.name}:{number}: {wrong}: {line.strip()[:160]}") from None
    return Family(path.stem, tuple(reports))


def _take(line: str, reports: list[Told]) -> None:
    if line.startswith("= "):
        reports += base(line[2:].strip())
    elif line.startswith("# "):
        reports.append(_report(line[2:], {r.id for r in reports}))
    elif line.startswith("~ "):
        reports[-1].changes.append(_change(line[2:], reports))
    elif line.startswith("! "):
        _add(reports[-1], f"[[{line[2:]}]]")
    elif line:
        _add(reports[-1], line)


def base(name: str) -> list[Told]:
    """The five reports of a file of labelled claims: a story, its rewrite, and three that derive from nobody."""
    reports = read_labelled(BASES / f"{name}.txt")
    first = reports[0].id
    return [
        Told(
            r.id, r.outlet, r.day, r.day is not None,
            "rewrite" if n == 1 else "independent", (first,) if n == 1 else (), _text(r),
        )
        for n, r in enumerate(reports)
    ]  # fmt: skip


def _text(report: Labelled) -> str:
    text = ""
    for sentence in report.sentences:
        text += ("\n" if sentence.opens and text else " " if text else "") + sentence.text
    return text


def _report(text: str, known: set[str]) -> Told:
    parts = [p.strip() for p in text.split("|")]
    if len(parts) != 5:
        raise Wrong("a report's line has five parts: id | outlet | day | relation | from")
    sources = () if parts[4] == "-" else tuple(parts[4].split(" + "))
    if parts[3] not in RELATIONS or (parts[3] == "independent") != (not sources) or not set(sources) <= known:
        raise Wrong("no such relation or source")
    day = date.fromisoformat(parts[2].removeprefix("?"))
    return Told(parts[0], parts[1], day, not parts[2].startswith("?"), parts[3], sources)


def _add(report: Told, line: str) -> None:
    """A paragraph, what does not belong to it in double brackets."""
    at = len(report.raw) + 1 if report.raw else 0
    report.raw += "\n" if report.raw else ""
    last = 0
    for found in _INSIDE.finditer(line):
        report.raw += line[last : found.start()]
        start = len(report.raw)
        report.raw += found[1]
        report.spans.append((start, len(report.raw)))
        last = found.end()
    report.raw += line[last:]
    assert report.raw[at:] == _INSIDE.sub(r"\1", line)


def _change(text: str, reports: Sequence[Told]) -> Change:
    kind, original, altered = (p.strip() for p in text.split("|"))
    if kind not in KINDS:
        raise Wrong(f"no kind {kind!r}")
    paragraph = reports[-1].raw.rsplit("\n", 1)[-1]
    held = [r.raw for r in reports if r.id in reports[-1].sources]
    if original != "-" and not any(original in raw for raw in held):
        raise Wrong("the original words do not stand in the source")
    if altered != "-" and altered not in paragraph:
        raise Wrong("the altered words do not stand in the paragraph above")
    return Change(kind, None if original == "-" else original, None if altered == "-" else altered, paragraph)


def main() -> int:
    """Check all files; print the counts."""
    families = list(iter_families())
    made = [r for f in families for r in f.reports[5:]]
    counts = Counter(r.relation for r in made)
    changes = sum(len(r.changes) for r in made)
    print(f"{len(families)} stories, {len(made)} reports beside the bases: {dict(sorted(counts.items()))}")
    print(f"{changes} alterations, {sum(len(r.spans) for r in made)} strays, {sum(not r.dated for r in made)} undated")
    return 0


if __name__ == "__main__":
    sys.exit(main())
