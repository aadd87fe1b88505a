"""What a product is made of: lines with their evidence, in groups, in sections."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.products.lookup import Evidence
from fogline.records import Control, PlaceKind, ReportDay


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a product.  It says nothing that its evidence does not say.

    `subject` is the id that `fogline why` takes; a line that sums up several rows has their ids in `parts`.
    `status` is a claim's status, a holding's, or "" where neither fits.  `origins` counts independent origins; 0 where
    the line is about the record, not about the war.  `day` is told beside a line that stands under no day's heading.
    `about_record` marks lines on what is not known or could not be read: they rest on no words of a report.
    `size` is the largest number of people that it tells of, `first` whether it goes before others as well attested.
    """

    text: str
    evidence: tuple[Evidence, ...] = ()
    subject: str | None = None
    status: str = ""
    origins: int = 0
    grade: str = ""
    note: str = ""
    place: str | None = None
    disputes: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    day: str = ""
    about_record: bool = False
    size: int = 0
    first: bool = False

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids that `fogline why` takes for this line: its own, or those of the rows that it sums up."""
        return self.parts or ((self.subject,) if self.subject else ())

    @property
    def claim_ids(self) -> tuple[str, ...]:
        """The claims that it rests on, each once."""
        return tuple(dict.fromkeys(e.claim_id for e in self.evidence if e.claim_id))


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together: a day, a holder, a dispute.  `key` is the holder's or dispute's own."""

    title: str
    lines: tuple[Line, ...]
    key: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the brief.  `intro` says how to read it; it is about fogline, never about the war."""

    key: str
    title: str
    intro: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as the map shows it.  Units: degrees, WGS 84."""

    place: str
    lat: float
    lon: float
    kind: PlaceKind
    holder: str | None
    status: Control
    text: str
    origins: int


@dataclass(frozen=True, slots=True)
class Source:
    """A report of the record, as the list of sources shows it.  `group` numbers the origin that it belongs to."""

    number: int
    report_id: str
    outlet: str | None
    title: str | None
    url: str | None
    day: ReportDay | None
    group: int
    claims: int
