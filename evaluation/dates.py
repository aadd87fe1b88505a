"""Measure the grammar of dates on TempEval-3's training news (TBAQ-cleaned): `python -m evaluation.dates`.

Every fifth document by file name is held out and never looked at while the grammar is built; the rest is the look
part.  The creation time of a document is the report's day.  As in TempEval-3's scorer, a date is found where its span
is the gold's (strict) or overlaps it (relaxed), and its value counts where it is found and the values are equal.
Spans are held together without the words before them that TimeML leaves out ("on", "since").

Supported, and asked for: values of DATE and DURATION that name a day, a week or weekend, a month, a quarter or half, a
season, a year or a decade, or a length of time; and TIME, reduced to its day.  Left out, whatever the program gives
for their words: sets ("every day"), PAST_REF, PRESENT_REF and FUTURE_REF, values with a part unknown ("1998-WXX",
"1949-XX"), those that TimeML does not allow, centuries and millennia, and the creation time itself.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from evaluation.tally import Tally
from fogline.grounding.dates import Days, carries_on, find_every, meaning
from fogline.grounding.dates_tense import tense_near
from fogline.records import DateExpression

FOLDER = Path("TempEval-3", "data", "TBAQ-cleaned")
ORIGIN = "jspotter/TempEval-3 at 7687471a"
EVERY = 5  # one document in so many is held out

_SUPPORTED = re.compile(
    r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d(?:-WE)?|-Q[1-4]|-H[12]|-(?:SP|SU|FA|WI))?|\d{3}|PT?(?:\d+|X)[YQMWDH](?:\d+[MSDH])*"
)
_UNREAD = re.compile(
    r"^(?:on|in|at(?!\s+least)|by|since|until|till|for|from|during|over|of|before|after|through|throughout|within)\s+",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Expression:
    """A date in a text: where it stands and what it means, in ISO 8601; `None` where it is left out, or not known."""

    start: int
    end: int
    value: str | None

    def meets(self, other: Expression) -> bool:
        """Whether the spans overlap."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """A news report with the dates that careful readers marked."""

    name: str
    day: date
    text: str
    gold: tuple[Expression, ...]


def main() -> int:
    """Print the figures of the look part and of the held fifth; 2 where the documents are missing."""
    measured = measure()
    if not measured:
        print(f"{root()} is missing: clone {ORIGIN} into the folder that FOGLINE_SOURCES names", file=sys.stderr)
        return 2
    for row, figures in measured.items():
        print(row, " ".join(f"{name} {value:.4f}" for name, value in figures.items()))
    return 0


def measure() -> dict[str, dict[str, float]]:
    """The figures of "dates look" and "dates held"; empty where the documents are not there."""
    if not root().is_dir():
        return {}
    look, held = split(paths())
    return {"dates look": score(map(read, look)), "dates held": score(map(read, held))}


def root() -> Path:
    """Where the documents are looked for."""
    return Path(os.environ.get("FOGLINE_SOURCES", "sources")) / FOLDER


def paths() -> list[Path]:
    """The documents of both folders by file name."""
    return sorted(
        (p for part in ("AQUAINT", "TimeBank") for p in (root() / part).glob("[!.]*.tml")), key=lambda p: p.name
    )


def split(documents: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """The look part, and the held part: every fifth."""
    held = documents[EVERY - 1 :: EVERY]
    return [d for d in documents if d not in held], list(held)


def read(path: Path) -> Document:
    """A TimeML document."""
    tree = ElementTree.parse(path).getroot()
    created = tree.find("DCT/TIMEX3")
    body = tree.find("TEXT")
    if created is None or body is None:
        raise ValueError(f"{path} is no TimeML document: it lacks DCT or TEXT")
    pieces: list[str] = []
    gold: list[Expression] = []
    _walk(body, pieces, gold)
    day = date.fromisoformat(created.attrib["value"][:10])
    return Document(path.stem, day, "".join(pieces), tuple(gold))


def _walk(element: ElementTree.Element, pieces: list[str], gold: list[Expression]) -> None:
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _walk(child, pieces, gold)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        gold.append(Expression(start, sum(map(len, pieces)), asked(element.attrib)))


def asked(timex: Mapping[str, str]) -> str | None:
    """The value of a TIMEX3 as it is asked for; `None` where it is left out."""
    value = re.sub(r"^(\d{4}-\d\d-\d\d)T.*$", r"\1", timex["value"])
    value = re.sub(r"^(\d{4}-W)(\d)$", r"\g<1>0\2", value)
    value = re.sub(r"^(\d{3})X$", r"\1", value)
    return value if timex["type"] != "SET" and _SUPPORTED.fullmatch(value) else None


def given(document: Document) -> Iterator[Expression]:
    """The dates that the program finds in a text, with what they mean."""
    previous: Days | None = None
    for start, end in find_every(document.text):
        words = document.text[start:end]
        expression = DateExpression(words, tense_near(document.text, start, end))
        found = meaning(expression, day=document.day, previous=previous)
        if isinstance(found, Days) and not found.value.startswith("P") and carries_on(words):
            previous = found
        unread = _UNREAD.match(words)
        yield Expression(start + (unread.end() if unread else 0), end, found.value if found else None)


def pairs(gold: Sequence[Expression], mine: Sequence[Expression]) -> list[tuple[Expression, Expression]]:
    """Overlapping pairs, one to one; those of one span first, then in the order of the text."""
    options = sorted(
        ((g.start, g.end) != (m.start, m.end), i, j)
        for i, g in enumerate(gold)
        for j, m in enumerate(mine)
        if g.meets(m)
    )
    left: set[int] = set()
    right: set[int] = set()
    made = []
    for _, i, j in options:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            made.append((gold[i], mine[j]))
    return made


def score(documents: Iterable[Document]) -> dict[str, float]:
    """Found F1 (relaxed and strict spans), value F1 and the share of right values among the found."""
    strict = found = right = asked_for = given_ = 0
    for document in documents:
        made = pairs(document.gold, mine := list(given(document)))
        made = [(g, m) for g, m in made if g.value is not None]
        left_out = [g for g in document.gold if g.value is None]
        strict += sum((g.start, g.end) == (m.start, m.end) for g, m in made)
        found += len(made)
        right += sum(g.value == m.value for g, m in made)
        asked_for += sum(g.value is not None for g in document.gold)
        paired = {m for _, m in made}
        given_ += sum(m in paired or not any(m.meets(g) for g in left_out) for m in mine)
    return {
        "found_f1": Tally(found, asked_for, given_).f1,
        "strict_f1": Tally(strict, asked_for, given_).f1,
        "value_f1": Tally(right, asked_for, given_).f1,
        "value_accuracy": right / found if found else 0.0,
        "asked": float(asked_for),
    }


if __name__ == "__main__":
    sys.exit(main())
