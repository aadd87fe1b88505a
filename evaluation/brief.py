"""Check that a brief says what its claims say: `python -m evaluation.brief`.

Reads the examples and every gold set, writes the brief and the timeline of each, and holds every sentence against the
claims that it carries.  Prints how many lines there are and how many say more, or leave out what they must not; which
lines they are is shown with --show, for the sets that may be read.  Exit 1 where there is one, 2 where nothing is read.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.answer import TODAY
from evaluation.brief_check import Fault, check_brief, check_timeline
from evaluation.brief_facts import Facts
from evaluation.gold import SEEDS, load_sets, load_split
from fogline.ledger import open_ledger
from fogline.products.brief_json import content
from fogline.products.rows import timeline_rows
from fogline.products.situation import situate
from fogline.records import Corpus, Views
from fogline.runs import ReadOptions, read_into

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


def read(path: Path, record: Path) -> tuple[Corpus, Views]:
    """Read reports into a new record: its corpus and views."""
    with open_ledger(record, create=True) as ledger:
        read_into(ledger, [path], options=ReadOptions(today=TODAY))
        return ledger.corpus(derived=True), ledger.views()


def check(corpus: Corpus, views: Views) -> tuple[int, list[Fault]]:
    """How many lines the brief and the timeline of a record have, and what is wrong with them."""
    brief, rows = content(situate(corpus, views)), timeline_rows(corpus, views)
    facts = Facts.of(corpus, views, {s["report"]: s["number"] for s in brief["sources"]})
    lines = len(brief["lead"]) + sum(len(g["lines"]) for s in brief["sections"] for g in s["groups"])
    return lines + len(rows), [*check_brief(brief, facts), *check_timeline(rows, facts)]


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
