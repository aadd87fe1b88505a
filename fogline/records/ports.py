"""What one room asks of another, without knowing which room it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

if TYPE_CHECKING:
    from fogline.records.anchor import Anchor
    from fogline.records.arrival import Arrival
    from fogline.records.corpus import Corpus, Views
    from fogline.records.judgement import Judgement
    from fogline.records.reading import Reading


class Parse(Protocol):
    """A parsed story: a spaCy `Doc` over the body's text, and the way from its offsets back into the raw text."""

    @property
    def doc(self) -> Any:
        """The spaCy `Doc`; only language, claims and grounding may look inside."""

    def anchor(self, start: int, end: int) -> Anchor:
        """The anchor in raw of the doc's tokens `start` to `end`, half-open."""

    def sentence(self, index: int) -> Anchor:
        """The anchor of the sentence that token `index` stands in."""

    def token_at(self, offset: int) -> int:
        """The token that stands at this code point of raw."""


class ReportStage(Protocol):
    """A pure step that reads one report further.  `needs` and `gives` name fields of `Reading`."""

    @property
    def name(self) -> str:
        """What the stage is called in refusals and in the manifest of a run."""

    @property
    def needs(self) -> tuple[str, ...]:
        """The fields that it reads."""

    @property
    def gives(self) -> tuple[str, ...]:
        """The fields that it adds."""

    def __call__(self, reading: Reading) -> Reading:
        """The reading with the fields in `gives` added, or with a refusal."""


@runtime_checkable
class BatchStage(ReportStage, Protocol):
    """A report stage that is quicker with many reports at a time."""

    def pipe(self, readings: Sequence[Reading]) -> Iterable[Reading]:
        """The readings, in their order, each as if it were given alone."""


class Ledger(Protocol):
    """A store of readings, judgements and views.  Source: tests/contracts/test_ledger.py"""

    def add(self, readings: Iterable[Reading], *, arrived: datetime | None = None) -> tuple[str, ...]:
        """Store the readings that are not there yet, in one transaction; give the ids that were new.

        `arrived` is the moment at which they come (default: now).
        """

    def arrivals(self, of: Collection[str] | None = None) -> tuple[Arrival, ...]:
        """Every report: its day, when it came, which version it is; with `of`, these and those with versions."""

    def known(self, report_ids: Sequence[str]) -> dict[str, str]:
        """Of these ids, those that the record holds, with the hash of the raw text that it holds for them."""

    def corpus(self, *, without: Collection[str] = ()) -> Corpus:
        """All readings but these, with their claims, places and actors, in the order of their ids."""

    def replace_views(self, views: Views) -> None:
        """Drop every derived row and store these, in one transaction."""

    def views(self) -> Views:
        """The derived rows as they stand."""

    def judge(self, judgement: Judgement) -> None:
        """Add a person's decision."""

    def judgements(self) -> tuple[Judgement, ...]:
        """All decisions, oldest first."""
