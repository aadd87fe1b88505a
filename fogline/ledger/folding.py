"""What the views of a record are brought up to date from, part by part: no claim is read before it is needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from fogline.ledger.lineage_rows import read_origins
from fogline.ledger.parts import actors_of, places_of
from fogline.ledger.rebuilding import read_claims, read_days, read_forms, read_imprints, read_outline
from fogline.ledger.surveying import Surveying
from fogline.ledger.working_rows import count_views, read_working
from fogline.records import Actor, Claim, Corpus, Lineage, Place
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
        with self._reading() as connection:
            told = _claims(connection)
        readings = (replace(r, claims=tuple(told[r.report_id])) if r.claims else r for r in outline.readings)
        return replace(outline, readings=tuple(readings))

    def claimed(self, *, without: Collection[str] = ()) -> Corpus:
        """The corpus without these reports as views of claims read it: of a report its claims, its days and its outlet.

        Its places and actors are those of `corpus`.
        """
        with self._reading() as connection:
            told = _claims(connection)
            found = (replace(r, claims=tuple(told[r.report_id])) for r in read_imprints(connection))
            return Corpus(tuple(r for r in found if r.report_id not in without), *_forms(connection, without))

    def found_lineage(self) -> Lineage:
        """The origins of all reports and the days inferred for them, as they stand; nothing else of their lineage."""
        with self._reading() as connection:
            return Lineage(origins=read_origins(connection), days=read_days(connection))

    def working(self, part: str) -> Working | None:
        """How one part of the views was worked out, where that was kept."""
        with self._reading() as connection:
            return read_working(connection, part)

    def count_views(self) -> int:
        """How many events, holdings and disputes there are."""
        with self._reading() as connection:
            return count_views(connection)


def _claims(connection: Connection) -> Mapping[str, Sequence[Claim]]:
    """The claims of each report as they were read; none for any other key."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in read_claims(connection):
        told[claim.anchor.report_id].append(claim)
    return told


def _forms(connection: Connection, without: Collection[str]) -> tuple[Mapping[str, Place], Mapping[str, Actor]]:
    """The commonest form of each place and actor; the tally has them for all reports together."""
    return read_forms(connection, without) if without else (places_of(connection), actors_of(connection))
