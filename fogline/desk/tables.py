"""The commands that print a table of the record: claims, events, control, timeline, disputes, actors."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, Any

import typer

from fogline.desk.filters import Row, keep
from fogline.desk.finding import found, of_part, of_whole
from fogline.desk.options import (
    DEFAULT_RECORD,
    Format,
    FormatOption,
    LimitOption,
    Query,
    RecordOption,
    queried,
)
from fogline.desk.record import Held, open_record
from fogline.desk.screen import Columns, cell, show, show_table
from fogline.products import rows as made
from fogline.products.passages import mark_claims, passage_rows
from fogline.products.since import in_short
from fogline.products.until import claims_until
from fogline.records import AsideReason, Corpus


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


def _status(row: Row) -> str:
    """The status, and whether the holder is only concluded, or only told to be there and not to hold the place."""
    if row["inferred"]:
        return "told there" if (row["reason"] or "").startswith("told to be there") else f"{row['status']}, inferred"
    return str(row["status"])


def _since(row: Row) -> str:
    """Since when, as it was told: a day, "2025-01" for a month, "2025" for a year, or from ... to ..."""
    return in_short(*row["since_told"]) if row["since_told"] else ""


@queried("place", "actor", "type", "status", "source", "report", "text", "limit")
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
    rows = found(
        query,
        lambda ledger: ledger.find_claims(query.selection),
        lambda part: made.claim_rows(part.corpus, part.views),
        lambda held: _all_claims(held, query),
    )
    told = fields("type", "actor", "target", "place", "status", "source")
    if query.text is not None:
        rows = mark_claims(rows, query.text)
        told = {**told, **fields("snippet")}
    columns = {**told, "when": span_of_days, **fields("report", *_aside(rows), "id")}
    if any(row["distrusted"] for row in rows):
        columns |= fields("distrusted")
    show(rows, columns, form=query.format, title="Claims")


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help='Words, "words in a row", words that begin so*.')
    ],
    *,
    limit: LimitOption = None,
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
) -> None:
    """The passages of reports that hold all these words, whatever is claimed in them.

    Reports that were withdrawn or superseded by a later version are searched too, and it is said.

    ```
    fogline search ceasefire
    fogline search '"presidential palace"' Damasc* --format json
    ```
    """
    query = Query(record, form, text=" ".join(words), limit=limit)
    with open_record(record) as ledger:
        aside = ledger.aside()
        rows = of_part(
            ledger, query, ledger.find_passages(query.selection), lambda p: passage_rows(p, query.text or "", aside)
        )
    columns = fields("report", "outlet", "day", "snippet", "start", "end", "claims", *_aside(rows))
    show(rows, columns, form=form, title="Passages")


@queried("place", "actor", "type", "status", "source", "report", "limit")
def events(query: Query) -> None:
    """Claims that tell of the same happening, with the number of independent origins.

    ```
    fogline events --type capture
    fogline events --actor army --format json
    ```
    """
    rows = found(
        query,
        lambda ledger: ledger.find_events(query.selection),
        lambda p: made.event_rows(p.corpus, p.views, part=p),
        lambda held: made.event_rows(held.corpus, held.views),
    )
    columns = {"when": span_of_days, **fields("text", "status", "origins", "grade", "id")}
    show(rows, columns, form=query.format, title="Events")


@queried("place", "actor", "status", "limit")
def control(query: Query) -> None:
    """Who holds which place on a day: holder, status, since when, how many origins say so.

    ```
    fogline control --as-of 2014-06-12
    fogline control --place Ramadi --format json
    fogline control --status disputed
    fogline control --as-of 2014-06-12 --known-at 2014-06-12
    ```
    """
    rows = found(
        query,
        lambda ledger: ledger.find_holdings(query.selection),
        lambda p: made.control_rows(p.corpus, p.views, query.day, part=p),
        lambda held: made.control_rows(held.corpus, held.views, query.day),
    )
    told = {**fields("place", "holder"), "status": _status, "since": _since}
    columns = {**told, **fields("origins", "grade", "id")}
    day = rows[0]["day"] if rows else None
    show(rows, columns, form=query.format, title=f"Control on {day}" if day else "Control")


@queried("place", "actor", "type", "source", "report", "limit", "days", "each")
def timeline(query: Query) -> None:
    """What is said to have happened, day by day.

    With --days and --each, the days that are told most and what is told most of each, with the words that tell it best.

    ```
    fogline timeline
    fogline timeline --place Sinjar --format csv
    fogline timeline --days 10 --each 2
    ```
    """
    if query.days or query.each:
        _digest(query)
        return
    rows = found(
        query,
        lambda ledger: ledger.find_happenings(query.selection),
        lambda p: made.timeline_rows(p.corpus, p.views, query.day, part=p),
        lambda held: made.timeline_rows(held.corpus, held.views, query.day),
    )
    columns = {"when": span_of_days, **fields("text", "origins", "id")}
    show(rows, columns, form=query.format, title="Timeline")


def _digest(query: Query) -> None:
    rows = of_whole(
        query,
        lambda held: made.digest_rows(
            held.corpus, held.views, query.day, days=query.days, each=query.each, among=lambda rows: keep(rows, query)
        ),
    )
    columns = {"when": span_of_days, **fields("text", "words", "reports", "origins", "id")}
    show(rows, columns, form=query.format, title="Timeline")


@queried("place", "source", "status", "report", "limit")
def disputes(query: Query) -> None:
    """What the sources contradict one another about, with both sides.

    ```
    fogline disputes
    fogline disputes --place Kirkuk --format json
    ```
    """
    rows = found(
        query,
        lambda ledger: ledger.find_disputes(query.selection),
        lambda p: made.dispute_rows(p.corpus, p.views, part=p),
        lambda held: made.dispute_rows(held.corpus, held.views),
    )
    if query.format is not Format.TABLE:
        show(rows, {}, form=query.format, title="Disputes")
        return
    flat: list[Row] = [{**(row if first else {}), **side} for row in rows for first, side in _sides(row)]
    columns = fields("attribute", "kind", "value", "speakers", "origins", "id")
    show_table(flat, columns, title="Disputes")


@queried("actor", "limit")
def actors(query: Query) -> None:
    """Everybody that the claims name: as one who acts, as a target, as a source.

    ```
    fogline actors
    fogline actors --actor Peshmerga --format json
    ```
    """
    rows = found(
        query,
        lambda ledger: ledger.find_names(),
        lambda part: [dict(row) for row in keep(made.tallied_actor_rows(part), query)],
        lambda held: made.actor_rows(_until(held.corpus, query), held.views),
        whole=query.day is not None,
    )
    columns = fields("actor", "kind", "side", "as_actor", "as_target", "as_source", "names")
    show(rows, columns, form=query.format, title="Actors")


def _all_claims(held: Held, query: Query) -> list[dict[str, Any]]:
    """The rows of claims that count; and of those that do not, where they may be asked for."""
    rows = made.claim_rows(held.corpus, held.views)
    if query.report is not None or query.status in list(AsideReason):
        rows += made.kept_rows(held.whole(), held.aside)
    return rows


def _aside(rows: Iterable[Row]) -> list[str]:
    """The column that says which rows are of reports set aside, where there are some."""
    return ["aside"] if any(row["aside"] for row in rows) else []


def _until(corpus: Corpus, query: Query) -> Corpus:
    """Only claims of what had begun on the day that is asked for."""
    return claims_until(corpus, query.day) if query.day else corpus


def _sides(row: Row) -> list[tuple[bool, dict[str, Any]]]:
    """The sides of a dispute, each with whether it is the first: only there the table repeats what it is about."""
    return [(i == 0, {**side, "speakers": cell(side["speakers"]) or "reports"}) for i, side in enumerate(row["sides"])]
