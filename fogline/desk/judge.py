"""`fogline judge`: a person's decisions on lineage, days and stories.  Each is a row, and is undone by a later one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Annotated

import typer

from fogline.desk.judging import Asked, Draft, decide, judges
from fogline.desk.options import DAY
from fogline.desk.sitting import Sitting
from fogline.records import Relation, Verdict, undoings
from fogline.records.errors import InputError, UnknownId

app = typer.Typer(rich_markup_mode="markdown")
Report = Annotated[str, typer.Argument(metavar="REPORT", help="The id of a report, or how it begins.")]
Reports = Annotated[list[str], typer.Argument(metavar="REPORT...", help="Ids of reports, or how they begin.")]


@app.callback()
def judge() -> None:
    """Overrule what fogline found of reports, claims, events, actors, places and sources, or take that back.

    A judgement has a name, a time and a reason, and is never deleted: it is undone by a later one. What follows
    from it is worked out anew, and what it changed is told; with --dry-run it is only told.

    ```
    fogline judge not-kin lark-2 heron-5 --why "both were at the press conference"
    fogline judge day lark-2 2024-12-06 --why "the print edition"
    fogline judge distrust --outlet "Evening Wire" --why "a forged site" --dry-run
    fogline judge source "Valley Watch" --reliability B --why "right in 40 of 44 cases"
    fogline judge list
    fogline judge undo judgement-3f9a0c2b --why "the editor says otherwise"
    ```
    """


@app.command()
@judges
def kin(
    asked: Asked,
    report: Report,
    source: Annotated[str, typer.Argument(metavar="FROM", help="The report that it derives from.")],
    *,
    relation: Annotated[
        Relation | None, typer.Option("--relation", help="How; by default as fogline sees the two texts.")
    ] = None,
) -> None:
    """A report derives from another one.

    It takes the place of what was found for the report; whatever derives from it moves with it.

    ```
    fogline judge kin lark-2 heron-5 --why "the same photograph and quotes"
    fogline judge kin lark-2 heron-5 --relation "rewrite" --why "its editor told us"
    ```
    """
    decide(asked, _of_reports(Verdict.KIN, [report, source], relation and str(relation)))


@app.command(name="not-kin")
@judges
def not_kin(
    asked: Asked,
    report: Report,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The other report.")],
) -> None:
    """Neither of two reports derives from the other: they count as two origins.

    Of two that stand in one origin, the one that derives from the other leaves it, else the first that is named.

    ```
    fogline judge not-kin lark-2 heron-5 --why "both were at the press conference"
    ```
    """
    decide(asked, _of_reports(Verdict.NOT_KIN, [report, other]))


@app.command()
@judges
def origin(
    asked: Asked,
    reports: Reports,
    *,
    agency: Annotated[str | None, typer.Option("--agency", help="The author of their original.")] = None,
) -> None:
    """Reports tell one original, whichever came first; or, of one report with --agency, who its author is.

    ```
    fogline judge origin lark-2 heron-5 --why "one press release"
    fogline judge origin lark-2 --agency AFP --why "the byline of the print edition"
    ```
    """
    if len(reports) < 2 and agency is None:
        raise InputError("one report alone tells nothing: name two, or --agency; to set one apart use judge own-origin")
    decide(asked, _of_reports(Verdict.ORIGIN, reports, agency))


@app.command(name="own-origin")
@judges
def own_origin(
    asked: Asked,
    report: Report,
) -> None:
    """A report, with whatever derives from it, tells an original of its own.

    ```
    fogline judge own-origin lark-2 --why "our own correspondent"
    ```
    """
    decide(asked, _of_reports(Verdict.OWN_ORIGIN, [report]))


@app.command()
@judges
def day(
    asked: Asked,
    report: Report,
    when: Annotated[datetime, typer.Argument(formats=DAY, metavar="YYYY-MM-DD", help="Its day.")],
) -> None:
    """A report is of this day. The periods of its claims follow, and so do days that were inferred from it.

    ```
    fogline judge day lark-2 2024-12-06 --why "the print edition"
    ```
    """
    if when.date() > date.today():
        raise InputError(f"{when.date()} is after today: a report is not of a day to come")
    decide(asked, _of_reports(Verdict.REDATE, [report], when.date().isoformat()))


@app.command()
@judges
def story(
    asked: Asked,
    reports: Reports,
) -> None:
    """Reports follow one developing story, kin or not; the stories that they stand in become one.

    ```
    fogline judge story lark-2 heron-5 --why "the same siege"
    ```
    """
    if len(reports) < 2:
        raise InputError("a story needs two reports: name another, or set this one apart with judge own-story")
    decide(asked, _of_reports(Verdict.STORY, reports))


@app.command(name="own-story")
@judges
def own_story(
    asked: Asked,
    report: Report,
) -> None:
    """A report follows no story that the record has another report of.

    ```
    fogline judge own-story lark-2 --why "another town of the same name"
    ```
    """
    decide(asked, _of_reports(Verdict.OWN_STORY, [report]))


@app.command()
@judges
def withdraw(
    asked: Asked,
    report: Report,
    *,
    on: Annotated[
        datetime | None,
        typer.Option("--on", formats=DAY, metavar="YYYY-MM-DD", help="The day on which its publisher withdrew it."),
    ] = None,
) -> None:
    """A report was withdrawn, by its publisher or by the desk: it is kept, and its claims count for nothing.

    Of a report with later versions, the one that counts is meant. A version that comes later counts again.

    ```
    fogline judge withdraw lark-2 --why "retracted by the paper" --on 2024-12-08
    fogline judge withdraw lark-2 --why "a hoax" --dry-run
    ```
    """
    value = on.date().isoformat() if on else None
    decide(asked, lambda sitting: Draft(Verdict.WITHDRAW, [sitting.version(report)], value))


@app.command()
@judges
def undo(
    asked: Asked,
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="The id of a judgement, or how it begins.")],
) -> None:
    """A judgement does not stand; the record is as if it had not been made. An undo can be undone too.

    ```
    fogline judge undo judgement-3f9a0c2b --why "the editor says otherwise"
    ```
    """

    def draft(sitting: Sitting) -> Draft:
        ledger = sitting.ledger
        found = ledger.resolve_id(judgement)
        if not found.startswith("judgement-"):
            raise UnknownId(f"{found!r} in {ledger.name} is no judgement: fogline judge list shows their ids")
        if by := undoings(ledger.judgements()).get(found):
            raise InputError(f"{found} is undone already: undo {by} to have it again")
        return Draft(Verdict.UNDO, [found])

    decide(asked, draft)


def _of_reports(verdict: Verdict, reports: Sequence[str], value: str | None = None) -> Callable[[Sitting], Draft]:
    return lambda sitting: Draft(verdict, [sitting.report(one) for one in reports], value)
