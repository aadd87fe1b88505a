"""`fogline whatif`: what would be cut off if a place passed to another side."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from fogline.control.network import Network
from fogline.control.nodes import Node
from fogline.control.whatif import WhatIf, what_if
from fogline.desk.brief import save
from fogline.desk.lineage import OutputOption
from fogline.desk.options import DAY, DEFAULT_RECORD, QuietOption, RecordOption
from fogline.desk.record import Held, look
from fogline.desk.screen import printable, remark, results, write
from fogline.language.words import fold, holds_words
from fogline.products import whatif as made
from fogline.products import whatif_page
from fogline.products.lookup import Lookup, latest_day
from fogline.records import Corpus, Name
from fogline.records.errors import InputError


class WhatIfFormat(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    SVG = "svg"
    HTML = "html"


_SUFFIXES = {f".{form}": form for form in WhatIfFormat if form is not WhatIfFormat.TABLE} | {".htm": WhatIfFormat.HTML}


def whatif(
    place: Annotated[str, typer.Argument(metavar="PLACE", help="The place that would change hands.")],
    *,
    to: Annotated[str, typer.Option("--to", metavar="ACTOR", help="Who would have it.")],
    as_of: Annotated[
        datetime | None, typer.Option(formats=DAY, metavar="YYYY-MM-DD", help="The day; by default the latest.")
    ] = None,
    form: Annotated[
        WhatIfFormat | None,
        typer.Option("--format", "-f", help="Lines for people, json for programs, svg or html for a picture."),
    ] = None,
    output: OutputOption = None,
    record: RecordOption = DEFAULT_RECORD,
    quiet: QuietOption = False,
) -> None:
    """What would follow if a place passed to another side: who would lose which connection, which crossings remain.

    By the ways that the reports tell, the crossings that the supplement has, and the holdings of the day.

    ```
    fogline whatif Kirkuk --to Peshmerga
    fogline whatif Homs --to "Syrian rebels" --as-of 2024-12-07
    fogline whatif Homs --to "Syrian rebels" -o homs.html
    fogline whatif Goma --to M23 --format json
    ```
    """
    chosen = _form(form, output)
    held = look(record)
    found = _ask(held, place, to, as_of.date() if as_of else None)
    text = _written(held, found, chosen)
    if output is None:
        write(text) if chosen is not WhatIfFormat.TABLE else results().print(_styled(text))
        return
    save(output, text)
    if not quiet:
        remark(f"wrote {output}")


def _ask(held: Held, place: str, to: str, day: date | None) -> WhatIf:
    """The answer.  Raises: InputError where the record knows no such place or actor, or no day."""
    day = day or latest_day(held.corpus)
    if day is None:
        raise InputError("the record knows no day: name one with --as-of")
    node = find_node(Network.of(held.corpus), place)
    return what_if(held.corpus, held.views.holdings, node, find_actor(held.corpus, to), day)


def find_node(network: Network, place: str) -> Node:
    """The place of the network that goes by this name.  Raises: InputError with the nearest names."""
    direct = network.nodes.by_text(place)
    if direct is not None and direct.key in network.named:
        return network.named[direct.key]
    matches = [node for node in network.named.values() if holds_words(node.name, place)]
    if not matches:
        raise InputError(_unknown("place", place, (node.name for node in network.named.values())))
    return min(matches, key=lambda node: (len(node.name), node.key))


def find_actor(corpus: Corpus, actor: str) -> Name:
    """The actor that goes by this name: as the record calls it, else as a report does.  Raises: InputError."""
    called = {key: a.name for key, a in sorted(corpus.actors.items())}
    for key, name in called.items():
        if fold(name) == fold(actor):
            return Name(name, key)
    told = sorted({n for c in corpus.claims() for n in (*c.actors, *c.targets) if n.key in called})
    same = [n for n in told if fold(n.text) == fold(actor)] or [n for n in told if holds_words(n.text, actor)]
    if not same:
        raise InputError(_unknown("actor", actor, (*called.values(), *(n.text for n in told))))
    best = min(same, key=lambda n: (len(n.text), n.text, n.key or ""))
    return Name(called[best.key or ""], best.key)


def _unknown(kind: str, wanted: str, known: Iterable[str]) -> str:
    folded = {fold(text): text for text in sorted(known)}
    near = [folded[found] for found in get_close_matches(fold(wanted), folded, n=3)]
    advice = f"did you mean {' or '.join(near)}?" if near else "fogline control and fogline actors list the names"
    return f"the record knows no {kind} {wanted!r}: {advice}"


def _form(form: WhatIfFormat | None, output: Path | None) -> WhatIfFormat:
    if form is not None or output is None:
        return form or WhatIfFormat.TABLE
    if output.suffix.lower() not in _SUFFIXES:
        raise InputError(f"{output}: the ending tells no format; end it in .html, .svg or .json, or give --format")
    return _SUFFIXES[output.suffix.lower()]


def _written(held: Held, found: WhatIf, form: WhatIfFormat) -> str:
    lookup = Lookup.of(held.corpus, held.views, as_of=found.day)
    if form is WhatIfFormat.JSON:
        return json.dumps(made.row(lookup, found), ensure_ascii=False, indent=1) + "\n"
    answer = made.answer(lookup, found)
    if form is WhatIfFormat.HTML:
        return whatif_page.render(answer)
    if form is WhatIfFormat.SVG:
        if not answer.picture:
            raise InputError("no place of this record is located, so there is no map: leave out --format svg")
        return answer.picture + "\n"
    return made.as_text(answer)


def _styled(text: str) -> Text:
    """The lines with their headings in bold and the words of reports in italics."""
    styled = Text()
    for line in text.splitlines(keepends=True):
        style = "" if line.startswith((" ", "\n")) else "bold"
        styled.append(printable(line.rstrip("\n")), style="italic" if line.startswith("      ") else style)
        styled.append("\n")
    return styled
