"""`fogline why`: from a row of the record down to the words."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.text import Text
from rich.tree import Tree

from fogline.desk import moments
from fogline.desk.options import DEFAULT_RECORD, ByOption, Format, FormatOption, KnownAtOption, RecordOption
from fogline.desk.record import Held, hold_up, is_plain, look, open_record
from fogline.desk.screen import printable, results, show
from fogline.products.why import Step, only, trace
from fogline.records import Known

_GRADED = ("event-", "holding-")  # a grade is told by the sources of the whole record


def why(
    row_id: Annotated[str, typer.Argument(metavar="ID", help="The id of any row, or how it begins.")],
    *,
    known_at: KnownAtOption = None,
    by: ByOption = None,
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.TABLE,
) -> None:
    """From a holding, event, dispute, claim, origin, alteration, judgement or report down to the words it rests on.

    ```
    fogline why holding-3f9a0c2b71de
    fogline why claim-77 --format json
    fogline why holding-5d2e --known-at 2014-06-12
    ```
    """
    steps = _steps(record, row_id, moments.known_at(known_at, by))
    if form is Format.TABLE:
        results().print(_tree(steps))
    else:
        show([_row(step) for step in steps], {}, form=form, title="Why")


def _steps(record: str, row_id: str, known: Known | None) -> tuple[Step, ...]:
    """The tree, made of the part of the record under the row where that tells all of it, else of the whole."""
    if known is not None:
        return _of_all(look(record, known), row_id)
    with open_record(record) as ledger:
        if not row_id.startswith("edge-") and is_plain(ledger) and not ledger.judgements():
            found = only(row_id, *ledger.rows_beginning(row_id))
            if not found.startswith(_GRADED):
                part = ledger.part_under(found)
                return trace(part.corpus, part.views, found, part=part)
        return _of_all(hold_up(ledger), row_id)


def _of_all(held: Held, row_id: str) -> tuple[Step, ...]:
    return trace(held.whole(), held.views, row_id, held.judgements, held.aside)


def _tree(steps: tuple[Step, ...]) -> Tree:
    root = Tree(_label(steps[0]), guide_style="dim")
    open_nodes = [root]
    for step in steps[1:]:
        del open_nodes[max(step.depth, 1) :]
        open_nodes.append(open_nodes[-1].add(_label(step)))
    return root


def _label(step: Step) -> Text:
    if step.anchor is not None:
        where = f"{step.anchor.report_id}, characters {step.anchor.start} to {step.anchor.end}"
        return Text.assemble((f"“{printable(step.anchor.quote)}”", "italic"), "  ", (printable(where), "dim"))
    parts = [Text(printable(step.text), style="bold" if step.depth == 0 else "")]
    return Text("  ").join([*parts, Text(printable(step.id), style="dim")] if step.id else parts)


def _row(step: Step) -> dict[str, Any]:
    anchor = step.anchor
    return {
        "depth": step.depth,
        "text": step.text,
        "id": step.id,
        "report": anchor.report_id if anchor else None,
        "start": anchor.start if anchor else None,
        "end": anchor.end if anchor else None,
        "quote": anchor.quote if anchor else None,
    }
