"""What a reader makes of one report, before the day, the outlet and the ids are settled."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """One report as its source gives it.

    `shown` says where it stands, for messages ("day1/wire.txt", "feed.jsonl:12").  `day` is the date as written,
    `ground` where it was written ("field", "page", "first line").  `refusal` is the reason why it cannot be read.
    """

    report_id: str
    shown: str
    raw: str = ""
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    day: str | None = None
    ground: str = "field"
    refusal: str | None = None
