"""Those to whom harm is done, and those who are warned, where they are a common noun and nobody's name.

Source, with the trials' figures: docs/decisions/0045-which-place-is-meant.md
"""

from __future__ import annotations

from collections.abc import Iterator

from fogline.claims.arguments import Arguments, of_noun, of_verb
from fogline.claims.codebook import codebook
from fogline.claims.quantities import number
from fogline.claims.scene import case_of
from fogline.language.plain import Word
from fogline.records import ClaimType, Name

ROLES = {  # in which argument they stand, the first that has any
    ClaimType.HARM: ("object", "of", "subject"),
    ClaimType.ATTACK: ("object", "on", "at", "against", "of"),
    ClaimType.SUPPORT: ("object",),
    ClaimType.WARN: ("object", "iobj", "to", "on"),
}

OWNED = frozenset({"amod", "compound"})


def sufferers(act: Word, kind: ClaimType) -> tuple[Name, ...]:
    """As in "killed eight civilians", "residents were told to leave", "the bodies of 40 civilians", "families fled"."""
    if kind not in ROLES:
        return ()
    struck = kind is ClaimType.ATTACK
    heads = (h for h in _heads(_given(act), kind) if not struck or number(h.text) is None)
    found = (name for head in heads if (name := people_of(head) or (_thing(head) if struck else None)) is not None)
    return tuple(name for name in [next(found, None)] if name is not None)


def harmed(act: Word) -> list[Word]:
    """The words for those to whom an act of harm is done, by grammar; an empty list where it tells none."""
    return list(_heads(_given(act), ClaimType.HARM))


def _given(act: Word) -> Arguments:
    book = codebook()
    verbal = act.pos_ in ("VERB", "AUX")
    return of_verb(act) if verbal else of_noun(act, doers=book.doers, sufferers=book.sufferers)


def _heads(given: Arguments, kind: ClaimType) -> Iterator[Word]:
    for role in ROLES[kind]:
        if role == "subject" and (given.passive or given.get("object")):
            continue  # he who does it
        yield from given.get(role)


def people_of(head: Word) -> Name | None:
    """Many of whom a noun tells: "civilians"; `None` where it is no people, or no noun."""
    head = counted(head)
    if number(head.text) is not None:
        return Name("people")
    classes = codebook().classes
    if head.lemma not in classes["people"] | classes["civilian"] | classes["crowd"] or head.pos_ != "NOUN":
        return None
    return Name(in_plural(head))


def in_plural(head: Word) -> str:
    """The word for people: "civilians" also of "47 civilian deaths"."""
    return "civilians" if head.lower_ == "civilian" and head.dep_ in OWNED else head.lower_


def _thing(head: Word) -> Name | None:
    """What is struck and is nobody: "a factory", "two buses"; `None` where it is no such thing."""
    if head.lemma not in codebook().classes["struck"] or head.pos_ != "NOUN":
        return None
    before = [c.i for c in head.children if c.i < head.i and c.dep_ in ("compound", "amod")]
    return Name(head.doc.text(min(before, default=head.i), head.i + 1))


def counted(head: Word) -> Word:
    """Those of whom there are so many: "protesters" of "hundreds of protesters"; else the word itself."""
    many = codebook().classes["many"]
    if head.lemma not in many:
        return head
    of = (c for c in head.children if c.dep_ == "nmod" and c.i > head.i and case_of(c) == "of" and c.lemma not in many)
    return next(of, head)
