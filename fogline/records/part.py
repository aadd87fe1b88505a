"""What a question asks of a record, and as much of the record as its answer needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from fogline.records.claim import ClaimType
from fogline.records.corpus import Corpus, Views
from fogline.records.name import Name


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rows are asked for: those that pass every filter that is not `None`, and of these the first `limit`.

    `place`, `actor` and `source` are folded words of a name; `report` is how its id begins; `text` is what the
    evidence must hold.
    """

    place: str | None = None
    actor: str | None = None
    type: ClaimType | None = None
    status: str | None = None
    source: str | None = None
    report: str | None = None
    day: date | None = None
    text: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name as claims use it in one role (place, via, actor, target, speaker), and how often."""

    role: str
    name: Name
    uses: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report that holds the words asked for; with the id and the sentence of each claim of the report.

    Units: code points of its raw text, half-open.
    """

    report_id: str
    start: int
    end: int
    claims: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """The rows that were asked for, and what they rest on; what only the whole record can tell is told beside.

    `corpus` holds of each reading only the claims that are needed, and its raw text only where words are quoted that
    are no claim's.  `numbers` of reports that are shown by their numbers, and `place_names`, are as a lookup over the
    whole record has them.  `names` and `passages` are what was asked for, where that was it.  `latest` is the latest
    day of the record.  `more` rows pass the filters and are beyond the limit: at least so many where not `counted`.
    """

    corpus: Corpus
    views: Views = field(default_factory=Views)
    numbers: Mapping[str, int] = field(default_factory=dict)
    place_names: Mapping[str, str] = field(default_factory=dict)
    names: tuple[NameUse, ...] = ()
    passages: tuple[Passage, ...] = ()
    latest: date | None = None
    more: int = 0
    counted: bool = True
