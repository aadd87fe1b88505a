"""`fogline export`: the record in the formats of other programs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from fogline.desk.options import DAY, DEFAULT_RECORD, QuietOption, RecordOption
from fogline.desk.record import look
from fogline.desk.screen import remark
from fogline.products import evaluation_export
from fogline.records.errors import OutputError

app = typer.Typer(rich_markup_mode="markdown")


@app.command()
def evaluation(
    *,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to write into.")],
    day: Annotated[
        list[datetime] | None,
        typer.Option("--day", formats=DAY, metavar="YYYY-MM-DD", help="A day to tell the holdings of; repeatable."),
    ] = None,
    record: RecordOption = DEFAULT_RECORD,
    quiet: QuietOption = False,
) -> None:
    """The six files that the scorer reads: claims, strays, kin, holdings, alterations, disputes.

    ```
    fogline export evaluation -o out/
    fogline export evaluation -o out/ --day 2014-06-12 --day 2014-06-13
    ```
    """
    held = look(record)
    days = [d.date() for d in day or []]
    written = evaluation_export.write(held.corpus, held.views, output, days=days)
    if not quiet:
        remark(f"wrote {len(written)} files into {output}")


@app.command()
def canonical(
    *,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write.")],
    record: RecordOption = DEFAULT_RECORD,
    quiet: QuietOption = False,
) -> None:
    """The whole record as sorted JSON lines: the same bytes for the same reports and judgements.

    When and in which order they came is left out, so that two records can be compared, in SQLite or PostgreSQL.

    ```
    fogline export canonical -o war.jsonl
    fogline export canonical -o - --record war.db | sha256sum
    ```
    """
    from fogline.ledger import open_ledger

    with open_ledger(record, create=False) as ledger:
        text = ledger.canonical()
    if str(output) == "-":
        typer.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{output} cannot be written ({error.strerror}): name another file") from error
    if not quiet:
        remark(f"wrote {text.count(chr(10)):,} rows into {output}")


@app.callback()
def export() -> None:
    """Write the record in another format.

    ```
    fogline export evaluation -o out/
    ```
    """
