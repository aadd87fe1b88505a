"""The state of one place on one day, from all testimony about it.

1. All that is said of the place is weighed in the order of its days (see `belief`).  The camp with the largest share
   holds it, unless nobody's share is larger.
2. Where nobody is told holding the place or leaving it, who is told to be there has it, by the words of the last days
   that weigh most: a guess, and graded so.  So has a foe of the leader, where all that is told of the leader is stale.
3. Where the last holder left, the holder is unknown; so it is where the place is only told as struck, fought over,
   closed or opened.  Where nothing of that sort was ever said, there is no holding.
4. A rival who is told there as late, or later, disputes it where its share is no small part of the leader's; so does a
   denial that is not older than the last word of an outsider for the leader, and a departure on the same day.
5. Fighting by others than the holder, not older than its taking, contests it for some days.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fogline.control.belief import Belief, Camp, believe
from fogline.control.parties import Parties
from fogline.control.rules import rules
from fogline.control.testimony import Says, Testimony, is_own
from fogline.control.weights import is_named
from fogline.records import Claim, ClaimType, Control, Name, Status
from fogline.records.sources import Sources, key_of

_THERE = (Says.TOOK, Says.KEEPS)
_UNTOLD = "struck, fought over, closed or opened, and nobody is told there"
_TOLD_SHARE = 0.1  # a smaller share of others is not told


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
    outweighed: tuple[Claim, ...] = ()  # said against it, too light to dispute it
    stale: bool = False  # nobody told of it lately


@dataclass(frozen=True, slots=True)
class Bench:
    """Judges the testimony of one place."""

    testimonies: tuple[Testimony, ...]  # in the order of their first days
    sources: Sources
    parties: Parties

    @classmethod
    def of(cls, words: Iterable[Testimony], sources: Sources, parties: Parties) -> Bench:
        """All words that are weighty enough to be heard."""
        heard = [t for t in words if t.sure >= rules().weight.least]
        return cls(tuple(sorted(heard, key=lambda t: (t.first, t.told, t.claim.claim_id, t.says))), sources, parties)

    def state_on(self, day: date) -> State | None:
        """The state on that day; `None` where nothing is said of it, or nothing that can be relied on."""
        heard = self.testimonies[: bisect_right(self.testimonies, day, key=lambda t: t.first)][-rules().heard_words :]
        belief = believe(heard, day, self.sources, self.parties)
        for lead in belief.leaders():
            if belief.of(lead) < max(rules().weight.lead, belief.nobody):
                break
            standing = self._standing(lead, heard, day)
            if standing:  # else all that is told of it has ended
                return self._judge(self._foes_there(lead, standing, heard, day) or standing, belief, heard, day)
        left = [t for t in heard if t.says is Says.LEFT]
        present = self._present(heard, left, day)
        if present:
            return self._judge(present, belief, heard, day)
        left = [t for t in left if not t.faint] or left
        if left:
            return _unknown(left)
        struck = [t for t in heard if t.says is Says.OPEN]
        return _unknown(struck) if struck else None

    def _present(self, heard: Sequence[Testimony], left: Sequence[Testimony], day: date) -> list[Testimony]:
        """Who is told to be there, by those words of the last days that weigh most together.

        Who has left since is not, nor who is said, on that day or later, to take the place yet.
        """
        spared = [t for t in heard if t.says is Says.SPARED and t.covers(day) and is_named(t.names[0], t.claim.anchor)]
        there = [
            t for t in heard
            if t.says is Says.PRESENT and t.covers(day) and not any(self._ends(gone, t, day) for gone in left)
            and not any(s.told >= t.told and self.parties.allied(s.parties, t.parties) for s in spared)
        ]  # fmt: skip
        last = max((t.first for t in there), default=date.min)
        fresh = [t for t in there if last - t.first <= timedelta(days=rules().lately_days)]
        totals = {
            c: self._total([t for t in fresh if self.parties.may_share(c, t.parties)])
            for c in {t.parties for t in fresh}
        }
        best = min(totals, key=lambda camp: (-totals[camp], sorted(camp)), default=None)
        return [t for t in fresh if best is not None and self.parties.may_share(best, t.parties)]

    def _foes_there(
        self, lead: Camp, standing: Sequence[Testimony], heard: Sequence[Testimony], day: date
    ) -> list[Testimony]:
        """A foe of the leader that is told to be there, where all that is told of the leader is long past."""
        last = max((t.first if t.says is Says.TOOK else t.told for t in standing), default=day)
        if day - last <= timedelta(days=rules().age_days):
            return []
        there = self._present(heard, [t for t in heard if t.says is Says.LEFT], day)
        there = [t for t in there if t.first > last]
        return there if all(self.parties.hostile(lead, t.parties) for t in there) else []

    def _standing(self, lead: Camp, heard: Sequence[Testimony], day: date) -> list[Testimony]:
        """What is told of the leader's being there since a rival was last told there before."""
        there = [t for t in heard if t.says in _THERE and t.covers(day)]
        ours = [t for t in there if self.parties.may_share(lead, t.parties)]
        last = max((t.speaks_at(day) for t in ours), default=date.min)
        rivals = [t.speaks_at(day) for t in heard if t.says in _THERE and not self.parties.may_share(lead, t.parties)]
        came = max((spoke for spoke in rivals if spoke <= last), default=date.min)
        return [t for t in ours if t.speaks_at(day) >= came]

    def _ends(self, gone: Testimony, held: Testimony, day: date) -> bool:
        """Whether a leaving ends a presence: a later one, or one of the day on which they fought there."""
        if gone.parties and not self.parties.allied(gone.parties, held.parties):
            return False
        fought = held.claim.type is ClaimType.CLASH and gone.speaks_at(day) == held.speaks_at(day)
        return fought or gone.speaks_at(day) > held.speaks_at(day)

    def _judge(self, standing: Sequence[Testimony], belief: Belief, heard: Sequence[Testimony], day: date) -> State:
        freshest = max(t.speaks_at(day) for t in standing)
        fresh = [t for t in standing if t.speaks_at(day) == freshest]
        lead = self._lead(fresh)
        named = [t for t in fresh if self._with(lead, t)]
        camp = [t for t in standing if self._with(lead, t)]
        rivals = self._rivals(lead, camp, heard, day)
        denied = [t for t in heard if t.says is Says.NOT]
        least = rules().weight.dispute * self._total(named)
        if all(is_own(t, self.sources) for t in named):
            least *= rules().weight.own_word
        heavy = [t for t in rivals if self._total_of(t, rivals) >= least or self._answers(t, denied)]
        share = belief.of(lead.parties)
        others = 1 - belief.open - share
        if others > share and lead.says is not Says.PRESENT:
            heavy = self._others(lead, heard, day)
        against = heavy + self._denials(camp, heard, day) + self._departures(camp, heard, day)
        ours = {t.claim.claim_id for t in camp}
        against = [t for t in against if t.claim.claim_id not in ours]
        fights = [t for t in heard if self._contests(t, lead, camp, day)]
        if against:
            status, reason = Control.DISPUTED, "sources contradict one another"
        elif fights:
            status, reason = Control.CONTESTED, "fought over or approached"
        else:
            status, reason = Control.HELD, _reason(lead)
        told = max(t.told for t in camp)
        stale = day - told > timedelta(days=rules().age_days)
        return State(
            holder=_holder([t for t in named if not t.inferred] or named),
            status=status,
            supports=_claims(camp),
            opposes=_claims(against),
            fights=_claims(fights),
            since=_since(lead, camp, day),
            reason="; ".join([reason, *_notes(lead, share, others, told if stale else None)]),
            inferred=all(t.former or t.inferred for t in camp),
            guessed=_guessed(camp),
            outweighed=_claims(t for t in rivals if t.claim.claim_id not in ours),
            stale=stale,
        )

    def _rivals(
        self, lead: Testimony, camp: Sequence[Testimony], heard: Sequence[Testimony], day: date
    ) -> list[Testimony]:
        """Who else is told there on the day of the last word that is for the camp and not its own, or later."""
        last = self._vouched(camp, day)
        there = [t for t in heard if t.says in _THERE and not t.former and t.covers(day)]
        return [t for t in there if t.speaks_at(day) >= last and not self._with(lead, t) and not _follows(lead, t)]

    def _vouched(self, camp: Sequence[Testimony], day: date) -> date:
        """The day of the camp's last word that is not its own, or of its last taking.

        A party that only says itself that it has the place answers whoever is told taking it in the days before.
        """
        sound = [t.speaks_at(day) for t in camp if t.says is Says.TOOK or not self._is_its_answer(t)]
        return max(sound, default=min(t.speaks_at(day) for t in camp) - timedelta(days=rules().news_days))

    def _others(self, lead: Testimony, heard: Sequence[Testimony], day: date) -> list[Testimony]:
        """Whoever else is told there, but before the leader's taking, and the leader's leaving.

        A fall to nobody named may be the very taking that is the leader's: it is nothing against it.
        """
        there = [t for t in heard if t.says in _THERE and t.covers(day) and not self._with(lead, t)]
        left = [t for t in heard if t.says is Says.LEFT and t.parties and self._speaks_of(t, [lead])]
        return [t for t in there if not _follows(lead, t)] + left

    def _is_its_answer(self, word: Testimony) -> bool:
        """Whether the party itself says that it has the place, or denies that it lost it."""
        denied = word.claim.status is Status.DENIED and bool(word.claim.attribution.speakers)
        return is_own(word, self.sources) or (denied and frozenset(self.sources.cited(word.claim)) <= word.parties)

    def _total_of(self, rival: Testimony, rivals: Sequence[Testimony]) -> float:
        return self._total([t for t in rivals if self.parties.may_share(t.parties, rival.parties)])

    def _total(self, words: Iterable[Testimony]) -> float:
        """The weight of several words together: of each origin the weightiest counts."""
        best: dict[str, float] = {}
        for word in words:
            origin = self.sources.origin(word.claim)
            best[origin] = max(best.get(origin, 0.0), word.weight)
        return sum(best[origin] for origin in sorted(best))

    def _answers(self, rival: Testimony, denied: Sequence[Testimony]) -> bool:
        """Whether the rival's taking is denied: word stands against word."""
        taken = rival.says is Says.TOOK
        return taken and any(self._speaks_of(t, [rival]) and (t.last or t.first) >= rival.first for t in denied)

    def _lead(self, fresh: Sequence[Testimony]) -> Testimony:
        """The testimony of the party with the most independent words; takings before states."""
        ranks = {parties: self._rank(parties, fresh) for parties in {t.parties for t in fresh}}
        return min(fresh, key=lambda t: (t.says is not Says.TOOK, *ranks[t.parties], t.inferred, t.claim.claim_id))

    def _rank(self, parties: Camp, fresh: Sequence[Testimony]) -> tuple[int, int]:
        camp = [t for t in fresh if self.parties.may_share(parties, t.parties)]
        outside = [t.claim for t in camp if not is_own(t, self.sources)]
        return -self.sources.independent(outside), -len(camp)

    def _with(self, lead: Testimony, other: Testimony) -> bool:
        return self.parties.may_share(lead.parties, other.parties)

    def _denials(self, camp: Sequence[Testimony], heard: Sequence[Testimony], day: date) -> list[Testimony]:
        """Denials of what the camp says, unless an outsider repeats it in a later report that denies it no more.

        What was denied well before the camp's last taking was another taking; who owns to having left denies no more.
        """
        begun = min(t.first for t in camp)
        took = max((t.first for t in camp if t.says is Says.TOOK), default=begun)
        begun = max(begun, took - timedelta(days=rules().turn_days))
        denied = [t for t in heard if t.says is Says.NOT and self._speaks_of(t, camp) and t.speaks_at(day) >= begun]
        denied = [t for t in denied if not self._is_owned_up(t, heard)]
        living = {t.claim.anchor.report_id for t in denied if t.told <= t.speaks_at(day) + self._now}
        outside = [t for t in camp if not is_own(t, self.sources)]
        told = [min(t.told, day) for t in outside if t.claim.anchor.report_id not in living]
        last = max(told, default=date.min)
        return [t for t in denied if t.speaks_at(day) >= last]

    def _is_owned_up(self, denied: Testimony, heard: Sequence[Testimony]) -> bool:
        """Whether who denies a loss says in a later report that it has left."""
        who = frozenset(self.sources.cited(denied.claim)) if denied.claim.attribution.speakers else frozenset()
        return any(
            t.says is Says.LEFT and t.told > denied.told and bool(t.parties & who) and self.sources.is_own_word(t.claim)
            for t in heard
        )

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
        if fight.claim.type is ClaimType.ADVANCE:
            return any(self.parties.hostile(others, t.parties) for t in camp)
        return bool(others) or not fight.parties


def _unknown(left: Sequence[Testimony]) -> State:
    freshest = max(t.first for t in left)
    fresh = [t for t in left if t.first == freshest]
    since = min((t.since for t in fresh if t.since), default=None)
    reason = _UNTOLD if fresh[0].says is Says.OPEN else "left, and nobody is named who took it"
    return State(None, Control.UNKNOWN, _claims(fresh), (), (), since, reason)


def _follows(lead: Testimony, other: Testimony) -> bool:
    """Whether the lead's taking ended what the other kept before."""
    return lead.says is Says.TOOK and other.says is Says.KEEPS and other.first < lead.first


def _holder(camp: Iterable[Testimony]) -> Name:
    """The name that most claims of the camp give, by actor; the first by key where two are given as often."""
    given = [name for t in camp for name in t.names]
    count = Counter(map(key_of, given))
    best = min(count, key=lambda key: (-count[key], key.startswith("actor:~"), key))
    texts = Counter(name for name in given if key_of(name) == best)
    return min(texts, key=lambda n: (-texts[n], n.text, n.key or ""))


def _guessed(camp: Sequence[Testimony]) -> tuple[Claim, ...]:
    """The claims that were only inferred to speak for the camp."""
    outright = {t.claim.claim_id for t in camp if not t.inferred}
    return tuple(claim for claim in _claims(camp) if claim.claim_id not in outright)


def _claims(testimonies: Iterable[Testimony]) -> tuple[Claim, ...]:
    """The claims, each once, in the order of their ids."""
    found = {t.claim.claim_id: t.claim for t in testimonies}
    return tuple(found[claim_id] for claim_id in sorted(found))


def _since(lead: Testimony, camp: Sequence[Testimony], day: date) -> date | None:
    """The first day that can be meant: of a taking, where the periods of all who tell it meet; else of the state.

    A state that is told after a taking that the same words are for began with it.
    """
    until = lead.first if lead.says is Says.TOOK else day
    taken = [t.since for t in camp if t.since and t.says is Says.TOOK and t.since <= until]
    begun = taken or [t.since for t in camp if t.since and t.says is lead.says]
    if not begun:
        return None
    return max(begun) if taken else min(begun)


def _notes(lead: Testimony, share: float, others: float, stale_since: date | None) -> Iterator[str]:
    """How the belief is shared out, where others have no small part of it; and since when nobody told of it."""
    if lead.says is not Says.PRESENT and others >= _TOLD_SHARE:
        yield f"weighs {share:.2f} against {others:.2f}"
    if stale_since is not None:
        yield f"stale: last told of on {stale_since}"


def _reason(lead: Testimony) -> str:
    if lead.former:
        return "lost it later, or is said not to have lost it"
    if lead.says is Says.PRESENT:
        return "told to be there, and nobody is told holding it lately"
    if lead.inferred:
        return "fell to nobody named: this side is told taking places around it, or fighting there"
    if lead.faint:
        return "said of no certain day"
    return "taken" if lead.says is Says.TOOK else "said to hold it"
