"""`fogline read`: reports into the record."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from fogline.desk.options import DAY, DEFAULT_RECORD, Format, FormatOption, QuietOption, RecordOption
from fogline.desk.screen import remark, remarks, show, show_table

if TYPE_CHECKING:
    from fogline.runs import ReadSummary

PARTLY = 1  # the exit code where a part was refused


def read(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files (.txt, .html, .json, .jsonl), folders, or - for stdin."),
    ],
    *,
    outlet: Annotated[str | None, typer.Option("--outlet", help="The outlet, where the files do not say.")] = None,
    published: Annotated[
        datetime | None,
        typer.Option("--published", formats=DAY, metavar="YYYY-MM-DD", help="The day, where the files do not say."),
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help="Take another text under a known id for a new version of that report.")
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="How many processes read at once.")] = 1,
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
    quiet: QuietOption = False,
) -> None:
    """Read reports into the record; what it knows already is left as it is.

    With --update another text under a known id is a later version of that report: both are kept, and only the
    version of the latest day counts (of one day, the one that came last).

    Exit code 0 where every report was read, 1 where one was refused, 2 where nothing could be done.

    ```
    fogline read reports/
    fogline read story.html --outlet "Harbour Post" --published 2014-06-13
    fogline read corrected/ --update
    cat feed.jsonl | fogline read - --record war.db
    ```
    """
    from fogline.runs import ReadOptions, read_reports

    options = ReadOptions(outlet, published.date() if published else None, jobs, date.today(), update)
    with _bar(quiet) as bar:
        told = _Told(bar) if bar is not None else None
        summary = read_reports(record, paths, options=options, progress=told)
    if form is not Format.TABLE or not quiet:
        _report(summary, form)
    for report_id, of in () if quiet else summary.versions:
        remark(f"{report_id} is a later version of {of}")
    _refuse(summary)
    if summary.refused:
        raise typer.Exit(PARTLY)


@dataclass
class _Told:
    """Passes what the run tells of its progress on to the bar on the screen."""

    bar: Progress
    stage: str = ""
    task: Any = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage != self.stage:
            self.task, self.stage = self.bar.add_task(stage, total=total), stage
        self.bar.update(self.task, completed=done, total=total)


def _bar(quiet: bool) -> Any:
    """A progress bar on standard error, where that is a terminal."""
    if quiet or not sys.stderr.isatty():
        return nullcontext(None)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=remarks(), transient=True)


def _report(summary: ReadSummary, form: Format) -> None:
    refused = [{"report": report, "stage": no.stage, "reason": no.reason} for report, no in summary.refused]
    if form is not Format.TABLE:
        versions = [{"report": r, "version_of": of} for r, of in summary.versions]
        content = {"read": summary.read, "new": list(summary.new), "known": list(summary.known), "refused": refused}
        content["versions"] = versions
        rows = [{"report": r, "outcome": "new", "reason": None} for r in summary.new]
        rows += [{"report": r, "outcome": "known", "reason": None} for r in summary.known]
        rows += [{"report": r["report"], "outcome": "refused", "reason": r["reason"]} for r in refused]
        show(rows, {}, form=form, title="Read", content=content)
        return
    counts = {"read": summary.read, "new": len(summary.new), "known": len(summary.known), "refused": len(refused)}
    show_table([counts], {name: lambda row, n=name: row[n] for name in counts}, title="Reports")  # type: ignore[misc]


def _refuse(summary: ReadSummary) -> None:
    """A line on standard error for each report that was refused, whatever the form of the results."""
    for report, no in summary.refused:
        named = no.reason if no.stage == "intake" else f"{report}: {no.reason}"  # intake names the file itself
        remark(f"refused {named}")
