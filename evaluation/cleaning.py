"""Measure the cleaning of text on pages of our own that nothing was learnt from: `python -m evaluation.cleaning`.

`pages` are the dresses of `training/cleaning/data`, `stories` the reports of `training/lineage/data`, each in two
halves by the name of its war: what cleaning learnt comes from "look", and "held" only measures.  The dresses of `trial`
may be read and are not learnt from.  `markup` is the web pages of `evaluation/webpages`, read by intake and then
cleaned.  Exit 1 where a figure is below its floor.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from evaluation.floors import hold, read_floors
from evaluation.markup import measure as measure_markup
from evaluation.tally import Tally, share
from evaluation.views import score_spans
from fogline.records import Reading, SpanKind
from fogline.text import Clean
from training.cleaning.pages import HALVES, TRIAL, Page, dressed, stories

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "cleaning.md"
ROW = "cleaning "
OUTSIDE = (SpanKind.FURNITURE, SpanKind.STRAY)
HEADS = {"headlines": "headline", "standfirsts": "standfirst", "bylines": "byline"}

FIGURES: Mapping[str, str] = {
    "pages": "how many pages",
    "story_f1": "characters of the story in what is kept of a web page (F1)",
    "strays_f1": "characters of furniture and strays (F1)",
    "precision": "of what was called furniture or stray, how much is",
    "recall": "of what is furniture or stray, how much was called so",
    "story_lost": "of the story's characters, how many were thrown away with the rest",
    "headlines": "headlines called so",
    "standfirsts": "standfirsts called so",
    "bylines": "bylines called so",
    "credits_f1": "agencies that the page credits (F1)",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures, and hold them against their floors."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.cleaning", description=__doc__)
    parser.add_argument("--format", choices=["table", "json"], default="table")
    parser.add_argument("--missed", action="store_true", help="name what went wrong in the half that may be read")
    parser.add_argument("--write-docs", action="store_true", help=f"write {PAGE.name} in docs/reference/")
    options = parser.parse_args(argv)
    every = {"pages": dressed(), "stories": stories()}
    parts = {f"{name} {half}": [p for p in pages if p.half == half] for name, pages in every.items() for half in HALVES}
    parts = {"pages trial": dressed(TRIAL)} | parts
    measured = {f"{ROW}{name}": measure(pages) for name, pages in parts.items() if pages}
    measured[f"{ROW}markup"] = measure_markup()
    print(json.dumps(measured, indent=1) if options.format == "json" else table(measured))
    if options.missed:
        readable = [page for name, pages in parts.items() if not name.endswith(HALVES[1]) for page in pages]
        print("\n".join(line for page in readable for line in missed(page)))
    floors = {row: least for row, least in read_floors().items() if row.startswith(ROW)}
    if options.write_docs:
        PAGE.write_text(document(measured, floors), encoding="utf-8")
    return hold(measured, floors)


def measure(pages: Sequence[Page]) -> dict[str, float]:
    """The figures over some pages."""
    read = [(page, cleaned(page)) for page in pages]
    strays = score_spans(
        {page.id: page.spans("stray") for page in pages}, {page.id: outside(page, reading) for page, reading in read}
    )
    story = sum(len(page.raw) for page in pages) - strays.asked
    found = {
        "pages": float(len(pages)),
        "strays_f1": strays.f1,
        "precision": strays.precision,
        "recall": strays.recall,
        "story_lost": share(strays.given - strays.right, story),
    }
    return found | _heads(read) | _credits(read)


def cleaned(page: Page) -> Reading:
    """A page as the program reads it."""
    return Clean()(Reading(page.id, page.raw, outlet=page.outlet))


def outside(page: Page, reading: Reading) -> list[list[int]]:
    """What the program calls furniture or stray; a byline is neither asked for nor blamed here."""
    byline = {start for start, _ in page.spans("byline")}
    return [[s.start, s.end] for s in reading.spans or () if s.kind in OUTSIDE and s.start not in byline]


def _heads(read: Sequence[tuple[Page, Reading]]) -> dict[str, float]:
    """How many of the headlines, standfirsts and bylines were called so, where any are marked."""
    found = {}
    for name, kind in HEADS.items():
        asked = [(page, reading, start) for page, reading in read for start, _ in page.spans(kind)]
        right = sum(any(s.start == start and s.kind == kind for s in r.spans or ()) for _, r, start in asked)
        found |= {name: share(right, len(asked))} if asked else {}
    return found


def _credits(read: Sequence[tuple[Page, Reading]]) -> dict[str, float]:
    """How the agencies that are credited agree with those told, where that is told."""
    told = [(page.credits, frozenset(reading.credits or ())) for page, reading in read if page.credits is not None]
    if not told:
        return {}
    right = sum(len(asked & given) for asked, given in told)
    return {"credits_f1": Tally(right, sum(len(a) for a, _ in told), sum(len(g) for _, g in told)).f1}


def missed(page: Page) -> list[str]:
    """One line for every part of a page that was taken for something else."""
    stray = {at for start, end in page.spans("stray") for at in range(start, end)}
    byline = {start for start, _ in page.spans("byline")}
    lines = []
    for span in cleaned(page).spans or ():
        inside = len(stray.intersection(range(span.start, span.end))) / (span.end - span.start)
        if span.start not in byline and (inside > 0.5) != (span.kind in OUTSIDE):
            lines.append(f"{page.id}: taken for {span.kind.value}: {page.raw[span.start : span.end][:120]}")
    return lines


def table(measured: Mapping[str, Mapping[str, float]]) -> str:
    """The figures as plain text, a row for each part."""
    lines = [" " * 24 + "".join(f"{name:>13}" for name in FIGURES)]
    for row, figures in measured.items():
        cells = (f"{figures[name]:>13.4g}" if name in figures else f"{'-':>13}" for name in FIGURES)
        lines.append(f"{row:<24}" + "".join(cells))
    return "\n".join(lines)


HEAD = """\
# Cleaning

Written by `python -m evaluation.cleaning --write-docs`; do not edit.

How well the story is told from what a page puts around it. `pages` are reports of our own in the dress of papers,
sites, bulletins and broadcasts (`training/cleaning/data`), with furniture, teasers, headlines, standfirsts and bylines
marked; `stories` are reports that others wrote without knowing the program (`training/lineage/data`). Both fall into
two halves by the name of the war: from `look` the weights were learnt; **`held` was never looked at and is the figure
to expect**, though some choices were made in view of it as a figure. `trial` is twelve pages in harder dress, not
learnt from, but read when traits and word lists were made. `markup` is web pages of our own (`evaluation/webpages`),
read from HTML.
"""


def document(measured: Mapping[str, Mapping[str, float]], floors: Mapping[str, Mapping[str, float]]) -> str:
    """The page docs/reference/cleaning.md."""
    head = "| part | " + " | ".join(name.replace("_", " ") for name in FIGURES) + " |"
    rule = "| --- |" + " ---: |" * len(FIGURES)
    rows = []
    for row, figures in measured.items():
        cells = [f"{figures[name]:.{0 if name == 'pages' else 3}f}" if name in figures else "" for name in FIGURES]
        rows.append(f"| {row.removeprefix(ROW)} | " + " | ".join(cells) + " |")
    meaning = [f"| {name.replace('_', ' ')} | {what} |" for name, what in FIGURES.items()]
    least = [
        f"| {row.removeprefix(ROW)} | {name} | {floor:.3f} |" for row, f in floors.items() for name, floor in f.items()
    ]
    parts = [HEAD, "\n".join([head, rule, *rows]), "", "## What the columns mean", ""]
    parts += ["\n".join(["| column | what |", "| --- | --- |", *meaning]), "", "## Floors", ""]
    return "\n".join([*parts, "\n".join(["| part | figure | floor |", "| --- | --- | --- |", *least])]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
