"""Measure on wars in fresh wording: `python -m evaluation.readable`.

Twelve wars, four reports each, written and annotated by people who had not seen the program (`evaluation/readable/`).
The sets that the reader of claims learnt from say too little of what it gets wrong elsewhere, and those held out may
not be read: here is where to look.  Told are the figures of claims, and those of holdings and disputes as
`evaluation.ceiling` has them: with the program's own claims, and with the gold's in their place.  With `--errors` every
sentence is shown that was read otherwise than annotated, every holding that is another and every dispute that is
missed or not listed; with `--gold` as well those that the gold's claims leave.  The second network of the reader
learnt from them, and what is read has no floors, for it is tuned to.  Six more, by such writers, are never read
(`evaluation/unread/`): `--unread` gives their figures, holds them against the floors, and shows no row.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

from evaluation.answer import answer
from evaluation.ceiling import COLUMNS, PARTS, both_readings, score, view
from evaluation.claims import agreeing, pairs, score_claims
from evaluation.floors import hold, read_floors
from evaluation.gold import GoldSet, read_lines, sets_in
from evaluation.tables import columns, markdown
from evaluation.view_errors import wrong_disputes, wrong_holdings

SETS = Path(__file__).parent / "readable"
UNREAD = Path(__file__).parent / "unread"
ROLES = ("place", "actor")
PREFIX = "fresh "  # of rows in floors.json
ABOUT = """\
## Wars in fresh wording

Eighteen more wars, four reports each, written and annotated by people who had seen neither the program nor its errors
(`python -m evaluation.readable`). Twelve may be read, and rules and the second network of the reader were made on them
(`readable`); six never are: **`unread` is the figure to expect on a new war.**
"""

Row = Mapping[str, Any]
Figures = dict[str, float]


def main(argv: Sequence[str] | None = None) -> int:
    """Read each set, print its figures, and where asked for what differs."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.readable", description=__doc__)
    parser.add_argument("--set", action="append", metavar="NAME", help="only this set (may be repeated)")
    parser.add_argument("--errors", action="store_true", help="show what was read, held or disputed otherwise")
    parser.add_argument("--gold", action="store_true", help="and the holdings and disputes that the gold's claims give")
    parser.add_argument("--unread", action="store_true", help="the sets that only measure: figures, and no row")
    options = parser.parse_args(argv)
    if options.unread and (options.errors or options.gold):
        parser.error("the unread sets show no rows: leave --errors and --gold out")
    known = unread() if options.unread else readable()
    sets = [gold for gold in known if not options.set or gold.name in options.set]
    if not sets:
        print(f"no set of that name; there are: {', '.join(gold.name for gold in known)}", file=sys.stderr)
        return 2
    claims: dict[str, Figures] = {}
    views: dict[str, Figures] = {}
    for gold in sets:
        _measure(gold, claims, views, errors=options.errors, of_gold=options.gold)
    claims["mean"] = _mean(claims.values())
    views |= {f"mean {part}": _mean(row for name, row in views.items() if name.endswith(part)) for part in PARTS}
    print(columns(claims, list(claims["mean"])), columns(views, COLUMNS), sep="\n\n")
    row = PREFIX + ("unread" if options.unread else "readable")
    floors = {} if options.set else {name: least for name, least in read_floors().items() if name == row}
    return hold({row: claims["mean"]}, floors)


def _measure(
    gold: GoldSet, claims: dict[str, Figures], views: dict[str, Figures], *, errors: bool, of_gold: bool
) -> None:
    """Put the figures of one set into the tables, and print what differs where that is asked for."""
    given = _read(gold)
    claims[gold.name] = _figures(gold, given)
    if errors:
        print("\n".join(differences(gold, given)))
    for part, readings in zip(PARTS, both_readings(gold), strict=True):
        found = view(gold, *readings)
        views[f"{gold.name} {part}"] = score(gold, found).figures()
        if errors and (part == "own" or of_gold):
            shown = [*wrong_holdings(gold, found.holdings), *wrong_disputes(gold, found.disputes)]
            print(f"[{gold.name}, {part} claims]", *shown, sep="\n")


def section() -> str:
    """The part of the page of quality."""
    means = measure_means()
    return (
        ABOUT
        + "\n"
        + markdown({name.removeprefix(PREFIX): row for name, row in means.items()}, [*means[PREFIX + "unread"]])
    )


def measure_means() -> dict[str, Figures]:
    """The mean figures of claims, of the sets that may be read and of those that only measure."""
    groups = {"readable": readable(), "unread": unread()}
    return {PREFIX + name: _mean(_figures(gold, _read(gold)) for gold in sets) for name, sets in groups.items()}


def _mean(rows: Iterable[Figures]) -> Figures:
    every = list(rows)
    return {name: fmean(row[name] for row in every) for name in every[0]}


def readable() -> list[GoldSet]:
    """The sets that may be read, by name; they have gold for claims, holdings and disputes alone."""
    return sets_in(SETS)


def unread() -> list[GoldSet]:
    """The sets that only measure, by name, with the same gold."""
    return sets_in(UNREAD)


def differences(gold: GoldSet, given: Sequence[Row]) -> Iterator[str]:
    """For each sentence what was missed, what was told besides, and whose place or actor is another, line by line."""
    paired = dict(pairs(gold.claims, given, gold.names, needs=frozenset()))
    lines: dict[tuple[str, str], list[str]] = {}
    for i, row in enumerate(gold.claims):
        if i not in paired:
            if not row.get("optional"):
                _of(row, lines).append(f"  missed  {_told(row)}")
            continue
        wrong = [role for role in ROLES if role not in agreeing(row, given[paired[i]], gold.names)]
        if wrong:
            _of(row, lines).append(f"  {', '.join(wrong)}: {_told(row)}\n      read as {_told(given[paired[i]])}")
    for row in (row for j, row in enumerate(given) if j not in set(paired.values())):
        _of(row, lines).append(f"  besides {_told(row)}")
    for (report, sentence), told in lines.items():
        yield "\n".join([f"[{report}] {sentence}", *told])


def _read(gold: GoldSet) -> list[Row]:
    with tempfile.TemporaryDirectory(prefix="fogline-evaluation-") as scratch:
        rows = read_lines(answer(gold, Path(scratch)) / "claims.jsonl")
    reports = {row["report"] for row in gold.claims}
    return [row for row in rows if row["report"] in reports]


def _figures(gold: GoldSet, given: Sequence[Row]) -> Figures:
    scored = score_claims(gold.claims, given, gold.names)
    return {depth: tally.f1 for depth, tally in scored.depths.items()} | dict(scored.fields)


def _of(row: Row, lines: dict[tuple[str, str], list[str]]) -> list[str]:
    return lines.setdefault((row["report"], row["sentence"]), [])


def _told(row: Row) -> str:
    roles = " ".join(f"{role}={row.get(role)}" for role in ("actor", "target", "place"))
    return f"{row['type']} {roles} {row.get('status')}"


if __name__ == "__main__":
    sys.exit(main())
