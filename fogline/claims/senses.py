"""Where the grammar leaves no doubt in which sense an act is told, whatever the reader made of it."""

from __future__ import annotations

from fogline.claims.ended import is_over
from fogline.claims.lexicon import lexicon
from fogline.claims.prevented import is_prevented
from fogline.claims.retractions import is_plainly_said
from fogline.claims.scene import case_of
from fogline.claims.status import negated, only_to, put_to_use, status_of
from fogline.claims.unproven import is_asked, unproven
from fogline.claims.when_clauses import Form, clause_of, is_to_be, told_in
from fogline.language.plain import Word
from fogline.records import ClaimType, Status

GROUND = frozenset({ClaimType.CAPTURE, ClaimType.WITHDRAW})
TO_COME = frozenset({ClaimType.ATTACK, ClaimType.MEET, ClaimType.WITHDRAW, ClaimType.DEPLOY})  # what can be called off
HELPING = frozenset({"help", "aid", "assist"})
SUPPOSED = frozenset({"would", "could", "might"})


def in_sense(act: Word, kind: ClaimType, status: Status) -> Status:
    """The status of an act, that which was found so far mended by the words at the act.

    A "not" and an aim ("a push to take K") are not to be overlooked; what is begun is done, and so is what was not
    done *until* Friday; help is given by whoever sends it; talks that "are to" settle something lie ahead.
    """
    known = unproven(act) if status in (Status.ASSERTED, Status.DENIED) else None
    if known is not None:
        return known
    if status is Status.DENIED and not negated(act) and (_is_wondered(act) or _is_of_the_helped(act)):
        return Status.ASSERTED
    if status is Status.DENIED and is_asked(act) and not negated(act):
        return Status.POSSIBLE
    gone = (
        (kind is ClaimType.HOLD and (_is_lost(act) or _is_shown_no_more(act)))
        or is_prevented(act)
        or is_over(act, kind)
    )
    if status is Status.DENIED and not gone and is_plainly_said(act):
        return Status.ASSERTED
    return Status.DENIED if gone and not negated(act) else _at_the_act(act, kind, status)


def _is_lost(act: Word) -> bool:
    """As in "lost its grip on K"; not "is losing its grip on K"."""
    lost = act.head.lemma == "lose" and act.head.tag_ in ("VBD", "VBN") and not negated(act.head)
    return lost and act.pos_ == "NOUN" and act.dep_ == "obj"


def _is_shown_no_more(act: Word) -> bool:
    """As in "the map no longer shows K under their control"."""
    verb = next((t for t in act.ancestors if t.pos_ == "VERB"), act)
    return act.pos_ == "NOUN" and verb.lemma in lexicon("modality")["showing"] and negated(verb)


def _at_the_act(act: Word, kind: ClaimType, status: Status) -> Status:
    if status is Status.ASSERTED and (negated(act) or act.tag_ == "VB" or _follows_bare(act)):
        status = status_of(act)
    if status is Status.ASSERTED and kind in GROUND:
        status = _of_ground(act)
    if status in (Status.ASSERTED, Status.PLANNED) and (off := _called_off(act, kind)) is not None:
        return off
    if status is Status.ASSERTED:
        return _unsaid(act)
    if status is Status.CONDITIONAL and kind in GROUND and _is_undertaken(act) and status_of(act) is Status.PLANNED:
        return Status.PLANNED  # "any operation to take K should be theirs"
    if status is Status.DENIED and negated(act) and _until(act):
        return Status.ASSERTED
    if status is Status.PLANNED and _is_done(act, kind):
        return Status.ASSERTED
    return status


def _unsaid(act: Word) -> Status:
    """The status of what is not told as done after all, by the words at the act."""
    if refuting(act) is not None or _of_none(act):
        return Status.DENIED
    if _not_said(act):
        return Status.POSSIBLE
    if (aim := _aimed(act)) is not None:
        return aim
    if act.pos_ != "NOUN" or act.dep_ != "nsubj":
        return Status.ASSERTED
    if is_to_be(act.head):
        return Status.PLANNED
    # "the fall of K is critical": it is still to come
    ahead = act.head.lemma in lexicon("modality")["needed"] or _is_matter_of_time(act.head)
    return Status.POSSIBLE if ahead else Status.ASSERTED


def _is_matter_of_time(head: Word) -> bool:
    """As in "the fall of K is only a matter of time"."""
    times = lexicon("modality")["times"]
    return head.lemma in ("matter", "question") and any(c.lemma in times and case_of(c) == "of" for c in head.children)


def refuting(act: Word) -> Word | None:
    """The verb by which a claim of the act is denied: "refuted claims about taking K", "denied reports of its fall"."""
    speech, said = lexicon("speech"), act.head
    if act.dep_ not in ("acl", "advcl", "nmod", "obl"):
        return None
    about = any(c.lower_ in ("about", "of") and c.dep_ in ("mark", "case") for c in act.children)
    verb = said if about and said.pos_ == "VERB" else said.head  # "about taking K" hangs on either
    told = any(c.dep_ == "obj" and c.lemma in speech["claims"] and c.i < act.i for c in verb.children)
    return verb if told and verb.lemma in speech["deny"] and not negated(verb) else None


def _follows_bare(act: Word) -> bool:
    """As in "planned to break their lines and recapture K": the second verb is often read as one of its own."""
    return act.dep_ == "conj" and act.tag_ == "VBP" and act.head.tag_ == "VB"


def _of_ground(act: Word) -> Status:
    """The status of a capture or withdrawal told as done, by what governs it."""
    if _is_lent(act) and status_of(act) is Status.PLANNED:
        return Status.PLANNED
    if _is_undertaken(act):
        return Status.PLANNED
    if _is_means(act) and (status := status_of(act.head)) is not Status.ASSERTED:
        return status
    return Status.CONDITIONAL if is_supposed(act) else Status.ASSERTED


def _is_means(act: Word) -> bool:
    """As in "were unable to cut the road by taking K": in the sense of what it is a means to."""
    means = any(c.dep_ == "mark" and c.lower_ == "by" for c in act.children)
    return means and act.dep_ == "advcl" and act.tag_ == "VBG" and act.head.pos_ == "VERB"


def _is_lent(act: Word) -> bool:
    """As in "a push to gain control of K": the noun is told in the sense of its verb."""
    return act.pos_ == "NOUN" and act.dep_ == "obj" and act.head.tag_ == "VB"


def _is_undertaken(act: Word) -> bool:
    """As in "began an offensive to take K", "is fighting to take K": what they fight for."""
    verb = act.head if _is_lent(act) else act
    words = lexicon("modality")
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        return verb.head.lemma in words["undertakings"]
    if verb.dep_ != "xcomp" or verb.tag_ != "VB":
        return False
    begun = (c.lemma for c in verb.head.children if c.dep_ == "obj" and c.i < verb.i)
    return verb.head.lemma in words["striving"] or any(word in words["undertakings"] for word in begun)


def is_supposed(act: Word) -> bool:
    """As in "the capture of K would cut the road", "and taking it could": nobody says that it was taken."""
    if act.pos_ != "NOUN" and act.tag_ not in ("VBG", "VBP"):
        return False
    if act.dep_ in ("nsubj", "csubj"):
        return any(c.dep_ == "aux" and c.lower_ in SUPPOSED for c in act.head.children)
    behind = act.right_edge.i + 1
    marked = any(c.dep_ == "mark" for c in act.children)
    return act.tag_ == "VBG" and not marked and behind < act.sent.end and act.doc[behind].lower_ in SUPPOSED


def _not_said(act: Word) -> bool:
    """As in "did not say that they had left K"; of "did not say when they left K" the leaving is told."""
    asked = any(word.tag_.startswith("W") and word.i < act.i for word in act.children)
    content = act.dep_ == "ccomp" and act.i > act.head.i and act.head.lemma in lexicon("modality")["unsaid_verbs"]
    return content and not asked and negated(act.head)


def _is_wondered(act: Word) -> bool:
    """As in "did not say who took K": that it was taken is told."""
    content = act.dep_ == "ccomp" and act.i > act.head.i and act.head.lemma in lexicon("modality")["unsaid_verbs"]
    return content and negated(act.head) and any(w.tag_.startswith("W") and w.i < act.i for w in act.children)


def _is_of_the_helped(act: Word) -> bool:
    """As in "denied that it helped the rebels to hold K": they hold it, with or without its help."""
    helping = act.tag_ == "VB" and act.dep_ in ("xcomp", "advcl", "ccomp") and act.head.lemma in HELPING
    return helping and any(c.dep_ == "obj" and c.i < act.i for c in act.head.children)


def _called_off(act: Word, kind: ClaimType) -> Status | None:
    """As in "the talks were called off", "cancelled its withdrawal", "the assault was postponed"; not "delayed their
    advance"."""
    words, verb = lexicon("modality"), act.head
    others = any(c.dep_ == "nmod:poss" and c.tag_ != "PRP$" for c in act.children) and act.dep_ == "obj"
    if kind not in TO_COME or others or act.pos_ != "NOUN" or act.dep_ not in ("obj", "nsubj:pass"):
        return None
    if status_of(verb) is not Status.ASSERTED:
        return None
    off = verb.lemma == "call" and any(c.lower_ == "off" for c in verb.children)
    if off or verb.lemma in words["cancelling"]:
        return Status.DENIED
    return Status.PLANNED if verb.lemma in words["putting_off"] else None


def _aimed(act: Word) -> Status | None:
    """As in "the aim of taking K", "predicted the fall of K": it lies ahead; "to keep them from taking K": it might."""
    words = lexicon("modality")
    marks = {c.lower_ for c in act.children if c.dep_ in ("mark", "case")}
    noun = act.pos_ == "NOUN"
    if noun and act.dep_ == "obj" and act.head.lemma in words["foretelling"]:
        return Status.PLANNED
    if not (noun or act.tag_ == "VBG") or act.dep_ not in ("acl", "advcl", "obl", "nmod", "xcomp"):
        return None
    if "from" in marks and not noun and act.head.lemma in words["denied_verbs"] and not negated(act.head):
        return Status.POSSIBLE
    if marks & {"on", "upon"} and act.head.lemma in words["bent"]:
        return Status.PLANNED  # "focused its efforts on taking K"
    return Status.PLANNED if marks & {"of", "at", "for"} and act.head.lemma in words["aims"] else None


def _of_none(act: Word) -> bool:
    """As in "sent no troops"."""
    objects = [c for c in act.children if c.dep_ == "obj"] if act.pos_ == "VERB" else []
    return any(c.lower_ == "no" and c.dep_ == "det" for o in objects for c in o.children)


def _until(act: Word) -> bool:
    """As in "did not open it until May"."""
    return any(c.lower_ == "until" for child in act.children for c in child.children if child.dep_ in ("obl", "advcl"))


def _is_done(act: Word, kind: ClaimType) -> bool:
    """Whether what sounds like a plan is told as done: begun, sent, or there and at risk."""
    if kind is ClaimType.HOLD and _is_at_risk(act):
        return True
    if kind is ClaimType.FORM and act.tag_ == "VB" and _came_together(act):
        return True
    return only_to(act) or put_to_use(act) or _begun(act) or (kind is ClaimType.SUPPORT and _sent_to(act))


def _came_together(act: Word) -> bool:
    """As in "five groups merged to form the front"."""
    joined = act.head.lemma in lexicon("modality")["uniting"] and act.dep_ in ("advcl", "xcomp")
    return joined and told_in(clause_of(act.head)) in (Form.PAST, Form.HAD, Form.HAS)


def _begun(act: Word) -> bool:
    """As in "are beginning to leave"."""
    begun = act.dep_ == "xcomp" and act.head.lemma in lexicon("modality")["begun"] and not negated(act.head)
    return begun and not _is_undertaken(act)


def _is_at_risk(act: Word) -> bool:
    """As in "threatens their presence in K": what is threatened is there."""
    return act.pos_ == "NOUN" and act.dep_ in ("obj", "nsubj:pass") and act.head.lemma in lexicon("modality")["risking"]


def _sent_to(act: Word) -> bool:
    """As in "sent a convoy to help them": the sending is told as done."""
    done = told_in(clause_of(act.head)) in (Form.PAST, Form.HAD, Form.HAS)
    return (
        act.tag_ == "VB" and act.dep_ in ("advcl", "acl") and done and status_of(clause_of(act.head)) is Status.ASSERTED
    )
