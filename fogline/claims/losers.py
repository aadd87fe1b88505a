"""Who is read as the taker of a place and is its loser: who resisted, or owns to it.

As in "Karsin was seized despite the army's resistance", "the army conceded the capture of Karsin", "Karsin slipped out
of the army's hands", "far from losing Karsin, the army"; and who owns to a place being left has left it.  To whom a
place is left did not leave it.  What tells its doer is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from fogline.claims.announced import side_of
from fogline.claims.arguments import SUBJECTS, antecedent, is_passive, phrase
from fogline.claims.attribution import Speech
from fogline.claims.codebook import codebook
from fogline.claims.givers import given_up
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.claims.shared_subjects import shared_subject
from fogline.language.plain import Word
from fogline.records import ClaimType, MentionKind
from fogline.records.name import key_of

IN_VAIN = frozenset({"despite", "against", "notwithstanding", "in spite of", "in the face of", "in defiance of"})
BESIDE = frozenset({"obl", "nmod", "advcl"})
OUT_OF = frozenset({"out of", "from"})
IN_HAND = frozenset({"hand", "control", "grip", "grasp", "clutch", "possession"})
DOERS = frozenset({"nmod:poss", "obl:agent"})


def as_lost(told: Proposition, speech: Speech | None, scene: Scene) -> Proposition:
    """The proposition, a capture without the taker who is its loser; he is its target where it has none.

    A withdrawal that is admitted is that of the side which admits it.
    """
    if told.type is ClaimType.WITHDRAW and speech is not None and _admits(speech) and not _tells_doer(told.act):
        side = side_of(speech, scene)
        return told if side is None else replace(told, actors=(side,))
    if told.type is ClaimType.WITHDRAW:
        if (beaten := _beaten_back(told.act)) is not None:
            return replace(told, actors=tuple(m.name for m in scene.mentions([beaten], actor=True)))
        given = _named(_heirs(told.act), scene)
        return replace(told, actors=tuple(actor for actor in told.actors if key_of(actor) not in given))
    if told.type is not ClaimType.CAPTURE:
        return told
    told = given_up(told, scene)
    if _loses(told.act):
        told = _of_loser(told, scene)
    elif told.act.lemma in codebook().classes["losing"] and not _tells_doer(told.act) and _owning(speech):
        told = _of_who_admits(told, list(_owning(speech)), scene)
    if not told.actors:
        ever = _named(_who_ever_held(told.act), scene)
        return replace(told, targets=tuple(target for target in told.targets if key_of(target) not in ever))
    words = [*_out_of_hands(told.act), *_losing(told.act)]
    words += [] if _tells_doer(told.act) else [*_in_vain(told.act), *_owning(speech)]
    losers = _named(words, scene)
    lost = tuple(actor for actor in told.actors if key_of(actor) in losers)
    if not lost:
        return told
    kept = tuple(actor for actor in told.actors if actor not in lost)
    return replace(told, actors=kept, targets=told.targets or lost)


def _named(words: Iterable[Word], scene: Scene) -> set[str]:
    return {key_of(mention.name) for word in words if (mention := scene.mention(word.i, actor=True)) is not None}


def _who_ever_held(act: Word) -> Iterator[Word]:
    """Who has not lost it in "K fell, the first town that the rebels have ever held"."""
    for word in act.sent:
        if word.lemma == "ever" and word.head.dep_ == "acl:relcl":
            yield from (child for child in word.head.children if child.dep_ in SUBJECTS)


def _beaten_back(act: Word) -> Word | None:
    """Who goes back in "the army threw the attackers back": not the army."""
    if act.lemma not in lexicon("modality")["beating_back"] or act.pos_ != "VERB" or is_passive(act):
        return None
    return next((c for c in act.children if c.dep_ == "obj"), None)


def _heirs(act: Word) -> Iterator[Word]:
    """To whom a place is left: "was abandoned to the rebels"."""
    for child in act.children if act.lemma in lexicon("modality")["leaving_to"] else ():
        if child.dep_ in BESIDE and case_of(child) == "to":
            yield from phrase(child)


def _out_of_hands(act: Word) -> Iterator[Word]:
    """The words in "slipped out of the army's hands", "fell out of government control"."""
    for child in act.children:
        if child.lemma in IN_HAND and case_of(child) in OUT_OF:
            yield from phrase(child)


def _loses(act: Word) -> bool:
    return act.lemma == "lose" and act.pos_ == "VERB" and not is_passive(act)


def _of_loser(told: Proposition, scene: Scene) -> Proposition:
    """In "the army lost control of K to the rebels" the army lost it, and the rebels have it."""
    things = [c for c in told.act.children if c.dep_ == "obj"]
    behind = [c for t in (told.act, *things) for c in t.children if c.dep_ in BESIDE and case_of(c) == "to"]
    named = [t for t in _losing(told.act) if t.pos_ != "PRON" or not told.targets]
    losers = tuple(m.name for m in scene.mentions(named, actor=True))
    takers = tuple(m.name for m in scene.mentions(behind, actor=True) if m.name not in losers)
    return replace(told, actors=takers or told.actors, targets=losers or told.targets)


def _of_who_admits(told: Proposition, admitting: Sequence[Word], scene: Scene) -> Proposition:
    """In "the rebels admitted the loss of K" they lost it."""
    who = tuple(m.name for m in scene.mentions(admitting, actor=True) if m.kind is MentionKind.ACTOR)
    keys = {key_of(name) for name in who}
    return replace(told, actors=tuple(n for n in told.actors if key_of(n) not in keys), targets=who) if who else told


def _losing(act: Word) -> Sequence[Word]:
    """Who does it in "the army lost K", "far from losing K, the army", "admitted losing K"."""
    if not _loses(act):
        return ()
    own = [antecedent(c, act) for c in act.children if c.dep_ in SUBJECTS]
    under = act.dep_ in ("advcl", "xcomp") and act.tag_ in ("VB", "VBG")  # "only to lose it"
    return own or ([c for c in act.head.children if c.dep_ in SUBJECTS] if under else shared_subject(act))


def _tells_doer(act: Word) -> bool:
    """Whether the act names who does it: the subject of an active verb, a possessor, or somebody behind "by"."""
    doers = any(_does(child) and not _is_beside_vain(child) for child in act.children)
    falls = act.lemma in codebook().classes["falling"] | codebook().classes["losing"]
    return doers or (act.pos_ == "VERB" and not falls and not is_passive(act))


def _does(word: Word) -> bool:
    return word.dep_ in DOERS or (word.dep_ in BESIDE and case_of(word) == "by")


def _is_beside_vain(doer: Word) -> bool:
    """Whether "by the army" belongs to the noun before it: "despite fierce resistance by the army"."""
    first = min(t.i for t in doer.subtree)
    before = doer.doc[first - 1] if first > doer.sent.start else doer
    return before.pos_ == "NOUN" and bool(IN_VAIN & {case_of(before), *_openings(before)})


def _in_vain(act: Word) -> Iterator[Word]:
    """The words of the phrases for what did not help, beside an act or beside the verb that it stands under."""
    for verb in (act, act.head) if act.pos_ == "NOUN" else (act,):
        for child in verb.children:
            vain = child.dep_ in BESIDE and IN_VAIN & {case_of(child), *_openings(child)}
            if vain or (_does(child) and _is_beside_vain(child)):
                yield from child.subtree


def _openings(head: Word) -> Iterator[str]:
    """The first three and four words of a noun's phrase: prepositions of several words are parsed in many ways."""
    first = min(t.i for t in head.subtree)
    yield from (head.doc.text(first, first + size).lower() for size in (3, 4) if first + size <= head.sent.end)


def _owning(speech: Speech | None) -> Iterable[Word]:
    """The words for who admits what is told, in the subject of the verb."""
    if speech is None or not _admits(speech):
        return ()
    return (t for c in speech.verb.children if c.dep_ in SUBJECTS for t in (c, *c.children))


def _admits(speech: Speech) -> bool:
    return speech.verb.lemma in lexicon("speech")["admit"]
