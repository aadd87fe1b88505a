"""Write the pages of docs/reference that are read off the program: `python -m docs.generate`.

With `--check` nothing is written; exit 1 and a line for each page that is out of date.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import typer.main

from fogline.desk.cli import app
from fogline.ledger import open_ledger

REFERENCE = Path(__file__).parent / "reference"
NOTE = "Written by `make docs`; do not edit."
COLUMN = re.compile(
    r"^(?:  |, )(?P<name>[a-z_0-9]+) (?P<type>TEXT|INTEGER|BIGINT|DOUBLE PRECISION)(?P<rest>[^-/]*)"
    r"(?:(?:-- |/\* )(?P<what>.*?)(?: \*/\)?)?)?$"  # a column that a later revision added has /* */
)
GROUPING = ("PRIMARY KEY", "FOREIGN KEY")


def main(argv: Sequence[str] | None = None) -> int:
    """Write the pages, or check them."""
    parser = argparse.ArgumentParser(prog="python -m docs.generate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where a page is out of date")
    if parser.parse_args(argv).check:
        stale = stale_pages()
        print("\n".join(f"{path} is out of date: run make docs" for path in stale), file=sys.stderr)
        return 1 if stale else 0
    for name, write in PAGES.items():
        (REFERENCE / name).write_text(write(), encoding="utf-8")
        print(f"wrote docs/reference/{name}")
    return 0


def stale_pages() -> list[str]:
    """The generated pages that differ from what the program says now."""
    return [name for name, write in PAGES.items() if not _same(REFERENCE / name, write())]


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def cli_page() -> str:
    """The commands, with their arguments and options."""
    group = typer.main.get_command(app)
    parts = ["# The commands", "", NOTE, "", _flat(group.help), ""]
    for path, command in commands(group):
        parts += [f"## fogline {path}", "", *_command(f"fogline {path}", command)]
    return "\n".join(parts).rstrip() + "\n"


def commands(group: object, above: str = "") -> Iterator[tuple[str, object]]:
    """Every command that can be given, by its words: ("read", ...), ("export evaluation", ...)."""
    for name, command in sorted(getattr(group, "commands", {}).items()):
        path = f"{above} {name}".strip()
        if getattr(command, "commands", None):
            yield from commands(command, path)
        elif not command.hidden:
            yield path, command


def _command(name: str, command: object) -> list[str]:
    context = command.make_context(name, [], resilient_parsing=True)  # type: ignore[attr-defined]
    usage = " ".join([name, *command.collect_usage_pieces(context)])  # type: ignore[attr-defined]
    usage = re.sub(r"\{([^}]*?)(?:\.\.\.)?\}", r"\1", usage)
    lines = [_flat(command.help), "", "```", usage, "```", ""]  # type: ignore[attr-defined]
    rows = [row for row in map(_parameter, command.params) if row]  # type: ignore[attr-defined]
    if rows:
        lines += ["| argument or option | what |", "| --- | --- |", *rows, ""]
    return lines


def _parameter(parameter: object) -> str | None:
    written = ", ".join(f"`{word}`" for word in getattr(parameter, "opts", ()) if word.startswith("-"))
    shown = written or f"`{parameter.name.upper()}`"  # type: ignore[attr-defined]
    if getattr(parameter, "hidden", False) or "--help" in shown:
        return None
    what = _flat(getattr(parameter, "help", None) or "").replace("\n", " ").replace("|", "\\|")
    default = getattr(parameter, "default", None)
    said = f" Default: `{default}`." if isinstance(default, str | int) and not isinstance(default, bool) else ""
    return f"| {shown} | {what}{said} |"


def _flat(text: str | None) -> str:
    """A help text without the marks of the terminal."""
    return re.sub(r"\[/?(?:bold|dim|italic|cyan|green)[^\]]*\]", "", (text or "").replace("\b", "")).strip()


def record_page() -> str:
    """The tables and views of a fresh record, with the comments that its schema carries."""
    with tempfile.TemporaryDirectory(prefix="fogline-docs-") as folder:
        path = Path(folder) / "record.db"
        with open_ledger(path, create=True):
            pass
        with closing(sqlite3.connect(path)) as connection:
            found = connection.execute(
                "SELECT type, name, sql FROM sqlite_master WHERE type IN ('table', 'view') "
                "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'passage_words%' AND name <> 'fogline_version' "
                "ORDER BY type, rowid"
            ).fetchall()
    tables = [_table(name, sql) for kind, name, sql in found if kind == "table"]
    views = [_view(name, sql) for kind, name, sql in found if kind == "view"]
    return "\n".join([RECORD_HEAD, *tables, VIEWS_HEAD, *views]).rstrip() + "\n"


RECORD_HEAD = f"""\
# The record

{NOTE}

A record is one SQLite file (or a PostgreSQL database). Open it with any tool; `sqlite3 war.db .schema` shows the
comments that stand here. Days and times are text in ISO 8601, lists are JSON text, offsets count code points of
`reports.raw` with the end left out. Tables from `report_days` on are derived, but for `arrivals`
and `versions`: they are dropped and built again by every `fogline read` that brings something new; `names` and
`passages` are counted up as reports come. `passage_words` is the index of their words (FTS5; in PostgreSQL a table of
`tsvector`). `fogline_version` holds the record's version.
"""
VIEWS_HEAD = "# Views for people\n\nTheir columns are those of the tables, put together by name.\n"


def _table(name: str, sql: str) -> str:
    rows = [f"## {name}", "", "| column | type | may be null | what |", "| --- | --- | --- | --- |"]
    for line in sql.splitlines():
        if found := COLUMN.match(line):
            null = "" if "NOT NULL" in found["rest"] else "yes"
            rows.append(f"| `{found['name']}` | {found['type'].lower()} | {null} | {_meaning(found)} |")
    keys = [f"`{part}`" for part in re.findall(r"PRIMARY KEY \(([^)]*)\)", sql)]
    return "\n".join([*rows, "", *([f"Key: {', '.join(keys)}.", ""] if keys else [])])


def _meaning(found: re.Match[str]) -> str:
    refers = re.search(r"REFERENCES (\w+)", found["rest"])
    key = "the key" if "PRIMARY KEY" in found["rest"] else ""
    parts = [key, f"of [{refers[1]}](#{refers[1]})" if refers else "", found["what"] or ""]
    return "; ".join(part for part in parts if part).replace("|", "\\|")


def _view(name: str, sql: str) -> str:
    comment = re.search(r" AS -- (.*)", sql)
    return f"- `{name}`: {comment[1]}" if comment else f"- `{name}`"


PAGES: Mapping[str, Callable[[], str]] = {"cli.md": cli_page, "record.md": record_page}

if __name__ == "__main__":
    sys.exit(main())
