"""Parts and surroundings of a place, and sites in it, which are taken, held and left without it.

| the sentence | the place |
| --- | --- |
| "holds the western part of Karsin", "of the city" | the western part of Karsin |
| "holds the hills around Karsin", "around it" | the hills around Karsin |
| "took control of the palace in Karsin", "seized the army's headquarters in Karsin" | the palace in Karsin |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fogline.claims.arguments import is_passive
from fogline.claims.codebook import codebook
from fogline.claims.lexicon import lexicon
from fogline.claims.proposition import Proposition
from fogline.claims.scene import COUNTRY, Scene, case_of
from fogline.language.plain import Word
from fogline.records import ClaimType, Mention, Name

HELD = frozenset({ClaimType.CAPTURE, ClaimType.HOLD, ClaimType.WITHDRAW})
WITHIN = frozenset({"in", "at", "inside", "within"})
LEFT = frozenset({"from", "out of"})
OF = frozenset({"of", "over"})
BESIDE = frozenset({"nmod", "obl"})


def of_parts(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions of a sentence, what is only part of a place or lies in or around it by its own words."""
    for one in told:
        if any(word.lower_ == "itself" for word in one.act.sent):  # "the hills above K and K itself"
            yield one
            continue
        part = next((name for thing in _things(one) if (name := _named(thing, one, scene)) is not None), None)
        yield one if part is None or part == one.place else replace(one, place=part)


def _things(told: Proposition) -> Iterator[Word]:
    """The nouns for what is taken, held or left, where it is no list."""
    act = told.act
    if told.type not in HELD:
        return
    found = _of_noun(act)
    if act.pos_ == "VERB":
        objects = [c for c in act.children if c.dep_ == ("nsubj:pass" if is_passive(act) else "obj")]
        lent = codebook().control["nouns"]
        found = [t for o in objects for t in (_of_noun(o) if o.lemma in lent else [o])]
    if told.type is ClaimType.WITHDRAW:
        found += [c for c in act.children if c.dep_ == "obl" and case_of(c) in LEFT]
    yield from (t for t in found if t.pos_ == "NOUN" and not any(c.dep_ == "conj" for c in t.children))


def _of_noun(noun: Word) -> list[Word]:
    """As in "control of the palace", which may hang on the verb: "took control of the palace"."""
    above = [c for c in noun.head.children if c.dep_ == "obl" and c.left_edge.i == noun.i + 1]
    return [c for c in (*noun.children, *above) if c.dep_ in BESIDE and case_of(c) in OF]


def _named(thing: Word, told: Proposition, scene: Scene) -> Name | None:
    """The part or the site by its words and the place that it belongs to; `None` where it is none."""
    own = scene.mention(thing.i, actor=False)
    if own is not None and own.named:
        return None
    return _part(thing, told, scene) or _around(thing, told, scene) or _site(thing, told, scene)


def _part(thing: Word, told: Proposition, scene: Scene) -> Name | None:
    """As in "the western part of the city"."""
    words = lexicon("parts")
    sides = [c for c in thing.children if c.lower_ in words["directions"] and c.i < thing.i]
    if thing.lemma not in words["parts"] or not sides:
        return None
    for child in thing.children:
        whole = _place(child, told, scene) if child.dep_ in BESIDE and case_of(child) == "of" else None
        if whole is None and told.place is None and case_of(child) == "of":
            whole = scene.mention(child.i, actor=False)
        if whole is not None and not _is_wide(whole.name):
            return Name(f"{thing.doc.text(sides[0].i, thing.i + 1).lower()} of {whole.name.text}")
    return None


def _around(thing: Word, told: Proposition, scene: Scene) -> Name | None:
    """As in "the hills around it", "the heights overlooking Karsin"."""
    words = lexicon("parts")
    if thing.lemma not in words["heights"]:
        return None
    beside = [c for c in thing.children if c.dep_ in BESIDE and case_of(c) in words["around"]]
    beside += [c for c in told.act.children if c.i > thing.i and c.dep_ == "obl" and case_of(c) in words["around"]]
    pairs = [(case_of(c), c) for c in beside if c.left_edge.i == thing.i + 1]
    clauses = [c for c in (*thing.children, *told.act.children) if c.i == thing.i + 1 and c.lower_ in words["around"]]
    pairs += [(c.lower_, o) for c in clauses for o in c.children if o.dep_ == "obj"]
    for word, head in pairs:
        middle = _place(head, told, scene)
        if middle is not None:
            return Name(f"{_phrase(thing)} {word} {middle.name.text}")
    return None


def _site(thing: Word, told: Proposition, scene: Scene) -> Name | None:
    """As in "the presidential palace in Karsin", "all the army's bases in Karsin"."""
    if told.type is not ClaimType.CAPTURE or thing.lemma not in lexicon("parts")["sites"]:
        return None
    behind = [c for t in (thing, told.act) for c in t.children if c.dep_ in BESIDE and case_of(c) in WITHIN]
    behind += [c for c in told.act.head.children if told.act.pos_ == "NOUN" and c.i > thing.i and case_of(c) in WITHIN]
    for head in behind:
        town = scene.mention(head.i, actor=False)
        if town is None or not town.named or head.left_edge.i != thing.i + 1 or _is_wide(town.name):
            continue
        if told.place is None or told.place == town.name or told.place.text.lower() == thing.lower_:
            return Name(f"{_phrase(thing)} in {town.name.text}")
    return None


def _place(word: Word, told: Proposition, scene: Scene) -> Mention | None:
    """The place that a word means, where the proposition was read to be of it."""
    return next((m for m in scene.at.get(word.i, ()) if m.name == told.place), None)


def _is_wide(name: Name) -> bool:
    return (name.key or "").startswith(COUNTRY)


def _phrase(noun: Word) -> str:
    """A noun with what stands before it but articles and counts: "army's headquarters"."""
    before = [c for c in noun.children if c.i < noun.i and c.dep_ in ("amod", "compound", "nmod:poss", "nmod:desc")]
    kept = [t.i for c in before if c.pos_ != "PRON" for t in c.subtree if t.tag_ not in ("DT", "CD", "PRP$", "PDT")]
    return noun.doc.text(min(kept, default=noun.i), noun.i + 1)
