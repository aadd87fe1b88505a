"""Who retook a place: not the one who took it last, in "the Front took Karsin. Karsin was retaken on Friday".

Where its sentence names nobody for it, it was done by him from whom the place was taken, if one is told of; else it is
open who did it.  Only where it is told by a verb and of another day: "the army took Karsin. The recapture of the town"
tells the same act again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene
from fogline.language.plain import Word
from fogline.records import ClaimType, Name, Status

NEAR = 3  # words behind a verb to its "back"


def is_again(word: str, behind: str) -> bool:
    """Whether a word, with what stands behind it, tells of a place that is taken back."""
    lists = lexicon("retaken")
    followed = behind.lower().split()[:NEAR]
    return word.lower() in lists["again"] or (word.lower() in lists["back"] and "back" in followed)


def by_who_had_it(
    told: Iterable[Proposition], before: Sequence[Sequence[Proposition]], scene: Scene
) -> Iterator[Proposition]:
    """The propositions of a sentence, no place retaken by who took it last; `before`: those of the sentences before."""
    own = list(told)
    mended: dict[int, tuple[tuple[Name, ...], Proposition]] = {}  # by acts: "Karsin was retaken, and Osk a day later"
    for one in own:
        last = _last_taking(one, [*before, [p for p in own if p.act.i < one.act.i]]) if _asked(one, scene) else None
        if last is not None and set(last.actors) & set(one.actors) and _dates(one, scene) - _dates(last, scene):
            losers = tuple(n for n in last.targets if n not in last.actors)
            takers = losers if len(losers) == 1 else ()
            lost = tuple(n for n in last.actors if n not in takers)
            mended[one.act.i] = one.actors, replace(one, actors=takers, targets=lost)
    for one in own:
        was, now = mended.get(one.act.i, ((), one))
        yield replace(one, actors=now.actors, targets=now.targets) if one.actors == was else one


def _asked(told: Proposition, scene: Scene) -> bool:
    if told.type is not ClaimType.CAPTURE or told.act.pos_ != "VERB" or not told.actors or not _is_again(told.act):
        return False
    return not _named(told.act, scene) & set(told.actors)


def _dates(told: Proposition, scene: Scene) -> set[str]:
    return {t.lower_ for t in told.act.sent if t.i in scene.dated}


def _is_again(act: Word) -> bool:
    return is_again(act.text, " ".join(t.text for t in act.doc[act.i + 1 : min(act.i + 1 + NEAR, act.sent.end)]))


def _named(act: Word, scene: Scene) -> set[Name]:
    return {m.name for word in act.sent for m in scene.at.get(word.i, ())}


def _last_taking(told: Proposition, before: Sequence[Sequence[Proposition]]) -> Proposition | None:
    """The last capture of the same place that the report tells before."""
    taken = (
        p
        for own in reversed(before)
        for p in reversed(own)
        if p.type is ClaimType.CAPTURE
        and p.place is not None
        and p.place == told.place
        and p.status in (None, Status.ASSERTED)
    )
    return next((p for p in taken if p.actors and not _is_again(p.act)), None)
