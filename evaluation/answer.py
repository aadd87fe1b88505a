"""Has fogline read a gold set's reports, and write its answers: the only module here that knows the program."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from evaluation.gold import GoldSet
from fogline.ledger import open_ledger
from fogline.products import evaluation_export
from fogline.runs import ReadOptions, read_into

TODAY = date(2026, 1, 1)  # later than every report of the sets, so that a run gives the same on any day


def answer(gold: GoldSet, folder: Path) -> Path:
    """Read the set into a fresh record in `folder`, and export it there.  Gives the folder of the export."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "record.db").unlink(missing_ok=True)
    out = folder / "answers"
    with open_ledger(folder / "record.db", create=True) as ledger:
        read_into(ledger, [gold.reports], options=ReadOptions(today=TODAY))
        evaluation_export.write(ledger.corpus(derived=True), ledger.views(), out, days=gold.days())
    return out
