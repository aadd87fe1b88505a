"""Verbs that the tagger missed: a verb's form between a party and a place (or party) is that verb."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from fogline.claims.arguments import Arguments
from fogline.claims.codebook import Frame, codebook
from fogline.claims.scene import Scene
from fogline.language.plain import Sentence, Word

OTHERS = frozenset({"obl", "obl:agent", "nmod", "nmod:poss"})  # of another word: "backed by K took ..."
ASIDE = 16  # words that an aside may hold
VOWELS = frozenset("aeiou")


@cache
def forms() -> dict[str, str]:
    """Each form of the code book's one-word verbs with its lemma: "retook" → "retake", "shelled" → "shell"."""
    found: dict[str, str] = {}
    for lemma in codebook().verbs:
        if " " not in lemma:
            for form in _regular(lemma):
                found.setdefault(form, lemma)
    return found | dict(codebook().irregular)


def _regular(lemma: str) -> Iterator[str]:
    yield from (lemma, f"{lemma}s")
    if lemma.endswith("e"):
        yield from (f"{lemma}d", f"{lemma[:-1]}ing")
    elif lemma.endswith("y") and lemma[-2] not in VOWELS:
        yield from (f"{lemma[:-1]}ied", f"{lemma[:-1]}ies")
    else:
        yield from (f"{lemma}ed", f"{lemma}es", f"{lemma}ing")


def squeezed(sentence: Sentence, scene: Scene) -> Iterator[tuple[Word, tuple[Frame, ...], Arguments]]:
    """Verbs between a party and a place, with both as subject and object."""
    known = forms()
    for token in sentence:
        lemma = known.get(token.lower_)
        if lemma is None or token.i in scene.at or token.pos_ in ("ADP", "SCONJ", "ADV", "DET"):
            continue
        subject = _before(token, scene)
        thing = _behind(token, scene, actor=False) or _behind(token, scene, actor=True)
        if subject is not None and thing is not None:
            yield token, codebook().verbs[lemma], Arguments({"subject": [subject], "object": [thing]})


def _before(verb: Word, scene: Scene) -> Word | None:
    """The last word of a party right before the verb, auxiliaries and adverbs between them or not."""
    at = verb.i
    if verb.i - 1 > verb.sent.start and verb.doc[verb.i - 1].text == ",":
        at = _before_aside(verb)
    for token in reversed(verb.doc[max(verb.sent.start, at - 3) : at]):
        mention = scene.mention(token.i, actor=True)
        if mention is not None:
            return token if token.dep_ not in OTHERS else None
        if token.pos_ not in ("AUX", "ADV") and token.text not in ("(", ")"):
            return None
    return None


def _before_aside(verb: Word) -> int:
    """Where an aside between commas begins: "the front, which has few men, took K"."""
    for i in range(verb.i - 2, max(verb.sent.start, verb.i - ASIDE), -1):
        if verb.doc[i].text == ",":
            return i
    return int(verb.i)


def _behind(verb: Word, scene: Scene, *, actor: bool) -> Word | None:
    """The first word of a place (or party) right behind the verb, with "the town of" before it or not."""
    for token in verb.doc[verb.i + 1 : min(verb.i + 4, verb.sent.end)]:
        if scene.mention(token.i, actor=actor) is not None:
            return token
        if token.pos_ not in ("DET", "ADJ"):
            return None
    return None
