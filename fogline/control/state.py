"""The state of one place on one day, from all testimony about it.

1. What a party was said to keep ends where the party is said to have left, later or on the last of those days.
2. The freshest word about a holder counts: of the day itself, else of the nearest day before.
3. Among rivals of the same day, a taking follows what was kept before it; else the one with more independent words
   leads, and the place is disputed.
4. A denial that is not older than the last word for the leader disputes it.  Where only the taker itself speaks for
   the taking, word stands against word, and the holder before it leads.
5. Where nobody is told holding the place or leaving it, who is told to be there has it: a guess, and graded so.
6. Where nobody is left, the holder is unknown; where nothing was ever said, there is no holding.
7. Fighting by others than the holder, not older than its taking, contests it for some days.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fogline.control.parties import Parties
from fogline.control.rules import rules
from fogline.control.testimony import ONE_DAY, Says, Testimony
from fogline.records import Claim, Control, Name
from fogline.records.sources import Sources, key_of


@dataclass(frozen=True, slots=True)
class State:
    """Who holds a place on a day, with the claims for and against, and those that tell of fighting over it."""

    holder: Name | None
    status: Control
    supports: tuple[Claim, ...]
    opposes: tuple[Claim, ...]
    fights: tuple[Claim, ...]
    since: date | None
    reason: str
    inferred: bool = False  # nobody said it outright: it follows from a loss told later, or from what else is told
    guessed: tuple[Claim, ...] = ()  # those of the supports that do not name the holder


@dataclass(frozen=True, slots=True)
class Bench:
    """Judges the testimony of one place."""

    testimonies: tuple[Testimony, ...]
    sources: Sources
    parties: Parties

    def state_on(self, day: date) -> State | None:
        """The state on that day; `None` where nothing is said of it."""
        heard = [t for t in self.testimonies if t.first <= day]
        firm = [t for t in heard if not t.faint]
        for words in (firm + self._fresher(firm, heard, day), heard):
            standing = self._standing(words, day)
            if standing:
                return self._judge(standing, heard, day)
        left = [t for t in heard if t.says is Says.LEFT]
        present = [t for t in heard if t.says is Says.PRESENT and t.covers(day)]
        present = [t for t in present if not any(self._ends(gone, t, day) for gone in left)]
        if present:
            last = max(t.first for t in present)
            return self._judge([t for t in present if t.first == last], heard, day)
        left = [t for t in left if not t.faint] or left
        return self._unknown(left) if left else None

    def _fresher(self, firm: Sequence[Testimony], heard: Sequence[Testimony], day: date) -> list[Testimony]:
        """Faint words about who came or stays, told so long after the last firm one that it is stale by then."""
        held = [t for t in firm if t.says in (Says.TOOK, Says.KEEPS)]
        if not held:
            return []
        stale = max(t.speaks_at(day) for t in held) + timedelta(days=rules().stale_days)
        faint = [t for t in heard if t.faint and not t.former and t.last is None]
        return [t for t in faint if t.speaks_at(day) > stale]

    def _standing(self, words: Sequence[Testimony], day: date) -> list[Testimony]:
        """Those who took or keep the place, before whom no rival came later and who were not said to have left."""
        held = [t for t in words if t.says in (Says.TOOK, Says.KEEPS)]
        latest: dict[frozenset[str], date] = {}
        for t in held:
            latest[t.parties] = max(latest.get(t.parties, date.min), t.speaks_at(day))
        came = {ours: max(self._rivals_of(ours, latest), default=date.min) for ours in latest}
        left = {(t.parties, t.first, t.since): t for t in words if t.says is Says.LEFT}.values()
        last = [t for t in held if t.covers(day) and t.speaks_at(day) >= came[t.parties]]
        return [t for t in last if not any(self._ends(gone, t, day) for gone in left)]

    def _rivals_of(self, ours: frozenset[str], latest: Mapping[frozenset[str], date]) -> list[date]:
        return [spoke for theirs, spoke in latest.items() if not self.parties.may_share(ours, theirs)]

    def _ends(self, gone: Testimony, held: Testimony, day: date) -> bool:
        if gone.parties and not self.parties.allied(gone.parties, held.parties):
            return False
        left, last = gone.speaks_at(day), held.speaks_at(day)
        if not gone.parties and held.says is Says.TOOK and gone.since and gone.since <= held.first + ONE_DAY:
            return False  # a taking whose taker is not named may be this very taking
        if left != last:
            return left > last
        return held.says is Says.KEEPS and held.first < gone.first and bool(gone.parties)

    def _judge(self, standing: Sequence[Testimony], heard: Sequence[Testimony], day: date) -> State:
        freshest = max(t.speaks_at(day) for t in standing)
        fresh = [t for t in standing if t.speaks_at(day) == freshest]
        lead = self._lead(fresh)
        camp = [t for t in standing if self._with(lead, t)]
        named = [t for t in fresh if self._with(lead, t)]
        rivals = [t for t in fresh if not self._with(lead, t) and not _follows(lead, t)]
        against = self._denials(camp, heard, day) + self._departures(camp, heard, day)
        if against and lead.says is Says.TOOK and all(self.sources.is_own_word(t.claim) for t in camp):
            former = [t for t in standing if not self._with(lead, t)] or self._former(lead, heard)
            if former:
                return self._word_against_word(former, camp, against, day)
        return self._state(lead, camp, named, rivals + against, heard, day)

    def _state(
        self, lead: Testimony, camp: Sequence[Testimony], named: Sequence[Testimony], against: Sequence[Testimony],
        heard: Sequence[Testimony], day: date,
    ) -> State:  # fmt: skip
        ours = {t.claim.claim_id for t in camp}
        against = [t for t in against if t.claim.claim_id not in ours]
        fights = [t for t in heard if self._contests(t, lead, camp, day)]
        if against:
            status, reason = Control.DISPUTED, "sources contradict one another"
        elif fights:
            status, reason = Control.CONTESTED, "fought over or approached"
        else:
            status, reason = Control.HELD, _reason(lead)
        inferred = all(t.former or t.inferred for t in camp)
        supports, opposes, since = _claims(camp), _claims(against), _since(lead, camp)
        return State(
            holder=_holder([t for t in named if not t.inferred] or named),
            status=status,
            supports=supports,
            opposes=opposes,
            fights=_claims(fights),
            since=since,
            reason=reason,
            inferred=inferred,
            guessed=_guessed(camp),
        )

    def _word_against_word(
        self, former: Sequence[Testimony], camp: Sequence[Testimony], denials: Sequence[Testimony], day: date
    ) -> State:
        freshest = max(t.speaks_at(day) for t in former)
        lead = self._lead([t for t in former if t.speaks_at(day) == freshest])
        ours = [t for t in former if self._with(lead, t)]
        reason = "a party's own word against a denial: the holder before it"
        opposes = _claims(camp)
        supports = tuple(claim for claim in _claims([*ours, *denials]) if claim not in opposes)
        return State(_holder(ours), Control.DISPUTED, supports, opposes, (), _since(lead, ours), reason)

    def _former(self, lead: Testimony, heard: Sequence[Testimony]) -> list[Testimony]:
        """Who is said to have held the place against the leader: the faint word of a denial, or the loser."""
        return [t for t in heard if t.says is Says.KEEPS and t.faint and not self._with(lead, t)]

    def _lead(self, fresh: Sequence[Testimony]) -> Testimony:
        """The testimony of the strongest camp: takings over what was kept before, then independent words."""

        ranks = {parties: self._rank(parties, fresh) for parties in {t.parties for t in fresh}}
        return min(fresh, key=lambda t: (*ranks[t.parties], t.claim.claim_id))

    def _rank(self, parties: frozenset[str], fresh: Sequence[Testimony]) -> tuple[bool, int, int]:
        camp = [t for t in fresh if self.parties.may_share(parties, t.parties)]
        others = [t for t in fresh if not self.parties.may_share(parties, t.parties)]
        outside = [t.claim for t in camp if not self.sources.is_own_word(t.claim)]
        followed = any(_follows(other, t) for other in others for t in camp if t.parties == parties)
        return followed, -2 * self.sources.independent(outside) - bool(camp), -len(camp)

    def _with(self, lead: Testimony, other: Testimony) -> bool:
        return self.parties.may_share(lead.parties, other.parties)

    def _denials(self, camp: Sequence[Testimony], heard: Sequence[Testimony], day: date) -> list[Testimony]:
        """Denials of what the camp says, unless an outsider repeats it in a later report that denies it no more."""
        begun = min(t.first for t in camp)
        denied = [t for t in heard if t.says is Says.NOT and self._speaks_of(t, camp) and t.speaks_at(day) >= begun]
        living = {t.claim.anchor.report_id for t in denied if t.told <= t.speaks_at(day) + self._now}
        outside = [t for t in camp if not self.sources.is_own_word(t.claim)]
        told = [min(t.told, day) for t in outside if t.claim.anchor.report_id not in living]
        last = max(told, default=date.min)
        return [t for t in denied if t.speaks_at(day) >= last]

    def _speaks_of(self, word: Testimony, camp: Sequence[Testimony]) -> bool:
        """Whether it speaks of a party of the camp; a word that names no party speaks of any."""
        return not word.parties or any(self.parties.allied(word.parties, t.parties) for t in camp)

    @property
    def _now(self) -> timedelta:
        return timedelta(days=rules().now_days)

    def _departures(self, camp: Sequence[Testimony], heard: Sequence[Testimony], day: date) -> list[Testimony]:
        """Words that a party of the camp left on the very day on which the camp is said to be there."""
        last = max(t.speaks_at(day) for t in camp)
        return [
            t for t in heard
            if t.says is Says.LEFT and not t.faint and t.parties and t.speaks_at(day) == last
            and self._speaks_of(t, camp)
        ]  # fmt: skip

    def _contests(self, fight: Testimony, lead: Testimony, camp: Sequence[Testimony], day: date) -> bool:
        if fight.says is not Says.CONTESTS or fight.last is None:
            return False
        if day > fight.last + timedelta(days=rules().contest_days):
            return False
        taken = [t.first for t in camp if t.says is Says.TOOK]
        if taken and fight.last <= max(taken):
            return False
        others = fight.parties - {p for p in fight.parties if self.parties.may_share([p], lead.parties)}
        return bool(others) or not fight.parties

    def _unknown(self, left: Sequence[Testimony]) -> State:
        freshest = max(t.first for t in left)
        fresh = [t for t in left if t.first == freshest]
        since = min((t.since for t in fresh if t.since), default=None)
        return State(None, Control.UNKNOWN, _claims(fresh), (), (), since, "left, and nobody is named who took it")


def _follows(lead: Testimony, other: Testimony) -> bool:
    """Whether the lead's taking ended what the other kept before."""
    return lead.says is Says.TOOK and other.says is Says.KEEPS and other.first < lead.first


def _holder(camp: Iterable[Testimony]) -> Name:
    """The name that most claims of the camp give, by actor; the first by key where two are given as often."""
    given = [name for t in camp for name in t.names]
    count = {key: sum(key_of(n) == key for n in given) for key in {key_of(n) for n in given}}
    best = min(count, key=lambda key: (-count[key], key))
    texts = [n for n in given if key_of(n) == best]
    return min(texts, key=lambda n: (-texts.count(n), n.text, n.key or ""))


def _guessed(camp: Sequence[Testimony]) -> tuple[Claim, ...]:
    """The claims that were only inferred to speak for the camp."""
    outright = {t.claim.claim_id for t in camp if not t.inferred}
    return tuple(claim for claim in _claims(camp) if claim.claim_id not in outright)


def _claims(testimonies: Iterable[Testimony]) -> tuple[Claim, ...]:
    """The claims, each once, in the order of their ids."""
    found = {t.claim.claim_id: t.claim for t in testimonies}
    return tuple(found[claim_id] for claim_id in sorted(found))


def _since(lead: Testimony, camp: Sequence[Testimony]) -> date | None:
    """The first day that can be meant: of a taking, where the periods of all who tell it meet; else of the state."""
    begun = [t.since for t in camp if t.since and t.says is lead.says]
    if not begun:
        return None
    return max(s for s in begun if s <= lead.first) if lead.says is Says.TOOK else min(begun)


def _reason(lead: Testimony) -> str:
    if lead.former:
        return "lost it later, or is said not to have lost it"
    if lead.says is Says.PRESENT:
        return "entered it, was sent or attacked there, and nobody is told holding it"
    if lead.inferred:
        return "fell to nobody named: this side is told taking places around it, or fighting there"
    if lead.faint:
        return "said of no certain day"
    return "taken" if lead.says is Says.TOOK else "said to hold it"
