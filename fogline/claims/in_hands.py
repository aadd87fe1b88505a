"""Whose hands a place is in, or comes into: his who owns them, whoever else was told of before.

| the sentence | who |
| --- | --- |
| "Karsin was restored to government control", "passed into the hands of the Front" | the government, the Front |
| "Karsin is in the hands of the Front", "is still under army control" | the Front, the army |
| "the army is in control of Karsin" | left as it was read |
| "Karsin is in its hands" | left as it was read: "its" is another question |
| "slipped out of army hands", "restored to army control by the Front" | left as it was read |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.language.plain import Word
from fogline.records import ClaimType, Name

HANDS = frozenset({"hand", "control", "grip", "grasp", "clutch", "possession", "rule"})
HELD = frozenset({"hand", "grip", "grasp", "clutch"})  # always his whom "of" tells
INTO = ("to", "into", "under")
OWNING = frozenset({"nmod:poss", "compound", "amod"})
ASKED = frozenset({ClaimType.CAPTURE, ClaimType.HOLD})


def with_hands(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions of a sentence, captures and holdings by those in whose hands the place is told to be."""
    for one in told:
        owners = _owners(one.act, scene) if one.type in ASKED else ()
        if not owners or set(owners) & set(one.actors):
            yield one
        else:
            yield replace(one, actors=owners, targets=tuple(n for n in one.targets if n not in owners))


def _owners(act: Word, scene: Scene) -> tuple[Name, ...]:
    """Who owns the hands that an act is, or leads to."""
    if any(case_of(word) == "by" for word in act.subtree):
        return ()  # "restored to government control by the Blue Brigade"
    if act.lemma in HANDS:
        hands = [act] if case_of(act) in (*INTO, "in") else []
    elif any(c.dep_ == "obj" for c in act.children):
        return ()  # "captured Karsin, the last town under rebel control"
    else:
        hands = [c for c in act.children if c.lemma in HANDS and c.pos_ == "NOUN" and case_of(c) in INTO]
    if len(hands) != 1:
        return ()
    of = hands[0].lemma in HELD or case_of(hands[0]) != "in"  # "in control of Karsin" tells what is held
    heads = [c for c in hands[0].children if c.dep_ in OWNING or (of and c.dep_ == "nmod" and case_of(c) == "of")]
    if any(t.pos_ == "PRON" for t in heads):
        return ()
    return tuple(m.name for m in scene.mentions(heads, actor=True))
