"""Kin that fogline finds in real news: `python -m evaluation.fakes_kin`.

FA-KES holds 804 articles of fifteen outlets on the war in Syria.  Asked: every two articles of which the shorter has
half of its five-word sequences in the other, as comparing all pairs finds them, are tied by the search for kin; told
apart are those that have as much in common in their bodies, and those that share mostly the furniture of one page.
The credits at the end of an article ("--Reuters", "-AFP") are a check on origins, for lineage does not
decide by them alone: the origin of such an article should be that agency's, and no origin two agencies'.

Measured only: nothing of the articles is in the project.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from evaluation.fakes import FILE, ORIGIN, articles, reading_of
from fogline.language import words
from fogline.lineage.agencies import short_name
from fogline.lineage.families import Kindred
from fogline.records import Reading
from fogline.text import Clean

Pair = tuple[str, str]

RUN = 5  # words
ASKED = 0.5  # share of the shorter's sequences
_CREDIT = re.compile(r"(?:-{1,2}\s*|\bsource:?\s+)(reuters|afp|ap|aa)\W*$", re.I)
AGENCY_OUTLETS = {"reuters", "sana", "sputnik", "tass"}


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures; exit 1 where a pair is missed that has enough in common in its bodies."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.fakes_kin", description=__doc__)
    parser.add_argument("--missed", action="store_true", help="give the numbers of the missed articles")
    options = parser.parse_args(argv)
    root = os.environ.get("FOGLINE_SOURCES")
    if not root or not (Path(root) / FILE).is_file():
        print(f"FOGLINE_SOURCES names no folder with {FILE} ({ORIGIN})", file=sys.stderr)
        return 2
    articles = readings(Path(root) / FILE)
    kindred = Kindred(articles)
    tied, one_origin = found_pairs(kindred)
    raw = contained({article.report_id: article.raw for article in articles})
    body = contained({article.report_id: article.body_text() for article in articles}) & raw
    for name, asked in (("bodies", body), ("furniture of the page", raw - body)):
        print(f"pairs that share half of the shorter's sequences, {name}: {len(asked & tied)} of {len(asked)} tied")
    credited, agreeing, clashing = credits_of_origins(kindred)
    print(f"articles that end with an agency's credit: {agreeing} of {credited} have an origin of that agency")
    print(f"origins with articles of two agencies: {clashing}")
    print(f"pairs tied in all: {len(tied)}, of one origin: {len(one_origin)}")
    if options.missed:
        print("\n".join(f"missed: {left} {right}" for left, right in sorted(raw - tied)))
    return 1 if body - tied else 0


def readings(path: Path) -> list[Reading]:
    """The articles, cleaned, by number."""
    clean = Clean()
    return [clean(reading_of(row, row["article_content"].strip())) for row in articles(path)]


def contained(texts: Mapping[str, str]) -> set[Pair]:
    """The pairs of texts of which the shorter has the share asked for in the other, by comparing all."""
    runs = {name: _runs(text) for name, text in texts.items()}
    return {
        (left, right)
        for left, right in combinations(sorted(runs), 2)
        if len(runs[left] & runs[right]) >= max(1, ASKED * min(len(runs[left]), len(runs[right])))
    }


def _runs(text: str) -> set[tuple[str, ...]]:
    own = words(text)
    return set(zip(*(own[n:] for n in range(RUN)), strict=False))


def found_pairs(kindred: Kindred) -> tuple[set[Pair], set[Pair]]:
    """The pairs of reports that are tied in any way, and those of one origin."""
    families = (family.members for family in kindred.families())
    one_origin = _pairs([name for i in members for name in kindred.tellings[i].report_ids] for members in families)
    judged = kindred.ties
    across = {
        (min(one, other), max(one, other))
        for left, right in judged
        for one in kindred.tellings[left].report_ids
        for other in kindred.tellings[right].report_ids
    }
    return one_origin | across, one_origin


def _pairs(groups: Iterable[Sequence[str]]) -> set[Pair]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def credits_of_origins(kindred: Kindred) -> tuple[int, int, int]:
    """How many articles end with a credit, how many of them have an origin of that agency; origins with two agencies.

    The origin is an agency's if that agency is named as its author, or wrote the original.
    """
    credited = agreeing = clashing = 0
    for family in kindred.families():
        carriers = [report for member in family.members for report in kindred.reports(member)]
        ended = [credit for report in carriers if (credit := _credit(report.raw))]
        original = carriers[0].outlet
        origin = {short_name(name).lower() for name in (family.agency, original) if name}
        credited += len(ended)
        agreeing += sum(credit in origin for credit in ended)
        own = {str(report.outlet) for report in carriers if report.outlet in AGENCY_OUTLETS}
        clashing += len({*ended, *own}) > 1
    return credited, agreeing, clashing


def _credit(raw: str) -> str | None:
    """The agency that the last words of an article name."""
    found = _CREDIT.search(raw)
    return found.group(1).lower() if found else None


if __name__ == "__main__":
    raise SystemExit(main())
