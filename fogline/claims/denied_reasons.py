"""What a denial takes for granted, and an act that is called a sham.

| the sentence | |
| --- | --- |
| "denied that the withdrawal was linked to the raid", "was a defeat" | it withdrew |
| "denied that it had left because of the rebels" | it left, for another reason |
| "denied having been forced to leave" | whether it left is open |
| "denied that it had left", "that its forces fled" | denied |
| "called the rebels' withdrawal a sham", "the withdrawal was staged" | denied, by who says so |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fogline.claims.arguments import SUBJECTS, is_passive
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.claims.status import negated, status_of
from fogline.language.plain import Word
from fogline.records import ClaimType, Status
from fogline.records.name import key_of

GROUND = frozenset({ClaimType.CAPTURE, ClaimType.WITHDRAW, ClaimType.HOLD, ClaimType.CLOSE, ClaimType.REOPEN})
DONE_TO_OTHERS = frozenset({ClaimType.CAPTURE, ClaimType.ATTACK})
CONTENT = frozenset({"ccomp", "xcomp", "obj"})
DEEP = 5


def behind_denial(act: Word, kind: ClaimType) -> Status | None:
    """The status of an act of which only the reason, or all but the look, is denied; `None` where that is not so."""
    if kind in GROUND and (sham := _as_sham(act, kind)) is not None:
        return sham
    for denied in _denied(act):
        if _is_related(act, denied) or _is_tied(act):
            return Status.ASSERTED
        if _has_reason(denied if denied.dep_ != "obj" else act):
            return Status.ASSERTED if _is_of(act, denied) else None
        if (
            denied is not act
            and denied.lemma in ("force", "compel", "oblige", "pressure", "press")
            and act.dep_ == "xcomp"
        ):
            return Status.POSSIBLE
    return None


def without_denier(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions, those that a noun tells and a denial takes for granted without who denies as their doer."""
    for one in told:
        act, owners = one.act, [c for c in one.act.children if c.dep_ == "nmod:poss" or case_of(c) == "by"]
        asked = one.type in DONE_TO_OTHERS and act.pos_ == "NOUN" and not owners and bool(one.actors)
        verb = _denying(act) if asked and behind_denial(act, one.type) is Status.ASSERTED else None
        heads = [c for c in verb.children if c.dep_ in SUBJECTS] if verb is not None else []
        gone = {key_of(m.name) for m in scene.mentions(heads, actor=True)}
        yield replace(one, actors=tuple(n for n in one.actors if key_of(n) not in gone)) if gone else one


def _denying(act: Word) -> Word | None:
    """The verb of denial above an act."""
    return next((t for t in act.ancestors if t.lemma in lexicon("speech")["deny"] and t.pos_ == "VERB"), None)


def _denied(act: Word) -> Iterator[Word]:
    """The content of the denial that an act stands in: a clause, or a noun; nothing of what is not denied."""
    token = act
    for _ in range(DEEP):
        verb = token.head
        if verb is token:
            return
        if token.dep_ in CONTENT and verb.lemma in lexicon("speech")["deny"] and not negated(verb):
            clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > token.i), None)
            yield clause if clause is not None and token.dep_ == "obj" else token
            return
        token = verb


def _is_of(act: Word, denied: Word) -> bool:
    """Whether an act is what is denied, with its reason, and not the reason."""
    return act is denied or act.dep_ in ("obj", "xcomp", *SUBJECTS)


def _is_related(act: Word, clause: Word) -> bool:
    """As in "that the withdrawal was linked to K", "was a defeat", "had anything to do with it"."""
    subject = act.pos_ == "NOUN" and (act.dep_ in SUBJECTS or (act.dep_ == "obj" and act.head is clause.head))
    if not subject or negated(clause) or clause is act:
        return False
    named = clause.pos_ == "NOUN" and any(c.dep_ == "cop" for c in clause.children)
    named = named and clause.lemma not in lexicon("denied_reasons")["facts"] | lexicon("denials")["false"]
    return named or clause.lemma in lexicon("denied_reasons")["relating"]


def _is_tied(act: Word) -> bool:
    """As in "denied any link between the raid and the talks"."""
    words, first = lexicon("denied_reasons"), act.head if act.dep_ == "conj" else act
    tie = first.head
    return tie.lemma in words["ties"] and first.dep_ in ("nmod", "obl") and case_of(first) in words["between"]


def _has_reason(clause: Word) -> bool:
    """As in "left because of the rebels", "because it feared them", "withdrew under pressure"."""
    words = lexicon("denied_reasons")
    for child in clause.children:
        case = case_of(child)
        told = child.dep_ in ("obl", "nmod", "advcl") and case in words["reasons"]
        if told and (case not in ("under", "out of") or child.lemma in words["pressing"]):
            return True
        if child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "because" for c in child.children):
            return True
    return False


def _as_sham(act: Word, kind: ClaimType) -> Status | None:
    """As in "called the withdrawal a sham", "the withdrawal was a trick", "was staged", "faked its withdrawal"."""
    words, verb = lexicon("denied_reasons"), act.head
    if act.pos_ != "NOUN" or act.dep_ not in ("obj", *SUBJECTS):
        return None
    naming = verb.lemma in words["naming"] | lexicon("speech")["deny"]
    names = [c for c in verb.children if c.dep_ in ("xcomp", "obl", "ccomp", "advcl") and c.i > act.i] if naming else []
    copied = act.dep_ != "obj" and any(c.dep_ == "cop" for c in verb.children)
    shams = [n for n in (*names, *([verb] if copied else [])) for t in (n, *n.conjuncts) if t.lemma in words["sham"]]
    bare = kind is ClaimType.WITHDRAW and not any(c.dep_.startswith("obl") for c in verb.children)
    staged = verb.lemma == "stage" and is_passive(verb) and act.dep_ != "obj" and bare
    feigned = verb.lemma in words["feigning"] and (act.dep_ == "obj" or is_passive(verb))
    if not (shams or staged or feigned) or negated(verb) or any(negated(n) for n in names):
        return None
    if naming and verb.lemma in lexicon("speech")["deny"] and not shams:
        return None
    may = any(c.dep_ == "aux" and c.lower_ in lexicon("modality")["possible_aux"] for c in verb.children)
    status = Status.POSSIBLE if may else status_of(verb)
    return {Status.ASSERTED: Status.DENIED, Status.POSSIBLE: Status.POSSIBLE}.get(status)
