"""Claims that fogline reads in the daily press, for a person to judge: `python -m evaluation.press`.

Forty articles a draw of the news of T17 on three wars (Libya, Syria, Iraq: agencies, broadcasters, papers; reports,
features, comment) are read as they stand.  A reader judged three hundred claims of each draw: whether the sentence
tells such a claim at all, and then who did it, to whom, where, whether it is said to be so, and who is cited.  The
verdicts, by number of article and place of the claim, without a word of the articles, are in `gold/press.csv`.

Rules were made on the draws `one`, `three` and `four`, and the weights of fogline/claims/likely.py were learnt from
them.  `two` only measures: nobody who made a rule read it.  Nothing of the articles is in the project.
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
from datetime import date
from pathlib import Path

from evaluation.timelines import LONGEST, ORIGIN, TEXTS, plain
from fogline.records import Basis, Claim, Name, Reading, ReportDay
from fogline.runs.line import pass_through, reading_line

VERDICTS = Path(__file__).parent / "gold" / "press.csv"
TOPICS = {"libya": 16, "syria": 16, "iraq": 8}  # articles of each in a draw
DRAWS = ("one", "two", "three", "four")
SHORTEST = 800  # characters of an article
NEAR = 40  # characters before an act by which it is known
FIELDS = ("told", "actor", "target", "place", "status", "source")
Verdict = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """One claim to judge, with the article that it stands in."""

    reading: Reading
    claim: Claim

    @property
    def key(self) -> str:
        """A short hash of what the claim says and where, so that a verdict holds for this claim alone."""
        claim = self.claim
        behind = self.reading.raw[max(0, claim.act.start - NEAR) : claim.act.end]
        names = (*_texts(claim.actors), "|", *_texts(claim.targets), "|", claim.place.text if claim.place else "")
        told = (claim.type, claim.status, *names, "|", *_texts(claim.attribution.speakers), behind)
        return hashlib.sha256("\x1e".join(told).encode()).hexdigest()[:10]


def main(argv: Sequence[str] | None = None) -> int:
    """Print the claims to judge, or what the verdicts come to; 2 where the data is missing."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.press", description=__doc__)
    parser.add_argument("--verdicts", action="store_true", help="print the shares of right ones")
    parser.add_argument("--draw", choices=DRAWS, default="two", help="which articles (default: two)")
    options = parser.parse_args(argv)
    folder = Path(os.environ.get("FOGLINE_SOURCES", "")) / TEXTS
    if not folder.is_dir():
        print(f"T17 is missing: put {TEXTS} of {ORIGIN} under FOGLINE_SOURCES", file=sys.stderr)
        return 2
    asked = [Asked(read, claim) for read in read_draw(folder, options.draw) for claim in read.claims or ()]
    if options.verdicts:
        print(told(asked, verdicts()))
        return 0
    for one in asked:
        print("\t".join(_row(one)))
        print(f"\t{one.claim.anchor.quote}")
    return 0


def read_draw(folder: Path, draw: str) -> Iterator[Reading]:
    """The articles of a draw as fogline reads them."""
    line = reading_line()
    for article in articles(folder, draw):
        yield pass_through(article, line)


def articles(folder: Path, draw: str) -> Iterator[Reading]:
    """The articles of a draw, unread."""
    csv.field_size_limit(LONGEST)
    for topic in TOPICS:
        with (folder / topic / "outputwithpub.csv").open(encoding="utf-8", errors="replace", newline="") as file:
            rows = [row for row in csv.DictReader(file) if len(row["text"]) > SHORTEST]
        for number in drawn(len(rows), topic, draw):
            known = ReportDay(date.fromisoformat(rows[number]["date"][:10]), Basis.STATED, "published")
            yield Reading(f"{topic}-{number:04}", plain(rows[number]["text"]), published=known, day=known)


def drawn(count: int, topic: str, draw: str) -> list[int]:
    """The numbers of the articles of a draw, none of which an earlier one but `one` has."""
    own = {name: random.Random(f"{name} {topic}").sample(range(count), TOPICS[topic]) for name in DRAWS}
    before = DRAWS[: DRAWS.index(draw)] if draw != "two" else ()
    return sorted(set(own[draw]) - {number for name in before for number in own[name]})


def verdicts() -> dict[tuple[str, str], Verdict]:
    """For the number of an article and the key of a claim: of each of `FIELDS` "right", "wrong" or nothing."""
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        return {(row["article"], row["claim"]): row for row in csv.DictReader(file)}


def told(asked: Sequence[Asked], judged: Mapping[tuple[str, str], Verdict]) -> str:
    """What the verdicts come to, in a line for each field, for core and for all."""
    known = [v for one in asked if (v := judged.get((one.reading.report_id, one.key))) is not None]
    right = [v for v in known if v["told"] == "right"]
    lines = [f"{len(known)} of {len(asked)} claims judged", f"told: {_share(len(right), len(known))}"]
    for field in FIELDS[1:]:
        lines.append(f"  {field}: {_share(sum(v[field] == 'right' for v in right), len(right))}")
    for name, fields in (("core", ("actor", "place")), ("all", FIELDS[1:])):
        lines.append(f"{name}: {_share(sum(all(v[f] == 'right' for f in fields) for v in right), len(known))}")
    return "\n".join(lines)


def _share(right: int, of: int) -> str:
    return f"{right} right of {of} ({right / of if of else 0.0:.3f})"


def _row(one: Asked) -> Iterator[str]:
    claim = one.claim
    yield from (one.reading.report_id, one.key, claim.type, claim.status)
    yield f"actor={'+'.join(_texts(claim.actors))}"
    yield f"target={'+'.join(_texts(claim.targets))}"
    yield f"place={claim.place.text if claim.place else None}"
    yield f"source={'+'.join(_texts(claim.attribution.speakers))}"


def _texts(names: Sequence[Name]) -> list[str]:
    return [name.text for name in names]


if __name__ == "__main__":
    sys.exit(main())
