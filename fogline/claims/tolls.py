"""Harm to several at once, a claim for each that has a number of its own: "17 soldiers and 40 rebels were killed".

Source, with the trials' figures: docs/decisions/0024-the-learned-reader.md
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from fogline.claims.candidates import Cast
from fogline.claims.proposition import Proposition
from fogline.claims.quantities import quantities_of
from fogline.claims.scene import case_of
from fogline.claims.sufferers import harmed, people_of
from fogline.language.plain import Word
from fogline.records import ClaimType, Name, Quantity

PUT = frozenset({"put", "estimate", "reckon", "place", "set"})
OF_ALL = frozenset({"them", "these", "those", "whom"})
Toll = tuple[Name, tuple[Quantity, ...]]


def each_toll(made: Iterable[Proposition], cast: Cast) -> Iterator[Proposition]:
    """The propositions, those of harm to a list of which each has its number as one for each.

    Whoever is told to have done it did not do it to his own.  Harm to many, some of them at a place, is one of all of
    them, told nowhere, and one of those: "30 people were killed, twelve of them in Karsin".
    """
    for one in made:
        told = _put(one)
        if told.type is not ClaimType.HARM:
            yield told
        elif (part := _part(told, cast)) is not None:
            yield replace(told, place=None)
            yield replace(told, quantities=_of_whole(quantities_of(part), told.quantities))
        elif len(tolls := _tolls(told, cast)) > 1:
            for name, counted in tolls:
                doers = tuple(n for n in told.actors if n != name and (n.key is None or n.key != name.key))
                yield replace(told, actors=doers, targets=(name,), quantities=counted)
        else:
            yield told


def _put(told: Proposition) -> Proposition:
    """The proposition, with the number at which a toll is put: "puts the civilian toll at 300"."""
    verb = told.act.head
    if told.type is not ClaimType.HARM or told.quantities or verb.lemma not in PUT:
        return told
    if told.act.dep_ not in ("obj", "nsubj:pass"):
        return told
    counted = [q for c in verb.children if case_of(c) == "at" for q in quantities_of(c)][:1]
    civil = any(c.lemma == "civilian" for c in told.act.children)
    targets = told.targets or ((Name("civilians"),) if civil else ())
    return replace(told, quantities=tuple(replace(q, unit="people") for q in counted), targets=targets)


def _part(told: Proposition, cast: Cast) -> Word | None:
    """The number of those who are told of the place alone, behind a comma: "half a million in Karsin alone"."""
    doc = cast.sentence.doc
    text = told.place.text if told.place is not None else None
    for place in (c for c in cast.here if c.text == text and c.first > told.act.i):
        comma = next((i for i in range(place.first - 1, told.act.i, -1) if doc[i].text == ","), place.first)
        between = [doc[i] for i in range(comma + 1, place.first)]
        number = next((w for w in between if quantities_of(w)), None)
        of_them = any(w.lower_ in OF_ALL and v.lower_ == "of" for v, w in pairwise(between))
        alone = place.last + 1 < cast.sentence.end and doc[place.last + 1].lower_ == "alone"
        if number is not None and (of_them or alone):
            return number
    return None


def _of_whole(part: tuple[Quantity, ...], whole: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The number of a part, in the unit of the whole: of "30 families, twelve of them", families."""
    return tuple(replace(q, unit=whole[0].unit) for q in part) if whole else part


def _tolls(told: Proposition, cast: Cast) -> list[Toll]:
    """Who is in the list of those harmed, each with his number; nobody where a target has none."""
    named = {c.head: c.mention.name for c in cast.here if c.may_act}
    heads = [cast.sentence.doc[i] for i, name in named.items() if name in told.targets] or harmed(told.act)
    found: dict[Name, tuple[Quantity, ...]] = {}
    for word in _listed(heads):
        name, counted = named.get(word.i) or people_of(word), quantities_of(word)
        if name is not None and counted:
            found.setdefault(name, counted)
    missed = set(told.targets) - set(found) if any(n in told.targets for n in named.values()) else ()
    return [] if missed else list(found.items())


def _listed(heads: Iterable[Word]) -> list[Word]:
    """The words of the lists that some words stand in, in the order of the text."""
    words = {w.i: w for head in heads for w in (head, *head.conjuncts)}
    return [words[i] for i in sorted(words)]
