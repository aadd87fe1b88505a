"""Flags told over a place: "the brigade's flag flies over K", "tricolours were filmed over the courthouse in K".

Whose flag it is holds the place, and took it where the flag is new.  The code book's frame has those who raise one;
the learned reader passes over most flags that nobody is told to raise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.language.plain import Sentence, Word
from fogline.records import ClaimType, Name

TOLD = frozenset({ClaimType.CAPTURE, ClaimType.HOLD})
OWNING = frozenset({"amod", "compound", "nmod:poss", "nmod:desc"})
BEHIND = frozenset({"obl", "nmod"})
INSIDE = frozenset({"in", "of", "at"})
SURE = 0.6


def flag_claims(sentence: Sentence, scene: Scene, told: Sequence[Proposition]) -> Iterator[Proposition]:
    """The captures and holdings by flags that `told`, what else was read of a sentence, does not hold."""
    known = {p.place for p in told if p.type in TOLD}
    acts = {p.act.i for p in told if p.type in TOLD}
    for flag in sentence:
        if flag.lemma not in lexicon("flags")["flags"] or flag.pos_ != "NOUN":
            continue
        whose, tells = _whose(flag, scene), _verb(flag)
        kind = _kind(flag, tells)
        if not whose or kind is None or {flag.i, tells.i if tells is not None else flag.i} & acts:
            continue
        for place in _places(flag, tells, scene):
            if place not in known:
                yield Proposition(tells or flag, kind, whose, (), place, (), SURE, None, framed=False)


def _whose(flag: Word, scene: Scene) -> tuple[Name, ...]:
    """The party of "Norlandic flags", "the brigade's flag", "the flag of the brigade"."""
    owners = [c for c in flag.children if c.dep_ in OWNING or (c.dep_ == "nmod" and case_of(c) == "of")]
    found = (scene.mention(owner.i, actor=True) for owner in owners)
    guests = lexicon("flags")["guests"]  # "a Red Cross flag flew over the hospital"
    return tuple(m.name for m in found if m is not None and (m.name.key or "").partition(":")[0] not in guests)[:1]


def _verb(flag: Word) -> Word | None:
    """What a flag does, or what is done to it: "flies", "flying", "was filmed"."""
    if flag.dep_ in ("nsubj", "nsubj:pass"):
        return flag.head
    return next((c for c in flag.children if c.dep_.startswith("acl") and c.tag_ in ("VBG", "VBN")), None)


def _kind(flag: Word, tells: Word | None) -> ClaimType | None:
    """Whether a flag tells a holding or, where it is new, a capture; `None` where it tells neither."""
    words = lexicon("flags")
    if tells is None:
        return ClaimType.HOLD if any(case_of(c) in ("over", "above") for c in flag.children) else None
    if tells.lemma in words["rising"] | words["seen"]:
        return ClaimType.CAPTURE
    return ClaimType.HOLD if tells.lemma in words["flying"] else None


def _places(flag: Word, tells: Word | None, scene: Scene) -> tuple[Name, ...]:
    """What a flag is over; of a building, the place that it is in."""
    words, told = lexicon("flags"), [flag] if tells is None else [tells, flag]
    over = [c for t in told for c in t.children if c.dep_ in BEHIND and case_of(c) in words["above"] and c.i > flag.i]
    if not over or any(c.lemma in words["abroad"] for c in over):
        return ()
    inner = [c for c in over[0].children if c.dep_ in BEHIND and case_of(c) in INSIDE]
    within = [c for c in over[1:] if case_of(c) in INSIDE]
    for heads in ([over[0]], inner, within):
        if found := scene.mentions(heads, actor=False):
            return tuple(m.name for m in found)
    return ()
