"""In which sense an act is told: asserted, denied, planned, conditional or possible."""

from __future__ import annotations

from collections.abc import Iterable

from fogline.claims.lexicon import lexicon
from fogline.claims.scene import case_of
from fogline.language.plain import Word
from fogline.records import Status

NEGATING = frozenset({"advmod", "det", "cc:preconj", "neg", "mark", "case"})
BEYOND = frozenset({"out of", "beyond", "outside", "outside of", "free of", "free from"})
RANKS = frozenset({"first", "second", "third", "last", "latest", "only"})
UP = frozenset(
    {"xcomp", "ccomp", "advcl", "acl", "csubj", "conj", "obj", "obl", "nmod", "nsubj", "nsubj:pass", "amod", "compound"}
)


def status_of(act: Word) -> Status:
    """The status of an act, from its own words first, then from what governs it.

    A denial outweighs a condition, a condition a plan, a plan a possibility.
    """
    if negated(act):
        return Status.DENIED
    if _conditional(act):
        return Status.CONDITIONAL
    verb = act if act.pos_ in ("VERB", "AUX") else _governing_verb(act)
    if verb is not None:
        if verb != act and negated(verb):
            return Status.DENIED
        own = _by_auxiliary(verb)
        if own is not None:
            return own
    return Status.ASSERTED if only_to(act) or put_to_use(act) else _by_governor(act) or Status.ASSERTED


def may_deny(sentence: Iterable[Word]) -> bool:
    """Whether a sentence has a word by which something can be denied, of whatever part of it."""
    words = lexicon("modality")
    denying = words["denying"] | words["negative"]
    return any(word.lower_ in denying or word.lemma in denying for word in sentence)


def put_to_use(act: Word) -> bool:
    """As in "mortars were used to shell K", "used tunnels to enter K"; not "will be used", "used to hold K"."""
    use, told = act.head, act.tag_ == "VB" and act.dep_ in ("xcomp", "advcl")
    done = told and use.lemma == "use" and use.tag_ in ("VBN", "VBD") and not negated(use)
    with_it = done and any(c.dep_ in ("nsubj:pass", "obj") for c in use.children)
    return with_it and _by_auxiliary(use) is None


def only_to(act: Word) -> bool:
    """As in "they took K, only to lose it": it came to that."""
    mark = next((c for c in act.children if c.dep_ == "mark" and c.lower_ == "to"), None)
    told = act.dep_ in ("advcl", "xcomp") and act.head.tag_ in ("VBD", "VBZ", "VBP", "VBN")
    told = told and act.head.lemma not in lexicon("modality")["planned_verbs"]
    return told and mark is not None and mark.i > mark.sent.start and mark.nbor(-1).lower_ == "only"


def negated(token: Word) -> bool:
    """Whether a word is negated by a word of its own: "did not take", "no fighting", "no longer holds"."""
    negative = lexicon("modality")["negative"]
    if token.dep_ == "cop" and token.head is not token:
        return negated(token.head)  # "they are not in K"
    if _undone(token):
        return True
    for child in token.children:
        if _no_longer(child, token):
            return True
        if child.lower_ in negative and child.dep_ in NEGATING and not _not_only(child):
            return True
        if child.dep_ in ("nsubj", "nsubj:pass") and (
            child.lower_ in negative
            or any(g.lower_ in ("no", "neither", "not") and g.i < child.i and not _not_only(g) for g in child.children)
        ):
            return True
    return False


def _not_only(word: Word) -> bool:
    """As in "not only did they take K, ...", "not until Friday did they take K"."""
    return word.i + 1 < word.sent.end and word.nbor(1).lower_ in ("only", "just", "merely", "simply", "least", "until")


def _undone(act: Word) -> bool:
    """As in "nearly took K", "all but took K", "came close to taking K", "stopped holding K", "rules out leaving K",
    "far from taking K", "rather than leave K"."""
    lists, start = lexicon("modality"), act.sent.start
    if act.pos_ == "VERB" and act.lemma not in lists["by_degrees"]:
        before = act.doc.text(max(start, act.i - 2), act.i).lower()
        if before.split()[-1:] in (["nearly"], ["almost"]) or before == "all but":
            return True
        if act.tag_ == "VBG" and before in ("short of", "close to", "far from", "instead of"):
            return True
        if before == "rather than":
            return True
    if act.pos_ == "NOUN" and act.lemma in ("hand", "control", "grip", "reach") and case_of(act) in BEYOND:
        return True  # "K is out of the army's hands", "remains beyond its control"
    verb = act.head
    ends = act.tag_ == "VBG" and act.dep_ == "xcomp" and verb.lemma in lists["ending"]
    out = verb.lemma == "rule" and act.dep_ in ("obj", "xcomp") and any(c.lower_ == "out" for c in verb.children)
    return (ends or out) and not negated(verb)


def _no_longer(word: Word, act: Word) -> bool:
    """As in "the army no longer holds K"; "no longer united, they hold K" says so of another word."""
    if word.lower_ != "longer" or word.i == word.sent.start or word.nbor(-1).lower_ != "no":
        return False
    return word.i < act.i and all(t.text != "," for t in act.doc[word.i : act.i])


def _by_auxiliary(verb: Word) -> Status | None:
    words = lexicon("modality")
    for child in verb.children:
        if child.dep_ == "aux":
            low = child.lower_
            if low in words["possible_aux"]:
                return Status.POSSIBLE
            if low in words["planned_aux"] and not _perfect(verb):
                return Status.PLANNED
        elif child.dep_ == "advmod" and child.lower_ in words["possible_words"]:
            return Status.POSSIBLE
    return None


def _perfect(verb: Word) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)


def _conditional(act: Word) -> bool:
    """In an if-clause, or in the main clause of one."""
    marks = lexicon("modality")["conditional_marks"]
    token = act
    for _ in range(6):
        if any(c.dep_ == "mark" and c.lower_ in marks - {"until", "once", "whether"} for c in token.children):
            return True
        if token.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
            for child in token.children:
                if child.lower_ in ("should", "were") and child.is_sent_start and child.dep_.startswith(("aux", "cop")):
                    return True  # "Should Karsin fall, ..."
                if child.dep_ == "advcl" and any(
                    g.dep_ == "mark" and g.lower_ in ("if", "unless") for g in child.children
                ):
                    return True
        if token.head == token or token.dep_ not in UP | {"parataxis"}:
            return False
        if token.dep_ == "ccomp" and token.head.lemma_ in lexicon("speech")["say"]:
            return False
        token = token.head
    return False


def _governing_verb(noun: Word) -> Word | None:
    token = noun
    for _ in range(3):
        if token.dep_ not in ("obj", "nsubj", "nsubj:pass", "obl", "conj", "nmod"):
            return None
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def _by_governor(act: Word) -> Status | None:
    lists = lexicon("modality")
    token = act
    for _ in range(4):
        head = token.head
        if head == token:
            return None
        word = head.lemma
        infinitive = any(c.dep_ == "mark" and c.lower_ == "to" for c in token.children)
        if token.dep_ in ("xcomp", "advcl", "acl", "ccomp", "obl", "csubj"):
            if word in lists["denied_verbs"] and (infinitive or token.dep_ != "ccomp"):
                return Status.DENIED if token.dep_ in ("xcomp", "obl") else Status.PLANNED
            if infinitive and (word in lists["planned_verbs"] or word in lists["planned_heads"]):
                return Status.DENIED if negated(head) else Status.PLANNED
            if word in lists["denied_heads"] and infinitive:
                return Status.ASSERTED if negated(head) else Status.DENIED
            if word in lists["possible_verbs"] | lists["possible_heads"] and token.dep_ in ("xcomp", "csubj"):
                return Status.POSSIBLE
            if infinitive and token.dep_ in ("advcl", "acl"):
                return None if _ranked(head) else Status.PLANNED
        elif token.dep_ in ("nmod", "obj", "compound") and word in lists["planned_heads"] | lists["planned_verbs"]:
            return Status.PLANNED
        if token.dep_ not in UP or (token.dep_ == "ccomp" and word in lexicon("speech")["say"]):
            return None
        token = head
    return None


def _ranked(noun: Word) -> bool:
    """As in "the first town to fall": it has fallen."""
    return noun.lower_ in RANKS or any(c.lower_ in RANKS for c in noun.children)
