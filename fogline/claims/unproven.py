"""What a report tells as unproven: rumours, and what nobody could confirm.

| the sentence | the fall of Karsin |
| --- | --- |
| "residents could not confirm that Karsin had fallen" | possible |
| "there were rumours that Karsin had fallen", "unconfirmed reports said Karsin had fallen" | possible |
| "reports that Karsin had fallen could not be verified", "would not confirm the fall of Karsin" | possible |
| "declined to say whether Karsin had fallen", "asked about the fall of Karsin, he declined to comment" | possible |
| "officials suspect that Karsin has fallen" | possible |
| "a video purporting to show rebels in control of Karsin" | possible |
| "the army neither confirmed nor denied that Karsin had fallen", "did not deny that Karsin had fallen" | possible |
| "Karsin must have fallen", "may be in rebel hands" | possible |
| "nobody doubts that Karsin has fallen", "will not accept the loss of Karsin" | asserted |
| "the report of the fall of Karsin was premature", "was to have fallen" | denied |
| "wrongly said that Karsin had fallen", "withdrew a report that Karsin had fallen" | denied |
"""

from __future__ import annotations

from collections.abc import Iterator

from fogline.claims.arguments import SUBJECTS
from fogline.claims.codebook import codebook
from fogline.claims.lexicon import lexicon
from fogline.claims.retractions import content_of, is_taken_back, is_wrongly_said
from fogline.claims.scene import case_of
from fogline.claims.status import negated
from fogline.language.plain import Word
from fogline.records import Status

CONTENT = frozenset({"ccomp", "acl", "csubj", "csubj:pass", "xcomp"})
NOBODY = frozenset({"nobody", "none", "no", "few", "one"})
MOST = 3  # clauses between an act and the words that say how it is known


def unproven(act: Word) -> Status | None:
    """The status of an act by the words that say how it is known; `None` where there are none."""
    if negated(act):
        return None
    if (helped := _by_auxiliaries(act)) is not None:
        return helped
    if _is_untrue(act):
        return Status.DENIED
    if _is_purported(act):
        return Status.POSSIBLE
    if act.pos_ == "NOUN" and act.dep_ in ("obj", "nsubj:pass"):
        if _is_left_open(act.head):
            return Status.POSSIBLE
        if act.head.lemma in lexicon("modality")["facing"] and negated(act.head) and _has_happened(act):
            return Status.ASSERTED
    for clause in _around(act):
        if any(c.lower_ == "whether" for c in clause.children):
            return Status.POSSIBLE
        head = clause.head
        if is_wrongly_said(head) and not _is_told_beside(act, clause):
            return Status.DENIED
        if head.pos_ in ("VERB", "AUX"):
            suspects = clause is act and head.lemma in lexicon("modality")["suspecting"] and not negated(head)
            found = Status.POSSIBLE if suspects else _by_verb(head)
        else:
            found = Status.POSSIBLE if _is_hearsay(head) or _is_unconfirmed(head) else None
        if found is not None:
            return found
    return None


def _is_told_beside(act: Word, clause: Word) -> bool:
    """As in "wrongly said that the army had taken K, but the rebels hold it": what is joined to it."""
    own = any(c.dep_ in SUBJECTS for c in act.children)
    joined = act is not clause and act.dep_ == "conj" and any(c.dep_ == "cc" for c in act.children)
    return joined and own and not any(c.dep_ == "mark" for c in act.children)  # "and that they had fled" was said, too


def _has_happened(noun: Word) -> bool:
    """As in "the loss of K", "its fall"; not "any loss", "a withdrawal"."""
    marks = {c.lower_ for c in noun.children if c.dep_ == "det"} | {c.dep_ for c in noun.children}
    return noun.lemma in codebook().classes["losing"] and bool(marks & {"the", "nmod:poss"}) and "any" not in marks


def _by_auxiliaries(act: Word) -> Status | None:
    """As in "must have fallen", "appears to have fallen", "may be in rebel hands", "was to have been taken"."""
    before = [c.lower_ for c in act.children if c.dep_ in ("aux", "mark", "cop") and c.i < act.i]
    if before[:3] in (["was", "to", "have"], ["were", "to", "have"]):
        return Status.DENIED
    may = before[:1] in (["may"], ["might"]) and act.pos_ != "VERB"
    may = may or (act.dep_ == "xcomp" and act.head.lemma in ("appear", "seem") and not negated(act.head))
    return Status.POSSIBLE if may or before[:2] == ["must", "have"] else None


def _said(act: Word) -> Word | None:
    """The noun for what was said that an act is the content of: "the report of its fall", "the claim that it fell"."""
    content = act.dep_ == "acl" or (act.dep_ == "nmod" and case_of(act) == "of")
    return act.head if content and act.head.lemma in lexicon("speech")["claims"] else None


def _is_untrue(act: Word) -> bool:
    """As in "the report that it fell was premature", "withdrew its report that it fell"."""
    said = _said(act)
    told = said or content_of(act)
    return (said is not None and _is_wrong(said)) or (told is not None and is_taken_back(told))


def _is_wrong(said: Word) -> bool:
    """As in "the report was premature"; the parse may hang "was wrong" on "said reports", or on the reports."""
    untrue = lexicon("denials")["false"] | lexicon("modality")["early"]
    told = [said.head] if said.dep_ in SUBJECTS else []
    above = said.head.children if said.dep_ == "obj" or _has_two_subjects(said.head) else ()
    told += [c for c in (*above, *said.children) if c.dep_ in ("ccomp", "acl") and c.i > said.i]
    return any(t.lemma in untrue and any(c.dep_ == "cop" for c in t.children) and not negated(t) for t in told)


def _has_two_subjects(verb: Word) -> bool:
    """As the parse has it in "reports that K fell were wrong, the army said"."""
    return sum(c.dep_ in SUBJECTS for c in verb.children) > 1


def _around(act: Word) -> Iterator[Word]:
    """The clauses that an act is told in, from the inmost: those that are the content of something."""
    token, seen = act, 0
    while token.head is not token and seen < MOST:
        if token.dep_ in CONTENT and (token.i > token.head.i or token.dep_.startswith("csubj")):
            seen += 1
            yield token
        elif token.dep_ == "acl" or token.dep_ not in ("obj", "nsubj", "obl", "nmod", "conj", "nsubj:pass", "compound"):
            return
        token = token.head


def _by_verb(verb: Word) -> Status | None:
    lists, both = lexicon("modality"), _neither(verb)
    if _is_left_open(verb):
        return Status.POSSIBLE
    if verb.lemma in lists["doubting"] and (both or negated(verb)):
        sure = verb.lemma != "deny" or _by_nobody(verb)
        return Status.ASSERTED if sure and not both else Status.POSSIBLE
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    if any(_has_unproven(c) or c.lemma in lists["hearsay"] for c in subjects):
        return Status.POSSIBLE
    return None


def _is_left_open(verb: Word) -> bool:
    """As in "could not confirm", "has yet to confirm", "neither confirmed nor denied", "declined to say"."""
    lists, above = lexicon("modality"), verb.head
    declined = verb.dep_ == "xcomp" and above.lemma in lists["declining"] and not negated(above)
    if declined and verb.lemma in lists["proving"] | lists["unsaid_verbs"]:
        return True
    yet = verb.tag_ == "VB" and verb.doc.text(max(verb.sent.start, verb.i - 2), verb.i).lower() == "yet to"
    return verb.lemma in lists["proving"] and (_neither(verb) or negated(verb) or yet)


def is_asked(act: Word) -> bool:
    """As in "asked about the fall of K, he ...": what is asked about is not denied by who is asked."""
    token = act
    for _ in range(MOST):
        if token.head is token:
            return False
        token = token.head
        if token.lemma == "ask" and token.dep_ in ("advcl", "acl"):
            return not any(c.dep_ == "nsubj" for c in token.children)
    return False


def _neither(verb: Word) -> bool:
    """As in "neither confirmed nor denied", "would neither confirm nor deny"."""
    joined = [c for c in verb.children if c.dep_ == "conj"]
    return any(c.lower_ in ("neither", "nor") for one in (verb, *joined) for c in one.children)


def _by_nobody(verb: Word) -> bool:
    return any(
        c.dep_ in SUBJECTS and (c.lower_ in NOBODY or any(g.lower_ in ("no", "few") for g in c.children))
        for c in verb.children
    )


def _is_hearsay(noun: Word) -> bool:
    """As in "rumours that K fell", "unconfirmed reports of its fall", "no confirmation that it fell"."""
    lists = lexicon("modality")
    if noun.lemma in lists["proofs"]:
        return any(c.lower_ == "no" for c in noun.children) or negated(noun.head)
    return noun.lemma in lists["hearsay"] or _has_unproven(noun)


def _has_unproven(noun: Word) -> bool:
    """As in "unconfirmed reports", "purported footage", "the video, which could not be verified,"."""
    lists = lexicon("modality")
    clauses = (c for c in noun.children if c.dep_.startswith("acl") and c.lemma in lists["proving"])
    return any(c.lower_ in lists["unproven"] for c in noun.children) or any(negated(c) for c in clauses)


def _is_purported(act: Word) -> bool:
    """As in "footage purporting to show that K fell", "purports to show them in K"."""
    return any(t.lemma in lexicon("modality")["purporting"] for t in act.ancestors)


def _is_unconfirmed(noun: Word) -> bool:
    """As in "could not confirm reports that K fell"; "reports that K fell could not be confirmed", whose last verb may
    be parsed as one more of the noun."""
    if noun.lemma not in lexicon("speech")["claims"] | lexicon("modality")["footage"]:
        return False
    if noun.dep_ == "obj" and _is_left_open(noun.head):
        return True
    verbs = [noun.head] if noun.dep_ in SUBJECTS else [c for c in noun.children if c.dep_ == "acl"]
    return any(v.lemma in lexicon("modality")["proving"] and negated(v) for v in verbs)
