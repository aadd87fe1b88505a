"""Wars of our own in the form of gold sets, to learn from (`wars/`): each claim names the word that tells it."""

from __future__ import annotations

from pathlib import Path

from evaluation.gold import GoldSet, read_json, read_lines
from evaluation.names import Names

WARS = Path(__file__).parent / "wars"


def wars() -> list[GoldSet]:
    """The wars, by name; they have gold for claims alone."""
    return [
        GoldSet(
            name=folder.name,
            reports=folder / "reports.jsonl",
            claims=tuple(read_lines(folder / "claims.jsonl")),
            names=Names(read_json(folder / "names.json")),
            kin={},
            strays={},
            holdings=(),
            alterations=(),
            disputes=(),
        )
        for folder in sorted(WARS.iterdir())
    ]
