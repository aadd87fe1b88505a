"""The commands that print a table of the record: claims, events, control, timeline, disputes, actors."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from fogline.desk.filters import Row, check_names, keep
from fogline.desk.options import Format, Query, queried
from fogline.desk.record import look
from fogline.desk.screen import Columns, cell, show, show_table
from fogline.products import rows as made
from fogline.products.until import claims_until
from fogline.records import AsideReason


def fields(*names: str) -> Columns:
    """Columns that show the field of their name."""
    return {name: _getter(name) for name in names}


def _getter(name: str) -> Callable[[Row], Any]:
    return lambda row: row.get(name)


def span_of_days(row: Row) -> str:
    """The days of a row: one day, or from ... to ..."""
    when = row.get("when") or [row.get("first"), row.get("last")]
    if not when[0]:
        return ""
    return str(when[0]) if when[0] == when[1] else f"{when[0]} to {when[1]}"


@queried("place", "actor", "type", "status", "source", "report")
def claims(query: Query) -> None:
    """Every claim: what each sentence says, who says so, and where the words stand.

    ```
    fogline claims --place Kirkuk --type withdraw
    fogline claims --status denied --format jsonl
    fogline claims --source "Health Ministry" --as-of 2014-06-12
    fogline claims --known-at 2014-06-12
    fogline claims --status withdrawn
    ```

    Claims of a report that was withdrawn or superseded by a later version count for nothing: they are shown with
    --report, or with --status withdrawn or superseded, and say so.
    """
    held = look(query.record, query.known)
    rows = keep(made.claim_rows(held.corpus, held.views), query)
    if query.report is not None or query.status in list(AsideReason):
        rows += keep(made.kept_rows(held.whole(), held.aside), query)
    if not rows:
        check_names(held.whole(), query)
    columns = {
        **fields("type", "actor", "target", "place", "status", "source"),
        "when": span_of_days,
        **fields("report", *(["aside"] if any(row["aside"] for row in rows) else []), "id"),
    }
    if any(row["distrusted"] for row in rows):
        columns |= fields("distrusted")
    show(rows, columns, form=query.format, title="Claims")


@queried("place", "actor", "type", "status", "source", "report")
def events(query: Query) -> None:
    """Claims that tell of the same happening, with the number of independent origins.

    ```
    fogline events --type capture
    fogline events --actor army --format json
    ```
    """
    rows = _rows(made.event_rows, query)
    columns = {"when": span_of_days, **fields("text", "status", "origins", "grade", "id")}
    show(rows, columns, form=query.format, title="Events")


@queried("place", "actor", "status")
def control(query: Query) -> None:
    """Who holds which place on a day: holder, status, since when, how many origins say so.

    ```
    fogline control --as-of 2014-06-12
    fogline control --place Ramadi --format json
    fogline control --status disputed
    fogline control --as-of 2014-06-12 --known-at 2014-06-12
    ```
    """
    rows = _rows(made.control_rows, query, query.day)
    columns = fields("place", "holder", "status", "since", "origins", "grade", "id")
    day = rows[0]["day"] if rows else None
    show(rows, columns, form=query.format, title=f"Control on {day}" if day else "Control")


@queried("place", "actor", "type", "source", "report")
def timeline(query: Query) -> None:
    """What is said to have happened, day by day.

    ```
    fogline timeline
    fogline timeline --place Sinjar --format csv
    ```
    """
    rows = _rows(made.timeline_rows, query, query.day)
    columns = {"when": span_of_days, **fields("text", "origins", "id")}
    show(rows, columns, form=query.format, title="Timeline")


@queried("place", "source", "status", "report")
def disputes(query: Query) -> None:
    """What the sources contradict one another about, with both sides.

    ```
    fogline disputes
    fogline disputes --place Kirkuk --format json
    ```
    """
    rows = _rows(made.dispute_rows, query)  # those of no day stand on every day
    if query.format is not Format.TABLE:
        show(rows, {}, form=query.format, title="Disputes")
        return
    flat: list[Row] = [{**(row if first else {}), **side} for row in rows for first, side in _sides(row)]
    columns = fields("attribute", "kind", "value", "speakers", "origins", "id")
    show_table(flat, columns, title="Disputes")


@queried("actor")
def actors(query: Query) -> None:
    """Everybody that the claims name: as one who acts, as a target, as a source.

    ```
    fogline actors
    fogline actors --actor Peshmerga --format json
    ```
    """
    rows = _rows(made.actor_rows, query, until=True)
    columns = fields("actor", "kind", "side", "as_actor", "as_target", "as_source", "names")
    show(rows, columns, form=query.format, title="Actors")


def _rows(make: Callable[..., list[dict[str, Any]]], query: Query, *day: date | None, until: bool = False) -> list[Row]:
    """The rows of the record that the query asks for.  With `until`, only claims of what had begun on its day.

    Raises: InputError where it asks for an unknown name.
    """
    held = look(query.record, query.known)
    corpus = claims_until(held.corpus, query.day) if until and query.day else held.corpus
    rows = keep(make(corpus, held.views, *day), query)
    if not rows:
        check_names(held.corpus, query)
    return rows


def _sides(row: Row) -> list[tuple[bool, dict[str, Any]]]:
    """The sides of a dispute, each with whether it is the first: only there the table repeats what it is about."""
    return [(i == 0, {**side, "speakers": cell(side["speakers"]) or "reports"}) for i, side in enumerate(row["sides"])]
