"""Friends and foes of one sentence: nobody backs whom he fights, and nobody fights whom he stands beside.

| the sentence | |
| --- | --- |
| "the army and its allies broke the rebels' siege" | no support for the rebels |
| "asked Norland for help against the rebels", "helped the army fight the rebels" | none for the rebels |
| "strikes in support of the army" | none on the army |
| "soldiers fighting alongside the army", "fought with the army against the rebels" | no clash with the army |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from fogline.claims.acts import frames_of
from fogline.claims.arguments import is_passive
from fogline.claims.codebook import codebook
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.language.plain import Word
from fogline.records import ClaimType, Name, Status
from fogline.records.name import key_of

FOUGHT = frozenset({ClaimType.CAPTURE, ClaimType.CLASH, ClaimType.ATTACK, ClaimType.BESIEGE})
STRUCK = frozenset({ClaimType.CLASH, ClaimType.ATTACK})


def without_mixed_sides(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions of a sentence, no support with a foe as its target and no clash between friends."""
    whole: list[Proposition] = []
    for one in told:
        whole += _without_friends(one, scene) if one.type is ClaimType.CLASH else [one]
    for one in whole:
        if one.type in STRUCK:
            helped = _keys(_helped(one.act), scene)
            yield replace(one, targets=_but(one.targets, helped)) if helped else one
            continue
        if one.type is not ClaimType.SUPPORT:
            yield one
            continue
        kept = _but(one.targets, _foes(one, whole, scene))
        if kept or not one.targets or not (_is_of_allies(one.act) or _is_no_help(one, whole)):
            yield replace(one, targets=kept)


def _helped(act: Word) -> list[Word]:
    """Whom an act is told to help: "strikes in support of the army"."""
    helps = [t for t in act.sent if t.lemma in ("support", "aid", "defence", "defense") and case_of(t) == "in"]
    helps = [t for t in helps if t.head in (act, act.head) or act in t.ancestors]
    return [w for t in helps for c in t.children if c.dep_ == "nmod" and case_of(c) == "of" for w in (c, *c.children)]


def _foes(told: Proposition, whole: Sequence[Proposition], scene: Scene) -> set[str]:
    """Those whom a support is told to be against, by their keys."""
    act = told.act
    if _is_of_allies(act):
        own = [*act.subtree, act.head, *(c for c in act.head.children if c is not act)]
        own = [t for t in own if t.pos_ != "PRON"]  # "their" are theirs whom the allies are joined to
        return _keys(set(act.sent) - set(own), scene) - _keys(own, scene)
    against = {t for head in _opposed(act) for t in head.subtree}
    foes = _keys(against, scene) - _keys(set(act.sent) - against, scene)
    if act.dep_ == "acl" and is_passive(act):  # "fought rebels backed by Norland": Norland backs these
        backed = _keys((t for noun in (act.head, *act.head.conjuncts) for t in (noun, *noun.children)), scene)
        foes |= {key_of(n) for n in told.targets} - backed if scene.mention(act.head.i, actor=True) else set()
    if act.pos_ != "VERB":
        fought = {key_of(n) for o in whole if _fights(o, told.actors) for n in o.targets}
        named = _keys(set(act.subtree) - against, scene) - _keys([act], scene)
        foes |= fought - named  # "in support of X": whatever X was read to suffer
    return foes


def _is_of_allies(act: Word) -> bool:
    """As in "the army and its allies": who they are, and whom they back, is told by what it is joined to."""
    joined = act.dep_ == "conj" and act.lemma in lexicon("allies")["allies"]
    return joined and any(c.dep_ == "nmod:poss" and c.pos_ == "PRON" for c in act.children)


def _is_no_help(told: Proposition, whole: Sequence[Proposition]) -> bool:
    """Whether a support of a foe is no support at all: it is asked for, or tells by the same word who is backed, or who
    was read to back him fights him."""
    others = (o for o in whole if o.act is told.act and o.type is told.type and o.targets != told.targets)
    foes = {key_of(n) for o in whole if _fights(o, told.actors) and told.act.pos_ != "VERB" for n in o.targets}
    return _is_asked_for(told.act) or any(others) or bool(foes & {key_of(n) for n in told.targets})


def _is_asked_for(act: Word) -> bool:
    """As in "asked Norland for help", "sought support": nobody is told to give it."""
    return act.pos_ == "NOUN" and act.head.lemma in lexicon("allies")["asking"]


def _opposed(act: Word) -> Iterator[Word]:
    """The words in "help against X", "backs Y in its fight with X", "helped Y fight X"; not of another clause."""
    for word in act.sent:
        if word.i > act.i and case_of(word) == "against" and (act in word.ancestors or _is_beside(word, act)):
            yield word
        if word.pos_ == "VERB" and act in word.ancestors and not word.dep_.startswith("acl:relcl"):
            opposing = word.lemma in lexicon("allies")["opposing"] or _drives(word)
            yield from (c for c in word.children if c.dep_ == "obj" and opposing)


def _is_beside(word: Word, act: Word) -> bool:
    """Whether a phrase hangs on the verb of which the act is the object: "sent arms against X"."""
    return act.pos_ == "NOUN" and word.head is act.head and act.dep_ in ("obj", "obl", "nsubj:pass")


def _drives(verb: Word) -> bool:
    """Whether a verb is done to a foe: "fight", "attack", "drive out"."""
    frames = frames_of(verb, codebook())
    return any(f.type in STRUCK or (f.type is ClaimType.CAPTURE and f.object == "actor") for f in frames)


def _fights(told: Proposition, who: tuple[Name, ...]) -> bool:
    fought = told.type in FOUGHT and told.status in (None, Status.ASSERTED)
    return fought and bool({key_of(n) for n in told.actors} & {key_of(n) for n in who})


def _without_friends(told: Proposition, scene: Scene) -> Iterator[Proposition]:
    """A clash without those who fight beside its doers; none where they alone tell of whom a clause speaks."""
    act = told.act
    beside = list(_friends(act, scene)) if act.pos_ in ("VERB", "NOUN") else []
    if not beside:
        yield told
        return
    opposed = {t.i for head in beside for c in head.subtree if case_of(c) == "against" for t in c.subtree}
    friends = _keys([t for head in beside for t in (head, *head.subtree) if t.i not in opposed], scene)
    doers, others = _but(told.actors, friends) or told.actors, _but(told.targets, friends)
    backed = tuple(name for name in told.targets if name not in others)
    if others or not backed or (told.place is not None and not act.dep_.startswith("acl")):
        yield replace(told, actors=doers, targets=others)
    if backed and not others and doers and not _is_told_so(act):
        yield replace(told, type=ClaimType.SUPPORT, actors=doers, targets=backed, place=None)


def _is_told_so(act: Word) -> bool:
    """Whether a preposition beside a clash tells a support by itself, as "alongside" does for the reader."""
    words = lexicon("allies")
    sided = any(c.lemma in words["parts"] and case_of(c) in ("on", "in") for c in act.children)
    return sided or any(t.lower_ in words["beside"] for c in act.children for t in c.children)


def _friends(act: Word, scene: Scene) -> Iterator[Word]:
    """Who stands beside a fighter: "alongside X", "on the side of X"; "with X", where a foe is told too."""
    words = lexicon("allies")
    foes = [c for c in act.children if case_of(c) == "against"]
    against = any(scene.mention(t.i, actor=True) is not None for c in foes for t in (c, *c.children))
    things = [c for c in act.children if c.dep_ == "obj"] if act.pos_ == "VERB" else []
    against = against or any(scene.mention(t.i, actor=True) is not None for t in things)  # not "exchanged fire with"
    for child in act.children:
        case = case_of(child)
        if case in words["beside"]:
            yield child
        elif case == "with" and child.i > act.i:
            before = child.left_edge.i - 1
            hand_to_hand = before > 0 and child.doc[before - 1].text in ("-", "‑")
            if against or (child.doc[before].lower_ in words["together"] and not hand_to_hand):
                yield child
        elif child.lemma in words["parts"] and case in ("on", "in", "at", "by"):
            yield from (c for c in child.children if c.dep_ in ("nmod", "nmod:poss"))


def _keys(words: Iterable[Word], scene: Scene) -> set[str]:
    """Whom words name, by their keys."""
    return {key_of(m.name) for t in words for m in scene.at.get(t.i, ())}


def _but(names: tuple[Name, ...], gone: set[str]) -> tuple[Name, ...]:
    return tuple(name for name in names if key_of(name) not in gone)
