"""Who gives a place up, and of whom it is rid: they lost it, and who is told behind "to" or "by" has it.

As in "the rebels handed over Karsin (to the army)", "Karsin was ceded by the rebels", "Karsin was cleared of rebels",
"Karsin is free of them".
"""

from __future__ import annotations

from dataclasses import replace

from fogline.claims.acts import frames_of
from fogline.claims.arguments import SUBJECTS, antecedent, is_passive
from fogline.claims.codebook import codebook
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.claims.shared_subjects import shared_subject
from fogline.language.plain import Word
from fogline.records import ClaimType, Name
from fogline.records.name import key_of

BESIDE = frozenset({"obl", "obl:agent", "nmod", "advcl"})
DONE_TO = frozenset({"obj", "nsubj:pass"})


def gives_up(verb: Word) -> bool:
    """Whether a verb's doer is told to lose a place by it: "handed over K", "ceded K"; not "they surrendered"."""
    if verb.pos_ != "VERB" or any(c.dep_ in BESIDE and case_of(c) == "from" for c in verb.children):
        return False  # "delivered K from the rebels"
    frames = [f for f in frames_of(verb, codebook()) if f.type is ClaimType.CAPTURE]
    gives = any("subject" in f.target for f in frames) and not any("subject" in f.actor for f in frames)
    return gives and (is_passive(verb) or any(c.dep_ in ("obj", "obl") for c in verb.children))


def givers(act: Word) -> list[Word]:
    """Who gives a place up by an act: its subject, or who stands behind "by"; who loses it is told elsewhere."""
    if act.lemma == "lose" or not gives_up(act):
        return []
    if is_passive(act):
        return _behind(act, "by")
    own = [antecedent(c, act) for c in act.children if c.dep_ in SUBJECTS]
    return own or list(shared_subject(act))


def rid_of(act: Word) -> list[Word]:
    """Of whom a place is cleared: "cleared of rebels", "free of rebels"."""
    return _behind(act, "of") if act.lemma in lexicon("losers")["clearing"] else []


def given_up(told: Proposition, scene: Scene) -> Proposition:
    """A capture with those who give its place up, or of whom it is cleared, as those who lost it."""
    giving = [t for t in givers(told.act) if t.pos_ != "PRON" or not told.targets]
    losers = _names([*giving, *rid_of(told.act)], scene)
    if told.type is not ClaimType.CAPTURE or not losers:
        return told
    heirs = _heirs(told.act) if gives_up(told.act) else []
    takers = tuple(n for n in _names(heirs, scene) if n not in losers)
    lost = {key_of(name) for name in losers}
    kept = tuple(n for n in told.actors if key_of(n) not in lost)
    return replace(told, actors=takers or kept, targets=losers)


def _heirs(verb: Word) -> list[Word]:
    things = [c for c in verb.children if c.dep_ in DONE_TO]
    return [c for t in (verb, *things) for c in _behind(t, "to")]


def _behind(word: Word, case: str) -> list[Word]:
    return [c for c in word.children if c.dep_ in BESIDE and case_of(c) == case]


def _names(words: list[Word], scene: Scene) -> tuple[Name, ...]:
    return tuple(m.name for m in scene.mentions(words, actor=True))
