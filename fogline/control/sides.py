"""The sides of a record as `sources` has them, with governments that go by a name of their own put on their state's."""

from __future__ import annotations

from dataclasses import replace

from fogline.records import ActorKind, Corpus
from fogline.records.sources import Sources


def weigh(corpus: Corpus) -> Sources:
    """The sources of a corpus.  A state's government without a side is on the side of that state's army.

    Where two such governments claim one state, neither is.
    """
    sources = Sources.of(corpus)
    armies: dict[str, set[str]] = {}
    lone: dict[str, list[str]] = {}
    for key, actor in sorted(corpus.actors.items()):
        if actor.country is None:
            continue
        if actor.side is not None and actor.kind in (ActorKind.STATE, ActorKind.MILITARY):
            armies.setdefault(actor.country, set()).add(sources.sides[key])
        elif actor.side is None and actor.kind is ActorKind.STATE:
            lone.setdefault(actor.country, []).append(key)
    joined = {
        keys[0]: next(iter(armies[country]))
        for country, keys in lone.items()
        if len(keys) == 1 and len(armies.get(country, ())) == 1
    }
    sides = {key: joined.get(side, side) for key, side in sources.sides.items()}
    return replace(sources, sides=sides)
