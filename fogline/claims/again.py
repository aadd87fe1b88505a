"""What a noun takes up that was told before: "M23 left Karsin. The army confirmed the withdrawal": it was M23's.

So where "the" stands before a bare noun of the same type, in the next sentence that tells anything, of that place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene
from fogline.language.plain import Word
from fogline.records import ClaimType, Status

TAKEN_UP = frozenset({ClaimType.CAPTURE, ClaimType.WITHDRAW})
FALLING = frozenset({"fall", "loss", "collapse"})
DEFINITE = frozenset({"the", "this", "that"})
BARE = frozenset({"det", "case", "punct", "cc"})  # what may hang on a noun that only takes up


def again(told: Iterable[Proposition], before: Sequence[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions of a sentence; those that only take up one of `before` with its parties and place."""
    for one in told:
        same = [p for p in before if p.type is one.type and p.status is not Status.DENIED and p.actors]
        same = [p for p in same if one.place in (None, p.place)]
        if not same or not _takes_up(one, scene):
            yield one
            continue
        last = same[-1]
        yield replace(one, actors=last.actors, targets=last.targets, place=one.place or last.place)


def _takes_up(told: Proposition, scene: Scene) -> bool:
    act = told.act
    if told.type not in TAKEN_UP or act.pos_ != "NOUN" or act.lemma in FALLING:
        return False
    definite = any(c.dep_ == "det" and c.lower_ in DEFINITE for c in act.children)
    return definite and all(_is_bare(c, scene) for c in act.children)


def _is_bare(child: Word, scene: Scene) -> bool:
    return child.dep_ in BARE or (child.dep_ == "amod" and scene.mention(child.i, actor=True) is None)
