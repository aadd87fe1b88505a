"""To whom a place would fall: not to who is told to have it, in "the army took Karsin. If it falls, the road is cut".

| told before | then | who would take it |
| --- | --- | --- |
| "the army holds Karsin", "took it", "sent troops to it" | "if Karsin falls", "Karsin may be lost" | not the army |
| "the army took Karsin from the Front" | the same | the Front |
| "the Front says that it took Karsin" | the same | left as it was read |

Only where the sentence itself names nobody who was chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from fogline.claims.attribution import heard_over
from fogline.claims.codebook import codebook
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene
from fogline.claims.status import status_of
from fogline.records import ClaimType, Status
from fogline.records.name import key_of

AHEAD = frozenset({Status.CONDITIONAL, Status.POSSIBLE, Status.PLANNED})
HAVING = frozenset({ClaimType.CAPTURE, ClaimType.HOLD, ClaimType.DEPLOY})
COMING = frozenset({ClaimType.ATTACK, ClaimType.ADVANCE, ClaimType.BESIEGE})
LOST = frozenset({"lose", "change", "go", "follow"})


def not_to_holder(
    told: Iterable[Proposition], before: Sequence[Sequence[Proposition]], scene: Scene
) -> Iterator[Proposition]:
    """The propositions of a sentence, no place that may fall taken by who has it; `before`: those of the sentences
    before."""
    for one in told:
        here = [p for own in before for p in own if p.place is not None and p.place == one.place]
        if not _asked(one, scene) or not _has(one, here):
            yield one
            continue
        sides = {key_of(n) for n in one.actors}
        taken = [p for p in here if p.type is ClaimType.CAPTURE and sides & {key_of(n) for n in p.actors}]
        robbed = taken[-1].targets if taken else ()
        yield replace(one, actors=robbed if len(robbed) == 1 else (), targets=one.targets or one.actors)


def _asked(told: Proposition, scene: Scene) -> bool:
    act = told.act
    falls = act.lemma in codebook().classes["falling"] or act.lemma in LOST
    if told.type is not ClaimType.CAPTURE or not told.actors or act.pos_ != "VERB" or not falls:
        return False
    if (told.status or status_of(act)) not in AHEAD:
        return False
    named = {key_of(m.name) for word in act.sent for m in scene.at.get(word.i, ())}
    return not named & {key_of(n) for n in told.actors}


def _has(told: Proposition, here: Sequence[Proposition]) -> bool:
    """Whether the report tells that who was chosen has the place, or sends there, and not that he comes for it."""
    sides = {key_of(n) for n in told.actors}
    own = [p for p in here if sides & {key_of(n) for n in p.actors}]
    if any(p.type in COMING or p.status in (Status.DENIED, Status.POSSIBLE) for p in own):
        return False
    return any(p.type in HAVING and p.status in (None, Status.ASSERTED) and heard_over(p.act) is None for p in own)
