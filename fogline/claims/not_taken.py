"""What only sounds like a capture or a withdrawal: weapons are seized, a scene is left, an occupation lasts."""

from __future__ import annotations

from collections.abc import Container, Sequence

from fogline.claims.acts import frames_of
from fogline.claims.arguments import SUBJECTS, is_passive, of_verb
from fogline.claims.codebook import codebook
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.retractions import is_taken_back
from fogline.claims.scene import case_of
from fogline.language.plain import Word
from fogline.records import ClaimType

LASTING = frozenset({"obl", "nmod", "obj"})
STRIKING = frozenset({ClaimType.ATTACK, ClaimType.ADVANCE, ClaimType.CLASH})


def says_something(told: Proposition) -> bool:
    """Whether a capture or withdrawal tells who or where, and is an act of its type."""
    return bool(told.actors or told.place) and not (
        is_state(told) or _strikes(told) or is_demanded(told.act) or _swings(told) or _is_word_taken_back(told)
    )


def _is_word_taken_back(told: Proposition) -> bool:
    """As in "withdrew a report that K fell": no force went anywhere."""
    if told.type is not ClaimType.WITHDRAW or told.act.pos_ != "VERB":
        return False
    return any(is_taken_back(c) for c in told.act.children)


def _swings(told: Proposition) -> bool:
    """As in "the villages have passed between the two sides before"."""
    if told.type is not ClaimType.CAPTURE or told.act.pos_ != "VERB":
        return False
    return any(c.i > told.act.i and c.dep_ == "obl" and case_of(c) == "between" for c in told.act.children)


def is_demanded(act: Word) -> bool:
    """Whether it is only what one party demands of another: "called on X to leave K", "demanded their withdrawal"."""
    verb = act.head
    if verb.lemma not in lexicon("modality")["demanding"] or verb.pos_ != "VERB" or verb is act:
        return False
    if act.pos_ == "NOUN":
        return (act.dep_ == "obl" and case_of(act) == "for") or (act.dep_ == "obj" and verb.lemma != "call")
    if act.dep_ not in ("xcomp", "ccomp", "advcl") or act.tag_ not in ("VB", "VBN"):
        return False
    others = any(c.dep_ in SUBJECTS for c in act.children)
    asked = any(c.i < act.i and (c.dep_ == "obj" or (c.dep_ == "obl" and case_of(c) == "on")) for c in verb.children)
    return others or (asked and not is_passive(verb))


def is_state(told: Proposition) -> bool:
    """Whether it only tells how things are: "areas occupied by X", "the abandoned base", "during the occupation"."""
    act = told.act
    if act.pos_ == "NOUN":
        lasting = act.lemma in codebook().classes["lasting"] and (
            act.dep_ in LASTING or "under" in case_of(act).split()
        )
        whole = act.nbor(1).text != "-" if act.dep_ == "compound" else False  # "a withdrawal deal", not "a pull-out"
        return lasting or (told.type is ClaimType.WITHDRAW and whole)
    if told.type is ClaimType.WITHDRAW:
        return act.dep_ == "amod" and act.tag_ == "VBN"
    kinds = _kinds(told)
    return act.dep_ in ("acl", "amod") and ClaimType.HOLD in kinds and told.type not in kinds


def _strikes(told: Proposition) -> bool:
    """As in "stormed the posts in K", which the code book has for an attack."""
    kinds = _kinds(told)
    return ClaimType.ATTACK in kinds <= STRIKING


def _kinds(told: Proposition) -> set[ClaimType]:
    return {frame.type for frame in frames_of(told.act, codebook())}


def is_no_ground(things: Sequence[Word], kind: ClaimType) -> bool:
    """Whether what is taken or left is no ground: "seized weapons", "left the scene", "withdrew from the talks"."""
    words = codebook().classes["booty" if kind is ClaimType.CAPTURE else "scene"]
    return bool(things) and all(thing.lemma in words for thing in things)


def yields(act: Word, places: Container[int]) -> bool:
    """Whether people give themselves up, "the men surrendered", and no place: "K surrendered"."""
    if act.pos_ != "VERB" or act.lemma not in codebook().classes["yielding"]:
        return False
    given = of_verb(act)
    return not any(t.i in places for role in ("object", "subject") for t in given.get(role))
