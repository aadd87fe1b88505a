"""Two reports side by side on the screen."""

from __future__ import annotations

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from fogline.desk.screen import printable, results
from fogline.products.beside import Beside, Line, Mark, heading, relation_words

WAS, NOW = ("[-", "-]"), ("{+", "+}")  # as wdiff marks words where there is no colour


def print_beside(found: Beside) -> None:
    """The source on the left, the report on the right; the same words dim, alterations in red and green, numbered."""
    console = results()
    plain = console.color_system is None
    table = Table(title=printable(relation_words(found)), title_justify="left", title_style="bold", box=SIMPLE_HEAD)
    for reading in (found.source, found.report):
        table.add_column(printable(heading(reading)), ratio=1, overflow="fold", header_style="bold")
    table.pad_edge, table.padding, table.expand = False, (0, 2, 1, 0), True
    for line in found.lines:
        table.add_row(*_sides(line, plain=plain))
    console.print(table)
    for number, change in enumerate(found.changes, start=1):
        told = Text(f"{number} {change.kind}: ")
        told.append(f"“{printable(change.original)}”", style="red").append(" → ")
        told.append(f"“{printable(change.altered)}”", style="green")
        console.print(told)
    if not found.changes:
        console.print(Text("No alteration was found."))


def _sides(line: Line, *, plain: bool) -> tuple[Text, Text]:
    style = "dim" if line.state == "same" else ""
    left = _side(line.source, WAS, "red strike", plain=plain)
    right = _side(line.report, NOW, "bold green", plain=plain)
    left.stylize_before(style)
    right.stylize_before(style)
    return left, right


def _side(marks: Iterable[Mark], signs: tuple[str, str], style: str, *, plain: bool) -> Text:
    text = Text()
    for mark in marks:
        words = printable(" ".join(mark.text.split(" ")))
        if not mark.numbers:
            text.append(words)
            continue
        if words:
            text.append(f"{signs[0]}{words}{signs[1]}" if plain else words, style=style)
        text.append(f"[{','.join(map(str, mark.numbers))}]", style="yellow")
    return text
