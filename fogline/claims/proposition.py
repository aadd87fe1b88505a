"""A proposition: what an act says, before it is asked who says so and when."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.language.plain import Word
from fogline.records import ClaimType, Name, Quantity, Status


@dataclass(frozen=True, slots=True)
class Proposition:
    """An act with its actors, targets and one place, as names that the report uses.

    `status`: what the learned reader takes it for; `None` leaves it to the grammar.  `framed`: whether a frame of the
    code book made it, or found the same act.  `chance`: how likely the reader finds the act; `known`: whether the code
    book has its word.
    """

    act: Word
    type: ClaimType
    actors: tuple[Name, ...] = ()
    targets: tuple[Name, ...] = ()
    place: Name | None = None
    quantities: tuple[Quantity, ...] = ()
    confidence: float = 0.8
    status: Status | None = None
    framed: bool = True
    chance: float = 1.0
    known: bool = True
