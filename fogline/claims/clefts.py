"""Whom a sentence singles out: "it was the army and not the rebels that took Karsin", "it was not the army who did"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fogline.claims.arguments import RELATIVE
from fogline.claims.proposition import Proposition
from fogline.claims.scene import Scene
from fogline.language.plain import Word
from fogline.records import Status

ALSO = frozenset({"only", "just", "merely", "simply", "solely", "alone", "first", "last", "main", "one"})


def as_singled_out(told: Iterable[Proposition], scene: Scene) -> Iterator[Proposition]:
    """The propositions, with the one who is singled out as their doer, or denied where he did not do it."""
    for one in told:
        singled = _singled(one.act)
        if any(_is_among_others(w) for w in singled):
            singled = []
        meant = [w for w in singled if not _is_not(w)]
        if not singled or len(meant) == len(singled):
            yield one
        elif not meant:
            yield replace(one, status=Status.DENIED)
        else:
            names = tuple(m.name for w in meant if (m := scene.mention(w.i, actor=True)) is not None)
            yield replace(one, actors=names or one.actors)


def _singled(act: Word) -> list[Word]:
    """The nouns of "it was X and not Y that" before an act; none where it is told otherwise."""
    if (
        act.dep_ != "acl:relcl"
        or _is_aside(act)
        or not any(c.dep_ == "nsubj" and c.lower_ in RELATIVE for c in act.children)
    ):
        return []
    first = act.head.head if act.head.dep_ == "conj" else act.head
    copula = any(c.dep_ == "cop" for c in first.children)
    it = any(c.dep_ == "nsubj" and c.lower_ == "it" for c in first.children)
    return [first, *(c for c in first.children if c.dep_ == "conj" and c.i < act.i)] if copula and it else []


def _is_aside(act: Word) -> bool:
    """As in "no crime by Norland, which struck Karsin": a clause behind a comma singles out nobody."""
    first = act.left_edge
    return first.lower_ == "which" and first.i > 0 and act.doc[first.i - 1].text == ","


def _is_among_others(noun: Word) -> bool:
    """As in "not only the army", "not the army alone", "not the first group", "not the biggest force": others, too."""
    inside = [c for c in (*noun.children, *(g for c in noun.children for g in c.children)) if c.i != noun.i]
    return any(c.lower_ in ALSO or c.tag_ in ("JJS", "RBS") for c in inside)


def _is_not(noun: Word) -> bool:
    return any(c.lower_ in ("not", "n't", "n’t", "never") and c.i < noun.i for c in noun.children)
