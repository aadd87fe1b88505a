"""What kin are looked for by is kept alike in every store, and brought to another set of tellings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.ledger import SqlLedger
from fogline.lineage.held import Kept, lay_all
from fogline.lineage.prints import Fingerprint
from fogline.lineage.remembered import Remembered
from fogline.records.errors import RecordError
from fogline.records.ids import content_id

CROWDED = range(40)


@pytest.fixture
def ledger(new_ledger: Callable[[], SqlLedger]) -> SqlLedger:
    return new_ledger()


def own(n: int) -> Fingerprint:
    """A telling that shares sequences with its neighbours and with all, and facts with some."""
    sequences = {1, 2, 2**32 - 1, *(100 + n // 4 * 10 + k for k in range(4))}
    return Fingerprint(content_id("print", n), tuple(sorted(sequences)), tuple(range(n % 5, n % 5 + 4)))


def test_a_ledger_keeps_a_search_as_memory_does(ledger: SqlLedger) -> None:
    prints = [own(n) for n in CROWDED]
    memory = Remembered()
    there: set[str] = set()
    for now in (prints[:30], prints[:31], prints[:34], prints[5:], prints):
        names = frozenset(p.name for p in now)
        fresh = [p for p in now if p.name not in there]
        with ledger.transaction():
            found = Kept(ledger.kept_lineage().search).bring_to(names, fresh)
        assert found == Kept(memory).bring_to(names, fresh) == lay_all(now)
        there = set(names)
    with ledger.transaction():
        kept = ledger.kept_lineage().search
        assert kept.beside() == memory.beside()
        assert len(kept) == len(memory) == len(prints)
        keys = (1, 7, 100, 2**32 - 1)
        middle = kept.number(prints[7].name)
        assert kept.sequences.first(keys, 9) == memory.sequences.first(keys, 9)
        assert kept.sequences.beside(keys, middle) == memory.sequences.beside(keys, middle)


def test_it_is_asked_for_inside_of_a_transaction(ledger: SqlLedger) -> None:
    with pytest.raises(RecordError, match="transaction"):
        ledger.kept_lineage()
