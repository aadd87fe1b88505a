"""The figures as text: for the terminal, and as the page docs/reference/quality.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evaluation.calibration import Judged, error
from evaluation.floors import Table
from evaluation.score import FIGURES

SHORT: Mapping[str, str] = {
    "found_f1": "found",
    "core_f1": "core",
    "full_f1": "full",
    "core_types_found_f1": "found*",
    "core_types_core_f1": "core*",
    "core_types_full_f1": "full*",
    "strays_f1": "strays",
    "origin_pairs_f1": "origins",
    "kin_f1": "kin",
    "holdings_status": "h+status",
    "alterations_f1": "alt f1",
    "alterations": "alt",
}
CLAIM_FIGURES = tuple(FIGURES)[:12]
VIEW_FIGURES = tuple(FIGURES)[12:]

HEAD = """\
# Quality

Written by `python -m evaluation.run --write-docs`; do not edit.

Each row is a gold set: a conflict, and the eight reports on it that we wrote and annotated (`evaluation/gold/`).
The row `seeds` is five real reports, which are other people's and no part of the project. `mean_look` is the mean
of the sets that were read while building, and that the reader of claims learnt from; `mean_unseen` that of the other
half, of which it learnt nothing; `mean_held` of those four of them that nobody ever read for claims
(`evaluation/split.toml`); `mean_sets` of all. For claims, `mean_unseen` and `mean_held` are what nothing was learnt
from, and still flatter: rules were chosen with these figures in view for many nights, and the tables of actors and
places were filled up after a look at which names of all sets were missing. **What to expect on a new war stands under
"Wars in fresh wording".** For the rest they flatter more: lineage, dates and holdings were built with all fourteen
sets in view ([cleaning](cleaning.md) has a page of its own). Two careful readers agree with each other on the
seeds' claims at .92 found, .89 core, .77 full.
"""


def terminal(measured: Table) -> str:
    """Two tables of plain text, as wide as they need to be."""
    parts = [columns(measured, names) for names in (CLAIM_FIGURES, VIEW_FIGURES)]
    return "\n\n".join([*parts, "* only territory, force and access: " + "the types a control map is made of"])


SURE = """\
`confidence` says how likely a claim is right in sentence, type, place and actor. It was fitted on the sets that may be
looked at. The diagram holds the claims of all sets but the seeds; a dot on the dashed line would be right as often as
it says, and the larger the dot the more claims it stands for.

![Of the claims told at a confidence, how many are right](reliability.svg)

| sets | claims | expected calibration error |
| --- | --- | --- |
"""


def _calibration(told: Mapping[str, Sequence[Judged]]) -> str:
    return SURE + "\n".join(f"| {name} | {len(rows)} | {error(rows):.3f} |" for name, rows in told.items())


def page(measured: Table, floors: Table, told: Mapping[str, Sequence[Judged]], sections: Sequence[str]) -> str:
    """The page of the docs, with what each column means, how sure claims may be, and which floors hold.

    `told`: the judged claims of the seeds, of the sets looked at and of the others.  `sections`: what is measured on
    stories of our own, each under its heading.
    """
    meaning = "\n".join(f"| {short(name)} | `{name}` | {text} |" for name, text in FIGURES.items())
    held = "\n".join(
        f"| {row} | `{name}` | {floor:.3f} |" for row, least in floors.items() for name, floor in least.items()
    )
    return "\n".join(
        [
            HEAD,
            "## Claims\n",
            markdown(measured, CLAIM_FIGURES),
            "\n## Everything else\n",
            markdown(measured, VIEW_FIGURES),
            "\n## How sure a claim is\n",
            _calibration(told),
            *(f"\n{section}" for section in sections),
            "\n## What the columns mean\n",
            "| column | figure | what |\n| --- | --- | --- |\n" + meaning,
            "\n## Floors\n",
            "`make evaluate` fails when one of these falls.\n",
            "| row | figure | floor |\n| --- | --- | --- |\n" + held,
            "",
        ]
    )


def short(name: str) -> str:
    """A column's heading."""
    return SHORT.get(name, name)


def columns(measured: Table, names: Sequence[str]) -> str:
    """A table of plain text: a row for each set, a column for each figure."""
    rows = [["", *map(short, names)], *_cells(measured, names)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join("  ".join([r[0].ljust(widths[0]), *map(str.rjust, r[1:], widths[1:])]) for r in rows)


def markdown(measured: Table, names: Sequence[str]) -> str:
    """A table of the docs: a row for each set, a column for each figure."""
    head = ["set", *(short(name).replace("*", "\\*") for name in names)]
    rule = ["---", *("---:" for _ in names)]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, rule, *_cells(measured, names)])


def _cells(measured: Table, names: Sequence[str]) -> list[list[str]]:
    return [[row, *(f"{found[name]:.3f}" for name in names)] for row, found in measured.items()]
