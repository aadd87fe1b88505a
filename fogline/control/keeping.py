"""Parts of a view that are taken as they were worked out, where they follow from the same claims and answers."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, field

from fogline.control.lookups import RULES, Asked, Tables, gist, note
from fogline.records import Claim
from fogline.records.ids import content_id
from fogline.records.release import release
from fogline.records.working import Workings


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
        before = self.workings.before.get(part)
        still = self.tables.still(before) if before is not None and before.own == told else None
        if still is not None:
            self.workings.note(still)
            return still.found
        asked: Asked = {}
        found = tuple(work_out(asked))
        note(self.workings, part, told, asked=asked, tables=self.tables, found=found)
        return found

    def told(self, claims: Iterable[Claim]) -> str:
        """What stands for some claims, in their order."""
        return "\x1e".join(map(self._gist, claims))

    def _gist(self, claim: Claim) -> str:
        claim_id = claim.claim_id
        if claim_id not in self._gists:
            self._gists[claim_id] = gist(claim, changed=claim_id in self.changed)
        return self._gists[claim_id]
