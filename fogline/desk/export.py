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


@app.callback()
def export() -> None:
    """Write the record in another format.

    ```
    fogline export evaluation -o out/
    ```
    """
