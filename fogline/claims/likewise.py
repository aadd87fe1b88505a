"""What is told of one and then of another: "Karsin remains Norlandic.  So does Dor", "Karsin is ours, so is Dor"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.claims.arguments import SUBJECTS
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene
from fogline.language.plain import Sentence, Word
from fogline.records import ClaimType

SO = "so"
STANDING = frozenset({"do", "be", "have"})  # for the verb that is not said again
NOMINAL = frozenset({"NOUN", "PROPN"})
TOLD = frozenset({
    ClaimType.CAPTURE, ClaimType.WITHDRAW, ClaimType.HOLD, ClaimType.ADVANCE, ClaimType.BESIEGE, ClaimType.CLOSE,
    ClaimType.REOPEN,
})  # fmt: skip
LEAST = 0.5  # how sure what is only said by "so" is told


def likewise(
    told: Sequence[Proposition], before: Sequence[Proposition], sentence: Sentence, scene: Scene
) -> Iterator[Proposition]:
    """The propositions of a sentence, with the last one told `before` said of whoever or whatever "so" joins to it."""
    verbs = {verb.i: one for verb in sentence if (one := _also(verb, [*before, *told], scene)) is not None}
    for one in told:
        if one.act.i not in verbs:
            yield one
    yield from verbs.values()


def _also(verb: Word, told: Sequence[Proposition], scene: Scene) -> Proposition | None:
    if verb.lemma not in STANDING or verb.i == verb.sent.start or verb.nbor(-1).lower_ != SO:
        return None
    subject = _behind(verb)
    last = next((one for one in reversed(told) if one.act.i < verb.i and one.type in TOLD), None)
    if subject is None or last is None:
        return None
    sure = min(last.confidence, LEAST)
    if last.place is not None and (place := scene.mention(subject.i, actor=False)) is not None:
        return replace(last, act=verb, place=place.name, quantities=(), confidence=sure)
    if last.actors and (party := scene.mention(subject.i, actor=True)) is not None:
        return replace(last, act=verb, actors=(party.name,), quantities=(), confidence=sure)
    return None


def _behind(verb: Word) -> Word | None:
    """Who or what stands behind the verb, as the subject does after such a "so"; it is often parsed as the object."""
    if verb.dep_ == "cop":
        return verb.head if verb.head.i > verb.i and verb.head.pos_ in NOMINAL else None
    own = [c for c in verb.children if c.dep_ in SUBJECTS or c.dep_ == "obj"]
    return own[0] if own and own[0].i > verb.i and own[0].pos_ in NOMINAL else None
