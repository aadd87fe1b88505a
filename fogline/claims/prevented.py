"""Who was kept from an act, and who kept him from it: "the army stopped the rebels from entering Karsin".

Not the army would have entered.  So with what comes to nothing: "foiled a rebel bid to seize Karsin", "was kept out".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fogline.claims.arguments import is_passive
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.claims.status import negated, status_of
from fogline.claims.struck import beats_back
from fogline.language.plain import Word
from fogline.records import ClaimType, Name, Status
from fogline.records.name import key_of

TRYING = ("amod", "compound", "nmod:poss", "nmod")  # how those who try stand at "bid": "a rebel bid", "a bid by rebels"
OUT = "out of"


def by_the_prevented(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions, with those who were kept from an act as its doers; who is kept out of a place is not there."""
    for one in told:
        if _is_kept_out(one.act, one.type):
            yield replace(one, status=Status.DENIED) if is_passive(one.act) else one
            continue
        kept = preventing(one.act)
        if kept is None:
            yield one
            continue
        would_be = _would_be(one.act, kept)
        doers = tuple(m.name for m in scene.mentions(would_be, actor=True))
        actors = doers or (_without(one.actors, kept, scene) if would_be else one.actors)
        status = Status.ASSERTED if _in_vain(kept) and kept.lemma not in lexicon("modality")["failing"] else one.status
        yield replace(one, actors=actors, targets=tuple(n for n in one.targets if n not in actors), status=status)


def preventing(act: Word) -> Word | None:
    """The verb that tells of an act that it was prevented, or came to nothing; `None` where none does."""
    lists, head = lexicon("modality"), act.head
    if act.tag_ == "VBG" and head.pos_ == "VERB" and head.lemma in lists["denied_verbs"]:
        marked = any(c.dep_ in ("mark", "case") and c.lower_ == "from" for c in act.children)
        return head if marked and act.dep_ in ("advcl", "xcomp", "obl") else None
    if act.tag_ == "VB" and act.dep_ in ("acl", "advcl", "xcomp"):
        tried = _tried(act)
        verb = tried.head if tried is not None else act
        if tried is not None and verb.pos_ == "VERB" and beats_back(verb):
            undergone = tried.dep_ == "nsubj:pass"
            return verb if undergone or tried.dep_ == "obj" else None
        fails = tried is not None and tried.dep_ == "nsubj" and verb.lemma in lists["failing"]
        return verb if fails else None
    return None


def _in_vain(verb: Word) -> bool:
    """As in "could not keep them from taking K", "failed to prevent them from it": it was done."""
    return negated(verb) or status_of(verb) is Status.DENIED


def is_prevented(act: Word) -> bool:
    """Whether an act is told as one that was prevented: not "to keep them from taking K", which it may have been."""
    verb = preventing(act)
    return verb is not None and verb.tag_ not in ("VB", "VBG") and status_of(verb) is Status.ASSERTED


def _tried(act: Word) -> Word | None:
    """The attempt that an infinitive tells the aim of: "a bid to seize K"; the parse may hang it on the verb."""
    if act.head.pos_ == "NOUN":
        return act.head if act.head.lemma in lexicon("modality")["attempts"] else None
    at = next((c.i for c in act.children if c.lower_ == "to" and c.dep_ == "mark"), act.i)
    before = act.doc[at - 1] if at > act.sent.start else act
    return before if before.lemma in lexicon("modality")["attempts"] and before.head == act.head else None


def _would_be(act: Word, verb: Word) -> list[Word]:
    """The words for those who would have done it."""
    tried = _tried(act) if act.tag_ == "VB" else None
    if tried is not None:
        return [c for c in tried.children if c.dep_ in TRYING and (c.dep_ != "nmod" or case_of(c) in ("by", "of"))]
    return [c for c in verb.children if c.dep_ in ("obj", "nsubj:pass")]


def _without(actors: tuple[Name, ...], verb: Word, scene: Scene) -> tuple[Name, ...]:
    """The actors without who prevented it."""
    doers = [c for c in verb.children if c.dep_ in ("nsubj", "obl:agent") or case_of(c) == "by"]
    if verb.lemma in lexicon("modality")["failing"]:
        return actors
    by = {key_of(m.name) for m in scene.mentions(doers, actor=True)}
    return tuple(n for n in actors if key_of(n) not in by)


def _is_kept_out(act: Word, kind: ClaimType) -> bool:
    out = kind is ClaimType.HOLD and act.lemma == "keep" and act.pos_ == "VERB"
    return out and any(case_of(c) == OUT for c in act.children)
