"""The measured part of docs/reference/days.md, written by `python -m evaluation.days --write-docs`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "days.md"
HEAD = "## Measured"
NOTE = "Written by `python -m evaluation.days --write-docs`; do not edit from here on."
COLUMNS = ("reports", "to the day", "one day off", "wrong", "open")
Table = Mapping[str, Mapping[str, float]]


def write(measured: Table) -> None:
    """Put the figures in place of those that the page has."""
    before = PAGE.read_text(encoding="utf-8").split(HEAD)[0].rstrip()
    PAGE.write_text(f"{before}\n\n{part(measured)}", encoding="utf-8")


def part(measured: Table) -> str:
    """The outcomes by row, then what each kind of witness and each confidence is worth, over both halves alone."""
    lines = [HEAD, "", NOTE, "", _line(("", *COLUMNS)), _line(["---"] * (len(COLUMNS) + 1))]
    for row, figures in measured.items():
        lines.append(_line((row.removeprefix("days "), f"{figures['reports']:.0f}", *_shares(figures))))
    for title, start in (("witness", "witness "), ("how sure", "sure ")):
        lines += ["", _line((title, "reports", "right")), _line(["---"] * 3)]
        lines += [_line(cells) for cells in _pooled(measured, start)]
    return "\n".join(lines) + "\n"


def _shares(figures: Mapping[str, float]) -> list[str]:
    return [f"{figures[name]:.3f}" for name in COLUMNS[1:]]


def _pooled(measured: Table, start: str) -> list[tuple[str, str, str]]:
    """What is named so, over all rows in which each story is read alone."""
    asked: dict[str, float] = {}
    right: dict[str, float] = {}
    for row, figures in measured.items():
        for name, count in figures.items():
            if "together" not in row and name.startswith(start) and name.endswith(", reports"):
                what = name.removesuffix(", reports")
                asked[what] = asked.get(what, 0.0) + count
                right[what] = right.get(what, 0.0) + count * figures[f"{what}, right"]
    return [
        (name.removeprefix(start), f"{asked[name]:.0f}", f"{right[name] / asked[name]:.3f}") for name in sorted(asked)
    ]


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"
