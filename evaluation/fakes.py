"""Captures and withdrawals that fogline reads in real news, for a person to judge: `python -m evaluation.fakes`.

FA-KES holds 804 articles of fifteen outlets on the war in Syria.  Fifty are drawn by a fixed seed and read; every
capture and withdrawal is printed with its sentence, for whoever judges whether the sentence says so.  The verdicts, by
number of article and place of the claim, without a word of the articles, are kept in `gold/fakes.csv`; with
`--verdicts` the share that was judged right is printed, and claims that nobody judged yet are told.

Rules were made on further draws of the other articles, and at last with the wrong claims of the fifty in view; the
`seventh` and the `ninth` only measure.  The verdicts of all are in the same file.

Measured only: nothing of the articles is in the project.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import os
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from fogline.records import Basis, Claim, ClaimType, Reading, ReportDay
from fogline.runs.line import pass_through, reading_line

FILE = Path("FA-KES", "FA-KES-Dataset.csv")
ORIGIN = "fmohsen/Fake-news-res at 396124a8"
VERDICTS = Path(__file__).parent / "gold" / "fakes.csv"
EARLY = ("first", "second", "third")
LATER = (*EARLY, "fourth", "fifth", "sixth", "seventh")
ASKED = frozenset({ClaimType.CAPTURE, ClaimType.WITHDRAW})


@dataclass(frozen=True, slots=True)
class Draw:
    """So many articles, drawn by a seed from those that the draws named in `after` left."""

    articles: int
    seed: int
    after: tuple[str, ...]


DRAWS = {
    "first": Draw(50, 2026, ()),
    "second": Draw(100, 4711, ("first",)),
    "third": Draw(90, 97, ("first", "second")),
    "fourth": Draw(150, 31, EARLY),
    "fifth": Draw(100, 53, (*EARLY, "fourth")),
    "sixth": Draw(100, 1305, EARLY),  # some are of the fourth and fifth
    "seventh": Draw(100, 3203, (*EARLY, "sixth")),  # so are some of these
    "eighth": Draw(111, 8111, (*LATER, "ninth")),
    "ninth": Draw(100, 8111, LATER),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One claim to judge: its article's number, and what tells it from the others of the article."""

    article: str
    claim: Claim

    @property
    def key(self) -> str:
        """A short hash of what the claim says and where, so that a verdict holds for this claim alone."""
        claim = self.claim
        names = (*(n.text for n in claim.actors), "|", claim.place.text if claim.place else "")
        told = "\x1e".join((claim.type, claim.status, str(claim.act.start), *names))
        return hashlib.sha256(told.encode()).hexdigest()[:10]


def main(argv: Sequence[str] | None = None) -> int:
    """Print the claims to judge, or what the verdicts come to."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.fakes", description=__doc__)
    parser.add_argument("--verdicts", action="store_true", help="print the share of right ones")
    parser.add_argument("--draw", choices=DRAWS, default="first", help="which articles (default: the fifty)")
    options = parser.parse_args(argv)
    root = os.environ.get("FOGLINE_SOURCES")
    if not root or not (Path(root) / FILE).is_file():
        print(f"FOGLINE_SOURCES names no folder with {FILE} ({ORIGIN})", file=sys.stderr)
        return 2
    asked = list(claims(Path(root) / FILE, options.draw))
    if options.verdicts:
        print(told(asked, verdicts()))
        return 0
    for one in asked:
        claim = one.claim
        who, where = "+".join(n.text for n in claim.actors), claim.place.text if claim.place else None
        print(f"{one.article}\t{one.key}\t{claim.type}\t{claim.status}\tactor={who}\tplace={where}")
        print(f"\t{claim.anchor.quote}")
    return 0


def claims(path: Path, draw: str = "first") -> Iterator[Asked]:
    """The captures and withdrawals of the articles of a draw."""
    for number, reading in readings(path, draw):
        done = pass_through(reading, reading_line())
        for claim in done.claims or ():
            if claim.type in ASKED:
                yield Asked(number, claim)


def readings(path: Path, draw: str = "first") -> Iterator[tuple[str, Reading]]:
    """(number, reading) of the articles of a draw, in the order of the file, each under its title."""
    rows = articles(path)
    drawn = drawn_of(len(rows), draw)
    for n, row in enumerate(rows):
        if n in drawn:
            yield row["unit_id"], reading_of(row, row["article_title"].strip() + "\n" + row["article_content"].strip())


def drawn_of(articles: int, draw: str) -> set[int]:
    """The indices of the articles of a draw."""
    drawn = DRAWS[draw]
    before = {n for name in drawn.after for n in drawn_of(articles, name)}
    left = [n for n in range(articles) if n not in before]
    return set(random.Random(drawn.seed).sample(left, drawn.articles))


def articles(path: Path) -> list[dict[str, str]]:
    """The rows of all articles that have a text."""
    with path.open(encoding="latin-1", newline="") as file:
        return [row for row in csv.DictReader(file) if row["article_content"].strip()]


def reading_of(row: Mapping[str, str], raw: str) -> Reading:
    """An article with its outlet and day, where the row tells it, and a text."""
    day = _day(row["date"])
    known = ReportDay(day, Basis.STATED, "published") if day else None
    return Reading(row["unit_id"], raw, outlet=row["source"], published=known, day=known)


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text.strip(), "%m/%d/%Y").date()
    except ValueError:
        return None


def verdicts() -> dict[tuple[str, str], str]:
    """(article, key) -> "right" or "wrong"; empty where nothing was judged."""
    if not VERDICTS.exists():
        return {}
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        return {(row["article"], row["claim"]): row["verdict"] for row in csv.DictReader(file)}


def told(asked: Sequence[Asked], judged: dict[tuple[str, str], str]) -> str:
    """What the verdicts come to, in a line for each type."""
    lines = []
    for kind in sorted(ASKED):
        own = [judged.get((one.article, one.key)) for one in asked if one.claim.type is kind]
        known = [v for v in own if v is not None]
        share = known.count("right") / len(known) if known else 0.0
        lines.append(f"{kind}: {known.count('right')} right of {len(known)} judged ({share:.2f}); {len(own)} claims")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
