"""Time questions to a big record in both stores: `python -m benchmarks.queries`.

Each question is asked in a process of its own of an open record: the median milliseconds of some rounds, from the
question to the rows that are shown; those that the process itself was busy (a machine that others use makes the first
longer, not the second; what PostgreSQL does is only in the first); and by how many megabytes the process grew.  Beside
it stand two peers that answer the same question in the same run: the whole record loaded and its rows filtered in
Python, as fogline did before (not for large records, unless `--whole`); and a plain scan, SQL that looks at every row
and finds the words by LIKE.  PostgreSQL takes part where `--postgres` or FOGLINE_TEST_POSTGRES gives its URL.  Nothing
is promised.
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
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from benchmarks.big_record import make_record
from benchmarks.questions import QUESTIONS, chosen
from fogline.ledger import open_ledger
from fogline.ledger.opening import connect, locate

_COLUMNS = (("ms", 8), ("own ms", 8), ("MB", 7), ("rows", 7), ("whole ms", 11), ("MB", 7), ("ratio", 7))
HEAD = " " * 44 + "".join(f"{name:>{width}}" for name, width in (*_COLUMNS, ("scan ms", 10), ("ratio", 7)))
QUADRATIC = 2_000  # reports: of a larger whole record no events are worded, for each is held against all disputes
SMALL = 20_000  # reports: the whole of a larger record is loaded only with --whole


@dataclass(frozen=True, slots=True)
class Cost:
    """Median milliseconds, of these the process's own, megabytes that it grew by, and how many rows were found."""

    ms: float
    own_ms: float
    megabytes: float
    rows: int


def main(argv: Sequence[str] | None = None) -> int:
    """Make the records, ask everything, print a table for each store."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.queries", description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000, help="reports in the record (default 10000)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each question is asked (default 5)")
    parser.add_argument("--postgres", default=os.environ.get("FOGLINE_TEST_POSTGRES"), help="URL of a server")
    parser.add_argument("--keep", type=Path, help="a folder in which to keep the SQLite record, and look for it")
    parser.add_argument("--whole", action="store_true", help="load the whole record too, however large")
    given = parser.parse_args(argv)
    with _folder(given.keep) as folder:
        path = folder / f"big-{given.reports}.db"
        _make(str(path), given.reports, there=path.exists())
        _report("SQLite", str(path), given)
    if given.postgres:
        with schema(given.postgres, f"fogline_bench_{given.reports}", keep=bool(given.keep)) as (address, there):
            _make(address, given.reports, there=there)
            _report("PostgreSQL", address, given)
    else:
        print("PostgreSQL was not asked: give --postgres or FOGLINE_TEST_POSTGRES the URL of a server")
    return 0


def _make(address: str, reports: int, *, there: bool) -> None:
    if not there:
        before = time.perf_counter()
        made = make_record(address, reports)
        print(f"made a record of {made} reports in {time.perf_counter() - before:.0f} s")


def _report(store: str, address: str, given: argparse.Namespace) -> None:
    with open_ledger(address, create=False) as ledger:
        counts = ledger.counts()
        found = chosen(ledger)
    held = ", ".join(f"{counts[kind]:,} {kind}" for kind in ("reports", "claims", "events", "holdings", "disputes"))
    print(f"\n{store}: {held}; median of {given.rounds}")
    print(HEAD)
    whole = given.whole or given.reports <= SMALL
    wholes = _apart(_ask_whole, address, found) if whole else {}
    for name in QUESTIONS:
        cost = _apart(_ask, address, name, found, given.rounds)
        scan = _apart(_scan, address, name, found, given.rounds)
        print(_line(name, cost, wholes.get(name), scan), flush=True)


def _line(name: str, cost: Cost, whole: Cost | None, scan: Cost | None) -> str:
    line = f"{name:44}{cost.ms:8.1f}{cost.own_ms:8.1f}{cost.megabytes:7.0f}{cost.rows:7}"
    line += f"{whole.ms:11.0f}{whole.megabytes:7.0f}{whole.ms / cost.ms:7.0f}" if whole else " " * 25
    return line + (f"{scan.ms:10.1f}{scan.ms / cost.ms:7.1f}" if scan else "")


def _apart(act: Callable[..., object], *given: object) -> object:
    """What an act gives in a fresh process."""
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as pool:
        return pool.submit(act, *given).result()


def _ask(address: str, name: str, found: dict[str, str], rounds: int) -> Cost:
    question = QUESTIONS[name]
    with open_ledger(address, create=False) as ledger:
        ledger.version()
        return _cost(lambda: len(question.ask(ledger, found)), rounds)


def _ask_whole(address: str, found: dict[str, str]) -> dict[str, Cost]:
    """Every question of the whole record, loaded once: the loading is counted with each."""
    costs = {}
    with open_ledger(address, create=False) as ledger:
        before, busy, megabytes = time.perf_counter(), time.process_time(), _megabytes()
        corpus, views = ledger.corpus(derived=True), ledger.views()
        loading_ms, own_ms = (time.perf_counter() - before) * 1000, (time.process_time() - busy) * 1000
        for name, question in QUESTIONS.items():
            if len(corpus.readings) > QUADRATIC and name.startswith(("events", "timeline")):
                continue
            cost = _cost(lambda q=question: len(q.filter(corpus, views, found)), 1)  # type: ignore[misc]
            costs[name] = Cost(loading_ms + cost.ms, own_ms + cost.own_ms, _megabytes() - megabytes, cost.rows)
    return costs


def _scan(address: str, name: str, found: dict[str, str], rounds: int) -> Cost | None:
    question = QUESTIONS[name]
    if question.scan is None:
        return None
    engine = connect(locate(address), patience_s=10)
    with engine.begin() as connection:
        sql = question.scan.format(**found)
        cost = _cost(lambda: len(connection.exec_driver_sql(sql).fetchall()), rounds)
    engine.dispose()
    return cost


def _cost(act: Callable[[], int], rounds: int) -> Cost:
    before, seconds, own, rows = _megabytes(), [], [], 0
    for _ in range(rounds):
        start, busy = time.perf_counter(), time.process_time()
        rows = act()
        seconds.append(time.perf_counter() - start)
        own.append(time.process_time() - busy)
    return Cost(median(seconds) * 1000, median(own) * 1000, _megabytes() - before, rows)


def _megabytes() -> float:
    """The most memory that the process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        yield keep
        return
    with tempfile.TemporaryDirectory(prefix="fogline-bench-") as folder:
        yield Path(folder)


@contextmanager
def schema(server: str, name: str, *, keep: bool) -> Iterator[tuple[str, bool]]:
    """The address of a schema of its own, and whether it was there."""
    url = locate(server)
    engine = connect(url, patience_s=10)
    with engine.begin() as connection:
        there = connection.exec_driver_sql(f"SELECT to_regnamespace('{name}') IS NOT NULL").scalar()
        connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {name}")
    try:
        address = url.update_query_dict({"options": f"-csearch_path={name}"})
        yield address.render_as_string(hide_password=False), bool(there)
    finally:
        if not keep:
            with engine.begin() as connection:
                connection.exec_driver_sql(f"DROP SCHEMA {name} CASCADE")
        engine.dispose()


if __name__ == "__main__":
    sys.exit(main())
