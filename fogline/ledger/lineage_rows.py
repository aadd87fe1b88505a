"""What lineage found, as rows, and back."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Table, select

from fogline.ledger import tables
from fogline.ledger.rebuilding import read_days
from fogline.ledger.scope import rows_of
from fogline.ledger.writing import Rows, json_list
from fogline.records import Alteration, DayWitness, Kinship, Lineage, Origin, Relation, Story, WitnessKind

T = TypeVar("T")
Ids = Collection[str] | None


def add_lineage(rows: Rows, lineage: Lineage) -> None:
    """The rows of lineage, by table.  The inferred days are not among them: the ledger keeps them with periods."""
    for position, kinship in enumerate(lineage.kin):
        rows[tables.kin].append(
            {"position": position, "report_id": kinship.report_id, "source": kinship.source}
            | {"relation": str(kinship.relation), "score": float(kinship.score), "reasons": json_list(kinship.reasons)}
        )
    for position, origin in enumerate(lineage.origins):
        owner = {"origin_id": origin.origin_id}
        rows[tables.origins].append(owner | {"position": position, "agency": origin.agency})
        rows[tables.origin_reports].extend(
            owner | {"position": rank, "report_id": report_id} for rank, report_id in enumerate(origin.report_ids)
        )
    for position, alteration in enumerate(lineage.alterations):
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
    _add_witnesses(rows, lineage)
    _add_stories(rows, lineage)


def _add_witnesses(rows: Rows, lineage: Lineage) -> None:
    rows[tables.day_witnesses].extend(
        {"position": position, "report_id": witness.report_id, "kind": str(witness.kind)}
        | {"day": witness.day.isoformat(), "ground": witness.ground, "words": witness.words}
        for position, witness in enumerate(lineage.witnesses)
    )


def _add_stories(rows: Rows, lineage: Lineage) -> None:
    for position, story in enumerate(lineage.stories):
        owner = {"story_id": story.story_id}
        rows[tables.stories].append(
            owner
            | {"position": position, "about": json_list(story.about)}
            | {"first_day": story.first.isoformat() if story.first else None}
            | {"last_day": story.last.isoformat() if story.last else None}
        )
        rows[tables.story_reports].extend(
            owner | {"position": rank, "report_id": report_id} for rank, report_id in enumerate(story.report_ids)
        )


def read_lineage(connection: Connection) -> Lineage:
    """What lineage left, in the order in which it was given."""
    return Lineage(
        kin=read_kin(connection),
        origins=read_origins(connection),
        alterations=read_alterations(connection),
        days=read_days(connection),
        witnesses=tuple(_witness(row) for row in ordered(connection, tables.day_witnesses)),
        stories=read_stories(connection),
    )


def read_origins(connection: Connection, ids: Ids = None) -> tuple[Origin, ...]:
    """The stored origins, or those of these ids."""
    reports = lists(connection, tables.origin_reports, ("origin_id",), lambda row: str(row.report_id), ids)
    rows = ordered(connection, tables.origins, ids=ids)
    return tuple(Origin(tuple(reports[row.origin_id,]), row.agency) for row in rows)


def read_kin(connection: Connection, report_ids: Ids = None) -> tuple[Kinship, ...]:
    """What derives from what; of these reports alone, where they are given."""
    return tuple(_kinship(row) for row in ordered(connection, tables.kin, ids=report_ids, column="report_id"))


def read_alterations(connection: Connection, ids: Ids = None) -> tuple[Alteration, ...]:
    """The alterations, or those of these ids."""
    rows = ordered(connection, tables.alterations, ids=ids, column="alteration_id")
    return tuple(_alteration(row) for row in rows)


def _kinship(row: Row[Any]) -> Kinship:
    return Kinship(row.report_id, row.source, Relation(row.relation), row.score, tuple(json.loads(row.reasons)))


def _alteration(row: Row[Any]) -> Alteration:
    return Alteration(
        row.report_id, row.source, row.kind, row.original, row.altered, row.sentence, row.original_sentence
    )


def _witness(row: Row[Any]) -> DayWitness:
    return DayWitness(row.report_id, WitnessKind(row.kind), date.fromisoformat(row.day), row.ground, row.words)


def read_stories(connection: Connection, ids: Ids = None) -> tuple[Story, ...]:
    """The stored stories, or those of these ids."""
    reports = lists(connection, tables.story_reports, ("story_id",), lambda row: str(row.report_id), ids)
    return tuple(
        Story(
            tuple(reports[row.story_id,]),
            tuple(json.loads(row.about)),
            date.fromisoformat(row.first_day) if row.first_day else None,
            date.fromisoformat(row.last_day) if row.last_day else None,
        )
        for row in ordered(connection, tables.stories, ids=ids)
    )


def lists(
    connection: Connection, table: Table, owner: Sequence[str], make: Callable[[Row[Any]], T], ids: Ids = None
) -> defaultdict[tuple[Any, ...], list[T]]:
    """What the rows of `table` make, in order, by the values of the `owner` columns; `ids` are of the first of them."""
    lists: defaultdict[tuple[Any, ...], list[T]] = defaultdict(list)
    for row in ordered(connection, table, ids=ids, column=owner[0]):
        lists[tuple(getattr(row, name) for name in owner)].append(make(row))
    return lists


def ordered(
    connection: Connection, table: Table, order: str = "position", *, ids: Ids = None, column: str = ""
) -> Iterable[Row[Any]]:
    """The rows of a table in the order of one of its columns; where `ids` are given, only those with one of them.

    The ids stand in `column`, by default the first of the table.
    """
    if ids is None:
        return connection.execute(select(table).order_by(table.c[order])).all()
    named = table.c[column] if column else next(iter(table.c))
    return sorted(rows_of(connection, select(table), named, ids), key=lambda row: getattr(row, order))
