"""The ledger's row: one statement, made in one sentence of a report."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from sys import intern
from typing import NamedTuple

from fogline.records.anchor import Anchor
from fogline.records.ids import content_id
from fogline.records.name import Name
from fogline.records.period import DateExpression, Period


class ClaimType(StrEnum):
    """What a claim says happened or holds.  Source: docs/terms.md"""

    CAPTURE = "capture"
    WITHDRAW = "withdraw"
    HOLD = "hold"
    ADVANCE = "advance"
    BESIEGE = "besiege"
    CLASH = "clash"
    ATTACK = "attack"
    DEPLOY = "deploy"
    CLOSE = "close"
    REOPEN = "reopen"
    SUPPORT = "support"
    MEET = "meet"
    DESIGNATE = "designate"
    WARN = "warn"
    FORM = "form"
    HARM = "harm"
    LINK = "link"


class Status(StrEnum):
    """In which sense a claim is made."""

    ASSERTED = "asserted"
    DENIED = "denied"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    POSSIBLE = "possible"


class Stance(StrEnum):
    """How a speaker stands to what is said, by the word of speech.  Source: docs/terms.md"""

    SAY = "say"
    CLAIM = "claim"
    CONFIRM = "confirm"
    ADMIT = "admit"
    WARN = "warn"
    DENY = "deny"


class Maker(StrEnum):
    """What made a claim: its `origin_stage`."""

    READER = "claims: reader"  # the learned reader alone
    BOTH = "claims: reader and frame"  # the learned reader, at an act that a frame of the code book found too


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so, and through whom: outlet ← agency ← cited source.

    `speakers` is empty where the report says it in its own voice.  `via` is the medium through which the
    speaker spoke, where the sentence says so.  `stance` is `None` in the report's own voice, and where a claim was
    stored before stances were.
    """

    speakers: tuple[Name, ...] = ()
    via: Name | None = None
    agency: str | None = None
    outlet: str | None = None
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that the sentence gives with the claim: so many killed, fighters, strikes.

    `low` equals `high` for a plain number; `unit` is the noun that is counted, in the singular.
    """

    low: int
    high: int
    unit: str


class Sketch(NamedTuple):
    """What lineage reads of a claim: where it is said to be, whether it is said to be so, and the date as worded."""

    place: Name | None
    status: Status
    when: DateExpression | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim.  `actors` and `targets` are empty where the report does not say.

    `anchor` is the evidence sentence; `act` anchors the words that say the act.  `when` is the date as worded,
    `period` the days it was resolved to (by grounding; `None` where unknown).  `origin_stage` and `version` say
    how the claim was made.  `read_id` is the id of the claim as read, where it is shown in other words than its own.
    """

    anchor: Anchor
    act: Anchor
    type: ClaimType
    actors: tuple[Name, ...] = ()
    targets: tuple[Name, ...] = ()
    place: Name | None = None
    status: Status = Status.ASSERTED
    attribution: Attribution = field(default_factory=Attribution)
    when: DateExpression | None = None
    period: Period | None = None
    quantities: tuple[Quantity, ...] = ()
    mode: str | None = None  # how: of an attack its means, of a withdrawal why, of harm which; docs/terms.md
    confidence: float = 1.0
    origin_stage: str = "claims"
    version: str = "1"
    read_id: str | None = None
    _own_id: str | None = field(default=None, init=False, repr=False, compare=False)  # reckoned once

    @property
    def claim_id(self) -> str:
        """A hash of what the report says: not of what grounding or a person made of it, nor of how sure we are."""
        if self._own_id is None:
            object.__setattr__(self, "_own_id", self.read_id or self._hash())
        assert self._own_id is not None
        return self._own_id

    def known_by(self, claim_id: str) -> Claim:
        """The same claim, whose id was stored with it: it need not be reckoned."""
        object.__setattr__(self, "_own_id", intern(claim_id))
        return self

    def _hash(self) -> str:
        return content_id(
            "claim",
            self.anchor.report_id,
            self.anchor.start,
            self.anchor.end,
            self.act.start,
            self.act.end,
            self.type,
            "\x1e".join(n.text for n in self.actors),
            "\x1e".join(n.text for n in self.targets),
            self.place.text if self.place else None,
            self.status,
            "\x1e".join(n.text for n in self.attribution.speakers),
        )
