"""The judgement over two tellings: one report told again, an update that reuses background, or independent."""

from __future__ import annotations

from enum import StrEnum

from fogline.lineage.alignment import Likeness
from fogline.records import Relation

# Chosen on fourteen conflicts together, in the middle of the gap between the classes (docs/decisions, lineage).
KIN = 0.15  # strength: independent reports reach 0.11, kin start at 0.19
LOOSELY_KIN = 0.08  # the same where so much is told that no chance explains it: independent reports reach 0.07
REWORDED = 0.38  # told of both, where no sentence is kept: independent reports reach 0.30, most rewrites start here
BOUND = (
    0.33  # share of the pairs of names and numbers in one sentence that both join: of chance likenesses most have less
)
FEWEST_KEYS = 25  # that both must have: two short items on one kind of happening are alike by their kind
FEWEST_UNDATED = 50  # the same where no day tells two happenings apart
DAYS_APART = 3  # within which a rewording follows; later, the like is told of another happening
RETOLD = 0.60  # share of both told by the other: updates reach 0.53, rewrites start at 0.68
COPIED = 0.50  # share in the same words from which a report is a copy
DIGEST = 0.50  # length against the source under which a retelling is a summary
CREDITED_DIGEST = 0.80  # the same where the text names the source it sums up
DIGESTED = 0.75  # share of a summary that its source tells
CUT = 0.80  # a short report that has this share in the source's words is the source, cut
WHOLE = 0.97  # share and length from which a copy is unedited


class Tie(StrEnum):
    """What two tellings are to one another."""

    RETOLD = "retold"  # one story told twice: one origin
    REWORDED = "reworded"  # the same in other words throughout; an update of a retelling may look like it
    UPDATED = "updated"  # a story of its own that reuses the other's text
    NONE = "none"  # independent


def judge(likeness: Likeness, *, first_is_older: bool | None) -> Tie:
    """What the first and the second are to one another.

    `first_is_older` is `None` where their days are the same or unknown.  A short report that is older than a long one
    is no summary of it.
    """
    first, second = likeness.first, likeness.second
    reworded = not likeness.keeps_text and min(first.told, second.told) >= REWORDED
    if likeness.strength < KIN:
        return Tie.REWORDED if reworded and likeness.strength >= LOOSELY_KIN else Tie.NONE
    if max(first.copied, second.copied) >= COPIED or min(first.aligned, second.aligned) >= RETOLD:
        return Tie.RETOLD
    short_first = likeness.ratio < DIGEST and first.aligned >= DIGESTED and first_is_older is not True
    short_second = 1 / likeness.ratio < DIGEST and second.aligned >= DIGESTED and first_is_older is not False
    if short_first or short_second:
        return Tie.RETOLD
    return Tie.REWORDED if reworded else Tie.UPDATED


def relate(likeness: Likeness, *, credits_in_text: bool) -> Relation:
    """How the first derives from the second, where both tell one story."""
    view, ratio = likeness.first, likeness.ratio
    shortest = CREDITED_DIGEST if credits_in_text else DIGEST
    if ratio < shortest and (credits_in_text or view.copied < CUT):
        return Relation.SUMMARY
    if view.copied >= COPIED:
        whole = view.copied >= WHOLE and likeness.second.copied >= WHOLE
        return Relation.COPY if whole and _same_text(likeness) else Relation.EDITED_COPY
    return Relation.REWRITE


def _same_text(likeness: Likeness) -> bool:
    """Whether the words are the same but for a few."""
    shares = [share for view in (likeness.first, likeness.second) for _, _, share in view.links]
    return WHOLE <= likeness.ratio <= 1 / WHOLE and sum(shares) >= WHOLE * len(shares)


def explain(likeness: Likeness) -> tuple[str, ...]:
    """The features that spoke for the first deriving from the second, in words."""
    view = likeness.first
    order = max(view.order, likeness.second.order)
    return (
        f"{view.aligned:.0%} of it is told by the source",
        f"{likeness.second.aligned:.0%} of the source is told by it",
        f"{view.copied:.0%} of it in the same words",
        f"tells in the source's order ({order:.0%})",
        f"{likeness.ratio:.0%} as long as the source",
    )
