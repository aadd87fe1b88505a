"""What is told of one and then of another: "Karsin remains Norlandic.  So does Dor", "Karsin is ours, as is Dor"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.claims.arguments import SUBJECTS
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene
from fogline.language.plain import Sentence, Word
from fogline.records import ClaimType

AS = "as"
SO = frozenset({"so", AS})
STANDING = frozenset({"do", "be", "have"})  # for the verb that is not said again
NOMINAL = frozenset({"NOUN", "PROPN"})
BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM"})
JOINING = frozenset({",", ";", "and", "but", "–", "-"})  # before such a "so"
TOLD = frozenset({
    ClaimType.CAPTURE, ClaimType.WITHDRAW, ClaimType.HOLD, ClaimType.ADVANCE, ClaimType.BESIEGE, ClaimType.CLOSE,
    ClaimType.REOPEN,
})  # fmt: skip
LEAST = 0.5  # how sure what is only said by "so" is told


def likewise(
    told: Sequence[Proposition], before: Sequence[Proposition], sentence: Sentence, scene: Scene
) -> Iterator[Proposition]:
    """The propositions of a sentence, with the last one told `before` said of whoever or whatever "so" joins to it."""
    verbs = {verb.i: made for verb in sentence if (made := _also(verb, [*before, *told], scene))}
    words = {i for verb in verbs for i in (verb - 1, verb)}
    for one in told:
        if one.act.i not in words:
            yield one
    for made in verbs.values():
        yield from made


def _also(verb: Word, told: Sequence[Proposition], scene: Scene) -> list[Proposition]:
    if verb.lemma not in STANDING or verb.i == verb.sent.start or verb.nbor(-1).lower_ not in SO:
        return []
    subjects = _behind(verb)
    last = max((one for one in told if one.act.i < verb.i), key=lambda one: one.act.i, default=None)
    if not subjects or last is None or last.type not in TOLD or not _is_joined(verb.nbor(-1)):
        return []
    sure = min(last.confidence, LEAST)
    places = scene.mentions(subjects, actor=False) if last.place is not None else ()
    if places:
        return [replace(last, act=verb, place=p.name, quantities=(), confidence=sure) for p in places]
    if (
        last.actors
        and not _is_of_place(last, scene)
        and (party := scene.mention(subjects[0].i, actor=True)) is not None
    ):
        return [replace(last, act=verb, actors=(party.name,), quantities=(), confidence=sure)]
    return []


def _is_joined(so: Word) -> bool:
    """Whether a sentence or a clause begins with "as"."""
    return so.lower_ != AS or so.i == so.sent.start or so.nbor(-1).lower_ in JOINING


def _is_of_place(told: Proposition, scene: Scene) -> bool:
    """As in "Karsin remains with the army, as does Dor": what is told so of a place is told of no party."""
    subjects = (t for t in told.act.sent if t.dep_ in SUBJECTS and t.i <= told.act.i)
    return any((place := scene.mention(t.i, actor=False)) and place.name == told.place for t in subjects)


def _behind(verb: Word) -> list[Word]:
    """Who or what stands right behind the verb, as the subject does after such a "so", whatever it is parsed as."""
    i, doc = verb.i + 1, verb.doc
    while i < verb.sent.end and doc[i].pos_ in BEFORE_NOUN:
        i += 1
    while i + 1 < verb.sent.end and doc[i].pos_ in NOMINAL and doc[i + 1].pos_ in NOMINAL:
        i += 1
    return [doc[i]] if i < verb.sent.end and doc[i].pos_ in NOMINAL else []
