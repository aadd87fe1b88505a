"""A person's decision.  It is a row of its own, and is undone by a later row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from fogline.records.ids import content_id


class Verdict(StrEnum):
    """What a person decided."""

    MERGE = "merge"
    SPLIT = "split"
    DISTRUST = "distrust"
    REDATE = "re-date"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Who decided what of which rows, when and why.  `value` is the new date of a re-date, else `None`."""

    verdict: Verdict
    subjects: tuple[str, ...]
    value: str | None
    who: str
    when: datetime
    why: str

    @property
    def judgement_id(self) -> str:
        """A hash of all its fields."""
        return content_id(
            "judgement", self.verdict, *self.subjects, self.value, self.who, self.when.isoformat(), self.why
        )
