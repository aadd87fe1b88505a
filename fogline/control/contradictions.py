"""Which two claims contradict each other.  Wording that is compatible is no contradiction.

| kind | the one | the other |
| --- | --- | --- |
| denial | asserted | denied: same place, actors and family of types, periods that meet, not one voice in one report |
| denial | a party left | another source finds it there on those days or the day after, or it denies that it left |
| time | a party took or left it on a day | another source and origin gives another day, not far from it |
| rival holders | a party took or keeps it | a rival took or keeps it on those very days, and neither came after |
| rival holders | a party took it | within some days the rival says that it still has it |

Claims without a date speak of the same time where their reports appeared within a few days of one another; but a
place that was taken, held or left on no certain day may have been so long ago, and contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from fogline.control.bearing import goes_on
from fogline.control.cues import cues, says
from fogline.control.denials import Denials, is_denied
from fogline.control.holders import Holders
from fogline.control.parties import Parties
from fogline.control.rules import rules
from fogline.control.watching import World
from fogline.language.words import words
from fogline.records import ActorKind, Basis, Claim, ClaimType, DisputeKind, Period, Status
from fogline.records.sources import Sources, key_of

CONTROL = frozenset({ClaimType.CAPTURE, ClaimType.HOLD, ClaimType.WITHDRAW})


@dataclass(frozen=True, slots=True)
class Bar:
    """Weighs claims of one place, or of none, against each other."""

    sources: Sources
    parties: Parties
    holders: Holders
    denials: Denials

    @classmethod
    def of(cls, world: World) -> Bar:
        """The bar of a record, or one that notes what it is asked."""
        return cls(world.sources, world.parties, world.holders, Denials(world.sources, world.holders))

    def contradiction(self, left: Claim, right: Claim) -> DisputeKind | None:
        """In what the two contradict each other; `None` where both may be so.  See also `prospects`."""
        if self._one_voice(left, right) or self._in_passing(left, right) or self._in_passing(right, left):
            return None
        if self.is_setting(left) or self.is_setting(right):
            return None
        if self.denials.belies(left, right) or self.denials.belies(right, left):
            return DisputeKind.DENIAL
        if self._denies(left, right) or self._denies(right, left):
            return DisputeKind.DENIAL
        if left.anchor == right.anchor and not says(cues().contrast, left.anchor.quote):
            return None
        if self._left_and_kept(left, right) or self._left_and_kept(right, left):
            return DisputeKind.DENIAL
        if self._fought_on(left, right) or self._fought_on(right, left):
            return DisputeKind.RIVAL_HOLDERS
        if self._held_on(left, right) or self._held_on(right, left):
            return DisputeKind.RIVAL_HOLDERS
        return DisputeKind.RIVAL_HOLDERS if self._rivals(left, right) else None

    def _denies(self, asserted: Claim, denied: Claim) -> bool:
        if not self.denials.denies(asserted, denied) or not self._at_one_time(asserted, denied):
            return False
        return not self._is_vague(asserted)

    def _at_one_time(self, asserted: Claim, denied: Claim) -> bool:
        """Whether they meet; what is denied of no day and no place is denied of all the weeks before."""
        if denied.period is None and denied.type not in CONTROL:
            return self.meet(asserted, denied, slack_days=rules().window_days)
        return self.meet(asserted, denied, slack_days=rules().meet_days)

    def _in_passing(self, told: Claim, reply: Claim) -> bool:
        """Whether one sentence tells a state of its own, and denies what was said before: "K, run by L, denied it"."""
        own = told.anchor == reply.anchor and told.type in rules().keeps and not told.attribution.speakers
        return own and is_denied(reply) and reply.act.quote.casefold().startswith(cues().denial_words)

    def is_setting(self, denied: Claim) -> bool:
        """Whether a report says in its own voice that somebody has not a place that its sentence does not name.

        "The army would have no foothold in the north" denies what nobody said.
        """
        if denied.status is not Status.DENIED or denied.type not in rules().keeps or denied.attribution.speakers:
            return False
        return denied.place is not None and not set(words(denied.place.text)) & set(words(denied.anchor.quote))

    def _is_vague(self, claim: Claim) -> bool:
        return claim.period is not None and claim.period.days > rules().window_days

    def _one_voice(self, one: Claim, other: Claim) -> bool:
        """Whether one source says both in one report, or in two that tell one original: it qualifies its own words.

        Not where one sentence tells both and has a word of denial: there the second speaker was misread.
        """
        if self.sources.cited(one) != self.sources.cited(other):
            return False
        if self.sources.origin(one) != self.sources.origin(other):
            return False
        return (
            one.anchor != other.anchor
            or is_denied(one) == is_denied(other)
            or not says(cues().denial, one.anchor.quote)
        )

    def _left_and_kept(self, leaving: Claim, keeping: Claim) -> bool:
        table = rules()
        if leaving.type not in table.leaves or leaving.status is not Status.ASSERTED or not leaving.actors:
            return False
        if self._is_vague(keeping) or not self._is_news(leaving):
            return False
        if keeping.type not in table.keeps or keeping.status is not Status.ASSERTED or not keeping.actors:
            return False
        if not self.sources.compatible(leaving.actors, keeping.actors) and not self._irregular(leaving, keeping):
            return False
        left, kept = leaving.period, keeping.period
        if left is None or kept is None or kept.first < left.first or self._told_before(keeping, leaving):
            return False
        return kept.first - left.last <= timedelta(days=rules().meet_days)

    def _irregular(self, one: Claim, other: Claim) -> bool:
        """Whether the one's party is a word for irregulars, "Islamist fighters", and the other's a group of such."""
        kinds = {actor.kind for n in other.actors if (actor := self.holders.actors.get(key_of(n)))}
        said = {word for name in one.actors for word in words(name.text)}
        return kinds == {ActorKind.ARMED_GROUP} and not said.isdisjoint(rules().irregulars) and not (
            said & rules().regulars
        )  # fmt: skip

    def _told_before(self, one: Claim, other: Claim) -> bool:
        """Whether the one's report is of an earlier day: then the place may have changed hands since."""
        before, after = self.sources.report_day(one), self.sources.report_day(other)
        return before is not None and after is not None and before < after

    def _rivals(self, one: Claim, other: Claim) -> bool:
        if not (self.holds(one) and self.holds(other)) or one.period is None or other.period is None:
            return False
        if not (self._both_vouched(one, other) or self._both_dated(one, other)):
            return False
        mine, theirs = self.sides(one), self.sides(other)
        if not mine or not theirs or self.parties.may_share(mine, theirs):
            return False
        if self._is_vague(one) or self._is_vague(other) or not (self._is_news(one) and self._is_news(other)):
            return False
        return one.period.meets(other.period) and not (
            _followed(one, other) or _followed(other, one)
        )  # fmt: skip

    def _fought_on(self, turn: Claim, fight: Claim) -> bool:
        """Whether one tells that a place was taken or left, another that it was still being fought for."""
        table = rules()
        if turn.type not in table.takes | table.leaves or turn.status is not Status.ASSERTED or turn.period is None:
            return False
        if (
            fight.type is not ClaimType.CLASH
            or fight.place is None
            or is_denied(fight)
            or not says(cues().goes_on, fight.anchor.quote)
        ):
            return False
        apart = self._both_vouched(turn, fight) or self.sources.origin(turn) == self.sources.origin(fight)
        return apart and self._other_voice(turn, fight) and self.meet(turn, fight, slack_days=0)

    def _held_on(self, turn: Claim, keeping: Claim) -> bool:
        """Whether a party says that it still has a place that a rival is told taking in the days before."""
        if turn.type not in rules().takes or not self.holds(turn) or not self.holds(keeping):
            return False
        if keeping.type in rules().takes or not self.sources.is_own_word(keeping) or not goes_on(keeping):
            return False
        took, kept, mine = turn.period, keeping.period, self.sides(turn)
        if took is None or kept is None or not mine or self.parties.may_share(mine, self.sides(keeping)):
            return False
        after = kept.last - took.last
        return took.first <= kept.first and after <= timedelta(days=rules().admit_days) and self._is_news(turn)

    def _other_voice(self, one: Claim, other: Claim) -> bool:
        return self.sources.cited(one) != self.sources.cited(other)

    def _both_dated(self, one: Claim, other: Claim) -> bool:
        """Whether both say on which day, in reports of two origins."""
        fixed = [c.period for c in (one, other) if c.period and c.period.days <= rules().day_fixed_days]
        said = len(fixed) > 1 and all(period.basis is Basis.STATED for period in fixed)
        return said and self.sources.origin(one) != self.sources.origin(other)

    def _is_news(self, claim: Claim) -> bool:
        """Whether its report tells it within some days: what lies further back is background, and often misdated."""
        told = self.sources.report_day(claim)
        return told is None or claim.period is None or told - claim.period.last <= timedelta(days=rules().news_days)

    def _both_vouched(self, one: Claim, other: Claim) -> bool:
        """Whether two speakers vouch for the two, or a party for its own: reports in their own voice seldom quarrel."""
        own = self.sources.is_own_word(one) or self.sources.is_own_word(other)
        spoken = bool(one.attribution.speakers and other.attribution.speakers)
        return (own or spoken) and self._other_voice(one, other)

    def sides(self, claim: Claim) -> frozenset[str]:
        """The sides of those of its actors who can hold its place."""
        return self.sources.sides_of(self.holders.able(claim.actors, self.holders.country_of(claim.place)))

    def is_over(self, state: Claim, claims: Iterable[Claim]) -> bool:
        """Whether one of the claims tells, in the very sentence of a state, that somebody ended it."""
        table = rules()
        return state.type in table.keeps and any(
            c.anchor == state.anchor and c.status is Status.ASSERTED and self._ends(c, state) for c in claims
        )  # fmt: skip

    def _ends(self, turn: Claim, state: Claim) -> bool:
        if turn.type in rules().leaves:
            return self.sources.cited(turn) == self.sources.cited(state) and self.sources.compatible(
                turn.actors, state.actors
            )
        return turn.type in rules().takes and not self.parties.may_share(self.sides(turn), self.sides(state))

    def other_day(self, one: Claim, other: Claim) -> bool:
        """Whether two sources fix one turn of a place to different days, a few days apart."""
        table = rules()
        if one.type is not other.type or one.type not in table.takes | table.leaves or one.period is None:
            return False
        if other.period is None or {one.status, other.status} != {Status.ASSERTED}:
            return False
        if max(one.period.days, other.period.days) > table.day_fixed_days or one.period.meets(other.period):
            return False
        if {one.period.basis, other.period.basis} != {Basis.STATED}:  # told on that day, or inferred: not said
            return False
        same = bool({key_of(n) for n in one.actors} & {key_of(n) for n in other.actors})
        near = one.period.meets(other.period, slack_days=table.turn_days)
        return same and near and self.apart(one, other)

    def some_apart(self, claims: Iterable[Claim]) -> bool:
        """Whether the claims come from more than one origin."""
        return len({self.sources.origin(claim) for claim in claims}) > 1

    def apart(self, one: Claim, other: Claim) -> bool:
        """Whether they come from different origins and cite different sources."""
        shared = set(self.sources.cited(one)) & set(self.sources.cited(other))
        return self.sources.origin(one) != self.sources.origin(other) and not shared

    def holds(self, claim: Claim) -> bool:
        """Whether it tells that somebody took, keeps or did not leave its place."""
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
