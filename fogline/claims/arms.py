"""Whose "the raids" and "the shelling" are, where the sentence before tells of one party's aircraft or guns.

As in "Norlandic warplanes were over Karsin again.  The raids killed 14 people", "Norlandic artillery answered.  The
shelling of Karsin went on until dark".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene
from fogline.language.plain import Sentence, Word
from fogline.records import ClaimType, Mention, MentionKind, Name

DEFINITE = frozenset({"the", "these", "those", "this"})
BARE = frozenset({"det", "amod", "punct", "nmod"})
INFERRED = 0.5  # the confidence of a claim whose actor stands in another sentence
DONE = frozenset({ClaimType.ATTACK, ClaimType.HARM})


def by_their_arms(
    told: Iterable[Proposition], before: Iterable[Proposition], sentence: Sentence, scene: Scene
) -> Iterator[Proposition]:
    """The propositions of a sentence, the known attacks of nobody with those whose arms were told of just before.

    `before`: those of the sentence before; where it tells an attack, that one is meant.
    """
    party = None if any(one.type is ClaimType.ATTACK for one in before) else _armed(sentence, scene)
    for one in told:
        noun = _known_attack(one) if party is not None and one.type in DONE and not one.actors else None
        if noun is None or party is None or party in one.targets:
            yield one
        else:
            yield replace(one, actors=(party,), confidence=min(one.confidence, INFERRED))


def _known_attack(told: Proposition) -> Word | None:
    """The noun that tells an attack as known: the act itself, else its subject."""
    act = told.act
    nouns = [act] if act.pos_ == "NOUN" else [c for c in act.children if c.dep_ == "nsubj" and act.pos_ == "VERB"]
    for noun in nouns:
        known = noun.lower_ in lexicon("unsaid")["told_again"] and noun.pos_ == "NOUN"
        before = [c for c in noun.children if c.i < noun.i]
        if known and any(c.lower_ in DEFINITE for c in before) and all(c.dep_ in BARE for c in before):
            return noun
    return None


def _armed(sentence: Sentence, scene: Scene) -> Name | None:
    """The one party whose aircraft or guns do something in the sentence before."""
    if sentence.start == 0:
        return None
    before = scene.doc[sentence.start - 1].sent
    found: dict[Name, bool] = {}  # whether as a subject
    for word in before:
        for mention in scene.at.get(word.i, ()):
            if _are_arms(mention):
                found[mention.name] = found.get(mention.name, False) or word.dep_ == "nsubj"
    return next(iter(found)) if list(found.values()) == [True] else None


def _are_arms(mention: Mention) -> bool:
    """As in "Norlandic warplanes", "the junta's jets"."""
    last = mention.anchor.quote.split()[-1].lower()
    return mention.kind is MentionKind.ACTOR and mention.name.key is not None and last in lexicon("doers")["arms"]
