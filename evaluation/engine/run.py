"""Measure the English engine: `python -m evaluation.engine.run`.

Prints every figure.  Exit 1 where one is below its floor, 2 where the engine cannot be loaded.  What needs the
training sources is left out, with a line, where FOGLINE_SOURCES does not have them.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.language import Language

from evaluation.engine import coreference, entities, names, sentences, speed, syntax
from evaluation.engine.page import page, terminal
from evaluation.floors import Table, hold, not_measured, read_floors
from fogline.language.engine import SETTING, SHIPPED, Engine, card, load
from fogline.records.errors import EngineError
from training.corpora import held_mentions, held_names
from training.sources import SourceMissing, ewt_files, gum_files
from training.treebank import to_docs

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "engine.md"
PREFIX = "engine "  # of the engine's rows in floors.json

Row = tuple[str, dict[str, float]]


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print, and hold the figures against the floors."""
    options = _parser().parse_args(argv)
    if options.write_docs and (options.engine or os.environ.get(SETTING)):
        print(f"--write-docs is for the shipped engine: leave out --engine, unset {SETTING}", file=sys.stderr)
        return 2
    if options.engine:
        os.environ[SETTING] = options.engine  # for the processes that the timing starts
    try:
        engine = load(options.engine)
    except EngineError as error:
        print(error, file=sys.stderr)
        return 2
    measured: dict[str, dict[str, float]] = {}
    for row, figures in _measure(engine, fast=options.no_speed):
        print(f"measured: {row}", file=sys.stderr)
        measured[PREFIX + row] = {name: round(float(value), 4) for name, value in figures.items()}
    print(json.dumps(measured, indent=1) if options.format == "json" else terminal(measured))
    floors = {row: least for row, least in read_floors().items() if row.startswith(PREFIX)}
    if options.write_docs and (missing := not_measured(measured, floors)):
        print(f"nothing is written, for {', '.join(missing)} was not measured", file=sys.stderr)
    elif options.write_docs:
        PAGE.write_text(page(measured, floors, card()), encoding="utf-8")
        _write_card(measured)
    return hold(measured, floors)


def _measure(engine: Engine, *, fast: bool) -> Iterator[Row]:
    nlp = engine.nlp
    yield from _own(nlp)
    try:
        yield from _sources(nlp)
    except SourceMissing as missing:
        print(missing, file=sys.stderr)
    if not fast:
        yield "speed", speed.measure(engine)


def _own(nlp: Language) -> Iterator[Row]:
    """On what is in the project: sentences, names and coreference of our own writing."""
    found = sentences.measure()
    for part in ("dev", "held", "all"):
        figures = {name.removeprefix(f"{part}_"): value for name, value in found.items() if name.startswith(part)}
        yield f"sentences {part}", figures
    for row, figures in names.measure(nlp).items():
        yield f"names {row}", figures
    for row, figures in coreference.measure(nlp).items():
        yield f"coreference {row.replace('_', ' ').replace('/', ' ')}", figures


def _sources(nlp: Language) -> Iterator[Row]:
    """On the held-out parts of the corpora that it was trained on."""
    parts = {
        "ewt test": ewt_files("test"),
        "gum test": gum_files("test"),
        "gum news test": [path for path in gum_files("test") if "_news_" in path.stem],
    }
    for row, paths in parts.items():
        yield row, syntax.measure(nlp, to_docs(paths, nlp.vocab))
    for row, figures in entities.measure(nlp, held_names("test"), entities.names).items():
        yield f"gmb names {row}", figures
    for row, figures in entities.measure(nlp, held_mentions(), entities.mentions).items():
        yield f"re3d mentions {row}", figures


def _write_card(measured: Table) -> None:
    """Put the chief figures on the shipped model's card, where `fogline doctor` finds them."""
    told = card()
    told["scores"] = {
        row.removeprefix(PREFIX): {name: measured[row][name] for name in wanted}
        for row, wanted in CHIEF.items()
        if row in measured
    }
    (SHIPPED / "card.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


CHIEF = {
    "engine ewt test": ("upos", "uas", "las"),
    "engine gum news test": ("upos", "uas", "las"),
    "engine gmb names exact": ("f1",),
    "engine re3d mentions exact": ("f1",),
    "engine re3d mentions overlap": ("f1",),
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.engine.run", description=__doc__)
    parser.add_argument("--engine", metavar="NAME", help="another engine than the one that is set")
    parser.add_argument("--format", choices=["table", "json"], default="table")
    parser.add_argument("--no-speed", action="store_true", help="leave out the timing")
    parser.add_argument("--write-docs", action="store_true", help="write docs/reference/engine.md and the model's card")
    return parser


if __name__ == "__main__":
    sys.exit(main())
