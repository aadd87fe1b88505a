"""What holdings and disputes would be if every claim were read right: `python -m evaluation.ceiling`.

Each set is read twice: with the program's own claims, and with those of its gold in their place (in the reports that
the gold annotates; the others keep their own).  Names, days, kin and views are made by the program in both.  What the
gold's claims still miss is lost by the rules of control; the rest is lost by the reading of claims.

Figures, of the places and days asked: the right holder; the right holder and status.  Of those answered with the name
of a holder, and of those told as `held`, the share with the right holder: what a user is told wrongly.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.answer import TODAY
from evaluation.gold import GoldSet, load_sets, load_split
from evaluation.names import same_sentence, words
from evaluation.tables import columns
from evaluation.tally import share
from evaluation.views import HoldingScore, score_disputes, score_holdings
from fogline.control import dispute, hold
from fogline.grounding.ground import resolve_periods
from fogline.ledger import open_ledger
from fogline.lineage import trace
from fogline.products import evaluation_export
from fogline.products.rows import dispute_rows
from fogline.records import Anchor, Basis, Claim, ClaimType, MentionKind, Name, Period, Reading, Status, Views
from fogline.records.claim import Attribution
from fogline.runs.line import pass_through, prepare, reading_line
from fogline.runs.reading import ReadOptions, take

Row = Mapping[str, Any]
Days = Mapping[str, Period | None]  # of the claims that a gold dates, by their ids
COLUMNS = ("asked", "holder", "h+status", "named right", "held right", "disputes")
PARTS = ("own", "gold")


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one set, or of several: of holdings as they are, and of those that name a holder or are held."""

    every: HoldingScore
    named: HoldingScore
    held: HoldingScore
    disputes: float

    def figures(self) -> dict[str, float]:
        """By the names of `COLUMNS`."""
        asked = self.every.asked
        return {
            "asked": float(asked),
            "holder": share(self.every.holder, asked),
            "h+status": share(self.every.status, asked),
            "named right": share(self.named.holder, self.named.answered),
            "held right": share(self.held.holder, self.held.answered),
            "disputes": self.disputes,
        }


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print.  Exit 2 where a set of that name is not there."""
    options = _parser().parse_args(argv)
    sets = [gold for gold in load_sets() if not options.set or gold.name in options.set]
    if not sets:
        print("no gold set of that name: python -m evaluation.run names them", file=sys.stderr)
        return 2
    measured = measure(sets)
    rows = {f"{gold.name} ({part})": measured[part, gold.name].figures() for gold in sets for part in PARTS}
    rows |= _means(measured, sets)
    print(json.dumps(rows, indent=1) if options.format == "json" else columns(rows, COLUMNS))
    return 0


def measure(sets: Sequence[GoldSet]) -> dict[tuple[str, str], Score]:
    """The score of each set, with the program's own claims and with the gold's, by part and name."""
    found = {}
    for gold in sets:
        print(f"reading {gold.name}", file=sys.stderr)
        for part, given in zip(PARTS, both_readings(gold), strict=True):
            found[part, gold.name] = score(gold, view(gold, *given))
    return found


@dataclass(frozen=True, slots=True)
class View:
    """The holdings on the days that a gold set asks for, and the disputes, as the scorer reads them."""

    holdings: Sequence[Row]
    disputes: Sequence[Row]


def both_readings(gold: GoldSet) -> tuple[tuple[Sequence[Reading], Days], tuple[Sequence[Reading], Days]]:
    """The reports of a set with the program's own claims, and with the gold's; and the days of those the gold dates."""
    prepare()
    *before, ground = reading_line()
    read = [pass_through(r, before) for r in take([gold.reports], ReadOptions(today=TODAY)) if r.refusal is None]
    given = [_with_gold(r, [row for row in gold.claims if row["report"] == r.report_id]) for r in read]
    days = {claim.claim_id: period for _, periods in given for claim, period in periods.items()}
    own = [pass_through(r, [ground]) for r in read]
    return (own, {}), ([pass_through(r, [ground]) for r, _ in given], days)


def view(gold: GoldSet, readings: Sequence[Reading], days: Days) -> View:
    """What is derived from these readings; `days` are those of claims that the gold dates."""
    scratch = tempfile.TemporaryDirectory(prefix="fogline-ceiling-")
    with scratch as folder, open_ledger(Path(folder) / "record.db", create=True) as ledger:
        ledger.add([replace(reading, parse=None) for reading in readings])
        corpus = ledger.corpus()
    lineage = trace(corpus, ())
    dated = (resolve_periods(replace(r, day=lineage.days.get(r.report_id, r.day))) for r in corpus.readings)
    corpus = replace(corpus, readings=tuple(_dated(r, days) for r in dated), origins=lineage.origins)
    views = Views(lineage=lineage, holdings=hold(corpus), disputes=dispute(corpus))
    return View(evaluation_export.holdings(corpus, views, gold.days()), dispute_rows(corpus, views))


def score(gold: GoldSet, given: View) -> Score:
    """Holdings and disputes against the gold's."""
    firm = [row for row in given.holdings if row["status"] == "held"]
    named = [row for row in given.holdings if row["holder"]]
    scores = [score_holdings(gold.holdings, rows, gold.names) for rows in (given.holdings, named, firm)]
    return Score(*scores, score_disputes(gold.disputes, given.disputes).recall)


def _with_gold(reading: Reading, rows: Sequence[Row]) -> tuple[Reading, dict[Claim, Period | None]]:
    """The reading with the gold's claims, where it has any, and their days."""
    if not rows:
        return reading, {}
    found: dict[Claim, Period | None] = {}
    for row in rows:
        anchor = None if row.get("optional") else _anchor(reading, row["sentence"])
        if anchor is not None:
            found[_claim(reading, row, anchor, found)] = _period(row.get("when"))
    return replace(reading, claims=tuple(found)), found


def _claim(reading: Reading, row: Row, anchor: Anchor, before: Iterable[Claim]) -> Claim:
    """A gold row as a claim.  Its act is that of the program's claim of this type there, else the whole sentence."""
    kind = ClaimType(_all(row["type"])[0])
    place = _all(row.get("place"))
    keys = {m.name.text: m.name.key for m in reading.mentions or () if m.kind is MentionKind.ACTOR}
    alike = [c for c in reading.claims or () if c.type is kind and same_sentence(c.anchor.quote, row["sentence"])]
    alike.sort(key=lambda c: bool(place) and (c.place is None or not set(words(place[0])) & set(words(c.place.text))))
    claim = Claim(
        anchor=anchor,
        act=alike[0].act if alike else anchor,
        type=kind,
        actors=_named(row.get("actor"), keys),
        targets=_named(row.get("target"), keys),
        place=Name(place[0]) if place else None,
        status=Status(row["status"]),
        attribution=Attribution(speakers=_named(row.get("source"), keys), outlet=reading.outlet),
    )
    ids = {c.claim_id for c in before}
    return replace(claim, act=anchor) if claim.claim_id in ids else claim


def _named(written: str | Sequence[str] | None, keys: Mapping[str, str | None]) -> tuple[Name, ...]:
    """The names as written, with the keys that the report's mentions of the same words have."""
    return tuple(Name(text, keys.get(text)) for text in _all(written))


def _dated(reading: Reading, days: Days) -> Reading:
    claims = tuple(replace(c, period=days.get(c.claim_id, c.period)) for c in reading.claims or ())
    return replace(reading, claims=claims)


def _anchor(reading: Reading, sentence: str) -> Anchor | None:
    found = re.search(r"\s+".join(map(re.escape, sentence.split())), reading.raw)
    return Anchor(reading.report_id, found.start(), found.end(), found.group()) if found else None


def _period(when: Sequence[str | None] | None) -> Period | None:
    first, last = when or (None, None)
    return Period(date.fromisoformat(first), date.fromisoformat(last), Basis.STATED) if first and last else None


def _all(value: str | Sequence[str] | None) -> list[str]:
    return [] if not value else [value] if isinstance(value, str) else list(value)


def _means(measured: Mapping[tuple[str, str], Score], sets: Sequence[GoldSet]) -> dict[str, dict[str, float]]:
    split, there = load_split(), {gold.name for gold in sets}
    rows = {}
    for title, names in (("mean_look", split.look), ("mean_unseen", split.unseen)):
        for part in PARTS:
            if set(names) <= there:
                scores = [measured[part, name].figures() for name in names]
                rows[f"{title} ({part})"] = {c: sum(s[c] for s in scores) / len(scores) for c in COLUMNS}
    return rows


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.ceiling", description=__doc__)
    parser.add_argument("--set", action="append", metavar="NAME", help="only this set (may be repeated; no means)")
    parser.add_argument("--format", choices=["table", "json"], default="table")
    return parser


if __name__ == "__main__":
    sys.exit(main())
