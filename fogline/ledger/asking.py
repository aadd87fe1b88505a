"""What a record is asked for: rows that pass filters, words, ids, each with the part of the record that it needs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from fogline.ledger.claim_pages import claim_part
from fogline.ledger.dispute_pages import dispute_part
from fogline.ledger.event_pages import event_part, timeline_part
from fogline.ledger.holding_pages import control_part
from fogline.ledger.known import known_names, name_part
from fogline.ledger.lineage_rows import read_lineage
from fogline.ledger.passage_pages import passage_part
from fogline.ledger.rebuilding import read_texts
from fogline.ledger.tracing import part_under, rows_beginning
from fogline.records import Corpus, Part, Selection, Views


class Asking(ABC):
    """The questions of a ledger, each answered in one transaction."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]:
        """A connection to read from."""

    def find_claims(self, wanted: Selection) -> Part:
        """The claims that are asked for, report by report in the order of the text."""
        with self._reading() as connection:
            return claim_part(connection, wanted)

    def find_holdings(self, wanted: Selection) -> Part:
        """The holdings that cover the day (by default the latest of a report), as far as they are asked for."""
        with self._reading() as connection:
            return control_part(connection, wanted)

    def find_events(self, wanted: Selection) -> Part:
        """The events that are asked for, the most attested first."""
        with self._reading() as connection:
            return event_part(connection, wanted)

    def find_happenings(self, wanted: Selection) -> Part:
        """The happenings that are asked for, day by day: events, and claims that none gathers."""
        with self._reading() as connection:
            return timeline_part(connection, wanted)

    def find_disputes(self, wanted: Selection) -> Part:
        """The disputes that are asked for, the most attested first."""
        with self._reading() as connection:
            return dispute_part(connection, wanted)

    def find_passages(self, wanted: Selection) -> Part:
        """The passages of reports that hold the words of `wanted.text`."""
        with self._reading() as connection:
            return passage_part(connection, wanted)

    def find_texts(self, *, without: Collection[str] = ()) -> Part:
        """All reports but those `without`, with their days and lineage: nothing that is claimed or named in them."""
        with self._reading() as connection:
            readings = tuple(r for r in read_texts(connection) if r.report_id not in without)
            lineage = read_lineage(connection)
        return Part(Corpus(readings, origins=lineage.origins), Views(lineage))

    def find_names(self) -> Part:
        """Every name by which claims call who acts, who is acted upon and who is cited; first those used first."""
        with self._reading() as connection:
            return name_part(connection)

    def rows_beginning(self, prefix: str) -> tuple[list[str], int]:
        """The ids of rows that are `prefix` or begin so, kind or no kind: the first few, and how many there are."""
        with self._reading() as connection:
            return rows_beginning(connection, prefix)

    def part_under(self, row_id: str) -> Part:
        """What a claim, event, holding, dispute, origin, story, alteration or report rests on."""
        with self._reading() as connection:
            return part_under(connection, row_id)

    def known_names(self, kind: str) -> set[str]:
        """Every name of a kind that reports use or their outlets have: place, actor, source; or every report's id."""
        with self._reading() as connection:
            return known_names(connection, kind)
