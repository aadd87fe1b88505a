"""What lineage found, as rows, and back."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, select
from sqlalchemy import Row as Read

from fogline.ledger import tables
from fogline.ledger.rebuilding import read_days
from fogline.ledger.scope import rows_of
from fogline.ledger.writing import Row, Rows, json_list
from fogline.records import Alteration, DayWitness, Kinship, Lineage, Origin, Relation, Story, WitnessKind

T = TypeVar("T")
OfReport = TypeVar("OfReport", Kinship, Alteration, DayWitness)
Ids = Collection[str] | None


def add_lineage(rows: Rows, lineage: Lineage) -> None:
    """The rows of lineage, by table.  The inferred days are not among them: the ledger keeps them with periods."""
    for position, kinship in _ranked(lineage.kin):
        rows[tables.kin].append(
            {"position": position, "report_id": kinship.report_id, "source": kinship.source}
            | {"relation": str(kinship.relation), "score": float(kinship.score), "reasons": json_list(kinship.reasons)}
        )
    for origin in lineage.origins:
        owner = {"origin_id": origin.origin_id}
        rows[tables.origins].append(owner | {"agency": origin.agency})
        rows[tables.origin_reports].extend(owner | row for row in _members(origin.report_ids))
    for position, alteration in _ranked(lineage.alterations):
        rows[tables.alterations].append(
            {
                "position": position,
                "alteration_id": alteration.alteration_id,
                "report_id": alteration.report_id,
                "source": alteration.source,
                "kind": alteration.kind,
                "original": alteration.original,
                "altered": alteration.altered,
                "sentence": alteration.sentence,
                "original_sentence": alteration.original_sentence,
            }
        )
    rows[tables.day_witnesses].extend(
        {"position": position, "report_id": witness.report_id, "kind": str(witness.kind)}
        | {"day": witness.day.isoformat(), "ground": witness.ground, "words": witness.words}
        for position, witness in _ranked(lineage.witnesses)
    )
    for story in lineage.stories:
        owner = {"story_id": story.story_id}
        rows[tables.stories].append(
            owner
            | {"about": json_list(story.about)}
            | {"first_day": story.first.isoformat() if story.first else None}
            | {"last_day": story.last.isoformat() if story.last else None}
        )
        rows[tables.story_reports].extend(owner | row for row in _members(story.report_ids))


def _ranked(told: Iterable[OfReport]) -> Iterator[tuple[int, OfReport]]:
    """What is told of reports, each with its rank among what is told of the same report."""
    ranks: Counter[str] = Counter()
    for one in told:
        yield ranks[one.report_id], one
        ranks[one.report_id] += 1


def _members(report_ids: Iterable[str]) -> Iterator[Row]:
    return ({"position": rank, "report_id": report_id} for rank, report_id in enumerate(report_ids))


def read_lineage(connection: Connection) -> Lineage:
    """What lineage left: groups by their reports, all else by report, and of one report in the order that was given."""
    return Lineage(
        kin=read_kin(connection),
        origins=read_origins(connection),
        alterations=read_alterations(connection),
        days=read_days(connection),
        witnesses=tuple(_witness(row) for row in by_report(connection, tables.day_witnesses)),
        stories=read_stories(connection),
    )


def read_origins(connection: Connection, ids: Ids = None) -> tuple[Origin, ...]:
    """The stored origins, or those of these ids, by their reports."""
    reports = lists(connection, tables.origin_reports, ("origin_id",), lambda row: str(row.report_id), ids)
    rows = some(connection, tables.origins, ids)
    found = (Origin(tuple(reports[row.origin_id,]), row.agency) for row in rows)
    return tuple(sorted(found, key=lambda origin: origin.report_ids))


def read_kin(connection: Connection, report_ids: Ids = None) -> tuple[Kinship, ...]:
    """What derives from what; of these reports alone, where they are given."""
    return tuple(_kinship(row) for row in by_report(connection, tables.kin, report_ids))


def read_alterations(connection: Connection, ids: Ids = None) -> tuple[Alteration, ...]:
    """The alterations, or those of these ids."""
    rows = by_report(connection, tables.alterations, ids, column="alteration_id")
    return tuple(_alteration(row) for row in rows)


def _kinship(row: Read[Any]) -> Kinship:
    return Kinship(row.report_id, row.source, Relation(row.relation), row.score, tuple(json.loads(row.reasons)))


def _alteration(row: Read[Any]) -> Alteration:
    return Alteration(
        row.report_id, row.source, row.kind, row.original, row.altered, row.sentence, row.original_sentence
    )


def _witness(row: Read[Any]) -> DayWitness:
    return DayWitness(row.report_id, WitnessKind(row.kind), date.fromisoformat(row.day), row.ground, row.words)


def read_stories(connection: Connection, ids: Ids = None) -> tuple[Story, ...]:
    """The stored stories, or those of these ids, by their reports."""
    reports = lists(connection, tables.story_reports, ("story_id",), lambda row: str(row.report_id), ids)
    found = (
        Story(
            tuple(reports[row.story_id,]),
            tuple(json.loads(row.about)),
            date.fromisoformat(row.first_day) if row.first_day else None,
            date.fromisoformat(row.last_day) if row.last_day else None,
        )
        for row in some(connection, tables.stories, ids)
    )
    return tuple(sorted(found, key=lambda story: story.report_ids))


def lists(
    connection: Connection, table: Table, owner: Sequence[str], make: Callable[[Read[Any]], T], ids: Ids = None
) -> defaultdict[tuple[Any, ...], list[T]]:
    """What the rows of `table` make, in order, by the values of the `owner` columns; `ids` are of the first of them."""
    lists: defaultdict[tuple[Any, ...], list[T]] = defaultdict(list)
    for row in ordered(connection, table, ids=ids, column=owner[0]):
        lists[tuple(getattr(row, name) for name in owner)].append(make(row))
    return lists


def ordered(
    connection: Connection, table: Table, order: str = "position", *, ids: Ids = None, column: str = ""
) -> Iterable[Read[Any]]:
    """The rows of a table in the order of one of its columns; where `ids` are given, only those with one of them.

    The ids stand in `column`, by default the first of the table.
    """
    return sorted(some(connection, table, ids, column), key=lambda row: getattr(row, order))


def by_report(connection: Connection, table: Table, ids: Ids = None, column: str = "report_id") -> list[Read[Any]]:
    """The rows of a table by report, each report's in their order; where `ids` are given, those with one of them."""
    return sorted(some(connection, table, ids, column), key=lambda row: (row.report_id, row.position))


def some(
    connection: Connection, table: Table, ids: Iterable[str] | None = None, column: str = ""
) -> Iterable[Read[Any]]:
    """The rows of a table in any order; where `ids` are given, only those with one of them in `column`."""
    if ids is None:
        return connection.execute(select(table)).all()
    return rows_of(connection, select(table), table.c[column] if column else next(iter(table.c)), ids)
