"""Wars of our own in the form of gold sets, to learn from (`wars/`): each claim names the word that tells it."""

from __future__ import annotations

from pathlib import Path

from evaluation.gold import GoldSet, sets_in

WARS = Path(__file__).parent / "wars"


def wars() -> list[GoldSet]:
    """The wars, by name; they have gold for claims alone."""
    return sets_in(WARS)
