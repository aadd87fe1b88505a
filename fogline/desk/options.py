"""The options that commands share, each worded once, and the query that they make together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from inspect import Parameter, Signature
from typing import Annotated, Any

import typer

from fogline.desk.moments import known_at
from fogline.records import ClaimType, Clock, Known, Selection

DEFAULT_RECORD = "fogline.db"
DAY = ["%Y-%m-%d"]
ROWS = 300  # of a table for people, where --limit does not say how many


class Format(StrEnum):
    """How a table is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


RecordOption = Annotated[
    str, typer.Option("--record", "-r", metavar="FILE|URL", help="The record: a SQLite file, or a database URL.")
]
FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help="A table for people; json, jsonl or csv for programs.")
]
AsOfOption = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=DAY, metavar="YYYY-MM-DD", help="What held on this day, by all that is known now."),
]
KnownAtOption = Annotated[
    str | None,
    typer.Option("--known-at", metavar="DAY|MOMENT", help="As it was known then: only the reports of that time."),
]
ByOption = Annotated[
    Clock | None,
    typer.Option("--by", help="Known since it was published (the default), or since it was read into the record."),
]
LimitOption = Annotated[
    int | None,
    typer.Option("--limit", min=0, help=f"At most so many rows, 0 for all; by default {ROWS} in a table, else all."),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but results and errors.")]


@dataclass(frozen=True, slots=True)
class Query:
    """What a command was asked: which record, which rows of it, written how."""

    record: str = DEFAULT_RECORD
    format: Format = Format.TABLE
    place: str | None = None
    actor: str | None = None
    type: ClaimType | None = None
    status: str | None = None
    source: str | None = None
    report: str | None = None
    as_of: datetime | None = None
    known_at: str | None = None
    by: Clock | None = None
    text: str | None = None
    limit: int | None = None
    days: int | None = None
    each: int | None = None

    @property
    def day(self) -> date | None:
        """The day of `--as-of`."""
        return self.as_of.date() if self.as_of else None

    @property
    def known(self) -> Known | None:
        """The moment of `--known-at`.  Raises: InputError."""
        return known_at(self.known_at, self.by)

    @property
    def most(self) -> int | None:
        """How many rows are shown at most; `None` for all."""
        if self.limit is None:
            return ROWS if self.format is Format.TABLE else None
        return self.limit or None

    @property
    def selection(self) -> Selection:
        """What the ledger is asked for."""
        return Selection(
            place=self.place,
            actor=self.actor,
            type=self.type,
            status=self.status,
            source=self.source,
            report=self.report,
            day=self.day,
            text=self.text,
            limit=self.most,
        )


def _filter(flag: str, text: str, kind: Any = str, **more: Any) -> Any:
    return Annotated[kind | None, typer.Option(flag, help=text, **more)]


_OPTIONS: dict[str, tuple[Any, Any]] = {
    "record": (RecordOption, DEFAULT_RECORD),
    "format": (FormatOption, Format.TABLE),
    "place": (_filter("--place", "Only rows of this place; any spelling of accents and hyphens."), None),
    "actor": (_filter("--actor", "Only rows that name this actor, on either side."), None),
    "type": (_filter("--type", "Only this type: capture, withdraw, hold, clash ...", ClaimType, metavar="TYPE"), None),
    "status": (_filter("--status", "Only rows of this status: asserted, denied ...; held, contested ..."), None),
    "source": (_filter("--source", "Only rows that this source is cited for."), None),
    "report": (_filter("--report", "Only rows from this report."), None),
    "as_of": (AsOfOption, None),
    "known_at": (KnownAtOption, None),
    "by": (ByOption, None),
    "text": (
        _filter("--text", 'Only claims whose sentence holds these words, "these in a row", or words of thi*.'),
        None,
    ),
    "limit": (LimitOption, None),
    "days": (_filter("--days", "Only so many days: those that the reports tell most of.", int, min=1), None),
    "each": (_filter("--each", "Of each day only so much: what most reports tell, each thing once.", int, min=1), None),
}


TIMES = ("as_of", "known_at", "by")


def queried(*names: str) -> Callable[[Callable[[Query], None]], Callable[..., None]]:
    """Give a command that takes a `Query` the options of these names, and always the times, --record and --format.

    Typer reads a command's options from its signature: this writes one, so that each option is worded once.
    """
    wanted = (*names, *TIMES, "record", "format")

    def wrap(run: Callable[[Query], None]) -> Callable[..., None]:
        def command(**given: Any) -> None:
            run(Query(**given))

        parameters = [
            Parameter(name, Parameter.KEYWORD_ONLY, default=_OPTIONS[name][1], annotation=_OPTIONS[name][0])
            for name in wanted
        ]
        command.__name__, command.__doc__, command.__module__ = run.__name__, run.__doc__, run.__module__
        command.__annotations__ = {name: _OPTIONS[name][0] for name in wanted} | {"return": None}
        command.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
        return command

    return wrap
