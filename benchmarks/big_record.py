"""A record of any size, made of the examples: reports, claims and views, with places, days and ids varied.

Nothing of it is news.  The examples are read once.  Each *telling* of them puts other letters into the names of
places, as many of them, so that every anchor still holds; moves all days; and gives its reports ids of their own.  A
few sets of places are told of often and many seldom, as in a war.  Beside the reports that carry claims stand as many
that carry none, so that there are ten claims to a report.
"""

from __future__ import annotations

import random
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from benchmarks.retelling import Retelling, reports_of
from fogline.ledger import open_ledger
from fogline.ledger.adding import insert_rows
from fogline.ledger.opening import WRITES, connect, locate
from fogline.ledger.tables import VIEW_TABLES
from fogline.ledger.view_rows import view_rows
from fogline.ledger.writing import Rows
from fogline.records import Corpus, Views
from fogline.runs import ReadOptions, read_into

EXAMPLES = Path(__file__).parent.parent / "examples"
TODAY = date(2026, 1, 1)
SEED = 7
PLACE_SETS = 120  # how many sets of places there are
DAYS_APART = 11  # between two tellings of the same places
SPAN = 4000  # days that all tellings lie in
AT_ONCE = 16  # tellings in one transaction
_LISTED = ("events", "holdings", "disputes")


@dataclass(frozen=True, slots=True)
class Told:
    """The examples as they were read, and what was derived from them."""

    corpus: Corpus
    views: Views


def make_record(address: str | Path, count: int) -> int:
    """A new record of about so many reports at a file path or database URL: how many it holds."""
    told = read_examples()
    positions: dict[str, int] = defaultdict(int)
    made, held = 0, set[str]()
    with open_ledger(address) as ledger:
        tellings = retellings(told, count)
        while batch := list(islice(tellings, AT_ONCE)):
            readings = [reading for telling in batch for reading in telling.readings()]
            made += len(ledger.add(readings))
            _insert(address, _rows([_new(telling.views(), held) for telling in batch], positions))
    return made


def read_examples() -> list[Told]:
    """Each war of the examples, read into a record of its own."""
    found = []
    with tempfile.TemporaryDirectory(prefix="fogline-bench-") as folder:
        for war in sorted(f for f in EXAMPLES.iterdir() if f.is_dir()):
            with open_ledger(Path(folder) / f"{war.name}.db") as ledger:
                read_into(ledger, [war], options=ReadOptions(today=TODAY))
                found.append(Told(ledger.corpus(derived=True), ledger.views()))
    return found


def retellings(told: list[Told], count: int) -> Iterator[Retelling]:
    """Tellings of the wars, one after the other, of so many reports or a few more; the same for the same count."""
    rng = random.Random(SEED)
    often = [1 / (rank + 1) for rank in range(PLACE_SETS)]
    before: dict[int, int] = defaultdict(int)
    number = made = 0
    while made < count:
        places = rng.choices(range(PLACE_SETS), often)[0]
        days = timedelta(days=-(DAYS_APART * before[places] % SPAN))
        before[places] += 1
        for war in told:
            yield Retelling(war.corpus, war.views, number, places, days)
            number += 1
            made += reports_of(war.corpus)


def _new(views: Views, held: set[str]) -> Views:
    """The views without the holdings that an earlier telling of the same places and days came to."""
    holdings = tuple(h for h in views.holdings if h.holding_id not in held)
    held.update(h.holding_id for h in holdings)
    return replace(views, holdings=holdings)


def _rows(told: list[Views], positions: dict[str, int]) -> Rows:
    """The rows of several views, one after the other."""
    rows: Rows = defaultdict(list)
    for views in told:
        for table, made in view_rows(views).items():
            first = positions[table.name] if table.name in _LISTED else 0
            rows[table] += [row | {"position": first + row["position"]} for row in made] if first else made
            positions[table.name] += len(made)
    return rows


def _insert(address: str | Path, rows: Rows) -> None:
    """Put the rows of views beside those that are there."""
    engine = connect(locate(address), patience_s=10)
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        for table in VIEW_TABLES:
            if rows[table]:
                insert_rows(connection, table, rows[table])
    engine.dispose()
