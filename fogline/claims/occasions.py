"""What a sentence tells twice, and what it tells of twice: "took K, and its capture" is one capture, "lost, and lost
again" are two."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.codebook import codebook
from fogline.claims.proposition import Proposition
from fogline.records import ClaimType, Status

AGAIN = frozenset({"again", "anew"})
BY_TARGET = frozenset({ClaimType.SUPPORT, ClaimType.FORM, ClaimType.DESIGNATE, ClaimType.LINK, ClaimType.HARM})


def told_as(told: Proposition) -> tuple[object, ...]:
    """What is the same of two propositions of one sentence that are told as one claim."""
    key: tuple[object, ...] = (told.type, told.place, told.actors, told.status)
    if told.type in BY_TARGET:
        key = (*key, told.targets)
    if told.type is ClaimType.HARM:
        key = (*key, told.quantities)
    return (*key, _occasion(told)) if told.type is ClaimType.CAPTURE else key


def kept(made: Sequence[Proposition]) -> list[Proposition]:
    """The propositions of a sentence without captures by those who leave the place by the same act, "gave up K", and
    without holdings by those who lose it by it, "were dislodged from K"."""
    leaving = {(p.act.i, p.place, name) for p in made if p.type is ClaimType.WITHDRAW for name in p.actors}
    losing = {(p.act.i, p.place, name) for p in made if p.type is ClaimType.CAPTURE for name in p.targets}
    against = {ClaimType.CAPTURE: leaving, ClaimType.HOLD: losing}
    return [p for p in made if not any((p.act.i, p.place, n) in against.get(p.type, ()) for n in p.actors)]


def _occasion(told: Proposition) -> str:
    """Which of several times a place is taken that one sentence tells of: "taken and retaken", "lost, and lost again".

    Empty for the first, and for all that is told once.
    """
    act, control = told.act, codebook().control["nouns"]
    is_control = act.lemma in control or any(c.lemma in control for c in act.children)  # "regained control of K"
    if told.status is Status.DENIED or is_control or act.pos_ not in ("VERB", "NOUN"):
        return ""
    if any(c.lower_ in AGAIN for c in act.children):
        return f"{act.lemma} again"
    return "back" if act.lemma in codebook().classes["returning"] else ""
