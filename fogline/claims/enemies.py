"""What "the enemy" does, where nobody knows whom it means: not the one who says so, who is the only one named.

Nor does somebody do what "its rivals" do, where nobody knows who they are, nor what "they" do, beside what "we" do:
""We hold Karsin and they hold Osk," the army said".  And who holds a place does not besiege it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from fogline.claims.arguments import is_passive, of_verb
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene
from fogline.language.coreference_speech import FOES, RIVALS
from fogline.language.plain import Word
from fogline.records import ClaimType, Status


def by_unknown_enemy(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions, those that "the enemy" does with no other doer, if that stands for none of the parties."""
    for one in told:
        yield replace(one, actors=()) if one.actors and _is_by_enemy(one, scene) else one


def without_holder(told: Sequence[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions of a sentence, no siege by who holds the place: "K, held by the rebels, is cut off"."""
    for one in told:
        holders = {n for o in told if _holds(o, one) for n in o.actors} if one.type is ClaimType.BESIEGE else set()
        kept = tuple(name for name in one.actors if name not in holders)
        verb = one.act.pos_ == "VERB" and not is_passive(one.act)
        said = {m.name for m in scene.mentions(_doers(one) if verb else [], actor=True)}
        yield one if said & holders or kept == one.actors else replace(one, actors=kept)


def _holds(told: Proposition, siege: Proposition) -> bool:
    held = told.type is ClaimType.HOLD and told.status in (None, Status.ASSERTED)
    return held and told.place is not None and told.place == siege.place


def _is_by_enemy(told: Proposition, scene: Scene) -> bool:
    doers = _doers(told) if told.act.pos_ == "VERB" else [c for c in told.act.children if c.dep_ == "nmod:poss"]
    enemies = [t for t in doers if t.lemma in FOES or _is_rival(t) or _is_beside_us(t)]
    return bool(enemies) and len(enemies) == len(doers) and all(scene.mention(t.i, actor=True) is None for t in enemies)


def _is_rival(word: Word) -> bool:
    """As in "its rivals"; not "its rival, the front": it has a name."""
    below = {c.dep_ for c in word.children}
    return word.lemma in RIVALS and "nmod:poss" in below and "appos" not in below


def _is_beside_us(word: Word) -> bool:
    """As in "we hold K and they hold L"; of "our men are there, and they will stay" it is not said."""
    if word.lower_ != "they":
        return False
    said = {t.lower_ for t in word.sent}
    return bool(said & {"we", "us"}) and "our" not in said


def _doers(told: Proposition) -> list[Word]:
    """Who does it: of those who "were pushed out", who left."""
    if not is_passive(told.act):
        own = list(of_verb(told.act).get("subject"))
        return [t for t in own if not _speaks_before_colon(t, told.act)] or own
    return list(of_verb(told.act).get("object")) if told.type is ClaimType.WITHDRAW else []


def _speaks_before_colon(subject: Word, act: Word) -> bool:
    """As in "The staff: the enemy attacked", where the parser finds two subjects."""
    return any(t.text == ":" for t in act.doc[subject.i : act.i])
