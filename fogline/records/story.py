"""Reports that follow one developing story, kin or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fogline.records.ids import content_id


@dataclass(frozen=True, slots=True)
class Story:
    """The reports of one story, sorted, and the names that tell it from others.

    `first` and `last` are the days of its earliest and its latest dated report; `None` where none is dated.
    """

    report_ids: tuple[str, ...]
    about: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None

    @property
    def story_id(self) -> str:
        """A hash of the report ids."""
        return content_id("story", *sorted(self.report_ids))
