"""What a record keeps of its lineage from one addition to the next: nothing of it is part of what the record says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from fogline.records.kin_store import KeptSearch, KinTies
from fogline.records.reckoned import Reckoning
from fogline.records.story_store import KeptStories


class KeptLineage(Protocol):
    """What is kept of the lineage of a record, from one addition to the next."""

    @property
    def search(self) -> KeptSearch:
        """What kin are looked for by."""

    @property
    def stories(self) -> KeptStories:
        """How its stories are made."""

    def ties(self) -> Mapping[str, KinTies]:
        """How the tellings hang together, by their names."""

    def note_ties(self, gone: Iterable[str], fresh: Mapping[str, KinTies]) -> None:
        """Forget some tellings, and note how others hang together now."""

    def circles(self) -> Mapping[str, str]:
        """What came of each circle of reports, by its name."""

    def replace_circles(self, gone: Iterable[str], fresh: Mapping[str, str]) -> None:
        """Forget some circles, and keep others."""

    def reckonings(self, owners: Iterable[str]) -> Iterable[Reckoning]:
        """What was reckoned of some bodies."""

    def replace_reckonings(self, gone: Iterable[Reckoning], owners: Iterable[str], fresh: Iterable[Reckoning]) -> None:
        """Forget some reckonings, and all of some bodies; keep others."""

    def mark(self, name: str) -> str | None:
        """What was noted under a name when all was brought up to date; `None` where nothing was."""

    def note(self, name: str, mark: str) -> None:
        """Note something under a name."""
