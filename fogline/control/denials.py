"""Which claim denies which, and which later claim belies an earlier one: by topic, place and parties.

A denial is matched to what it denies even where one of the two has a party wrong: that a place changed hands on some
days is denied whoever is named, unless the denier is told to have taken it itself.

| the one | what it contradicts (`rules.toml`, `denials`) |
| --- | --- |
| a denied taking | a taking, a holding or an entry by others than the denier; a loss by the denier's side |
| a denied withdrawal | a withdrawal of that party; a taking by another |
| any other denied act | the same act, by a party that may be the same |
| a party's denial of a loss, or its word that it holds | within some days, its own admission that it left or lost |
| a party's word that it took a place | within some days, its own admission that it did not get so far |

A party that is named by a word for anybody ("warplanes", "the attackers") may be any.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from fogline.control.cues import cues, says
from fogline.control.holders import Holders
from fogline.control.rules import rules
from fogline.control.spots import denies_a_plan
from fogline.language.words import words
from fogline.records import ActorKind, Claim, ClaimType, Name, Stance, Status
from fogline.records.sources import Sources, key_of

_VIOLENCE = frozenset({ClaimType.ATTACK, ClaimType.CLASH, ClaimType.HARM})
_MOVES = frozenset({ClaimType.ADVANCE, ClaimType.DEPLOY})
_ADMITTED = frozenset({Stance.ADMIT, Stance.CONFIRM})
MOVEMENT = "movement"  # of many forces at once: a denial that names none speaks of none of the others


def is_denied(claim: Claim) -> bool:
    """Whether it is said not to be so: by its status, or by the speaker's word of speech."""
    return claim.status is Status.DENIED or (
        claim.status is Status.ASSERTED and claim.attribution.stance is Stance.DENY
    )


@dataclass(frozen=True, slots=True)
class Denials:
    """Tells whether a claim is the denial of another."""

    sources: Sources
    holders: Holders

    def denies(self, asserted: Claim, denied: Claim) -> bool:
        """Whether what is asserted is what is denied, days aside."""
        if asserted.status is not Status.ASSERTED or is_denied(asserted) or not is_denied(denied):
            return False
        if denies_a_plan(denied):
            return False
        table = rules()
        if asserted.type not in table.denials.get(denied.type, frozenset()):
            return False
        if denied.type in table.takes | table.keeps:
            return self._denies_taking(asserted, denied)
        if denied.type in table.leaves:
            return self._denies_leaving(asserted, denied)
        return self._denies_act(asserted, denied)

    def same_topic(self, asserted: Claim, denied: Claim) -> bool:
        """Whether the one says what the other denies, whoever the parties are."""
        return asserted.type in rules().denials.get(denied.type, frozenset())

    def agrees(self, one: Claim, other: Claim) -> bool:
        """Whether both may be so at one place: one act told twice, or a taking by one and a leaving by another."""
        if one.type is other.type:
            return self.sources.compatible(one.actors, other.actors)
        if {one.type, other.type} <= _VIOLENCE:
            return True  # an attack, and what it cost
        table = rules()
        leaving = {one.type, other.type} & table.leaves
        return bool(leaving) and not self._clearly_same(one.actors, other.actors)

    def _denies_taking(self, asserted: Claim, denied: Claim) -> bool:
        if asserted.period is None:
            return False
        if asserted.type in rules().leaves:
            return not self._clearly_same(asserted.actors, denied.actors)
        if self.may_be_same(asserted.actors, denied.actors):
            return True
        return asserted.type in rules().takes and self._denies_a_loss(asserted, denied)

    def _denies_a_loss(self, asserted: Claim, denied: Claim) -> bool:
        """Whether the denier says that it did not lose the place, to whomever."""
        denier = self.sources.sides_of(denied.attribution.speakers)
        named = self.sources.sides_of(denied.actors + denied.targets)
        return bool(denier & named) and not self.sources.sides_of(asserted.actors) & denier

    def _denies_leaving(self, asserted: Claim, denied: Claim) -> bool:
        if asserted.period is None:
            return False
        if asserted.type in rules().leaves:
            return self.may_be_same(asserted.actors, denied.actors)
        return bool(denied.actors) and not self.may_be_same(asserted.actors, denied.actors)

    def _denies_act(self, asserted: Claim, denied: Claim) -> bool:
        table = rules()
        if not self.may_be_same(asserted.actors, denied.actors) or self._are_of_two_sorts(asserted, denied):
            return False
        if not self.may_be_same(asserted.targets, denied.targets):
            return False
        if asserted.type is ClaimType.HARM and not _same_harm(asserted, denied):
            return False
        if asserted.place is None and not self._same_parties(asserted, denied):
            return False
        named = bool(asserted.actors and denied.actors)
        if asserted.type in table.takes and not named:
            return False
        return named or table.families.get(asserted.type) != MOVEMENT

    def _same_parties(self, one: Claim, other: Claim) -> bool:
        """Without a place, both must name the same actor."""
        named = bool(one.actors and other.actors)
        return named and self.sources.compatible(one.actors, other.actors)

    def may_be_same(self, left: Iterable[Name], right: Iterable[Name]) -> bool:
        """Whether one of the left may be one of the right, words for anybody being any."""
        mine, theirs = tuple(left), tuple(right)
        if self.sources.compatible(mine, theirs) or self._alike(mine, theirs):
            return True
        return all(map(self.is_vague, mine)) or all(map(self.is_vague, theirs))

    def _are_of_two_sorts(self, one: Claim, other: Claim) -> bool:
        """Whether the one moved as an army, the other as "rebels": nobody takes these for one another."""
        return one.type in _MOVES and any(
            self.holders.role(a.actors) is False and self._are_regular(b) for a, b in ((one, other), (other, one))
        )

    def _are_regular(self, claim: Claim) -> bool:
        sides = self.sources.sides_of(claim.actors)
        return bool(sides) and all(side in self.holders.regular for side in sides)

    def _clearly_same(self, left: tuple[Name, ...], right: tuple[Name, ...]) -> bool:
        return bool(left and right) and self.sources.compatible(left, right)

    def _alike(self, left: tuple[Name, ...], right: tuple[Name, ...]) -> bool:
        """Whether they are the same people by the word: "civilians", "civilian"."""
        kinds = [
            {kind for n in names for kind, cue in cues().people.items() if says(cue, n.text)} for names in (left, right)
        ]
        return bool(kinds[0] & kinds[1])

    def kind_of(self, name: Name) -> ActorKind:
        """What the actor of this name is; other where nobody knows it."""
        actor = self.holders.actors.get(key_of(name))
        return actor.kind if actor is not None else ActorKind.OTHER

    def is_vague(self, name: Name) -> bool:
        """Whether the name is a word for anybody."""
        if self.kind_of(name) is ActorKind.UNNAMED:
            return True
        said = words(name.text)
        return set(said) <= rules().anybody or (said[-1:] != [] and said[-1] in rules().anybody and "backed" in said)

    def belies(self, earlier: Claim, later: Claim) -> bool:
        """Whether the later, some days on, is the admission of what the earlier denied, or takes its boast back."""
        table = rules()
        admits = later.attribution.stance in _ADMITTED
        if not admits and not (is_denied(earlier) and earlier.type in table.takes | table.leaves):
            return False
        if not self._soon_after(earlier, later) or not self._owns_up(earlier, later):
            return False
        if is_denied(earlier):
            lost = later.type in table.leaves or (later.type in table.takes and not self._own(later))
            return earlier.type in table.takes | table.leaves and lost and not is_denied(later)
        if earlier.type in table.keeps and self._own(earlier):
            return later.type in table.leaves and not is_denied(later) and admits
        again = set(words(later.anchor.quote)) & table.retaken  # "recaptured it, and the army admitted that it left"
        back = (later.type in table.leaves and not again) or later.type is ClaimType.ADVANCE or is_denied(later)
        return earlier.type in table.takes and back and admits and self.sources.compatible(earlier.actors, later.actors)  # fmt: skip  # noqa: E501

    def _own(self, claim: Claim) -> bool:
        return self.sources.is_own_word(claim)

    def _owns_up(self, earlier: Claim, later: Claim) -> bool:
        """Whether one party speaks both times, or the later word is an admission against it."""
        spoke = self.sources.sides_of(earlier.attribution.speakers)
        speaks = self.sources.sides_of(later.attribution.speakers)
        return bool(spoke & speaks) or later.attribution.stance in _ADMITTED

    def _soon_after(self, earlier: Claim, later: Claim) -> bool:
        if later.status is not Status.ASSERTED and later.status is not Status.DENIED:
            return False
        before, after = self.sources.report_day(earlier), self.sources.report_day(later)
        if before is None or after is None or earlier.period is None or later.period is None:
            return False
        apart = after - before
        return timedelta(0) < apart <= timedelta(days=rules().admit_days) and later.period.last >= earlier.period.first


def _same_harm(one: Claim, other: Claim) -> bool:
    """Whether both speak of dead, or both of wounded, as far as their words tell."""
    sorts = [{rules().harm[word] for word in words(claim.act.quote) if word in rules().harm} for claim in (one, other)]
    return not sorts[0] or not sorts[1] or bool(sorts[0] & sorts[1])
