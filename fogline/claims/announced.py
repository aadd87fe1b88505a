"""Who took what a party to the war announces as taken: its own side, where nobody else is told.

As in "Norland's defence ministry announced the liberation of Karsin"; not where it owns to a loss, and not for those
who only look on.
"""

from __future__ import annotations

from dataclasses import replace

from fogline.claims.arguments import SUBJECTS, is_passive
from fogline.claims.attribution import Speech
from fogline.claims.codebook import codebook
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene
from fogline.language.countries import adjective
from fogline.language.plain import Word
from fogline.records import ClaimType, MentionKind, Name, Stance, Status

OF_PARTIES = ("military:", "defence:", "group:", "side:")  # keys of those who fight, or speak for who does
OF_STATES = ("state:", "country:", "government:", "presidency:", "interior:")  # such as may look on as well
ARMY = "military:"
LOSING = frozenset({Stance.ADMIT, Stance.DENY, Stance.WARN})


def announced(told: Proposition, speech: Speech | None, scene: Scene) -> Proposition:
    """The proposition, an open taker filled with the side of who announces that a place was taken."""
    if told.type is not ClaimType.CAPTURE or told.actors or told.status not in (None, Status.ASSERTED):
        return told
    if speech is None or speech.denies or speech.stance in LOSING or not _is_won(told.act, speech.verb):
        return told
    taker = side_of(speech, scene)
    if taker is None or taker in told.targets:
        return told
    return replace(told, actors=(taker,))


def _is_won(act: Word, verb: Word) -> bool:
    """Whether it is told as a success: "the liberation of K", or "the capture of K" that is announced."""
    lists, classes = lexicon("speech"), codebook().classes
    if act.pos_ == "VERB" and not is_passive(act) and any(c.dep_ in SUBJECTS for c in act.children):
        return False  # who took it is told, and not known: "an oasis that they regained"
    if act.lemma in classes["falling"] | classes["losing"] or act.lemma == "lose":
        return False
    return act.lemma in lists["won"] or (act.pos_ == "NOUN" and verb.lemma in lists["announcing"])


def side_of(speech: Speech, scene: Scene) -> Name | None:
    """The army or group that speaks, or the army of the state that does; `None` for who may only look on."""
    subjects = [c for c in speech.verb.children if c.dep_ in SUBJECTS]
    names = [m.name for s in subjects for t in (s, *s.children) if (m := scene.mention(t.i, actor=True)) is not None]
    for name in names:
        kind, _, code = (name.key or "").partition(":")
        if (name.key or "").startswith(OF_PARTIES):
            return name if kind in ("group", "side", "military") else _army(code, scene, name)
        if (name.key or "").startswith(OF_STATES) and (army := _army(code, scene, None)) is not None:
            return army
    return None


def _army(code: str, scene: Scene, speaker: Name | None) -> Name | None:
    """The army of a state as the report names it; else, where its ministry or staff speaks, its forces."""
    key = f"{ARMY}{code}"
    told = (m for at in scene.at.values() for m in at if m.name.key == key and m.kind is MentionKind.ACTOR)
    said = (m.name for m in told if m.name.text[0].isupper())
    nation = adjective(code) if speaker is not None else None
    return next(said, None) or (Name(f"{nation} forces", key) if nation else None)
