"""Clauses: which verb a word stands under, how far one clause is from another, and in which tense it is told."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from fogline.claims.lexicon import lexicon
from fogline.language.plain import Word

HEADS = frozenset({"ROOT", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "csubj:pass"})
FAR = 9  # further than any clause whose date may be an act's
_DEEP = 40  # steps up a tree that no sentence of news needs


class Form(StrEnum):
    """How the verb of a clause stands."""

    PAST = "past"
    HAD = "had"  # before the past that is told of
    HAS = "has"
    NOW = "now"
    MODAL = "modal"
    BARE = "bare"  # infinitive, participle, or no verb: told in the tense of the clause above


def clause_of(token: Word) -> Word:
    """The head of the clause that a word stands in; an infinitive under a verb counts as that verb's clause."""
    for _ in range(_DEEP):
        if _is_head(token):
            break
        token = token.head
    return token


def _is_head(token: Word) -> bool:
    if token.dep_ in HEADS or token.head == token:
        return True
    if token.dep_ != "conj":
        return False
    return token.pos_ in ("VERB", "AUX") or any(c.dep_.startswith(("nsubj", "cop")) for c in token.children)


def clauses_over(clause: Word) -> list[Word]:
    """The clause and all that it hangs in, up to the sentence's own."""
    found = [clause]
    while found[-1].head != found[-1] and len(found) < _DEEP:
        found.append(clause_of(found[-1].head))
    return found


def form_of(clause: Word) -> Form:
    """How the verb of the clause stands by itself."""
    helpers = {c.lower_ for c in clause.children if c.dep_.startswith(("aux", "cop"))}
    words = lexicon("when")
    if (helpers & words["modal"] and clause.lemma_ not in words["perceived"]) or is_to_be(clause):
        return Form.MODAL
    if helpers & {"had", "having"}:
        return Form.HAD
    if helpers & words["has"]:
        return Form.HAS
    if clause.tag_ == "VBD" or helpers & words["past"]:
        return Form.PAST
    if clause.tag_ in ("VBZ", "VBP") or helpers & words["present"]:
        return Form.NOW
    return Form.BARE


def is_to_be(clause: Word) -> bool:
    """Whether a verb stands as in "are to meet", "were to leave"."""
    helpers = {c.lower_ for c in clause.children if c.dep_.startswith(("aux", "cop"))}
    bound = helpers & (lexicon("when")["present"] | lexicon("when")["past"])
    return clause.tag_ == "VB" and bool(bound) and any(c.lower_ == "to" for c in clause.children)


def supposed(clause: Word) -> bool:
    """Whether a clause tells a condition ("if Karsin fell"), or when what lies ahead will be ("once it falls")."""
    for over in clauses_over(clause):
        if over.dep_ != "advcl":
            continue
        mark = mark_of(over)
        first = next(iter(over.subtree))
        if mark in ("if", "unless") or (first.lower_ in ("were", "should", "had") and first.head == over):
            return True
        if mark and form_of(over) is Form.NOW and told_in(clause_of(over.head)) is Form.MODAL:
            return True
    return False


def told_in(clause: Word) -> Form:
    """How the nearest verb stands that has a tense: the clause's own, or that of the clauses above."""
    for over in clauses_over(clause):
        form = form_of(over)
        if form is not Form.BARE:
            return form
    return Form.BARE


def distance(act: Word, date: Word) -> int:
    """How far the clause of a date is from that of an act: 0 the same, up to `FAR`, where the date is not the act's.

    A date rules what is joined to its clause after it, and what hangs in it; not what its clause hangs in.  Of clauses
    that are joined to one the later ones follow the earlier: "declared a truce, but attacked on Monday and took K".
    """
    over_act, over_date = clauses_over(act), clauses_over(date)
    shared = next((c for c in over_act if c in over_date), None)
    if shared is None:
        return FAR
    mine, theirs = list(_below(over_act, shared)), list(_below(over_date, shared))
    if mine and theirs and mine[-1].dep_ == theirs[-1].dep_ == "conj" and theirs[-1].i < mine[-1].i:
        theirs.pop()
    steps, down = [_step_up(c) for c in mine], [_step_down(c) for c in theirs]
    if steps and down:
        return FAR
    return min(FAR, sum(steps) + sum(down))


def _below(chain: list[Word], shared: Word) -> Iterator[Word]:
    for clause in chain:
        if clause == shared:
            return
        yield clause


def mark_of(clause: Word) -> str:
    """The word that joins a clause to the one above: "after", "when", "since"; empty where there is none."""
    marks = lexicon("when")["joining"]
    return next((c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod", "case") and c.lower_ in marks), "")


def _step_up(clause: Word) -> int:
    """From an act's clause to the date of the clause above."""
    if clause.dep_ == "advcl":
        if form_of(clause) is Form.HAD:
            return 5
        return 3 if mark_of(clause) in ("after", "before", "since", "until") else 2
    if clause.dep_ == "acl:relcl" and form_of(clause) is Form.HAS:
        return FAR
    return 3 if clause.dep_ in ("acl:relcl", "acl", "ccomp") else 2


def _step_down(clause: Word) -> int:
    """From an act's clause to the date of a clause that hangs in it."""
    if clause.dep_ == "advcl" and mark_of(clause) in ("when", "as", "while", "since"):
        return 3
    if clause.dep_ == "ccomp" and clause.head.lemma_ not in lexicon("speech")["say"] | lexicon("speech")["deny"]:
        return 4
    return 6 if _of_subject(clause) else FAR


def _of_subject(clause: Word) -> bool:
    """As in "the rockets that came down on Friday were theirs": the same past is told of the subject."""
    if clause.dep_ not in ("acl", "acl:relcl") or not clause.head.dep_.startswith("nsubj"):
        return False
    return form_of(clause) is not Form.HAD and told_in(clause_of(clause.head)) is Form.PAST
