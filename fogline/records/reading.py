"""One report and all that was read from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fogline.records.claim import Claim
from fogline.records.name import Actor, Mention, Place
from fogline.records.period import Basis
from fogline.records.ports import Parse


class SpanKind(StrEnum):
    """What a stretch of the raw text is."""

    BODY = "body"
    HEADLINE = "headline"
    STANDFIRST = "standfirst"  # what stands under a headline and says in a line or two what the story tells
    BYLINE = "byline"  # who wrote the story
    FURNITURE = "furniture"  # page furniture: photo credits, "story continues below", sign-ups
    STRAY = "stray"  # text of another story


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the raw text.  Units: code points, half-open."""

    start: int
    end: int
    kind: SpanKind


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why reading of a report stopped, at which stage.  The reading still comes out."""

    stage: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReportDay:
    """The report's own day, how it is known, and from what ("published", a dateline, a kin report's id)."""

    day: date
    basis: Basis
    ground: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A report, and what each stage added beside it.  `None` is not yet read, `()` read and nothing found.

    `raw` is never changed.  `parse` is working memory: it is not stored.  `credits` are the agencies that the
    text names as its source ("AP", "Reuters").  `version_of` is the id of the report that it is a later version of.
    """

    report_id: str
    raw: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: ReportDay | None = None
    day: ReportDay | None = None
    spans: tuple[Span, ...] | None = None
    credits: tuple[str, ...] | None = None
    parse: Parse | None = None
    mentions: tuple[Mention, ...] | None = None
    claims: tuple[Claim, ...] | None = None
    places: tuple[Place, ...] | None = None
    actors: tuple[Actor, ...] | None = None
    refusal: Refusal | None = None
    version_of: str | None = None

    def body(self) -> tuple[Span, ...]:
        """The spans of the story itself, in order."""
        return tuple(s for s in self.spans or () if s.kind is SpanKind.BODY)

    def body_text(self) -> str:
        """The story's text, one span a line.  For measuring likeness, not for offsets."""
        return "\n".join(self.raw[s.start : s.end] for s in self.body())
