"""What is printed: results to standard output, everything else to standard error."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from fogline.desk.options import Format

PIPED_WIDTH = 160  # columns of a table that goes to a file or another program
NARROW = 110  # columns, below which a table is short of room
_WHOLE = (
    "id",
    "type",
    "status",
    "since",
    "grade",
    "origins",
    "kind",
    "relation",
    "score",
    "day",
    "sure",
)  # columns that are never broken
_LONG_ID = re.compile(r"^([a-z]+-[0-9a-f]{8})[0-9a-f]+$")
Row = Mapping[str, Any]
Columns = Mapping[str, Callable[[Row], Any]]


def results() -> Console:
    """The console of standard output.  Colour only on a terminal, and never with NO_COLOR set."""
    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)
    if not console.is_terminal and "COLUMNS" not in (console._environ or {}):
        console = Console(highlight=False, markup=False, emoji=False, width=PIPED_WIDTH)
    return console


def remarks() -> Console:
    """The console of standard error."""
    return Console(stderr=True, highlight=False, markup=False, emoji=False)


def remark(text: str) -> None:
    """One line to standard error, however long it is."""
    remarks().print(f"fogline: {printable(' '.join(text.split()))}", soft_wrap=True)


def printable(text: str) -> str:
    """Text without signs that steer a terminal: a report may hold them."""
    return "".join(sign if sign.isprintable() or sign == "\n" else "\N{REPLACEMENT CHARACTER}" for sign in text)


def show(rows: Sequence[Row], columns: Columns, *, form: Format, title: str, content: Any = None) -> None:
    """Print rows in the form asked for.  `content` is the JSON value where it is not the list of the rows."""
    if form is Format.TABLE:
        show_table(rows, columns, title=title)
    elif form is Format.JSON:
        write(json.dumps(rows if content is None else content, ensure_ascii=False, indent=1) + "\n")
    elif form is Format.JSONL:
        write("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    else:
        write(as_csv(rows))


def show_table(rows: Sequence[Row], columns: Columns, *, title: str) -> None:
    """Print rows as a table with these columns.

    On a narrow screen ids are cut to their first eight digits, so that words need not break; `fogline why` takes them.
    """
    console = results()
    short = console.width < NARROW
    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold", box=SIMPLE_HEAD)
    table.pad_edge, table.padding = False, (0, 0 if short else 1, 0, 0 if short else 1)
    for name in columns:
        table.add_column(name, overflow="fold", no_wrap=name in _WHOLE)
    for row in rows:
        table.add_row(*(Text(_shown(name, get(row), short=short)) for name, get in columns.items()))
    console.print(table if rows else Text(f"{title}: none in this record."))


def _shown(column: str, value: Any, *, short: bool) -> str:
    text = printable(cell(value))
    return _LONG_ID.sub(r"\1", text) if short and column == "id" else text


def cell(value: Any) -> str:
    """A value as a table shows it: lists joined by semicolons, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(cell(v) for v in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def as_csv(rows: Iterable[Row]) -> str:
    """Rows as CSV with a header; lists joined by "; "; "" for no rows."""
    listed = list(rows)
    if not listed:
        return ""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(listed[0])
    writer.writerows([cell(row.get(name)) for name in listed[0]] for row in listed)
    return out.getvalue()


def write(text: str) -> None:
    """Put a result on standard output as it is, in UTF-8 whatever the locale says."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    stream.write(text.encode("utf-8", "surrogatepass"))
    stream.flush()
