"""What a date expression is read against, and what comes of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from fogline.grounding.dates_calendar import Days
from fogline.records import Tense


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time that lies nowhere on the calendar ("a two-year term"); `value` as in `Days`: "P2Y"."""

    value: str


@dataclass(frozen=True, slots=True)
class Setting:
    """The report's day, the act's tense, and the date before it in the text."""

    day: date
    tense: Tense
    previous: Days | None

    @property
    def future(self) -> bool:
        """Whether the act lies ahead of the report."""
        return self.tense is Tense.FUTURE


Meaning = Days | Length
Rule = Callable[[re.Match[str], Setting], Meaning | None]
