"""Sites that go by the place that they lie in or by: who takes, holds or shuts one has not done so to the place.

| the sentence | the place |
| --- | --- |
| "holds a checkpoint near Karsin" | checkpoint near Karsin |
| "the camp at Karsin is back in army hands" | camp at Karsin |
| "the checkpoint at Karsin, shut since Monday" | checkpoint at Karsin |

Where somebody was struck or killed at one, the place is told as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import COUNTRY, Scene
from fogline.language.plain import Word
from fogline.records import ClaimType, Name

HELD = frozenset({ClaimType.CAPTURE, ClaimType.HOLD, ClaimType.CLOSE, ClaimType.REOPEN})
BESIDE = frozenset({"nmod", "obl"})
OBJECTS = frozenset({"obj", "nsubj", "nsubj:pass"})


def by_spots(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions of a sentence, what is said of a site by the words for it."""
    for one in told:
        spot = _spot(one, scene) if one.type in HELD else None
        yield one if spot is None else replace(one, place=spot)


def _spot(told: Proposition, scene: Scene) -> Name | None:
    """The site that the place of a proposition only tells apart."""
    if told.place is None or (told.place.key or "").startswith(COUNTRY):
        return None
    for word in told.act.sent:
        if word.dep_ not in BESIDE or not any(m.named and m.name == told.place for m in scene.at.get(word.i, ())):
            continue
        noun = word.head.head if word.head.lower_ in lexicon("parts")["directions"] else word.head  # "south of Karsin"
        said = word.doc.text(noun.i + 1, _begin(word, scene)).lower().removesuffix(" the")
        words = lexicon("spots")
        if noun.i < word.i and noun.lemma in words["sites"] and said in words["by"] and not _listed(word, noun):
            own = _is_of(told.act, noun) and not _is_told_apart(told.place, word, scene)
            apposed = said == "of" and noun.lemma in words["apposed"]
            return Name(f"{noun.lower_} {said} {told.place.text}") if own and not apposed else None
    return None


def _is_of(act: Word, noun: Word) -> bool:
    """Whether a site, or the first of a list that it is in, is what an act is done to: not one of another clause."""
    word = noun
    while word.dep_ == "conj" and word.head.pos_ in ("NOUN", "PROPN"):
        word = word.head
    if word.head.i == act.i:
        return act.pos_ == "NOUN" or word.dep_ in OBJECTS
    return noun.i == act.i or (act.head.i == word.i and act.dep_.startswith("acl"))


def _is_told_apart(name: Name, place: Word, scene: Scene) -> bool:
    """Whether a place is named, or referred to, once more in the sentence."""
    own = scene.at.get(place.i, ())
    return any(m.name == name and m not in own for word in place.sent for m in scene.at.get(word.i, ()))


def _listed(place: Word, noun: Word) -> bool:
    """As in "the checkpoints at Karsin and Dor": one in each."""
    return any(c.dep_ == "conj" for word in (place, noun) for c in word.children)


def _begin(word: Word, scene: Scene) -> int:
    """The first word of the name that a word stands in."""
    i = word.i
    while any(m in scene.at.get(i - 1, ()) for m in scene.at[word.i]):
        i -= 1
    return i
