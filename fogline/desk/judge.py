"""`fogline judge`: a person's decisions on lineage, days and stories.  Each is a row, and is undone by a later one."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.desk.judging import SETTING, Asked, decide, row
from fogline.desk.options import DAY, DEFAULT_RECORD, Format, FormatOption, RecordOption
from fogline.desk.screen import show
from fogline.desk.tables import fields
from fogline.records import Relation, Verdict, undoings
from fogline.records.errors import InputError, UnknownId

if TYPE_CHECKING:
    from fogline.ledger import SqlLedger

app = typer.Typer(rich_markup_mode="markdown")
Report = Annotated[str, typer.Argument(metavar="REPORT", help="The id of a report, or how it begins.")]
Reports = Annotated[list[str], typer.Argument(metavar="REPORT...", help="Ids of reports, or how they begin.")]
Why = Annotated[str, typer.Option("--why", help="The reason, in a few words. It is kept.")]
Who = Annotated[
    str | None, typer.Option("--who", envvar=SETTING, help="Who judges; by default the name on this machine.")
]


@app.callback()
def judge() -> None:
    """Overrule what fogline found of kin, origins, days and stories, or take that back.

    A judgement has a name, a time and a reason, and is never deleted: it is undone by a later one. What follows
    from it is worked out anew, and what it changed is told.

    ```
    fogline judge not-kin lark-2 heron-5 --why "both were at the press conference"
    fogline judge day lark-2 2024-12-06 --why "the print edition"
    fogline judge list
    fogline judge undo judgement-3f9a0c2b --why "the editor says otherwise"
    ```
    """


@app.command()
def kin(
    report: Report,
    source: Annotated[str, typer.Argument(metavar="FROM", help="The report that it derives from.")],
    *,
    relation: Annotated[
        Relation | None, typer.Option("--relation", help="How; by default as fogline sees the two texts.")
    ] = None,
    why: Why,
    who: Who = None,
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
) -> None:
    """A report derives from another one.

    It takes the place of what was found for the report; whatever derives from it moves with it.

    ```
    fogline judge kin lark-2 heron-5 --why "the same photograph and quotes"
    fogline judge kin lark-2 heron-5 --relation "rewrite" --why "its editor told us"
    ```
    """
    decide(Verdict.KIN, [report, source], relation and str(relation), Asked(why, who, record, form))


@app.command(name="not-kin")
def not_kin(
    report: Report,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The other report.")],
    *,
    why: Why,
    who: Who = None,
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
) -> None:
    """Neither of two reports derives from the other: they count as two origins.

    Of two that stand in one origin, the one that derives from the other leaves it, else the first that is named.

    ```
    fogline judge not-kin lark-2 heron-5 --why "both were at the press conference"
    ```
    """
    decide(Verdict.NOT_KIN, [report, other], None, Asked(why, who, record, form))


@app.command()
def origin(
    reports: Reports,
    *,
    agency: Annotated[str | None, typer.Option("--agency", help="The author of their original.")] = None,
    why: Why,
    who: Who = None,
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
) -> None:
    """Reports tell one original, whichever came first; or, of one report with --agency, who its author is.

    ```
    fogline judge origin lark-2 heron-5 --why "one press release"
    fogline judge origin lark-2 --agency AFP --why "the byline of the print edition"
    ```
    """
    if len(reports) < 2 and agency is None:
        raise InputError("one report alone tells nothing: name two, or --agency; to set one apart use judge own-origin")
    decide(Verdict.ORIGIN, reports, agency, Asked(why, who, record, form))


@app.command(name="own-origin")
def own_origin(
    report: Report,
    *,
    why: Why,
    who: Who = None,
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
) -> None:
    """A report, with whatever derives from it, tells an original of its own.

    ```
    fogline judge own-origin lark-2 --why "our own correspondent"
    ```
    """
    decide(Verdict.OWN_ORIGIN, [report], None, Asked(why, who, record, form))


@app.command()
def day(
    report: Report,
    when: Annotated[datetime, typer.Argument(formats=DAY, metavar="YYYY-MM-DD", help="Its day.")],
    *,
    why: Why,
    who: Who = None,
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
) -> None:
    """A report is of this day. The periods of its claims follow, and so do days that were inferred from it.

    ```
    fogline judge day lark-2 2024-12-06 --why "the print edition"
    ```
    """
    if when.date() > date.today():
        raise InputError(f"{when.date()} is after today: a report is not of a day to come")
    decide(Verdict.REDATE, [report], when.date().isoformat(), Asked(why, who, record, form))


@app.command()
def story(
    reports: Reports,
    *,
    why: Why,
    who: Who = None,
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
) -> None:
    """Reports follow one developing story, kin or not; the stories that they stand in become one.

    ```
    fogline judge story lark-2 heron-5 --why "the same siege"
    ```
    """
    if len(reports) < 2:
        raise InputError("a story needs two reports: name another, or set this one apart with judge own-story")
    decide(Verdict.STORY, reports, None, Asked(why, who, record, form))


@app.command(name="own-story")
def own_story(
    report: Report,
    *,
    why: Why,
    who: Who = None,
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
) -> None:
    """A report follows no story that the record has another report of.

    ```
    fogline judge own-story lark-2 --why "another town of the same name"
    ```
    """
    decide(Verdict.OWN_STORY, [report], None, Asked(why, who, record, form))


@app.command()
def undo(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="The id of a judgement, or how it begins.")],
    *,
    why: Why,
    who: Who = None,
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
) -> None:
    """A judgement does not stand; the record is as if it had not been made. An undo can be undone too.

    ```
    fogline judge undo judgement-3f9a0c2b --why "the editor says otherwise"
    ```
    """

    def find(ledger: SqlLedger, given: str) -> str:
        found = ledger.resolve_id(given)
        if not found.startswith("judgement-"):
            raise UnknownId(f"{found!r} in {ledger.name} is no judgement: fogline judge list shows their ids")
        if by := undoings(ledger.judgements()).get(found):
            raise InputError(f"{found} is undone already: undo {by} to have it again")
        return found

    decide(Verdict.UNDO, [judgement], None, Asked(why, who, record, form), find)


@app.command(name="list")
def list_(*, record: RecordOption = DEFAULT_RECORD, form: FormatOption = Format.TABLE) -> None:
    """All judgements, the oldest first, those that were undone too.

    ```
    fogline judge list
    fogline judge list --format json
    ```
    """
    from fogline.ledger import open_ledger

    with open_ledger(record, create=False) as ledger:
        made = ledger.judgements()
    rows = [row(j, undoings(made)) for j in made]
    columns = fields("when", "who", "verdict", "subjects", "value", "why", "undone_by", "id")
    show(rows, {name.replace("_", " "): get for name, get in columns.items()}, form=form, title="Judgements")
