"""Who loses by a taking that a noun tells, by what it does to him: he is not the one who took.

As in "the capture of Karsin is a blow to the rebels", "dealt the rebels a blow", "cuts them off", "deprives them of",
"will force the army to leave", "with the capture of Karsin the rebels have lost".  Whom it angers, or who condemns it,
did not take either, and need not have lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from fogline.claims.arguments import SUBJECTS, is_passive
from fogline.claims.codebook import codebook
from fogline.claims.lexicon import lexicon
from fogline.claims.scene import case_of
from fogline.language.plain import Word

TO = frozenset({"to", "for", "on", "against"})
DONE_TO = frozenset({"obj", "iobj"})


def hurt_by(act: Word) -> list[Word]:
    """The words for those whom a taking hurts; none where it is told by a verb of its own."""
    verb = act.head
    if act.pos_ != "NOUN" or _counts_people(verb):
        return []
    if act.dep_ == "obl" and case_of(act) == "with" and verb.lemma == "lose" and not is_passive(verb):
        return [c for c in verb.children if c.dep_ in SUBJECTS]
    return list(_hurt(verb)) if act.dep_ in ("nsubj", "csubj") else []


def deplored_by(act: Word) -> list[Word]:
    """The words for those whom a taking angers, and for who condemns it."""
    verb, words = act.head, lexicon("consequences")
    if act.pos_ != "NOUN" or act.dep_ not in SUBJECTS:
        return []
    if act.dep_ == "nsubj:pass":
        by = [c for c in verb.children if c.dep_ == "obl:agent" or case_of(c) == "by"]
        return by if verb.lemma in words["deploring"] else []
    return [c for c in verb.children if c.dep_ in DONE_TO] if verb.lemma in words["upsetting"] else []


def _hurt(head: Word) -> Iterator[Word]:
    words = lexicon("consequences")
    blows = [w for w in (head, *head.children) if w.lemma in words["blows"]]
    if blows:  # "is a blow to X", "dealt X a blow"
        yield from (c for w in (head, *blows) for c in w.children if case_of(c) in TO or c.dep_ == "iobj")
    elif head.lemma in words["hurting"] or (head.lemma == "leave" and _is_bereft(head)):
        yield from (c for c in head.children if c.dep_ in DONE_TO)


def _is_bereft(verb: Word) -> bool:
    """As in "leaves the rebels without a road", "left them isolated"; not "left them in control of it"."""
    return any(word.lemma in lexicon("consequences")["bereft"] for word in verb.subtree)


def _counts_people(verb: Word) -> bool:
    """As in "cost the army 40 men", "lost only ten men with the capture of K": whoever took it."""
    people = codebook().classes["people"] | {"life"}
    return any(c.dep_ in DONE_TO and (c.lemma in people or c.pos_ == "NUM") and _is_counted(c) for c in verb.children)


def _is_counted(noun: Word) -> bool:
    return noun.pos_ == "NUM" or any(c.dep_ == "nummod" for c in noun.children)
