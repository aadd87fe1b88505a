"""Who does an act by the plain grammar of its sentence, where the reader left it open.

| the sentence | who |
| --- | --- |
| "left a day after storming it", "went up the road, burning farms" | the subject of the verb above |
| "the governor told families to stay" | the governor: who warns speaks |
| "the president broke off talks with the front" | the president |
| "they came from Norland and belonged to the front" | not Norland |
| "fell back, losing nine men" | nobody is told; the subject lost them |
| "what he called the shelling of Karsin" | nobody is told |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fogline.claims.arguments import SUBJECTS, antecedent, is_passive
from fogline.claims.attribution_names import speakers
from fogline.claims.codebook import codebook
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import COUNTRY, Scene, case_of
from fogline.claims.shared_subjects import shared_subject
from fogline.language.plain import Word
from fogline.records import ClaimType, MentionKind, Name

WHENCE = frozenset({"from", "in", "to", "into"})
DONE = frozenset(
    {
        ClaimType.ATTACK,
        ClaimType.ADVANCE,
        ClaimType.BESIEGE,
        ClaimType.CAPTURE,
        ClaimType.WITHDRAW,
        ClaimType.CLOSE,
    }
)

ARMED = DONE | {ClaimType.HOLD, ClaimType.CLASH, ClaimType.HARM, ClaimType.DEPLOY}


def by_plain_grammar(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions of a sentence, with a doer that grammar is sure of where they had none."""
    for one in (_of_who(_without_namer(_not_his_own(_as_forces(p, scene)), scene), scene) for p in told):
        if one.type is ClaimType.FORM and (kept := _but_whence(one, scene)) != one.actors:
            yield replace(one, actors=kept)
        elif _asks_who(one.act):
            yield replace(one, actors=())
        elif one.type is ClaimType.WARN:
            yield _warned(one, scene)
        elif one.type is ClaimType.HARM and one.act.lemma == "lose" and one.act.tag_ == "VBG":
            yield _lost(one, scene)
        elif one.actors or not (one.type in DONE or one.type is ClaimType.MEET):
            yield one
        else:
            doers = _parties(_met(one.act) if one.type is ClaimType.MEET else _doers(one.act), scene)
            yield replace(one, actors=doers, targets=tuple(n for n in one.targets if n not in doers))


def _but_whence(told: Proposition, scene: Scene) -> tuple[Name, ...]:
    """Who belongs to a group, in "they came from Norland and belonged to it" not the country they came from."""
    whence = [w for w in told.act.sent if w.dep_ == "obl" and w.head is not told.act and case_of(w) in WHENCE]
    named = {m.name for w in whence for m in scene.at.get(w.i, ()) if (m.name.key or "").startswith(COUNTRY)}
    others = {m.name for w in told.act.sent if w not in whence for m in scene.at.get(w.i, ())}
    return tuple(name for name in told.actors if name not in named or name in others)


def _asks_who(act: Word) -> bool:
    """As in "did not say who took K", "it is not clear who holds it"."""
    return act.dep_ in ("ccomp", "csubj") and any(c.lower_ == "who" and c.dep_ == "nsubj" for c in act.children)


def _as_forces(told: Proposition, scene: Scene) -> Proposition:
    """As in "Norlandic guns shelled it", "no Norlandic serviceman": the state's forces; not in "a Norlandic strike"."""
    if told.type not in ARMED:
        return told
    return replace(told, actors=tuple(_force(name, told.act, scene) for name in told.actors))


def _force(name: Name, act: Word, scene: Scene) -> Name:
    key = name.key or ""
    if not key.startswith(COUNTRY):
        return name
    here = [(t, m) for t in act.sent for m in scene.at.get(t.i, ()) if m.name == name]
    if not here or not all(m.kind is MentionKind.NATIONALITY and t.i < t.head.i for t, m in here):
        return name
    if any(t.head == act or t.head.lemma not in lexicon("doers")["armed"] for t, _ in here):
        return name
    return Name(f"{here[0][1].anchor.quote} forces", f"military:{key.removeprefix(COUNTRY)}")


def _of_who(told: Proposition, scene: Scene) -> Proposition:
    """As in "the clansmen who had held K": they, though no list knows them, and no other of the sentence."""
    act, noun = told.act, told.act.head
    if told.type is not ClaimType.HOLD or act.dep_ != "acl:relcl" or is_passive(act) or noun.pos_ != "NOUN":
        return told
    who = any(c.dep_ == "nsubj" and c.lower_ == "who" for c in act.children)
    before = [t for t in noun.subtree if t.i < act.i]
    known = any(scene.mention(t.i, actor=True) is not None for t in before)
    return told if known or not who else replace(told, actors=())


def _without_namer(told: Proposition, scene: Scene) -> Proposition:
    """As in "what he called the destruction of K", "described the shelling as": who gives it a name did not do it."""
    act, verb = told.act, told.act.head
    if act.pos_ != "NOUN" or verb.lemma not in lexicon("denials")["call"] or _tells_doer(act):
        return told
    particle = any(c.dep_ == "compound:prt" for c in verb.children)  # "called in air strikes"
    others = [c for c in verb.children if c.dep_ == "obj" and c is not act and c.lower_ != "what"]
    if particle or others or not (act.dep_ in ("obj", "xcomp") or case_of(act) == "as"):
        return told
    namers = {m.name for m in scene.mentions([c for c in verb.children if c.dep_ in SUBJECTS], actor=True)}
    return replace(told, actors=tuple(name for name in told.actors if name not in namers))


def _not_his_own(told: Proposition) -> Proposition:
    """As in "21 militants were killed", which no group of them did, where the sentence does not tell who did it."""
    if told.type is not ClaimType.HARM or not (told.actors and told.targets) or _tells_doer(told.act):
        return told
    rebels = all(name.text.lower() in lexicon("doers")["rebels"] for name in told.targets)
    states = {_state(name) for name in told.targets} - {None}
    others = (n for n in told.actors if not rebels or not (n.key or "").startswith("group:"))
    return replace(told, actors=tuple(name for name in others if _state(name) not in states))


def _tells_doer(act: Word) -> bool:
    if act.pos_ == "VERB" and not is_passive(act) and any(c.dep_ == "obj" for c in act.children):
        return True
    return any(c.dep_ in ("obl:agent", "nmod:poss") or case_of(c) == "by" for c in act.children)


def _state(name: Name) -> str | None:
    """The state whose army or police somebody is."""
    kind, _, code = (name.key or "").partition(":")
    return code if kind in ("military", "police", "gendarmerie") else None


def _doers(act: Word) -> list[Word]:
    """The subject of an active verb, its own or that of the verb that it goes with."""
    classes = codebook().classes
    if act.pos_ != "VERB" or is_passive(act) or act.lemma in classes["falling"] | classes["losing"] | {"lose"}:
        return []
    own = [antecedent(c, act) for c in act.children if c.dep_ in SUBJECTS]
    return own or shared_subject(act) or _beside(act)


def _beside(act: Word) -> list[Word]:
    """As in "went up the road, burning farms"."""
    head = act.head
    bare = act.tag_ == "VBG" and act.dep_ == "advcl" and not any(c.dep_ == "mark" for c in act.children)
    if not bare or head.pos_ != "VERB" or is_passive(head) or head.lemma in lexicon("speech")["say"]:
        return []
    return [antecedent(c, head) for c in head.children if c.dep_ in SUBJECTS]


def _met(act: Word) -> list[Word]:
    """Who "broke off talks", "met the governor"."""
    verb = act if act.pos_ == "VERB" else act.head
    if verb.pos_ != "VERB" or is_passive(verb) or (verb is not act and act.dep_ != "obj"):
        return []
    return [antecedent(c, verb) for c in verb.children if c.dep_ in SUBJECTS]


def _parties(heads: list[Word], scene: Scene) -> tuple[Name, ...]:
    """Those whom the heads name, of parties and persons: no agency, and nobody who is only a place."""
    found = (scene.mention(head.i, actor=True) for head in heads)
    return tuple(m.name for m in found if m is not None and m.kind in (MentionKind.ACTOR, MentionKind.PERSON))


def _warned(told: Proposition, scene: Scene) -> Proposition:
    act = told.act
    subjects = [c for c in act.children if c.dep_ in SUBJECTS]
    if act.pos_ != "VERB" or is_passive(act) or not subjects or subjects[0].pos_ == "PRON":
        return told
    within = {m.name for t in subjects[0].subtree for m in scene.at.get(t.i, ())}
    if within & set(told.actors) or not _may_warn(subjects[0], scene):
        return told
    names = speakers(subjects, scene, cue=act)
    return replace(told, actors=names, targets=tuple(n for n in told.targets if n not in names)) if names else told


def _may_warn(subject: Word, scene: Scene) -> bool:
    """Whether a party, a person or a body warns: "the capture threatens them" is no warning."""
    words = lexicon("speech")
    mention = scene.mention(subject.i, actor=True)
    return mention is not None or subject.lemma in words["persons"] | words["of_body"] | words["of_unnamed"]


def _lost(told: Proposition, scene: Scene) -> Proposition:
    losers = _parties(_beside(told.act), scene)
    behind = _parties([c for c in told.act.children if c.dep_ == "obl" and case_of(c) == "to"], scene)
    return replace(told, actors=behind, targets=losers) if losers else told
