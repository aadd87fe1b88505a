"""Nobody strikes himself: "an ambush on one of the mission's convoys left four of its men dead" was not the mission's.

Who stands in the phrase for what was struck, or for whom it killed, did not do it, unless he is told to have.  Who
"took 30 prisoners" was not taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fogline.claims.announced import side_of
from fogline.claims.arguments import SUBJECTS, is_passive, of_noun, phrase
from fogline.claims.attribution import Speech, heard_over
from fogline.claims.codebook import codebook
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene, case_of
from fogline.claims.status import negated
from fogline.language.plain import Word
from fogline.records import ClaimType, Name
from fogline.records.name import key_of

DONE = frozenset({ClaimType.ATTACK, ClaimType.HARM})
STRUCK = ("on", "against", "upon")
UNITED_NATIONS = ("force:un-", "body:united-nations")
BLAMING, TRACING = frozenset({"blame"}), frozenset({"attribute", "ascribe", "pin"})
TAKING = frozenset({"take", "hold", "seize", "capture"})
AIMED = frozenset({"thrust", "stab", "lunge", "push"})
KILLING = frozenset({"kill", "wound", "injure", "leave", "cost", "claim"})
OWN = frozenset({"it", "its", "they", "their", "we", "our"})
DOING = ("by", "poss", "lightsubject")


def without_struck(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions, attacks and harm without a doer who is only named as the one that an attack struck."""
    for one in (_on_mine(_of_taker(p, scene), scene) for p in told):
        noun = _attack_of(one) if one.actors else None
        struck = _struck(noun, scene) if noun is not None else set()
        kept = tuple(name for name in one.actors if not any(_are_one(name, other) for other in struck))
        mended = one if kept == one.actors else replace(one, actors=kept, targets=one.targets or _dropped(one, kept))
        if _only_looks_like(one.act):
            yield replace(mended, actors=())
        else:
            yield _blamed(_unless_he_tells(mended, scene), scene)


def _dropped(told: Proposition, kept: tuple[Name, ...]) -> tuple[Name, ...]:
    """Whom an attack struck, of those who were held to have made it."""
    return tuple(n for n in told.actors if n not in kept) if told.type is ClaimType.ATTACK else ()


def _of_taker(told: Proposition, scene: Scene) -> Proposition:
    """As in "the army took 30 prisoners"."""
    act, verb = told.act, told.act.head
    taken = told.type is ClaimType.HARM and act.lemma in lexicon("other_senses")["captives"] and act.dep_ == "obj"
    if not taken or verb.lemma not in TAKING or is_passive(verb):
        return told
    takers = tuple(m.name for m in scene.mentions([c for c in verb.children if c.dep_ in SUBJECTS], actor=True))
    taken_too = tuple(name for name in told.targets if not any(_are_one(name, taker) for taker in takers))
    return replace(told, actors=takers, targets=taken_too) if takers else told


def _attack_of(told: Proposition) -> Word | None:
    """The noun that tells the attack: one that was read so, or an attempt at it: "beat off an attempt to storm"."""
    act, attempts = told.act, lexicon("modality")["attempts"]
    if told.type not in DONE:
        return None
    if told.type is ClaimType.ATTACK and act.pos_ == "NOUN":
        return act
    if told.type is ClaimType.ATTACK and act.dep_ in ("acl", "nmod") and act.head.lemma in attempts:
        return act.head
    return _attack(act)


def _attack(act: Word) -> Word | None:
    """The noun that tells the attack: the act itself, else the subject of the verb that the act stands under."""
    if act.pos_ == "NOUN" and _is_attack(act):
        return act
    verb = act if act.pos_ == "VERB" else act.head
    return next((c for c in verb.children if c.dep_ in SUBJECTS and _is_attack(c)), None)


def _is_attack(noun: Word) -> bool:
    frames = codebook().nouns.get(noun.lemma, ())
    return noun.pos_ == "NOUN" and any(frame.type is ClaimType.ATTACK for frame in frames)


def _struck(noun: Word, scene: Scene) -> set[Name]:
    """The names in the phrase behind "on", without those who are told to have done it."""
    book = codebook()
    given = of_noun(noun, doers=book.doers, sufferers=book.sufferers)
    under = [t for role in STRUCK for head in given.get(role) if head in noun.children for t in phrase(head)]
    if noun.lemma.endswith(("ing", "ment")) and _is_attack(noun):  # "the bombing of its soldiers"
        under += [t for c in noun.children if case_of(c) == "of" for t in phrase(c)]
    if noun.lemma in AIMED:  # "the thrust at Karsin, a depot of the rebels"
        under += [
            t
            for c in noun.children
            if c.i > noun.i and case_of(c) in ("", "at") and c.pos_ != "VERB" and c.dep_ != "appos"
            for t in phrase(c)
        ]
    under += [t for c in _repelling(noun) for t in (c, *c.children)] + _own_dead(noun)
    does = [t for role in DOING for head in given.get(role) for t in head.subtree]
    return _named(under, scene) - _named(does, scene)


def _own_dead(noun: Word) -> list[Word]:
    """Whose the dead are in "an assault that killed 17 of its men"; not in "it botched", "was sorry for an assault"."""
    if not _repelling(noun) and (noun.dep_ == "obj" or case_of(noun) == "for"):
        return []
    clauses = [c for c in noun.children if c.dep_ == "acl:relcl" and not is_passive(c)]
    killed = [c for t in clauses if t.lemma in KILLING for c in t.children if c.dep_ == "obj"]
    return [t for thing in killed for t in thing.subtree if t.tag_ == "PRP$"]


def _repelling(noun: Word) -> list[Word]:
    """Who "beat back an assault", "survived an attack"."""
    verb = noun.head
    against = beats_back(verb) or verb.lemma in lexicon("modality")["enduring"]
    return [c for c in verb.children if c.dep_ == "nsubj"] if noun.dep_ == "obj" and against else []


def beats_back(verb: Word) -> bool:
    """As in "repelled", "beat off", "were driven back": done to an attack, it came to nothing."""
    words = lexicon("modality")
    off = verb.lemma in words["warding"] and any(c.lower_ in ("off", "back") for c in verb.children)
    return off or verb.lemma in words["foiling"]


def defended(told: Proposition, speech: Speech | None, scene: Scene) -> Proposition:
    """An attack of which a party says that it was beaten back: the party was attacked."""
    act = told.act
    repelled = act.pos_ == "NOUN" and act.dep_ == "nsubj:pass" and beats_back(act.head)
    owned = any(c.dep_ == "nmod:poss" for c in act.children) or any(c.dep_ == "obl:agent" for c in act.head.children)
    if told.type is not ClaimType.ATTACK or not repelled or owned or speech is None or speech.denies:
        return told
    side = side_of(speech, scene)
    if side is None or not any(_are_one(side, name) for name in told.actors):
        return told
    return replace(told, actors=tuple(n for n in told.actors if not _are_one(side, n)), targets=told.targets or (side,))


def _blamed(told: Proposition, scene: Scene) -> Proposition:
    """As in "strikes for which ministers blamed X", "a bombing which it attributes to X", "a raid blamed on X"."""
    if told.type is not ClaimType.ATTACK or told.act.pos_ != "NOUN":
        return told
    for verb in told.act.subtree:
        whom = _traced_to(verb)
        behind = verb.dep_ == "acl:relcl" and any(c.lower_ in ("which", "that") for c in verb.children)
        if whom and (behind or (verb.dep_ == "acl" and verb.tag_ == "VBN")):
            names = tuple(mention.name for mention in scene.mentions(whom, actor=True))
            return replace(
                told,
                actors=names or told.actors,
                targets=_but(told.targets, names),
            )
    return told


def _unless_he_tells(told: Proposition, scene: Scene) -> Proposition:
    """As in "the rebels confirmed the death of K", "K was not killed, the rebels said", "X condemned the attack": they
    only tell of it."""
    act = told.act
    if told.type not in DONE or not told.actors:
        return told
    over = next((t for t in (act, *act.ancestors) if t.lemma == "death" and t.dep_ == "obj"), None)
    if over is not None and any(t.lower_ in OWN for t in over.subtree):
        over = None  # "the death of 30 rebels it had killed"
    cue = heard_over(act)
    denied = act.pos_ == "VERB" and is_passive(act) and negated(act) and not _agents(act)
    deplored = (
        act.pos_ == "NOUN"
        and act.dep_ in ("obj", "nsubj:pass")
        and act.head.lemma in lexicon("consequences")["deploring"]
    )
    if deplored and not any(c.dep_ == "nmod:poss" for c in act.children):
        heads = [c for c in act.head.children if c.dep_ in (*SUBJECTS, "obl:agent") and c is not act]
    elif cue is not None and (denied or over is not None):
        heads = list(cue.heads)
    else:
        return told
    speaking = {key_of(m.name) for m in scene.mentions(heads, actor=True)}
    return replace(told, actors=tuple(n for n in told.actors if key_of(n) not in speaking))


def _agents(act: Word) -> list[Word]:
    return [c for c in act.children if c.dep_ == "obl:agent" or case_of(c) == "by"]


def _only_looks_like(act: Word) -> bool:
    """As in "the bombing bore the hallmarks of X", "X and Y traded blame over the shelling": nobody is told to have
    done it."""
    verb, things = act.head, {c.lemma for c in act.head.children if c.dep_ == "obj"}
    looks = act.dep_ == "nsubj" and verb.lemma in ("bear", "have", "carry") and "hallmark" in things
    trades = act.dep_ in ("obl", "nmod") and verb.lemma in ("trade", "exchange") and things & {"accusation", "blame"}
    return looks or bool(trades)


def _but(names: tuple[Name, ...], others: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(name for name in names if not any(_are_one(name, other) for other in others))


def _traced_to(verb: Word) -> list[Word]:
    """Behind "on" in "which X blamed on Y", behind "to" in "which it attributes to Y"; the object of "blamed Y"."""
    behind = [c for c in verb.children if c.dep_.startswith("obl") and case_of(c) in ("on", "to")]
    things = [c for c in verb.children if c.dep_ == "obj" and c.tag_ != "WDT" and not is_passive(verb)]
    return behind or things if verb.lemma in BLAMING else behind if verb.lemma in TRACING else []


def _on_mine(told: Proposition, scene: Scene) -> Proposition:
    """As in "a convoy hit a mine"."""
    act, mines = told.act, lexicon("unsaid")["mines"]
    hit = act.lemma in ("hit", "strike") and act.pos_ == "VERB" and not is_passive(act)
    if not hit or told.type is not ClaimType.ATTACK or not any(_is_laid(c, mines) for c in act.children):
        return told
    named = _named(act.sent, scene)
    return replace(told, actors=(), targets=tuple(n for n in (*told.actors, *told.targets) if n in named))


def _is_laid(thing: Word, mines: frozenset[str]) -> bool:
    """As in "a mine", "a roadside bomb"; not "a coal mine"."""
    kinds = {c.lower_ for c in thing.children if c.dep_ in ("compound", "amod")} - lexicon("unsaid")["plain"]
    laid = kinds <= lexicon("unsaid")["laid"] and (bool(kinds) or "mine" in thing.lower_ or "ied" in thing.lower_)
    return thing.dep_ == "obj" and thing.lower_ in mines and laid


def _named(words: Iterable[Word], scene: Scene) -> set[Name]:
    return {m.name for t in words if (m := scene.mention(t.i, actor=True)) is not None}


def _are_one(name: Name, other: Name) -> bool:
    """Whether two names are of one party: the same, of one key, or both of the United Nations."""
    if name.text.lower() == other.text.lower():
        return True
    return key_of(name) == key_of(other) or all((n.key or "").startswith(UNITED_NATIONS) for n in (name, other))
