"""Which two claims contradict each other.  Wording that is compatible is no contradiction.

| kind | the one | the other |
| --- | --- | --- |
| denial | asserted | denied: same place, actors and family of types, periods that meet, not one voice in one report |
| denial | a party left | another source finds it there on those days or the day after, or it denies that it left |
| time | a party took or left it on a day | another source and origin gives another day, not far from it |
| rival holders | a party took or keeps it | a rival took or keeps it on those very days, and neither came after |

Claims without a date speak of the same time where their reports appeared within a few days of one another; but a
place that was taken, held or left on no certain day may have been so long ago, and contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from fogline.control.holders import Holders
from fogline.control.parties import Parties
from fogline.control.rules import rules
from fogline.records import Basis, Claim, ClaimType, DisputeKind, Period, Status
from fogline.records.sources import Sources

CONTROL = frozenset({ClaimType.CAPTURE, ClaimType.HOLD, ClaimType.WITHDRAW})
MOVEMENT = "movement"  # of many forces at once: a denial that names none speaks of none of the others


@dataclass(frozen=True, slots=True)
class Bar:
    """Weighs claims of one place, or of none, against each other."""

    sources: Sources
    parties: Parties
    holders: Holders

    def contradiction(self, left: Claim, right: Claim) -> DisputeKind | None:
        """In what the two contradict each other; `None` where both may be so."""
        if self._one_voice(left, right):
            return None
        if self._denies(left, right) or self._denies(right, left):
            return DisputeKind.DENIAL
        if self._left_and_kept(left, right) or self._left_and_kept(right, left):
            return DisputeKind.DENIAL
        return DisputeKind.RIVAL_HOLDERS if self._rivals(left, right) else None

    def _denies(self, asserted: Claim, denied: Claim) -> bool:
        if asserted.status is not Status.ASSERTED or denied.status is not Status.DENIED:
            return False
        families = rules().families
        if families.get(asserted.type, asserted.type) != families.get(denied.type, denied.type):
            return False
        if not self.sources.compatible(asserted.actors, denied.actors):
            return False
        if not self.sources.compatible(asserted.targets, denied.targets) and asserted.type not in rules().takes:
            return False
        if asserted.place is None and not self._same_parties(asserted, denied):
            return False
        if families.get(asserted.type) == MOVEMENT and not (asserted.actors and denied.actors):
            return False
        if asserted.period is None and asserted.type in CONTROL:
            return False
        return self.meet(asserted, denied, slack_days=rules().meet_days)

    def _same_parties(self, one: Claim, other: Claim) -> bool:
        """Without a place, both must name the same actor, and the same target where one names any."""
        named = bool(one.actors and other.actors) and bool(one.targets) == bool(other.targets)
        return named and self.sources.compatible(one.actors, other.actors)

    def _one_voice(self, one: Claim, other: Claim) -> bool:
        """Whether one source says both in one report: it qualifies its own words then."""
        same_report = one.anchor.report_id == other.anchor.report_id
        return same_report and self.sources.cited(one) == self.sources.cited(other)

    def _left_and_kept(self, leaving: Claim, keeping: Claim) -> bool:
        table = rules()
        if leaving.type not in table.leaves or leaving.status is not Status.ASSERTED or not leaving.actors:
            return False
        if keeping.type not in table.keeps or keeping.status is not Status.ASSERTED or not keeping.actors:
            return False
        if not self.sources.compatible(leaving.actors, keeping.actors):
            return False
        left, kept = leaving.period, keeping.period
        if left is None or kept is None or kept.first < left.first:
            return False
        return kept.first - left.last <= timedelta(days=rules().meet_days)

    def _rivals(self, one: Claim, other: Claim) -> bool:
        if not (self._holds(one) and self._holds(other)) or one.period is None or other.period is None:
            return False
        mine, theirs = self.sides(one), self.sides(other)
        if not mine or not theirs or self.parties.may_share(mine, theirs):
            return False
        vague = max(one.period.days, other.period.days) > rules().window_days
        return not vague and one.period.meets(other.period) and not (
            _followed(one, other) or _followed(other, one)
        )  # fmt: skip

    def sides(self, claim: Claim) -> frozenset[str]:
        """The sides of those of its actors who can hold its place."""
        return self.sources.sides_of(self.holders.able(claim.actors, self.holders.country_of(claim.place)))

    def is_over(self, state: Claim, claims: Iterable[Claim]) -> bool:
        """Whether one of the claims tells, in the very sentence of a state, that somebody else ended it."""
        table = rules()
        return state.type in table.keeps and any(
            c.anchor == state.anchor and c.type in table.takes and c.status is Status.ASSERTED
            and not self.parties.may_share(self.sides(c), self.sides(state))
            for c in claims
        )  # fmt: skip

    def other_day(self, one: Claim, other: Claim) -> bool:
        """Whether two sources fix one turn of a place to different days, a few days apart."""
        table = rules()
        if one.type is not other.type or one.type not in table.takes | table.leaves or one.period is None:
            return False
        if other.period is None or {one.status, other.status} != {Status.ASSERTED}:
            return False
        if max(one.period.days, other.period.days) > table.day_fixed_days or one.period.meets(other.period):
            return False
        if Basis.PUBLISHED in (one.period.basis, other.period.basis):  # told on that day, not happened
            return False
        same = bool(one.actors and other.actors) and self.sources.compatible(one.actors, other.actors)
        near = one.period.meets(other.period, slack_days=table.turn_days)
        return same and near and self.apart(one, other)

    def some_apart(self, claims: Iterable[Claim]) -> bool:
        """Whether the claims come from more than one origin."""
        return len({self.sources.origin(claim) for claim in claims}) > 1

    def apart(self, one: Claim, other: Claim) -> bool:
        """Whether they come from different origins and cite different sources."""
        shared = set(self.sources.cited(one)) & set(self.sources.cited(other))
        return self.sources.origin(one) != self.sources.origin(other) and not shared

    def _holds(self, claim: Claim) -> bool:
        table = rules()
        stays = claim.type in table.leaves and claim.status is Status.DENIED
        holds = claim.type in table.takes | table.keeps and claim.status is Status.ASSERTED
        return bool(claim.actors) and (stays or holds)

    def near(self, claims: Sequence[Claim], *, slack_days: int) -> Iterator[tuple[int, int]]:
        """The numbers of every two claims that may meet with this slack, and of some others; never all pairs."""
        slack = timedelta(days=max(slack_days, rules().undated_days))
        days = [self._days(claim) for claim in claims]
        dated = sorted((period.first, period.last, i) for i, period in enumerate(days) if period is not None)
        undated = [i for i, period in enumerate(days) if period is None]
        yield from combinations(undated, 2)
        yield from ((i, j) for i in undated for _, _, j in dated)
        going: list[tuple[date, int]] = []  # those that may not be over, with their last day
        for first, last, i in dated:
            going = [(end, j) for end, j in going if end >= first - slack]
            yield from ((j, i) for _, j in going)
            going.append((last, i))

    def meet(self, one: Claim, other: Claim, *, slack_days: int) -> bool:
        """Whether both speak of the same days, as far as they say; see the module."""
        left, right = self._days(one), self._days(other)
        if left is None or right is None:
            return one.anchor.report_id == other.anchor.report_id
        undated = Basis.PUBLISHED in (left.basis, right.basis)
        return left.meets(right, slack_days=max(slack_days, rules().undated_days if undated else 0))

    def _days(self, claim: Claim) -> Period | None:
        day = self.sources.report_day(claim)
        return claim.period or (Period(day, day, Basis.PUBLISHED) if day else None)


def _followed(earlier: Claim, later: Claim) -> bool:
    """Whether the later took what the earlier had held before, or an earlier state simply ended then."""
    if earlier.period is None or later.period is None or later.type not in rules().takes:
        return False
    if earlier.type in rules().takes:
        return earlier.period.last <= later.period.first and earlier.period != later.period
    started_before = earlier.period.first < later.period.last
    return earlier.type in rules().keeps and started_before and earlier.period.last - later.period.last <= timedelta(0)
