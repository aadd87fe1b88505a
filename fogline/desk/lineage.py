"""The commands that tell how reports hang together: lineage, dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text
from rich.tree import Tree

from fogline.desk import moments
from fogline.desk.beside import print_beside
from fogline.desk.brief import save
from fogline.desk.filters import check_names, keep, named_in
from fogline.desk.options import (
    DEFAULT_RECORD,
    AsOfOption,
    ByOption,
    Format,
    KnownAtOption,
    Query,
    QuietOption,
    RecordOption,
    queried,
)
from fogline.desk.record import Held, look_at_texts
from fogline.desk.screen import printable, remark, results, show, show_table, write
from fogline.desk.tables import fields, span_of_days
from fogline.products import lineage_page, tree
from fogline.products import rows as made
from fogline.products.beside import Beside, beside, content, render
from fogline.products.dates import date_rows, in_words
from fogline.products.family import Family, Member, families
from fogline.products.kept import notice_rows, version_rows
from fogline.products.lookup import Lookup
from fogline.products.until import reports_until
from fogline.records.errors import InputError


class LineageFormat(StrEnum):
    """How lineage is written."""

    TABLE = "table"
    TREE = "tree"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    SVG = "svg"
    HTML = "html"


OutputOption = Annotated[Path | None, typer.Option("--output", "-o", help="The file to write; else it is printed.")]
_SUFFIXES = {f".{form}": form for form in LineageFormat} | {".htm": LineageFormat.HTML}


def lineage(
    first: Annotated[
        str | None, typer.Argument(metavar="REPORT", help="A report, to be laid beside the one that it derives from.")
    ] = None,
    second: Annotated[str | None, typer.Argument(metavar="OTHER", help="Another report to lay beside it.")] = None,
    *,
    report: Annotated[str | None, typer.Option("--report", help="Only rows from this report.")] = None,
    form: Annotated[
        LineageFormat | None,
        typer.Option(
            "--format", "-f", help="Tables or a tree for people, svg or html for a picture; by default from -o."
        ),
    ] = None,
    output: OutputOption = None,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
    by: ByOption = None,
    record: RecordOption = DEFAULT_RECORD,
    quiet: QuietOption = False,
) -> None:
    """Which reports tell one original, which derive from which, what was changed on the way, which follow one story.

    With jsonl or csv the rows are the kinships; json has origins, kin, alterations, stories, versions and notices of
    corrections and withdrawals. With one report or two, their texts stand side by side, and what the one altered is
    marked in both: two versions of a report too.

    ```
    fogline lineage
    fogline lineage --format tree --report lark-2
    fogline lineage -o lineage.html
    fogline lineage lark-2
    fogline lineage lark-2 heron-5 -o beside.html
    fogline lineage lark-2 lark-2@2
    fogline lineage --known-at 2014-06-12
    fogline lineage --format json
    ```
    """
    chosen = chosen_form(form, output)
    held = until(look_at_texts(record, moments.known_at(known_at, by)), as_of)
    if first is not None:
        if report is not None:
            raise InputError("--report keeps rows of the tables: leave it out where reports are laid side by side")
        show_beside(beside(held.whole(), held.views, first, second), chosen, output, quiet=quiet)
        return
    query = Query(record=record, report=report)
    content = _content(held, query)
    if not content["origins"]:
        check_names(partial(named_in, held.whole()), query)
    if chosen in _PICTURES:
        _picture(held, query, chosen, output, quiet=quiet)
        return
    if output is not None:
        raise InputError(f"{output}: only svg, html and tree are written to a file; send the others there with >")
    if chosen is LineageFormat.TABLE:
        _tables(content)
    else:
        show(content["kin"], {}, form=Format(chosen), title="Kin", content=content)


def _content(held: Held, query: Query) -> dict[str, Any]:
    """What is printed, of the reports that are asked for."""
    found, wanted = made.lineage_content(held.corpus, held.views), query.report or ""
    readings = held.whole().readings
    return {
        "origins": [g for g in found["origins"] if any(r.startswith(wanted) for r in g)],
        "kin": keep(found["kin"], query),
        "alterations": keep(found["alterations"], query),
        "stories": [s for s in found["stories"] if any(r.startswith(wanted) for r in s["reports"])],
        "versions": keep(version_rows(readings, held.aside), query),
        "notices": keep(notice_rows(readings), query),
    }


def _tables(content: dict[str, Any]) -> None:
    origins = [{"origin": i, "reports": group} for i, group in enumerate(content["origins"], start=1)]
    show_table(origins, fields("origin", "reports"), title="Origins")
    show_table(content["kin"], fields("report", "relation", "from", "score"), title="Kin")
    show_table(content["alterations"], fields("report", "from", "kind", "original", "altered"), title="Alterations")
    days = {"about": fields("about")["about"], "days": span_of_days, **fields("reports", "origins", "id")}
    show_table(content["stories"], days, title="Stories")
    if content["versions"]:
        columns = fields("report", "version_of", "day", "counts", "why")
        show_table(content["versions"], columns, title="Versions, withdrawals")
    if content["notices"]:
        show_table(content["notices"], fields("report", "kind", "words"), title="Notices")


def until(held: Held, as_of: datetime | None) -> Held:
    """What is held of the reports of a day and before."""
    if as_of is None:
        return held
    corpus, views = reports_until(held.corpus, held.views, as_of.date())
    kept = tuple(r for r in held.kept if r.day is None or r.day.day <= as_of.date())
    return replace(held, corpus=corpus, views=views, kept=kept)


_PICTURES = {LineageFormat.TREE, LineageFormat.SVG, LineageFormat.HTML}


def chosen_form(form: LineageFormat | None, output: Path | None) -> LineageFormat:
    """The form that was asked for, else the one that the file's ending tells.  Raises: InputError."""
    if form is not None or output is None:
        return form or LineageFormat.TABLE
    if output.suffix.lower() not in _SUFFIXES:
        raise InputError(f"{output}: the ending tells no format; end it in .svg or .html, or give --format")
    return _SUFFIXES[output.suffix.lower()]


def _picture(held: Held, query: Query, form: LineageFormat, output: Path | None, *, quiet: bool) -> None:
    shown = [
        family
        for family in families(Lookup.of(held.corpus, held.views))
        if query.report is None or any(r.startswith(query.report) for r in family.reports)
    ]
    if form is LineageFormat.HTML:
        put(lineage_page.render(held.corpus, held.views, only=query.report), output, quiet=quiet)
        return
    if not shown:
        raise InputError("no report here derives from another, so there is no tree: fogline lineage lists the origins")
    if form is LineageFormat.SVG:
        put(tree.draw_all(shown), output, quiet=quiet)
    elif output is not None:
        raise InputError(f"{output}: a tree of text is for the screen; end the file in .svg or .html")
    else:
        for family in shown:
            results().print(text_tree(family))


def show_beside(found: Beside, form: LineageFormat, output: Path | None, *, quiet: bool) -> None:
    """Two reports side by side, as a table for the screen, as JSON or as a page."""
    if form is LineageFormat.HTML:
        put(render(found), output, quiet=quiet)
    elif output is not None or form in (LineageFormat.SVG, LineageFormat.CSV, LineageFormat.JSONL, LineageFormat.TREE):
        raise InputError("two texts side by side are a table, json, or a page: end the file in .html")
    elif form is LineageFormat.JSON:
        show([], {}, form=Format.JSON, title="Side by side", content=content(found))
    else:
        print_beside(found)


def put(text: str, output: Path | None, *, quiet: bool) -> None:
    """Print a product, or write it to a file.  Raises: OutputError."""
    if output is None:
        write(text)
        return
    save(output, text)
    if not quiet:
        remark(f"wrote {output}")


def text_tree(family: Family) -> Tree:
    """A family as a tree of text."""
    top = Tree(Text(printable(tree.title(family)), style="bold"), guide_style="dim")
    for root in family.roots:
        _branch(top, root)
    return top


def _branch(above: Tree, member: Member) -> None:
    label = Text()
    if member.kin is not None:
        label.append(f"{member.kin.relation}: ", style="cyan")
    label.append(printable(member.name), style="bold" if member.held else "italic")
    named = () if member.report_id in (None, member.name) else (str(member.report_id),)
    facts = (*named, member.day or "its own report is not held", *member.also)
    label.append(f"  {printable(' · '.join(facts))}", style="dim")
    branch = above.add(label)
    for change in member.changes:
        line = Text(f"{change.kind}: ", style="yellow")
        line.append(f"“{printable(change.original)}”", style="red").append(" → ")
        line.append(f"“{printable(change.altered)}”", style="green")
        branch.add(line)
    for below in member.below:
        _branch(branch, below)


@queried("report")
def dates(query: Query) -> None:
    """The day of each report: how it is known, from whom, how sure it is, and what contradicts it.

    ```
    fogline dates
    fogline dates --report lark-2
    fogline dates --format json
    ```
    """
    held = until(look_at_texts(query.record, query.known), query.as_of)
    rows = keep(date_rows(held.corpus, held.views), query)
    if not rows:
        check_names(partial(named_in, held.corpus), query)
    columns = {
        **fields("report", "outlet", "day", "basis", "from"),
        "sure": lambda row: f"{min(row['confidence'], 0.99):.0%}" if row["day"] else "",
        "contradicted by": lambda row: [in_words(w) for w in row["contradictions"]],
    }
    show(rows, columns, form=query.format, title="Days")
