"""A second look at a report's claims together: who an act without an actor is told of elsewhere in the report."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from fogline.claims.lexicon import lexicon
from fogline.language.words import fold
from fogline.records import Anchor, Claim, ClaimType, Name, Status

# An act of these types is done by somebody whom the report mostly names in another sentence.
ATTACK = ClaimType.ATTACK
COMING = frozenset({ClaimType.CAPTURE, ClaimType.ADVANCE})
Coming = Collection[tuple[str, tuple[Name, ...]]]  # places in plain words, and who came there
SETTLED = frozenset({ClaimType.CAPTURE, ClaimType.WITHDRAW})
INFERRED = 0.5  # the confidence of a claim whose actor stands in another sentence
SHARE = 0.6  # of what is told of the place, that one actor must have done
# "The strikes", "this heavy shelling": told of before.  Not "the Karsin strikes", which may be others.
_THE = re.compile(r"\b(?:the|this|these|those|such) (?:[a-z]+ )?$", re.IGNORECASE)
RAIDS = frozenset({"raid", "raids", "strike", "strikes"})
FROM_AFAR = frozenset({"air", "drone", "missile", "shelling"})  # modes of attacks
AIRBORNE = frozenset({"ground", "air", "drone", None})
# What may stand between an attack and whom it killed: "the raids killed", "the raid on Karsin also wounded".
_KILLED = re.compile(r" (?:(?:on|in|at|near) [^,;:.]{1,40} )?(?:also |has |have |had |later )*", re.IGNORECASE)
_THEY = re.compile(r"\b(?:they|it)\b[^,;:.]*$", re.IGNORECASE)
# Who came to a place in one of these ways took it where it falls then; who holds it, or is stationed there, leaves it.
LEADING = {
    ClaimType.CAPTURE: frozenset({ClaimType.ATTACK, ClaimType.ADVANCE, ClaimType.BESIEGE}),
    ClaimType.WITHDRAW: frozenset({ClaimType.HOLD}),
}
# What falls, by a word that only takes up what was attacked: "it fell", "the camp was overrun".
_FALLS = re.compile(
    r"\b(?:it|the (?:base|camp|barracks|garrison|headquarters|compound|post|outpost|checkpoint|position))"
    r"(?: (?:has|have|was|were|been|then|since|later|soon|finally|quickly|eventually))* $",
    re.IGNORECASE,
)
NEAR = 200  # characters between the end of one sentence and the start of the other


def settle(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, those without an actor given the one who is told to have done the same in the same report.

    The same place first; a withdrawal, else, is that of the sentence before, and so is "the attack" by words that tell
    it as known.  Who came into a place is not those who left it.  Planned and conditional acts count for nobody.
    """
    told = [c for c in claims if c.type in (*SETTLED, ATTACK) and c.actors and c.status is Status.ASSERTED]
    votes: dict[tuple[ClaimType, str, str | None], Counter[tuple[Name, ...]]] = {}
    for claim in told:
        if claim.place is not None:
            for when in {None, claim.when.text if claim.when is not None else None}:
                votes.setdefault((claim.type, _plain(claim.place), when), Counter())[claim.actors] += 1
    ends = sorted(range(len(told)), key=lambda i: told[i].anchor.end)
    order = _Before([told[i] for i in ends], [told[i].anchor.end for i in ends])
    entered = (c for c in claims if c.type in COMING and c.status is Status.ASSERTED)
    came = {(_plain(c.place), c.actors) for c in entered if c.place is not None}
    settled = (_left(c, votes, came) if c.actors else _settled(c, votes, order) for c in claims)
    every = sorted(claims, key=lambda c: c.anchor.end)
    near = _Before(every, [c.anchor.end for c in every])
    named = {(c.type, _plain(c.place)) for c in claims if c.actors and c.place is not None}
    known = [c if c.actors else _led_up_to(c, near, named) for c in settled]
    attacks: dict[Anchor, list[Claim]] = {}
    for attack in (c for c in known if c.type is ATTACK):
        attacks.setdefault(attack.anchor, []).append(attack)
    return tuple(_by_the_attack(c, attacks.get(c.anchor, [])) for c in known)


@dataclass(frozen=True, slots=True)
class _Before:
    """Claims by where their sentences end."""

    claims: Sequence[Claim]
    ends: Sequence[int]

    def just(self, claim: Claim) -> list[Claim]:
        """Those of the same type in the sentence before, in the order of ends."""
        return [c for c in self.all_just(claim) if c.type is claim.type]

    def all_just(self, claim: Claim) -> Sequence[Claim]:
        """Those whose sentence ends within `NEAR` before the claim's starts, in the order of ends."""
        first = bisect_right(self.ends, claim.anchor.start - NEAR)
        last = bisect_left(self.ends, claim.anchor.start)
        return self.claims[first:last]


def _settled(
    claim: Claim, votes: Mapping[tuple[ClaimType, str, str | None], Counter[tuple[Name, ...]]], order: _Before
) -> Claim:
    if claim.type is ATTACK:
        return _known(claim, order)
    actors: tuple[Name, ...] = ()
    if claim.type not in SETTLED:
        return claim
    if claim.place is not None:
        when = claim.when.text if claim.when is not None else None
        actors = _agreed(votes.get((claim.type, _plain(claim.place), when), Counter()))
    if not actors and claim.type is ClaimType.WITHDRAW:
        actors = _agreed(Counter(c.actors for c in order.just(claim)[-1:]))
    if not actors or set(actors) & set(claim.targets):
        return claim
    return replace(claim, actors=actors, confidence=min(claim.confidence, INFERRED))


def _led_up_to(claim: Claim, order: _Before, named: Collection[tuple[ClaimType, str]]) -> Claim:
    """ "It fell", behind an attack on the place by one party; "the base was evacuated", behind those who were there."""
    leading = LEADING.get(claim.type, frozenset())
    falls = _FALLS.search(claim.anchor.quote[: claim.act.start - claim.anchor.start])
    if not leading or claim.place is None or claim.status is not Status.ASSERTED or not falls:
        return claim
    if (claim.type, _plain(claim.place)) in named:
        return claim  # told of others too
    near = [c for c in order.all_just(claim) if c.type in leading and c.status is Status.ASSERTED]
    before = [c for c in near if c.mode not in FROM_AFAR]  # nobody takes a town from the air
    sides = {c.actors for c in before if c.actors and c.place and _plain(c.place) == _plain(claim.place)}
    if len(sides) != 1 or set(actors := next(iter(sides))) & set(claim.targets):
        return claim
    return replace(claim, actors=actors, confidence=min(claim.confidence, INFERRED))


def _left(
    claim: Claim, votes: Mapping[tuple[ClaimType, str, str | None], Counter[tuple[Name, ...]]], came: Coming
) -> Claim:
    """ "They left", which was read as those who came in, with those who are told to have left the place."""
    if claim.type is not ClaimType.WITHDRAW or claim.place is None or (_plain(claim.place), claim.actors) not in came:
        return claim
    left = votes.get((claim.type, _plain(claim.place), claim.when.text if claim.when else None), Counter())
    actors = _agreed(Counter({who: n for who, n in left.items() if who != claim.actors}))
    if not actors or not _THEY.search(claim.anchor.quote[: claim.act.start - claim.anchor.start]):
        return claim
    return replace(claim, actors=actors, confidence=min(claim.confidence, INFERRED))


def _known(claim: Claim, order: _Before) -> Claim:
    """An attack that is told as known ("the shelling", "the strikes hit"), with who is told to have made it in the
    sentence before."""
    told = claim.anchor.quote[: claim.act.end - claim.anchor.start].split()
    words = [word for word in (told[-1], *told[-2:-1]) if word.lower() in lexicon("unsaid")["told_again"]]
    before = " ".join(told[: -1 - (words[0] != told[-1])]) + " " if words and claim.status is Status.ASSERTED else ""
    last = next(iter(order.just(claim)[-1:]), None) if _THE.search(before) else None
    if last is None or _are_apart(last, claim) or set(last.actors) & set(claim.targets):
        return claim
    mode = last.mode if words[0].lower() in RAIDS else claim.mode
    return replace(claim, actors=last.actors, mode=mode, confidence=min(claim.confidence, INFERRED))


def _by_the_attack(claim: Claim, attacks: Sequence[Claim]) -> Claim:
    """As in "the raids killed 60 people": killed by those who made them; `attacks`: those of its sentence."""
    if claim.type is not ClaimType.HARM or claim.actors or claim.status is not Status.ASSERTED:
        return claim
    told = claim.anchor.quote
    here = [c for c in attacks if c.act.end <= claim.act.start]
    start = claim.anchor.start
    does = [c for c in here if _KILLED.fullmatch(told[c.act.end - start : claim.act.start - start])]
    if len(does) != 1 or len(here) != 1 or not does[0].actors or set(does[0].actors) & set(claim.targets):
        return claim
    noun = does[0].act.quote.lower() in lexicon("unsaid")["told_again"]
    return replace(claim, actors=does[0].actors, confidence=min(claim.confidence, INFERRED)) if noun else claim


def _are_apart(one: Claim, other: Claim) -> bool:
    """Whether two attacks are told at different places, of different days, or by other means."""
    told = ((one.place, other.place), (one.when and one.when.text, other.when and other.when.text))
    by_air = other.act.quote.lower() in RAIDS and {one.mode, other.mode} <= AIRBORNE  # a raid is made by air, too
    return (one.mode != other.mode and not by_air) or any(a and b and a != b for a, b in told)


def _plain(place: Name) -> str:
    return fold(place.text).removesuffix(" province")


def _agreed(votes: Counter[tuple[Name, ...]]) -> tuple[Name, ...]:
    """The actors that most of the votes name."""
    if not votes:
        return ()
    best = max(sorted(votes), key=lambda actors: votes[actors])
    return best if votes[best] >= SHARE * votes.total() else ()
