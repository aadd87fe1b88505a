"""Nobody strikes himself: "an ambush on one of the mission's convoys left four of its men dead" was not the mission's.

Who stands in the phrase for what was struck, or for whom it killed, did not do it, unless he is told to have.  Who
"took 30 prisoners" was not taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fogline.claims.arguments import SUBJECTS, is_passive, of_noun
from fogline.claims.codebook import codebook
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene
from fogline.language.plain import Word
from fogline.records import ClaimType, Name
from fogline.records.name import key_of

DONE = frozenset({ClaimType.ATTACK, ClaimType.HARM})
STRUCK = ("on", "against", "upon")
UNITED_NATIONS = ("force:un-", "body:united-nations")
TAKING = frozenset({"take", "hold", "seize", "capture"})
DOING = ("by", "poss", "lightsubject")


def without_struck(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions, attacks and harm without a doer who is only named as the one that an attack struck."""
    for one in (_of_taker(p, scene) for p in told):
        noun = _attack(one.act) if one.type in DONE and one.actors else None
        struck = _struck(noun, scene) if noun is not None else set()
        kept = tuple(name for name in one.actors if not any(_are_one(name, other) for other in struck))
        yield one if kept == one.actors else replace(one, actors=kept)


def _of_taker(told: Proposition, scene: Scene) -> Proposition:
    """As in "the army took 30 prisoners"."""
    act, verb = told.act, told.act.head
    taken = told.type is ClaimType.HARM and act.lemma in lexicon("other_senses")["captives"] and act.dep_ == "obj"
    if not taken or verb.lemma not in TAKING or is_passive(verb):
        return told
    takers = tuple(m.name for m in scene.mentions([c for c in verb.children if c.dep_ in SUBJECTS], actor=True))
    taken_too = tuple(name for name in told.targets if not any(_are_one(name, taker) for taker in takers))
    return replace(told, actors=takers, targets=taken_too) if takers else told


def _attack(act: Word) -> Word | None:
    """The noun that tells the attack: the act itself, else the subject of the verb that the act stands under."""
    if act.pos_ == "NOUN" and _is_attack(act):
        return act
    verb = act if act.pos_ == "VERB" else act.head
    return next((c for c in verb.children if c.dep_ in SUBJECTS and _is_attack(c)), None)


def _is_attack(noun: Word) -> bool:
    frames = codebook().nouns.get(noun.lemma, ())
    return noun.pos_ == "NOUN" and any(frame.type is ClaimType.ATTACK for frame in frames)


def _struck(noun: Word, scene: Scene) -> set[Name]:
    """The names in the phrase behind "on", without those who are told to have done it."""
    book = codebook()
    given = of_noun(noun, doers=book.doers, sufferers=book.sufferers)
    under = [t for role in STRUCK for head in given.get(role) for t in head.subtree if head in noun.children]
    under += [c for c in _repelling(noun) for c in (c, *c.children)]
    does = [t for role in DOING for head in given.get(role) for t in head.subtree]
    return _named(under, scene) - _named(does, scene)


def _repelling(noun: Word) -> list[Word]:
    """Who "beat back an assault", "survived an attack"."""
    verb, words = noun.head, lexicon("modality")
    off = verb.lemma in words["warding"] and any(c.lower_ in ("off", "back") for c in verb.children)
    against = off or verb.lemma in words["foiling"] | words["enduring"]
    if noun.dep_ != "obj" or not against:
        return []
    return [c for c in verb.children if c.dep_ == "nsubj"]


def _named(words: Iterable[Word], scene: Scene) -> set[Name]:
    return {m.name for t in words if (m := scene.mention(t.i, actor=True)) is not None}


def _are_one(name: Name, other: Name) -> bool:
    """Whether two names are of one party: the same, of one key, or both of the United Nations."""
    return key_of(name) == key_of(other) or all((n.key or "").startswith(UNITED_NATIONS) for n in (name, other))
