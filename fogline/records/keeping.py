"""Parts of a view that are taken as they were worked out, where they follow from the same claims and answers."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from fogline.records import Claim
from fogline.records.ids import content_id
from fogline.records.lookups import RULES, Asked, Tables, gist, note
from fogline.records.release import release
from fogline.records.working import Working, Workings

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Keeping:
    """The parts that were worked out before, each as some texts; `changed` are the ids of claims that were judged."""

    workings: Workings
    tables: Tables
    changed: Container[str]
    _gists: dict[str, str] = field(default_factory=dict)  # of claims, by their ids

    def of(self, part: str, own: Iterable[object], work_out: Callable[[Asked], Iterable[str]]) -> tuple[str, ...]:
        """What comes of a part that is told by `own`: as before, or worked out, noting into `Asked` what is asked."""
        told = content_id("own", release(*RULES), *own)
        still = self._still(part, told)
        if still is not None:
            self.workings.note(still)
            return still.found
        asked: Asked = {}
        found = tuple(work_out(asked))
        note(self.workings, part, told, asked=asked, tables=self.tables, found=found)
        return found

    def views(
        self, part: str, own: Iterable[object], work_out: Callable[[Asked], Iterable[V]], kind: type[V],
        identify: Callable[[V], str],
    ) -> list[V]:  # fmt: skip
        """The views of a part that is told by `own`: worked out, or a `Stored` for each that stands in the record."""
        told = content_id("own", release(*RULES), *own)
        still = self._still(part, told)
        found = self.workings.found(still, kind) if still is not None else None
        if still is not None and found is not None:
            self.workings.note(still)
            return found
        asked: Asked = {}
        found = list(work_out(asked))
        note(self.workings, part, told, asked=asked, tables=self.tables, found=map(identify, found))
        return found

    def _still(self, part: str, told: str) -> Working | None:
        before = self.workings.before.get(part)
        return self.tables.still(before) if before is not None and before.own == told else None

    def told(self, claims: Iterable[Claim]) -> str:
        """What stands for some claims, in their order."""
        return "\x1e".join(map(self._gist, claims))

    def _gist(self, claim: Claim) -> str:
        claim_id = claim.claim_id
        if claim_id not in self._gists:
            self._gists[claim_id] = gist(claim, changed=claim_id in self.changed)
        return self._gists[claim_id]
