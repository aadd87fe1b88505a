"""Who made an attack that the next sentence tells the doer of.

| an attack of nobody, then | by |
| --- | --- |
| "they were fired from Karsin by X" | X |
| "X dropped them", "activists said X had dropped them" | X |
| "X said it was behind it", "X claimed responsibility", "X said it had done it" | X |
| "X confirmed that it had carried out the raid" | X |

So are those whom the attack harmed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from fogline.claims.announced import side_of
from fogline.claims.arguments import antecedent, is_passive, of_verb
from fogline.claims.attribution import Speech, speech_over
from fogline.claims.lexicon import lexicon
from fogline.claims.scene import Scene, case_of
from fogline.claims.shared_subjects import shared_subject
from fogline.claims.status import status_of
from fogline.language.plain import Sentence, Word
from fogline.records import Claim, ClaimType, MentionKind, Name, Stance, Status
from fogline.records.name import key_of

INFERRED = 0.5  # the confidence of a claim whose actor stands in another sentence
MADE = frozenset({ClaimType.ATTACK, ClaimType.HARM})
MISREAD = frozenset({ClaimType.SUPPORT, ClaimType.DEPLOY})  # "is behind it", "dropped them": no claims of their own
BEFORE = frozenset({"det", "amod", "compound", "nummod", "nmod:poss"})
KNOWN = frozenset({"the", "this", "that", "these", "those"})


def with_owned_up(claims: Sequence[Claim], scene: Scene) -> list[Claim]:
    """The claims of a report, those of attacks by nobody with whom the next sentence tells to have made them."""
    told = list(claims)
    for before, sentence in _pairs(scene):
        word, who = next(_told(sentence, scene), (None, ()))
        if word is None or not who:
            continue
        first = scene.parse.sentence(before.start)
        here = scene.parse.sentence(word.i)
        attacks = [c for c in told if c.anchor == first and c.type is ClaimType.ATTACK]
        if not attacks or not all(_is_open(c) and not set(who) & set(c.targets) for c in attacks):
            continue
        told = [_by(c, who) if c.anchor == first and c.type in MADE and _is_open(c) else c for c in told]
        told = [c for c in told if not (c.anchor == here and c.type in MISREAD and _stands_at(c, word, scene))]
    return told


def _pairs(scene: Scene) -> Iterator[tuple[Sentence, Sentence]]:
    sentences = list(scene.doc.sents)
    yield from pairwise(sentences)


def _is_open(claim: Claim) -> bool:
    """Whether nobody is told to have done it, or only arms: "jets bombed Karsin"."""
    arms = lexicon("owned_up")["arms"]
    return claim.status is Status.ASSERTED and all(n.key is None and n.text.lower() in arms for n in claim.actors)


def _by(claim: Claim, who: tuple[Name, ...]) -> Claim:
    return replace(claim, actors=who, confidence=min(claim.confidence, INFERRED))


def _stands_at(claim: Claim, word: Word, scene: Scene) -> bool:
    return claim.act == scene.parse.anchor(word.i, word.i + 1)


def _told(sentence: Sentence, scene: Scene) -> Iterator[tuple[Word, tuple[Name, ...]]]:
    """The words by which a sentence tells who made what was told before, and who."""
    for word in sentence:
        doer = _doer(word)
        if doer is None or status_of(word) is not Status.ASSERTED:
            continue
        mention = scene.mention(doer.i, actor=True)
        if mention is None or mention.kind is not MentionKind.ACTOR or _is_bare(mention.name):
            continue
        if _may_be_believed(speech_over(word, scene), doer, mention.name, scene):
            yield word, (mention.name,)


def _may_be_believed(speech: Speech | None, doer: Word, who: Name, scene: Scene) -> bool:
    """Whether he says so himself, or nobody who fights him does: not "X had dropped them, the rebels alleged".

    "They dropped the bombs" may be anybody, where they do not say so.
    """
    if speech is None:
        return doer.pos_ != "PRON"
    if speech.denies:
        return False
    side = side_of(speech, scene)
    if key_of(who) in {key_of(name) for name in (*speech.speakers, *((side,) if side is not None else ()))}:
        return True
    return side is None and speech.stance is not Stance.CLAIM and doer.pos_ != "PRON"


def _is_bare(name: Name) -> bool:
    return (
        name.key is None and name.text.islower() and " " not in name.text and name.text in lexicon("owned_up")["arms"]
    )


def _doer(word: Word) -> Word | None:
    lists = lexicon("owned_up")
    if word.lower_ == "behind" and _takes_up(word.head):
        return next((c for c in word.head.children if c.dep_ == "nsubj"), None)
    if word.pos_ != "VERB":
        return None
    given = of_verb(word)
    things = given.get("object")
    if word.lemma == "claim" and any(c.lower_ == "responsibility" for c in things):
        about = [c for head in (word, *things) for c in head.children if case_of(c) == "for"]
        others = [c for c in about if not _takes_up(c)]
        return None if others or is_passive(word) else _subject(word)
    out = word.lemma != "carry" or any(c.lower_ == "out" for c in word.children)
    done = out and word.lemma in lists["done"] and any(c.lower_ in lists["taken_up"] or _is_known(c) for c in things)
    made = word.lemma in lists["made"] and any(_takes_up(c) for c in things)
    return _subject(word) if done or made else None


def _subject(verb: Word) -> Word | None:
    """Who does what a verb tells, by its own subject or agent: of "accused X of firing them" that stays open."""
    if is_passive(verb):
        return next((c for c in verb.children if c.dep_ == "obl:agent" or case_of(c) == "by"), None)
    own = [antecedent(c, verb) for c in verb.children if c.dep_ == "nsubj"] or shared_subject(verb)
    return own[0] if own else None


def _takes_up(thing: Word) -> bool:
    """As in "it", "them", "the attack", "the rockets"."""
    return thing.lower_ in lexicon("owned_up")["taken_up"] or _is_known(thing)


def _is_known(thing: Word) -> bool:
    lists = lexicon("owned_up")
    before = [c for c in thing.children if c.i < thing.i and c.dep_ in BEFORE]
    bare = bool(before) and all(c.lower_ in KNOWN for c in before)
    return bare and thing.lemma in lists["weapons"] | lists["attacks"]
