"""Which reports derive from which, and what was changed on the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fogline.records.ids import content_id


class Relation(StrEnum):
    """How a report derives from another."""

    COPY = "copy"
    EDITED_COPY = "edited copy"
    REWRITE = "rewrite"
    SUMMARY = "summary"
    UPDATE = "update"


@dataclass(frozen=True, slots=True, order=True)
class Kinship:
    """`report_id` derives from `source`: a report's id, or the name of an agency whose report is not held.

    `score` is between 0 and 1; `reasons` are the features that spoke for it, in words.
    """

    report_id: str
    source: str
    relation: Relation
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """A group of reports that tell one original report, sorted by id.  Counts once, however many they are.

    `agency` names the original's author where it is known.
    """

    report_ids: tuple[str, ...]
    agency: str | None = None

    @property
    def origin_id(self) -> str:
        """A hash of the report ids."""
        return content_id("origin", *sorted(self.report_ids))


@dataclass(frozen=True, slots=True)
class Alteration:
    """What a sentence of a report changed in meaning against the sentence of its kin that it was taken from."""

    report_id: str
    source: str
    kind: str  # number, name, place, time, source, certainty, scope, status, negation, wording
    original: str
    altered: str
    sentence: str
    original_sentence: str

    @property
    def alteration_id(self) -> str:
        """A hash of both sentences and both values."""
        return content_id(
            "alteration", self.report_id, self.source, self.kind, self.original, self.altered, self.sentence
        )
