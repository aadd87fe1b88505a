"""`fogline changes`: what is new, what was settled, what was reversed."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from fogline.control import shown
from fogline.desk.filters import Row, check_names, keep, named_in
from fogline.desk.moments import at_begin, at_end
from fogline.desk.options import DEFAULT_RECORD, ByOption, Format, FormatOption, Query, RecordOption
from fogline.desk.screen import remark, show, show_table
from fogline.desk.tables import fields
from fogline.products.changes import Moment, News, change_row, new_reports
from fogline.products.changes import changes as compare
from fogline.products.wording import count_words
from fogline.records import Clock, Known, standing
from fogline.records.errors import InputError

if TYPE_CHECKING:
    from fogline.ledger import SqlLedger

MOST_WORDS = 2  # sentences that a table shows of a line
_END = datetime.max.replace(tzinfo=UTC)
_TITLES = {News.NEW: "New", News.SETTLED: "Settled", News.REVERSED: "Reversed", News.MORE: "More evidence"}


def changes(
    *,
    since: Annotated[str, typer.Option("--since", metavar="DAY|MOMENT", help="From this day on, or this moment.")],
    until: Annotated[
        str | None, typer.Option("--until", metavar="DAY|MOMENT", help="Up to this day or moment; by default all.")
    ] = None,
    by: ByOption = None,
    place: Annotated[str | None, typer.Option("--place", help="Only lines of this place.")] = None,
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
) -> None:
    """What is new since a day, what was settled, what was reversed, and what has more evidence.

    The record as it was known before --since is held against the one known at --until. New are places that changed
    hands, events, disputes; settled what was disputed, unknown, possible or planned; reversed what changed back, is
    denied, re-dated, corrected, withdrawn or judged.

    ```
    fogline changes --since 2014-06-12
    fogline changes --since 2014-06-12 --until 2014-06-13 --place Kirkuk
    fogline changes --since 2014-06-12T06:00+03:00 --by read
    fogline changes --since 2014-06-12 --format json
    ```
    """
    clock = by or Clock.PUBLISHED
    first = at_begin(since, clock, option="--since")
    last = at_end(until, clock, option="--until") if until else None
    if last is not None and last.moment < first.moment:
        raise InputError(f"--since {since} lies after --until {until}: swap the two")
    before, after = _both(record, first, last)
    rows: list[Row] = [change_row(change) for change in compare(before, after)]
    kept = keep(rows, Query(place=place))
    if not kept and place is not None:
        check_names(partial(named_in, after.lookup.corpus), Query(place=place))
    fresh = new_reports(before, after)
    if form is Format.TABLE:
        _print(kept, fresh)
    else:
        content: dict[str, Any] = {"since": since, "until": until, "by": str(clock), "reports": fresh, "changes": kept}
        show(kept, {}, form=form, title="Changes", content=content)


def _both(record: str, first: Known, last: Known | None) -> tuple[Moment, Moment]:
    from fogline.ledger import open_ledger

    with open_ledger(record, create=False) as ledger:
        return _moment(ledger, first), _moment(ledger, last or Known(_END, first.by))


def _moment(ledger: SqlLedger, known: Known) -> Moment:
    from fogline.runs.past import recall

    past = recall(ledger, known)
    kept = tuple(ledger.find_report(report_id) for report_id in past.aside)
    judged = standing(past.judgements)
    return Moment.of(shown(past.corpus), past.views, kept=kept, aside=past.aside, judgements=judged)


def _print(rows: list[Row], fresh: list[dict[str, Any]]) -> None:
    """A table for each kind of news, with the words that came since."""
    late = [row["report"] for row in fresh if row["late"]]
    origins = len({row["origin"] or row["report"] for row in fresh})
    told = f"{count_words(len(fresh), 'report')} of {count_words(origins, 'origin')}" if fresh else "no report"
    remark(f"{told} came to what was known{'; late: ' + ', '.join(late) if late else ''}")
    for news, title in _TITLES.items():
        shown = [row for row in rows if row["news"] == news]
        columns = {**fields("what", "text"), "before": _before, "words": _words, **fields("origins", "id")}
        if shown:
            show_table(shown, columns, title=title)
    if not rows:
        show_table([], fields("text"), title="Changes")


def _before(row: Row) -> str:
    return str(row["before"] or ("retold from what was known" if row["retold"] else ""))


def _words(row: Row) -> list[str]:
    """The first words that came, and how many more there are."""
    found = [f"“{e['sentence']}” ({e['report']})" for e in row["evidence"]]
    more = [f"{len(found) - MOST_WORDS} more"] if len(found) > MOST_WORDS else []
    return found[:MOST_WORDS] + more
