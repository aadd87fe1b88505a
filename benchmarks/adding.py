"""Time what it costs to add a report to a record of many: `python -m benchmarks.adding`.

The record is made of the examples, told again and again under other names and days (see `big_record`), and its views
are folded once, by another process.  Then a few reports come one by one, until as many with claims and as many without
have come: their median seconds, those that the process itself was busy (a machine that others use makes both longer,
the first more), and the same for the views folded from nothing, which is what an addition cost before workings were
kept.  The record is then compared with the one folded from nothing: they are to be the same.  The most memory that the
process held is told as it was when reports were added, and at the end.  Reading the text of a report is not counted.
PostgreSQL takes part where `--postgres` or FOGLINE_TEST_POSTGRES gives its URL.  Nothing is promised.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from benchmarks.big_record import read_examples, retellings
from benchmarks.queries import schema
from fogline.ledger import SqlLedger, open_ledger
from fogline.records import Reading
from fogline.runs import rebuild
from fogline.runs.reading import keep

AT_ONCE = 2000  # reports in one transaction while the record is made
MORE = 60  # reports that those to be added are chosen from


def main(argv: Sequence[str] | None = None) -> int:
    """Make a record in each store, add to it, print a line for each; 1 where the record is not what a fold gives."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.adding", description=__doc__)
    parser.add_argument("--reports", type=int, default=1000, help="reports in the record (default 1000)")
    parser.add_argument("--added", type=int, default=3, help="reports of each sort that are added (default 3)")
    parser.add_argument("--postgres", default=os.environ.get("FOGLINE_TEST_POSTGRES"), help="URL of a server")
    given = parser.parse_args(argv)
    made = [*chain.from_iterable(one.readings() for one in retellings(read_examples(), given.reports + MORE))]
    first, more = made[: given.reports], [*_of_both_sorts(made[given.reports :], given.added)]
    with tempfile.TemporaryDirectory(prefix="fogline-bench-") as folder:
        same = _report("SQLite", str(Path(folder) / "growing.db"), first, more)
    if given.postgres:
        with schema(given.postgres, f"fogline_adding_{given.reports}", keep=False) as (address, _):
            same &= _report("PostgreSQL", address, first, more)
    return 0 if same else 1


def _of_both_sorts(readings: Sequence[Reading], count: int) -> Iterator[Reading]:
    """So many of the first that make claims, and so many that make none, in their order."""
    left = {True: count, False: count}
    for reading in readings:
        if left[bool(reading.claims)]:
            left[bool(reading.claims)] -= 1
            yield reading


def _report(store: str, address: str, first: Sequence[Reading], more: Sequence[Reading]) -> bool:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:  # its memory is not counted here
        pool.submit(_make, address, first).result()
    costs: dict[bool, list[tuple[float, float]]] = {}
    with open_ledger(address) as ledger:
        for one in more:
            costs.setdefault(bool(one.claims), []).append(_cost(lambda one=one: keep(ledger, [one])))  # type: ignore[misc]
        held = _megabytes()
        grown = ledger.canonical()
        whole = _cost(lambda: _fold(ledger))
        same = ledger.canonical() == grown
        counts = ledger.counts()
    print(f"{store}: {counts['reports']:,} reports, {counts['claims']:,} claims")
    for claims, found in sorted(costs.items(), reverse=True):
        seconds, busy = (median(each) for each in zip(*found, strict=True))
        print(f"  a report {'with' if claims else 'without'} claims added: {seconds:.2f} s, busy {busy:.2f} s")
    print(f"  folded from nothing: {whole[0]:.2f} s, busy {whole[1]:.2f} s")
    print(f"  the record is {'the same' if same else 'ANOTHER ONE'}; memory: {held:.0f} MB, then {_megabytes():.0f} MB")
    return same


def _make(address: str, readings: Sequence[Reading]) -> None:
    """Make the record, and fold its views once."""
    with open_ledger(address) as ledger:
        for start in range(0, len(readings), AT_ONCE):
            ledger.add(readings[start : start + AT_ONCE])
        with ledger.transaction():
            rebuild(ledger)


def _fold(ledger: SqlLedger) -> None:
    with ledger.transaction():
        ledger.drop_views()
        rebuild(ledger)


def _cost(act: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock, and seconds that the process was busy."""
    start, busy = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - start, time.process_time() - busy


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
