"""What a denial takes for granted, and an act that is called a sham.

| the sentence | |
| --- | --- |
| "denied that the withdrawal was linked to the raid", "was a defeat" | it withdrew |
| "denied that it had left because of the rebels" | it left, for another reason |
| "denied that they had taken K, because it still held it", "that a withdrawal was the plan" | denied |
| "denied having been forced to leave" | whether it left is open |
| "denied on Friday that it had left", "its claim to have taken K was rejected" | denied |
| "called the rebels' withdrawal a sham", "the withdrawal was staged" | denied, by who says so |
| "called the withdrawal a farce", "dismissed the capture of K as a stunt" | it withdrew, it took K |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fogline.claims.arguments import SUBJECTS, borrowed_subject, is_passive
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.claims.status import negated, status_of
from fogline.language.plain import Word
from fogline.records import ClaimType, Mention, Status
from fogline.records.name import key_of

GROUND = frozenset({ClaimType.CAPTURE, ClaimType.WITHDRAW, ClaimType.HOLD, ClaimType.CLOSE, ClaimType.REOPEN})
DONE_TO_OTHERS = frozenset({ClaimType.CAPTURE, ClaimType.ATTACK})
OWN_ACTS = frozenset({ClaimType.WITHDRAW, ClaimType.CLOSE, ClaimType.REOPEN})
DONE = frozenset({"have", "be", "do"})
CONTENT = frozenset({"ccomp", "xcomp", "obj"})
PLAIN = frozenset({Status.ASSERTED, Status.DENIED})
DEEP = 5


def behind_denial(act: Word, kind: ClaimType) -> Status | None:
    """The status of an act of which only the reason, or all but the look, is denied; `None` where that is not so."""
    if kind in GROUND and (sham := _as_sham(act, kind)) is not None:
        return sham
    for denied in _denied(act):
        if _is_related(act, denied) or _is_tied(act):
            return Status.ASSERTED
        if kind in OWN_ACTS and _is_of(act, denied) and _is_own(act, denied) and _has_reason(denied):
            return Status.ASSERTED
        if denied is not act and denied.lemma in lexicon("denied_reasons")["forcing"] and act.dep_ == "xcomp":
            return Status.POSSIBLE
    return Status.DENIED if _is_denied_outright(act) or _is_of_a_denied_claim(act) else None


def _is_denied_outright(act: Word) -> bool:
    """As in "denied on Saturday that the army had pulled out", whatever stands between."""
    verb = act.head
    if act.dep_ != "ccomp" or verb.lemma != "deny" or verb.pos_ != "VERB" or is_passive(verb) or act.i < verb.i:
        return False
    later = any(c.dep_ == "conj" and c.lemma in lexicon("speech")["say"] for c in verb.children)
    neither = any(c.lower_ in ("neither", "nor") for c in (*verb.children, *verb.head.children))
    return (
        not (later or neither) and status_of(verb) is Status.ASSERTED and not negated(act) and status_of(act) in PLAIN
    )


def _is_of_a_denied_claim(act: Word) -> bool:
    """As in "Norland's claim to have taken K was rejected by the army"."""
    claim, speech = act.head, lexicon("speech")
    verb = claim.head
    if act.dep_ != "acl" or claim.lemma not in speech["claims"] or verb.pos_ != "VERB":
        return False
    rejected = claim.dep_ == ("nsubj:pass" if is_passive(verb) else "obj") and verb.lemma in speech["deny"]
    return rejected and status_of(verb) is Status.ASSERTED and not negated(act)


def without_denier(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions, those that a noun tells and a denial takes for granted without who denies, or is denied to have
    a tie with them, as their doer."""
    for one in told:
        act, owners = one.act, [c for c in one.act.children if c.dep_ == "nmod:poss" or case_of(c) == "by"]
        asked = one.type in DONE_TO_OTHERS and act.pos_ == "NOUN" and not owners and bool(one.actors)
        verb = _denying(act) if asked and behind_denial(act, one.type) is Status.ASSERTED else None
        heads = [c for c in verb.children if c.dep_ in SUBJECTS] if verb is not None else []
        found = [*scene.mentions(heads, actor=True), *(_joined(act, scene) if verb is not None else ())]
        gone = {key_of(m.name) for m in found}
        yield replace(one, actors=tuple(n for n in one.actors if key_of(n) not in gone)) if gone else one


def _joined(act: Word, scene: Scene) -> Iterator[Mention]:
    """Whom a denied tie joins to an act: "any link between Norland and the raid", "Norland's links to the raid"."""
    tie = (act.head if act.dep_ == "conj" else act).head
    if tie.lemma not in lexicon("denied_reasons")["ties"]:
        return
    own = {t.i for c in act.children if c.dep_ != "conj" for t in c.subtree} | {act.i}
    for word in tie.subtree:
        mention = scene.mention(word.i, actor=True) if word.i not in own else None
        if mention is not None:
            yield mention


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
    made = denied.lemma in lexicon("denied_reasons")["made"]
    return act is denied or (act.head is denied and made and act.dep_ in ("obj", *SUBJECTS))


def _is_own(act: Word, denied: Word) -> bool:
    """Whether who denies an act would be who did it: "denied that its troops had left", "denied leaving"."""
    words = lexicon("denied_reasons")
    doers = [c for c in denied.children if c.dep_ in SUBJECTS] or borrowed_subject(denied)
    if act.pos_ == "NOUN":
        return any(c.lower_ in words["own"] for c in act.subtree if c.dep_ == "nmod:poss")
    if not doers:
        return False
    speaker = {c.lower_ for c in denied.head.children if c.dep_ in SUBJECTS}
    its = [any(c.lower_ in words["own"] for c in d.children) and d.lemma in words["men"] for d in doers]
    return all(d.lower_ in words["pronouns"] | speaker or it for d, it in zip(doers, its, strict=True))


def _is_done(clause: Word) -> bool:
    """Whether a clause tells of what was or is: "was a defeat", "had left"; not "would be", "could be", "was not"."""
    return not negated(clause) and all(c.lemma in DONE for c in clause.children if c.dep_ in ("aux", "aux:pass"))


def _is_related(act: Word, clause: Word) -> bool:
    """As in "that the withdrawal was linked to K", "was a defeat", "had anything to do with it"; not of what is told of
    any withdrawal, or of how far it is: "that a withdrawal was a defeat", "that the withdrawal was under way"."""
    words = lexicon("denied_reasons")
    subject = act.pos_ == "NOUN" and (act.dep_ in SUBJECTS or (act.dep_ == "obj" and act.head is clause.head))
    if not subject or clause is act or not _is_done(clause):
        return False
    if any(c.dep_ == "det" and c.lower_ in words["indefinite"] for c in act.children):
        return False
    if clause.pos_ == "NOUN" and any(c.dep_ == "cop" for c in clause.children):
        return _is_reason(clause) if _preposition(clause) else clause.lemma in words["meanings"]
    if clause.lemma == "have":
        return any(c.dep_ == "obj" and c.lemma in words["had"] for c in clause.children)
    return clause.lemma in words["relating"]


def _is_tied(act: Word) -> bool:
    """As in "denied any link between the raid and the talks"."""
    words, first = lexicon("denied_reasons"), act.head if act.dep_ == "conj" else act
    tie = first.head
    return tie.lemma in words["ties"] and first.dep_ in ("nmod", "obl") and case_of(first) in words["between"]


def _has_reason(clause: Word) -> bool:
    """As in "left because of the rebels", "because it feared them", "withdrew under pressure".

    Not where the reason is why somebody denies it: behind a comma, or where the sentence tells that they stayed.
    """
    reasons = [c for c in clause.children if c.dep_ in ("obl", "nmod", "advcl") and _is_reason(c)]
    if not reasons or not _is_done(clause):
        return False
    cut = any(_first(reason).nbor(-1).lower_ in (",", "-", "–", "—", ";") for reason in reasons)
    placed = any(r.dep_ == "advcl" and any(c.dep_ == "cop" for c in r.children) and _is_placed(r) for r in reasons)
    staying = lexicon("denied_reasons")["staying"]
    return not (cut or placed or any(t.lemma in staying or t.lower_ in staying for t in clause.sent))


def _is_reason(word: Word) -> bool:
    """As in "because of the rebels", "under pressure", "because it feared them"; not "under fire", "under way"."""
    words, case = lexicon("denied_reasons"), _preposition(word)
    if case in words["reasons"]:
        return case not in ("under", "out of") or word.lemma in words["pressing"]
    return word.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "because" for c in word.children)


def _preposition(word: Word) -> str:
    """The preposition of a noun, also of one that is a clause: "due to" in "that the withdrawal was due to them"."""
    return case_of(word).removeprefix("that").strip()


def _is_placed(word: Word) -> bool:
    """As in "because its troops were in the city", "because they were there"."""
    there = word.pos_ == "ADV" or any(c.lower_ == "there" for c in word.children)
    return there or any(c.dep_ == "case" for c in word.children)


def _first(reason: Word) -> Word:
    """The word that a reason begins with, behind its comma."""
    return min((c for c in reason.children if c.dep_ in ("case", "mark")), key=lambda c: c.i)


def _as_sham(act: Word, kind: ClaimType) -> Status | None:
    """As in "called the withdrawal a sham", "the withdrawal was a trick", "was staged", "faked its withdrawal".

    What is scorned was done: "called the withdrawal a farce", "dismissed the capture of K as a stunt".
    """
    words, verb, left = lexicon("denied_reasons"), act.head, kind is ClaimType.WITHDRAW
    if act.pos_ != "NOUN" or act.dep_ not in ("obj", *SUBJECTS):
        return None
    denying = verb.lemma in lexicon("speech")["deny"]
    names = _names(act) if denying or verb.lemma in words["naming"] else []
    copied = act.dep_ != "obj" and any(c.dep_ == "cop" for c in verb.children)
    called = [n for n in (*names, *([verb] if copied else [])) if _is_called(n)]
    only_told = any(c.lower_ in words["told"] for c in act.children)
    unreal = words["untrue"] | (words["tricks"] if left else frozenset())
    scorned = (left and (denying or only_told)) or (denying and only_told)
    unreal = unreal | (words["scorn"] if scorned else frozenset())
    shams = [n for n in called if any(t.lemma in unreal for t in (n, *n.conjuncts))]
    bare = left and not any(c.dep_.startswith("obl") for c in verb.children)
    staged = verb.lemma == "stage" and is_passive(verb) and act.dep_ != "obj" and bare
    feigned = verb.lemma in words["feigning"] and (act.dep_ == "obj" or is_passive(verb))
    if negated(verb) or any(negated(n) for n in names):
        return None
    if denying and called and not shams:
        return Status.ASSERTED if status_of(verb) is Status.ASSERTED else None
    if not (shams or staged or feigned):
        return None
    may = any(c.dep_ == "aux" and c.lower_ in lexicon("modality")["possible_aux"] for c in verb.children)
    status = Status.POSSIBLE if may else status_of(verb)
    return {Status.ASSERTED: Status.DENIED, Status.POSSIBLE: Status.POSSIBLE}.get(status)


def _names(act: Word) -> list[Word]:
    """What a verb of naming or of denial behind an act calls it: "called it a sham", "rejected it as a farce"."""
    behind = [c for c in act.head.children if c.i > act.i]
    named = [c for c in behind if c.dep_ in ("xcomp", "ccomp", "advcl")]
    return named + [c for c in behind if c.dep_ in ("obl", "obj") and case_of(c) == "as"]


def _is_called(name: Word) -> bool:
    """Whether a name, and all that is joined to it, is one for what is unreal; not "a betrayal and a farce"."""
    words = lexicon("denied_reasons")
    known = words["untrue"] | words["tricks"] | words["scorn"]
    return all(t.lemma in known for t in (name, *name.conjuncts))
