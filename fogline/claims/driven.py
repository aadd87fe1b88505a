"""Who is driven out of a place did not take it, and who was given it did not leave it.

| the sentence | who |
| --- | --- |
| "the rebels were expelled from K" | it was taken from the rebels |
| "the intruders were ejected from K" | whoever a reader takes for the intruders did not take it |
| "the army took K, only to be driven out" | it was the army that left |
| "K was given up to the rebels" | the rebels took it |
| "K was left to the rebels" | the rebels hold it |
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fogline.claims.acts import frames_of
from fogline.claims.arguments import is_passive, of_verb
from fogline.claims.codebook import codebook
from fogline.claims.proposition import Proposition
from fogline.claims.scene import case_of
from fogline.language.plain import Word
from fogline.records import ClaimType, Name

ASKED = frozenset({ClaimType.CAPTURE, ClaimType.WITHDRAW})
LEAVING = "leave"
ABANDONING = "abandon"  # what is "abandoned to X" was left, and X need not have come yet
BESIDE = frozenset({"obl", "obl:agent"})
TO = frozenset({"to", "up to"})  # as "given up to" is parsed
UNLISTED = "actor:~"  # how the keys of those begin whom no list knows
DRIVING = "actor"  # what the object of a frame must be, whose verb drives somebody out


def as_driven(told: Proposition, doers: Mapping[int, Name]) -> Proposition:
    """The capture without those who are driven out as its takers, the withdrawal with them as those who leave.

    `doers`: by the words of the sentence, who may act.
    """
    told = _given(told, doers)
    act = told.act
    if told.type not in ASKED or not is_driving(act) or not is_passive(act):
        return told
    heads = of_verb(act).get("object")
    gone = _named(heads, doers)
    if told.type is ClaimType.WITHDRAW:
        known = bool(gone) and all(n.key and not n.key.startswith(UNLISTED) for n in gone)
        return replace(told, actors=gone) if known and not _same(gone, told.actors) else told
    if not gone:
        unknown = bool(heads) and all(_are_people(t) for t in heads)
        return replace(told, actors=()) if unknown and not _tells_who(act) else told
    if not told.actors:
        return told
    by = _named([c for c in act.children if case_of(c) == "by"], doers)
    kept = tuple(n for n in told.actors if n in by or not _same((n,), gone))
    return replace(told, actors=kept, targets=told.targets or gone) if kept != told.actors else told


def _given(told: Proposition, doers: Mapping[int, Name]) -> Proposition:
    """In "K was given up to the rebels" nobody is told to have left by himself: the rebels took it.

    What was "left to the rebels" they hold.
    """
    if told.type is not ClaimType.WITHDRAW or told.act.pos_ != "VERB" or told.act.lemma == ABANDONING:
        return told
    gives = any(f.type is ClaimType.CAPTURE and "to" in f.actor for f in frames_of(told.act, codebook()))
    heirs = _named([c for c in told.act.children if gives and c.dep_ in BESIDE and case_of(c) in TO], doers)
    if not _same(told.actors, heirs):
        return told
    if told.act.lemma == LEAVING:
        passive = is_passive(told.act)  # "the Kurds left Kirkuk to Iraq": they left it
        return replace(told, type=ClaimType.HOLD, actors=heirs, targets=()) if passive else told
    givers = tuple(n for n in told.actors if not _same((n,), heirs))
    return replace(told, type=ClaimType.CAPTURE, actors=heirs, targets=givers)


def is_driving(act: Word) -> bool:
    """As in "drove them out", "were dislodged"."""
    frames = [f for f in frames_of(act, codebook()) if f.type is ClaimType.CAPTURE] if act.pos_ == "VERB" else []
    return any(f.object == DRIVING for f in frames)


def _are_people(word: Word) -> bool:
    """As in "the intruders"; not "the villages", which are cleared themselves."""
    classes = codebook().classes
    grounds = classes["part"] | classes["post"] | classes["share"] | classes["struck"] | classes["access"]
    return word.tag_ == "NNS" and word.lemma not in grounds


def _named(heads: list[Word], doers: Mapping[int, Name]) -> tuple[Name, ...]:
    joined = [t for head in heads for t in (head, *(c for c in head.children if c.dep_ == "conj"))]
    return tuple(dict.fromkeys(doers[t.i] for t in joined if t.i in doers))


def _same(some: tuple[Name, ...], others: tuple[Name, ...]) -> bool:
    """Whether one of them is one of the others, by text or key."""
    texts, keys = {n.text for n in others}, {n.key for n in others if n.key}
    return any(n.text in texts or n.key in keys for n in some)


def _tells_who(act: Word) -> bool:
    return any(c.dep_ == "obl:agent" or case_of(c) == "by" for c in act.children)
