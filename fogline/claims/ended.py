"""What a sentence tells as over, undone or averted.

| the sentence | |
| --- | --- |
| "Norland's support for the group has ended", "suspended its aid to it" | denied: it helps no longer |
| "lifted its sanctions on Norland", "took the group off its list" | denied |
| "lifted its siege", "the siege was broken", "their grip on Karsin is broken" | denied |
| "denied responsibility for the bombing" | denied |
| "has left its bases in Karsin", "troops based in Karsin have left" | no holding of Karsin |
| "defused a car bomb", "a suicide bomber was shot", "the explosion was an accident" | no attack |
| "before they could reach Karsin" | denied |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from fogline.claims.arguments import SUBJECTS, is_passive
from fogline.claims.codebook import codebook
from fogline.claims.givers import gives_up
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.claims.status import negated, status_of
from fogline.language.plain import Word
from fogline.records import ClaimType, Status

OUT = frozenset({"from", "out of", "off"})
DONE_TO = frozenset({"obj", "nsubj:pass"})
DATED = frozenset({"obl", "nmod", "obl:tmod", "obl:unmarked"})
COULD = frozenset({"could", "can"})


def is_over(act: Word, kind: ClaimType) -> bool:
    """Whether an act is told as no longer so, or as one that came to nothing."""
    if kind is ClaimType.SUPPORT:
        return _is_stopped(act)
    if kind is ClaimType.DESIGNATE:
        return _is_lifted(act)
    if kind in (ClaimType.BESIEGE, ClaimType.HOLD):
        return _is_broken(act)
    return _before_it_could(act) or bool(_who_denies_part(act))


def _is_stopped(act: Word) -> bool:
    """As in "suspended its aid", "its support has ended", "cut off the funding"; not "is to end its support"."""
    words, verb, label = lexicon("ended"), act.head, act.dep_
    if label == "nmod" and verb.lemma in words["spans"]:  # "ended a decade of support"
        verb, label = verb.head, verb.dep_
    if act.pos_ != "NOUN" or not _is_done(verb):
        return False
    off = verb.lemma == "cut" and any(c.lower_ == "off" for c in verb.children)
    if label in DONE_TO:
        return off or verb.lemma in words["stopping"]
    alone = label == "nsubj" and not any(c.dep_ == "obj" for c in verb.children)
    return alone and verb.lemma in words["ending"]


def _is_lifted(act: Word) -> bool:
    """As in "lifted its sanctions", "removed the group from its list"."""
    verb = act.head
    if act.pos_ != "NOUN" or not _is_done(verb):
        return False
    words = lexicon("ended")
    if act.dep_ in DONE_TO:
        return verb.lemma in words["lifting"]
    return act.dep_ in ("obl", "nmod") and case_of(act) in OUT and verb.lemma in words["removing"]


def _is_broken(act: Word) -> bool:
    """As in "lifted its siege", "the siege was broken", "their grip on K has been broken"."""
    verb, words = act.head, lexicon("ended")
    if act.pos_ != "NOUN" or act.lemma not in words["gripping"] or not _is_done(verb):
        return False
    if act.dep_ in DONE_TO:
        return verb.lemma in words["breaking"]
    alone = act.dep_ == "nsubj" and not any(c.dep_ == "obj" for c in verb.children)
    return alone and verb.lemma in words["ending"]


def _breakers(act: Word) -> list[Word]:
    """Who broke a siege: not who laid it."""
    verb = act.head
    if act.lemma not in lexicon("ended")["gripping"] or verb.lemma not in lexicon("ended")["relieving"]:
        return []
    if act.dep_ == "nsubj:pass":
        return [c for c in verb.children if c.dep_ == "obl:agent"]
    return [c for c in verb.children if c.dep_ in SUBJECTS] if act.dep_ == "obj" else []


def _is_done(verb: Word) -> bool:
    return verb.pos_ == "VERB" and verb.tag_ != "VB" and not negated(verb) and status_of(verb) is Status.ASSERTED


def _before_it_could(act: Word) -> bool:
    """As in "was killed before he could reach it", "turned back before reaching it"."""
    marks = {c.lower_ for c in act.children if c.dep_ == "mark"}
    if act.pos_ != "VERB" or act.dep_ != "advcl" or "before" not in marks:
        return False
    ends = _comes_to_nothing(act.head) and not any(c.dep_ in DATED and c.pos_ == "NUM" for c in act.children)
    if act.tag_ == "VBG" or ends:
        return ends
    could = any(c.dep_ == "aux" and c.lower_ in COULD for c in act.children)
    others = any(c.dep_ in SUBJECTS and c.pos_ != "PRON" for c in act.children)  # "shelled it before it could take it"
    return could and others and act.head.lemma not in lexicon("ended")["lasting"]


def _comes_to_nothing(verb: Word) -> bool:
    """As in "turned back", "was shot down": what comes after it does not come; not "was stopped for three hours"."""
    words, spans = lexicon("ended"), lexicon("when")["spans"]
    if any(c.dep_ in DATED and (c.lemma in spans or c.pos_ == "NUM") for c in verb.children):
        return False
    back = verb.lemma == "turn" and any(c.lower_ in ("back", "around") for c in verb.children)
    return (back and not any(c.dep_ == "obj" for c in verb.children)) or (
        verb.lemma in words["thwarted"] and is_passive(verb)
    )


def _goes_off(bomber: Word) -> bool:
    """As in "stopped a suicide bomber, who detonated his vest"."""
    return any(t.lemma in lexicon("ended")["bursting"] and not _before_it_could(t) for t in bomber.sent)


def of_denier(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions, with who denies a part in an act as its doer, and sieges without who broke them."""
    for one in told:
        names = tuple(mention.name for mention in scene.mentions(_who_denies_part(one.act), actor=True))
        broke = {m.name for m in scene.mentions(_breakers(one.act), actor=True)}
        if names:
            yield replace(one, actors=names, targets=tuple(n for n in one.targets if n not in names))
        elif broke and one.type is ClaimType.BESIEGE:
            yield replace(one, actors=tuple(n for n in one.actors if n not in broke))
        else:
            yield one


def _who_denies_part(act: Word) -> list[Word]:
    """Who "denied responsibility for" an act, "any part in" it, "involvement in" it."""
    part = act.head
    if act.dep_ not in ("nmod", "acl") or part.lemma not in lexicon("ended")["parts"] or part.dep_ != "obj":
        return []
    verb = part.head
    if verb.lemma not in lexicon("speech")["deny"] or negated(verb) or _is_anothers(act):
        return []
    return [c for c in verb.children if c.dep_ in SUBJECTS]


def _is_anothers(act: Word) -> bool:
    """As in "the Norlandic shelling", "X's capture of K", "the killing by Y": these did it."""
    others = (c for c in act.children if c.dep_ in ("nmod:poss", "obl:agent") or case_of(c) == "by")
    return any(others) or any(c.dep_ == "amod" and c.text[:1].isupper() for c in act.children)


def is_left(act: Word) -> bool:
    """Whether a base, as a holding, is told as left: "has left its bases in K", "handed over its base in K"."""
    verb = act.head
    if act.pos_ != "NOUN" or verb.pos_ != "VERB" or not _is_done(verb):
        return False
    alone = not any(c.dep_ == "obj" for c in verb.children)  # "pulled fighters out of their base" keeps it
    gone = act.dep_ in DONE_TO or (act.dep_ == "obl" and case_of(act) in OUT and alone)
    gone |= (
        act.dep_ == "obl" and case_of(act) == "behind" and verb.lemma == "leave"
    )  # "leaving behind their posts in K"
    taken = act.dep_ in DONE_TO and act.lemma in codebook().classes["post"]  # "seized the army's base in K"
    if taken and any(frame.type is ClaimType.CAPTURE for frame in codebook().verbs.get(verb.lemma, ())):
        return True
    left = any(frame.type is ClaimType.WITHDRAW for frame in codebook().verbs.get(verb.lemma, ()))
    return gone and (left or (gives_up(verb) and verb.lemma != "lose"))  # "lost its base" denies that it has it


def still_there(told: Sequence[Proposition], _scene: Scene) -> Iterator[Proposition]:
    """The propositions of a sentence, but where men stood who are told to have left: "troops based in K have left"."""
    left = [p for p in told if p.type is ClaimType.WITHDRAW and p.status in (None, Status.ASSERTED)]
    held = [p.act for p in told if p.type is ClaimType.HOLD]
    for one in told:
        stood = one.type is ClaimType.HOLD or (one.type is ClaimType.DEPLOY and one.act in held)
        kept = any(c.dep_ == "obj" for c in one.act.children)  # "which had kept a garrison there": it did until then
        clause = stood and not kept and one.act.dep_.startswith("acl")
        verb = one.act.head.head
        done = (p for p in left if p.act is verb and one.act.head.dep_ in SUBJECTS and _is_done(verb))
        if not clause or not any(p.place in (None, one.place) and set(p.actors) & set(one.actors) for p in done):
            yield one


def is_averted(act: Word) -> bool:
    """As in "defused a bomb", "police shot a suicide bomber", "the explosion was an accident"."""
    words, head = lexicon("ended"), act.head
    if act.pos_ != "NOUN":
        return False
    if act.dep_ in DONE_TO and head.pos_ == "VERB" and not negated(head):
        if act.lemma in words["bombs"]:
            return head.lemma in words["defusing"]
        return act.lemma in words["bombers"] and head.lemma in words["stopped"] and not _goes_off(act)
    accident = head.lemma in words["accident"] and any(c.dep_ == "cop" for c in head.children)
    return accident and act.dep_ == "nsubj" and not negated(head) and status_of(head) is Status.ASSERTED
