"""Those to whom harm is done, and those who are warned, where they are a common noun and nobody's name.

Source, with the trials' figures: docs/decisions/0045-which-place-is-meant.md
"""

from __future__ import annotations

from collections.abc import Iterator

from fogline.claims.arguments import Arguments, of_noun, of_verb
from fogline.claims.codebook import codebook
from fogline.claims.quantities import number
from fogline.language.plain import Word
from fogline.records import ClaimType, Name

ROLES = {  # in which argument they stand, the first that has any
    ClaimType.HARM: ("object", "of", "subject"),
    ClaimType.WARN: ("object", "iobj", "to", "on"),
}


def sufferers(act: Word, kind: ClaimType) -> tuple[Name, ...]:
    """As in "killed eight civilians", "residents were told to leave", "the bodies of 40 civilians", "families fled"."""
    if kind not in ROLES:
        return ()
    found = (name for head in _heads(_given(act), kind) if (name := people_of(head)) is not None)
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
    if number(head.text) is not None:
        return Name("people")
    if head.lemma not in codebook().classes["people"] | codebook().classes["civilian"] or head.pos_ != "NOUN":
        return None
    return Name(head.lower_)
