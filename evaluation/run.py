"""Measure fogline on the gold sets: `python -m evaluation.run`.

Prints every figure on every set.  Exit 1 where a figure is below its floor, 2 where nothing can be measured.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from evaluation import alterations, kin, readable
from evaluation.answer import answer
from evaluation.calibration import Judged, diagram, error, judged
from evaluation.floors import hold, read_floors
from evaluation.gold import SEEDS, GoldSet, load_sets, load_split
from evaluation.score import figures, mean, read_answers
from evaluation.tables import page, terminal

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "quality.md"
DIAGRAM = PAGE.with_name("reliability.svg")
SETS = "sets"  # all but the seeds


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print, and hold the figures against the floors."""
    options = _parser().parse_args(argv)
    if options.set and options.write_docs:
        print("--write-docs needs every set: leave out --set", file=sys.stderr)
        return 2
    sets = [gold for gold in load_sets() if not options.set or gold.name in options.set]
    if not sets:
        known = ", ".join(gold.name for gold in load_sets())
        print(f"no gold set of that name; there are: {known}", file=sys.stderr)
        return 2
    told: dict[str, list[Judged]] = {}
    with tempfile.TemporaryDirectory(prefix="fogline-evaluation-") as scratch:
        measured = measure(sets, options.keep or Path(scratch), told)
    measured |= means(measured) if not options.set else {}
    print(json.dumps(measured, indent=1) if options.format == "json" else terminal(measured))
    pooled = pool(told)
    print(
        "\n".join(f"calibration error, {name}: {error(judged_):.3f}" for name, judged_ in pooled.items() if judged_),
        file=sys.stderr,
    )
    apart = ("engine ", "days ", "cleaning ", kin.PREFIX, readable.PREFIX, f"{alterations.ROW} ")
    floors = {row: least for row, least in read_floors().items() if not row.startswith(apart)}
    if options.write_docs:
        PAGE.write_text(
            page(measured, floors, pooled, [readable.section(), alterations.section(), kin.section()]), encoding="utf-8"
        )
        DIAGRAM.write_text(diagram(pooled[SETS]), encoding="utf-8")
    return hold(measured, floors)


def measure(
    sets: Sequence[GoldSet], folder: Path, told: dict[str, list[Judged]] | None = None
) -> dict[str, dict[str, float]]:
    """The figures of each set; records and answers are left in `folder`.

    `told` is given, by set, each claim's confidence and whether it is right.
    """
    measured = {}
    for gold in sets:
        print(f"reading {gold.name}", file=sys.stderr)
        answers = read_answers(answer(gold, folder / gold.name))
        measured[gold.name] = figures(gold, answers)
        if told is not None:
            told[gold.name] = judged(gold, answers)
    return measured


def pool(told: Mapping[str, list[Judged]]) -> dict[str, list[Judged]]:
    """The judged claims of the seeds, of the sets looked at, of those held out, and of all sets, each as one."""
    split = load_split()
    parts = {SEEDS: (SEEDS,), "look": split.look, "unseen": split.unseen, SETS: (*split.look, *split.unseen)}
    return {name: [row for part in sets for row in told.get(part, [])] for name, sets in parts.items()}


def means(measured: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """The means over the sets learnt from, the half that was not, its part that nobody ever read, and all sets."""
    split = load_split()
    return {
        "mean_look": mean(measured[name] for name in split.look),
        "mean_unseen": mean(measured[name] for name in split.unseen),
        "mean_held": mean(measured[name] for name in split.held),
        "mean_sets": mean(row for name, row in measured.items() if name != SEEDS),
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.run", description=__doc__)
    parser.add_argument("--set", action="append", metavar="NAME", help="only this set (may be repeated; no means)")
    parser.add_argument("--format", choices=["table", "json"], default="table")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the records and the answers here")
    parser.add_argument("--write-docs", action="store_true", help=f"write {PAGE.name} in docs/reference/")
    return parser


if __name__ == "__main__":
    sys.exit(main())
