"""Whose a unit is that goes by no name: "two battalions arrived", "the last army lorries drove off".

| the sentence | who |
| --- | --- |
| "a few army lorries left" | the army: the word before them tells |
| "two battalions were flown to Karsin", "a brigade was airlifted" | the army that the report tells of, no rebels |
| "two of its battalions", "a battalion of the Front", "the 5th Brigade" | left as they were read |

A brigade that was read as an armed group's is nobody's, in a report that tells as much of two armies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from fogline.claims.arguments import SUBJECTS, antecedent, is_passive
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.language.plain import Word
from fogline.records import ClaimType, MentionKind, Name
from fogline.records.name import key_of

ARMY = "military:"
REBELS = ("group:", "side:", "actor:")
MOVING = frozenset({ClaimType.DEPLOY, ClaimType.ADVANCE, ClaimType.WITHDRAW})
SHARE = 0.75  # of what a report tells of armies
BEFORE = frozenset({"compound", "amod", "nmod:poss"})


def of_units(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions of a sentence, those that move an unnamed unit by whose it is."""
    for one in told:
        unit = _unit(one, scene) if one.type in MOVING else None
        names = _owners(unit, scene) if unit is not None else ()
        if unit is None or {key_of(n) for n in names} & {key_of(n) for n in one.actors}:
            yield one
        elif names:
            yield replace(one, actors=names)
        elif _is_bare(unit) and any(_is_of_rebels(name, scene) for name in one.actors):
            armies = _armies(scene)
            yield replace(one, actors=_main(armies)) if armies else one
        else:
            yield one


def _unit(told: Proposition, scene: Scene) -> Word | None:
    """The unnamed unit, or what carries it, that goes or is sent."""
    act, words = told.act, lexicon("units")
    if act.pos_ != "VERB":
        return None
    subjects = [antecedent(c, act) for c in act.children if c.dep_ in SUBJECTS]
    if act.dep_ == "acl" and not is_passive(act):
        subjects = subjects or [act.head]  # "army lorries leaving for Karsin"
    subjects = [t for s in subjects for t in _counted(s)]
    if not subjects or subjects[0].pos_ != "NOUN" or scene.at.get(subjects[0].i):
        return None
    return subjects[0] if subjects[0].lemma in words["units"] | words["owned"] else None


def _counted(noun: Word) -> list[Word]:
    """As in "the first of the two battalions"."""
    of = [c for c in noun.children if c.dep_ == "nmod" and case_of(c) == "of"]
    return of if noun.pos_ in ("ADJ", "NUM", "DET", "PRON") and of else [noun]


def _owners(unit: Word, scene: Scene) -> tuple[Name, ...]:
    return tuple(
        m.name for m in scene.mentions([c for c in unit.children if c.dep_ in BEFORE and c.pos_ != "PRON"], actor=True)
    )


def _is_bare(unit: Word) -> bool:
    """Whether nothing but its number and kind is told of a unit."""
    words = lexicon("units")
    plain = all(c.lower_ in words["plain"] or c.dep_ in ("nummod", "case", "punct", "det") for c in unit.children)
    return unit.lemma in words["units"] and plain


def _is_of_rebels(name: Name, scene: Scene) -> bool:
    keys = {m.name.key for at in scene.at.values() for m in at if m.name == name}
    return all((key or "").startswith(REBELS) and not (key or "").endswith(":government") for key in keys)


def _armies(scene: Scene) -> list[Name]:
    """The armies of states that a report tells of, as often as it does."""
    told = [m.name for at in scene.at.values() for m in at if m.kind is MentionKind.ACTOR]
    return [name for name in told if (name.key or "").startswith(ARMY)]


def _main(armies: list[Name]) -> tuple[Name, ...]:
    """The one army among them, or the one that is told of far more than any other, by its commonest full name."""
    key, times = Counter(name.key for name in armies).most_common(1)[0]
    names = Counter(name for name in armies if name.key == key)
    best = max(sorted(names), key=lambda name: (name.text[:1].isupper(), names[name]))
    return (best,) if times >= SHARE * len(armies) else ()
