"""What the views of a record are brought up to date from, part by part: no claim is read before it is needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace

from sqlalchemy import Connection

from fogline.ledger.parts import actors_of, places_of
from fogline.ledger.rebuilding import read_claims, read_forms, read_outline
from fogline.ledger.surveying import Surveying
from fogline.ledger.working_rows import count_views, read_working
from fogline.records import Actor, Claim, Corpus, Place
from fogline.records.working import Working


class Folding(Surveying):
    """What a ledger gives to whoever brings its views up to date."""

    def outline(self, *, without: Collection[str] = ()) -> Corpus:
        """The corpus without these reports as lineage reads it: each claim as a `Sketch`, and no origins.

        Its places and actors are those of `corpus`; which of them a report names is not told.
        """
        with self._reading() as connection:
            readings = tuple(r for r in read_outline(connection) if r.report_id not in without)
            return Corpus(readings, *_forms(connection, without))

    def with_claims(self, outline: Corpus) -> Corpus:
        """The corpus of an outline with its claims as they were read."""
        told: dict[str, list[Claim]] = defaultdict(list)
        with self._reading() as connection:
            for claim in read_claims(connection):
                told[claim.anchor.report_id].append(claim)
        readings = (replace(r, claims=tuple(told[r.report_id])) if r.claims else r for r in outline.readings)
        return replace(outline, readings=tuple(readings))

    def working(self, part: str) -> Working | None:
        """How one part of the views was worked out, where that was kept."""
        with self._reading() as connection:
            return read_working(connection, part)

    def count_views(self) -> int:
        """How many events, holdings and disputes there are."""
        with self._reading() as connection:
            return count_views(connection)


def _forms(connection: Connection, without: Collection[str]) -> tuple[Mapping[str, Place], Mapping[str, Actor]]:
    """The commonest form of each place and actor; the tally has them for all reports together."""
    return read_forms(connection, without) if without else (places_of(connection), actors_of(connection))
