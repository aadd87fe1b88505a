"""What a record keeps of its lineage from one addition to the next: nothing of it is part of what the record says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple, Protocol

from fogline.records.kin_store import KeptSearch, KinTies
from fogline.records.reckoned import Reckoning
from fogline.records.story_store import KeptStories


class TracedReport(NamedTuple):
    """Where a report stands: the name of its telling, or nothing; of its circle; of its group of kin; its day in ISO.

    The day is the one that was found or given, else that of publication.
    """

    telling: str
    circle: str
    story_group: str
    day: str | None


class KeptTraces(Protocol):
    """Where each report of a record stands."""

    def __len__(self) -> int:
        """How many reports there are."""

    def every(self) -> Mapping[str, TracedReport]:
        """All of them, by id."""

    def of_reports(self, report_ids: Iterable[str]) -> Mapping[str, TracedReport]:
        """Those of these ids, as far as they are there."""

    def of_tellings(self, names: Iterable[str]) -> Mapping[str, TracedReport]:
        """Those that carry these tellings."""

    def of_circles(self, names: Iterable[str]) -> Mapping[str, TracedReport]:
        """Those of these circles."""

    def replace(self, gone: Iterable[str], fresh: Mapping[str, TracedReport]) -> None:
        """Forget some reports, and note where others stand now."""

    def latest(self) -> str | None:
        """The latest day of all."""


class KeptLineage(Protocol):
    """What is kept of the lineage of a record, from one addition to the next."""

    @property
    def search(self) -> KeptSearch:
        """What kin are looked for by."""

    @property
    def stories(self) -> KeptStories:
        """How its stories are made."""

    @property
    def traces(self) -> KeptTraces:
        """Where each report stands."""

    def ties(self, names: Iterable[str] | None = None) -> Mapping[str, KinTies]:
        """How the tellings hang together, by their names; all of them, or these."""

    def note_ties(self, gone: Iterable[str], fresh: Mapping[str, KinTies]) -> None:
        """Forget some tellings, and note how others hang together now."""

    def circles(self, names: Iterable[str] | None = None) -> Mapping[str, str]:
        """What came of each circle of reports, by its name; of all, or of these."""

    def replace_circles(self, gone: Iterable[str], fresh: Mapping[str, str]) -> None:
        """Forget some circles, and keep others."""

    def reckonings(self, owners: Iterable[str]) -> Iterable[Reckoning]:
        """What was reckoned of some bodies."""

    def replace_reckonings(self, gone: Iterable[Reckoning], owners: Iterable[str], fresh: Iterable[Reckoning]) -> None:
        """Forget some reckonings, and all of some bodies; keep others."""

    def has_asked(self) -> bool:
        """Whether any report without a day asked others of the record."""

    def is_asked(self, keys: Iterable[int]) -> bool:
        """Whether a report without a day asked others of the record by any of these keys."""

    def replace_asked(self, keys: Collection[int]) -> None:
        """Make these the keys by which they did."""

    def mark(self, name: str) -> str | None:
        """What was noted under a name when all was brought up to date; `None` where nothing was."""

    def note(self, name: str, mark: str) -> None:
        """Note something under a name."""
