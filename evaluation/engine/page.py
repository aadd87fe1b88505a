"""The engine's figures as text: for the terminal, and as the page docs/reference/engine.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.floors import Table

SYNTAX = ("upos", "xpos", "lemma", "uas", "las", "las_full")
SCORES = ("precision", "recall", "f1")


@dataclass(frozen=True, slots=True)
class Section:
    """One table of the page: which rows it shows (by how they begin), which figures, and what is said of it."""

    title: str
    rows: tuple[str, ...]
    figures: tuple[str, ...]
    text: str


SECTIONS = (
    Section(
        "Tags and parse",
        ("engine ewt", "engine gum"),
        SYNTAX,
        "The test parts of two treebanks, their words and sentences given. Every word counts, punctuation too; `las` "
        "asks for the head and the universal part of the label, as the CoNLL 2018 shared task did, `las_full` for the "
        "whole label. `gum news` is GUM's news alone. GUM: only the genres that were used, see "
        "[the data card](data-card.md).",
    ),
    Section(
        "Tags and parse, from running text",
        ("engine ewt", "engine gum"),
        ("raw_words", *(f"raw_{name}" for name in SYNTAX)),
        "The same without the words given (F1): a word that is cut otherwise than in the treebank is wrong, and what "
        "hangs from it. EWT is weblogs, mails and answers, written as people write there; our rules of words and "
        "sentences are made for edited news.",
    ),
    Section(
        "Names, on the corpora",
        ("engine gmb",),
        SCORES,
        "Held-out blocks of the Groningen Meaning Bank, news of Voice of America. `exact`: span and type; `overlap`: a "
        "shared character and the type. Measured as the network marks them, before names are made units: the corpus "
        "has titles inside its names, and we keep them out.",
    ),
    Section(
        "Mentions, on re3d",
        ("engine re3d",),
        SCORES,
        "Held-out documents of re3d, reporting on Syria and Iraq. It marks all who and what are named *or described* "
        '("the Iraqi population", "his forces"), articles and titles included; so does our layer of mentions.',
    ),
    Section(
        "Names as units",
        ("engine names",),
        (*SCORES, "span f1"),
        "Sentences of our own (`evaluation/engine/gold/names.jsonl`): before, as the network marks them; after, as "
        "units. `held` was only looked at as a figure, but the same hand wrote its sentences and the lists.",
    ),
    Section(
        "Sentences",
        ("engine sentences",),
        (*SCORES, "sentences"),
        "Where sentences end, in passages of our own (`evaluation/engine/gold/sentences.txt`); a passage's own end is "
        "not counted. The four mistakes in `held` were read when the rules stood, and nothing was changed for them.",
    ),
    Section(
        "Coreference",
        ("engine coreference",),
        ("n", "named", *SCORES, "accuracy"),
        'Pronouns, "the group", "the army", "the city" and speakers, resolved to a name of the same report or '
        "left open: cases of our own, and GUM with the names that the engine finds itself. `accuracy` counts what is "
        "rightly left open.",
    ),
    Section(
        "Speed",
        ("engine speed",),
        ("words_s", "peer_words_s", "times_peer", "two_processes", "loading_s", "memory_mb"),
        'All reports of the gold sets through the whole engine, one core. The peer is `spacy.blank("en")` with its '
        "sentencizer, in the same run. `two_processes`: how many times as much two do. Loading includes importing "
        "spaCy; memory is the most that reading all of them took. Seconds and words a second are this machine's.",
    ),
)

HEAD = """\
# The engine

Written by `python -m evaluation.engine.run --write-docs`; do not edit.

All that fogline reads, it reads through `fogline/language`. This page says how good that is; `make evaluate-engine`
measures it anew. What was tried and why this engine was chosen: [decision 0019](../decisions/0019-the-engine.md). What
it was trained on: [the data card](data-card.md).
"""


def terminal(measured: Table) -> str:
    """Every table as plain text."""
    return "\n\n".join(f"{section.title}\n{_plain(_cells(section, measured))}" for section in SECTIONS)


def page(measured: Table, floors: Table, card: Mapping[str, Any]) -> str:
    """The page of the docs."""
    parts = [HEAD, f"The shipped model is {card['name']} {card['version']}, {card['size_mb']} MB.\n"]
    for section in SECTIONS:
        cells = _cells(section, measured)
        if len(cells) > 1:
            parts.append(f"## {section.title}\n\n{section.text}\n\n{_markdown(cells)}\n")
    held = [
        [row.removeprefix("engine "), f"`{k}`", f"{v:g}"] for row, least in floors.items() for k, v in least.items()
    ]
    told = "`make evaluate-engine` fails when one of these falls."
    parts.append(f"## Floors\n\n{told}\n\n{_markdown([['row', 'figure', 'floor'], *held])}\n")
    return "\n".join(parts)


def _cells(section: Section, measured: Table) -> list[list[str]]:
    rows = [row for row in measured if row.startswith(section.rows)]
    head = ["", *(name.removeprefix("raw_") for name in section.figures)]
    return [head, *([_short(row, section), *_figures(measured[row], section.figures)] for row in rows)]


def _short(row: str, section: Section) -> str:
    return row.removeprefix("engine ").removeprefix(f"{section.title.lower()} ")


def _figures(found: Mapping[str, float], names: Iterable[str]) -> list[str]:
    return [_number(found[name]) if name in found else "" for name in names]


def _number(value: float) -> str:
    return f"{value:.3f}" if abs(value) < 100 and value != int(value) else f"{value:,.0f}"


def _plain(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join("  ".join([r[0].ljust(widths[0]), *map(str.rjust, r[1:], widths[1:])]) for r in rows)


def _markdown(rows: Sequence[Sequence[str]]) -> str:
    rule = ["---", *("---:" for _ in rows[0][1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in [rows[0], rule, *rows[1:]])
