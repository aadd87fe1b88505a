"""What lineage costs when a report comes into a record of many: `python -m benchmarks.kin_record`.

The reports are those of `benchmarks.kin`, without claims, so that the other views have nothing to do.  The record is
made at once; then reports come one by one, and the seconds that the process was busy are told: to find whom the report
is laid beside, from what the record keeps (`found`), and to bring the whole record up to date (`all`), each with the
median and the worst.  The record is then compared with one folded from nothing.  Nothing is promised.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median
from unittest.mock import patch

from benchmarks.kin_adding import reading
from benchmarks.kin_corpus import corpus
from fogline.ledger import open_ledger
from fogline.lineage import held
from fogline.records import Basis, ReportDay
from fogline.runs import rebuild
from fogline.runs.reading import keep

DAY = ReportDay(date(2030, 1, 1), Basis.STATED, "data")
AT_ONCE = 2000  # reports in one transaction while the record is made


def main(argv: Sequence[str] | None = None) -> int:
    """Make the record, add to it, print what it cost; 1 where it is not what a fold gives."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kin_record", description=__doc__)
    parser.add_argument("--reports", type=int, default=2000, help="reports in the record (default 2000)")
    parser.add_argument("--added", type=int, default=20, help="reports that come one by one (default 20)")
    given = parser.parse_args(argv)
    count = given.reports
    made = [replace(reading(m.report_id, m.text), published=DAY, day=DAY) for m in corpus(count + given.added)]
    with tempfile.TemporaryDirectory(prefix="fogline-bench-") as folder, open_ledger(Path(folder) / "kin.db") as ledger:
        for start in range(0, count, AT_ONCE):
            ledger.add(made[:count][start : start + AT_ONCE])
        begun = time.process_time()
        rebuild(ledger)
        print(f"{count:,} reports, folded from nothing in {time.process_time() - begun:.1f} s")
        whole, found = [], []
        for one in made[count:]:
            begun = time.process_time()
            with timed(found):
                keep(ledger, [one])
            whole.append(time.process_time() - begun)
        grown = ledger.canonical()
        ledger.drop_views()
        rebuild(ledger)
        same = ledger.canonical() == grown
    for name, costs in (("found", found), ("all", whole)):
        print(f"  {name}: {1000 * median(costs):.0f} ms, {1000 * max(costs):.0f} ms at worst of {len(costs)}")
    print(f"  the record is {'the same' if same else 'ANOTHER ONE'}")
    return 0 if same else 1


@contextmanager
def timed(found: list[float]) -> Iterator[None]:
    """Note what it takes to bring what is kept of the search up to date."""
    bring = held.Kept.add

    def busy(*given: object) -> object:
        begun = time.process_time()
        answer = bring(*given)  # type: ignore[arg-type]
        found.append(time.process_time() - begun)
        return answer

    with patch.object(held.Kept, "add", busy):
        yield


if __name__ == "__main__":
    sys.exit(main())
