"""Who does an act, by his own words, where no list knows him: "patriotic youths overpowered the guard".

| the sentence | who |
| --- | --- |
| "youths barricaded the road", "the road was barricaded by youths" | youths |
| "elders met the commander" | elders |
| "men in uniform shot the journalist" | men in uniform; of "two men" nothing is told |
| "his men took Karsin" | not who was told of in another sentence, where nobody knows who "he" is |
| "youths died", "the mayor was killed" | nobody is told to have done it |

Only where nobody else was found, and where the grammar of the act has its subject, or who stands behind "by", do it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fogline.claims.acts import frames_of
from fogline.claims.arguments import SUBJECTS, antecedent, is_passive
from fogline.claims.attribution_names import speakers
from fogline.claims.codebook import codebook
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.claims.shared_subjects import shared_subject
from fogline.language.plain import Word
from fogline.records import ClaimType, Name
from fogline.records.name import key_of

DOING = frozenset({
    ClaimType.CAPTURE, ClaimType.WITHDRAW, ClaimType.ADVANCE, ClaimType.ATTACK, ClaimType.BESIEGE, ClaimType.DEPLOY,
    ClaimType.HOLD, ClaimType.CLOSE, ClaimType.REOPEN, ClaimType.MEET, ClaimType.WARN, ClaimType.HARM,
})  # fmt: skip
CIVIL = frozenset({ClaimType.MEET, ClaimType.WARN, ClaimType.CLOSE, ClaimType.REOPEN})
ARMED = DOING - CIVIL
SIDES = ("group:", "side:", "military:", "police:", "force:", "airforce:", "navy:")
BY = frozenset({"obl:agent", "obl", "nmod"})


def by_own_words(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions of a sentence, those that nobody does with whom their grammar has do it, by his own words."""
    for one in (_of_his_men(p, scene) for p in told):
        asked = one.type in DOING and (not one.actors or (one.type in CIVIL and _is_of_others(one, scene)))
        names = _names(one, scene) if asked else ()
        yield replace(one, actors=names, targets=tuple(n for n in one.targets if n not in names)) if names else one


def _of_his_men(told: Proposition, scene: Scene) -> Proposition:
    """As in "his men dislodged the group", where nobody knows who he is: not by one whom the sentence does not name.

    Of two sides it was the other one then.
    """
    act = told.act
    if told.type not in ARMED or not told.actors or act.pos_ != "VERB" or is_passive(act):
        return told
    men = [c for c in act.children if c.dep_ == "nsubj" and c.lemma in lexicon("own_words")["his"]]
    if len(men) != 1 or scene.at.get(men[0].i) or not any(c.tag_ == "PRP$" for c in men[0].children):
        return told
    here = {key_of(m.name) for word in act.sent for m in scene.at.get(word.i, ())}
    if here & {key_of(name) for name in told.actors}:
        return told
    if len(told.targets) == 1 and (told.targets[0].key or "").startswith(SIDES):
        return replace(told, actors=told.targets, targets=told.actors)
    return replace(told, actors=())


def _is_of_others(told: Proposition, scene: Scene) -> bool:
    """Whether a verb's own subject names none of those who were found: "X conferred; donors are to meet"."""
    subjects = [c for c in told.act.children if c.dep_ == "nsubj"] if told.act.pos_ == "VERB" else []
    within = {key_of(m.name) for c in subjects for t in c.subtree for m in scene.at.get(t.i, ())}
    here = {m.name for word in told.act.sent for m in scene.at.get(word.i, ())}
    others = all((n.key or "").startswith(SIDES) or n in here for n in told.actors)  # a minister is "the minister"
    return others and bool(subjects) and not is_passive(told.act) and not within & {key_of(n) for n in told.actors}


def _names(told: Proposition, scene: Scene) -> tuple[Name, ...]:
    heads = [t for t in _doers(told) if _is_somebody(t, scene)]
    return tuple(Name(_as_within(n.text, heads[0]), n.key) for n in speakers(heads, scene)) if heads else ()


def _doers(told: Proposition) -> list[Word]:
    """Who stands behind "by", or is the subject of an active verb whose frame has its subject do the act."""
    act = told.act
    if act.pos_ != "VERB" or is_passive(act):
        return [c for c in act.children if c.dep_ in BY and case_of(c) == "by" and act.pos_ in ("VERB", "NOUN")]
    frames = [f for f in frames_of(act, codebook()) if f.type is told.type]
    if (frames or told.type is ClaimType.HARM) and not any("subject" in f.actor for f in frames):
        return []  # "youths died", "residents left"
    return [antecedent(c, act) for c in act.children if c.dep_ in SUBJECTS] or shared_subject(act)


def _as_within(text: str, head: Word) -> str:
    """A description as it stands within a sentence: "patriotic youths", where "Patriotic youths" opens one."""
    first = head.doc[head.sent.start]
    opens = first.head is head and first.pos_ in ("ADJ", "VERB") and text.startswith(first.text)
    return text[:1].lower() + text[1:] if opens and head.pos_ == "NOUN" else text


def _is_somebody(word: Word, scene: Scene) -> bool:
    words = lexicon("own_words")
    if word.pos_ not in ("NOUN", "PROPN") or scene.at.get(word.i) or any(c.tag_ == "PRP$" for c in word.children):
        return False  # "its captors": whose they are is often misread
    if word.lemma in words["men"]:
        behind = [c for c in word.children if c.dep_ == "nmod" and case_of(c) in words["telling"]]
        return any(not scene.at.get(c.i) for c in behind) or any(c.dep_ == "amod" for c in word.children)
    return word.lemma in words["people"]
