"""Who left a place that "was abandoned": who had it, not one who was only told of elsewhere.

| told before | then | who left |
| --- | --- | --- |
| "the army holds Karsin", "the Front attacked the army in Karsin" | "Karsin was abandoned at dawn" | the army |
| "the Front took Karsin" | the same | open, though the Front was read |
| "the Front took Karsin in May" | "Karsin was abandoned in June" | the Front |
| anything | "Karsin was abandoned by the army", "the army abandoned Karsin" | as it was read |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from fogline.claims.arguments import is_passive
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.records import ClaimType, Name, Status
from fogline.records.name import key_of

STRUCK = frozenset({ClaimType.ATTACK, ClaimType.BESIEGE, ClaimType.CAPTURE})


def left_by_holder(
    told: Iterable[Proposition], before: Sequence[Sequence[Proposition]], scene: Scene
) -> Iterator[Proposition]:
    """The propositions of a sentence, places that were left by who had them; `before`: those of sentences before."""
    for one in told:
        holder = _holder(one, before, scene) if _asked(one, scene) else None
        if holder is None:
            yield one
        elif not {key_of(n) for n in holder} & {key_of(n) for n in one.actors}:
            yield replace(one, actors=holder or ())
        else:
            yield one


def _asked(told: Proposition, scene: Scene) -> bool:
    """Whether a place was left, the sentence tells by nobody's name by whom, and somebody was found elsewhere."""
    act = told.act
    if told.type is not ClaimType.WITHDRAW or act.pos_ != "VERB" or not is_passive(act):
        return False
    if act.lemma not in lexicon("vacated")["left"] or any(_is_agent(c.dep_, case_of(c)) for c in act.children):
        return False
    here = {key_of(m.name) for word in act.sent for m in scene.at.get(word.i, ())}
    return not here & {key_of(name) for name in told.actors}


def _is_agent(dep: str, case: str) -> bool:
    return dep == "obl:agent" or case in ("by", "of")  # "was emptied of its last fighters"


def _holder(told: Proposition, before: Sequence[Sequence[Proposition]], scene: Scene) -> tuple[Name, ...]:
    """Who had the place by what was told of it last: who holds it, who was attacked there, who lost it that day or took
    it on another; nobody, where that is open."""
    for one in (p for own in reversed(before) for p in reversed(own)):
        if one.place is None or one.place != told.place or one.status not in (None, Status.ASSERTED):
            continue
        later = one.type is ClaimType.CAPTURE and bool(_dates(told, scene) - _dates(one, scene))
        if one.type is ClaimType.HOLD or later:
            return one.actors if len(one.actors) == 1 else ()
        if one.type in STRUCK and one.targets:
            return one.targets if len(one.targets) == 1 else ()
    return ()


def _dates(told: Proposition, scene: Scene) -> set[str]:
    return {t.lower_ for t in told.act.sent if t.i in scene.dated}
