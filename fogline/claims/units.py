"""Whose a unit is that goes by no name: "the last army lorries drove off".

| the sentence | who |
| --- | --- |
| "a few army lorries left" | the army: the word before them tells |
| "two of its battalions", "a battalion of the Front", "the 5th Brigade" | left as they were read |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fogline.claims.arguments import SUBJECTS, antecedent, is_passive
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.language.plain import Word
from fogline.records import ClaimType, Name
from fogline.records.name import key_of

MOVING = frozenset({ClaimType.DEPLOY, ClaimType.ADVANCE, ClaimType.WITHDRAW})
BEFORE = frozenset({"compound", "amod", "nmod:poss"})


def of_units(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions of a sentence, those that move an unnamed unit by whose it is."""
    for one in told:
        unit = _unit(one, scene) if one.type in MOVING else None
        names = _owners(unit, scene) if unit is not None else ()
        if unit is None or {key_of(n) for n in names} & {key_of(n) for n in one.actors}:
            yield one
        else:
            yield replace(one, actors=names) if names else one


def _unit(told: Proposition, scene: Scene) -> Word | None:
    """The unnamed unit, or what carries it, that goes or is sent."""
    act, words = told.act, lexicon("units")
    if act.pos_ != "VERB":
        return None
    subjects = [antecedent(c, act) for c in act.children if c.dep_ in SUBJECTS]
    if act.dep_ == "acl" and not is_passive(act):
        subjects = subjects or [act.head]  # "army lorries leaving for Karsin"
    subjects = [t for s in subjects for t in _counted(s)]
    unit = subjects[0] if len(subjects) == 1 and not any(c.dep_ == "conj" for c in subjects[0].children) else None
    if unit is None or unit.pos_ != "NOUN" or scene.at.get(unit.i):
        return None
    return unit if unit.lemma in words["units"] | words["owned"] else None


def _counted(noun: Word) -> list[Word]:
    """As in "the first of the two battalions"."""
    of = [c for c in noun.children if c.dep_ == "nmod" and case_of(c) == "of"]
    return of if noun.pos_ in ("ADJ", "NUM", "DET", "PRON") and of else [noun]


def _owners(unit: Word, scene: Scene) -> tuple[Name, ...]:
    return tuple(
        m.name for m in scene.mentions([c for c in unit.children if c.dep_ in BEFORE and c.pos_ != "PRON"], actor=True)
    )
