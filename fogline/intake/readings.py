"""Stories -> readings: the day is settled, double ids are told apart, everything that came in comes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from fogline.intake.contents import name_noise
from fogline.intake.dates import first_line_day, parse_day
from fogline.intake.limits import Limits
from fogline.intake.sources import Source, find_sources
from fogline.intake.stories import iter_stories, iter_stream_stories, open_stream
from fogline.intake.story import Story
from fogline.records import Basis, Reading, Refusal, ReportDay, content_id
from fogline.records.errors import InputError

STAGE = "intake"


def iter_readings(
    paths: Sequence[str | Path],
    *,
    outlet: str | None = None,
    published: date | None = None,
    today: date,
    limits: Limits | None = None,
    versions: bool = False,
) -> Iterator[Reading]:
    """The reports behind these paths: files, folders, or "-" for the standard input.  Lazy, sorted by path.

    `outlet` and `published` are for the reports that do not state their own.  `today` is the last day that a report
    can be of.  A report that cannot be read comes out with a refusal of stage "intake"; of two reports with one id,
    the same text comes out once, and another text is refused under an id of its own; with `versions` it comes out
    under the same id, as another version.

    Raises, before anything is read: PathMissing, NothingToRead, InputError (`published` after `today`).
    """
    if published and published > today:
        raise InputError(f"the date given, {published}, is after today ({today}): correct it")
    sources = find_sources(paths)
    stream = open_stream() if any(source.path is None for source in sources) else iter(())
    return _iter_settled(sources, stream, Docket(outlet, published, today, limits or Limits(), versions))


@dataclass(slots=True)
class Docket:
    """What one call knows: the user's outlet and day, today, the limits, and the ids it has seen."""

    outlet: str | None
    published: date | None
    today: date
    limits: Limits
    versions: bool = False
    seen: dict[str, tuple[str, str]] = field(default_factory=dict)

    def settle(self, story: Story) -> Reading | None:
        """The reading of a story; None where the same report was already given."""
        reading = self._read(story)
        if reading.refusal:
            return reading
        text_id = content_id("text", reading.raw)
        if self.versions:
            return self._other(reading, text_id)
        if story.report_id not in self.seen:
            self.seen[story.report_id] = (text_id, story.shown)
            return reading
        first_id, first_shown = self.seen[story.report_id]
        if first_id == text_id:
            return None
        reason = f"{story.shown}: its id {story.report_id!r} is that of another report ({first_shown}): rename one"
        other_id = f"{story.report_id}~{text_id.removeprefix('text-')}"
        return replace(reading, report_id=other_id, refusal=Refusal(STAGE, reason))

    def _other(self, reading: Reading, text_id: str) -> Reading | None:
        """The reading, if its text was not yet given under its id."""
        key = f"{reading.report_id}~{text_id}"
        if key in self.seen:
            return None
        self.seen[key] = (text_id, reading.report_id)
        return reading

    def _read(self, story: Story) -> Reading:
        reading = Reading(
            story.report_id,
            story.raw,
            outlet=story.outlet or self.outlet,
            title=story.title,
            url=story.url,
        )
        reason = story.refusal or ("is empty" if not story.raw.strip() else name_noise(story.raw))
        if reason:
            return replace(reading, refusal=Refusal(STAGE, f"{story.shown}: {reason}"))
        day = self._day(story)
        if isinstance(day, str):
            return replace(reading, refusal=Refusal(STAGE, f"{story.shown}: {day}"))
        return replace(reading, published=day)

    def _day(self, story: Story) -> ReportDay | str | None:
        """The report's own day, else the one that the user gave; in a line, why it cannot be."""
        written, ground = story.day, story.ground
        if written is None:
            written, ground = first_line_day(story.raw), "first line"
        if written is None:
            return ReportDay(self.published, Basis.STATED, "given") if self.published else None
        day = parse_day(written)
        if day is None:
            return f"its date {written[:40]!r} cannot be read: write it as YYYY-MM-DD"
        if day > self.today:
            return f"its date {day} is after today ({self.today}): correct it"
        return ReportDay(day, Basis.STATED, ground)


def _iter_settled(sources: Sequence[Source], stream: Iterator[bytes], docket: Docket) -> Iterator[Reading]:
    for source in sources:
        if source.path is None:
            stories = iter_stream_stories(stream, source, docket.limits)
        else:
            stories = iter_stories(source, docket.limits)
        for story in stories:
            reading = docket.settle(story)
            if reading is not None:
                yield reading
