"""Which two claims of one place may contradict each other at all, by what each of them is: most pairs need no look.

A report may tell of one town in thousands of claims, nearly all of them in one voice.  What is asked here follows from
`contradictions`: a test holds that no contradiction is missed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fogline.control.contradictions import Bar
from fogline.control.denials import is_denied
from fogline.control.rules import rules
from fogline.records import Anchor, Claim, ClaimType, Status


@dataclass(frozen=True, slots=True)
class _Prospect:
    """One claim, as far as it tells what may contradict it."""

    voice: tuple[tuple[str, ...], str]  # whom it cites, and its origin
    anchor: Anchor
    type: ClaimType
    denied: bool
    asserted: bool
    leaves: bool
    keeps: bool
    turns: bool
    fights: bool
    holds: bool
    setting: bool

    @classmethod
    def of(cls, claim: Claim, bar: Bar) -> _Prospect:
        """Weigh a claim alone."""
        table, asserted = rules(), claim.status is Status.ASSERTED
        return cls(
            voice=(bar.sources.cited(claim), bar.sources.origin(claim)),
            anchor=claim.anchor,
            type=claim.type,
            denied=is_denied(claim),
            asserted=asserted,
            leaves=asserted and claim.type in table.leaves,
            keeps=asserted and claim.type in table.keeps,
            turns=asserted and claim.type in table.takes | table.leaves,
            fights=claim.type is ClaimType.CLASH,
            holds=bar.holds(claim),
            setting=bar.is_setting(claim),
        )

    def may_contradict(self, other: _Prospect) -> bool:
        """Whether the two may contradict each other: words of one voice do only in one sentence."""
        if self.setting or other.setting or (self.voice == other.voice and self.anchor != other.anchor):
            return False
        if self.anchor.report_id != other.anchor.report_id:  # the later may belie the earlier
            return True
        return self._may_deny(other) or other._may_deny(self) or self._is_rival(other)

    def _may_deny(self, other: _Prospect) -> bool:
        denies = self.denied and not other.denied and other.asserted
        return denies and other.type in rules().denials.get(self.type, frozenset())

    def _is_rival(self, other: _Prospect) -> bool:
        left = (self.leaves and other.keeps) or (other.leaves and self.keeps)
        fought = (self.turns and other.fights) or (other.turns and self.fights)
        return left or fought or (self.holds and other.holds)


class Prospects:
    """Some claims of one place, by their numbers, ready to be asked which two may contradict each other."""

    def __init__(self, claims: Sequence[Claim], bar: Bar) -> None:
        self._of = [_Prospect.of(claim, bar) for claim in claims]

    def may_contradict(self, one: int, other: int) -> bool:
        """Whether two claims may contradict each other; where they may not, they do not."""
        return self._of[one].may_contradict(self._of[other])
