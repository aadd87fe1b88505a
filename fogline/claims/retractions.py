"""What a report tells as said in error, "wrongly said that Karsin fell", or taken back, "withdrew its report of it".

And what somebody plainly said, which no "denied" beside it turns around: "denied, then confirmed, that Karsin fell".
"""

from __future__ import annotations

from fogline.claims.arguments import is_passive
from fogline.claims.lexicon import lexicon
from fogline.claims.status import negated, status_of
from fogline.language.plain import Word
from fogline.records import Status

CONTENT = frozenset({"ccomp", "xcomp", "acl", "csubj", "advcl"})
DONE_TO = frozenset({"obj", "nsubj:pass"})
WHOLE = 5  # clauses that are looked at above what was said


def is_wrongly_said(verb: Word) -> bool:
    """As in "wrongly said that K fell", "was wrong to say that it fell"."""
    if verb.lemma not in lexicon("speech")["say"] or negated(verb):
        return False
    if any(c.lower_ in lexicon("denials")["wrongly"] for c in verb.children):
        return True
    above = verb.head
    wrong = above.lemma in lexicon("modality")["early"] and any(c.dep_ == "cop" for c in above.children)
    return wrong and verb.tag_ == "VB" and verb.dep_ in CONTENT and not negated(above)


def is_taken_back(said: Word) -> bool:
    """Whether a report or claim was taken back: "withdrew a report that K fell", "its claim was retracted"."""
    if said.lemma not in lexicon("speech")["claims"] | {"story"}:
        return False
    behind = [
        c for c in said.children if c.dep_ == "acl" and is_passive(c)
    ]  # as "reports that K fell were retracted" is read
    apart = any(t.text == "," for t in said.doc[min(said.i, said.head.i) : max(said.i, said.head.i)])
    return any(_takes_back(verb) for verb in ([said.head] if said.dep_ in DONE_TO and not apart else behind))


def content_of(act: Word) -> Word | None:
    """The noun for what was said whose content an act is: "the report that K fell", which may be read as relative."""
    that = any(c.lower_ == "that" and c.dep_ == "mark" for c in act.children)
    return act.head if act.dep_ == "acl" or (act.dep_ == "acl:relcl" and that) else None


def _takes_back(verb: Word) -> bool:
    back = verb.lemma == "take" and any(c.lower_ == "back" for c in verb.children)
    told = back or verb.lemma in lexicon("denials")["retracting"]
    return told and verb.pos_ == "VERB" and status_of(verb) is Status.ASSERTED


def is_plainly_said(act: Word) -> bool:
    """Whether somebody said so and nothing denies it: "quoted X as saying K fell", "denied and later admitted that"."""
    verb, speech = act.head, lexicon("speech")
    if act.dep_ != "ccomp" or verb.lemma not in speech["say"] - speech["deny"] or status_of(act) is not Status.ASSERTED:
        return False
    if any(t.lower_ in lexicon("modality")["negative"] for t in act.subtree):
        return False  # "said that it had bombed nothing"
    between = verb.doc[verb.i : act.i]  # "confirmed, then denied, that K fell"
    return not any(_turns_around(word) for word in _governors(verb)) and not any(
        t.lemma in speech["deny"] and t.pos_ == "VERB" for t in between
    )


def _governors(verb: Word) -> list[Word]:
    """A verb, and those words that it is the content of."""
    found = [verb]
    while verb.dep_ in CONTENT and verb.head is not verb and len(found) < WHOLE:
        verb = verb.head
        found.append(verb)
    return found


def _turns_around(word: Word) -> bool:
    modality, denials = lexicon("modality"), lexicon("denials")
    lists = (lexicon("speech")["deny"], modality["denied_verbs"], modality["denied_heads"], modality["early"])
    return negated(word) or any(word.lemma in words for words in (*lists, denials["false"]))
