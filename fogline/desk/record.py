"""Opening a record for a command."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fogline.control import judged, shown
from fogline.records import Corpus, Judgement, Refusal, Views, standing

if TYPE_CHECKING:
    from fogline.ledger import SqlLedger


@dataclass(frozen=True, slots=True)
class Held:
    """What a record holds, read at once: readings as re-dated and judged, views, judgements, and what was refused."""

    corpus: Corpus
    views: Views
    refused: tuple[tuple[str, Refusal], ...] = ()
    judgements: tuple[Judgement, ...] = ()


def look(record: str) -> Held:
    """Read a whole record.  Raises: RecordError where there is none, or where it cannot be read."""
    from fogline.ledger import open_ledger

    with open_ledger(record, create=False) as ledger:
        return hold_up(ledger)


def hold_up(ledger: SqlLedger) -> Held:
    """Read the whole of an open record, as persons judged it and with the names that they chose."""
    made = ledger.judgements()
    corpus = judged(ledger.corpus(derived=True), standing(made))
    return Held(shown(corpus), ledger.views(), ledger.refusals(), made)
