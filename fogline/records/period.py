"""When something happened or held: the words as read, and the days they were resolved to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

ELISION = " … "  # between two dates of one expression, as in a quotation: the second counts from the first


class Basis(StrEnum):
    """How a date came about."""

    STATED = "stated"  # the sentence says it
    INFERRED = "inferred"  # from the context: an earlier sentence, a kin report, the story
    PUBLISHED = "published"  # only the report's own day is known
    JUDGED = "judged"  # a person said so


class Tense(StrEnum):
    """The time of the act that a date expression belongs to; it tells last Friday from next Friday."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as the report words it ("on Friday", past).  Resolved against a day by grounding, again and again.

    Where it counts from another date of the report, both stand in `text`: "on 5 May … two days later".
    """

    text: str
    tense: Tense = Tense.PAST
    basis: Basis = Basis.STATED


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """First and last day, both included.  `last` is never before `first`."""

    first: date
    last: date
    basis: Basis = Basis.STATED

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a period ends before it begins: {self.first} to {self.last}")

    @property
    def days(self) -> int:
        """How many days, both ends counted."""
        return (self.last - self.first).days + 1

    def meets(self, other: Period, *, slack_days: int = 0) -> bool:
        """Whether the two share a day, or come within `slack_days` of it."""
        gap = max(self.first, other.first) - min(self.last, other.last)
        return gap.days <= slack_days
