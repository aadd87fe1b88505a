"""Opening a record for a command."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.records import Corpus, Refusal, Views


@dataclass(frozen=True, slots=True)
class Held:
    """What a record holds, read at once: readings as re-dated, views, and what was refused."""

    corpus: Corpus
    views: Views
    refused: tuple[tuple[str, Refusal], ...] = ()


def look(record: str) -> Held:
    """Read a whole record.  Raises: RecordError where there is none, or where it cannot be read."""
    from fogline.ledger import open_ledger

    with open_ledger(record, create=False) as ledger:
        return Held(ledger.corpus(derived=True), ledger.views(), ledger.refusals())
