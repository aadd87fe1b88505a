"""Check that a brief says what its claims say: `python -m evaluation.brief`.

Reads the examples and every gold set, writes the brief with its map, the brief since the middle of their days, and the
timeline of each, and holds every sentence and every mark against the claims that it carries.  Prints how many lines
there are and how many say more, or leave out what they must not; which lines they are is shown with --show, for the
sets that may be read.  Exit 1 where there is one, 2 where nothing is read.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from evaluation.answer import TODAY
from evaluation.brief_check import Fault, check_brief, check_map, check_timeline
from evaluation.brief_facts import Facts
from evaluation.gold import SEEDS, load_sets, load_split
from fogline.ledger import open_ledger
from fogline.products.brief_json import content
from fogline.products.map import draw
from fogline.products.news.moment import Moment
from fogline.products.news.section import news_section
from fogline.products.rows import timeline_rows
from fogline.products.situation import situate
from fogline.records import Clock, Corpus, Known, Views
from fogline.runs import ReadOptions, read_into
from fogline.runs.past import recall

EXAMPLES = Path(__file__).parent.parent / "examples"


def main(argv: Sequence[str] | None = None) -> int:
    """Read, check, print the counts."""
    options = _parser().parse_args(argv)
    known = dict(reports())
    chosen = {name: path for name, path in known.items() if not options.set or name in options.set}
    if not chosen:
        print(f"no set of that name; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    readable = {*load_split().look, SEEDS, *(name for name in known if name.startswith("example "))}
    bad = 0
    with tempfile.TemporaryDirectory(prefix="fogline-brief-") as scratch:
        for name, path in chosen.items():
            lines, faults = check(*read(path, Path(scratch) / f"{name}.db"))
            bad += len(faults)
            print(f"{name:24} {lines:6,} lines  {len(faults):4} faults")
            if options.show and name in readable:
                show(faults)
    return 1 if bad else 0


def reports() -> Iterator[tuple[str, Path]]:
    """What can be checked: the name and the reports of each example and set."""
    for folder in sorted(f for f in EXAMPLES.iterdir() if f.is_dir()):
        yield f"example {folder.name}", folder
    for gold in load_sets():
        yield gold.name, gold.reports


@dataclass(frozen=True, slots=True)
class Before:
    """A record as it was known before a day: for the brief that is asked `--since` that day."""

    since: date
    corpus: Corpus
    views: Views


def read(path: Path, record: Path) -> tuple[Corpus, Views, Before | None]:
    """Read reports into a new record: its corpus and views, and what was known before the middle of their days."""
    with open_ledger(record, create=True) as ledger:
        read_into(ledger, [path], options=ReadOptions(today=TODAY))
        corpus, views = ledger.corpus(derived=True), ledger.views()
        days = sorted({r.day.day for r in corpus.readings if r.day})
        if len(days) < 2:
            return corpus, views, None
        since = days[len(days) // 2]
        past = recall(ledger, Known(datetime.combine(since - timedelta(days=1), time.max, UTC), Clock.PUBLISHED))
        return corpus, views, Before(since, past.corpus, past.views)


def check(corpus: Corpus, views: Views, before: Before | None = None) -> tuple[int, list[Fault]]:
    """How many lines the brief, its map and the timeline of a record have, and what is wrong with them."""
    situation, rows = situate(corpus, views), timeline_rows(corpus, views)
    brief = content(situation)
    facts = Facts.of(corpus, views, {s["report"]: s["number"] for s in brief["sources"]})
    faults = [*check_brief(brief, facts), *check_timeline(rows, facts)]
    svg = draw(situation.spots, title=situation.title)
    faults += check_map(svg, brief, (line.text for line in situation.lines()))
    lines = _count(brief) + len(rows)
    if before is not None:
        more, wrong = _check_since(corpus, views, before, facts)
        lines, faults = lines + more, faults + wrong
    return lines, faults


def _check_since(corpus: Corpus, views: Views, before: Before, facts: Facts) -> tuple[int, list[Fault]]:
    """The brief that is asked what came since a day."""
    news = news_section(Moment.of(before.corpus, before.views), Moment.of(corpus, views))
    brief = content(situate(corpus, views, since=before.since, news=news))
    return _count(brief), check_brief(brief, facts, Facts.of(before.corpus, before.views, facts.numbers))


def _count(brief: Mapping[str, Any]) -> int:
    lines = sum(len(g["lines"]) for s in brief["sections"] for g in s["groups"])
    return len(brief["lead"]) + lines + len(brief["places"])


def show(faults: Sequence[Fault]) -> None:
    """Print the lines with what is wrong, and how often each thing is."""
    for what, count in Counter(f"{f.section}: {f.what.split(':')[0]}" for f in faults).most_common():
        print(f"    {count:4} {what}")
    for fault in faults:
        print(f"  {fault.section}: {fault.what}\n      {fault.text}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.brief", description=__doc__)
    parser.add_argument("--set", action="append", metavar="NAME", help="only this one (may be repeated)")
    parser.add_argument("--show", action="store_true", help="show the lines, of the sets that may be read")
    return parser


if __name__ == "__main__":
    sys.exit(main())
