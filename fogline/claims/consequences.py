"""Who loses by a taking that a noun tells, by what it does to him: he is not the one who took.

As in "the capture of Karsin is a blow to the rebels", "dealt the rebels a blow", "cuts them off", "deprives them of",
"will force the army to leave", "was condemned by the rebels", "with the capture of Karsin the rebels have lost".
"""

from __future__ import annotations

from collections.abc import Iterator

from fogline.claims.arguments import SUBJECTS, is_passive
from fogline.claims.lexicon import lexicon
from fogline.claims.scene import case_of
from fogline.language.plain import Word

TO = frozenset({"to", "for", "on", "against"})
GAINED = frozenset({"control", "charge", "possession", "command", "hold", "reach", "hand"})


def hurt_by(act: Word) -> list[Word]:
    """The words for those whom a taking hurts; none where it is told by a verb of its own."""
    if act.pos_ != "NOUN":
        return []
    if act.dep_ == "obl" and case_of(act) == "with" and act.head.lemma == "lose" and not is_passive(act.head):
        return [c for c in act.head.children if c.dep_ in SUBJECTS]
    return list(_hurt(act.head, passive=act.dep_ == "nsubj:pass")) if act.dep_ in SUBJECTS else []


def _hurt(head: Word, *, passive: bool) -> Iterator[Word]:
    words = lexicon("consequences")
    if passive:
        if head.lemma in words["deploring"]:
            yield from (c for c in head.children if c.dep_ == "obl:agent" or case_of(c) == "by")
        return
    blows = [w for w in (head, *head.children) if w.lemma in words["blows"]]
    if blows:  # "is a blow to X", "dealt X a blow"
        yield from (c for w in (head, *blows) for c in w.children if case_of(c) in TO or c.dep_ == "iobj")
    elif head.lemma in words["hurting"] or (head.lemma == "leave" and not _gains(head)):
        yield from (c for c in head.children if c.dep_ in ("obj", "iobj"))


def _gains(verb: Word) -> bool:
    """As in "leaves the rebels in control of the road"."""
    return any(word.lemma in GAINED and case_of(word) in ("in", "within") for word in verb.subtree)
