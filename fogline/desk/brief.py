"""`fogline brief`: the situation, every sentence with its evidence."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from fogline.desk import moments
from fogline.desk.options import (
    DAY,
    DEFAULT_RECORD,
    AsOfOption,
    ByOption,
    KnownAtOption,
    QuietOption,
    RecordOption,
)
from fogline.desk.record import Held, look
from fogline.desk.screen import printable, remark, results, write
from fogline.products import brief_json, html, markdown
from fogline.products.line import Section
from fogline.products.news.moment import Moment
from fogline.products.situation import Situation, situate
from fogline.records import Clock
from fogline.records.errors import InputError, OutputError


class BriefFormat(StrEnum):
    """How a brief is written."""

    MD = "md"
    HTML = "html"
    JSON = "json"


_SUFFIXES = {".md": BriefFormat.MD, ".html": BriefFormat.HTML, ".htm": BriefFormat.HTML, ".json": BriefFormat.JSON}
_RENDER = {BriefFormat.MD: markdown.render, BriefFormat.HTML: html.render, BriefFormat.JSON: brief_json.render}
Since = Annotated[datetime | None, typer.Option(formats=DAY, metavar="YYYY-MM-DD", help="Tell changes from this day.")]


def brief(
    *,
    as_of: AsOfOption = None,
    since: Since = None,
    known_at: KnownAtOption = None,
    by: ByOption = None,
    form: Annotated[
        BriefFormat | None, typer.Option("--format", "-f", help="By default from the ending of -o.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file to write; else it is printed.")
    ] = None,
    record: RecordOption = DEFAULT_RECORD,
    quiet: QuietOption = False,
) -> None:
    """The situation report: who holds what, what changed, what is disputed, each line with its evidence.

    With --since it begins with what is new, settled or reversed against what was known before that day.

    ```
    fogline brief
    fogline brief --as-of 2014-06-12 --since 2014-06-10
    fogline brief --known-at 2014-06-12
    fogline brief -o brief.html
    fogline brief --format json | jq .lead
    ```
    """
    first, last = since.date() if since else None, as_of.date() if as_of else None
    if first and last and first > last:
        raise InputError(f"--since {first} lies after --as-of {last}: swap the two")
    chosen = _format(form, output)
    held = look(record, moments.known_at(known_at, by if known_at or not since else None))
    news = _news(record, held, first, by or Clock.PUBLISHED) if first and last is None else None
    situation = situate(held.corpus, held.views, as_of=last, since=first, refused=held.refused, news=news)
    if output is None:
        _print(situation, chosen)
        return
    save(output, _RENDER[chosen](situation))
    if not quiet:
        remark(f"wrote {output} ({len(situation.lines())} lines, {len(situation.sources)} reports)")


def _news(record: str, held: Held, since: date, by: Clock) -> Section:
    """What changed against what was known before the day."""
    from fogline.products.news.section import news_section

    before = look(record, moments.at_begin(since.isoformat(), by, option="--since"))
    return news_section(*(Moment.of(h.corpus, h.views, kept=h.kept, aside=h.aside) for h in (before, held)))


def save(path: Path, text: str) -> None:
    """Write a file whole or not at all.  Raises: OutputError where it cannot be written."""
    try:
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as file:
                file.write(text)
            os.chmod(draft, 0o644)
            os.replace(draft, path)
        except OSError:
            Path(draft).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(f"{path} cannot be written ({error.strerror}): name another file") from error


def _format(form: BriefFormat | None, output: Path | None) -> BriefFormat:
    if form is not None or output is None:
        return form or BriefFormat.MD
    if output.suffix.lower() not in _SUFFIXES:
        raise InputError(f"{output}: the ending tells no format; end it in .md, .html or .json, or give --format")
    return _SUFFIXES[output.suffix.lower()]


def _print(situation: Situation, form: BriefFormat) -> None:
    text = _RENDER[form](situation)
    if form is BriefFormat.MD and sys.stdout.isatty():
        from rich.markdown import Markdown  # slow to load, and seldom needed

        results().print(Markdown(printable(text)))
    else:
        write(text)
