"""Nobody fights his own side: "Karsin was retaken from the front" was not taken by "the rebels", whose front it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fogline.grounding.nouns import nouns
from fogline.grounding.roster import Roster
from fogline.language.words import words
from fogline.records import Claim, ClaimType, Name

UNLISTED = "actor:~"  # how the keys of those begin whom no list knows
BODIES = ("military:", "state:", "defence:", "presidency:", "government:")  # of one state: none takes from another
LOSING = frozenset({"lose", "loses", "lost", "losing", "loss"})
FOUGHT = frozenset({ClaimType.CAPTURE, ClaimType.ATTACK, ClaimType.BESIEGE, ClaimType.CLASH})


def of_two_sides(claim: Claim, roster: Roster) -> Claim:
    """The claim without a side that is told to fight one of its own.

    Where its sentence names the side, and not whom it is told to have fought, these go; else the side goes, for the
    other has a name of his own.  Two groups of one side may well fight each other, and are left.
    """
    if claim.type not in FOUGHT or not (claim.actors and claim.targets):
        return claim
    losing = claim.type is ClaimType.CAPTURE and claim.act.quote.lower() in LOSING
    if losing and _states(claim.actors) & _states(claim.targets):
        return replace(claim, actors=tuple(n for n in claim.actors if not _states([n]) & _states(claim.targets)))
    if _has_government(claim.actors) and _has_government(claim.targets):  # "the army" took it from "government forces"
        return replace(claim, actors=tuple(n for n in claim.actors if not _has_government([n])))
    both = {n.key for n in claim.actors if n.key} & {n.key for n in claim.targets}
    if both:  # "Norlandic troops" took nothing from "Norlandic soldiers"
        return replace(claim, targets=tuple(n for n in claim.targets if n.key not in both))
    theirs, ours = _sides(claim.targets, roster), _sides(claim.actors, roster)
    actors = tuple(n for n in claim.actors if n.key not in theirs)
    targets = tuple(n for n in claim.targets if n.key not in ours)
    if actors != claim.actors and _is_told(claim.actors, claim) and not _is_told(claim.targets, claim):
        return replace(claim, targets=())
    return (
        claim if (actors, targets) == (claim.actors, claim.targets) else replace(claim, actors=actors, targets=targets)
    )


def _is_told(names: Iterable[Name], claim: Claim) -> bool:
    """Whether the sentence names one of them."""
    return any(name.text.split()[-1].lower() in claim.anchor.quote.lower() for name in names)


def _has_government(names: Iterable[Name]) -> bool:
    """Whether one of them is only told as a state's force, of whichever state: "the army", "government troops"."""
    table = nouns().actors
    bare = (set(words(n.text)) for n in names if n.key is None or n.key.startswith(UNLISTED))
    own = table["government"] | table["marks_government"] | {"forces", "troops", "soldiers", "force"}
    return any(said and said <= own for said in bare)


def _states(names: Iterable[Name]) -> set[str]:
    """The states whose bodies take or lose a place: "the junta" did not lose it to "the army"."""
    return {(n.key or "").partition(":")[2] for n in names if (n.key or "").startswith(BODIES)}


def _sides(names: Iterable[Name], roster: Roster) -> set[str]:
    """The sides that actors stand on, by their keys."""
    known = (roster.get(name.key) for name in names if name.key is not None)
    return {actor.side for actor in known if actor is not None and actor.side is not None}
