"""A person's decision.  It is a row of its own, and is undone by a later row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from fogline.records.ids import content_id


class Verdict(StrEnum):
    """What a person decided."""

    MERGE = "merge"  # these events (by their claims), actors or places are one; `value` says which of the three
    SPLIT = "split"  # the claim is no part of its event; or, with a spelling in `value`, that is another actor's
    DISTRUST = "distrust"  # it counts for nothing; `value`: claim, report, outlet or source
    RELOCATE = "relocate"  # the place, or that of the claim, is the one in `value` (JSON)
    RENAME = "rename"  # the actor or the place is shown by the name in `value`
    RELIABILITY = "reliability"  # the source deserves the letter in `value`, A to F
    REDATE = "re-date"  # the report is of the day in `value`, or the claim of a period: two days with a slash
    KIN = "kin"  # the first report derives from the second; `value` is the relation, where it was said
    NOT_KIN = "not kin"  # the two reports do not derive from one another
    ORIGIN = "origin"  # these reports tell one original; `value` is its author, where it was said
    OWN_ORIGIN = "own origin"  # the report, and what derives from it, tells an original of its own
    STORY = "story"  # these reports follow one story
    OWN_STORY = "own story"  # the report follows no story that the record holds another report of
    WITHDRAW = "withdraw"  # the report was withdrawn; `value` is the day on which its publisher did it, where said
    UNDO = "undo"  # the judgement does not stand


@dataclass(frozen=True, slots=True)
class Judgement:
    """Who decided what of which rows, when and why.  `value` is what the verdict needs beside them, else `None`."""

    verdict: Verdict
    subjects: tuple[str, ...]
    value: str | None
    who: str
    when: datetime
    why: str

    @property
    def judgement_id(self) -> str:
        """A hash of all its fields."""
        return content_id(
            "judgement", self.verdict, *self.subjects, self.value, self.who, self.when.isoformat(), self.why
        )

    @property
    def moment(self) -> datetime:
        """When, to sort by: a moment without a time zone counts as UTC."""
        return self.when if self.when.tzinfo else self.when.replace(tzinfo=UTC)


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that are not undone, oldest first; an undo that is itself undone undoes nothing.

    A function of the set: a judgement's id hashes what it names, so none can be undone in a ring.
    """
    known = {j.judgement_id: j for j in judgements}
    undone = undoings(known.values())
    stand = (j for i, j in known.items() if j.verdict is not Verdict.UNDO and i not in undone)
    return tuple(sorted(stand, key=lambda j: (j.moment, j.judgement_id)))


def undoings(judgements: Iterable[Judgement]) -> dict[str, str]:
    """The ids of the judgements that do not stand, each with the id of one that undid it.  Undos are among them."""
    by: dict[str, list[str]] = {}
    for judgement in judgements:
        if judgement.verdict is Verdict.UNDO:
            for subject in judgement.subjects:
                by.setdefault(subject, []).append(judgement.judgement_id)
    known: dict[str, str | None] = {}

    def undone_by(judgement_id: str) -> str | None:
        if judgement_id not in known:
            known[judgement_id] = next((u for u in sorted(by.get(judgement_id, ())) if undone_by(u) is None), None)
        return known[judgement_id]

    return {subject: undo for subject in by if (undo := undone_by(subject)) is not None}
