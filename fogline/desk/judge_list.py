"""`fogline judge list` and `fogline judge sources`: what was judged."""

from __future__ import annotations

import typer

from fogline.control.keys import place_of
from fogline.control.subjects import Subjects
from fogline.desk.judging import row
from fogline.desk.options import DEFAULT_RECORD, Format, FormatOption, RecordOption
from fogline.desk.record import look
from fogline.desk.screen import Row, show
from fogline.desk.tables import fields
from fogline.products.sources import source_rows
from fogline.records import Verdict, undoings

app = typer.Typer(rich_markup_mode="markdown")
_FEW = 3  # subjects that a table shows


@app.command(name="list")
def list_(*, record: RecordOption = DEFAULT_RECORD, form: FormatOption = Format.TABLE) -> None:
    """All judgements, the oldest first, those that were undone too.

    One that names nothing in the record is waiting: it is applied as soon as a report brings what it names.

    ```
    fogline judge list
    fogline judge list --format json
    ```
    """
    from fogline.ledger import open_ledger

    with open_ledger(record, create=False) as ledger:
        made = ledger.judgements()
        known = Subjects.of(ledger.corpus(), made) if made else None
    undone = undoings(made)
    rows = [row(j, undone, known.missing(j) if known else ()) for j in made]
    columns = fields("when", "who", "verdict", "subjects", "value", "why", "state", "id")
    columns = {**columns, "subjects": _subjects, "value": _value, "state": _state}
    show(rows, columns, form=form, title="Judgements")


@app.command()
def sources(*, record: RecordOption = DEFAULT_RECORD, form: FormatOption = Format.TABLE) -> None:
    """The sources of the record with their letters of reliability, the best first: F where nobody judged them.

    ```
    fogline judge sources
    fogline judge sources --format csv
    ```
    """
    columns = fields("source", "kind", "reliability", "meaning", "claims", "who", "why")
    show(source_rows(look(record).corpus), columns, form=form, title="Sources")


def _subjects(found: Row) -> list[str]:
    subjects = found["subjects"]
    return [*subjects[:_FEW], f"and {len(subjects) - _FEW} more"] if len(subjects) > _FEW else subjects


def _value(found: Row) -> str | None:
    value: str | None = found["value"]
    if found["verdict"] != Verdict.RELOCATE or not value:
        return value
    place = place_of(value)
    return f"{place.name} ({place.place_id})"


def _state(found: Row) -> str:
    return f"undone by {found['undone_by']}" if found["undone_by"] else str(found["state"])
