"""Whether a claim tells of the same happening as another.

Same type, same place, compatible actors (same actor, or one is the side of the other, or one is not said) and, where
the target is part of what happened, compatible targets; and periods that meet, with a day's slack.  A claim without a
period may tell of what happened within a few days of its report.
"""

from __future__ import annotations

from collections.abc import Iterable

from fogline.events.types import types
from fogline.records import Basis, Claim, ClaimType, Name, Period
from fogline.records.sources import Sources, key_of


def same_actors(left: Iterable[Name], right: Iterable[Name], sources: Sources) -> bool:
    """Whether one of the left is one of the right or its side, or one of the two is not said.

    Two groups of one side are not the same actor: only the side itself may be either.
    """
    mine, theirs = {key_of(n) for n in left}, {key_of(n) for n in right}
    if not mine or not theirs:
        return True
    above = {sources.sides.get(key, key) for key in mine}, {sources.sides.get(key, key) for key in theirs}
    return bool(mine & theirs or mine & above[1] or above[0] & theirs)


def same_parties(left: Claim, right: Claim, sources: Sources) -> bool:
    """Whether actors, and targets where they matter, may be the same; either way round where the type is mutual."""
    if left.type in types().mutual:
        one, other = left.actors + left.targets, right.actors + right.targets
        crossed = same_actors(left.actors, right.targets, sources) and same_actors(left.targets, right.actors, sources)
        return same_actors(one, other, sources) and (crossed or _straight(left, right, sources))
    return _straight(left, right, sources)


def _straight(left: Claim, right: Claim, sources: Sources) -> bool:
    aimed = left.type in types().aimed
    return same_actors(left.actors, right.actors, sources) and (
        not aimed or same_actors(left.targets, right.targets, sources)
    )


def says_enough(left: Claim, right: Claim) -> bool:
    """Without a place, actors must be said on both sides, or two claims share nothing but their type; or a sum."""
    return left.place is not None or bool(left.actors and right.actors) or _same_sum(left, right)


def _same_sum(left: Claim, right: Claim) -> bool:
    """Whether both count the same sort of harm from one day on: "900 dead since Monday", told a day later again."""
    sums = [c for c in (left, right) if c.type is ClaimType.HARM and c.quantities and c.period and c.period.days > 1]
    return len({(c.mode, c.period.first) for c in sums if c.mode and c.period}) == 1 and len(sums) == 2


def days_of(claim: Claim, sources: Sources) -> Period | None:
    """The claim's period, else its report's day, marked as such; `None` where neither is known."""
    day = sources.report_day(claim)
    return claim.period or (Period(day, day, Basis.PUBLISHED) if day else None)


def same_days(left: Claim, right: Claim, sources: Sources) -> bool:
    """Whether the periods meet; undated claims are compared by the day of their reports."""
    mine, theirs = days_of(left, sources), days_of(right, sources)
    if mine is None or theirs is None:
        return left.period is None and right.period is None
    guessed = left.period is None or right.period is None
    return mine.meets(theirs, slack_days=types().undated_days if guessed else types().slack_days)
