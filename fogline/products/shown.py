"""Which claim is worded for several that tell the same, and what of it is left unsaid because nobody says it.

A reader of the words would not name
- a loser or a target that not all of them name;
- a loser of the taker's own side, or one of the taker's name ("the M23 rebels took it from the rebels");
- a loser that none of the sentences names, or, where no taker is named, of whom the act does not speak ("fell");
- the two ends of a fight that are one side, unless the sentences name both: one of them was misread.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from fogline.language.words import fold, words
from fogline.products.lookup import Lookup
from fogline.products.wording import wording
from fogline.records import Claim, ClaimType, Name

MUTUAL = (ClaimType.CLASH, ClaimType.MEET)  # either side may be the actor


def same_name(name: Name | None) -> str:
    """What two names share that mean the same: the key they were grounded to, else their folded words."""
    return (name.key or fold(name.text)) if name else ""


def shown_for(lookup: Lookup, claims: Sequence[Claim]) -> Claim:
    """A claim to be worded for them all: the first, without what not all of them say."""
    shown = min(claims, key=lambda c: (c.anchor.report_id, c.anchor.start, c.claim_id))
    targets = {frozenset(same_name(n) for n in c.targets) for c in claims}
    if len(targets) > 1 and shown.type not in MUTUAL:
        shown = replace(shown, targets=())
    if shown.type is ClaimType.CAPTURE and not all(_is_loser(lookup, shown, name, claims) for name in shown.targets):
        shown = replace(shown, targets=())
    if shown.type is ClaimType.CLASH and _is_with_itself(lookup, shown, claims):
        shown = replace(shown, actors=(), targets=())
    acts = {fold(c.act.quote) for c in claims}
    if len(acts) == 1 or not shown.mode or acts <= set(wording()["died"]["words"]):
        return shown
    return replace(shown, act=replace(shown.act, quote=shown.mode))


def _is_loser(lookup: Lookup, taking: Claim, name: Name, claims: Sequence[Claim]) -> bool:
    if not taking.actors and not set(words(taking.act.quote)) & set(wording()["loser"]["words"]):
        return False
    own = {lookup.side(n) for n in taking.actors}
    named = {word for n in taking.actors for word in words(n.text)}
    return lookup.side(name) not in own and not set(words(name.text)) <= named and _stands(name, claims)


def _is_with_itself(lookup: Lookup, fight: Claim, claims: Sequence[Claim]) -> bool:
    ends = [{lookup.side(n) for n in names} for names in (fight.actors, fight.targets)]
    return bool(ends[0] & ends[1]) and not all(_stands(n, claims) for n in (*fight.actors, *fight.targets))


def _stands(name: Name, claims: Iterable[Claim]) -> bool:
    """Whether one of the sentences has a word of the name."""
    own = set(words(name.text))
    return any(own & set(words(claim.anchor.quote)) for claim in claims)
